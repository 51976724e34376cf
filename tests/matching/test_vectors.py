"""Do the rare features of a message count more, and is each kind as long as it is meant to be?"""

from itertools import pairwise

import numpy as np
import pytest

from bot.matching.features import WEIGHTS, kinds
from bot.matching.vectors import Vectors, Vocabulary


def features(text: str, *concepts: str) -> tuple[list[str], ...]:
    words = text.split()
    return tuple(map(list, kinds(words, words, frozenset(concepts))))


def lengths(message: tuple[list[str], ...], vector: Vectors) -> list[float]:
    ends = np.cumsum([0, *map(len, message)]).tolist()
    return [float(np.linalg.norm(vector.values[start:end])) for start, end in pairwise(ends)]


def test_each_kind_has_its_own_length_and_an_empty_one_none() -> None:
    message = features("when do we sign", "sign")
    vector = Vocabulary.of([message, features("who pays the tax")]).vector(message)
    assert lengths(message, vector) == pytest.approx(WEIGHTS)
    bare = features("签")
    assert lengths(bare, Vocabulary.of([bare]).vector(bare))[2:] == pytest.approx([0, WEIGHTS[3], 0])


def test_rare_word_counts_more_than_one_in_every_example() -> None:
    vocabulary = Vocabulary.of([features("when sign"), features("when pay"), features("when move")])
    when, sign = vocabulary.vector(features("when sign")).values[:2]
    assert sign > when


def test_same_text_in_two_kinds_is_two_features() -> None:
    message = features("sign", "sign")
    vector = Vocabulary.of([message]).vector(message)
    assert len(set(vector.rows.tolist())) == len(vector.rows)


def test_features_that_no_example_has_share_the_last_row() -> None:
    vocabulary = Vocabulary.of([features("签")])
    rows = vocabulary.vector(features("贷")).rows
    assert set(rows.tolist()) == {-1}
    assert vocabulary.size == len(set(vocabulary.vectors.rows.tolist())) + 1


def test_example_is_most_like_itself() -> None:
    examples = [features("when do we sign"), features("when does the bank pay"), features("where do we sign")]
    vocabulary = Vocabulary.of(examples)
    assert [int(vocabulary.products(example).argmax()) for example in examples] == [0, 1, 2]
