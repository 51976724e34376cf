"""Is what happens at the desk written down whole, and what a buyer says meanwhile shown there?"""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from bot.cases.case import Document, DocumentStatus, Party
from bot.cases.milestones import BlockerCode, Milestone, Role
from bot.cases.office import Priority
from bot.desk.advisors import Leave, Roster
from bot.desk.entries import Author, Delivery, Entry
from bot.desk.room import Room
from bot.desk.situation import DeskIncoming
from bot.desk.tickets import Event, TicketState, What
from bot.desk.transcript import Audience, Conversation, TranscriptForm, transcript
from bot.dialogue.messages import Button, Chat, Copy, Incoming, Kind, Link, OpenTicket, Rewrite, Say, Source, Withdraw
from bot.messenger.post import Post
from bot.store import desk_tables, tables
from bot.store.books import Books, Records
from bot.store.outbox import Letter
from bot.turns import board, letters
from bot.turns.buyer import Turn
from bot.turns.care import release
from bot.turns.desk import DeskTurn
from bot.turns.invitations import token_hash
from bot.turns.rounds import Rounds
from tests.desk.people import FRIDAY, GROUP, SUN, WU, ZHOU, case
from tests.samples import at, config
from tests.store.at_once import at_once
from tests.talks import house

HERS, NEW = 501, 503
TOKEN = "t" * 43
CASE = case("C-1", "赵女士")


@pytest.fixture
def turn(books: Books) -> Turn:
    """The whole line, with a verified buyer whose topic stands."""
    with books.transaction() as records:
        records.cases.save(CASE)
        for advisor in (ZHOU, WU, SUN):
            records.desk.save_advisor(advisor)
        records.chats.save(Chat(HERS, CASE.ref, Role.BUYER))
        records.chats.save_link(Link(token_hash(TOKEN), CASE.ref, Role.BUYER, FRIDAY + timedelta(hours=48)))
        topic = records.desk.topic_for(Chat(HERS, CASE.ref), GROUP, "赵女士")
        records.desk.topic_made(topic.id, 7)
    return Turn(books, house, config().process, Room(GROUP))


def _buyer(turn: Turn, number: int, kind: Kind, content: str, argument: str = "", chat_id: int = HERS) -> None:
    turn.take(Incoming(number, chat_id, kind, content, argument, source=Source(number)), FRIDAY)


def _write(turn: Turn, number: int, person: int = ZHOU.id) -> None:
    incoming = DeskIncoming(number, GROUP, 7, person, Kind.TEXT, "您好", source=Source(number))
    DeskTurn(turn).take(incoming, FRIDAY)


def _claim(turn: Turn, chat_id: int) -> None:
    with turn.books.transaction() as records:
        ticket = records.tickets.live(chat_id)
        assert ticket is not None
        records.tickets.log(ticket, Event(What.CLAIMED, FRIDAY, ZHOU.id), turn.scribe(records, FRIDAY).hours)


def _in_topics(turn: Turn) -> list[str]:
    with turn.books.transaction() as records:
        rows = records.connection.execute(select(tables.outbox).where(tables.outbox.c.topic_id.is_not(None))).all()
    return [row.text for row in rows if row.kind == "say"]


def test_two_advisors_who_write_at_once_open_one_ticket(turn: Turn) -> None:
    at_once(*[partial(_write, turn, number, person) for number, person in ((1, ZHOU.id), (2, SUN.id))])
    with turn.books.transaction() as records:
        made = records.connection.scalar(select(func.count()).select_from(tables.tickets))
        live = records.tickets.live(HERS)
    assert (made, live and live.state) == (1, TicketState.WAITING)


def test_advisor_and_buyer_who_write_at_once_share_one_ticket(turn: Turn) -> None:
    at_once(partial(_write, turn, 1), partial(_buyer, turn, 2, Kind.TEXT, "转人工"))
    with turn.books.transaction() as records:
        assert records.connection.scalar(select(func.count()).select_from(tables.tickets)) == 1


def test_update_of_the_desk_taken_twice_is_sent_once(turn: Turn) -> None:
    for _ in range(2):
        _write(turn, 1)
    with turn.books.transaction() as records:
        assert len(records.outbox.waiting(HERS)) == 1


def test_stranger_in_the_group_changes_nothing(turn: Turn) -> None:
    _write(turn, 1, person=777)
    with turn.books.transaction() as records:
        assert (records.tickets.live(HERS), records.outbox.waiting(HERS)) == (None, [])


def test_anonymous_administrator_is_told_that_nothing_was_sent(turn: Turn) -> None:
    _write(turn, 1, person=GROUP)
    with turn.books.transaction() as records:
        waiting = records.outbox.waiting(HERS)
    assert (waiting, _in_topics(turn)[-1].partition("：")[0]) == ([], "没发出去")


def test_words_typed_while_a_link_waits_for_digits_reach_the_advisors(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工", chat_id=NEW)
    _buyer(turn, 2, Kind.COMMAND, "start", TOKEN, chat_id=NEW)
    _claim(turn, NEW)
    for number, text in ((3, "我等着呢"), (4, "6102")):
        _buyer(turn, number, Kind.TEXT, text, chat_id=NEW)
    with turn.books.transaction() as records:
        heard = [entry.text for entry in records.entries.last(NEW, most=9) if entry.message_id]
    assert heard == ["转人工", "我等着呢"]


def test_numbers_typed_after_the_link_has_ended_reach_the_advisors(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工", chat_id=NEW)
    _buyer(turn, 2, Kind.COMMAND, "start", TOKEN, chat_id=NEW)
    _claim(turn, NEW)
    later = FRIDAY + timedelta(days=4)
    turn.take(Incoming(3, NEW, Kind.TEXT, "120", source=Source(3)), later)
    with turn.books.transaction() as records:
        heard = [entry.text for entry in records.entries.last(NEW, most=9) if entry.message_id]
    assert heard == ["转人工", "120"]


def test_link_that_an_advisor_hands_over_works_while_the_advisor_has_the_chat(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工", chat_id=NEW)
    _claim(turn, NEW)
    _buyer(turn, 2, Kind.COMMAND, "start", TOKEN, chat_id=NEW)
    _buyer(turn, 3, Kind.TEXT, CASE.parties[0].phone_masked[-4:], chat_id=NEW)
    with turn.books.transaction() as records:
        assert records.chats.get(NEW).case_ref == CASE.ref


def test_link_that_a_buyer_opens_is_nobodys_to_read(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工", chat_id=NEW)
    _buyer(turn, 2, Kind.COMMAND, "start", TOKEN, chat_id=NEW)
    shown = _in_topics(turn)
    assert ("[打了命令] /start" in shown, [text for text in shown if TOKEN in text]) == (True, [])


def test_button_left_to_people_is_shown_by_its_question_and_waits_for_them(turn: Turn) -> None:
    _write(turn, 1)
    _buyer(turn, 2, Kind.BUTTON, "ask:seller_delay")
    with turn.books.transaction() as records:
        ticket = records.tickets.live(HERS)
    title = house().content.intents["seller_delay"].titles["zh"]
    assert (f"[点了按钮] {title}" in _in_topics(turn), ticket and ticket.state) == (True, TicketState.CLAIMED)


def test_buyer_who_is_verified_while_waiting_gets_a_card_in_the_cases_topic(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工", chat_id=NEW)
    _buyer(turn, 2, Kind.COMMAND, "start", TOKEN, chat_id=NEW)
    _buyer(turn, 3, Kind.TEXT, "3391", chat_id=NEW)
    with turn.books.transaction() as records:
        topic = records.desk.topic_for(Chat(NEW, CASE.ref), GROUP, "")
        cards = [letter.parcel for letter in records.outbox.waiting(GROUP, topic.id)]
    assert [card.text.splitlines()[0] for card in cards if isinstance(card, Say) and "#1" in card.text] == [
        "🟠 <b>P1 · 赵女士</b>（已核实） #1"
    ]


def test_survey_is_not_asked_again_because_a_case_was_left(turn: Turn) -> None:
    with turn.books.transaction() as records:
        records.chats.save(replace(records.chats.get(HERS), surveyed_at=FRIDAY))
    _buyer(turn, 1, Kind.BUTTON, "unbind:yes")
    with turn.books.transaction() as records:
        found = records.chats.get(HERS)
    assert (found.case_ref, found.surveyed_at) == (None, FRIDAY)


def _confirm(turn: Turn, number: int) -> None:
    tap = DeskIncoming(number, GROUP, 7, ZHOU.id, Kind.BUTTON, "y:block:SELLER_UNREACHABLE", source=Source(50))
    DeskTurn(turn).take(tap, FRIDAY)


def test_change_confirmed_by_two_fast_taps_is_made_once(turn: Turn) -> None:
    for number in (1, 2):
        _confirm(turn, number)
    with turn.books.transaction() as records:
        added = records.cases.get(CASE.ref).blockers[len(CASE.blockers) :]
    assert [blocker.code for blocker in added] == [BlockerCode.SELLER_UNREACHABLE]


def test_whom_to_ring_in_danger_is_said_even_if_an_advisor_writes_first(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "我不想活了")
    _buyer(turn, 2, Kind.TEXT, "网签是什么")
    with turn.books.transaction() as records:
        before = [letter.say.plain for letter in records.outbox.waiting(HERS)]
    _write(turn, 3)
    with turn.books.transaction() as records:
        after = [letter.parcel for letter in records.outbox.waiting(HERS)]
    assert ([parcel.plain for parcel in after if isinstance(parcel, Say)], len(before)) == ([before[0]], 2)


def test_buyer_is_told_a_new_hour_once_the_owner_keeps_silent(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工")
    _claim(turn, HERS)
    hour = timedelta(hours=1)
    for later in range(1, 96):
        Rounds(turn).go(FRIDAY + later * hour)
    with turn.books.transaction() as records:
        said = [letter.say.plain for letter in records.outbox.waiting(HERS)]
    assert [words.splitlines() for words in said[1:]] == [
        [
            "接手的顾问没能及时回您，我已请其他顾问接着办。",
            "最晚今天 16:00，有人在这里回您。让您多等了，对不起。",
        ]
    ]


def _silent_at(turn: Turn, *hours: str) -> list[str]:
    """What the topic reads of a silent buyer, who was answered at nine, if the clock is looked at then."""
    for hour in hours:
        Rounds(turn).go(at(f"2026-09-18 {hour}"))
    return [text for text in _in_topics(turn) if text.startswith("💤")]


def test_chat_goes_back_at_the_told_time_though_the_process_was_down(turn: Turn) -> None:
    _write(turn, 1)
    told = _silent_at(turn, "16:30", "16:31", "17:29")
    assert [told, _silent_at(turn, "17:30")[1:]] == [
        ["💤 买家没有再写。今天 17:30 交回机器人，您写一条就不交。"],
        ["💤 买家没有再写，已交回机器人，并告诉了买家。"],
    ]


def test_colleague_who_gets_a_silent_chat_has_the_hour_that_is_told(turn: Turn) -> None:
    _write(turn, 1)
    _silent_at(turn, "14:00")
    passed = DeskIncoming(2, GROUP, 7, ZHOU.id, Kind.COMMAND, "pass", "吴顾问", Source(2))
    DeskTurn(turn).take(passed, at("2026-09-18 14:55"))
    told = _silent_at(turn, "14:55", "15:01", "15:54")
    assert [told, _silent_at(turn, "15:55")[2:]] == [
        [f"💤 买家没有再写。今天 {hour} 交回机器人，您写一条就不交。" for hour in ("15:00", "15:55")],
        ["💤 买家没有再写，已交回机器人，并告诉了买家。"],
    ]


def test_news_of_a_change_reach_the_buyer_though_the_advisor_goes_on_writing(turn: Turn) -> None:
    _confirm(turn, 1)
    with turn.books.transaction() as records:
        news = [letter.say.plain for letter in records.outbox.waiting(HERS)]
    _write(turn, 2)
    with turn.books.transaction() as records:
        after = [letter.parcel for letter in records.outbox.waiting(HERS)]
    assert ([parcel.plain for parcel in after if isinstance(parcel, Say)], len(news)) == (news, 1)


def test_picture_that_waits_for_its_album_is_taken_back_where_the_album_is_a_note(turn: Turn) -> None:
    for number, caption in ((1, ""), (2, "//底价 480 万"), (3, "")):
        source = Source(number, album="a1", media="photo", caption=caption)
        DeskTurn(turn).take(DeskIncoming(number, GROUP, 7, ZHOU.id, Kind.OTHER, source=source), FRIDAY)
    with turn.books.transaction() as records:
        assert records.outbox.waiting(HERS) == []


def test_picture_that_is_out_is_taken_away_where_its_album_turns_out_to_be_a_note(turn: Turn) -> None:
    for number, caption in ((1, ""), (2, "//底价 480 万")):
        source = Source(number, album="a1", media="photo", caption=caption)
        DeskTurn(turn).take(DeskIncoming(number, GROUP, 7, ZHOU.id, Kind.OTHER, source=source), FRIDAY)
        with turn.books.transaction() as records:
            for letter in records.outbox.waiting(HERS) if number == 1 else ():
                records.outbox.sent(letter.id, 701, FRIDAY)
                (entry,) = records.entries.of_album(HERS, "a1")
                records.entries.change(entry, message_id=701, delivery=Delivery.SENT)
    with turn.books.transaction() as records:
        assert [letter.parcel for letter in records.outbox.waiting(HERS)] == [Withdraw(701)]


def _noted(turn: Turn, number: int, content: str, now: datetime = FRIDAY) -> None:
    tap = DeskIncoming(number, GROUP, 7, ZHOU.id, Kind.BUTTON, content, source=Source(50 + number))
    DeskTurn(turn).take(tap, now)


def _news(turn: Turn) -> list[str]:
    with turn.books.transaction() as records:
        return [letter.say.plain for letter in records.outbox.waiting(HERS)]


def test_whose_case_it_is_gets_a_call_when_a_colleague_changes_it(turn: Turn) -> None:
    for number, person in ((1, ZHOU.id), (2, SUN.id)):
        tap = DeskIncoming(number, GROUP, 7, person, Kind.BUTTON, "y:book:ONLINE_SIGN:2026-09-21T10.00")
        DeskTurn(turn).take(tap, FRIDAY)
    assert [f"tg://user?id={ZHOU.id}" in told for told in _in_topics(turn) if "记下" in told] == [False, True]


def test_of_two_changes_in_a_minute_the_buyer_hears_how_it_is_after_both(turn: Turn) -> None:
    _noted(turn, 1, "y:book:ONLINE_SIGN:2026-09-21T10.00")
    first = _news(turn)
    _noted(turn, 2, "y:book:ONLINE_SIGN:2026-09-22T14.00", FRIDAY + timedelta(seconds=40))
    both = _news(turn)
    _noted(turn, 3, "u:2", FRIDAY + timedelta(seconds=50))
    assert ([("9 月 21 日" in news[0], len(news)) for news in (first, both)], _news(turn)) == (
        [(True, 1), (False, 1)],
        first,
    )


def test_of_two_changes_that_are_both_undone_the_buyer_hears_nothing(turn: Turn) -> None:
    _noted(turn, 1, "y:book:ONLINE_SIGN:2026-09-21T10.00")
    _noted(turn, 2, "y:book:ONLINE_SIGN:2026-09-22T14.00", FRIDAY + timedelta(seconds=10))
    for number, change in ((3, "u:2"), (4, "u:1")):
        _noted(turn, number, change, FRIDAY + timedelta(seconds=20))
    with turn.books.transaction() as records:
        kept = records.cases.get(CASE.ref).appointments
    assert (_news(turn), kept) == ([], CASE.appointments)


def test_change_undone_after_the_buyer_has_heard_of_it_is_told_as_well(turn: Turn) -> None:
    _noted(turn, 1, "y:book:ONLINE_SIGN:2026-09-21T10.00")
    booked = _news(turn)
    with turn.books.transaction() as records:
        for number, letter in enumerate(records.outbox.waiting(HERS)):
            records.outbox.sent(letter.id, number, FRIDAY + timedelta(seconds=61))
    _noted(turn, 2, "u:1:told", FRIDAY + timedelta(minutes=5))
    assert [["9 月 21 日" in said for said in news] for news in (booked, _news(turn))] == [[True], [False]]


def _put(turn: Turn, question: Say) -> None:
    """The desk has asked this, as message 90."""
    with turn.books.transaction() as records:
        topic = records.desk.topic_for(Chat(HERS, CASE.ref), GROUP, "")
        board.post(turn.scribe(records, FRIDAY), topic, question)
        records.outbox.sent(records.outbox.waiting(GROUP, topic.id)[-1].id, 90, FRIDAY)


def _typed_under(turn: Turn, *replies: str) -> None:
    """What an advisor writes in answer to it."""
    for number, words in enumerate(replies, start=1):
        typed = DeskIncoming(number, GROUP, 7, ZHOU.id, Kind.TEXT, words, source=Source(90 + number, reply_to=90))
        DeskTurn(turn).take(typed, FRIDAY)


def test_question_that_a_colleague_has_overtaken_is_put_again(turn: Turn) -> None:
    _put(turn, Say("确认吗？"))
    hours = (("2026-09-21T10.00", SUN, 91), ("2026-09-22T14.00", ZHOU, 90))
    for number, (hour, advisor, message) in enumerate(hours, start=1):
        content = f"y:book:ONLINE_SIGN:{hour}"
        tap = DeskIncoming(number, GROUP, 7, advisor.id, Kind.BUTTON, content, source=Source(message))
        DeskTurn(turn).take(tap, FRIDAY + timedelta(seconds=number))
    with turn.books.transaction() as records:
        booked = records.cases.get(CASE.ref).appointments[-1].at
    assert (f"{booked:%m-%d}", [text for text in _in_topics(turn) if text.startswith("⚠️ 孙顾问 刚改过")] != []) == (
        "09-21",
        True,
    )


def test_undone_change_tells_a_chat_without_the_case_nothing(turn: Turn) -> None:
    _noted(turn, 1, "y:book:ONLINE_SIGN:2026-09-21T10.00")
    _noted(turn, 2, "y:book:ONLINE_SIGN:2026-09-22T14.00", FRIDAY + timedelta(seconds=20))
    _buyer(turn, 3, Kind.BUTTON, "unbind:yes")
    _noted(turn, 4, "u:2", FRIDAY + timedelta(seconds=50))
    assert ["9 月 2" in said for said in _news(turn)] == [False]


def test_chat_that_is_given_back_is_told_no_steps_where_people_do_the_talking(turn: Turn) -> None:
    _noted(turn, 1, "y:block:BEREAVEMENT")
    _write(turn, 2)
    DeskTurn(turn).take(DeskIncoming(3, GROUP, 7, ZHOU.id, Kind.COMMAND, "done", source=Source(3)), FRIDAY)
    with turn.books.transaction() as records:
        said = [letter.parcel for letter in records.outbox.waiting(HERS)]
    assert ["下一步" in say.plain for say in said if isinstance(say, Say)] == [False]


def test_numbers_of_a_group_that_has_moved_mean_nothing_in_the_new_one(plain: Turn) -> None:
    with plain.books.transaction() as records:
        records.desk.group_moved(GROUP, GROUP - 1)
    with plain.books.transaction() as records:
        assert records.outbox.topic_of(GROUP - 1, 30) is None


def test_chat_without_its_case_hears_no_news_of_it(turn: Turn) -> None:
    _noted(turn, 1, "y:book:ONLINE_SIGN:2026-09-21T10.00")
    _buyer(turn, 2, Kind.BUTTON, "unbind:yes")
    assert ["9 月 21 日" in said for said in _news(turn)] == [False]


def test_machine_tells_no_news_where_people_do_the_talking(turn: Turn) -> None:
    _noted(turn, 1, "y:block:BEREAVEMENT")
    _noted(turn, 2, "y:done:DOCS_READY:2026-09-18")
    assert _news(turn) == []


def test_news_promise_nothing_that_nobody_is_told_of(turn: Turn) -> None:
    _noted(turn, 1, "y:block:SELLER_UNREACHABLE")
    later = at("2026-09-21 15:00")
    _noted(turn, 2, "y:promise:ONLINE_SIGN:2026-09-24", later)
    said = _news(turn)
    with turn.books.transaction() as records:
        assert (["最晚今天" in text for text in said], records.tickets.live(HERS)) == ([False] * len(said), None)


def test_promise_into_a_year_without_a_calendar_stays_without_a_day(turn: Turn) -> None:
    eve = at("2026-12-31 17:30")
    decided = [turn.take(Incoming(n, NEW, Kind.TEXT, "转人工", source=Source(n)), eve) for n in (1, 2)]
    said = [say.plain for decision in decided if decision for say in decision.says]
    assert ["下一个工作日" in text and "2027" not in text for text in said] == [True, True]


def test_case_that_breaks_holds_up_nobody_elses_reminder(turn: Turn, caplog: pytest.LogCaptureFixture) -> None:
    with turn.books.transaction() as records:
        records.chats.save(Chat(NEW))
        opening = OpenTicket("human", Priority.P1, FRIDAY + timedelta(hours=2), "在吗")
        hours = turn.scribe(records, FRIDAY).hours
        for chat in (NEW, HERS):
            records.tickets.hand_over(records.chats.get(chat), opening, FRIDAY, hours)
        records.cases.save(replace(CASE, ref="C-2", advisor="何顾问"))
        records.chats.save(Chat(NEW, "C-2", Role.BUYER))
        _break(records, "C-2")
    rounds = Rounds(turn)
    for seconds in range(0, 60, 5):
        rounds.go(FRIDAY + timedelta(hours=2, minutes=1, seconds=seconds))
    with turn.books.transaction() as records:
        told = [letter.parcel for letter in records.outbox.waiting(GROUP, _topic(records))]
    assert [(say.text[0], say.buttons) for say in told if isinstance(say, Say)][-2:] == [
        ("⏳", (Button("接手", "t:2:claim"),)),
        ("⏰", (Button("接手", "t:2:claim"),)),
    ]
    assert ["the others go on" in message for message in caplog.messages] == [True]


def test_chat_of_a_case_that_breaks_is_no_news_every_few_seconds(turn: Turn, caplog: pytest.LogCaptureFixture) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工")
    _claim(turn, HERS)
    with turn.books.transaction() as records:
        _break(records, CASE.ref)
        records.desk.save_advisor(replace(ZHOU, leaves=(Leave(FRIDAY.date(), FRIDAY.date()),)))
    rounds = Rounds(turn)
    for seconds in range(0, 60, 5):
        rounds.go(FRIDAY + timedelta(seconds=seconds))
    assert ["the others go on" in message for message in caplog.messages] == [True]


def _break(records: Records, ref: str) -> None:
    of_that = tables.cases.update().where(tables.cases.c.ref == ref)
    records.connection.execute(of_that.values(deal="nonsense"))


@pytest.fixture
def lost(turn: Turn) -> Turn:
    """The same, where the buyer's case has lost its profile."""
    with turn.books.transaction() as records:
        records.cases.save(replace(CASE, profile="gone"))
    return turn


def _reply(turn: Turn, number: int, content: str, kind: Kind = Kind.TEXT) -> str:
    decision = turn.take(Incoming(number, HERS, kind, content, source=Source(number)), FRIDAY)
    return decision.chosen.reply if decision and decision.chosen else ""


def test_buyer_of_a_case_without_a_profile_is_passed_on_but_for_danger(lost: Turn) -> None:
    asked = [_reply(lost, 1, "还要多久"), _reply(lost, 2, "ask:status_now", Kind.BUTTON)]
    with lost.books.transaction() as records:
        ticket = records.tickets.live(HERS)
    danger = _reply(lost, 3, "有人让我把首付转到他的账户，我该转吗")
    assert (asked, ticket and ticket.reason, danger) == (["_trouble"] * 2, "_trouble", "suspicious_payment")


def test_card_of_a_case_without_a_profile_names_it_and_why(lost: Turn) -> None:
    _reply(lost, 1, "还要多久")
    (card,) = [text for text in _in_topics(lost) if "❗" in text]
    assert card.splitlines()[1] == "C-1：流程没有配置，读不出进度"


def test_what_cannot_be_decided_of_a_case_without_a_profile_is_given_up_to_a_person(lost: Turn) -> None:
    lost.give_up(Incoming(1, HERS, Kind.TEXT, "还要多久", source=Source(1)), FRIDAY)
    with lost.books.transaction() as records:
        ticket = records.tickets.live(HERS)
        assert ([len(records.outbox.waiting(HERS)), ticket and ticket.reason]) == [1, "_trouble"]


def test_advisor_writes_to_the_buyer_of_a_case_without_a_profile(lost: Turn) -> None:
    _write(lost, 1)
    with lost.books.transaction() as records:
        assert [letter.parcel for letter in records.outbox.waiting(HERS)] == [Copy(GROUP, (1,))]


def test_reminder_for_a_case_without_a_profile_is_posted(lost: Turn) -> None:
    _reply(lost, 1, "转人工")
    with lost.books.transaction() as records:
        ticket = records.tickets.live(HERS)
        assert ticket
        assert ticket.reply_by
    Rounds(lost).go(ticket.reply_by)
    assert [text[0] for text in _in_topics(lost)][-1] == "⏳"


def test_change_of_a_case_without_a_profile_is_no_news_for_its_buyer(lost: Turn) -> None:
    with lost.books.transaction() as records:
        scribe = lost.scribe(records, FRIDAY)
        told = letters.tell_of_change(scribe, [Chat(HERS, CASE.ref)], records.cases.get(CASE.ref), FRIDAY)
    assert told == []


def _topic(records: Records) -> int:
    return records.desk.topic_for(Chat(HERS, CASE.ref), GROUP, "").id


def test_name_of_a_paper_is_no_markup(turn: Turn) -> None:
    paper = Document("BANK", "流水 <6 个月>", "statement", status=DocumentStatus.NEEDED)
    with turn.books.transaction() as records:
        records.cases.save(replace(CASE, documents=(paper,)))
    _noted(turn, 1, "y:paper:BANK")
    with turn.books.transaction() as records:
        told = [letter.parcel for letter in records.outbox.waiting(GROUP, _topic(records))]
    assert ["&lt;6 个月&gt;" in entry.text for entry in told if isinstance(entry, Rewrite)] == [True]


def test_longest_edit_of_a_buyer_still_fits_into_a_message(turn: Turn) -> None:
    _write(turn, 1)
    _buyer(turn, 2, Kind.TEXT, "在吗")
    turn.take(Incoming(3, HERS, Kind.EDIT, "好" * 4096, source=Source(2)), FRIDAY)
    assert [3500 < len(text) < 4096 for text in _in_topics(turn) if text.startswith("✏️")] == [True]


@pytest.fixture
def plain(turn: Turn) -> Turn:
    """The same in a group without topics, where the card of a waiting buyer is message 30."""
    with turn.books.transaction() as records:
        records.desk.topic_made(_topic(records), 0)
    _buyer(turn, 1, Kind.TEXT, "转人工")
    with turn.books.transaction() as records:
        card = records.outbox.waiting(GROUP, _topic(records))[0]
        records.outbox.sent(card.id, 30, FRIDAY)
    return turn


def _in_plain(turn: Turn, number: int, kind: Kind, content: str, source: Source) -> None:
    DeskTurn(turn).take(DeskIncoming(number, GROUP, None, ZHOU.id, kind, content, source=source), FRIDAY)


def test_in_a_group_without_topics_an_answer_goes_to_the_buyer_it_answers(plain: Turn) -> None:
    _in_plain(plain, 2, Kind.BUTTON, "t:1:claim", Source(30))
    _in_plain(plain, 3, Kind.TEXT, "您好", Source(31, reply_to=30))
    with plain.books.transaction() as records:
        ticket = records.tickets.live(HERS)
        parcels = [letter.parcel for letter in records.outbox.waiting(HERS)]
    assert (ticket and ticket.owner, [part for part in parcels if isinstance(part, Copy)]) == (
        ZHOU.id,
        [Copy(GROUP, (31,))],
    )


def test_in_a_group_without_topics_words_to_nobody_are_asked_back(plain: Turn) -> None:
    _in_plain(plain, 2, Kind.TEXT, "您好", Source(31))
    with plain.books.transaction() as records:
        told = [letter.say for letter in records.outbox.waiting(GROUP)]
    assert [(say.text[:4], say.reply_to) for say in told] == [("没发出去", 31)]


def test_chats_of_an_advisor_who_is_removed_go_to_the_bot_or_to_anybody(turn: Turn) -> None:
    _write(turn, 1)
    _buyer(turn, 2, Kind.TEXT, "转人工", chat_id=NEW)
    _claim(turn, NEW)
    with turn.books.transaction() as records:
        freed = release(turn.scribe(records, FRIDAY), ZHOU)
        states = [ticket and ticket.state for ticket in (records.tickets.live(HERS), records.tickets.live(NEW))]
    assert (freed, states, [text[:5] for text in _in_topics(turn) if text.startswith("👋")]) == (
        1,
        [None, TicketState.OPEN],
        ["👋 周顾问"] * 2,
    )


def test_advisor_on_duty_at_night_has_half_an_hour_for_what_the_buyer_adds(turn: Turn) -> None:
    night = at("2026-09-18 22:00")
    turn.take(Incoming(1, HERS, Kind.TEXT, "我不想活了", source=Source(1)), night)
    desk = DeskIncoming(2, GROUP, 7, SUN.id, Kind.TEXT, "我在", source=Source(2))
    DeskTurn(turn).take(desk, night + timedelta(minutes=10))
    turn.take(Incoming(3, HERS, Kind.TEXT, "你还在吗", source=Source(3)), night + timedelta(minutes=20))
    with turn.books.transaction() as records:
        ticket = records.tickets.live(HERS)
    assert ticket
    assert ticket.reply_by == night + timedelta(minutes=50)


def test_message_that_is_made_a_note_before_it_is_sent_stays_a_note(turn: Turn) -> None:
    _write(turn, 5)
    edit = DeskIncoming(6, GROUP, 7, ZHOU.id, Kind.EDIT, "//卖家在闹离婚", source=Source(5))
    DeskTurn(turn).take(edit, FRIDAY)
    with turn.books.transaction() as records:
        waiting = [letter.parcel for letter in records.outbox.waiting(HERS)]
    with turn.books.transaction() as records:
        ticket, entries = records.tickets.live(HERS), records.entries.of_case(CASE.ref)
    shown = transcript(Conversation("C-1", entries, []), Roster(), Audience.BUYER, TranscriptForm.MARKDOWN)
    assert ticket
    assert ([parcel for parcel in waiting if isinstance(parcel, Copy)], "📝" in _in_topics(turn)[-1]) == ([], True)
    assert (ticket.state, ticket.reply_by is not None, "您好" in shown) == (TicketState.CLAIMED, True, False)


def test_card_counts_what_the_buyer_wrote_and_not_what_was_answered(turn: Turn) -> None:
    for number in range(1, 9):
        _buyer(turn, number, Kind.TEXT, "网签是什么")
    _buyer(turn, 9, Kind.TEXT, "转人工")
    assert ["写了 9 条" in text for text in _in_topics(turn) if "写了" in text] == [True]


def test_rating_is_not_for_the_one_who_is_rated_to_read(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工")
    _buyer(turn, 2, Kind.BUTTON, "rate:1:1")
    assert [text for text in _in_topics(turn) if "rate" in text] == []


def test_pressed_button_is_shown_by_what_stands_on_it(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工")
    _buyer(turn, 2, Kind.COMMAND, "language")
    with turn.books.transaction() as records:
        offered = records.outbox.waiting(HERS)[-1]
        records.outbox.sent(offered.id, 33, FRIDAY)
    turn.take(Incoming(3, HERS, Kind.BUTTON, "language:en", source=Source(33)), FRIDAY)
    assert [text for text in _in_topics(turn) if "按钮" in text or "pressed" in text][-1].endswith("English")


def test_command_of_an_advisor_is_answered_once(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工")
    done = DeskIncoming(2, GROUP, 7, ZHOU.id, Kind.COMMAND, "claim", source=Source(2))
    decision = DeskTurn(turn).take(done, FRIDAY)
    assert decision
    assert (decision.toast, [text for text in _in_topics(turn) if "接手了" in text]) == ("", ["周顾问 接手了。"])


def test_case_without_a_profile_is_named_in_the_digest_and_hides_no_other(turn: Turn) -> None:
    with turn.books.transaction() as records:
        records.cases.save(replace(CASE, ref="C-2", profile="gone"))
    Rounds(turn).go(at("2026-09-18 08:46"))
    with turn.books.transaction() as records:
        (letter,) = records.outbox.waiting(ZHOU.id)
    assert ["· C-2" in letter.say.plain, "C-1" in letter.say.plain] == [True, True]


def test_ticket_whose_hours_were_changed_stands_in_nobodys_way(turn: Turn) -> None:
    _buyer(turn, 1, Kind.TEXT, "转人工")
    with turn.books.transaction() as records:
        ticket = records.tickets.live(HERS)
        assert ticket
        records.tickets.put_off(ticket.id, FRIDAY)
    Rounds(turn).go(FRIDAY + timedelta(seconds=5))
    with turn.books.transaction() as records:
        assert records.tickets.due(FRIDAY + timedelta(seconds=10)) == []


def test_news_that_go_out_after_midnight_are_worded_for_that_day(turn: Turn) -> None:
    late = at("2026-09-18 23:59:30")
    _noted(turn, 1, "y:book:ONLINE_SIGN:2026-09-21T10.00", late)
    assert ["截至今天" in said for said in _news(turn)] == [False]


def test_topic_of_a_case_that_was_deleted_leads_to_nobody(turn: Turn) -> None:
    with turn.books.transaction() as records:
        records.connection.execute(desk_tables.topics.update().values(case_ref=None, chat_id=None))
    _write(turn, 3)
    assert _in_topics(turn)[-1] == "没发出去：这个话题没有买家的聊天。"


def test_who_is_in_mourning_is_told_no_steps_by_any_question(turn: Turn) -> None:
    with turn.books.transaction() as records:
        loss = replace(CASE.blockers[0], code=BlockerCode.BEREAVEMENT, milestone=Milestone.ONLINE_SIGN)
        records.cases.save(replace(CASE, blockers=(loss,)))
    decision = turn.take(Incoming(1, HERS, Kind.TEXT, "税要交多少", source=Source(1)), FRIDAY)
    assert decision
    assert [("您这单" in say.plain, say.holds_case_data) for say in decision.says] == [(False, False)]


def test_of_two_buyers_in_one_topic_each_is_named(turn: Turn) -> None:
    with turn.books.transaction() as records:
        parties = (*CASE.parties, Party(Role.CO_BUYER, "钱先生", "138****0000", verified=True))
        records.cases.save(replace(CASE, parties=parties))
        records.chats.save(Chat(NEW, CASE.ref, Role.CO_BUYER))
    _buyer(turn, 1, Kind.TEXT, "转人工")
    _write(turn, 2)
    _buyer(turn, 3, Kind.TEXT, "转人工", chat_id=NEW)
    for number, chat in ((4, HERS), (5, NEW)):
        _buyer(turn, number, Kind.TEXT, "嗯", chat_id=chat)
    named = [text for text in _in_topics(turn) if text.startswith("👤")]
    assert named == ["👤 <b>赵女士</b>", "👤 <b>钱先生</b>", "👤 <b>赵女士</b>", "👤 <b>钱先生</b>"]


def test_two_buyers_of_a_case_may_write_at_once(turn: Turn) -> None:
    with turn.books.transaction() as records:
        records.chats.save(Chat(NEW, CASE.ref, Role.CO_BUYER))
    for number, chat in ((1, HERS), (2, NEW)):
        _buyer(turn, number, Kind.TEXT, "转人工", chat_id=chat)
    for number in range(10, 40, 2):
        chats = ((number, HERS), (number + 1, NEW))
        at_once(*[partial(_buyer, turn, own, Kind.TEXT, "嗯", chat_id=chat) for own, chat in chats])
    with turn.books.transaction() as records:
        heard = [records.entries.count(chat, Author.BUYER, FRIDAY) for chat in (HERS, NEW)]
    assert heard == [16, 16]


def test_hour_that_no_button_has_is_typed_under_the_question(turn: Turn) -> None:
    _put(turn, Say("约在什么时候？", (Button("周一", "c:book:ONLINE_SIGN:2026-09-21T10.00"),)))
    _typed_under(turn, "下周三下午三点半", "知道了")
    with turn.books.transaction() as records:
        asked = [letter.parcel for letter in records.outbox.waiting(GROUP, _topic(records))]
    says = [parcel for parcel in asked if isinstance(parcel, Say)]
    assert ([say.text.partition("：")[0] for say in says], says[0].buttons[0].data, _news(turn)) == (
        ["确认吗？\n网签 约在 9 月 23 日（周三）15:30", "没记，也没发给买家"],
        "y:book:ONLINE_SIGN:2026-09-23T15.30",
        [],
    )


def test_case_is_disconnected_by_nobody_but_who_answers_for_it(turn: Turn) -> None:
    taps = {WU: "y:unlink", ZHOU: "y:unlink"}
    bound = []
    for number, (advisor, content) in enumerate(taps.items(), start=1):
        tap = DeskIncoming(number, GROUP, 7, advisor.id, Kind.BUTTON, content, source=Source(60 + number))
        DeskTurn(turn).take(tap, FRIDAY)
        with turn.books.transaction() as records:
            bound.append(records.chats.get(HERS).case_ref)
    assert bound == [CASE.ref, None]


def test_album_is_taken_away_whole_and_what_stays_is_told(turn: Turn) -> None:
    for number in (1, 2):
        source = Source(number, album="a1", media="photo")
        DeskTurn(turn).take(DeskIncoming(number, GROUP, 7, ZHOU.id, Kind.OTHER, source=source), FRIDAY)
    with turn.books.transaction() as records:
        for number, entry in enumerate(records.entries.of_album(HERS, "a1"), start=1):
            records.entries.change(entry, message_id=700 + number, delivery=Delivery.SENT)
        for letter in records.outbox.waiting(HERS):
            records.outbox.sent(letter.id, 701, FRIDAY)
    edit = DeskIncoming(3, GROUP, 7, ZHOU.id, Kind.EDIT, "//别外传", source=Source(1, album="a1", media="photo"))
    DeskTurn(turn).take(edit, FRIDAY + timedelta(minutes=1))
    with turn.books.transaction() as records:
        letters = records.outbox.waiting(HERS)
        states = [entry.delivery for entry in records.entries.of_album(HERS, "a1")]
    Post(turn.books, "zh").failed(letters[1], "message can't be deleted", FRIDAY + timedelta(minutes=2))
    assert ([letter.parcel for letter in letters], states, _in_topics(turn)[-1]) == (
        [Withdraw(701), Withdraw(702)],
        [Delivery.DROPPED] * 2,
        "⚠️ 没删掉，买家还看得到：message can&#x27;t be deleted",
    )


def _edited_to_a_note(turn: Turn) -> None:
    edit = DeskIncoming(2, GROUP, 7, ZHOU.id, Kind.EDIT, "//卖家想加价", source=Source(1))
    DeskTurn(turn).take(edit, FRIDAY)


def test_what_becomes_a_note_while_it_is_on_its_way_is_taken_away(turn: Turn) -> None:
    _write(turn, 1)
    post = Post(turn.books)
    on_its_way = next(letter for letter in post.due(FRIDAY) if letter.chat_id == HERS)
    post.take(on_its_way)
    _edited_to_a_note(turn)
    post.sent(on_its_way, [77], FRIDAY)
    with turn.books.transaction() as records:
        waiting = [letter.parcel for letter in records.outbox.waiting(HERS)]
        states = [entry.delivery for entry in records.entries.last(HERS, most=5) if entry.author == Author.ADVISOR]
    assert (waiting[-1], states) == (Withdraw(77), [Delivery.DROPPED])


def _edit(turn: Turn, number: int, text: str) -> None:
    DeskTurn(turn).take(DeskIncoming(number, GROUP, 7, ZHOU.id, Kind.EDIT, text, source=Source(1)), FRIDAY)


def _sent_and_edited(turn: Turn) -> Letter:
    """The buyer has 您好; other words for it still wait."""
    _write(turn, 1)
    post = Post(turn.books)
    for letter in post.due(FRIDAY):
        post.sent(letter, [77], FRIDAY)
    _edit(turn, 2, "底价 310 万")
    return next(letter for letter in post.due(FRIDAY) if isinstance(letter.parcel, Rewrite))


def _own(turn: Turn) -> Entry:
    with turn.books.transaction() as records:
        return records.entries.last(HERS, Author.ADVISOR)[-1]


def test_what_becomes_a_note_is_not_changed_before_it_is_taken_away(turn: Turn) -> None:
    _sent_and_edited(turn)
    _edit(turn, 3, "//卖家想加价")
    with turn.books.transaction() as records:
        waiting = [letter.parcel for letter in records.outbox.waiting(HERS)]
    assert (waiting, _own(turn).delivery) == ([Withdraw(77)], Delivery.DROPPED)


def test_change_that_arrives_brings_no_message_back_that_became_a_note(turn: Turn) -> None:
    on_its_way, post = _sent_and_edited(turn), Post(turn.books)
    post.take(on_its_way)
    _edit(turn, 3, "//卖家想加价")
    post.sent(on_its_way, [77], FRIDAY)
    with turn.books.transaction() as records:
        waiting = [letter.parcel for letter in records.outbox.waiting(HERS)]
    assert (waiting, _own(turn).delivery) == ([Withdraw(77)], Delivery.DROPPED)


def test_refused_change_leaves_in_the_transcript_what_the_buyer_has(turn: Turn) -> None:
    change = _sent_and_edited(turn)
    Post(turn.books).failed(change, "Bad Request", FRIDAY)
    own = _own(turn)
    assert (own.text, own.earlier, own.delivery, own.message_id) == ("您好", (), Delivery.SENT, 77)


def test_what_was_taken_away_is_no_part_of_what_the_buyer_reads_later(turn: Turn) -> None:
    _write(turn, 1)
    post = Post(turn.books)
    for letter in post.due(FRIDAY):
        post.sent(letter, [77], FRIDAY)
    _edited_to_a_note(turn)
    withdrawn = next(letter for letter in post.due(FRIDAY) if isinstance(letter.parcel, Withdraw))
    post.sent(withdrawn, [], FRIDAY)
    with turn.books.transaction() as records:
        entries = records.entries.last(HERS, most=5)
        talk = Conversation("单", entries, [])
        told = transcript(talk, records.desk.roster(), Audience.BUYER, TranscriptForm.MARKDOWN)
    assert ("您好" in told, "加价" in told) == (False, False)


def test_menu_that_no_day_answers_takes_none(turn: Turn) -> None:
    _put(turn, Say("哪一步办好了？", (Button("网签", "c:done:ONLINE_SIGN:2026-09-18"),)))
    _typed_under(turn, "9月25日", "//卖家想加价")
    assert ([text.partition("：")[0] for text in _in_topics(turn)[-2:]], _news(turn)) == (
        ["没发给买家", "📝 只记下了，买家看不到。"],
        [],
    )
