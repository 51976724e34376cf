"""Are days and hours understood however they are written?"""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.practice.when import read
from bot.wording import dates

TODAY = date(2026, 9, 22)
_PIECES = st.sampled_from(
    [
        *"0123456789年月日号./-:（）周一三 点半",
        "星期",
        "下周",
        "Sep ",
        "May ",
        "Wed ",
        "today",
        "noon",
        "am",
        "2026",
        "31",
    ]
)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "9月23日",
            "9 月 23 日（周三）",
            "9月23号",
            "23号",
            "九月没写，9.23",
            "9/23",
            "9-23",
            "2026-09-23",
            "2026年9月23日",
        ),
        *("周三", "星期三", "礼拜三", "这周三", "明天", "周三（9月23日）", "9/23 周三"),
        *("23 Sep", "Wed 23 Sep", "Wednesday, 23 September", "Sep 23", "September 23rd, 2026", "Wed", "tomorrow"),
    ],
)
def test_every_way_to_write_a_day_is_that_day(written: str) -> None:
    assert {day.on for day in read(written, TODAY).days} == {date(2026, 9, 23)}


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        *(("11:00", (11, 0)), ("11：00", (11, 0)), ("上午11点", (11, 0)), ("11 am", (11, 0)), ("by noon", (12, 0))),
        *(
            ("下午2点半", (14, 30)),
            ("下午两点半", (14, 30)),
            ("上午十一点", (11, 0)),
            ("2点", (14, 0)),
            ("2 pm", (14, 0)),
            ("2:30 pm", (14, 30)),
            ("晚上8点15分", (20, 15)),
        ),
        *(("中午12点", (12, 0)), ("中午1点", (13, 0)), ("早上7点", (7, 0)), ("7点", (7, 0)), ("凌晨1点", (1, 0))),
        ("上午10点一刻", (10, 15)),
    ],
)
def test_every_way_to_write_an_hour_is_that_hour(written: str, hour: tuple[int, int]) -> None:
    assert read(written, TODAY).hours == {time(*hour)}


@pytest.mark.parametrize(
    "written",
    [
        "2 marriage certificate copies",
        "3-5 个工作日",
        "30 日有效期",
        "2 号楼",
        "9.23 万元",
        "24/7",
        "13月40日",
        "0000年1月1日",
        "一周内",
        "afternoon",
        "早一点",
    ],
)
def test_amounts_and_lengths_of_time_are_no_days(written: str) -> None:
    assert read(written, TODAY).days == ()


@pytest.mark.parametrize("written", ["请早一点告诉我", "有两点要注意"])
def test_a_bit_and_two_points_are_no_hours(written: str) -> None:
    assert read(written, TODAY).hours == frozenset()


def test_days_without_month_are_in_the_month_beside_them() -> None:
    found = [read(said, TODAY).days for said in ("约好的 8月30日、31日都没来", "not on Sun 30 and Mon 31 Aug")]
    assert [[day.on.isoformat() for day in days] for days in found] == [["2026-08-30", "2026-08-31"]] * 2


def test_the_weekday_said_beside_a_date_is_kept_even_if_wrong() -> None:
    assert [day.weekday for day in read("9月23日（周四）或 Mon 28 Sep", TODAY).days] == [3, 0]


def test_an_hour_without_a_day_is_an_hour_of_today() -> None:
    asked = read("今天 17:00", TODAY)
    assert [read(said, TODAY).covers(asked, TODAY) for said in ("17:00 前", "下午5点", "明天", "16:00")] == [
        True,
        True,
        False,
        False,
    ]


@given(st.dates(date(2026, 6, 1), date(2026, 12, 31)), st.sampled_from(["zh", "en"]))
def test_every_day_that_the_bot_says_is_read_back_with_its_weekday(on: date, language: str) -> None:
    found = read(dates.day(on, language, TODAY), TODAY)
    assert [(day.on, day.weekday) for day in found.days] == [(on, on.weekday())]


@given(st.text() | st.lists(_PIECES, max_size=20).map("".join))
def test_any_text_is_read_and_no_two_days_share_a_place(text: str) -> None:
    found = read(text, TODAY)
    ends = [0, *(day.end for day in found.days)]
    assert [day for day, end in zip(found.days, ends, strict=False) if day.start < end] == []
