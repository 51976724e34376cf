"""Do the rare features of a message count more, and is each kind as long as it is meant to be?"""

from itertools import pairwise

import numpy as np
import pytest

from bot.matching.features import WEIGHTS, kinds
from bot.matching.vectors import Numbering, Vectors, Vocabulary


def features(text: str, *concepts: str) -> tuple[list[str], ...]:
    words = text.split()
    return tuple(map(list, kinds(words, words, frozenset(concepts))))


def vocabulary_of(*messages: tuple[list[str], ...]) -> Vocabulary:
    numbering = Numbering()
    return numbering.vocabulary(list(map(numbering.of, messages)))


def lengths(message: tuple[list[str], ...], vector: Vectors) -> list[float]:
    ends = np.cumsum([0, *map(len, message)]).tolist()
    return [float(np.linalg.norm(vector.values[start:end])) for start, end in pairwise(ends)]


def test_each_kind_has_its_own_length_and_an_empty_one_none() -> None:
    message = features("when do we sign", "sign")
    vector = vocabulary_of(message, features("who pays the tax")).vector(message)
    assert lengths(message, vector) == pytest.approx(WEIGHTS)
    bare = features("签")
    assert lengths(bare, vocabulary_of(bare).vector(bare))[2:] == pytest.approx([0, WEIGHTS[3], 0])


def test_rare_word_counts_more_than_one_in_every_example() -> None:
    vocabulary = vocabulary_of(features("when sign"), features("when pay"), features("when move"))
    when, sign = vocabulary.vector(features("when sign")).values[:2]
    assert sign > when


def test_same_text_in_two_kinds_is_two_features() -> None:
    message = features("sign", "sign")
    vector = vocabulary_of(message).vector(message)
    assert len(set(vector.rows.tolist())) == len(vector.rows)


def test_features_that_no_example_has_share_the_last_row() -> None:
    vocabulary = vocabulary_of(features("签"))
    rows = vocabulary.vector(features("贷")).rows
    assert set(rows.tolist()) == {-1}
    assert vocabulary.size == len(set(vocabulary.vectors.rows.tolist())) + 1


def test_example_is_most_like_itself() -> None:
    examples = [features("when do we sign"), features("when does the bank pay"), features("where do we sign")]
    vocabulary = vocabulary_of(*examples)
    assert [int(vocabulary.products(example).argmax()) for example in examples] == [0, 1, 2]


def test_vocabulary_says_the_same_whatever_was_numbered_before() -> None:
    messages = [features("when do we sign", "sign"), features("who pays"), features("when do we pay", "pay")]
    numbering = Numbering()
    for message in (features("pay sign who", "pay"), *messages):
        numbering.of(message)
    late, alone = numbering.vocabulary(list(map(numbering.of, messages))), vocabulary_of(*messages)
    assert late.parts[0] == alone.parts[0]
    assert [part.tolist() for part in late.parts[1:]] == [part.tolist() for part in alone.parts[1:]]
