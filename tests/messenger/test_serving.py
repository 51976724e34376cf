"""Does the service go on whatever happens, and end only when it is told to?"""

import asyncio
import os
import signal
from dataclasses import dataclass, field
from datetime import datetime
from threading import Event

import pytest

from bot.desk.situation import DeskIncoming
from bot.dialogue.messages import Incoming, Say
from bot.messenger.post import Post
from bot.messenger.serving import Service, WrongToken
from bot.store.books import Books, NoBooks
from tests.messenger.desk import BUYER, Clock, Pauses, trouble
from tests.telegram.methods import METHODS
from tests.telegram.refusals import OTHER_POLL, Refusal, conflict
from tests.telegram.server import FakeTelegram, Moment
from tests.telegram.serving import serving

pytestmark = pytest.mark.asyncio
GROUP = -1001


@dataclass
class Taker:
    """Takes every update, except those for which it has a fault."""

    faults: dict[str, Exception] = field(default_factory=dict)
    worse_faults: dict[str, Exception] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    def take(self, incoming: Incoming, _now: datetime) -> None:
        """Decide, or break."""
        if incoming.content in self.faults:
            raise self.faults[incoming.content]
        self.done.append(incoming.content)

    def give_up(self, incoming: Incoming, _now: datetime) -> None:
        """Hand over, or break as well."""
        if incoming.content in self.worse_faults:
            raise self.worse_faults.pop(incoming.content)
        self.done.append(f"{incoming.content}: given up")


async def _serve(fake: FakeTelegram, books: Books, taker: Taker, pauses: Pauses | None = None) -> None:
    """Run the service until all updates are confirmed, then tell it to stop."""
    with serving(fake) as base_url:
        service = Service(fake.token, base_url, taker, Post(books), Clock(), pauses or Pauses())
        running = asyncio.create_task(service.run())
        await asyncio.to_thread(fake.wait_until, lambda: fake.is_polling and not fake.pending)
        os.kill(os.getpid(), signal.SIGTERM)
        await running


async def test_an_update_that_breaks_is_given_to_a_person(fake: FakeTelegram, books: Books) -> None:
    taker = Taker(faults={"一": LookupError()})
    for text in ("一", "二"):
        fake.text(BUYER, text)
    await _serve(fake, books, taker)
    assert (taker.done, fake.violations) == (["一: given up", "二"], [])


async def test_an_update_that_breaks_everything_stops_nobody_else(
    fake: FakeTelegram, books: Books, caplog: pytest.LogCaptureFixture
) -> None:
    taker = Taker(faults={"一": LookupError()}, worse_faults={"一": ValueError()})
    first = fake.text(BUYER, "一")
    fake.text(BUYER, "二")
    await _serve(fake, books, taker)
    told = [record.getMessage() for record in caplog.records if record.name == "bot.messenger.serving"]
    assert (taker.done, told) == (
        ["二"],
        [f"update {first} could not be decided", f"update {first} is left unanswered"],
    )


async def test_a_service_waits_until_telegram_is_in_reach(fake: FakeTelegram, books: Books) -> None:
    taker, pauses = Taker(), Pauses()
    fake.text(BUYER, "一")
    trouble(fake, "getMe", Refusal(502, "Bad Gateway"), times=2)
    await _serve(fake, books, taker, pauses)
    assert (taker.done, pauses.seconds) == (["一"], [2.0, 2.0])


async def test_a_menu_that_cannot_be_set_stops_nothing(fake: FakeTelegram, books: Books) -> None:
    taker = Taker()
    fake.text(BUYER, "一")
    trouble(fake, "setMyCommands", Refusal(502, "Bad Gateway"))
    await _serve(fake, books, taker)
    assert taker.done == ["一"]


async def test_what_a_person_is_given_waits_for_the_books(fake: FakeTelegram, books: Books) -> None:
    taker = Taker(faults={"一": LookupError()}, worse_faults={"一": NoBooks("locked")})
    fake.text(BUYER, "一")
    pauses = Pauses()
    await _serve(fake, books, taker, pauses)
    assert (taker.done, pauses.seconds) == (["一: given up"], [2.0])


async def test_a_token_that_telegram_refuses_is_told(fake: FakeTelegram, books: Books) -> None:
    with serving(fake) as base_url:
        service = Service("4242424242:wrong", base_url, Taker(), Post(books), Clock())
        with pytest.raises(WrongToken, match=r"^Telegram refuses the token\. Check SIGNPOST_TELEGRAM__TOKEN"):
            await service.run()


async def test_a_server_that_lacks_a_courtesy_is_served_all_the_same(
    fake: FakeTelegram, books: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(METHODS, "setMyCommands")
    monkeypatch.delitem(METHODS, "sendChatAction")
    taker = Taker()
    fake.text(BUYER, "一")
    await _serve(fake, books, taker)
    assert taker.done == ["一"]


class BrokenDesk:
    """Cannot decide anything."""

    def take(self, incoming: object, now: datetime) -> None:
        """Break."""
        raise LookupError(incoming, now)

    def wants(self, incoming: object) -> bool:
        """Everything in the group."""
        return isinstance(incoming, DeskIncoming)


async def test_an_advisor_whose_words_cannot_be_taken_is_told_so(fake: FakeTelegram, books: Books) -> None:
    fake.group(GROUP)
    fake.group_text(GROUP, "您好")
    with serving(fake) as base_url:
        service = Service(fake.token, base_url, Taker(), Post(books), Clock(), Pauses(), BrokenDesk())
        running = asyncio.create_task(service.run())
        await asyncio.to_thread(fake.wait_until, lambda: fake.is_polling and not fake.pending)
        os.kill(os.getpid(), signal.SIGTERM)
        await running
    written, told = fake.seen(GROUP)
    assert (told.text, told.reply_to, fake.violations) == (
        "⚠️ 没成功，请再试一次 · That failed, please try again",
        written.message_id,
        [],
    )


async def test_nothing_is_sent_while_telegram_gives_the_updates_to_another_process(
    fake: FakeTelegram, books: Books
) -> None:
    with books.transaction() as records:
        records.outbox.put(BUYER, Say("周三"), Clock()())
    trouble(fake, "getUpdates", conflict(OTHER_POLL), times=3)
    sent_before: list[bool] = []

    async def look(_: float) -> None:
        sent_before.append(bool(fake.sent(BUYER)))

    with serving(fake) as base_url:
        service = Service(fake.token, base_url, Taker(), Post(books), Clock(), look)
        running = asyncio.create_task(service.run())
        await asyncio.to_thread(fake.wait_until, lambda: bool(fake.sent(BUYER)))
        os.kill(os.getpid(), signal.SIGTERM)
        await running
    # Three refusals, then as many polls that came back as it takes to believe that nobody else is there.
    assert sent_before == [False] * 8


async def test_who_is_told_to_stop_while_a_message_is_on_its_way_waits_for_its_receipt(
    fake: FakeTelegram, books: Books
) -> None:
    with books.transaction() as records:
        records.outbox.put(BUYER, Say("周三"), Clock()())

    stopped = Event()

    async def until_stopped() -> None:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            stopped.set()

    def stop(moment: Moment, method: str) -> None:
        if (moment, method) == (Moment.AFTER, "sendMessage"):
            os.kill(os.getpid(), signal.SIGTERM)
            stopped.wait(10)

    fake.on_call = stop
    with serving(fake) as base_url:
        await Service(fake.token, base_url, Taker(), Post(books), Clock(), Pauses(), beside=[until_stopped]).run()
    with books.transaction() as records:
        left = records.outbox.waiting(BUYER)
    assert ([seen.text for seen in fake.seen(BUYER)], left) == (["在吗", "周三"], [])
