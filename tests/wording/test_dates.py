"""Are days and hours said so that nobody can misread them?"""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.office import OfficeTime
from bot.cases.workdays import Day
from bot.wording import dates
from bot.wording.spacing import spaced
from tests.samples import at

TODAY = date(2026, 9, 22)


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "9 月 23 日（周三）11:00"), ("en", "Wed 23 Sep at 11:00")],
)
def test_hour_carries_day_and_weekday(language: str, said: str) -> None:
    assert dates.hour(at("2026-09-23 11:00"), language, TODAY) == said


@pytest.mark.parametrize(("language", "said"), [("zh", "今天 15:00"), ("en", "today at 15:00")])
def test_hour_of_the_same_day_is_today(language: str, said: str) -> None:
    assert dates.hour(at("2026-09-22 15:00"), language, TODAY) == said


@pytest.mark.parametrize(
    ("on", "zh", "en"),
    [
        (date(2027, 1, 10), "2027 年 1 月上旬", "early January 2027"),
        (date(2027, 1, 11), "2027 年 1 月中旬", "mid January 2027"),
        (date(2027, 1, 31), "2027 年 1 月下旬", "late January 2027"),
    ],
)
def test_guessed_day_is_only_a_third_of_a_month(on: date, zh: str, en: str) -> None:
    guessed = Day(on, exact=False)
    assert [dates.forecast_day(guessed, language, TODAY) for language in ("zh", "en")] == [zh, en]


def test_promise_without_a_known_calendar_names_no_date() -> None:
    guessed = OfficeTime(at("2027-01-04 17:00"), exact=False)
    assert dates.promise(guessed, "zh", TODAY) == "下一个工作日"


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_weekday_is_always_the_right_one(on: date) -> None:
    said = dates.day(on, "zh", TODAY)
    weekday = re.search("周(.)", said)
    assert weekday
    assert "一二三四五六日".index(weekday[1]) == on.weekday()


@given(st.text(st.sampled_from("签约 9月（）周a,，。"), max_size=30))
def test_setting_apart_twice_changes_nothing_more(text: str) -> None:
    assert spaced(spaced(text)) == spaced(text)
