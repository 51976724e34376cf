"""Is a sentence of the editors heard once, and learnt anew only where something about it changed?"""

import pickle

import numpy as np

from bot.content.library import syllables
from bot.matching.examples import Example, Examples, Learnt
from bot.matching.hearing import Hearing, Sentences
from bot.matching.lexicon import Lexicon, Word
from bot.matching.rules import Rule, Rulebook, Term
from bot.matching.text import key

SIGN = Rule("sign", "网签", (Term(frozenset({"sign"}), "网签"),))
FRAUD = Rule("fraud", "骗", (Term(frozenset({"cheat"}), "骗"),))
SENTENCES = [
    Example("sign", "网签要多久"),
    Example("sign", "哪天网签"),
    Example("fraud", "我被骗了"),
    Example("sign", "when to sign"),
]


def hearing() -> Hearing:
    words = [
        Word(key("网签"), frozenset({"sign"})),
        Word(key("骗"), frozenset({"cheat"})),
        Word(key("没被"), frozenset({"denial"})),
    ]
    return Hearing(Lexicon(words, syllables()), Rulebook([SIGN, FRAUD]), frozenset({"sign"}), frozenset({"fraud"}))


def test_sentence_of_the_editors_is_heard_once() -> None:
    sentences = Sentences(hearing())
    assert sentences["网签要多久"] is sentences["网签要多久"]


def test_grave_question_that_is_denied_is_not_meant() -> None:
    ears = hearing()
    told = {text: ears.hear(text) for text in ("我被骗了", "没被骗，网签呢")}
    assert [([entry.rule.intent for entry in heard.fired], heard.denied) for heard in told.values()] == [
        (["fraud"], frozenset()),
        (["sign"], {"fraud"}),
    ]


def test_another_process_hears_by_itself_and_the_same() -> None:
    sentences = Sentences(hearing())
    before = sentences["网签要多久"]
    other = pickle.loads(pickle.dumps(sentences))  # noqa: S301
    assert len(other) == 0
    after = other["网签要多久"]
    assert (after.utterance, after.kinds, after.said.found) == (before.utterance, before.kinds, before.said.found)


def test_only_the_language_whose_examples_changed_is_learnt_anew() -> None:
    ears = hearing()
    known: dict[str, Learnt] = {}
    Examples(SENTENCES, ears.hear, known).learn()
    before = dict(known)
    Examples([*SENTENCES, Example("fraud", "被骗子骗走了定金")], ears.hear, known).learn()
    assert {language: known[language] is before[language] for language in known} == {"zh": False, "en": True}


def test_what_is_learnt_beside_the_old_is_as_if_learnt_from_nothing() -> None:
    ears = hearing()
    known: dict[str, Learnt] = {}
    Examples(SENTENCES[:2], ears.hear, known).learn()
    beside, afresh = Examples(SENTENCES, ears.hear, known), Examples(SENTENCES, hearing().hear)
    for text in ("网签在哪天", "钱被骗了"):
        mine, other = (examples.like(ears.hear(text)) for examples in (beside, afresh))
        assert [entry.intent for entry in mine] == [entry.intent for entry in other]
        assert np.allclose([entry.score for entry in mine], [entry.score for entry in other])
