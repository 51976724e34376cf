"""Does a ticket's log alone tell where a chat stands?"""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.office import Priority
from bot.desk.tickets import Event, NotLive, Taken, Ticket, TicketState, What, after, fold
from tests.desk.people import FRIDAY, SUN, WU, ZHOU

SOON, BY, LATER = (FRIDAY + timedelta(hours=hours) for hours in (1, 2, 8))
BLANK = Ticket(1, 501)
OPENED = Event(What.OPENED, FRIDAY, reason="human", priority=Priority.P1, reply_by=BY)
CLAIMED = Event(What.CLAIMED, FRIDAY, ZHOU.id)
ANSWERED = Event(What.ADVISOR_WROTE, FRIDAY, ZHOU.id)


def _events(at: datetime) -> st.SearchStrategy[Event]:
    people = st.sampled_from([ZHOU.id, WU.id])
    return st.builds(
        Event,
        what=st.sampled_from([what for what in What if what != What.OPENED]),
        at=st.just(at),
        actor=people,
        reason=st.sampled_from(["human", "seller_delay"]),
        priority=st.sampled_from(Priority),
        reply_by=st.sampled_from([BY, LATER]),
        to=people,
    )


def test_new_ticket_waits_for_anybody_until_the_promised_time() -> None:
    expected = Ticket(
        1,
        501,
        reason="human",
        priority=Priority.P1,
        opened_at=FRIDAY,
        waits_since=FRIDAY,
        reply_by=BY,
        promises=(("human", BY),),
        version=1,
    )
    assert fold(BLANK, [OPENED]) == expected


def test_graver_reason_takes_the_lead_and_the_earliest_promise_holds() -> None:
    threat = Event(What.ASKED, SOON, reason="threat", priority=Priority.P0, reply_by=LATER)
    found = fold(BLANK, [OPENED, threat])
    assert (found.reason, found.priority, found.reply_by, found.promises) == (
        "threat",
        Priority.P0,
        BY,
        (("human", BY), ("threat", LATER)),
    )


def test_graver_reason_is_a_wait_of_its_own() -> None:
    threat = Event(What.ASKED, SOON, reason="threat", priority=Priority.P0, reply_by=SOON + timedelta(minutes=15))
    found = fold(BLANK, [OPENED, Event(What.REMINDED, SOON), threat])
    assert (found.waits_since, found.reply_by, found.reminders) == (SOON, threat.reply_by, 0)


def test_graver_reason_after_a_broken_promise_has_its_own() -> None:
    late = BY + timedelta(minutes=1)
    threat = Event(What.ASKED, late, reason="threat", priority=Priority.P0, reply_by=LATER)
    found = fold(BLANK, [OPENED, threat])
    assert (found.waits_since, found.reply_by, dict(found.promises)["human"]) == (late, LATER, BY)


def test_reason_that_is_promised_sooner_waits_anew() -> None:
    asked = Event(What.ASKED, FRIDAY + timedelta(minutes=5), reason="late", priority=Priority.P1, reply_by=SOON)
    found = fold(BLANK, [OPENED, Event(What.REMINDED, FRIDAY), asked])
    assert (found.reason, found.waits_since, found.reply_by, found.reminders) == ("human", asked.at, SOON, 0)


def test_another_reason_as_grave_makes_no_wait_begin_again() -> None:
    asked = Event(What.ASKED, SOON, reason="late", priority=Priority.P1, reply_by=LATER)
    found = fold(BLANK, [OPENED, Event(What.REMINDED, SOON), asked])
    assert (found.reason, found.waits_since, found.reply_by, found.reminders) == ("human", FRIDAY, BY, 1)


def test_lighter_reason_changes_neither_reason_nor_priority() -> None:
    asked = Event(What.ASKED, FRIDAY, reason="how_long", priority=Priority.P3, reply_by=LATER)
    found = fold(BLANK, [OPENED, asked])
    assert (found.reason, found.priority, found.reply_by) == ("human", Priority.P1, BY)


def test_claimed_ticket_is_held_and_still_owes_its_answer() -> None:
    found = fold(BLANK, [OPENED, Event(What.REMINDED, FRIDAY), CLAIMED])
    assert (found.state, found.owner, found.is_held, found.reply_by, found.reminders) == (
        TicketState.CLAIMED,
        ZHOU.id,
        True,
        BY,
        0,
    )


def test_claimed_ticket_cannot_be_claimed_again() -> None:
    with pytest.raises(Taken) as caught:
        fold(BLANK, [OPENED, CLAIMED, replace(CLAIMED, actor=WU.id)])
    assert caught.value.owner == ZHOU.id


def test_first_answer_takes_the_chat_and_keeps_the_promise() -> None:
    found = fold(BLANK, [OPENED, ANSWERED])
    assert (found.state, found.owner, found.answered_at, found.reply_by, found.promises) == (
        TicketState.WAITING,
        ZHOU.id,
        FRIDAY,
        None,
        (),
    )


def test_nobody_answers_in_the_chat_of_another() -> None:
    with pytest.raises(Taken):
        fold(BLANK, [OPENED, CLAIMED, replace(ANSWERED, actor=WU.id)])


def test_buyer_who_writes_again_waits_for_the_owner() -> None:
    wrote = Event(What.BUYER_WROTE, BY, reply_by=LATER)
    found = fold(BLANK, [OPENED, ANSWERED, wrote])
    assert (found.state, found.owner, found.waits_since, found.reply_by) == (TicketState.CLAIMED, ZHOU.id, BY, LATER)


def test_buyer_who_waits_already_is_promised_nothing_later() -> None:
    found = fold(BLANK, [OPENED, Event(What.BUYER_WROTE, BY, reply_by=LATER)])
    assert (found.state, found.waits_since, found.reply_by) == (TicketState.OPEN, FRIDAY, BY)


def test_passed_on_chat_waits_anew_for_its_new_owner() -> None:
    passed = Event(What.TRANSFERRED, LATER, ZHOU.id, "忙", reply_by=LATER, to=WU.id)
    found = fold(BLANK, [OPENED, CLAIMED, passed])
    assert (found.state, found.owner, found.waits_since, found.reply_by) == (TicketState.CLAIMED, WU.id, LATER, LATER)


def test_passed_on_chat_with_a_silent_buyer_makes_nobody_wait() -> None:
    passed = Event(What.TRANSFERRED, LATER, ZHOU.id, "忙", reply_by=LATER, to=WU.id)
    found = fold(BLANK, [OPENED, ANSWERED, passed])
    assert (found.state, found.owner, found.waits_since, found.reply_by) == (TicketState.WAITING, WU.id, None, None)


def test_requeued_chat_is_anybodys_again() -> None:
    found = fold(BLANK, [OPENED, CLAIMED, Event(What.REQUEUED, BY, reply_by=LATER)])
    assert (found.state, found.owner, found.waits_since, found.reply_by) == (TicketState.OPEN, None, BY, LATER)


@pytest.mark.parametrize(
    ("what", "state"),
    [
        (What.RESOLVED, TicketState.RESOLVED),
        (What.RETURNED, TicketState.RETURNED),
        (What.EXPIRED, TicketState.EXPIRED),
    ],
)
def test_ended_ticket_takes_no_more_events(what: What, state: TicketState) -> None:
    ended = fold(BLANK, [OPENED, Event(what, BY)])
    assert (ended.state, ended.closed_at, ended.promises) == (state, BY, ())
    with pytest.raises(NotLive):
        after(ended, CLAIMED)


@given(st.lists(_events(FRIDAY), max_size=12))
def test_whatever_happens_only_held_tickets_have_an_owner_who_owes_something(events: list[Event]) -> None:
    ticket = fold(BLANK, [OPENED])
    for event in events:
        try:
            ticket = after(ticket, event)
        except (NotLive, Taken):
            continue
        is_owed = ticket.state in {TicketState.OPEN, TicketState.CLAIMED}
        assert (ticket.owner is not None) >= ticket.is_held
        assert (ticket.reply_by is not None) == is_owed
        assert not (ticket.state == TicketState.OPEN and ticket.owner)


def test_lead_is_known_by_rank_not_by_name() -> None:
    assert [who.leads for who in (ZHOU, WU, SUN)] == [False, False, True]
