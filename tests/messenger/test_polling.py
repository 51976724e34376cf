"""Is no update lost, whatever happens to the one who fetches them?"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from bot.desk.situation import DeskIncoming
from bot.dialogue.messages import Incoming
from bot.messenger.patience import Sleep
from bot.messenger.polling import Handle, Poller
from bot.messenger.updates import incoming
from tests.messenger.desk import BUYER, HangUp, Pauses, alone, trouble
from tests.telegram.refusals import OTHER_POLL, WEBHOOK_ACTIVE, Refusal, conflict, flood
from tests.telegram.server import FakeTelegram, Moment

GROUP = -1001
pytestmark = pytest.mark.asyncio


@dataclass
class Handler:
    """Remembers what it was given, and what Telegram still held then; hangs up on the last one."""

    fake: FakeTelegram
    most: int
    seen: list[str] = field(default_factory=list)
    unconfirmed: list[Sequence[str]] = field(default_factory=list)

    async def __call__(self, incoming: Incoming | DeskIncoming) -> str:
        """Take one."""
        self.unconfirmed.append([update["message"]["text"] for update in self.fake.pending])
        if len(self.seen) == self.most:
            raise HangUp
        self.seen.append(incoming.content)
        return ""


async def _poll(bot: Bot, handle: Handle, sleep: Sleep | None = None, event: asyncio.Event | None = None) -> None:
    with pytest.raises(HangUp):
        await Poller(bot, handle, event or alone(), sleep or Pauses()).run()


async def test_an_update_is_confirmed_only_after_it_was_handled(fake: FakeTelegram, bot: Bot) -> None:
    handler = Handler(fake, most=2)
    for text in ("一", "二"):
        fake.text(BUYER, text)

    def say_more(moment: Moment, _method: str) -> None:
        if moment is Moment.BEFORE and len(handler.seen) == 2 and len(fake.pending) == 2:
            fake.text(BUYER, "三")

    fake.on_call = say_more
    await _poll(bot, handler)
    assert handler.unconfirmed == [["一", "二"], ["一", "二"], ["三"]]


async def test_an_update_whose_handling_broke_comes_again(fake: FakeTelegram, bot: Bot) -> None:
    for text in ("一", "二"):
        fake.text(BUYER, text)
    await _poll(bot, Handler(fake, most=1))
    again = Handler(fake, most=2)
    fake.text(BUYER, "三")
    await _poll(bot, again)
    assert again.seen == ["一", "二"]


async def test_what_a_person_says_in_a_group_is_for_the_desk(fake: FakeTelegram, bot: Bot) -> None:
    fake.group_text(GROUP, "大家好")
    handled: list[Incoming | DeskIncoming] = []

    async def handle(incoming: Incoming | DeskIncoming) -> str:
        handled.append(incoming)
        raise HangUp

    await _poll(bot, handle)
    assert [type(incoming) for incoming in handled] == [DeskIncoming]


@pytest.mark.parametrize(
    "error", [conflict(OTHER_POLL), httpx.ConnectError("no route"), Refusal(502, "Bad Gateway")], ids=str
)
async def test_each_failed_fetch_doubles_the_pause(fake: FakeTelegram, bot: Bot, error: Exception) -> None:
    trouble(fake, "getUpdates", error, times=8)
    pauses = Pauses(most=7)
    await _poll(bot, Handler(fake, most=0), pauses)
    assert pauses.seconds == [1, 2, 4, 8, 16, 30, 30]


async def test_process_that_is_told_of_another_one_is_alone_again_once_it_gets_updates(
    fake: FakeTelegram, bot: Bot
) -> None:
    event, seen = alone(), list[bool]()
    trouble(fake, "getUpdates", conflict(OTHER_POLL), times=2)
    fake.text(BUYER, "一")

    async def sleep(_: float) -> None:
        seen.append(event.is_set())
        if len(seen) == 7:
            fake.text(BUYER, "二")

    await _poll(bot, Handler(fake, most=1), sleep, event)
    # Two refusals, and five polls that came back.
    assert (seen, event.is_set()) == ([False] * 7, True)


async def test_a_webhook_that_keeps_the_updates_away_is_removed(fake: FakeTelegram, bot: Bot) -> None:
    trouble(fake, "getUpdates", conflict(WEBHOOK_ACTIVE))
    fake.text(BUYER, "一")
    called: list[str] = []
    refusing = fake.on_call

    def note(moment: Moment, method: str) -> None:
        called.append(method)
        if refusing:
            refusing(moment, method)

    fake.on_call = note
    await _poll(bot, Handler(fake, most=0), Pauses())
    assert "deleteWebhook" in called


async def test_telegram_out_of_reach_while_an_unreadable_update_is_fetched_again_is_waited_out(
    fake: FakeTelegram, bot: Bot
) -> None:
    fake.text(BUYER, "一")
    fake.pending[0]["message"]["poll"] = {"id": "1"}
    fake.text(BUYER, "二")
    fake.text(BUYER, "三")
    polls: list[str] = []

    def refuse_the_second(moment: Moment, method: str) -> None:
        if (moment, method) == (Moment.BEFORE, "getUpdates"):
            polls.append(method)
            if len(polls) == 2:
                raise Refusal(502, "Bad Gateway")

    fake.on_call = refuse_the_second
    handler = Handler(fake, most=1)
    await _poll(bot, handler)
    assert handler.seen == ["二"]


async def test_an_update_that_the_library_cannot_read_holds_up_no_other(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "一")
    fake.pending[0]["message"]["poll"] = {"id": "1"}
    fake.text(BUYER, "二")
    fake.text(BUYER, "三")
    handler = Handler(fake, most=1)
    await _poll(bot, handler)
    assert handler.seen == ["二"]


async def test_a_fetch_that_worked_makes_pauses_short_again(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "一")
    pauses = Pauses(most=3)
    trouble(fake, "getUpdates", Refusal(502, "Bad Gateway"), times=2)
    handler = Handler(fake, most=5)

    async def handle(incoming: Incoming | DeskIncoming) -> str:
        told = await handler(incoming)
        trouble(fake, "getUpdates", Refusal(502, "Bad Gateway"), times=2)
        return told

    await _poll(bot, handle, pauses)
    assert (pauses.seconds, handler.seen) == ([1, 2, 1], ["一"])


async def test_a_flood_is_waited_out_as_telegram_says(fake: FakeTelegram, bot: Bot) -> None:
    trouble(fake, "getUpdates", flood(9), times=2)
    pauses = Pauses(most=1)
    await _poll(bot, Handler(fake, most=0), pauses)
    assert pauses.seconds == [9]


@pytest.mark.parametrize(("code", "description"), [(401, "Unauthorized"), (404, "Not Found")])
async def test_a_token_that_was_right_and_is_refused_is_tried_again(
    fake: FakeTelegram, bot: Bot, code: int, description: str
) -> None:
    for text in ("一", "二"):
        fake.text(BUYER, text)
    trouble(fake, "getUpdates", Refusal(code, description), times=2)
    pauses, handler = Pauses(), Handler(fake, most=1)
    await _poll(bot, handler, pauses)
    assert (pauses.seconds, handler.seen) == ([1, 2], ["一"])


async def test_a_buyer_sees_that_an_answer_is_written(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "一")

    async def hang_up_later(_incoming: Incoming | DeskIncoming) -> str:
        await asyncio.to_thread(fake.wait_until, lambda: fake.typing(BUYER) > 0)
        raise HangUp

    await _poll(bot, hang_up_later)
    assert (fake.typing(BUYER), fake.violations) == (1, [])


async def test_a_slow_courtesy_holds_up_no_update(
    fake: FakeTelegram, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def for_ever(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(Bot, "send_chat_action", for_ever)
    for text in ("一", "二", "三"):
        fake.text(BUYER, text)
    handler = Handler(fake, most=2)
    async with asyncio.timeout(2):
        await _poll(bot, handler)
    assert handler.seen == ["一", "二"]


async def test_an_update_that_cannot_be_read_is_passed_over(
    fake: FakeTelegram, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("一", "二", "三"):
        fake.text(BUYER, text)

    def read(update: Update, bot_name: str) -> Incoming | DeskIncoming | None:
        if update.message and update.message.text == "一":
            raise LookupError(update)
        return incoming(update, bot_name)

    monkeypatch.setattr("bot.messenger.polling.incoming", read)
    handler = Handler(fake, most=1)
    await _poll(bot, handler)
    assert handler.seen == ["二"]


async def test_a_courtesy_that_fails_changes_nothing(fake: FakeTelegram, bot: Bot) -> None:
    for text in ("一", "二"):
        fake.text(BUYER, text)
    trouble(fake, "sendChatAction", httpx.ReadTimeout("slow"), times=2)
    handler = Handler(fake, most=1)
    await _poll(bot, handler)
    assert handler.seen == ["一"]


async def test_a_buyer_who_left_sees_no_typing(fake: FakeTelegram, bot: Bot) -> None:
    fake.block(BUYER)

    async def hang_up(_incoming: Incoming | DeskIncoming) -> str:
        raise HangUp

    await _poll(bot, hang_up)
    assert fake.calls == ["getMe", "getUpdates"]


async def test_a_tap_is_answered_once_though_it_comes_twice(fake: FakeTelegram, bot: Bot) -> None:
    button = InlineKeyboardButton("选我", callback_data="a")
    await bot.send_message(BUYER, "选", reply_markup=InlineKeyboardMarkup([[button]]))
    tap = fake.press(BUYER, "选我")
    found: list[Incoming | DeskIncoming] = []

    async def hang_up(incoming: Incoming | DeskIncoming) -> str:
        found.append(incoming)
        raise HangUp

    for _ in range(2):
        await _poll(bot, hang_up)
    assert (fake.answered(tap), [incoming.content for incoming in found], fake.violations) == ("", ["a", "a"], [])


async def test_a_tap_is_answered_with_what_came_of_it(fake: FakeTelegram, bot: Bot) -> None:
    button = InlineKeyboardButton("今天没变化", callback_data="d:same:C-1")
    await bot.send_message(BUYER, "早", reply_markup=InlineKeyboardMarkup([[button]]))
    tap = fake.press(BUYER, "今天没变化")
    fake.text(BUYER, "之后")

    async def handle(incoming: Incoming | DeskIncoming) -> str:
        if incoming.content == "之后":
            raise HangUp
        return "已记" * 150

    await _poll(bot, handle)
    assert (fake.answered(tap), fake.violations) == (("已记" * 150)[:200], [])
