"""What does each method that writes, changes or deletes a message do?"""

from typing import Any

from tests.telegram.markup import Formatted, parse, trim, units
from tests.telegram.people import BOT, Chat, Post
from tests.telegram.refusals import NOT_MODIFIED, bad, forbidden
from tests.telegram.world import World

Parameters = dict[str, Any]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_CALLBACK_DATA = 64
IDENTITY = {
    "message_id", "chat", "from", "date", "edit_date", "reply_markup", "reply_to_message",
    "message_thread_id", "is_topic_message",
}  # fmt: skip
COPYABLE = {
    "text", "photo", "document", "video", "audio", "voice", "sticker", "animation", "location",
    "contact", "venue", "video_note", "dice",
}  # fmt: skip


def send_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """Put a text into a chat."""
    keyboard = _keyboard(parameters)
    content = _content(world, parameters, "text")
    if units(content["text"]) > LONGEST_TEXT:
        raise bad("message is too long")
    chat = addressee(world, parameters)
    return _deliver(world, chat, parameters, (content, parameters["text"], keyboard))


def copy_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """Put the content of another message into a chat, without saying whence it came."""
    keyboard = _keyboard(parameters)
    source = world.find(parameters["from_chat_id"]).posts.get(parameters["message_id"])
    if source is None:
        raise bad("message to copy not found")
    if not COPYABLE & source.message.keys():
        raise bad("message can't be copied")
    content = {name: value for name, value in source.message.items() if name not in IDENTITY}
    if "caption" in parameters and "text" not in content:
        content.pop("caption_entities", None)
        content |= _content(world, parameters, "caption")
    if units(content.get("caption", "")) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    chat = addressee(world, parameters)
    message = _deliver(world, chat, parameters, (content, source.raw, keyboard))
    return {"message_id": message["message_id"]}


def edit_message_text(world: World, parameters: Parameters) -> dict[str, Any]:
    """Give one of the bot's messages another text; without a keyboard, take the old one away."""
    keyboard = _keyboard(parameters)
    content = _content(world, parameters, "text")
    if units(content["text"]) > LONGEST_TEXT:
        raise bad("MESSAGE_TOO_LONG")
    post = _own(world, parameters)
    return _replace(world, post, content, parameters["text"], keyboard)


def edit_message_reply_markup(world: World, parameters: Parameters) -> dict[str, Any]:
    """Give one of the bot's messages other buttons, or none."""
    keyboard = _keyboard(parameters)
    post = _own(world, parameters)
    kept = {name: value for name, value in post.message.items() if name in {"text", "entities"}}
    return _replace(world, post, kept, post.raw, keyboard)


def delete_message(world: World, parameters: Parameters) -> bool:
    """Take a message out of a chat."""
    posts = world.find(parameters["chat_id"]).posts
    if posts.pop(parameters["message_id"], None) is None:
        raise bad("message to delete not found")
    return True


def addressee(world: World, parameters: Parameters) -> Chat:
    """The chat that a call writes to, if it wants the bot and has the topic."""
    chat = world.find(parameters["chat_id"])
    if chat.is_blocked:
        raise forbidden("bot was blocked by the user")
    if parameters.get("message_thread_id") not in {None, *chat.topics}:
        raise bad("message thread not found")
    return chat


def _deliver(
    world: World,
    chat: Chat,
    parameters: Parameters,
    letter: tuple[dict[str, Any], str, dict[str, Any] | None],
) -> dict[str, Any]:
    content, raw, keyboard = letter
    place = chat.place(parameters.get("message_thread_id"), _answered(chat, parameters))
    return chat.post({"from": BOT, "date": world.now()} | content | place, raw, keyboard)


def _answered(chat: Chat, parameters: Parameters) -> int | None:
    """The message of this chat that is replied to, if it is there."""
    reply = parameters.get("reply_parameters")
    if reply is None:
        return None
    message_id = reply["message_id"]
    if message_id not in chat.posts:
        if not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        return None
    return int(message_id)


def _own(world: World, parameters: Parameters) -> Post:
    """The bot's message that a call wants to change."""
    if not {"chat_id", "message_id"} <= parameters.keys():
        raise bad("message identifier is not specified")
    post = world.find(parameters["chat_id"]).posts.get(parameters["message_id"])
    if post is None:
        raise bad("message to edit not found")
    if not post.is_by_bot:
        raise bad("message can't be edited")
    return post


def _replace(
    world: World, post: Post, content: dict[str, Any], raw: str, keyboard: dict[str, Any] | None
) -> dict[str, Any]:
    replaced = {"text", "entities", "reply_markup", "edit_date"}
    if keyboard and keyboard["inline_keyboard"]:
        content = content | {"reply_markup": keyboard}
    kept = {name: value for name, value in post.message.items() if name not in replaced}
    before = {name: value for name, value in post.message.items() if name != "edit_date"}
    if before == kept | content:
        raise bad(NOT_MODIFIED)
    post.message = kept | content | {"edit_date": world.now()}
    post.raw, post.keyboard = raw, keyboard or {}
    return post.message


def _content(world: World, parameters: Parameters, name: str) -> dict[str, Any]:
    """A text or caption as readers see it, with its entities, as fields of a message."""
    entities_name = "entities" if name == "text" else "caption_entities"
    formatted = _formatted(world, parameters, name, parameters.get(entities_name, []))
    if not formatted.text and name == "text":
        raise bad("message text is empty")
    fields: dict[str, Any] = {name: formatted.text}
    return fields | ({entities_name: formatted.entities} if formatted.entities else {})


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


def _keyboard(parameters: Parameters) -> dict[str, Any] | None:
    """The keyboard of a call, if Telegram would take its buttons."""
    keyboard: dict[str, Any] | None = parameters.get("reply_markup")
    for row in (keyboard or {}).get("inline_keyboard", []):
        for button in row:
            if len(button) == 1:
                raise bad("text buttons are unallowed in the inline keyboard")
            data = button.get("callback_data")
            if data is not None and not 1 <= len(data.encode()) <= LONGEST_CALLBACK_DATA:
                raise bad("BUTTON_DATA_INVALID")
    return keyboard
