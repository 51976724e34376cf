"""Is a day that a buyer names held against the day of the step asked about, and only where it is sure?"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.readers.named_day import named_day
from tests.talks import talk_of

MONDAY = date(2026, 11, 23)
A_YEAR = 365


@pytest.mark.parametrize(
    ("message", "day", "is_by"),
    [
        ("12月10号前能签吗", date(2026, 12, 10), True),
        ("那25号呢", date(2026, 11, 25), False),
        ("3号前弄得完吗", date(2026, 12, 3), True),
        ("下周五之前能放款吗", date(2026, 12, 4), True),
        ("月底前能过户吗", date(2026, 11, 30), True),
        ("月底前能不能放款", date(2026, 11, 30), True),
        ("12月底前能放款吗", date(2026, 12, 31), True),
        ("1月底前能签吗", date(2027, 1, 31), True),
        ("下个月底能放吗", date(2026, 12, 31), True),
        ("年底前能拿证吗", date(2026, 12, 31), True),
        ("before the 10th?", date(2026, 12, 10), True),
        ("will it be done by Dec 3", date(2026, 12, 3), True),
        ("can we still make it by end of the month", date(2026, 11, 30), True),
        ("what about next friday", date(2026, 12, 4), False),
        ("by fri?", date(2026, 11, 27), True),
        ("是这周六签吗", date(2026, 11, 28), False),
        ("12月10号前能签吗，12月10号要交房租", date(2026, 12, 10), True),
    ],
)
def test_day_that_is_asked_about_is_the_next_one_of_that_name(message: str, day: date, *, is_by: bool) -> None:
    found = named_day(message, MONDAY)
    assert found
    assert (found.on, found.is_by) == (day, is_by)


@pytest.mark.parametrize(
    "message",
    [
        "什么时候能签",
        "今天能签吗",
        "25号我要出差，什么时候签",
        "my rental ends on the 30th, are we late",
        "25号还是26号签",
        "不是说20号签吗",
        "之前说25号签，还算数吗",
        "能提前到25号吗",
        "去12号楼还是在这签",
        "3日内能签吗",
        "过户之后下款要多久",
        "签完后下一步呢",
        "10号以后呢",
        "after Dec 10?",
        "not before Dec 10?",
        "明年12月10号前能签吗",
        "明年底呢",
        "八月底之前拿得到不",
        "上个月底能签吗",
        "12月10-15号能签吗",
        "9月16号不是约好签的吗",
        "last friday?",
        "happened on Tuesday as planned?",
        "is the 2nd owner needed",
        "is it 1% or 1.5?",
        "how much money do we need",
        "do we sign 2 separate contracts?",
        "may 2 people sign?",
        "has my file just sat there",
        "2月30号能签吗",
        "11月31号能签吗",
        "5号还是25号签",
        "周三还是下周三签约",
        "下下个周五前能签吗",
        "下下个月底能放吗",
        "25、26号能签吗",
        "12月2号前一周能签吗",
        "每周三都能签吗",
        "a week before Dec 10 ok?",
        "Friday week?",
        "Do we have to sign by Friday?",
        "Is it impossible to sign before Friday?",
        "What if we don't sign by Friday?",
        "Is there a penalty if we sign before Friday?",
        "27号前必须签约吗",
        "签约得在27号前吗",
        "签约的截止日是12月4号吗",
        "最晚12月4号吗",
        "latest 4 Dec?",
        "Is the signing at 10am on Wednesday?",
        "周三上午10点签吗",
        "周三10点？",
        "我27号才回来",
        "周五才有空",
        "I'm back on the 27th",
        "12月10号前能取消过户吗",
        "你明天前能告诉我签约的时间吗",
        "Can you tell me by tomorrow when we sign?",
        "年底前签约能享受优惠吗？",
        "为什么月底前过户",
        "25 26号哪天签",
        "大大后天签吗",
        "what about the 31st\nfeb is too late",
    ],
)
def test_whatever_is_not_one_sure_day_is_none(message: str) -> None:
    assert named_day(message, MONDAY) is None


CHINESE = [
    "12月",
    "2月",
    "31号",
    "30号",
    "3日",
    "下周",
    "周五",
    "月底",
    "年底",
    "前",
    "后",
    "天",
    "今天",
    "明天",
    "，",
    "能签吗",
]
ENGLISH = ["the 31st", "feb", "may", " 2 ", "next ", "friday", "by ", "sat", " dec 3 ", "end of the month", "\n", "?"]


@given(
    st.lists(st.sampled_from(CHINESE + ENGLISH), max_size=12).map("".join), st.dates(date(2020, 1, 1), date(2100, 1, 1))
)
def test_whatever_is_typed_a_named_day_lies_ahead_and_within_the_year(message: str, today: date) -> None:
    found = named_day(message, today)
    assert found is None or 0 < (found.on - today).days < A_YEAR


def test_the_same_day_a_thousand_times_is_one_day() -> None:
    found = named_day("明天" * 1300 + "呢", MONDAY)
    assert (found and found.on) == date(2026, 11, 24)


def first_line(ref: str, *messages: str) -> str:
    """The beginning of the last answer in a talk of a sample case's buyer."""
    talk = talk_of(ref)
    return [talk.say(message).says[0].plain.splitlines()[0] for message in messages][-1]


@pytest.mark.parametrize(
    ("ref", "messages", "line"),
    [
        ("C-DEMO-01", ["12月10号前能签吗"], "12 月 10 日（周四）前：按现在的安排，赶得上。"),
        ("C-DEMO-01", ["will it be signed by Nov 24"], "By Tue 24 Nov: not in time, as things stand."),
        ("C-DEMO-01", ["can we sign by the 25th"], "Yes, Wed 25 Nov is what is agreed."),
        ("C-DEMO-04", ["12月5号能签吗"], "12 月 5 日（周六）不行：晚过合同约定的最晚签约日。"),
        ("C-DEMO-01", ["是25号签吗"], "对，11 月 25 日（周三），就是定好的。"),
        ("C-DEMO-01", ["是这周六签对吧"], "定好的不是 11 月 28 日（周六）。"),
        ("C-DEMO-01", ["will it be signed by Dec 10"], "Before Thu 10 Dec: in time, as things stand."),
        ("C-DEMO-01", ["什么时候签", "那24号呢"], "定好的不是 11 月 24 日（周二）。"),
        ("C-DEMO-06", ["12月底前能放款吗"], "12 月 31 日（周四）前：按现在的安排，赶得上。"),
        ("C-DEMO-04", ["12月10号前银行能打款吗"], "12 月 10 日（周四）前：按现在的安排，赶不上。"),
        # What would be moved to: past the contract's last day, or a day off.
        (
            "C-DEMO-01",
            ["when do i sign", "can we sign on 7 december instead"],
            "Mon 7 Dec is past the contract's last day, Fri 4 Dec. Both sides would have to agree to it in writing.",
        ),
        (
            "C-DEMO-01",
            ["什么时候签", "改到这周六行不"],
            "11 月 28 日（周六）不上班，窗口多半不开；最好另说一个工作日。",
        ),
        ("C-DEMO-03", ["下一步呢", "改到10月8号行吗"], "10 月 8 日（周四）不行：晚过合同约定的最晚签约日。"),
        # Nothing is agreed: later, past the contract's last day, a day off, or open.
        ("C-DEMO-02", ["17号能签吗"], "10 月 17 日（周六）多半赶不上：按现在的安排，要更晚。"),
        ("C-DEMO-04", ["can we sign on the 26th?"], "Probably not on Thu 26 Nov: as things stand, it comes later."),
        ("C-DEMO-02", ["10月29号能签吗"], "10 月 29 日（周四）不行：晚过合同约定的最晚签约日。"),
        ("C-DEMO-04", ["星期六可以签约吗"], "11 月 28 日（周六）不上班，一般办不了。"),
        ("C-DEMO-03", ["can we sign on the 25th?"], "Fri 25 Sep is no working day; offices are mostly closed."),
        ("C-DEMO-03", ["29号能签吗"], "能不能赶上 9 月 29 日（周二），还没定。"),
        ("C-DEMO-04", ["will it be done by the 30th?"], "Whether Mon 30 Nov can be met is not settled yet."),
        # Of what is in the way, which may be over on that day.
        ("C-DEMO-02", ["核验15号一定能出吗"], "还没约，签约预计在 10 月 19 日（周一）。"),
        # Late already, so it may come any day.
        ("C-DEMO-02", ["10月22号前能签吗"], "能不能赶上 10 月 22 日（周四），还没定。"),
        ("C-EDGE-07", ["2027年5月20号前能放款吗"], "能不能赶上 2027 年 5 月 20 日（周四），还没定。"),
        # Hardly said as a question: two are likely, and one of them knows a day.
        ("C-DEMO-04", ["12月3号签来得及吗"], "能不能赶上 12 月 3 日（周四），还没定。"),
    ],
)
def test_first_line_says_whether_it_is_then(ref: str, messages: list[str], line: str) -> None:
    assert first_line(ref, *messages) == line


@pytest.mark.parametrize(
    ("ref", "messages"),
    [
        # Over; another step is named; from a day on.
        ("C-DEMO-06", ["25号能签吗"]),
        ("C-DEMO-06", ["什么时候过户", "12月1号缴税吗"]),
        ("C-DEMO-01", ["will we sign after Dec 10"]),
    ],
)
def test_nothing_is_said_of_a_day_where_it_is_not_sure(ref: str, messages: list[str]) -> None:
    line = first_line(ref, *messages)
    known = ("赶得上", "赶不上", "能不能赶上", "定好的", "as things stand", "agreed")
    assert [word for word in known if word in line] == []
