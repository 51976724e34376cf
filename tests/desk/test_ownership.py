"""Does a chat have one owner, who is changed only by those who may?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.desk.advisors import Leave, Roster
from bot.desk.desk import decide
from bot.desk.situation import DeskDecision, DeskSituation, Farewell, Happen, ToTopic
from bot.desk.tickets import Event, Ticket, TicketState, What, after
from bot.dialogue.messages import Kind, Say
from tests.desk.people import FRIDAY, HELD, OPEN, SUN, WU, ZHOU, happened, situation, told
from tests.talks import house

ANSWERED = after(HELD, Event(What.ADVISOR_WROTE, FRIDAY, ZHOU.id))
TAKEN = "周顾问 已经接手了。要换人，请对方点“转给”。"


def _decide(situation: DeskSituation) -> DeskDecision:
    return decide(situation, house())


def test_first_tap_claims_the_chat_and_all_are_told() -> None:
    decision = _decide(situation(Kind.BUTTON, "t:1:claim"))
    assert (happened(decision), told(decision), decision.toast) == (
        [What.CLAIMED],
        ["周顾问 接手了。"],
        "周顾问 接手了。",
    )


def test_later_tap_is_told_who_has_it_without_a_message() -> None:
    assert _decide(situation(Kind.BUTTON, "t:1:claim", who=WU, ticket=HELD)) == DeskDecision((), TAKEN)


def test_claim_in_words_is_told_who_has_it_in_words() -> None:
    decision = _decide(situation(Kind.COMMAND, "claim", who=WU, ticket=HELD))
    assert (happened(decision), told(decision)) == ([], [TAKEN])


@pytest.mark.parametrize(("what", "command"), [(What.RESOLVED, "done"), (What.RETURNED, "back")])
def test_owner_gives_the_chat_back_and_the_buyer_is_told(what: What, command: str) -> None:
    decision = _decide(situation(Kind.COMMAND, command, ticket=ANSWERED))
    farewells = [action.ticket for action in decision.actions if isinstance(action, Farewell)]
    assert (happened(decision), farewells) == ([what], [after(ANSWERED, Event(what, FRIDAY, ZHOU.id))])


@pytest.mark.parametrize(("what", "command"), [(What.RESOLVED, "done"), (What.RETURNED, "back")])
@pytest.mark.parametrize("ticket", [OPEN, HELD])
def test_buyer_who_still_waits_is_given_back_only_on_purpose(ticket: Ticket, what: What, command: str) -> None:
    asked = _decide(situation(Kind.COMMAND, command, ticket=ticket))
    say = next(action.parcel for action in asked.actions if isinstance(action, ToTopic))
    assert isinstance(say, Say)
    ended = _decide(situation(Kind.BUTTON, say.buttons[0].data, ticket=ticket))
    assert (happened(asked), told(asked), happened(ended)) == (
        [],
        ["买家还在等答复，交回后机器人不会替您答。"],
        [what],
    )


def test_chat_is_not_passed_on_to_who_has_it() -> None:
    decision = _decide(situation(Kind.COMMAND, "pass", ticket=HELD, argument="周"))
    assert (happened(decision), told(decision)) == ([], ["这位买家已经由 周顾问 负责。"])


@pytest.mark.parametrize("content", ["t:1:back", f"t:1:pass:{WU.id}"])
def test_nobody_else_gives_away_an_owned_chat(content: str) -> None:
    decision = _decide(situation(Kind.BUTTON, content, who=WU, ticket=HELD))
    assert (happened(decision), decision.toast) == ([], TAKEN)


def test_lead_may_give_away_every_chat() -> None:
    assert happened(_decide(situation(Kind.BUTTON, "t:1:back", who=SUN, ticket=ANSWERED))) == [What.RETURNED]


def test_chat_is_passed_on_by_name_with_a_reason() -> None:
    decision = _decide(situation(Kind.COMMAND, "pass", ticket=HELD, argument="吴 我要 <开会>"))
    event = next(action.event for action in decision.actions if isinstance(action, Happen))
    assert (event, told(decision)) == (
        Event(What.TRANSFERRED, FRIDAY, ZHOU.id, "我要 <开会>", reply_by=HELD.reply_by, to=WU.id),
        [f'周顾问 转给 <a href="tg://user?id={WU.id}">吴顾问</a>：我要 &lt;开会&gt;'],
    )


def test_new_owner_of_a_late_chat_gets_the_usual_time() -> None:
    late = replace(situation(Kind.BUTTON, f"t:1:pass:{WU.id}", ticket=HELD), now=FRIDAY + timedelta(hours=2))
    event = next(action.event for action in _decide(late).actions if isinstance(action, Happen))
    assert event.reply_by == FRIDAY + timedelta(hours=5)


def test_unknown_colleague_is_answered_with_those_there_are() -> None:
    decision = _decide(situation(Kind.COMMAND, "pass", ticket=HELD, argument="王<"))
    assert told(decision) == ["没有叫“王&lt;”的顾问。有：周顾问、吴顾问、孙顾问"]


def test_only_colleagues_who_are_there_are_offered() -> None:
    away = Roster((ZHOU, replace(WU, leaves=(Leave(date(2026, 9, 18), date(2026, 9, 18)),)), SUN))
    offered = decide(replace(situation(Kind.BUTTON, "t:1:to", ticket=HELD), roster=away), house())
    parcels = [action.parcel for action in offered.actions if isinstance(action, ToTopic)]
    assert [[button.label for button in parcel.buttons] for parcel in parcels if isinstance(parcel, Say)] == [
        ["孙顾问"]
    ]


def test_button_of_a_ticket_that_is_over_does_nothing() -> None:
    decision = _decide(situation(Kind.BUTTON, "t:9:claim"))
    assert (happened(decision), told(decision)) == ([], ["这里没有要处理的单子。"])


def test_open_ticket_needs_no_owner_to_be_given_back() -> None:
    assert OPEN.state == TicketState.OPEN
    assert happened(_decide(situation(Kind.BUTTON, "t:1:end:returned"))) == [What.RETURNED]
