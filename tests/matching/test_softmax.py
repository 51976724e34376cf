"""Does the softmax learn what vectors say, settle, and know what it would say without one of them?"""

import numpy as np
import pytest

from bot.matching.features import kinds
from bot.matching.learning import learn, told
from bot.matching.softmax import Softmax
from bot.matching.vectors import Numbering, Vectors, Vocabulary

SENTENCES = {
    "sign": ("when do we sign", "when is the signing", "the day we sign", "sign when"),
    "bank": ("has the bank paid", "when does the bank pay", "bank money not here", "the bank pays late"),
    "tax": ("how much tax", "is the tax high", "tax to pay", "who pays tax"),
}
TEXTS = [text for own in SENTENCES.values() for text in own]
LABELS = [label for label, own in SENTENCES.items() for _ in own]


def vocabulary(texts: list[str]) -> Vocabulary:
    numbering = Numbering()
    return numbering.vocabulary([numbering.of(features(text)) for text in texts])


def features(text: str) -> tuple[list[str], ...]:
    return tuple(map(list, kinds(text.split(), text.split(), frozenset())))


def softmax(known: Vocabulary, vectors: Vectors, labels: list[str]) -> Softmax:
    return learn(vectors, labels, known.size)


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    return vocabulary(TEXTS)


@pytest.fixture(scope="module")
def learnt(known: Vocabulary) -> Softmax:
    return softmax(known, known.vectors, LABELS)


def test_every_example_is_known_again(known: Vocabulary, learnt: Softmax) -> None:
    best = [learnt.labels[int(learnt.scores(known.vector(features(text))).argmax())] for text in TEXTS]
    assert best == LABELS


def test_new_sentence_goes_where_its_words_do(known: Vocabulary, learnt: Softmax) -> None:
    scores = learnt.scores(known.vector(features("the bank has not paid")))
    assert learnt.labels[int(scores.argmax())] == "bank"


def test_unknown_words_make_nothing_likely(known: Vocabulary, learnt: Softmax) -> None:
    assert float(learnt.scores(known.vector(features("牛 肉 炖 多 久"))).max()) < 0.1


def test_shares_leave_room_for_labels_that_nobody_knows(known: Vocabulary, learnt: Softmax) -> None:
    assert all(0 < float(learnt.scores(known.vector(features(text))).sum()) < 1 for text in TEXTS)


def test_what_it_says_of_an_unseen_example_is_near_what_it_says_without_it(learnt: Softmax) -> None:
    for place, text in enumerate(TEXTS):
        rest = [other for other in range(len(TEXTS)) if other != place]
        fewer = vocabulary([TEXTS[other] for other in rest])
        without = softmax(fewer, fewer.vectors, [LABELS[other] for other in rest])
        said = without.scores(fewer.vector(features(text)))
        assert np.abs(learnt.judged(learnt.others[place]) - said).max() < 0.1


def test_all_examples_together_are_told_the_same_as_each_by_itself(known: Vocabulary, learnt: Softmax) -> None:
    together = learnt.judged(told(known.vectors, learnt))
    alone = np.array([learnt.scores(known.vector(features(text))) for text in TEXTS])
    assert np.allclose(together, alone, atol=1e-5)
