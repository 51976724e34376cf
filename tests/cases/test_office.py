"""Is the time by which a person answers one that a person can keep?"""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.office import Office, OfficeTime, Priority
from bot.cases.workdays import Calendar
from tests.samples import at

OFFICE, CALENDAR = Office(), Calendar()


@pytest.mark.parametrize(
    ("priority", "asked", "answered"),
    [
        (Priority.P0, "2026-11-23 10:00", "2026-11-23 10:15"),
        (Priority.P0, "2026-11-23 11:50", "2026-11-23 13:05"),
        (Priority.P0, "2026-11-23 22:00", "2026-11-24 09:15"),
        (Priority.P1, "2026-11-23 10:00", "2026-11-23 12:00"),
        (Priority.P1, "2026-11-23 11:00", "2026-11-23 14:00"),
        (Priority.P1, "2026-11-23 17:00", "2026-11-24 10:00"),
        (Priority.P1, "2026-09-19 12:00", "2026-09-20 11:00"),
        (Priority.P1, "2026-09-30 17:30", "2026-10-08 10:30"),
        (Priority.P2, "2026-11-23 10:00", "2026-11-23 17:00"),
        (Priority.P2, "2026-11-23 15:01", "2026-11-24 17:00"),
        (Priority.P2, "2026-11-27 18:30", "2026-11-30 17:00"),
        (Priority.P3, "2026-11-28 09:00", "2026-11-30 17:00"),
    ],
)
def test_answer_falls_into_office_hours(priority: Priority, asked: str, answered: str) -> None:
    assert OFFICE.reply_by(priority, CALENDAR, at(asked)) == OfficeTime(at(answered))


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("2026-09-30 17:44", "2026-09-30 17:59"),
        # Before closing time, lunch, a weekend and a holiday as after them.
        ("2026-09-30 17:50", "2026-09-30 18:20"),
        ("2026-09-30 18:05", "2026-09-30 18:35"),
        ("2026-11-23 11:50", "2026-11-23 12:20"),
        ("2026-11-27 17:50", "2026-11-27 18:20"),
        # The office opens, and has less time than there is by night.
        ("2026-11-23 08:50", "2026-11-23 09:15"),
    ],
)
def test_danger_around_closing_time_has_the_sooner_of_office_and_duty(asked: str, answered: str) -> None:
    assert OFFICE.reply_by(Priority.P0, CALENDAR, at(asked), on_call=True) == OfficeTime(at(answered))


@given(st.integers(0, 60 * 24 * 300))
def test_danger_never_waits_longer_than_duty_allows_where_somebody_is_on_duty(minutes: int) -> None:
    asked = at("2026-01-01 00:00") + timedelta(minutes=minutes)
    by = OFFICE.reply_by(Priority.P0, CALENDAR, asked, on_call=True).at
    assert asked < by <= asked + timedelta(minutes=OFFICE.duty_minutes)


def test_promise_over_an_unpublished_new_year_is_not_exact() -> None:
    assert OFFICE.reply_by(Priority.P2, CALENDAR, at("2026-12-31 18:30")).exact is False


@given(st.sampled_from(Priority), st.integers(0, 60 * 24 * 300))
def test_answer_is_never_before_the_question_nor_outside_the_office(priority: Priority, minutes: int) -> None:
    asked = at("2026-01-01 00:00") + timedelta(minutes=minutes)
    by = OFFICE.reply_by(priority, CALENDAR, asked).at
    opened = any(span.start <= by.time() <= span.end for span in OFFICE.spans)
    assert (by >= asked, opened, CALENDAR.is_working(by.date())) == (True, True, True)
