"""Does an advisor send exactly the reply that was shown, to the buyer for whom it was worded?"""

from dataclasses import replace

import pytest

from bot.cases.milestones import Role
from bot.desk.desk import decide
from bot.desk.entries import Author, Entry
from bot.desk.situation import Client, DeskDecision, DeskSituation, ToTopic
from bot.dialogue.messages import Chat, Kind, Say
from tests.desk.people import CHAT, FRIDAY, HELD, OPEN, WU, sent, situation, told
from tests.talks import house

HIS = Client(Chat(502, "C-1", Role.SPOUSE, last_language="en"), replace(OPEN, id=2, chat_id=502))
SHOWN = Say("现在等卖家 &amp; 银行")


def _decide(situation: DeskSituation) -> DeskDecision:
    return decide(situation, house())


def _shown(decision: DeskDecision) -> Say:
    parcel = next(action.parcel for action in decision.actions if isinstance(action, ToTopic))
    assert isinstance(parcel, Say)
    return parcel


def test_reply_is_shown_with_the_facts_of_the_case_and_not_sent() -> None:
    decision = _decide(situation(Kind.COMMAND, "say", argument="status_now"))
    shown = _shown(decision)
    assert ("现在等卖家：约好的签约没到场" in shown.text, sent(decision)) == (True, [])


def test_shown_reply_can_be_sent_or_copied() -> None:
    shown = _shown(_decide(situation(Kind.COMMAND, "say", argument="status_now")))
    assert [(button.label, button.data, bool(button.copies)) for button in shown.buttons] == [
        ("发送", "t:1:send:501:2026-09-18", False),
        ("复制来改", "", True),
    ]


def test_copy_is_never_longer_than_telegram_allows() -> None:
    shown = _shown(_decide(situation(Kind.COMMAND, "say", argument="full_process")))
    assert 0 < len(shown.buttons[1].copies) <= 256


def test_what_was_shown_is_sent_to_the_letter() -> None:
    to = sent(_decide(situation(Kind.BUTTON, "t:1:send:501:2026-09-18", shown=SHOWN)))[0]
    assert (to.chat.id, to.parcel, to.entry.text) == (501, replace(SHOWN, holds_case_data=True), "现在等卖家 & 银行")


def test_second_tap_sends_nothing_more() -> None:
    before = Entry(CHAT.id, FRIDAY, Author.ADVISOR, "现在等卖家")
    decision = _decide(situation(Kind.BUTTON, "t:1:send:501:2026-09-18", shown=SHOWN, own=before))
    assert decision == DeskDecision((), "已交给 Telegram 发送。")


def test_reply_to_the_buyer_of_a_colleague_is_not_said_to_be_sent() -> None:
    decision = _decide(situation(Kind.BUTTON, "t:1:send:501:2026-09-18", who=WU, ticket=HELD, shown=SHOWN))
    assert (decision.toast, told(decision), sent(decision)) == ("", ["没发出去：这位买家由 周顾问 负责。"], [])


def test_reply_on_its_way_is_said_to_be() -> None:
    decision = _decide(situation(Kind.BUTTON, "t:1:send:501:2026-09-18", shown=SHOWN))
    assert (decision.toast, told(decision), len(sent(decision))) == ("已交给 Telegram 发送。", [], 1)


@pytest.mark.parametrize("data", ["t:1:send:501:2026-09-17", "t:1:send:501"])
def test_what_was_shown_on_another_day_is_not_sent(data: str) -> None:
    decision = _decide(situation(Kind.BUTTON, data, shown=SHOWN))
    assert (sent(decision), told(decision)) == ([], ["没发：这是前几天的内容，日期可能不对了。请再点一次那条回复。"])


def test_suggestion_under_a_card_speaks_to_the_buyer_of_that_card() -> None:
    clients = (Client(CHAT, HELD), HIS)
    shown = _shown(_decide(situation(Kind.BUTTON, "t:2:say:what_is_wangqian", clients=clients, about_chat=502)))
    assert (shown.text[:1].isascii(), shown.buttons[0].data) == (True, "t:2:send:502:2026-09-18")


def test_suggestion_for_a_buyer_who_has_left_is_for_nobody_else() -> None:
    decision = _decide(situation(Kind.BUTTON, "t:2:say:what_is_wangqian", clients=(HIS,), about_chat=999))
    assert told(decision) == ["没发出去：这位买家已经不在这一单里了。"]


def test_shown_reply_goes_to_its_buyer_whoever_is_in_hand() -> None:
    clients = (Client(CHAT, HELD), HIS)
    assert [
        to.chat.id
        for to in sent(_decide(situation(Kind.BUTTON, "t:2:send:502:2026-09-18", shown=SHOWN, clients=clients)))
    ] == [502]


def test_reply_for_a_chat_that_has_left_is_not_sent() -> None:
    decision = _decide(situation(Kind.BUTTON, "t:1:send:999:2026-09-18", shown=SHOWN))
    assert (sent(decision), told(decision)) == ([], ["这里没有要处理的单子。"])


def test_unknown_reply_is_answered_with_names_that_are_near() -> None:
    said = told(_decide(situation(Kind.COMMAND, "say", argument="docs")))[0]
    assert (said.startswith("没有叫“docs”的回复。"), "docs_needed" in said) == (True, True)


def test_replies_of_the_program_itself_cannot_be_sent() -> None:
    assert told(_decide(situation(Kind.COMMAND, "say", argument="_welcome")))[0].startswith("没有叫“_welcome”的回复。")


def test_shown_reply_promises_no_answer_by_somebody_else() -> None:
    shown = _shown(_decide(situation(Kind.COMMAND, "say", argument="remote_sign")))
    assert ("最晚" in shown.text, "公证" in shown.text) == (False, True)


def test_reply_that_only_promises_an_answer_is_left_to_the_advisor() -> None:
    assert told(_decide(situation(Kind.COMMAND, "say", argument="complaint")))[0].startswith("“complaint”只会说")
