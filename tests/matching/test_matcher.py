"""Are scores, margins and slots such that the right thing is done with them?"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import pytest

from bot.cases.milestones import Milestone, Role
from bot.content.library import syllables
from bot.matching.examples import Example, Examples, Likeness
from bot.matching.hearing import Heard, Hearing
from bot.matching.lexicon import Lexicon, Word
from bot.matching.match import Match, Verdict
from bot.matching.matcher import Matcher
from bot.matching.rules import Rule, Rulebook, Term
from bot.matching.said import FILLER
from bot.matching.sentences import Sentences
from bot.matching.slots import Meanings
from bot.matching.text import key
from bot.matching.thresholds import Thresholds
from bot.matching.tiers import Tiers
from tests.talks import house


class Opinion(Examples):
    """Examples that are of one opinion, whatever is said, and lean to `leans` of what is grave (0–1)."""

    def __init__(self, *opinion: Likeness, leans: float = 1.0) -> None:
        super().__init__((), Sentences(Hearing(Lexicon([], {}), Rulebook([]))))
        self._opinion = opinion
        self._leans = leans

    def like(self, heard: Heard, but: str | None = None) -> Sequence[Likeness]:  # noqa: ARG002
        """The same for every message."""
        return self._opinion

    def lean(self, intents: AbstractSet[str], heard: Heard, but: str | None = None) -> float:  # noqa: ARG002
        """The same for every message."""
        return self._leans


STORY = "it is gone and nobody in the office knows anything about it"


def judged(*opinion: Likeness, grave: Sequence[str] = ("fraud", "double_sale")) -> Match:
    """What becomes of a message that no rule knows, if the examples are of this opinion."""
    hearing = Hearing(Lexicon([], syllables()), Rulebook([]))
    limits = Thresholds(sure=0.7, urgent_example=0.5)
    return Matcher(hearing, Opinion(*opinion), Meanings(), Tiers(grave=frozenset(grave)), limits).match(STORY)


def doubted(*opinion: Likeness) -> Verdict:
    """What becomes of a rule that holds, if the examples are of this opinion."""
    words = [Word(key("定金"), frozenset({"deposit"}))]
    rules = [Rule("deposit_rule", "= 定金", (Term(frozenset({"deposit"}), "定金"),), whole=True)]
    limits = Thresholds(plain=1.0)
    tiers = Tiers(asides=frozenset({"out_of_scope"}), beside="out_of_scope")
    hearing = Hearing(Lexicon(words, syllables()), Rulebook(rules), home=frozenset({"deposit"}))
    return Matcher(hearing, Opinion(*opinion), Meanings(), tiers, limits).match("办婚宴付的定金").verdict


def rather(text: str) -> bool:
    """Is a message said rather of the certificate than of papers to hand in?"""
    taught = {
        "certificate": ("房产证能邮寄吗", "邮寄要几天", "寄到家多少钱", "is the fee high", "feed me"),
        "papers": ("材料能邮寄吗", "材料寄到哪", "材料怎么交", "how to send papers", "any papers"),
    }
    words = [Word(key(word), frozenset({word})) for word in ("邮寄", "材料", "寄", "fee", "feed", "papers")]
    fillers = [Word(key(word), frozenset({FILLER})) for word in ("吗", "几天")]
    hearing = Hearing(Lexicon([*words, *fillers], syllables()), Rulebook([]))
    examples = [Example(intent, sentence) for intent, sentences in taught.items() for sentence in sentences]
    small = Matcher(hearing, Examples(examples, Sentences(hearing)), Meanings())
    return small.is_rather_of(small.match(text), "certificate", "papers")


@pytest.mark.parametrize(
    ("text", "is_rather"),
    [
        ("能邮寄吗", True),
        ("材料呢", False),
        # Both words: one of them is enough.
        ("材料邮寄呢", True),
        ("油寄呢", True),
        # A single character stands in many words, a filler in every other sentence.
        ("寄呢", False),
        ("几天", False),
        # No word within another.
        ("a fee", True),
        ("papers", False),
        ("nothing of it", False),
    ],
)
def test_what_a_message_is_rather_said_of_the_examples_tell_by_its_words(text: str, *, is_rather: bool) -> None:
    assert rather(text) == is_rather


def match(text: str) -> Match:
    return house().content.matcher.match(text)


def test_candidates_stand_best_first_with_their_evidence() -> None:
    found = match("为什么还不能签")
    scores = [entry.score for entry in found.candidates]
    assert (found.candidates[0].intent, scores, bool(found.candidates[0].evidence)) == (
        "why_cant_sign",
        sorted(scores, reverse=True),
        True,
    )


def test_margin_is_the_lead_over_the_runner_up() -> None:
    found = match("卖家拖着，我什么时候能签")
    assert found.margin == pytest.approx(found.candidates[0].score - found.candidates[1].score)


def test_steps_and_people_named_become_slots_in_order() -> None:
    slots = match("网签以后卖家多久过户").slots
    assert (slots.milestones, slots.parties) == ((Milestone.ONLINE_SIGN, Milestone.TRANSFER), (Role.SELLER,))


@pytest.mark.parametrize(
    ("text", "delayer"),
    [("卖家拖着不签", "seller_delay"), ("开发商拖着不签", "developer_delay"), ("我想晚几天签", "buyer_delay")],
)
def test_who_delays_is_read_and_never_guessed(text: str, delayer: str) -> None:
    best = match(text).best
    assert best is not None
    assert best.intent == delayer


def test_danger_to_life_goes_before_the_question_beside_it() -> None:
    found = match("还要多久才能签，我真的不想活了")
    assert (found.best.intent if found.best else None, found.verdict) == ("self_harm", Verdict.SURE)


def test_rule_is_doubtful_where_examples_are_rather_of_another_matter() -> None:
    elsewhere, faint, loud = Likeness("out_of_scope", 0.5), Likeness("deposit_rule", 0.4), Likeness("deposit_rule", 0.6)
    found = [doubted(*opinion) for opinion in ((elsewhere,), (elsewhere, faint), (elsewhere, loud), ())]
    assert found == [Verdict.UNSURE, Verdict.UNSURE, Verdict.SURE, Verdict.SURE]


@pytest.mark.parametrize(("text", "is_alarm"), [("同归于进", True), ("步想活了", True), ("相死", False)])
def test_what_sounds_like_an_alarm_in_three_characters_is_one(text: str, *, is_alarm: bool) -> None:
    assert (match(text).alarm is not None) == is_alarm


def test_examples_that_waver_between_grave_questions_call_a_person_all_the_same() -> None:
    found = judged(Likeness("status_now", 0.4), Likeness("fraud", 0.35), Likeness("double_sale", 0.2))
    assert ([entry.intent for entry in found.candidates][:2], found.verdict) == (["fraud", "status_now"], Verdict.SURE)


def of_fraud(score: float, leans: float, tiers: Tiers) -> Matcher:
    """Whose only example is of a fraud, so likely and so near."""
    hearing = Hearing(Lexicon([], syllables()), Rulebook([]))
    opinion = Opinion(Likeness("fraud", score), leans=leans)
    return Matcher(hearing, opinion, Meanings(), tiers, Thresholds(sure=0.7, urgent_example=0.5))


@pytest.mark.parametrize(
    ("score", "leans", "tiers", "verdict"),
    [
        (0.78, 1, {}, Verdict.UNSURE),
        (0.85, 1, {}, Verdict.SURE),
        (0.85, 0.98, {}, Verdict.UNSURE),
        (0.96, 0.5, {}, Verdict.SURE),
        (0.75, 1, {"urgent"}, Verdict.SURE),
        (0.75, 0.98, {"urgent"}, Verdict.UNSURE),
        (0.85, 0.95, {"urgent"}, Verdict.SURE),
        (0.85, 0.8, {"urgent"}, Verdict.UNSURE),
        (0.96, 0.8, {"urgent"}, Verdict.SURE),
        (0.85, 0.5, {"urgent", "life"}, Verdict.SURE),
        (0.75, 0.5, {"urgent", "life"}, Verdict.UNSURE),
    ],
)
def test_few_words_call_a_person_only_where_they_are_much_like_an_example(
    score: float, leans: float, tiers: AbstractSet[str], verdict: Verdict
) -> None:
    of_it = frozenset({"fraud"})
    of_them = Tiers(
        grave=of_it, urgent=of_it if "urgent" in tiers else frozenset(), life=of_it if "life" in tiers else frozenset()
    )
    assert of_fraud(score, leans, of_them).match("they took it and are gone").verdict == verdict


def test_a_fragment_calls_nobody_however_like_an_example() -> None:
    of_it = frozenset({"fraud"})
    assert of_fraud(0.98, 1, Tiers(grave=of_it, urgent=of_it)).match("it is gone").verdict == Verdict.UNSURE


def test_examples_that_waver_between_a_grave_question_and_others_call_nobody() -> None:
    found = judged(Likeness("status_now", 0.4), Likeness("fraud", 0.35), Likeness("sign_date", 0.2))
    assert (found.candidates[0].intent, found.verdict) == ("status_now", Verdict.UNSURE)


@pytest.mark.parametrize("text", ["dont see point of living anymore", "i don't want to be alive", "活着没什么意思"])
def test_denying_a_reason_to_live_denies_no_danger(text: str) -> None:
    best = match(text).best
    assert best is not None
    assert best.intent == "self_harm"


@pytest.mark.parametrize("text", ["急死我了什么时候能签", "我没有想不开，就想问问进度", "笑死，系统又崩了"])
def test_idiom_or_denial_is_no_alarm(text: str) -> None:
    best = match(text).best
    assert best is not None
    assert house().content.intents[best.intent].is_urgent is False


@pytest.mark.parametrize(
    "text", ["", " ", "？？？", "😀", "1234567", "ааа", "brrt xoq zzv", "{{ 7*7 }}", "<b>", "\x00\x07"]
)
def test_nonsense_is_nothing_and_never_answered(text: str) -> None:
    assert match(text).verdict == Verdict.NOTHING


def test_ten_thousand_characters_end_in_some_verdict() -> None:
    assert match("网签" * 5000).verdict in set(Verdict)
