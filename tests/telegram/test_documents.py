"""Are files that the bot sends kept, and their captions changed, as Telegram would do it?"""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputFile
from telegram.constants import ParseMode
from telegram.error import BadRequest

from tests.telegram import media
from tests.telegram.people import Seen
from tests.telegram.server import FakeTelegram
from tests.telegram.spec import Upload

BUYER, GROUP = 501, -1001
BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("好", callback_data="ok")]])
EVERY_BYTE = bytes(range(256)) + b"\r\n--\r\n\n\r"
pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize("name", ['聊天记录 "赵" 50%.txt', "a.pdf", "b.html", "c.eml", "d.csv"])
async def test_a_file_is_kept_with_its_name_and_every_byte(fake: FakeTelegram, bot: Bot, name: str) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    file = InputFile(EVERY_BYTE, name)
    message = await bot.send_document(
        GROUP, file, "<b>记录</b>", message_thread_id=thread_id, parse_mode=ParseMode.HTML
    )
    assert (fake.upload(GROUP, message.message_id), fake.seen(GROUP)[1:], fake.violations) == (
        Upload(name, EVERY_BYTE),
        [Seen(2, "签路", "记录", "document", thread_id, file_name=name)],
        [],
    )


async def test_a_file_that_was_sent_can_be_sent_again_by_its_id(fake: FakeTelegram, bot: Bot) -> None:
    fake.send(BUYER, media.document("流水.pdf"))
    await bot.send_document(BUYER, media.document("流水.pdf")["document"]["file_id"])
    assert fake.seen(BUYER)[1] == Seen(2, "签路", kind="document", file_name="流水.pdf")


async def test_a_file_that_nobody_sent_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest, match=r"^Wrong file identifier/http url specified$"):
        await bot.send_document(BUYER, "file-x")


@pytest.mark.parametrize(
    ("content", "caption", "error"),
    [(b"", "", "File must be non-empty"), (b"%PDF", "汉" * 1025, "Message caption is too long")],
)
async def test_a_file_that_telegram_refuses_is_refused(
    fake: FakeTelegram, bot: Bot, content: bytes, caption: str, error: str
) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest, match=f"^{error}$"):
        await bot.send_document(BUYER, InputFile(content, "a.pdf"), caption)


async def test_a_caption_is_changed_and_taken_away(fake: FakeTelegram, bot: Bot) -> None:
    fake.photo(BUYER, "合同")
    copy = await bot.copy_message(BUYER, BUYER, 1, reply_markup=BUTTONS)
    await bot.edit_message_caption(BUYER, copy.message_id, caption="新<b>合同</b>", parse_mode=ParseMode.HTML)
    changed = fake.seen(BUYER)[1]
    await bot.edit_message_caption(BUYER, copy.message_id)
    assert ([changed, fake.seen(BUYER)[1]], fake.violations) == (
        [Seen(2, "签路", text, "photo", is_edited=True) for text in ("新合同", "")],
        [],
    )


@pytest.mark.parametrize(
    ("message_id", "caption", "error"),
    [
        (3, "合同", "^Message is not modified"),
        (3, "汉" * 1025, "^Media_caption_too_long$"),
        (2, "合同", "^There is no caption in the message to edit$"),
        (1, "合同", "^Message can't be edited$"),
    ],
)
async def test_a_caption_that_telegram_refuses_is_refused(
    fake: FakeTelegram, bot: Bot, message_id: int, caption: str, error: str
) -> None:
    fake.photo(BUYER, "合同")
    await bot.send_message(BUYER, "好")
    await bot.copy_message(BUYER, BUYER, 1)
    with pytest.raises(BadRequest, match=error):
        await bot.edit_message_caption(BUYER, message_id, caption=caption)


async def test_a_files_text_cannot_be_edited(fake: FakeTelegram, bot: Bot) -> None:
    fake.photo(BUYER, "合同")
    await bot.copy_message(BUYER, BUYER, 1)
    with pytest.raises(BadRequest, match=r"^There is no text in the message to edit$"):
        await bot.edit_message_text("合同", BUYER, 2)


async def test_an_edit_of_buttons_alone_is_not_seen_as_one(fake: FakeTelegram, bot: Bot) -> None:
    fake.photo(BUYER, "合同")
    await bot.copy_message(BUYER, BUYER, 1, reply_markup=BUTTONS)
    await bot.edit_message_reply_markup(BUYER, 2)
    assert fake.seen(BUYER)[1] == Seen(2, "签路", "合同", "photo")
