"""Does a whole day at the desk read as the people in it saw it?"""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest

from tests.telegram.people import Seen
from tests.telegram.server import FakeTelegram

BUYER, GROUP = 501, -1001
pytestmark = pytest.mark.asyncio


async def test_buyer_and_advisor_each_see_their_side(fake: FakeTelegram, bot: Bot) -> None:
    thread_id, _other = fake.topic(GROUP, "赵女士"), fake.topic(GROUP, "李先生")
    fake.text(BUYER, "转人工")
    await bot.copy_message(GROUP, BUYER, 1, message_thread_id=thread_id)
    fake.send(GROUP, "您好", thread_id=thread_id, reply_to=3)
    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("结束", callback_data="end")]])
    await bot.send_message(BUYER, "您好", protect_content=True, reply_to_message_id=1, reply_markup=buttons)
    await bot.set_message_reaction(GROUP, 4, "👌")
    assert (fake.seen(BUYER), fake.seen(GROUP, thread_id), fake.seen(-9)) == (
        [
            Seen(1, "赵女士", "转人工"),
            Seen(2, "签路", "您好", reply_to=1, buttons=[["结束"]], is_protected=True),
        ],
        [
            Seen(1, "周顾问", kind="forum_topic_created", thread_id=thread_id),
            Seen(3, "签路", "转人工", thread_id=thread_id),
            Seen(4, "周顾问", "您好", thread_id=thread_id, reply_to=3, reactions={"签路": "👌"}),
        ],
        [],
    )


async def test_a_bots_quote_is_of_the_message_it_answers(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "钥匙何时给")
    await bot.send_message(BUYER, "周三", reply_parameters=ReplyParameters(1, quote="何时"))
    with pytest.raises(BadRequest, match=r"^Quote_text_invalid$"):
        await bot.send_message(BUYER, "周三", reply_parameters=ReplyParameters(1, quote="几点"))
    assert fake.seen(BUYER)[1:] == [Seen(2, "签路", "周三", reply_to=1, quote="何时")]


async def test_a_kind_that_the_fake_does_not_know_is_other(fake: FakeTelegram) -> None:
    chat = {"id": BUYER, "type": "private", "first_name": "赵"}
    fake.inject({"message": {"message_id": 1, "date": 1, "chat": chat, "connected_website": "a.cn"}})
    assert fake.seen(BUYER) == [Seen(1, "", kind="other")]
