"""Is what people do in Telegram understood as what they did?"""

from typing import Any

import pytest
from telegram import Update

from bot.desk.situation import DeskIncoming
from bot.dialogue.messages import Incoming, Kind, Source
from bot.messenger.updates import incoming
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
    return found and Incoming(0, found.chat_id, found.kind, found.content, found.argument, found.language_hint)


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
    assert _read(fake) == Incoming(0, BUYER, *understood, language_hint="zh")


def test_a_command_for_another_bot_is_not_ours(fake: FakeTelegram) -> None:
    fake.text(BUYER, "/progress@other_bot")
    assert _read(fake) is None


@pytest.mark.parametrize(("code", "hint"), [("zh-hant", "zh"), ("ZH", "zh"), ("en-GB", "en"), ("de", "en")])
def test_the_phones_language_is_chinese_or_else_english(fake: FakeTelegram, code: str, hint: str) -> None:
    fake.text(BUYER, "在吗", language_code=code)
    assert _read(fake) == Incoming(0, BUYER, Kind.TEXT, "在吗", language_hint=hint)


@pytest.mark.parametrize("content", [{"photo": PHOTO, "caption": "/start abc"}, {"location": PLACE}])
def test_what_is_sent_without_words_is_other(fake: FakeTelegram, content: dict[str, Any]) -> None:
    fake.inject({"message": _message(**content)})
    assert _read(fake) == Incoming(0, BUYER, Kind.OTHER, language_hint="zh")


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
    assert _read(fake) == Incoming(0, BUYER, Kind.EDIT, "在不在", language_hint="zh")


def test_a_pressed_button_says_what_it_carries(fake: FakeTelegram) -> None:
    message = _message(**{"from": BOT}, text="选", message_id=78)
    person = {"id": BUYER, "is_bot": False, "first_name": "赵女士", "language_code": "en"}
    query = {"id": "1", "from": person, "chat_instance": "1", "message": message, "data": "ask:human"}
    fake.inject({"callback_query": query})
    assert _read(fake) == Incoming(0, BUYER, Kind.BUTTON, "ask:human", language_hint="en")


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
