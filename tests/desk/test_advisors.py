"""Who may act, and who is there when?"""

from dataclasses import replace
from datetime import date, time

import pytest

from bot.cases.office import Office, Span
from bot.cases.workdays import Calendar
from bot.desk.advisors import Advisor, Leave, Rank, Roster, mentions
from tests.desk.people import ROSTER, SUN, WU, ZHOU
from tests.samples import at

AWAY = replace(WU, leaves=(Leave(date(2026, 9, 18), date(2026, 9, 20)),))


@pytest.mark.parametrize(
    ("when", "is_away"),
    [
        ("2026-09-17 23:59", False),
        ("2026-09-18 00:00", True),
        ("2026-09-20 23:59", True),
        ("2026-09-21 00:00", False),
    ],
)
def test_leave_holds_from_its_first_day_to_its_last(when: str, is_away: bool) -> None:
    assert AWAY.is_away(at(when)) is is_away


def test_days_of_an_advisor_are_the_calendars_with_the_own_changes() -> None:
    own = replace(AWAY, extra_days=(date(2026, 9, 19),)).days(Calendar())
    assert [own.is_working(date(2026, 9, day)) for day in range(17, 22)] == [True, False, False, False, True]


def test_extra_day_is_worked_though_it_is_off() -> None:
    assert replace(ZHOU, extra_days=(date(2026, 9, 19),)).days(Calendar()).is_working(date(2026, 9, 19))


def test_own_hours_take_the_place_of_the_offices() -> None:
    mornings = (Span(time(9), time(12)),)
    found = (replace(ZHOU, spans=mornings).hours(Office()).spans, ZHOU.hours(Office()))
    assert found == (mornings, Office())


@pytest.mark.parametrize(("typed", "found"), [("周顾问", ZHOU), ("周", ZHOU), ("", None), ("王", None), ("顾问", None)])
def test_colleague_is_found_by_name_or_its_beginning(typed: str, found: Advisor | None) -> None:
    assert ROSTER.named(typed) == found


def test_beginning_that_fits_two_names_finds_nobody() -> None:
    assert Roster((ZHOU, Advisor(9, "周大顾问"))).named("周") is None


def test_exact_name_wins_over_longer_ones() -> None:
    short = Advisor(9, "周")
    assert Roster((ZHOU, short)).named("周") == short


@pytest.mark.parametrize(("deputy", "expected"), [(ZHOU.id, ZHOU), (None, None), (999, None)])
def test_deputy_stands_in(deputy: int | None, expected: Advisor | None) -> None:
    assert ROSTER.stand_in(replace(WU, deputy=deputy), at("2026-09-18 10:00")) == expected


def test_deputy_who_is_away_as_well_stands_in_for_nobody() -> None:
    roster = Roster((replace(ZHOU, leaves=AWAY.leaves), AWAY, SUN))
    assert roster.stand_in(AWAY, at("2026-09-18 10:00")) is None


def test_leads_and_duty_are_known_from_the_roster() -> None:
    chief = Advisor(7, "郑", Rank.SUPERVISOR)
    roster = Roster((ZHOU, SUN, chief))
    assert (roster.leads, roster.on_duty) == ((SUN, chief), (SUN,))


def test_stranger_has_a_number_for_a_name() -> None:
    assert (ROSTER.get(777), ROSTER.name(777), ROSTER.name(ZHOU.id)) == (None, "777", "周顾问")


def test_mention_is_safe_in_telegrams_markup() -> None:
    assert mentions([Advisor(7, "A<b")]) == '<a href="tg://user?id=7">A&lt;b</a>'
