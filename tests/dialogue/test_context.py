"""Does a fragment mean what it means after the question before, and only then?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.milestones import Milestone
from bot.dialogue.context import about, in_context
from bot.dialogue.messages import Chat, Incoming, Kind
from bot.dialogue.situation import Situation
from bot.matching.understanding import understand
from tests.samples import at
from tests.talks import house

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
