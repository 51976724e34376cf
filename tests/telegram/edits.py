"""What does each method that changes a message do?"""

from typing import Any

from tests.telegram.delivery import Parameters, content_of, keyboard_of
from tests.telegram.markup import units
from tests.telegram.messages import LONGEST_CAPTION, LONGEST_TEXT
from tests.telegram.people import Post
from tests.telegram.refusals import NOT_MODIFIED, bad
from tests.telegram.world import World

WRITTEN = {"text": {"text", "entities"}, "caption": {"caption", "caption_entities"}}
WITH_CAPTION = {"animation", "photo", "video", "voice", "audio", "document"}


def edit_message_text(world: World, parameters: Parameters) -> dict[str, Any]:
    """Give one of the bot's messages another text; without a keyboard, take the old one away."""
    keyboard = keyboard_of(parameters)
    content = content_of(world, parameters, "text")
    if units(content["text"]) > LONGEST_TEXT:
        raise bad("MESSAGE_TOO_LONG")
    post = _own(world, parameters)
    if post.kind != "text":
        raise bad("there is no text in the message to edit")
    _replace(world, post, _without(post, "text") | content, keyboard)
    post.raw, post.is_edited = parameters["text"], True
    return post.message


def edit_message_caption(world: World, parameters: Parameters) -> dict[str, Any]:
    """Give one of the bot's files another caption, or none, and other buttons, or none."""
    keyboard = keyboard_of(parameters)
    raw = parameters.get("caption", "")
    content = content_of(world, {"caption": raw} | parameters, "caption")
    if units(content.get("caption", "")) > LONGEST_CAPTION:
        raise bad("MEDIA_CAPTION_TOO_LONG")
    post = _own(world, parameters)
    if post.kind not in WITH_CAPTION:
        raise bad("there is no caption in the message to edit")
    _replace(world, post, _without(post, "caption") | content, keyboard)
    post.raw, post.is_edited = raw, True
    return post.message


def edit_message_reply_markup(world: World, parameters: Parameters) -> dict[str, Any]:
    """Give one of the bot's messages other buttons, or none."""
    keyboard = keyboard_of(parameters)
    post = _own(world, parameters)
    _replace(world, post, post.message, keyboard)
    return post.message


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


def _without(post: Post, name: str) -> dict[str, Any]:
    return {field: value for field, value in post.message.items() if field not in WRITTEN[name]}


def _replace(world: World, post: Post, message: dict[str, Any], keyboard: dict[str, Any] | None) -> None:
    buttons = {"reply_markup": keyboard} if keyboard and keyboard["inline_keyboard"] else {}
    changed = {name: value for name, value in message.items() if name not in {"reply_markup", "edit_date"}} | buttons
    before = {name: value for name, value in post.message.items() if name != "edit_date"}
    if before == changed:
        raise bad(NOT_MODIFIED)
    post.message = changed | {"edit_date": world.now()}
    post.keyboard = keyboard or {}
