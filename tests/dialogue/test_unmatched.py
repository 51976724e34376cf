"""Which messages are kept for the editors, and when is an older answer blamed?"""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.dialogue.unmatched import Miss, Unmatched, chat_hash
from bot.review.clusters import Cluster, clusters, is_open
from tests.talks import Talk, house, talk_of

CASE = "C-DEMO-03"
# The first is about nothing at all; the second is known well.
UNKNOWN, KNOWN = "brrt xoq zzv", "网签要多久"


def _kept(talk: Talk) -> list[Unmatched]:
    """What was kept of a chat."""
    with talk.turn.books.transaction() as records:
        query = text("SELECT id FROM unmatched WHERE chat_hash = :hash ORDER BY id")
        ids = set(records.connection.execute(query, {"hash": chat_hash(talk.chat_id)}).scalars())
        rows = records.connection.execute(text("SELECT id FROM unmatched ORDER BY id")).scalars()
        return [miss for row, miss in zip(rows, records.unmatched.all(), strict=True) if row in ids]


def _outcomes(talk: Talk, *messages: str, pause: timedelta = timedelta(minutes=1)) -> list[tuple[str, Miss]]:
    for message in messages:
        talk.say(message)
        talk.now += pause
    return [(miss.text, miss.outcome) for miss in _kept(talk)]


def test_a_message_not_understood_is_kept_without_numbers() -> None:
    assert _outcomes(talk_of(CASE), "brrt 13812345678 xoq") == [("brrt [手机号] xoq", Miss.DECLINED)]


def test_a_message_that_needs_asking_back_is_kept_with_its_candidates() -> None:
    talk = talk_of(CASE)
    talk.say("合同呢")
    (miss,) = _kept(talk)
    assert (miss.outcome, len(miss.candidates) >= 1) == (Miss.ASKED, True)


def test_a_message_that_is_answered_is_not_kept() -> None:
    assert _outcomes(talk_of(CASE), KNOWN, "谢谢") == []


def test_an_answer_asked_for_again_is_blamed_on_the_first_question() -> None:
    assert _outcomes(talk_of(CASE), KNOWN, f"{KNOWN}呀") == [(KNOWN, Miss.REASKED)]


def test_an_answer_is_blamed_when_the_buyer_says_it_was_misunderstood() -> None:
    assert _outcomes(talk_of(CASE), KNOWN, "你没听懂") == [(KNOWN, Miss.REASKED)]


def test_another_question_soon_after_blames_nobody() -> None:
    assert _outcomes(talk_of(CASE), KNOWN, "还差什么材料") == []


def test_the_same_question_on_another_day_blames_nobody() -> None:
    assert _outcomes(talk_of(CASE), KNOWN, KNOWN, pause=timedelta(minutes=11)) == []


def test_a_fallback_asked_again_is_kept_as_declined_only() -> None:
    assert _outcomes(talk_of(CASE), UNKNOWN, UNKNOWN) == [(UNKNOWN, Miss.DECLINED)] * 2


def test_what_is_passed_on_ununderstood_is_kept_each_time() -> None:
    first, second = "the balcony glass zzv", "brrt balcony xoq"
    assert _outcomes(talk_of(CASE), KNOWN, first, second) == [(first, Miss.ASKED), (second, Miss.ASKED)]


def _miss(text: str, outcome: Miss = Miss.DECLINED, candidates: tuple[str, ...] = ()) -> Unmatched:
    return Unmatched(text, "zh", outcome, candidates, "abc")


@pytest.mark.parametrize(
    ("miss", "still"),
    [
        (_miss(UNKNOWN), True),
        (_miss(KNOWN), False),
        (_miss(UNKNOWN, Miss.ASKED, ("out_of_scope",)), True),
        (_miss("blarg foo zork", Miss.ASKED, ("out_of_scope",)), True),
        (_miss("blarg foo zork", Miss.ASKED), False),
        (_miss(KNOWN, Miss.DISLIKED, ("how_long",)), True),
        (_miss(KNOWN, Miss.DISLIKED, ("sign_date",)), False),
        (_miss(KNOWN, Miss.REASKED, ("how_long",)), True),
        (_miss(UNKNOWN, Miss.REASKED, ("how_long",)), True),
    ],
)
def test_a_failure_is_over_once_the_content_answers_it_otherwise(miss: Unmatched, *, still: bool) -> None:
    assert is_open(miss, house().content.matcher, lambda _: False) is still


def test_a_disliked_answer_that_reads_otherwise_is_over() -> None:
    miss = _miss(KNOWN, Miss.DISLIKED, ("how_long",))
    matcher = house().content.matcher
    assert (is_open(miss, matcher, lambda _: False), is_open(miss, matcher, lambda _: True)) == (True, False)


def test_like_failures_make_one_gap_with_counts_and_outcomes() -> None:
    misses = [_miss("梦到猫了"), _miss("梦到猫了", Miss.ASKED), _miss("又梦到猫了"), _miss("停车")]
    found = clusters(misses, house().content.matcher)
    first = Cluster(
        "梦到猫了", "zh", (("梦到猫了", 2), ("又梦到猫了", 1)), {Miss.DECLINED: 2, Miss.ASKED: 1}, found[0].likeliest
    )
    assert (found[0], [gap.count for gap in found]) == (first, [3, 1])
