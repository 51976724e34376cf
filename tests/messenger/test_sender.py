"""Is every message in the outbox delivered, put off or given up, and is that noted?"""

import asyncio
import json
import logging
from collections.abc import Sequence
from typing import Literal

import httpx
import pytest
from sqlalchemy import select
from telegram import Bot

from bot.dialogue.messages import Button, Parcel, Withdraw
from bot.messenger.courier import Courier
from bot.messenger.post import Post
from bot.store import tables
from bot.store.books import NoBooks
from bot.store.outbox import OUTDATED, UNDONE, UNLINKED
from tests.messenger.desk import BUYER, OTHER, Mail, trouble
from tests.telegram.people import SentMessage
from tests.telegram.refusals import Refusal
from tests.telegram.server import FakeTelegram, Moment

STRANGER = 999
pytestmark = pytest.mark.asyncio


def _texts(fake: FakeTelegram, chat_id: int = BUYER) -> list[str]:
    return [message.text for message in fake.sent(chat_id)]


async def test_a_message_is_sent_once_and_noted(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("<b>网签</b>：周三", Button("找顾问", "ask:human"), Button("还差什么", "ask:docs_missing"))
    tried = [await mail.sender.deliver(), await mail.sender.deliver()]
    expected = SentMessage(2, BUYER, "网签：周三", "<b>网签</b>：周三", [["找顾问"], ["还差什么"]])
    assert (tried, fake.sent(BUYER), mail.waiting(), fake.violations) == ([1, 0], [expected], [], [])


async def test_telegrams_number_of_the_message_is_kept(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("周三")
    await mail.sender.deliver()
    with mail.books.transaction() as records:
        row = records.connection.exec_driver_sql("SELECT message_id, failed FROM outbox").one()
    assert tuple(row) == (fake.sent(BUYER)[0].message_id, None)


@pytest.mark.parametrize(("holds_case_data", "protected"), [(True, "true"), (False, "false")])
async def test_only_case_data_is_protected_from_forwarding(
    mail: Mail, forms: list[dict[str, str]], holds_case_data: bool, protected: str
) -> None:
    mail.put("周三", holds_case_data=holds_case_data)
    await mail.sender.deliver()
    assert forms[-1].get("protect_content", "false").lower() == protected


async def test_links_in_messages_show_no_preview(mail: Mail, forms: list[dict[str, str]]) -> None:
    mail.put("https://example.org")
    await mail.sender.deliver()
    assert json.loads(forms[-1]["link_preview_options"]) == {"is_disabled": True}


async def test_a_buyer_who_blocked_is_noted_as_unreachable(fake: FakeTelegram, mail: Mail) -> None:
    fake.block(BUYER)
    mail.put("周三")
    await mail.sender.deliver()
    assert (mail.waiting(), mail.is_unreachable(), _texts(fake)) == ([], True, [])


async def test_an_advisor_who_blocked_is_no_buyer_and_is_in_the_log(
    fake: FakeTelegram, mail: Mail, caplog: pytest.LogCaptureFixture
) -> None:
    fake.block(OTHER)
    mail.put("早报", chat_id=OTHER)
    await mail.sender.deliver()
    with mail.books.transaction() as records:
        known = records.connection.exec_driver_sql("SELECT id FROM chats").scalars().all()
    told = [record.getMessage() for record in caplog.records if record.name == "bot.messenger.sender"]
    assert (known, told) == (
        [BUYER],
        [f"message 1: chat {OTHER} takes none from the bot: Forbidden: bot was blocked by the user"],
    )


async def test_a_message_that_breaks_the_sender_holds_up_nobody_else(
    fake: FakeTelegram, mail: Mail, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Courier.deliver

    async def deliver(self: Courier, parcel: Parcel) -> Sequence[int]:
        if self.place.chat_id == BUYER:
            raise LookupError(parcel)
        return await real(self, parcel)

    monkeypatch.setattr(Courier, "deliver", deliver)
    mail.put("一")
    mail.put("别人的", chat_id=OTHER)
    await mail.sender.deliver()
    assert (mail.waiting(), _texts(fake), _texts(fake, OTHER)) == ([], [], ["别人的"])


async def test_a_message_of_another_version_holds_up_nobody_else(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("一")
    with mail.books.transaction() as records:
        records.connection.execute(tables.outbox.update().values(kind="of_tomorrow"))
    mail.put("别人的", chat_id=OTHER)
    await mail.sender.deliver()
    with mail.books.transaction() as records:
        failed = records.connection.scalars(select(tables.outbox.c.failed).order_by(tables.outbox.c.id)).all()
    assert (failed, _texts(fake, OTHER)) == (["cannot be read", None], ["别人的"])


async def test_who_is_told_to_stop_while_the_books_are_down_stops(mail: Mail, monkeypatch: pytest.MonkeyPatch) -> None:
    def down(*_: object) -> None:
        raise NoBooks("down")

    mail.put("一")
    monkeypatch.setattr(Post, "take", down)
    running = asyncio.create_task(mail.sender.run())
    await asyncio.wait([running], timeout=0.1)
    running.cancel()
    done, _ = await asyncio.wait([running], timeout=5)
    assert done == {running}


async def test_a_flood_puts_one_chat_off_in_order(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("一")
    mail.put("二")
    mail.put("别人的", chat_id=OTHER)
    fake.flood_next(7)
    for seconds in (0, 6.9, 0.1, 0):
        mail.clock.move(seconds)
        await mail.sender.deliver()
    assert (_texts(fake), _texts(fake, OTHER)) == (["一", "二"], ["别人的"])


async def test_a_flood_ends_exactly_when_telegram_said(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("一")
    fake.flood_next(7)
    tried = []
    for seconds in (0, 6.9, 0.1):
        mail.clock.move(seconds)
        tried.append(await mail.sender.deliver())
    assert tried == [1, 0, 1]


async def test_what_was_held_up_overnight_says_when_it_was_written(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("最晚今天 17:00")
    mail.clock.move(24 * 3600)
    await mail.sender.deliver()
    assert _texts(fake) == ["🕘 2026-11-23 12:00\n最晚今天 17:00"]


async def test_what_telegram_refuses_is_never_tried_again(
    fake: FakeTelegram, mail: Mail, caplog: pytest.LogCaptureFixture
) -> None:
    mail.put("周三", chat_id=STRANGER)
    await mail.sender.deliver()
    mail.clock.move(3600)
    again = await mail.sender.deliver()
    assert (again, fake.calls.count("sendMessage"), caplog.messages) == (
        0,
        1,
        ["message 1 cannot be delivered: Chat not found"],
    )


async def test_markup_that_is_refused_goes_out_as_plain_text(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("<b>3 &lt; 5，周三", Button("找顾问", "ask:human"))
    await mail.sender.deliver()
    expected = SentMessage(2, BUYER, "3 < 5，周三", "3 < 5，周三", [["找顾问"]])
    assert (fake.sent(BUYER), mail.waiting()) == ([expected], [])


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError("no route"),
        httpx.ReadTimeout("slow"),
        Refusal(502, "Bad Gateway"),
        Refusal(500, "Internal Server Error"),
    ],
)
async def test_a_message_that_did_not_get_through_is_sent_later(
    fake: FakeTelegram, mail: Mail, error: Exception
) -> None:
    mail.put("周三")
    trouble(fake, "sendMessage", error)
    tried = []
    for seconds in (0, 4.9, 0.1):
        mail.clock.move(seconds)
        tried.append(await mail.sender.deliver())
    assert (tried, _texts(fake), mail.waiting()) == ([1, 0, 1], ["周三"], [])


async def test_an_answer_lost_on_its_way_may_come_twice(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("周三")
    trouble(fake, "sendMessage", httpx.ReadTimeout("slow"), when=Moment.AFTER)
    for _ in range(3):
        await mail.sender.deliver()
        mail.clock.move(5)
    assert (_texts(fake), mail.waiting()) == (["周三", "周三"], [])


async def test_what_a_server_refuses_that_has_forgotten_the_token_goes_out_later(
    fake: FakeTelegram, mail: Mail
) -> None:
    mail.put("周三")
    trouble(fake, "sendMessage", Refusal(404, "Not Found"))
    await mail.sender.deliver()
    mail.clock.move(5)
    await mail.sender.deliver()
    assert (_texts(fake), mail.waiting()) == (["周三"], [])


async def test_a_sender_told_to_stop_notes_what_it_sends(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("一")
    mail.put("二")
    running = asyncio.create_task(mail.sender.run())

    def stop(moment: Moment, _method: str) -> None:
        if moment is Moment.AFTER:
            running.cancel()

    fake.on_call = stop
    await asyncio.wait([running])
    assert (_texts(fake), mail.waiting(), running.cancelled()) == (["一"], ["二"], True)


async def test_a_sleeping_sender_wakes_for_a_new_message(fake: FakeTelegram, mail: Mail) -> None:
    running = asyncio.create_task(mail.sender.run())
    mail.put("周三")
    mail.sender.wake.set()
    await asyncio.to_thread(fake.wait_until, lambda: bool(fake.sent(BUYER)))
    running.cancel()
    await asyncio.wait([running])
    assert mail.waiting() == []


class WaitedFor(asyncio.Event):
    """Tells when somebody sleeps until it is set."""

    def __init__(self) -> None:
        super().__init__()
        self.has_a_sleeper = asyncio.Event()

    async def wait(self) -> Literal[True]:
        """Sleep until it is set."""
        self.has_a_sleeper.set()
        return await super().wait()


async def test_a_sender_that_is_woken_and_told_to_stop_at_once_stops(mail: Mail) -> None:
    mail.sender.wake = wake = WaitedFor()
    running = asyncio.create_task(mail.sender.run())
    await wake.has_a_sleeper.wait()
    wake.set()
    running.cancel()
    await asyncio.wait([running], timeout=5)
    assert running.cancelled()


async def test_no_text_of_a_message_gets_into_the_log(
    fake: FakeTelegram, mail: Mail, bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    trouble(fake, "sendMessage", Refusal(502, "Bad Gateway"))
    for text in ("<b>网签周三", "网签周四"):
        mail.put(text)
    for _ in range(4):
        await mail.sender.deliver()
        mail.clock.move(5)
    said = "".join(record.getMessage() for record in caplog.records if record.name.startswith(("bot", "telegram")))
    assert ("网签" in said, "tried again" in said, bot.token in said) == (False, True, False)


async def test_nothing_is_sent_while_another_process_polls(fake: FakeTelegram, mail: Mail) -> None:
    mail.put("周三")
    mail.sender.alone.clear()
    running = asyncio.create_task(mail.sender.run())
    await asyncio.wait([running], timeout=0.1)
    before = _texts(fake)
    mail.sender.alone.set()
    await asyncio.to_thread(fake.wait_until, lambda: bool(fake.sent(BUYER)))
    running.cancel()
    await asyncio.wait([running])
    assert (before, _texts(fake)) == ([], ["周三"])


@pytest.mark.parametrize("reason", [UNDONE, OUTDATED, UNLINKED])
async def test_what_was_taken_back_on_its_way_is_deleted_once_it_is_there(mail: Mail, reason: str) -> None:
    mail.put("周四 14:00")
    post = Post(mail.books)
    letter = post.take(post.due(mail.clock())[0])
    assert letter is not None
    with mail.books.transaction() as records:
        records.outbox.drop([letter.id], reason)
    post.sent(letter, [778], mail.clock())
    with mail.books.transaction() as records:
        assert [waiting.parcel for waiting in records.outbox.waiting(BUYER)] == [Withdraw(778)]
