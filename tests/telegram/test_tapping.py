"""Is a tap taken from the button, the topic and the person that are meant?"""

import pytest
import pytest_asyncio
from telegram import Bot, CallbackQuery, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from tests.telegram.people import ADVISOR, Person
from tests.telegram.server import FakeTelegram
from tests.telegram.world import NoSuchButton

BUYER, GROUP = 501, -1001
FIRST, SECOND = 1, 2
pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def desk(fake: FakeTelegram, bot: Bot) -> FakeTelegram:
    """A group with two topics, and two cards with the same button in each: 3 and 5, 4 and 6."""
    for name in ("赵女士", "李先生"):
        fake.topic(GROUP, name)
    for thread_id in (FIRST, SECOND) * 2:
        buttons = InlineKeyboardMarkup([[InlineKeyboardButton("结束", callback_data=f"end {thread_id}")]])
        await bot.send_message(GROUP, "案卡", message_thread_id=thread_id, reply_markup=buttons)
    return fake


async def _tap(bot: Bot) -> CallbackQuery:
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    return query


@pytest.mark.parametrize(
    ("where", "message_id"),
    [({}, 6), ({"thread_id": FIRST}, 5), ({"message_id": 3}, 3), ({"thread_id": SECOND, "message_id": 4}, 4)],
)
async def test_a_tap_is_on_the_newest_button_that_is_meant(
    desk: FakeTelegram, bot: Bot, where: dict[str, int], message_id: int
) -> None:
    desk.press(GROUP, "结束", **where, person=Person(7, "吴顾问"))
    query = await _tap(bot)
    assert query.message is not None
    assert (query.message.message_id, query.from_user.first_name) == (message_id, "吴顾问")


async def test_in_a_group_the_advisor_taps_if_nobody_is_named(desk: FakeTelegram, bot: Bot) -> None:
    desk.press(GROUP, "结束")
    assert (await _tap(bot)).from_user.id == ADVISOR.id


async def test_a_button_of_another_topic_is_not_found(desk: FakeTelegram) -> None:
    with pytest.raises(NoSuchButton):
        desk.press(GROUP, "结束", thread_id=FIRST, message_id=4)


@pytest.mark.parametrize("length", [1, 256])
async def test_a_button_that_copies_a_text_is_accepted(fake: FakeTelegram, bot: Bot, length: int) -> None:
    fake.text(BUYER, "你好")
    button = InlineKeyboardButton("复制", copy_text=CopyTextButton("签" * length))
    await bot.send_message(BUYER, "好", reply_markup=InlineKeyboardMarkup([[button]]))
    assert (fake.seen(BUYER)[1].buttons, fake.violations) == ([["复制"]], [])


@pytest.mark.parametrize("text", ["", "签" * 257])
async def test_a_text_too_long_to_be_copied_is_refused(fake: FakeTelegram, bot: Bot, text: str) -> None:
    fake.text(BUYER, "你好")
    button = InlineKeyboardButton("复制", copy_text=CopyTextButton(text))
    with pytest.raises(BadRequest, match=r"^Button_copy_text_invalid$"):
        await bot.send_message(BUYER, "好", reply_markup=InlineKeyboardMarkup([[button]]))
