"""Are topics opened, changed, closed and deleted, or refused, as Telegram would do it?"""

from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden

from tests.telegram.people import Seen
from tests.telegram.server import FakeTelegram

BUYER, GROUP = 501, -1001
pytestmark = pytest.mark.asyncio

CHANGES: dict[str, Callable[[Bot, int], Awaitable[bool]]] = {
    "edit": lambda bot, thread_id: bot.edit_forum_topic(GROUP, thread_id, "李先生"),
    "close": lambda bot, thread_id: bot.close_forum_topic(GROUP, thread_id),
    "reopen": lambda bot, thread_id: bot.reopen_forum_topic(GROUP, thread_id),
    "delete": lambda bot, thread_id: bot.delete_forum_topic(GROUP, thread_id),
}


async def test_each_change_of_a_topic_leaves_a_notice_in_it(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    thread_id = (await bot.create_forum_topic(GROUP, "赵女士")).message_thread_id
    for change in ("edit", "close", "reopen"):
        await CHANGES[change](bot, thread_id)
    kinds = [(message.kind, message.author) for message in fake.seen(GROUP, thread_id)]
    assert (kinds, fake.chats[GROUP].topics, fake.violations) == (
        [(f"forum_topic_{done}", "签路") for done in ("created", "edited", "closed", "reopened")],
        {thread_id: "李先生"},
        [],
    )


async def test_a_topic_that_is_deleted_takes_its_messages_along(fake: FakeTelegram, bot: Bot) -> None:
    kept, dropped = fake.topic(GROUP, "赵女士"), fake.topic(GROUP, "李先生")
    fake.send(GROUP, "在吗", thread_id=dropped)
    await bot.delete_forum_topic(GROUP, dropped)
    assert [message.thread_id for message in fake.seen(GROUP)] == [kept]


@pytest.mark.parametrize("change", CHANGES)
async def test_a_topic_that_is_not_there_cannot_be_changed(fake: FakeTelegram, bot: Bot, change: str) -> None:
    fake.group(GROUP)
    with pytest.raises(BadRequest, match=r"^Topic_id_invalid$"):
        await CHANGES[change](bot, 7)


@pytest.mark.parametrize("change", ["edit", "close", "reopen"])
async def test_without_the_right_others_topics_stay_as_they_are(fake: FakeTelegram, bot: Bot, change: str) -> None:
    fake.group(GROUP, bot_can_manage_topics=False)
    thread_id = fake.topic(GROUP, "赵女士")
    with pytest.raises(BadRequest, match=r"^Not enough rights to edit the topic$"):
        await CHANGES[change](bot, thread_id)


async def test_without_the_right_no_topic_is_opened(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP, bot_can_manage_topics=False)
    with pytest.raises(BadRequest, match=r"^Not enough rights to create a topic$"):
        await bot.create_forum_topic(GROUP, "赵女士")
    assert fake.seen(GROUP) == []


async def test_deleting_others_topics_needs_the_right_to_delete(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    fake.set_bot_rights(GROUP, can_delete_messages=False)
    with pytest.raises(BadRequest, match=r"^Not enough rights to delete the topic$"):
        await bot.delete_forum_topic(GROUP, thread_id)


async def test_the_bot_keeps_command_of_topics_that_it_opened(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    thread_id = (await bot.create_forum_topic(GROUP, "赵女士")).message_thread_id
    fake.set_bot_rights(GROUP, can_manage_topics=False, can_delete_messages=False)
    await bot.close_forum_topic(GROUP, thread_id)
    await bot.send_message(GROUP, "已结", message_thread_id=thread_id)
    assert await bot.delete_forum_topic(GROUP, thread_id)


@pytest.mark.parametrize(("can_manage", "texts"), [(True, ["在吗"]), (False, [])])
async def test_a_closed_topic_is_open_to_those_who_manage_topics(
    fake: FakeTelegram, bot: Bot, can_manage: bool, texts: list[str]
) -> None:
    fake.group(GROUP, bot_can_manage_topics=can_manage)
    thread_id = fake.topic(GROUP, "赵女士")
    fake.close_topic(GROUP, thread_id)
    refusals = []
    try:
        await bot.send_message(GROUP, "在吗", message_thread_id=thread_id)
    except BadRequest as refusal:
        refusals = [refusal.message]
    sent = [message.text for message in fake.sent(GROUP)]
    assert (sent, refusals) == (texts, [] if can_manage else ["Topic_closed"])


async def test_a_topic_closed_or_named_twice_is_not_modified(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(GROUP, "李先生")
    for change in ("edit", "reopen"):
        with pytest.raises(BadRequest, match=r"^Topic_not_modified$"):
            await CHANGES[change](bot, thread_id)


async def test_a_name_that_is_too_long_is_cut_silently(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    topic = await bot.create_forum_topic(GROUP, "赵" * 129)
    assert (topic.name, fake.chats[GROUP].topics[topic.message_thread_id]) == ("赵" * 128, "赵" * 128)


async def test_a_topic_needs_a_name(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    with pytest.raises(BadRequest, match=r"^Title must be non-empty$"):
        await bot.create_forum_topic(GROUP, " ")


async def test_a_bot_thrown_out_of_the_group_opens_no_topic(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    fake.block(GROUP)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.create_forum_topic(GROUP, "赵女士")


async def test_a_pin_is_told_to_all_and_the_bot_too(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    card = await bot.send_message(GROUP, "案卡", message_thread_id=thread_id)
    for _ in range(2):
        await bot.pin_chat_message(GROUP, card.message_id)
    notice = (await bot.get_updates())[-1].message
    assert notice is not None
    assert notice.pinned_message is not None
    assert (notice.pinned_message.message_id, fake.chats[GROUP].pinned, fake.seen(GROUP)[2:]) == (
        card.message_id,
        [card.message_id],
        [Seen(3, "签路", kind="pinned_message", thread_id=thread_id)],
    )


@pytest.mark.parametrize(
    ("message_id", "can_pin", "error"),
    [
        (9, True, "Message to pin not found"),
        (1, True, "Message can't be pinned"),
        (2, False, "Not enough rights to manage pinned messages in the chat"),
    ],
)
async def test_a_pin_that_telegram_refuses_is_refused(
    fake: FakeTelegram, bot: Bot, message_id: int, can_pin: bool, error: str
) -> None:
    fake.send(GROUP, "在吗", thread_id=fake.topic(GROUP, "赵女士"))
    fake.set_bot_rights(GROUP, can_pin_messages=can_pin)
    with pytest.raises(BadRequest, match=f"^{error}$"):
        await bot.pin_chat_message(GROUP, message_id)
