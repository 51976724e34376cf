"""Does the bot get its updates as Telegram would hand them out?"""

import asyncio

import pytest
from telegram import (
    Bot,
)
from telegram.error import BadRequest, Conflict

from tests.telegram.server import FakeTelegram

BUYER = 501
pytestmark = pytest.mark.asyncio


async def test_an_update_is_forgotten_only_by_a_later_offset(fake: FakeTelegram, bot: Bot) -> None:
    first, second = fake.text(BUYER, "一"), fake.text(BUYER, "二")
    answers = [await bot.get_updates(offset=offset) for offset in (None, first, second)]
    assert ([len(answer) for answer in answers], len(fake.pending)) == ([2, 2, 1], 1)


async def test_a_long_poll_ends_when_something_happens(fake: FakeTelegram, bot: Bot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=60))
    await asyncio.to_thread(fake.wait_until, lambda: fake.is_polling)
    update_id = fake.text(BUYER, "一")
    assert [update.update_id for update in await polling] == [update_id]


async def test_a_second_poll_ends_the_first_with_a_conflict(fake: FakeTelegram, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=60))
    await asyncio.to_thread(fake.wait_until, lambda: fake.is_polling)
    await bot.get_updates()
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_a_webhook_excludes_polling_until_it_is_deleted(fake: FakeTelegram, bot: Bot) -> None:
    await bot.set_webhook("https://signpost.example/hook", secret_token="s")  # noqa: S106 - fake
    fake.text(BUYER, "一")
    info = await bot.get_webhook_info()
    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert (info.url, info.pending_update_count, len(await bot.get_updates())) == (
        "https://signpost.example/hook", 1, 1,
    )  # fmt: skip


async def test_a_webhook_set_while_polling_ends_the_poll(fake: FakeTelegram, bot: Bot) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=60))
    await asyncio.to_thread(fake.wait_until, lambda: fake.is_polling)
    await bot.set_webhook("https://signpost.example/hook")
    with pytest.raises(Conflict, match="terminated by setWebhook request"):
        await polling


async def test_a_webhook_without_tls_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"^Bad webhook: an https url must be provided"):
        await bot.set_webhook("http://signpost.example/hook")


async def test_dropped_updates_are_gone(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "一")
    await bot.delete_webhook(drop_pending_updates=True)
    assert fake.pending == []


async def test_a_negative_offset_keeps_only_the_last(fake: FakeTelegram, bot: Bot) -> None:
    ids = [fake.text(BUYER, text) for text in "一二三"]
    assert [update.update_id for update in await bot.get_updates(offset=-1)] == ids[-1:]


async def test_updates_not_asked_for_are_never_queued(fake: FakeTelegram, bot: Bot) -> None:
    await bot.get_updates(allowed_updates=["callback_query"])
    await bot.get_updates()
    fake.text(BUYER, "一")
    assert fake.pending == []
