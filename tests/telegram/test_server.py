"""Does the fake do to a real bot what Telegram would do?"""

from typing import Any

import httpx
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
)
from telegram.constants import ChatAction
from telegram.error import BadRequest, EndPointNotFound, InvalidToken, TimedOut

from tests.telegram.people import SentMessage
from tests.telegram.server import FakeTelegram, Moment
from tests.telegram.world import InvalidUpdate, NoSuchButton

BUYER, GROUP = 501, -1001
BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("转人工", callback_data="human")]])
pytestmark = pytest.mark.asyncio


async def test_a_buyers_text_arrives_as_telegram_would_send_it(
    fake: FakeTelegram,
) -> None:
    update_id = fake.text(BUYER, "/start zhao", language_code="en", user_name="Zhao")
    user = {"id": 501, "is_bot": False, "first_name": "Zhao", "language_code": "en"}
    assert fake.pending == [
        {
            "update_id": update_id,
            "message": {
                "message_id": 1,
                "from": user,
                "date": 1_790_000_000,
                "chat": {"id": 501, "type": "private", "first_name": "Zhao"},
                "text": "/start zhao",
                "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
            },
        }
    ]


async def test_a_button_tap_answered_twice_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    await bot.send_message(BUYER, "选", reply_markup=BUTTONS)
    query_id = fake.press(BUYER, "转人工")
    await bot.answer_callback_query(query_id, "好的")
    with pytest.raises(BadRequest, match=r"^Query is too old and response timeout expired"):
        await bot.answer_callback_query(query_id)
    assert fake.answered(query_id) == "好的"


async def test_a_tap_carries_the_data_and_the_message_of_its_button(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    for text in ("旧", "新"):
        await bot.send_message(BUYER, text, reply_markup=BUTTONS)
    fake.press(BUYER, "转人工")
    tap = (await bot.get_updates())[-1].callback_query
    assert tap is not None
    assert tap.message is not None
    assert (tap.data, tap.message.message_id, tap.from_user.id) == ("human", 3, BUYER)


async def test_a_button_that_is_not_there_cannot_be_tapped(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    await bot.send_message(BUYER, "选", reply_markup=ReplyKeyboardMarkup([["转人工"]]))
    with pytest.raises(NoSuchButton, match="Oldest first it has"):
        fake.press(BUYER, "转人工")


async def test_a_persons_edit_arrives_with_its_date(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "网前")
    fake.edit(BUYER, 1, "网签")
    edited = (await bot.get_updates())[-1].edited_message
    assert edited is not None
    assert (edited.text, edited.message_id, edited.edit_date == edited.date) == ("网签", 1, True)


async def test_an_advisor_in_a_topic_replies_to_its_first_notice(fake: FakeTelegram, bot: Bot) -> None:
    thread_id = fake.topic(GROUP, "赵女士")
    fake.group_text(GROUP, "收到", thread_id=thread_id)
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.reply_to_message is not None
    assert (message.message_thread_id, message.reply_to_message.message_id) == (1, 1)


async def test_the_bots_public_face_is_kept_by_scope_and_language(fake: FakeTelegram, bot: Bot) -> None:
    commands = [BotCommand("human", "转人工")]
    await bot.set_my_commands(commands, language_code="zh")
    await bot.set_my_commands(commands, BotCommandScopeChat(GROUP))
    await bot.set_my_name("签路")
    await bot.set_my_description("答疑", "zh")
    await bot.set_my_short_description("答")
    face = {("name", ""): "签路", ("description", "zh"): "答疑", ("short_description", ""): "答"}
    menu = {"human": "转人工"}
    assert (fake.commands, fake.profile, tuple(commands)) == (
        {("default", "zh"): menu, (f"chat:{GROUP}", ""): menu},
        face,
        await bot.get_my_commands(language_code="zh"),
    )


async def test_a_menu_in_a_language_telegram_has_not_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"^Invalid language code specified$"):
        await bot.set_my_commands([BotCommand("human", "转人工")], language_code="zh-hans")


@pytest.mark.parametrize(
    ("commands", "error"),
    [
        ([("Human", "转人工")], "Bot_command_invalid"),
        ([("human", "转" * 257)], "Bot_command_description_invalid"),
        ([(f"c{number}", "转人工") for number in range(101)], "Bot_commands_too_much"),
    ],
)
async def test_a_menu_with_a_wrong_command_is_refused(bot: Bot, commands: list[tuple[str, str]], error: str) -> None:
    with pytest.raises(BadRequest, match=f"^{error}$"):
        await bot.set_my_commands(commands)


async def test_a_description_that_is_too_long_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"^Bot short description is too long$"):
        await bot.set_my_short_description("答" * 121)


async def test_a_topic_in_a_private_chat_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(BadRequest, match=r"^The chat is not a forum$"):
        await bot.create_forum_topic(BUYER, "赵女士")


async def test_a_notice_of_more_than_200_characters_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    await bot.send_message(BUYER, "选", reply_markup=BUTTONS)
    query_id = fake.press(BUYER, "转人工")
    with pytest.raises(BadRequest, match=r"^Message_too_long$"):
        await bot.answer_callback_query(query_id, "汉" * 201)
    assert fake.answered(query_id) is None


async def test_typing_is_counted_for_each_chat(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    for action in (ChatAction.TYPING, ChatAction.TYPING, ChatAction.UPLOAD_PHOTO):
        await bot.send_chat_action(BUYER, action)
    assert (fake.typing(BUYER), fake.typing(GROUP)) == (2, 0)


async def test_a_chat_can_be_looked_up(fake: FakeTelegram, bot: Bot) -> None:
    fake.group(GROUP, "顾问组")
    chat = await bot.get_chat(GROUP)
    assert (chat.title, chat.is_forum, fake.violations) == ("顾问组", True, [])


async def test_an_update_telegram_could_not_send_is_refused(fake: FakeTelegram) -> None:
    with pytest.raises(InvalidUpdate, match=r"update\.message\.chat is required"):
        fake.inject({"message": {"message_id": 1, "date": 1}})
    assert fake.pending == []


async def test_an_update_carries_exactly_one_event(fake: FakeTelegram) -> None:
    with pytest.raises(InvalidUpdate, match="exactly one kind of event"):
        fake.inject({})
    assert fake.pending == []


async def test_nobody_writes_in_a_topic_that_is_not_there(fake: FakeTelegram) -> None:
    with pytest.raises(LookupError, match="No topic 7 in -1001"):
        fake.group_text(GROUP, "在吗", thread_id=7)
    assert fake.pending == []


async def test_a_method_telegram_lacks_is_recorded(fake: FakeTelegram, bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendLetter")
    assert fake.violations == ["sendLetter: method not found"]


async def test_a_method_the_fake_lacks_is_recorded(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    with pytest.raises(InvalidToken, match="fake server does not know sendDice yet"):
        await bot.send_dice(BUYER)
    assert fake.violations == ["sendDice: fake server does not know sendDice yet"]


async def test_a_wrong_parameter_is_refused_and_recorded(fake: FakeTelegram, bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"^Getchat\.colour is unknown"):
        await bot.get_chat(BUYER, api_kwargs={"colour": "red"})
    assert fake.violations == ["getChat.colour is unknown"]


@pytest.mark.parametrize(
    "body",
    [
        {"json": {"chat_id": BUYER, "text": "好"}},
        {"data": {"chat_id": str(BUYER), "text": "好"}},
        {"files": {"chat_id": (None, str(BUYER)), "text": (None, "好")}},
        {"params": {"chat_id": BUYER, "text": "好"}},
    ],
    ids=["json", "form", "multipart", "query"],
)
async def test_a_call_may_be_written_in_four_ways(fake: FakeTelegram, body: Any) -> None:
    fake.text(BUYER, "你好")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(fake)) as client:
        await client.post(f"http://fake/bot{fake.token}/sendMessage", **body)
    assert fake.sent(BUYER) == [SentMessage(2, BUYER, "好", "好", [])]


async def test_a_wrong_token_is_unauthorized(fake: FakeTelegram) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(fake)) as client:
        answer = await client.get("http://fake/bot1:x/getMe")
    assert (answer.status_code, answer.json()) == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )


async def test_both_moments_of_a_call_can_be_watched(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")
    seen: list[tuple[Moment, str, int]] = []
    fake.on_call = lambda moment, method: seen.append((moment, method, len(fake.sent(BUYER))))
    await bot.send_message(BUYER, "好")
    assert seen == [(Moment.BEFORE, "sendMessage", 0), (Moment.AFTER, "sendMessage", 1)]


async def test_an_answer_lost_on_its_way_leaves_the_message_sent(fake: FakeTelegram, bot: Bot) -> None:
    fake.text(BUYER, "你好")

    def lose(moment: Moment, _method: str) -> None:
        if moment is Moment.AFTER:
            raise httpx.ReadTimeout(moment)

    fake.on_call = lose
    with pytest.raises(TimedOut):
        await bot.send_message(BUYER, "好")
    assert len(fake.sent(BUYER)) == 1
