"""Does the bot hear of groups, members and a move as Telegram would tell it?"""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.telegram.groups import NoSuchTopic
from tests.telegram.people import ADVISOR, BOT, Person, Seen
from tests.telegram.server import FakeTelegram

BUYER, GROUP, OLD = 501, -1001, -77
pytestmark = pytest.mark.asyncio


async def test_a_group_that_moved_refuses_and_names_its_new_id(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(OLD)
    fake.migrate(OLD, GROUP)
    with pytest.raises(ChatMigrated) as refused:
        await bot.send_message(OLD, "在吗")
    assert (refused.value.new_chat_id, fake.violations) == (GROUP, [])


async def test_a_move_is_told_under_the_old_id_and_the_new(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(OLD)
    fake.migrate(OLD, GROUP)
    told = [update.message for update in await bot.get_updates()]
    moves = [(m.chat_id, m.chat.type, m.migrate_to_chat_id, m.migrate_from_chat_id) for m in told if m]
    assert moves == [(OLD, "group", GROUP, None), (GROUP, "supergroup", None, OLD)]


async def test_topics_and_messages_move_along(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(OLD, "赵女士")
    fake.send(OLD, "在吗", thread_id=thread_id)
    fake.migrate(OLD, GROUP)
    copied = await bot.forward_message(GROUP, GROUP, 2, message_thread_id=thread_id)
    assert copied.reply_to_message is not None
    assert (copied.reply_to_message.chat.id, fake.sent(OLD), fake.seen(OLD), fake.seen(GROUP)[1:]) == (
        GROUP,
        [],
        [],
        [
            Seen(2, "周顾问", "在吗", thread_id=thread_id),
            Seen(3, "周顾问", kind="migrate_from_chat_id"),
            Seen(4, "签路", "在吗", thread_id=thread_id, forwarded_from="周顾问"),
        ],
    )


async def test_people_open_close_and_rename_topics(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    fake.rename_topic(GROUP, thread_id, "赵女士 · 已签")
    fake.close_topic(GROUP, thread_id)
    fake.reopen_topic(GROUP, thread_id)
    told = [update.message for update in await bot.get_updates()]
    topics = [(m.forum_topic_edited, m.forum_topic_closed, m.forum_topic_reopened) for m in told if m]
    assert [[bool(sign) for sign in signs] for signs in topics] == [
        [False, False, False],
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


async def test_a_topic_that_is_not_there_cannot_be_closed(fake: FakeTelegram) -> None:
    fake.group(GROUP)
    with pytest.raises(NoSuchTopic, match="No topic 7 in -1001"):
        fake.close_topic(GROUP, 7)


async def test_the_bot_is_an_administrator_with_the_rights_it_has(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP, bot_can_manage_topics=False)
    itself = (await bot.get_chat_member(GROUP, BOT["id"])).to_dict()
    rights = (itself["status"], itself["can_manage_topics"], itself["can_pin_messages"])
    assert (rights, fake.violations) == (("administrator", False, True), [])


async def test_a_change_of_the_bots_rights_is_told(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    fake.set_bot_rights(GROUP, can_manage_topics=False)
    change = (await bot.get_updates())[-1].my_chat_member
    assert change is not None
    assert change.difference() == {"can_manage_topics": (True, False)}


async def test_members_are_what_a_test_makes_them(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    fake.text(BUYER, "你好")
    fake.send(GROUP, "路过", person=Person(7, "路人"))
    fake.member(GROUP, ADVISOR, "administrator", can_manage_topics=False)
    fake.member(GROUP, Person(8), "creator")
    fake.member(GROUP, Person(9), "kicked")
    members = [await bot.get_chat_member(GROUP, user_id) for user_id in (BUYER, 7, ADVISOR.id, 8, 9)]
    assert ([member.status for member in members], members[2].to_dict()["can_manage_topics"], fake.violations) == (
        ["left", "member", "administrator", "creator", "kicked"],
        False,
        [],
    )


async def test_whoever_does_anything_in_a_group_is_a_member(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("结束", callback_data="end")]])
    await bot.send_message(GROUP, "案卡", message_thread_id=thread_id, reply_markup=buttons)
    fake.press(GROUP, "结束", person=Person(7))
    fake.react(GROUP, 2, "👍", person=Person(8))
    members = [await bot.get_chat_member(GROUP, user_id) for user_id in (ADVISOR.id, 7, 8)]
    assert [member.status for member in members] == ["member"] * 3


async def test_somebody_whom_nobody_knows_is_no_participant(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    with pytest.raises(BadRequest, match=r"^Participant_id_invalid$"):
        await bot.get_chat_member(GROUP, 12)


async def test_in_private_both_are_members(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    members = [await bot.get_chat_member(BUYER, user_id) for user_id in (BUYER, BOT["id"])]
    assert [member.status for member in members] == ["member", "member"]


async def test_a_bot_thrown_out_of_a_group_is_told_so(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP)
    fake.block(GROUP)
    with pytest.raises(Forbidden, match=r"^Forbidden: bot was kicked from the supergroup chat$"):
        await bot.send_message(GROUP, "在吗")
