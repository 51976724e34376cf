"""Are the rules of a conversation kept that no single dialogue shows?"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cases.milestones import BlockerCode, Role
from bot.cases.progress import stand
from bot.dialogue.decision import Outcome
from bot.dialogue.messages import Chat, Incoming, Kind, OpenTicket, Say
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.store.books import open_books
from bot.turns.buyer import Turn
from tests.samples import STORY, at, cases, config
from tests.talks import Talk, house, said, talk_of

CASE = cases()["C-DEMO-03"]
ANYTHING = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["还要多久", "转人工", "1234", "{{ 称呼 }}", "<b>", "/start x", "why can't I sign yet", "谢谢"]),
)


def bound() -> Talk:
    talk = Talk(STORY["C-DEMO-03"])
    talk.bind(CASE)
    return talk


def test_update_that_comes_twice_is_answered_once() -> None:
    talk = bound()
    update = Incoming(10**9, talk.chat_id, Kind.TEXT, "还要多久")
    first, second = (talk.turn.take(update, talk.now) for _ in range(2))
    assert (first is not None, second) == (True, None)


def test_promise_to_answer_is_kept_when_asked_again_later() -> None:
    talk = bound()
    first = said(talk.say("转人工"))
    talk.now += timedelta(hours=1)
    assert said(talk.say("转人工")) == first


def test_new_promise_is_made_when_the_old_one_has_passed() -> None:
    talk = bound()
    talk.say("转人工")
    talk.now += timedelta(days=1)
    ticket = next(a for a in talk.say("转人工").actions if isinstance(a, OpenTicket))
    assert ticket.reply_by > talk.now


def test_numbers_of_people_never_get_into_a_ticket() -> None:
    decision = bound().say("转人工 我电话13812345678")
    words = [action.last_words for action in decision.actions if isinstance(action, OpenTicket)]
    assert words == ["转人工 我电话[手机号]"]


def test_button_of_a_question_that_is_gone_is_not_understood() -> None:
    assert bound().send(Kind.BUTTON, "ask:long_gone").outcome == Outcome.FALLBACK


@pytest.mark.parametrize(
    ("first", "typed"),
    [("他说是公司规定", "第一个"), ("i lost my keys to the office", "2"), ("bank?", "the first one")],
)
def test_who_names_a_button_gets_what_a_tap_on_it_gets(first: str, typed: str) -> None:
    talk, tapping = Talk(STORY["C-DEMO-04"]), Talk(STORY["C-DEMO-04"])
    labels = [button.label for say in talk.say(first).says for button in say.buttons]
    tapping.say(first)
    assert said(talk.say(typed)) == said(tapping.press(labels[1 if typed == "2" else 0]))


def test_a_button_that_is_named_is_answered_in_the_language_of_its_name() -> None:
    talk = bound()
    talk.say("hello")
    assert talk.say("第一个").language == "zh"


@pytest.mark.parametrize("data", ["", ":", "ask:", "language:fr", "x" * 64, "ask:../../etc"])
def test_made_up_button_data_is_not_understood(data: str) -> None:
    assert bound().send(Kind.BUTTON, data).outcome == Outcome.FALLBACK


def test_blocked_chat_is_remembered_and_gets_silence() -> None:
    talk = bound()
    decision = talk.send(Kind.BLOCKED)
    assert (decision.outcome, decision.says, talk.chat().unreachable) == (Outcome.SILENCE, (), True)


def test_buyer_who_writes_again_is_reachable_again() -> None:
    talk = bound()
    talk.send(Kind.BLOCKED)
    talk.say("进度")
    assert talk.chat().unreachable is False


@pytest.mark.parametrize("code", [BlockerCode.BEREAVEMENT, BlockerCode.DISPUTE])
def test_only_a_person_talks_about_death_and_quarrel(code: BlockerCode) -> None:
    talk = Talk(STORY["C-DEMO-03"])
    talk.bind(replace(CASE, blockers=(replace(CASE.blockers[0], code=code),)))
    chosen = talk.say("为什么还不能签").chosen
    assert chosen
    assert chosen.reply == "_person_only"


def test_case_data_is_marked_so_that_it_cannot_be_forwarded() -> None:
    talk = bound()
    marked = [say.holds_case_data for line in ("还要多久", "网签是什么") for say in talk.say(line).says]
    assert marked == [True, False]


def test_answer_chosen_for_what_is_on_file_holds_case_data_though_it_prints_none() -> None:
    talk = bound()
    talk.say("还差什么材料")
    said = [(say.plain, say.holds_case_data) for line in ("确定吗", "帮助") for say in talk.say(line).says]
    assert (said[0], [held for _, held in said[1:]]) == (("照记录，材料一样不差。", True), [False])


def test_what_is_said_waits_in_the_outbox_in_order() -> None:
    talk = bound()
    expected = [say.text for line in ("还要多久", "谢谢") for say in talk.say(line).says]
    with talk.turn.books.transaction() as records:
        assert [letter.say.text for letter in records.outbox.waiting(talk.chat_id)] == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(ANYTHING, max_size=6))
def test_stranger_never_learns_anything_whatever_is_typed(lines: list[str]) -> None:
    talk = Talk(STORY["C-EDGE-08"])
    talk.bind(cases()["C-EDGE-08"])
    texts = [said(talk.say(line)) for line in lines]
    assert [
        secret for text in texts for secret in ("韩先生", "吴顾问", "11 月 27", "27 Nov", "C-EDGE") if secret in text
    ] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(ANYTHING, min_size=3, max_size=8))
def test_every_message_gets_words_and_the_same_never_thrice(lines: list[str]) -> None:
    talk = bound()
    decisions = [talk.say(line) for line in lines]
    replies = [decision.chosen.reply if decision.chosen else "" for decision in decisions]
    in_a_row = zip(replies, replies[1:], replies[2:], strict=False)
    thrice = any(first == second == third and first.startswith("_fallback") for first, second, third in in_a_row)
    assert (all(said(decision).strip() for decision in decisions), thrice) == (True, False)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_buyers_words_are_never_sent_back_as_markup(text: str) -> None:
    allowed = {"<b>", "</b>", "<i>", "</i>"}
    answer = said(bound().say(f"<script>{text}"))
    assert "<script>" not in answer.replace("".join(allowed), "")


def test_failure_while_deciding_hands_the_chat_to_a_person() -> None:
    turn = Turn(open_books("sqlite://", Path()), house, config().process)
    incoming = Incoming(5, 1, Kind.TEXT, "还要多久")
    turn.give_up(incoming, STORY["C-DEMO-03"])
    with turn.books.transaction() as records:
        found = (list(records.tickets.promises(1)), len(records.outbox.waiting(1)))
    assert (found, turn.take(incoming, STORY["C-DEMO-03"])) == ((["_trouble"], 1), None)


def test_says_come_before_everything_else_that_is_done() -> None:
    assert isinstance(bound().say("还要多久").actions[0], Say)


@pytest.mark.parametrize(
    ("words", "reply"),
    [("我不想活了", "self_harm"), ("银行的人让我把验证码告诉他", "suspicious_payment"), ("那我问问", "_edited")],
)
def test_danger_is_heard_though_it_was_written_into_an_older_message(words: str, reply: str) -> None:
    chosen = bound().send(Kind.EDIT, words).chosen
    assert chosen
    assert chosen.reply == reply


def test_each_of_two_answers_tells_why_it_was_given() -> None:
    decision = bound().say("签约带什么？另外放款要多久")
    assert [say.account.why.split(" ")[0] for say in decision.says if say.account] == [
        "docs_needed",
        "loan_release_time",
    ]


def test_who_needs_a_person_at_once_gets_one_though_the_file_is_too_old() -> None:
    case, now = cases()["C-EDGE-09"], STORY["C-EDGE-09"]
    intent = replace(house().content.intents["loan_rejected"], needs_case=True)
    chat = Chat(1, case_ref=case.ref, role=Role.BUYER)
    situation = Situation(Incoming(1, 1, Kind.TEXT), chat, now, stand(case, config().process, config().calendar, now))
    spoken = Speaker(house(), situation, "zh").answer(intent, None)
    opened = [(entry.reason, entry.priority) for entry in spoken.actions if isinstance(entry, OpenTicket)]
    assert opened == [("_stale", intent.priority)]


@pytest.mark.parametrize(
    ("told", "asked"), [("首付已经转了 咋确认到账", "那下一步呢"), ("ok paid the down payment today", "so whats next")]
)
def test_an_answer_from_the_records_says_that_news_is_not_in_them_yet(told: str, asked: str) -> None:
    talk = talk_of("C-DEMO-06")
    talk.say(told)
    first, *_ = talk.say(asked).says
    assert first.account is not None
    assert (first.account.reply, "11" in first.plain) == ("_unchecked_money", False)


def test_who_has_handed_in_papers_is_not_told_to_pay_nothing_twice() -> None:
    talk = talk_of("C-DEMO-04")
    talk.say("户口本那页传上去了")
    first, *_ = talk.say("那就差收入证明了对吧").says
    assert first.plain == "您刚告诉我的还在核实，下面是核实前的记录。"


def test_what_holds_for_everybody_is_told_without_a_word_on_news() -> None:
    talk = talk_of("C-DEMO-06")
    talk.say("首付已经转了 咋确认到账")
    assert len(talk.say("网签是什么").says) == 1


@pytest.mark.parametrize("told", ["卖家又没来！！", "卖家今天又没来"])
def test_what_happens_again_is_passed_on_and_told_from_the_records(told: str) -> None:
    first, then = talk_of("C-DEMO-03").say(told).says
    assert ("孙顾问去核实" in first.plain, "9 月 16 日（周三）、9 月 18 日（周五）" in then.plain) == (True, True)


def test_the_second_of_two_answers_says_no_line_of_the_first_again() -> None:
    first, then = talk_of("C-DEMO-02").say("怎么还没签啊 不是说20号吗").says
    assert {*first.text.split("\n")} & {*then.text.split("\n")} == set()
    assert then.plain.startswith("对不起，说好的日子过了")


@pytest.mark.parametrize(
    "message", ["2点开始得耗到几点，我4点要接娃", "roughly isn't good enough, can u give me a day that is safe"]
)
def test_what_is_not_surely_understood_after_an_answer_goes_to_a_person(message: str) -> None:
    talk = talk_of("C-DEMO-01")
    talk.say("什么时候签")
    decision = talk.say(message)
    opened = [action.reason for action in decision.actions if isinstance(action, OpenTicket)]
    assert (decision.chosen and decision.chosen.reply, opened) == ("_unsure", ["_unsure"])


def test_an_answer_to_who_signs_tomorrow_is_promised_before_that_hour() -> None:
    talk = talk_of("C-DEMO-01")
    talk.now = at("2026-11-24 18:40")
    assert "最晚 11 月 25 日（周三）11:00" in talk.say("明天还签吗").says[0].plain


def test_the_person_who_was_asked_for_answers_all_else_by_then() -> None:
    talk = talk_of("C-EDGE-09")
    talk.say("叫个人来")
    assert "最晚今天 12:00" in talk.say("25号还签吗").says[0].plain
