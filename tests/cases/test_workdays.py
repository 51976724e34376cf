"""Are working days counted as Chinese offices count them?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.workdays import Calendar, Count, Day

KNOWN_DAYS = st.dates(date(2018, 1, 1), date(2026, 6, 30))
MAKE_UP_2026 = [
    date(2026, 1, 4),
    date(2026, 2, 14),
    date(2026, 2, 28),
    date(2026, 5, 9),
    date(2026, 9, 20),
    date(2026, 10, 10),
]
MAKE_UP_2025 = [date(2025, 1, 26), date(2025, 2, 8), date(2025, 4, 27), date(2025, 9, 28), date(2025, 10, 11)]


@pytest.mark.parametrize("year", [2025, 2026])
def test_published_years_have_248_working_days(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=ahead) for ahead in range(365)]
    assert sum(map(Calendar().is_working, days)) == 248


def test_make_up_weekends_of_two_years_are_worked() -> None:
    worked = [day for day in [*MAKE_UP_2025, *MAKE_UP_2026] if Calendar().is_working(day)]
    assert worked == [*MAKE_UP_2025, *MAKE_UP_2026]


def test_national_day_week_is_free_although_five_days_are_weekdays() -> None:
    week = [date(2026, 10, day) for day in range(1, 8)]
    assert [Calendar().is_working(day) for day in week] == [False] * 7


def test_eleven_working_days_lie_between_the_two_dates_of_the_sample() -> None:
    assert Calendar().between(date(2026, 9, 20), date(2026, 10, 12)) == Count(11)


def test_days_across_an_unpublished_new_year_are_only_about() -> None:
    assert Calendar().add(date(2026, 12, 28), 6) == Day(date(2027, 1, 6), exact=False)


def test_year_entered_by_hand_in_full_is_known() -> None:
    calendar = Calendar({date(2027, 1, 1): False}, frozenset({2027}))
    assert calendar.add(date(2026, 12, 31), 1) == Day(date(2027, 1, 4))


def test_single_day_entered_by_hand_does_not_make_its_year_known() -> None:
    assert Calendar({date(2027, 1, 1): False}).add(date(2026, 12, 31), 1) == Day(date(2027, 1, 4), exact=False)


def test_override_wins_over_the_published_calendar() -> None:
    calendar = Calendar({date(2026, 11, 24): False, date(2026, 11, 28): True})
    assert calendar.between(date(2026, 11, 23), date(2026, 11, 30)) == Count(5)


def test_last_day_on_a_holiday_rolls_forward() -> None:
    assert Calendar().next_working(date(2026, 10, 3)) == Day(date(2026, 10, 8))


@given(KNOWN_DAYS, st.integers(1, 60))
def test_counting_back_what_was_added_gives_the_same_number(start: date, days: int) -> None:
    assert Calendar().between(start, Calendar().add(start, days).on) == Count(days)


@given(KNOWN_DAYS, st.integers(1, 60))
def test_the_nth_working_day_is_always_worked(start: date, days: int) -> None:
    assert Calendar().is_working(Calendar().add(start, days).on)


@given(KNOWN_DAYS, KNOWN_DAYS)
def test_going_back_counts_the_same_days_negatively(one: date, other: date) -> None:
    assert Calendar().between(one, other).days == -Calendar().between(other, one).days


@given(KNOWN_DAYS, st.integers(0, 40), st.integers(0, 40))
def test_adding_in_two_steps_is_adding_at_once(start: date, first: int, then: int) -> None:
    calendar = Calendar()
    assert calendar.add(calendar.add(start, first).on, then) == calendar.add(start, first + then)


def test_a_weekend_inside_a_holiday_belongs_to_it_and_a_plain_one_to_none() -> None:
    mid_autumn, national = (date(2026, 9, 25), date(2026, 9, 27)), (date(2026, 10, 1), date(2026, 10, 7))
    found = [Calendar().holidays(date(2026, 9, day)) for day in (12, 24, 25, 27, 30)]
    assert found == [[mid_autumn, national], [mid_autumn, national], [national], [national], [national]]


def test_what_is_free_by_law_is_free_before_any_notice() -> None:
    days = [
        date(2027, 1, 1),
        date(2027, 1, 4),
        date(2028, 5, 1),
        date(2028, 5, 2),
        date(2029, 10, 1),
        date(2029, 10, 4),
    ]
    assert [Calendar().is_working(day) for day in days] == [False, True, False, False, False, True]
