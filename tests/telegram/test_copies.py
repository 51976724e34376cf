"""Are messages copied and forwarded, alone and as albums, as Telegram would do it?"""

from collections.abc import Sequence

import pytest
from telegram import Bot
from telegram.error import BadRequest, RetryAfter

from tests.telegram import media
from tests.telegram.people import Seen
from tests.telegram.server import FakeTelegram

BUYER, GROUP = 501, -1001
pytestmark = pytest.mark.asyncio


async def test_copies_of_an_album_are_one_new_album(fake: FakeTelegram, bot: Bot) -> None:
    message_ids = fake.album(BUYER, ["合同", "", ""])
    thread_id = fake.topic(GROUP, "赵女士")
    copies = await bot.copy_messages(GROUP, BUYER, message_ids, message_thread_id=thread_id)
    seen = fake.seen(GROUP, thread_id)[1:]
    albums = {message.album for message in (*seen, *fake.seen(BUYER))}
    assert ([c.message_id for c in copies], [m.text for m in seen], len(albums - {None}), fake.violations) == (
        [2, 3, 4],
        ["合同", "", ""],
        2,
        [],
    )


async def test_two_albums_copied_at_once_stay_two(fake: FakeTelegram, bot: Bot) -> None:
    message_ids = [*fake.album(BUYER, ["", ""]), fake.send(BUYER, "看"), *fake.album(BUYER, ["", ""])]
    fake.group(GROUP)
    await bot.copy_messages(GROUP, BUYER, message_ids)
    first, second, alone, third, fourth = (message.album for message in fake.seen(GROUP))
    assert (first == second, alone, third == fourth, first == third) == (True, None, True, False)


async def test_what_cannot_be_copied_is_left_out(fake: FakeTelegram, bot: Bot) -> None:
    fake.topic(GROUP, "赵女士")
    fake.send(GROUP, "在吗")
    fake.group(GROUP - 1)
    copies = await bot.copy_messages(GROUP - 1, GROUP, [1, 2, 9])
    assert (len(copies), fake.seen(GROUP - 1)) == (1, [Seen(1, "签路", "在吗")])


async def test_captions_can_be_left_behind(fake: FakeTelegram, bot: Bot) -> None:
    fake.photo(BUYER, "合同")
    await bot.copy_messages(BUYER, BUYER, [1], remove_caption=True)
    assert fake.seen(BUYER)[1] == Seen(2, "签路", kind="photo")


@pytest.mark.parametrize(
    ("message_ids", "error"),
    [
        ([], "Message identifiers are not specified"),
        (range(1, 102), "Too many message identifiers specified"),
        ([2, 1], "Message identifiers must be in a strictly increasing order"),
        ([8, 9], "There are no messages to forward"),
    ],
)
async def test_a_list_that_telegram_refuses_is_refused(
    fake: FakeTelegram, bot: Bot, message_ids: Sequence[int], error: str
) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest, match=f"^{error}$"):
        await bot.copy_messages(BUYER, BUYER, list(message_ids))


async def test_one_item_of_an_album_is_copied_alone(fake: FakeTelegram, bot: Bot) -> None:
    fake.album(BUYER, ["合同", ""])
    await bot.copy_message(BUYER, BUYER, 1)
    assert fake.seen(BUYER)[2] == Seen(3, "签路", "合同", "photo")


@pytest.mark.parametrize(
    "content",
    [media.document(), media.voice(), media.video(), media.location(), media.sticker(), media.photo("合同")],
    ids=["document", "voice", "video", "location", "sticker", "photo"],
)
async def test_each_kind_of_content_is_copied_whole(fake: FakeTelegram, bot: Bot, content: dict[str, object]) -> None:
    source = fake.chats[fake.send(BUYER, content) and BUYER].posts[1].message
    await bot.copy_message(BUYER, BUYER, 1)
    copy = fake.chats[BUYER].posts[2].message
    assert ({name: copy[name] for name in content}, source.keys() - copy.keys()) == (content, set())


async def test_a_copy_takes_no_reply_quote_or_date_of_edit_along(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    fake.send(BUYER, "在吗", reply_to=1, quote="好")
    fake.edit(BUYER, 2, "在么")
    await bot.copy_message(BUYER, BUYER, 2)
    assert fake.seen(BUYER)[1:] == [
        Seen(2, "赵女士", "在么", reply_to=1, quote="好", is_edited=True),
        Seen(3, "签路", "在么"),
    ]


async def test_a_forward_says_who_wrote_first(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    fake.group(GROUP)
    for chat_id, message_id in ((BUYER, 1), (GROUP, 1)):
        await bot.forward_message(GROUP, chat_id, message_id)
    assert (fake.seen(GROUP), fake.violations) == (
        [Seen(number, "签路", "你好", forwarded_from="赵女士") for number in (1, 2)],
        [],
    )


@pytest.mark.parametrize(
    ("message_id", "error"),
    [(9, "Message to forward not found"), (1, "Message can't be forwarded"), (2, "Message can't be forwarded")],
)
async def test_a_forward_that_telegram_refuses_is_refused(
    fake: FakeTelegram, bot: Bot, message_id: int, error: str
) -> None:
    fake.topic(GROUP, "赵女士")
    await bot.send_message(GROUP, "案卡", protect_content=True)
    with pytest.raises(BadRequest, match=f"^{error}$"):
        await bot.forward_message(GROUP, GROUP, message_id)


async def test_a_flood_refuses_copies_too(fake: FakeTelegram, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    fake.text(BUYER, "你好")
    fake.flood_next(1)
    with pytest.raises(RetryAfter):
        await bot.copy_messages(BUYER, BUYER, [1])
    assert len(fake.seen(BUYER)) == 1
