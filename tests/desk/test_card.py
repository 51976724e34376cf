"""Does an advisor see on one screen all that a handed-over chat needs?"""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.office import Priority
from bot.desk.advisors import Advisor, Roster
from bot.desk.card import Handed, card, title
from bot.desk.entries import Author, Entry
from bot.desk.saying import suggested, suggestions
from bot.desk.tickets import Ticket
from bot.dialogue.messages import Chat
from bot.dialogue.unasked import unasked
from tests.desk.people import CHAT, FRIDAY, OPEN, ROSTER, SUN, WU, ZHOU, situation, standing
from tests.samples import STORY, cases
from tests.talks import house

MOST_LINES = 12


def _said(author: Author, text: str, media: str = "text") -> Entry:
    return Entry(CHAT.id, FRIDAY, author, text, media=media)


SAID = (
    _said(Author.BUYER, "第一条"),
    _said(Author.BUYER, "网签是什么"),
    _said(Author.BOT, "网签就是…\n两行"),
    _said(Author.BUYER, "<b>在吗</b>"),
    _said(Author.BUYER, "合同", "photo"),
)


def _handed(ticket: Ticket = OPEN, chat: Chat = CHAT, roster: Roster = ROSTER) -> Handed:
    return Handed(ticket, chat, SAID, standing() if chat.case_ref else None, roster, FRIDAY, 4)


def _lines(handed: Handed, language: str = "zh") -> list[str]:
    return card(handed, house(), language, ()).text.splitlines()


def test_card_tells_who_where_why_and_by_when() -> None:
    assert _lines(_handed()) == [
        "🟠 <b>P1 · 赵女士</b>（已核实） #1",
        "C-1 · 示例市山前区 · 预约签约时间，轮到卖家 · 晚了 2 个工作日",
        "签约截止 9 月 30 日（周三） · 批贷到期 12 月 9 日（周三）",
        "❗ 找顾问 · 最晚 今天 11:00 答复",
        "买家：网签是什么",
        "买家：&lt;b&gt;在吗&lt;/b&gt;",
        "买家：[photo] 合同",
        "机器人：网签就是… 两行",
        "卡点：约好的签约没到场，新的时间还没定（卖家），今天 11:00 再问",
        "24 小时内写了 4 条",
    ]


def test_card_without_a_case_offers_no_case_work() -> None:
    chat = Chat(77)
    made = card(_handed(replace(OPEN, chat_id=77), chat), house(), "zh", ())
    assert (made.text.splitlines()[:2], [button.label for button in made.buttons]) == (
        ["🟠 <b>P1 · #77</b>（未核实） #1", "没有绑定案子"],
        ["接手", "转给", "退回", "记一笔"],
    )


@pytest.mark.parametrize(
    ("roster", "called"),
    [
        (ROSTER, SUN),
        (Roster((ZHOU, WU, replace(SUN, on_duty=False))), SUN),
        (Roster((ZHOU, replace(WU, on_duty=True), replace(SUN, on_duty=False))), WU),
    ],
)
def test_emergency_calls_whoever_is_on_duty_else_a_lead(roster: Roster, called: Advisor) -> None:
    urgent = _lines(_handed(replace(OPEN, priority=Priority.P0, reason="threat"), roster=roster))[4]
    assert [who.name for who in ROSTER.advisors if f"tg://user?id={who.id}" in urgent] == [called.name]


def test_several_promises_are_told_together() -> None:
    more = replace(OPEN, promises=(*OPEN.promises, ("seller_delay", FRIDAY + timedelta(hours=8))))
    last = _lines(_handed(more))[-1]
    assert last.startswith("答应过：找顾问 → 今天 11:00; ")


@given(
    st.lists(st.builds(_said, st.sampled_from(Author), st.text(max_size=400)), max_size=8),
    st.sampled_from(Priority),
    st.sampled_from(sorted(STORY)),
    st.sampled_from(["zh", "en"]),
)
def test_card_never_needs_a_second_screen(entries: list[Entry], priority: Priority, ref: str, language: str) -> None:
    promises = (("human", FRIDAY), ("seller_delay", FRIDAY))
    ticket = replace(OPEN, priority=priority, promises=promises)
    found = Handed(ticket, CHAT, entries, standing(cases()[ref], STORY[ref]), ROSTER, FRIDAY, 9)
    assert len(_lines(found, language)) <= MOST_LINES


@pytest.mark.parametrize(
    ("ticket", "has_case", "names"),
    [
        (OPEN, True, ("status_now", "next_step")),
        (replace(OPEN, reason="seller_delay"), True, ("seller_delay", "status_now", "next_step")),
        (OPEN, False, ("how_long", "full_process")),
        (replace(OPEN, reason="reschedule"), True, ("status_now", "next_step")),
        (replace(OPEN, priority=Priority.P0), True, ()),
    ],
)
def test_replies_that_may_fit_are_suggested(ticket: Ticket, has_case: bool, names: tuple[str, ...]) -> None:
    chat, where = (CHAT, standing()) if has_case else (Chat(CHAT.id, last_language="zh"), None)
    assert suggested(ticket, unasked(chat, where, house(), situation().now), has_case=has_case) == names


def test_suggestion_shows_the_reply_before_it_is_sent() -> None:
    buttons = suggestions(OPEN, ("status_now",), house(), "en")
    assert [button.data for button in buttons] == ["t:1:say:status_now"]


@pytest.mark.parametrize(
    ("reason", "zh", "en"),
    [
        ("seller_delay", "卖家一直拖", "The seller is delaying"),
        ("_news", "买家告诉我们一件事，先转给顾问", "the buyer tells what has happened: it is passed on first"),
        ("advisor", "顾问先写的", "an advisor wrote first"),
    ],
)
def test_why_a_person_was_called_is_told_in_words(reason: str, zh: str, en: str) -> None:
    assert (title(reason, house(), "zh"), title(reason, house(), "en")) == (zh, en)
