"""Does what people write, send, quote and edit reach the bot as Telegram would send it?"""

from typing import Any

import pytest
from telegram import Bot, Message

from tests.telegram import media
from tests.telegram.chats import NotInMessage
from tests.telegram.groups import NoSuchTopic
from tests.telegram.people import ADVISOR, Person, Seen
from tests.telegram.server import FakeTelegram
from tests.telegram.world import NoSuchMessage
from tests.telegram.writing import NotTheirChat

BUYER, GROUP = 501, -1001
STRANGER = Person(666, "路人")
pytestmark = pytest.mark.asyncio


async def _newest(bot: Bot) -> Message:
    update = (await bot.get_updates())[-1]
    message = update.effective_message
    assert isinstance(message, Message)
    return message


@pytest.mark.parametrize(
    ("content", "kind", "text", "file_name"),
    [
        (media.photo("合同"), "photo", "合同", ""),
        (media.document("流水.pdf", "请看"), "document", "请看", "流水.pdf"),
        (media.voice(), "voice", "", ""),
        (media.video(caption="房子"), "video", "房子", ""),
        (media.location(), "location", "", ""),
        (media.sticker(), "sticker", "", ""),
    ],
)
async def test_anything_can_be_sent_in_private_and_in_a_topic(
    fake: FakeTelegram, bot: Bot, content: dict[str, Any], kind: str, text: str, file_name: str
) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    fake.send(BUYER, content)
    fake.send(GROUP, content, thread_id=thread_id)
    in_topic = Seen(2, "周顾问", text, kind, thread_id, file_name=file_name)
    assert (fake.seen(BUYER), fake.seen(GROUP)[1:], (await _newest(bot)).caption or "") == (
        [Seen(1, "赵女士", text, kind, file_name=file_name)],
        [in_topic],
        text,
    )


async def test_an_album_arrives_as_one_update_for_each_item(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    message_ids = fake.album(GROUP, ["合同", "", "流水"], thread_id=thread_id, person=STRANGER)
    told = [update.message for update in await bot.get_updates() if update.message and update.message.photo]
    fields = [(m.message_id, m.caption, m.message_thread_id, m.from_user and m.from_user.id) for m in told]
    assert (fields, len({message.media_group_id for message in told})) == (
        [(number, caption, 1, 666) for number, caption in zip(message_ids, ["合同", None, "流水"], strict=True)],
        1,
    )


async def test_each_album_has_an_id_of_its_own(fake: FakeTelegram) -> None:
    fake.album(BUYER, ["", ""])
    fake.album(BUYER, ["", ""])
    assert len({message.album for message in fake.seen(BUYER)}) == 2


async def test_a_reply_carries_the_message_and_the_quoted_words(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "🔑钥匙何时给")
    fake.send(BUYER, "急", reply_to=1, quote="何时")
    message = await _newest(bot)
    assert message.reply_to_message is not None
    assert message.quote is not None
    assert (message.reply_to_message.message_id, message.quote.text, message.quote.position) == (1, "何时", 4)


async def test_only_words_of_the_message_can_be_quoted(fake: FakeTelegram) -> None:
    fake.text(BUYER, "钥匙")
    with pytest.raises(NotInMessage, match="'房产证' is not in '钥匙'"):
        fake.send(BUYER, "急", reply_to=1, quote="房产证")


async def test_nobody_replies_to_a_message_that_is_not_there(fake: FakeTelegram) -> None:
    with pytest.raises(NoSuchMessage, match=r"No message 9 in chat 501\. Look with `seen\(501\)`"):
        fake.send(BUYER, "急", reply_to=9)


async def test_nobody_sends_to_a_topic_that_is_not_there(fake: FakeTelegram) -> None:
    with pytest.raises(NoSuchTopic, match="No topic 7"):
        fake.photo(GROUP, thread_id=7)


async def test_nobody_writes_in_the_private_chat_of_another(fake: FakeTelegram) -> None:
    with pytest.raises(NotTheirChat, match="周顾问 writes in chat 900, not in 501"):
        fake.send(BUYER, "你好", person=ADVISOR)


async def test_a_captions_edit_arrives_as_one(fake: FakeTelegram, bot: Bot) -> None:
    message_id = fake.photo(BUYER, "合铜")
    fake.edit(BUYER, message_id, "合同")
    message = await _newest(bot)
    assert (message.caption, message.text, fake.seen(BUYER)) == (
        "合同",
        None,
        [Seen(1, "赵女士", "合同", "photo", is_edited=True)],
    )


async def test_a_caption_can_be_taken_away(fake: FakeTelegram, bot: Bot) -> None:
    fake.edit(BUYER, fake.photo(BUYER, "合同"), "")
    assert (await _newest(bot)).caption is None


async def test_a_stranger_in_the_group_is_named_as_the_author(fake: FakeTelegram, bot: Bot) -> None:
    fake.send(GROUP, "/start 借个地方", person=STRANGER)
    message = await _newest(bot)
    assert message.from_user is not None
    assert (message.from_user.id, message.entities[0].type, fake.seen(GROUP)) == (
        666,
        "bot_command",
        [Seen(1, "路人", "/start 借个地方")],
    )


async def test_who_writes_again_has_unblocked_the_bot(fake: FakeTelegram) -> None:
    fake.text(BUYER, "你好", user_name="赵")
    fake.block(BUYER)
    fake.send(BUYER, "又来了")
    assert ([list(update)[1] for update in fake.pending], fake.seen(BUYER)[1].author) == (
        ["message", "my_chat_member", "my_chat_member", "message"],
        "赵",
    )
