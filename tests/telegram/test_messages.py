"""Is a message accepted, refused and changed as Telegram would do it?"""

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter

from tests.telegram.people import SentMessage
from tests.telegram.server import FakeTelegram

BUYER, GROUP = 501, -1001
BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("转人工", callback_data="human")]])
pytestmark = pytest.mark.asyncio


async def test_a_reader_sees_the_text_without_its_tags(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    raw = "<b>等卖家</b> &lt;9 月&gt; <a href='https://a.cn/?x'>查</a>\n"
    message = await bot.send_message(BUYER, raw, ParseMode.HTML, reply_markup=BUTTONS)
    assert (fake.sent(BUYER), message.text_html, fake.violations) == (
        [SentMessage(2, BUYER, "等卖家 <9 月> 查", raw, [["转人工"]])],
        '<b>等卖家</b> &lt;9 月&gt; <a href="https://a.cn/?x">查</a>',
        [],
    )


async def test_entities_are_counted_in_utf16_units(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    message = await bot.send_message(BUYER, " 🔑🔑<i>钥匙</i>", ParseMode.HTML)
    assert [entity.to_dict() for entity in message.entities] == [{"type": "italic", "offset": 4, "length": 2}]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "Message text is empty"),
        ("<b> </b>", "Message text is empty"),
        ("汉" * 4097, "Message is too long"),
        ("🔑" * 2049, "Message is too long"),
    ],
)
async def test_a_text_that_telegram_refuses_is_refused(fake: FakeTelegram, bot: Bot, text: str, error: str) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(BUYER, text, ParseMode.HTML)
    assert refused.value.message == error


async def test_bad_html_is_refused_and_its_place_told(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest) as refused:
        await bot.send_message(BUYER, "签 < 5", ParseMode.HTML)
    assert refused.value.message == ('Can\'t parse entities: unsupported start tag "" at byte offset 4')


async def test_the_longest_text_counts_without_its_tags(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    await bot.send_message(BUYER, f"<b>{'汉' * 4096}</b>", ParseMode.HTML)
    assert [len(message.text) for message in fake.sent(BUYER)] == [4096]


async def test_callback_data_is_limited_in_bytes_not_characters(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    button = InlineKeyboardButton("好", callback_data="签" * 22)
    with pytest.raises(BadRequest, match=r"^Button_data_invalid$"):
        await bot.send_message(BUYER, "好", reply_markup=InlineKeyboardMarkup([[button]]))


async def test_a_chat_that_nobody_opened_is_not_found(fake: FakeTelegram, bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"^Chat not found$"):
        await bot.send_message(BUYER, "你好")
    assert fake.violations == []


async def test_a_buyer_who_blocked_the_bot_gets_nothing(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    fake.block(BUYER)
    with pytest.raises(Forbidden, match=r"^Forbidden: bot was blocked by the user$"):
        await bot.send_message(BUYER, "你好")
    fake.text(BUYER, "又来了")
    assert [list(update)[1] for update in fake.pending] == [
        "message", "my_chat_member", "my_chat_member", "message",
    ]  # fmt: skip


async def test_a_flood_refuses_one_send_and_names_the_wait(
    fake: FakeTelegram, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    fake.text(BUYER, "你好")
    fake.flood_next(7)
    with pytest.raises(RetryAfter, match="Retry in 0:00:07"):
        await bot.send_message(BUYER, "一")
    await bot.send_message(BUYER, "二")
    assert [message.text for message in fake.sent(BUYER)] == ["二"]


async def test_an_edit_that_changes_nothing_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    message = await bot.send_message(BUYER, "<b>好</b>", ParseMode.HTML, reply_markup=BUTTONS)
    with pytest.raises(BadRequest, match=r"^Message is not modified: specified new"):
        await message.edit_text("<b>好 </b>", ParseMode.HTML, reply_markup=BUTTONS)
    await message.edit_text("好")
    assert fake.sent(BUYER) == [SentMessage(2, BUYER, "好", "好", [])]


async def test_an_edit_of_buttons_leaves_the_text_alone(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    message = await bot.send_message(BUYER, "<b>好</b>", ParseMode.HTML, reply_markup=BUTTONS)
    await message.edit_reply_markup(None)
    with pytest.raises(BadRequest, match=r"^Message is not modified"):
        await message.edit_reply_markup(None)
    assert fake.sent(BUYER) == [SentMessage(2, BUYER, "好", "<b>好</b>", [])]


@pytest.mark.parametrize(
    ("message_id", "error"),
    [(9, "Message to edit not found"), (1, "Message can't be edited")],
)
async def test_only_a_message_of_the_bot_can_be_edited(
    fake: FakeTelegram, bot: Bot, message_id: int, error: str
) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest, match=f"^{error}$"):
        await bot.edit_message_text("新", BUYER, message_id)


async def test_a_deleted_message_is_gone(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    message = await bot.send_message(BUYER, "好")
    await message.delete()
    with pytest.raises(BadRequest, match=r"^Message to delete not found$"):
        await message.delete()
    assert fake.sent(BUYER) == []


async def test_a_copy_goes_into_the_topic_of_a_case(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "请问")
    fake.group(GROUP)
    topic = await bot.create_forum_topic(GROUP, "赵女士")
    await bot.copy_message(GROUP, BUYER, 1, message_thread_id=topic.message_thread_id)
    expected = SentMessage(2, GROUP, "请问", "请问", [], thread_id=topic.message_thread_id)
    assert (fake.sent(GROUP), fake.violations) == ([expected], [])


async def test_a_deleted_topic_is_not_found(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    fake.delete_topic(GROUP, thread_id)
    with pytest.raises(BadRequest, match=r"^Message thread not found$"):
        await bot.send_message(GROUP, "在吗", message_thread_id=thread_id)


async def test_a_reply_to_a_missing_message_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest, match=r"^Message to be replied not found$"):
        await bot.send_message(BUYER, "好", reply_to_message_id=9)
    await bot.send_message(BUYER, "好", reply_to_message_id=9, allow_sending_without_reply=True)
    assert len(fake.sent(BUYER)) == 1


async def test_a_raw_photo_can_be_answered_and_copied(fake: FakeTelegram, bot: Bot) -> None:
    photo = {"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}
    chat = {"id": BUYER, "type": "private", "first_name": "赵"}
    fake.inject({"message": {"message_id": 40, "date": 1, "chat": chat, "photo": [photo]}})
    await bot.copy_message(BUYER, BUYER, 40, caption="<b>合同</b>", parse_mode="HTML")
    assert fake.sent(BUYER) == [SentMessage(41, BUYER, "合同", "", [])]


async def test_an_edit_to_a_longer_text_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    message = await bot.send_message(BUYER, "好")
    with pytest.raises(BadRequest, match=r"^Message_too_long$"):
        await message.edit_text("汉" * 4097)


async def test_an_edit_that_names_no_message_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"^Message identifier is not specified$"):
        await bot.edit_message_text("好", inline_message_id="7")


async def test_a_button_that_does_nothing_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    idle = InlineKeyboardMarkup([[InlineKeyboardButton("好")]])
    with pytest.raises(BadRequest, match=r"^Text buttons are unallowed in the inline keyboard$"):
        await bot.send_message(BUYER, "好", reply_markup=idle)


async def test_a_parse_mode_the_fake_cannot_read_is_recorded(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest, match=r"^Unsupported parse_mode$"):
        await bot.send_message(BUYER, "*好*", ParseMode.MARKDOWN_V2)
    assert fake.violations == ["the fake server cannot read parse_mode MarkdownV2"]


async def test_a_reply_shows_the_message_that_it_answers(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "在吗")
    message = await bot.send_message(BUYER, "在", reply_to_message_id=1)
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "在吗"


@pytest.mark.parametrize(
    ("message_id", "caption", "error"),
    [
        (9, None, "Message to copy not found"),
        (1, None, "Message can't be copied"),
        (2, "汉" * 1025, "Message caption is too long"),
    ],
)
async def test_a_copy_that_telegram_refuses_is_refused(
    fake: FakeTelegram, bot: Bot, message_id: int, caption: str | None, error: str
) -> None:
    fake.topic(GROUP, "赵女士")
    chat = {"id": GROUP, "type": "supergroup", "title": "顾问组"}
    dice = {"emoji": "🎲", "value": 6}
    fake.inject({"message": {"message_id": 2, "date": 1, "chat": chat, "dice": dice}})
    with pytest.raises(BadRequest, match=f"^{error}$"):
        await bot.copy_message(GROUP, GROUP, message_id, caption=caption)
