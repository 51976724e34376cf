"""Is the day on which somebody wants to hand in papers held against the hour by which they are due?"""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.dialogue.readers.hand_in import hand_in_day, hands_in
from bot.dialogue.readers.when import When
from tests.samples import STORY, cases
from tests.talks import Talk, talk_of

MONDAY = date(2026, 11, 23)
OWES_PAPERS, OWES_NONE = "C-DEMO-04", "C-DEMO-01"
NEVER = ["赶得上", "太晚", "in time", "too late", "不在上班", "office hours", "定好的不是", "not what is agreed"]


def told(case: str, *messages: str) -> str:
    """What the last of these messages is answered."""
    talk = talk_of(case)
    return [talk.say(message) for message in messages][-1].says[0].plain


@pytest.mark.parametrize(
    ("message", "day", "hour"),
    [
        ("收入证明开好了 明天17点半交行吗", date(2026, 11, 24), time(17, 30)),
        ("can i bring the papers on saturday", date(2026, 11, 28), None),
        ("tomorrow 5:30 ok?", date(2026, 11, 24), None),
        ("今天交来得及吗", MONDAY, None),
    ],
)
def test_day_is_read_and_the_hour_where_it_is_sure(message: str, day: date, hour: time | None) -> None:
    assert hand_in_day(message, MONDAY) == When(day, hour)


@pytest.mark.parametrize("message", ["交行吗", "24号还是25号交", "明天交多少钱", "2月30日交行吗"])
def test_without_one_sure_day_none_is_read(message: str) -> None:
    assert hand_in_day(message, MONDAY) is None


@pytest.mark.parametrize("message", ["明天交首付行吗", "明天交房吗", "银行明天要我交什么", "can i pay tomorrow"])
def test_money_and_keys_are_no_papers(message: str) -> None:
    assert not hands_in(message)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("明天17点半交行吗", "可以，11 月 24 日（周二）17:30 交，赶得上。"),
        ("明天晚上7点交行吗", "11 月 24 日（周二）19:00 比要求的晚，签约可能跟着往后推。"),
        ("户口本我老婆周日寄过来行吗", "11 月 29 日（周日）比要求的晚，签约可能跟着往后推。"),
        ("户口页她明天寄", "材料最晚 11 月 24 日（周二）18:00 交给周顾问。"),
        ("can I hand them in tomorrow at 5pm", "Yes, Tue 24 Nov at 17:00 is in time."),
        ("can i bring the papers on saturday", "Sat 28 Nov is later than asked, so the signing may move back with it."),
        ("is thursday too late", "Thu 26 Nov is later than asked, so the signing may move back with it."),
    ],
)
def test_day_is_held_against_the_hour_by_which_papers_are_due(message: str, line: str) -> None:
    assert told(OWES_PAPERS, message).splitlines()[0] == line


@pytest.mark.parametrize(
    ("messages", "line"),
    [
        (["25号才能拿到收入证明 27号还能签吗"], "材料最晚 11 月 24 日（周二）18:00 交给周顾问。"),
        (["材料24号交不齐会咋样"], "材料最晚 11 月 24 日（周二）18:00 交给周顾问。"),
        (["还差什么材料", "那27号签约会不会因为这个推迟"], "材料最晚 11 月 24 日（周二）18:00 交给周顾问。"),
        (["收入证明明天才有 行不行嘛"], "可以，11 月 24 日（周二）交，赶得上。"),
        (
            ["what papers are missing", "is wednesday morning too late or not"],
            "Wed 25 Nov is later than asked, so the signing may move back with it.",
        ),
        (
            ["what papers are missing", "and 27 nov signing will move then?"],
            "The papers are due by Tue 24 Nov at 18:00, with your advisor.",
        ),
    ],
)
def test_who_fears_that_papers_come_late_hears_what_becomes_of_the_signing(messages: list[str], line: str) -> None:
    assert told(OWES_PAPERS, *messages).splitlines()[0] == line


def test_who_owes_no_papers_is_late_with_none() -> None:
    answer = told(OWES_NONE, "收入证明晚两天交 影响签约吗")
    assert answer.splitlines()[0] == "我看了记录，里面没有您还差的材料。"


def test_of_an_old_file_who_fears_so_hears_at_least_the_day_that_stands_in_the_contract() -> None:
    talk = Talk(STORY[OWES_PAPERS] + timedelta(days=1, hours=9))
    talk.bind(cases()[OWES_PAPERS])
    answer = talk.say("收入证明单位明天才给盖章 晚了一天要紧不").says[0].plain
    assert answer.splitlines()[-2].startswith("合同约定最晚 12 月 4 日（周五）签")


@pytest.mark.parametrize(
    "message", ["我能晚两天签吗", "首付晚两天行吗", "征信花了会影响签约吗", "can i sign two days later"]
)
def test_what_else_is_late_is_no_paper(message: str) -> None:
    assert "18:00 交给" not in (answer := told(OWES_PAPERS, "还差什么材料", message))
    assert "The papers are due" not in answer


def test_after_a_question_about_papers_a_day_alone_is_enough() -> None:
    assert told(OWES_PAPERS, "还差什么材料", "周五行吗").startswith("11 月 27 日（周五）比要求的晚")


@pytest.mark.parametrize("message", ["25号签行吗", "什么时候签"])
def test_who_asks_for_the_signing_is_told_of_it(message: str) -> None:
    answer = told(OWES_PAPERS, "还差什么材料", message)
    assert "签约预计在 11 月 27 日（周五）" in answer


@pytest.mark.parametrize("message", ["明天交行不行", "今天交来得及吗", "can i hand them in tomorrow"])
def test_who_owes_nothing_hears_of_no_day(message: str) -> None:
    answer = told(OWES_NONE, message)
    assert [word for word in NEVER if word in answer] == []


@pytest.mark.parametrize(
    "message",
    [
        *(
            "明天上午交完下午能签吗",
            "明天能补签吗",
            "明天送礼行吗",
            "送孩子上学明天",
            "你们明天寄给我吗",
            "合同明天寄给我吗",
        ),
        *("周五交接行吗", "can you send me the contract tomorrow", "will you send it tomorrow", "今天8点交行吗"),
    ],
)
def test_what_is_no_handing_in_or_over_already_gets_no_yes(message: str) -> None:
    answer = told(OWES_PAPERS, message)
    assert [word for word in ("可以，", "赶得上。", "is in time") if word in answer] == []


@pytest.mark.parametrize("message", ["今天晚上11点交行吗", "can i bring the papers today at 8pm"])
def test_nobody_takes_papers_at_night(message: str) -> None:
    assert told(OWES_PAPERS, message).splitlines()[0].endswith(("不在上班时间，可能没人收。", "nobody to take them."))


@pytest.mark.parametrize("message", ["周五签约还差什么材料", "what papers are missing for friday"])
def test_a_day_of_something_else_is_not_held_against_the_papers(message: str) -> None:
    answer = told(OWES_PAPERS, message)
    assert [word for word in NEVER if word in answer] == []


def test_after_a_question_about_money_a_day_is_not_that_of_papers() -> None:
    answer = told(OWES_PAPERS, "首付什么时候交", "明天交行吗")
    assert [word for word in NEVER if word in answer] == []


def test_where_one_paper_is_late_already_no_day_is_in_time() -> None:
    case = cases()[OWES_PAPERS]
    late = [
        replace(paper, due=STORY[OWES_PAPERS] - timedelta(hours=1)) if place == 0 else paper
        for place, paper in enumerate(case.documents)
    ]
    talk = Talk(STORY[OWES_PAPERS])
    talk.bind(replace(case, documents=tuple(late)))
    assert "赶得上" not in talk.say("明天交行吗").says[0].plain


def test_a_word_of_other_matters_beside_papers_makes_no_menu_of_it() -> None:
    assert "户口本不在手边可以请家里人寄" in told(OWES_PAPERS, "还差什么材料", "户口本让老婆顺丰寄过来行不")
