"""Does a fragment mean what it means after the question before, and only then?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.milestones import Milestone
from bot.dialogue.context.fragments import in_context
from bot.dialogue.context.steps import about
from bot.dialogue.messages import Chat, Incoming, Kind
from bot.dialogue.situation import Situation
from bot.matching.understanding import understand
from tests.samples import at
from tests.talks import house, said, talk_of

NOW = at("2026-09-22 15:00")
AFTER_RELEASE = Chat(7, last_intent="how_long", last_about=Milestone.LOAN_RELEASE, last_at=NOW - timedelta(minutes=2))


def situation(chat: Chat) -> Situation:
    return Situation(Incoming(1, 7, Kind.TEXT), chat, NOW)


def step(message: str, chat: Chat) -> Milestone | None:
    content = house().content
    understood = in_context(understand(content.matcher, message), situation(chat), content)
    match = understood.asked[0]
    assert match.best is not None
    return about(content.intents[match.best.intent], situation(chat), match)


def test_bare_how_long_means_the_step_spoken_of_before() -> None:
    assert step("那多久？", AFTER_RELEASE) == Milestone.LOAN_RELEASE


def test_bare_how_long_means_the_signing_where_nothing_was_said_before() -> None:
    assert step("那多久？", Chat(7)) == Milestone.ONLINE_SIGN


def test_old_question_lends_nothing_to_a_new_one() -> None:
    assert step("那多久？", replace(AFTER_RELEASE, last_at=NOW - timedelta(hours=5))) == Milestone.ONLINE_SIGN


@pytest.mark.parametrize("message", ["那备案呢", "what about filing"])
def test_step_alone_repeats_the_last_question_about_that_step(message: str) -> None:
    assert step(message, AFTER_RELEASE) == Milestone.FILED


@pytest.mark.parametrize("before", ["在哪里签", "要带什么材料"])
@pytest.mark.parametrize(
    ("message", "reply"),
    [
        ("卖家想自杀呢", "self_harm"),
        ("卖家去世了呢", "bereavement"),
        ("and the seller died", "bereavement"),
        ("卖家跑路了呢", "fraud"),
        ("and the seller threatens me", "threat"),
        ("中介骗我呢", "fraud"),
        ("卖家不来呢", "seller_delay"),
        ("and the seller vanished", "seller_delay"),
    ],
)
def test_what_happens_to_somebody_is_no_part_of_the_last_question(before: str, message: str, reply: str) -> None:
    talk = talk_of("C-DEMO-04")
    talk.say(before)
    chosen = talk.say(message).chosen
    assert chosen
    assert chosen.reply == reply


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("在哪里跟卖家签约", "城东政务服务中心"),
        ("where do I meet the seller to sign", "Wed 25 Nov"),
        ("跟卖家见面签约要带什么材料", "身份证"),
    ],
)
def test_who_is_met_is_not_whose_part_is_asked_about(message: str, told: str) -> None:
    talk = talk_of("C-DEMO-01")
    assert told in said(talk.say(message))


def test_chat_forgets_a_question_that_editors_have_removed() -> None:
    talk = talk_of("C-DEMO-04")
    gone = replace(
        talk.chat(),
        last_intent="gone",
        last_about=Milestone.DOCS_READY,
        last_at=talk.now,
        called_off=frozenset({"lost"}),
    )
    with talk.turn.books.transaction() as records:
        records.chats.save(gone)
    decision = talk.say("还差什么材料")
    assert decision.chosen
    assert (decision.chosen.reply, talk.chat().called_off) == ("docs_missing", frozenset())
