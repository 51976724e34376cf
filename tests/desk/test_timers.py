"""Does something happen about each ticket in time, counted in hours at work?"""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.office import Office, Priority
from bot.cases.workdays import Calendar
from bot.desk.advisors import Leave, Roster
from bot.desk.tickets import Event, Ticket, What, after, fold
from bot.desk.timers import ClockEvent, Hours, Patience, Timer, timer
from tests.desk.people import ROSTER, SUN, WU, ZHOU
from tests.samples import at

OFFICE, CALENDAR = Office(), Calendar()
HOURS = Hours(OFFICE, CALENDAR, Patience(), ROSTER)


def _open(asked: str, priority: Priority = Priority.P1, reminders: int = 0, *, on_call: bool = False) -> Ticket:
    """A ticket as the office promises it, after so many reminders."""
    since = at(asked)
    by = OFFICE.reply_by(priority, CALENDAR, since, on_call=on_call).at
    opened = Event(What.OPENED, since, reason="human", priority=priority, reply_by=by)
    return fold(Ticket(1, 501), [opened, *[Event(What.REMINDED, since)] * reminders])


def _claimed(asked: str, *more: Event) -> Ticket:
    return fold(_open(asked), [Event(What.CLAIMED, at(asked), ZHOU.id), *more])


def _waiting(answered: str, priority: Priority = Priority.P1) -> Ticket:
    return fold(_open(answered, priority), [Event(What.ADVISOR_WROTE, at(answered), ZHOU.id)])


def _rung(ticket: Ticket, times: int, late: timedelta = timedelta()) -> list[Timer]:
    """What rings, each time so late."""
    found = list[Timer]()
    for _ in range(times):
        ahead = timer(ticket, HOURS)
        assert ahead is not None
        found.append(ahead)
        ticket = after(ticket, Event(What.REMINDED, ahead.at + late))
    return found


@pytest.mark.parametrize(
    ("asked", "half", "full", "lead", "again"),
    [
        ("2026-09-18 09:00", "2026-09-18 10:00", "2026-09-18 11:00", "2026-09-18 12:00", "2026-09-18 14:00"),
        # Over the lunch break nobody is late.
        ("2026-09-18 11:30", "2026-09-18 13:30", "2026-09-18 14:30", "2026-09-18 15:30", "2026-09-18 16:30"),
        # From Friday evening to the Sunday that is worked.
        ("2026-09-18 17:00", "2026-09-18 18:00", "2026-09-20 10:00", "2026-09-20 11:00", "2026-09-20 12:00"),
        ("2026-09-19 10:00", "2026-09-20 10:00", "2026-09-20 11:00", "2026-09-20 12:00", "2026-09-20 14:00"),
        # A weekend without a make-up day, and a national holiday.
        ("2026-11-27 18:30", "2026-11-30 10:00", "2026-11-30 11:00", "2026-11-30 12:00", "2026-11-30 14:00"),
        ("2026-09-30 17:30", "2026-10-08 09:30", "2026-10-08 10:30", "2026-10-08 11:30", "2026-10-08 13:30"),
        # Into a year whose holidays nobody has published: Monday to Friday count, but for New Year.
        ("2026-12-31 17:30", "2027-01-04 09:30", "2027-01-04 10:30", "2027-01-04 11:30", "2027-01-04 13:30"),
    ],
)
def test_unclaimed_chat_is_called_out_at_half_whole_and_then_for_the_lead(
    asked: str, half: str, full: str, lead: str, again: str
) -> None:
    assert _rung(_open(asked), 4) == [
        Timer(at(half), ClockEvent.HALF),
        Timer(at(full), ClockEvent.FULL),
        Timer(at(lead), ClockEvent.LEAD),
        Timer(at(again), ClockEvent.LEAD),
    ]


def test_at_night_an_emergency_counts_by_the_clock() -> None:
    found = [timer(_open("2026-09-18 23:00", Priority.P0, number, on_call=True), HOURS) for number in range(2)]
    assert found == [Timer(at("2026-09-18 23:15"), ClockEvent.HALF), Timer(at("2026-09-18 23:30"), ClockEvent.FULL)]


def test_danger_just_before_a_holiday_calls_the_leads_the_same_evening() -> None:
    found = [timer(_open("2026-09-30 17:50", Priority.P0, number, on_call=True), HOURS) for number in range(3)]
    assert found == [
        Timer(at("2026-09-30 18:05"), ClockEvent.HALF),
        Timer(at("2026-09-30 18:20"), ClockEvent.FULL),
        Timer(at("2026-09-30 18:35"), ClockEvent.LEAD),
    ]


def test_danger_promised_for_closing_time_does_not_rest_until_morning() -> None:
    asked = _open("2026-09-30 17:44", Priority.P0, 2, on_call=True)
    assert timer(asked, HOURS) == Timer(at("2026-09-30 18:06") + timedelta(seconds=30), ClockEvent.LEAD)


_THREAT = Event(
    What.ASKED, at("2026-09-18 15:00"), reason="threat", priority=Priority.P0, reply_by=at("2026-09-18 15:15")
)
_TOLD = Event(What.REMINDED, at("2026-09-18 15:15"))


def test_danger_in_a_chat_that_waits_already_is_called_out_as_in_a_new_one() -> None:
    waiting = fold(_open("2026-09-18 09:00", Priority.P2, 1), [_THREAT])
    found = [timer(fold(waiting, [_TOLD] * number), HOURS) for number in range(3)]
    assert found == [
        Timer(at("2026-09-18 15:07") + timedelta(seconds=30), ClockEvent.HALF),
        Timer(at("2026-09-18 15:15"), ClockEvent.FULL),
        Timer(at("2026-09-18 15:22") + timedelta(seconds=30), ClockEvent.LEAD),
    ]


def test_danger_overlooked_by_the_owner_is_anybodys_within_minutes() -> None:
    claimed = fold(_claimed("2026-09-18 09:00"), [_TOLD, _THREAT])
    assert [timer(claimed, HOURS), timer(fold(claimed, [_TOLD]), HOURS)] == [
        Timer(at("2026-09-18 15:15"), ClockEvent.OWNER_LATE),
        Timer(at("2026-09-18 15:30"), ClockEvent.REQUEUE),
    ]


def test_where_nobody_is_on_duty_danger_counts_in_office_time() -> None:
    asked, hours = _open("2026-09-30 17:40", Priority.P0, 2), replace(HOURS, roster=Roster((ZHOU, WU)))
    assert timer(asked, hours) == Timer(at("2026-10-08 09:02") + timedelta(seconds=30), ClockEvent.LEAD)


def test_harmless_words_after_danger_are_owed_in_office_time() -> None:
    later = Event(What.ASKED, at("2026-09-18 16:00"), reason="how_long", reply_by=at("2026-09-20 17:00"))
    answered = Event(What.ADVISOR_WROTE, at("2026-09-18 10:00"), ZHOU.id)
    asked = fold(_open("2026-09-18 10:00", Priority.P0), [answered, later, Event(What.REMINDED, later.at)])
    assert timer(asked, HOURS) == Timer(at("2026-09-21 18:00"), ClockEvent.REQUEUE)


def test_owner_is_reminded_at_the_promised_time_and_then_loses_the_chat() -> None:
    reminded = Event(What.REMINDED, at("2026-09-18 11:00"))
    found = [timer(_claimed("2026-09-18 09:00"), HOURS), timer(_claimed("2026-09-18 09:00", reminded), HOURS)]
    assert found == [
        Timer(at("2026-09-18 11:00"), ClockEvent.OWNER_LATE),
        Timer(at("2026-09-18 14:00"), ClockEvent.REQUEUE),
    ]


def test_silent_buyer_is_announced_and_then_given_back() -> None:
    assert _rung(_waiting("2026-09-18 16:00"), 2) == [
        Timer(at("2026-09-20 11:00"), ClockEvent.FAREWELL_SOON),
        Timer(at("2026-09-20 12:00"), ClockEvent.FAREWELL),
    ]


def test_announcement_that_comes_late_leaves_the_announced_time() -> None:
    found = _rung(_waiting("2026-09-18 09:00"), 2, late=timedelta(hours=2, minutes=30))
    assert found[-1] == Timer(at("2026-09-18 17:30"), ClockEvent.FAREWELL)


def test_reminders_that_come_late_are_not_made_up_for() -> None:
    late = timedelta(hours=8)
    leads, danger = _rung(_open("2026-09-20 09:00"), 4, late), _rung(_waiting("2026-09-20 09:00", Priority.P0), 2, late)
    assert [leads[-1], danger[-1]] == [
        Timer(at("2026-09-21 10:00"), ClockEvent.LEAD),
        Timer(at("2026-09-21 14:00"), ClockEvent.STILL_OPEN),
    ]


def test_owners_leave_is_no_time_in_which_a_buyer_is_silent() -> None:
    away = replace(ZHOU, leaves=(Leave(date(2026, 9, 20), date(2026, 9, 21)),))
    hours = replace(HOURS, roster=Roster((away, WU, SUN)))
    assert timer(_waiting("2026-09-18 16:00"), hours) == Timer(at("2026-09-22 11:00"), ClockEvent.FAREWELL_SOON)


@pytest.mark.parametrize("what", [What.RESOLVED, What.RETURNED, What.EXPIRED])
def test_ended_ticket_needs_nothing_any_more(what: What) -> None:
    assert timer(_claimed("2026-09-18 09:00", Event(what, at("2026-09-18 10:00"))), HOURS) is None


@given(
    st.integers(0, 60 * 24 * 400),
    st.sampled_from(Priority),
    st.booleans(),
    st.lists(st.sampled_from([What.REMINDED, What.CLAIMED, What.ADVISOR_WROTE, What.REQUEUED]), max_size=5),
)
def test_live_ticket_always_rings_and_never_before_it_began(
    minutes: int, priority: Priority, on_call: bool, happened: list[What]
) -> None:
    since = at("2026-01-01 00:00") + timedelta(minutes=minutes)
    ticket = _open(f"{since:%Y-%m-%d %H:%M}", priority, on_call=on_call)
    for what in happened:
        if what != What.CLAIMED or ticket.owner is None:
            ticket = fold(ticket, [Event(what, since, ZHOU.id, reply_by=_usual(priority, since))])
    found = timer(ticket, HOURS)
    assert found is not None
    assert found.at >= since


def _usual(priority: Priority, since: datetime) -> datetime:
    return OFFICE.reply_by(priority, CALENDAR, since).at
