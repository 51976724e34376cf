"""Is a person called at once where somebody stands at the counter and nobody comes?"""

import re
from dataclasses import replace

import pytest

from bot.cases.case import Case
from bot.cases.milestones import Role
from bot.cases.progress import stand
from bot.dialogue.conversation import decide
from bot.dialogue.decision import Decision
from bot.dialogue.messages import Chat, Incoming, Kind, OpenTicket
from bot.dialogue.promises import ON_THE_SPOT
from bot.dialogue.situation import Situation
from bot.review.scenes import Omission, said, scenes
from tests.samples import STORY, at, cases, config
from tests.talks import house, talk_of

# C-DEMO-01 signs on 25 November at 14:00.
BOOKED = replace(cases()["C-DEMO-01"], checked_at=at("2026-11-25 09:30"))
UNCHECKED = cases()["C-DEMO-01"]


def decided(message: str, hour: str, case: Case = BOOKED, day: int = 25) -> Decision:
    now = at(f"2026-11-{day} {hour}")
    standing = stand(case, config().process, config().calendar, now)
    chat = Chat(7, case_ref=case.ref, role=Role.BUYER)
    return decide(Situation(Incoming(1, 7, Kind.TEXT, message), chat, now, standing), house())


def replied(message: str, hour: str, case: Case = BOOKED, day: int = 25) -> str:
    decision = decided(message, hour, case, day)
    return decision.chosen.reply if decision.chosen else ""


@pytest.mark.parametrize(
    "message",
    [
        "我到了，卖家没来",
        "卖家没来怎么办",
        "窗口说没有我的预约",
        "门口没人啊",
        "the seller isn't here",
        "the seller never came",
        "no record of our booking",
        "should we leave or keep waiting here",
        "我们是走还是等",
    ],
)
@pytest.mark.parametrize("hour", ["13:30", "14:20"])
def test_nobody_there_calls_a_person_near_the_hour(message: str, hour: str) -> None:
    assert replied(message, hour) == ON_THE_SPOT


@pytest.mark.parametrize(
    "message",
    ["我到了", "已经在门口了", "我到现场了但没带户口本", "i'm at the counter", "we waited at the center since 2"],
)
def test_being_there_is_no_trouble_before_the_hour(message: str) -> None:
    assert [replied(message, hour) == ON_THE_SPOT for hour in ("13:30", "14:20")] == [False, True]


@pytest.mark.parametrize(
    ("message", "instead"),
    [
        ("要是卖家没来怎么办", "seller_delay"),
        ("我到了去几号窗口", "sign_place"),
        ("老婆没来行不行", "spouse_sign"),
        ("我到了 卖家说不卖了", "seller_backs_out"),
        ("没人接电话", "advisor_no_reply"),
    ],
)
def test_fears_questions_and_graver_matters_are_answered_as_ever(message: str, instead: str) -> None:
    assert replied(message, "14:20") == instead


@pytest.mark.parametrize(
    "message",
    [
        *(
            "没人告诉我在哪签",
            "卖家不在本地怎么签",
            "没预约能停车吗",
            "你们没来电话啊",
            "不是本人可以签吗",
            "房子家里没人住",
        ),
        *("上次卖家没来，这次会来吧", "is there a penalty for a no-show", "the developer hasn’t shown the permit"),
        *(
            "人到了，在签了",
            "我到了 卖家也到了",
            "我到了公司了，下午有空",
            "all signed, they never came late",
            "卖家没来 我走了",
        ),
    ],
)
def test_what_is_no_trouble_at_the_counter_tells_nobody_to_stay(message: str) -> None:
    assert [replied(message, hour) for hour in ("13:10", "14:20")].count(ON_THE_SPOT) == 0


@pytest.mark.parametrize(("hour", "called"), [("11:59", False), ("13:00", True), ("17:00", True), ("17:01", False)])
def test_counter_is_near_before_the_hour_and_until_three_hours_after(hour: str, called: object) -> None:
    assert (replied("我到了，卖家没来", hour) == ON_THE_SPOT) is called


def test_what_is_not_understood_on_the_way_is_passed_on_from_two_hours_before() -> None:
    assert [replied("elevator is out of order", hour) for hour in ("11:59", "12:00")] == ["out_of_scope", "_unsure"]


def test_nobody_is_told_to_stay_where_no_person_comes_soon() -> None:
    late = replace(BOOKED.appointments[0], at=at("2026-11-25 17:50"))
    assert replied("卖家没来", "18:20", replace(BOOKED, appointments=(late,))) == "_news"


@pytest.mark.parametrize(
    ("message", "hour", "tickets"),
    [
        # While that leaves an hour to get there, a person answers within two hours; later, within minutes.
        ("能推迟一个小时吗", "09:30", [("reschedule", "P1")]),
        ("能推迟一个小时吗", "10:50", [("reschedule", "P0")]),
        ("能推迟一个小时吗", "13:10", [("reschedule", "P0")]),
        ("合同上名字错了", "15:00", [("contract_error", "P0")]),
        # What is about another step, or said long after, can wait.
        ("什么时候交房", "14:30", [("handover_time", "P3")]),
        ("合同上名字错了", "16:30", [("contract_error", "P1")]),
        # Not understood near the hour: a person; mere noise: nobody.
        ("二楼那个门关了怎么弄", "13:30", [("_unsure", "P0")]),
        ("喵喵喵", "13:30", []),
    ],
)
def test_on_the_day_an_answer_comes_before_the_hour_or_within_minutes(
    message: str, hour: str, tickets: list[tuple[str, str]]
) -> None:
    found = [action for action in decided(message, hour).actions if isinstance(action, OpenTicket)]
    assert [(ticket.reason, ticket.priority) for ticket in found] == tickets


@pytest.mark.parametrize(
    "message",
    ["i only have a passport copy, id card is at home. go back?", "身份证忘带了 用电子的行不", "forgot my id!!"],
)
def test_what_was_forgotten_is_passed_on_within_minutes(message: str) -> None:
    tickets = [action for action in decided(message, "13:20").actions if isinstance(action, OpenTicket)]
    assert [(ticket.reason, ticket.priority) for ticket in tickets] == [("_news", "P0")]


def test_other_days_have_no_counter() -> None:
    assert replied("卖家没来", "14:20", UNCHECKED, 23) == "_news"


@pytest.mark.parametrize(
    ("case", "day", "priorities"), [(UNCHECKED, 25, ["P0"]), (UNCHECKED, 26, ["P2"]), (BOOKED, 25, [])]
)
def test_file_not_looked_at_is_looked_into_before_the_hour_on_its_day_alone(
    case: Case, day: int, priorities: list[str]
) -> None:
    actions = decided("几点签", "13:30", case, day).actions
    assert [action.priority for action in actions if isinstance(action, OpenTicket)] == priorities


@pytest.mark.parametrize("case", [BOOKED, UNCHECKED])
def test_advisor_has_a_quarter_of_an_hour_however_old_the_file_is(case: Case) -> None:
    tickets = [action for action in decided("卖家没来", "14:20", case).actions if isinstance(action, OpenTicket)]
    assert [(ticket.reason, ticket.priority, ticket.reply_by) for ticket in tickets] == [
        (ON_THE_SPOT, "P0", at("2026-11-25 14:35"))
    ]


@pytest.mark.parametrize(
    ("language", "imperative"), [("zh", "准时到|签约时间是|到城东"), ("en", "please come|you need to be at")]
)
def test_once_the_hour_has_come_nothing_tells_to_be_there(language: str, imperative: str) -> None:
    told = scenes([(UNCHECKED, STORY[UNCHECKED.ref])], config().process, config().calendar)
    gone = next(scene for scene in told if scene.omission == Omission.NO_OUTCOME)
    shown = [said(reply, gone, language, house()) for reply in house().content.replies]
    assert [one.reply for one in shown if one.message and re.search(imperative, one.message.text)] == []


def test_who_has_called_us_to_the_counter_is_told_to_stay_when_asked_what_to_do() -> None:
    talk = talk_of("C-DEMO-01")
    talk.now = at("2026-11-25 14:30")
    answers = [
        talk.say(message).chosen for message in ("im here and nobody is here", "2nd floor yes", "what should i do")
    ]
    assert [chosen.reply for chosen in answers if chosen] == [ON_THE_SPOT, "_passed_on", ON_THE_SPOT]
