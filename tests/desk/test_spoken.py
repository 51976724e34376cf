"""Is the day that an advisor types the day that is meant?"""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.spoken import Spoken, spoken

THURSDAY = date(2026, 11, 26)
WAYS = (
    "%Y-%m-%d %H:%M",
    "%Y年%m月%d日%H点%M分",
    "%m/%d %H:%M",
    "%H:%M %m/%d",
    "%m.%d %I:%M %p",
    "%d %b %H:%M",
    "%H:%M, %d %b",
    "%b %d, %I:%M%p",
    "%I:%M%p on %b %d",
)


@pytest.mark.parametrize(
    ("typed", "on", "at"),
    [
        ("下周三下午三点", date(2026, 12, 2), time(15)),
        ("明天上午9点半", date(2026, 11, 27), time(9, 30)),
        ("12月2日 下午三点四十", date(2026, 12, 2), time(15, 40)),
        ("12月2日 下午三点零五", date(2026, 12, 2), time(15, 5)),
        ("2 Dec下午三点", date(2026, 12, 2), time(15)),
        ("Weds 3pm", date(2026, 12, 2), time(15)),
        ("大后天中午12点", date(2026, 11, 29), time(12)),
        ("明早八点", date(2026, 11, 27), time(8)),
        ("周四 10：00", THURSDAY, time(10)),
        ("星期三两点", date(2026, 12, 2), time(14)),
        ("明天三点", date(2026, 11, 27), time(15)),
        ("凌晨两点 明天", date(2026, 11, 27), time(2)),
        ("15:30 Dec 2", date(2026, 12, 2), time(15, 30)),
        ("Thu 9.30am", THURSDAY, time(9, 30)),
        ("明晚8点", date(2026, 11, 27), time(20)),
        ("day after tomorrow 3pm", date(2026, 11, 28), time(15)),
        ("后天二十点", date(2026, 11, 28), time(20)),
        ("明天下午两点二十分", date(2026, 11, 27), time(14, 20)),
        ("12 月 2 日（周三）15:30", date(2026, 12, 2), time(15, 30)),
        ("3pm Friday", date(2026, 11, 27), time(15)),
        ("tomorrow 12pm", date(2026, 11, 27), time(12)),
        ("next wed at 3:30 pm", date(2026, 12, 2), time(15, 30)),
        ("约好 3.30", date(2027, 3, 30), None),
        ("收入证明周三下午三点收到", date(2026, 12, 2), time(15)),
        ("12月2号下午3点一刻", date(2026, 12, 2), time(15, 15)),
    ],
)
def test_each_way_to_say_it_means_one_moment(typed: str, on: date, at: time | None) -> None:
    assert spoken(typed, THURSDAY) == Spoken(on, at)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "知道了",
        "周五改下个周五 10:00",
        "后天改大后天下午三点",
        "星期五不行改下星期五上午10点",
        "下周三或下下周三",
        "下下个周五 10:00",
        "2 Dec 3:00 in the afternoon",
        "周三午后1:30",
        "周三上午9点下午有事",
        "周三夜里2点",
        "quarter to 3pm Wed",
        "12.2 2:30",
        "去年12月2日 10点",
        "明年3月5日 10点",
        "后年12月2日",
        "周三前一天10点",
        "12.2取消",
        "not Wed 10:00",
        "大大后天 10:00",
        "15:00",
        "13-45 10:00",
        "2月30日",
        "12月2日 25:00",
        "证明",
        "十点",
        "明天9-11点",
        "下下周三",
        "上周三 10:00",
        "02/12/2026",
        "晚上12点 明天",
        "周三3点到5点",
        "tomorrow at noon",
        "tomorrow at 10",
        "Wednesday at 3",
        "11月20日 10:00",
        "不是周三，是周四",
        "明天下午",
    ],
)
def test_what_names_no_day_or_not_surely_means_none(typed: str) -> None:
    assert spoken(typed, THURSDAY) is None


@given(st.dates(THURSDAY, date(2027, 9, 25)), st.integers(0, 23), st.integers(0, 59), st.sampled_from(WAYS))
def test_every_moment_of_the_ten_months_ahead_is_read_back(on: date, hour: int, minute: int, way: str) -> None:
    at = time(hour, minute)
    assert spoken(datetime.combine(on, at).strftime(way), THURSDAY) == Spoken(on, at)


@given(st.integers(0, 6), st.booleans())
def test_a_weekday_is_never_behind_and_at_most_two_weeks_ahead(place: int, next_week: bool) -> None:
    meant = spoken(f"{'下' if next_week else ''}周{'一二三四五六日'[place]}", THURSDAY)
    assert meant is not None
    assert (meant.on.weekday(), timedelta(0) <= meant.on - THURSDAY < timedelta(14)) == (place, True)


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    assert spoken(typed, THURSDAY) is None or isinstance(spoken(typed, THURSDAY), Spoken)
