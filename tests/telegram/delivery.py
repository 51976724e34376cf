"""What may a call put into a chat, and where does it land?"""

from dataclasses import dataclass
from typing import Any

from tests.telegram.chats import Chat, NotInMessage
from tests.telegram.markup import Formatted, parse, trim
from tests.telegram.people import BOT
from tests.telegram.refusals import bad, forbidden
from tests.telegram.world import World

Parameters = dict[str, Any]

LONGEST_CALLBACK_DATA = 64
LONGEST_COPY_TEXT = 256


@dataclass(frozen=True)
class Letter:
    """What is to be put into a chat: fields of a message, what the bot wrote, and buttons."""

    content: dict[str, Any]
    raw: str = ""
    keyboard: dict[str, Any] | None = None


def addressee(world: World, parameters: Parameters) -> Chat:
    """The chat that a call writes to, if it wants the bot and has the topic open to it."""
    chat = reachable(world, parameters)
    thread_id = parameters.get("message_thread_id")
    if thread_id is None:
        return chat
    if thread_id not in chat.topics:
        raise bad("message thread not found")
    if thread_id in chat.closed and not chat.bot_manages(thread_id):
        raise bad("TOPIC_CLOSED")
    return chat


def reachable(world: World, parameters: Parameters) -> Chat:
    """The chat that a call names, if it wants the bot."""
    chat = world.find(parameters["chat_id"])
    if chat.is_blocked:
        raise forbidden("bot was blocked by the user" if chat.person else "bot was kicked from the supergroup chat")
    return chat


def deliver(world: World, chat: Chat, parameters: Parameters, letter: Letter) -> dict[str, Any]:
    """Put a letter where the call wants it; return the message."""
    try:
        place = chat.place(parameters.get("message_thread_id"), *_answered(chat, parameters))
    except NotInMessage:
        raise bad("QUOTE_TEXT_INVALID") from None
    lock = {"has_protected_content": True} if parameters.get("protect_content") else {}
    content = {"from": BOT, "date": world.now()} | letter.content | place | lock
    return chat.post(content, letter.raw, letter.keyboard)


def content_of(world: World, parameters: Parameters, name: str) -> dict[str, Any]:
    """A text or caption as readers see it, with its entities, as fields of a message."""
    entities_name = "entities" if name == "text" else "caption_entities"
    formatted = _formatted(world, parameters, name, parameters.get(entities_name, []))
    if not formatted.text and name == "text":
        raise bad("message text is empty")
    if not formatted.text:
        return {}
    fields: dict[str, Any] = {name: formatted.text}
    return fields | ({entities_name: formatted.entities} if formatted.entities else {})


def keyboard_of(parameters: Parameters) -> dict[str, Any] | None:
    """The keyboard of a call, if Telegram would take its buttons."""
    keyboard: dict[str, Any] | None = parameters.get("reply_markup")
    for row in (keyboard or {}).get("inline_keyboard", []):
        for button in row:
            _check(button)
    return keyboard


def _check(button: dict[str, Any]) -> None:
    if len(button) == 1:
        raise bad("text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= LONGEST_CALLBACK_DATA:
        raise bad("BUTTON_DATA_INVALID")
    copied = button.get("copy_text")
    if copied is not None and not 1 <= len(copied["text"]) <= LONGEST_COPY_TEXT:
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _answered(chat: Chat, parameters: Parameters) -> tuple[int | None, str]:
    """The message of this chat that is replied to, if it is there, and the words quoted of it."""
    reply = parameters.get("reply_parameters")
    if reply is None:
        return None, ""
    message_id = reply["message_id"]
    if message_id in chat.posts:
        return int(message_id), reply.get("quote", "")
    if reply.get("allow_sending_without_reply"):
        return None, ""
    raise bad("message to be replied not found")


def _formatted(world: World, parameters: Parameters, name: str, entities: list[dict[str, Any]]) -> Formatted:
    mode = parameters.get("parse_mode", "")
    match mode.upper():
        case "":
            return trim(parameters[name], entities)
        case "HTML":
            return parse(parameters[name])
        case _:
            world.violations.append(f"the fake server cannot read parse_mode {mode}")
            raise bad("unsupported parse_mode")
