"""Is what people do in Telegram understood as what they did?"""

from dataclasses import replace
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters, Update

from bot.desk.situation import DeskIncoming
from bot.dialogue.messages import Incoming, Kind, Source
from bot.messenger.updates import ALLOWED, incoming
from tests.messenger.desk import BUYER
from tests.telegram.people import ADVISOR, BOT
from tests.telegram.server import FakeTelegram

GROUP = -1001
PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 90, "height": 90}]
PLACE = {"latitude": 30.2, "longitude": 120.1, "live_period": 900}


def _read(fake: FakeTelegram) -> Incoming | None:
    """The newest update as the bot understands it; its number is left out."""
    newest = Update.de_json(fake.pending[-1], None)
    found = incoming(newest, BOT["username"])
    assert not isinstance(found, DeskIncoming)
    assert found is None or found.update_id == newest.update_id
    return found and replace(found, update_id=0)


CHECKLIST = {"title": "要交的", "tasks": [{"id": 1, "text": "身份证"}]}


def _message(**content: Any) -> dict[str, Any]:
    private = {"id": BUYER, "type": "private", "first_name": "赵女士"}
    person = {"id": BUYER, "is_bot": False, "first_name": "赵女士", "language_code": "zh-hans"}
    return {"message_id": 77, "date": 1_790_000_000, "chat": private, "from": person} | content


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("房贷批了怎么还不能签", (Kind.TEXT, "房贷批了怎么还不能签", "")),
        ("1/2", (Kind.TEXT, "1/2", "")),
        ("/progress", (Kind.COMMAND, "progress", "")),
        ("/Progress@Signpost_Bot", (Kind.COMMAND, "progress", "")),
        ("/start abc-DEF_123", (Kind.COMMAND, "start", "abc-DEF_123")),
        ("/start@signpost_bot abc", (Kind.COMMAND, "start", "abc")),
        ("/human\n为什么还不能签", (Kind.COMMAND, "human", "为什么还不能签")),
        ("/nonsense", (Kind.COMMAND, "nonsense", "")),
    ],
)
def test_typed_words_become_text_or_a_command(
    fake: FakeTelegram, typed: str, understood: tuple[Kind, str, str]
) -> None:
    fake.text(BUYER, typed)
    written = Source(fake.pending[-1]["message"]["message_id"])
    assert _read(fake) == Incoming(0, BUYER, *understood, "zh", written)


def test_a_command_for_another_bot_is_not_ours(fake: FakeTelegram) -> None:
    fake.text(BUYER, "/progress@other_bot")
    assert _read(fake) is None


@pytest.mark.parametrize(("code", "hint"), [("zh-hant", "zh"), ("ZH", "zh"), ("en-GB", "en"), ("de", "en")])
def test_the_phones_language_is_chinese_or_else_english(fake: FakeTelegram, code: str, hint: str) -> None:
    fake.text(BUYER, "在吗", language_code=code)
    written = Source(fake.pending[-1]["message"]["message_id"])
    assert _read(fake) == Incoming(0, BUYER, Kind.TEXT, "在吗", "", hint, written)


@pytest.mark.parametrize(
    ("content", "source"),
    [
        ({"photo": PHOTO, "caption": "/start abc"}, Source(77, media="photo", caption="/start abc")),
        ({"location": PLACE}, Source(77, media="location")),
        ({"checklist": CHECKLIST}, Source(77, media="checklist")),
    ],
)
def test_what_is_sent_without_words_is_other(fake: FakeTelegram, content: dict[str, Any], source: Source) -> None:
    fake.inject({"message": _message(**content)})
    assert _read(fake) == Incoming(0, BUYER, Kind.OTHER, language_hint="zh", source=source)


@pytest.mark.parametrize(
    "update",
    [
        {"message": _message(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})},
        {"message": _message(pinned_message=_message(text="在吗"))},
        {"edited_message": _message(location=PLACE, edit_date=1_790_000_005)},
    ],
)
def test_telegrams_own_notices_are_nothing_that_was_said(fake: FakeTelegram, update: dict[str, Any]) -> None:
    fake.inject(update)
    assert _read(fake) is None


def test_other_words_for_a_sent_message_are_an_edit(fake: FakeTelegram) -> None:
    fake.edit(BUYER, 1, "在不在")
    assert _read(fake) == Incoming(0, BUYER, Kind.EDIT, "在不在", "", "zh", Source(1))


def test_a_pressed_button_says_what_it_carries(fake: FakeTelegram) -> None:
    message = _message(**{"from": BOT}, text="选", message_id=78)
    person = {"id": BUYER, "is_bot": False, "first_name": "赵女士", "language_code": "en"}
    query = {"id": "1", "from": person, "chat_instance": "1", "message": message, "data": "ask:human"}
    fake.inject({"callback_query": query})
    assert _read(fake) == Incoming(0, BUYER, Kind.BUTTON, "ask:human", "", "en", Source(78))


def test_a_buyer_who_blocks_the_bot_is_noticed(fake: FakeTelegram) -> None:
    fake.block(BUYER)
    assert _read(fake) == Incoming(0, BUYER, Kind.BLOCKED)


def test_unblocking_alone_is_nothing_to_answer(fake: FakeTelegram) -> None:
    fake.block(BUYER)
    fake.text(BUYER, "在吗")
    assert incoming(Update.de_json(fake.pending[-2], None), BOT["username"]) is None


def test_where_a_message_stands_is_told_with_it(fake: FakeTelegram) -> None:
    fake.inject({"message": _message(photo=PHOTO, caption="合同", media_group_id="a1")})
    found = incoming(Update.de_json(fake.pending[-1], None), BOT["username"])
    assert found is not None
    assert found.source == Source(77, None, "a1", "photo", "合同")


def test_what_a_person_writes_in_a_topic_is_for_the_desk(fake: FakeTelegram) -> None:
    thread = fake.topic(GROUP, "赵女士")
    number = fake.group_text(GROUP, "/say@signpost_bot status_now", thread_id=thread)
    found = incoming(Update.de_json(fake.pending[-1], None), BOT["username"])
    source = Source(thread + 1)
    assert found == DeskIncoming(number, GROUP, thread, ADVISOR.id, Kind.COMMAND, "say", "status_now", source)


def test_what_telegram_says_in_a_group_is_nobodys(fake: FakeTelegram) -> None:
    fake.topic(GROUP, "赵女士")
    assert incoming(Update.de_json(fake.pending[-1], None), BOT["username"]) is None


def _at_desk(fake: FakeTelegram) -> DeskIncoming:
    """The newest update as something done at the desk; its number is left out."""
    found = incoming(Update.de_json(fake.pending[-1], None), BOT["username"])
    assert isinstance(found, DeskIncoming)
    return replace(found, update_id=0)


def test_answer_in_a_topic_tells_what_it_answers(fake: FakeTelegram) -> None:
    thread = fake.topic(GROUP, "赵女士")
    first = fake.send(GROUP, "一", thread_id=thread)
    fake.send(GROUP, "二", thread_id=thread, reply_to=first)
    assert _at_desk(fake) == DeskIncoming(
        0, GROUP, thread, ADVISOR.id, Kind.TEXT, "二", source=Source(first + 1, first)
    )


def test_answer_in_a_group_without_topics_tells_what_it_answers_and_no_topic(fake: FakeTelegram) -> None:
    fake.group(GROUP, is_forum=False)
    first = fake.send(GROUP, "一")
    second = fake.send(GROUP, "二", reply_to=first)
    answers = [_at_desk(fake)]
    fake.send(GROUP, "三", reply_to=second)
    answers.append(_at_desk(fake))
    assert answers == [
        DeskIncoming(0, GROUP, None, ADVISOR.id, Kind.TEXT, text, source=Source(answered + 1, answered))
        for text, answered in (("二", first), ("三", second))
    ]


@pytest.mark.asyncio
async def test_button_under_an_answer_in_a_group_without_topics_is_of_no_topic(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP, is_forum=False)
    buttons = InlineKeyboardMarkup.from_button(InlineKeyboardButton("发送", callback_data="t:1:send"))
    first = fake.send(GROUP, "/say status_now")
    shown = await bot.send_message(GROUP, "预览", reply_parameters=ReplyParameters(first), reply_markup=buttons)
    fake.press(GROUP, "发送")
    source = Source(shown.message_id)
    assert _at_desk(fake) == DeskIncoming(0, GROUP, None, ADVISOR.id, Kind.BUTTON, "t:1:send", source=source)


def test_administrator_who_stays_anonymous_speaks_as_the_group(fake: FakeTelegram) -> None:
    thread = fake.topic(GROUP, "赵女士")
    number = fake.send(GROUP, "您好", thread_id=thread)
    (update,) = (update for update in fake.pending if update.get("message", {}).get("message_id") == number)
    nobody = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    fake.inject({"message": update["message"] | {"from": nobody, "sender_chat": update["message"]["chat"]}})
    assert _at_desk(fake) == DeskIncoming(0, GROUP, thread, GROUP, Kind.TEXT, "您好", source=Source(number))


def test_picture_in_a_topic_comes_with_its_album_and_caption(fake: FakeTelegram) -> None:
    thread = fake.topic(GROUP, "赵女士")
    number = fake.album(GROUP, ["第一页"], thread_id=thread)[0]
    album = fake.seen(GROUP)[-1].album
    source = Source(number, None, album, "photo", "第一页")
    assert _at_desk(fake) == DeskIncoming(0, GROUP, thread, ADVISOR.id, Kind.OTHER, source=source)


def test_other_words_in_a_topic_are_an_edit(fake: FakeTelegram) -> None:
    thread = fake.topic(GROUP, "赵女士")
    number = fake.send(GROUP, "一", thread_id=thread)
    fake.edit(GROUP, number, "二")
    assert _at_desk(fake) == DeskIncoming(0, GROUP, thread, ADVISOR.id, Kind.EDIT, "二", source=Source(number))


def test_emoji_in_a_group_tells_only_the_message(fake: FakeTelegram) -> None:
    fake.updates.allow([*ALLOWED])
    number = fake.send(GROUP, "一", thread_id=fake.topic(GROUP, "赵女士"))
    fake.react(GROUP, number, "👍")
    assert _at_desk(fake) == DeskIncoming(0, GROUP, None, ADVISOR.id, Kind.REACTION, "👍", source=Source(number))


def test_group_that_has_moved_tells_its_new_number(fake: FakeTelegram) -> None:
    fake.group(GROUP)
    fake.migrate(GROUP, -1_002_000_000_001)
    moved = next(update for update in fake.pending if "migrate_to_chat_id" in update.get("message", {}))
    found = incoming(Update.de_json(moved, None), BOT["username"])
    assert isinstance(found, DeskIncoming)
    assert (found.group_id, found.moved_to) == (GROUP, -1_002_000_000_001)
