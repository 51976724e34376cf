"""What does each method that repeats a message elsewhere do?"""

from collections import defaultdict
from typing import Any

from tests.telegram.delivery import Letter, Parameters, addressee, content_of, deliver, keyboard_of
from tests.telegram.markup import units
from tests.telegram.messages import LONGEST_CAPTION
from tests.telegram.people import CONTENT, Post
from tests.telegram.refusals import bad
from tests.telegram.world import World

# Of one message alone, and never repeated.
OWN = {
    "message_id", "chat", "from", "date", "edit_date", "reply_markup", "reply_to_message", "quote",
    "external_reply", "message_thread_id", "is_topic_message", "media_group_id", "forward_origin",
    "has_protected_content",
}  # fmt: skip
CAPTION = {"caption", "caption_entities"}
MOST_COPIES = 100


def copy_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """Put the content of another message into a chat, without saying whence it came."""
    keyboard = keyboard_of(parameters)
    source = world.find(parameters["from_chat_id"]).posts.get(parameters["message_id"])
    if source is None:
        raise bad("message to copy not found")
    if source.kind not in CONTENT:
        raise bad("message can't be copied")
    content = _content(source)
    if "caption" in parameters and "text" not in content:
        content = _without(content, CAPTION) | content_of(world, parameters, "caption")
    if units(content.get("caption", "")) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    chat = addressee(world, parameters)
    message = deliver(world, chat, parameters, Letter(content, source.raw, keyboard))
    return {"message_id": message["message_id"]}


def copy_messages(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    """Copy messages in their order, albums as albums; what cannot be copied is left out."""
    message_ids = _ids(parameters)
    posts = world.find(parameters["from_chat_id"]).posts
    chat = addressee(world, parameters)
    sources = [posts[message_id] for message_id in message_ids if message_id in posts]
    copyable = [source for source in sources if source.kind in CONTENT]
    if not copyable:
        raise bad("there are no messages to forward")
    dropped = CAPTION if parameters.get("remove_caption") else set()
    albums = defaultdict[str, str](world.next_album)
    copies = []
    for source in copyable:
        content = _without(_content(source), dropped)
        album = source.message.get("media_group_id")
        if album:
            content["media_group_id"] = albums[album]
        copies.append(deliver(world, chat, parameters, Letter(content, source.raw)))
    return [{"message_id": copy["message_id"]} for copy in copies]


def forward_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """Put another message into a chat, and say who wrote it."""
    source = world.find(parameters["from_chat_id"]).posts.get(parameters["message_id"])
    if source is None:
        raise bad("message to forward not found")
    if source.kind not in CONTENT or "has_protected_content" in source.message:
        raise bad("message can't be forwarded")
    chat = addressee(world, parameters)
    message = source.message
    written = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    origin = {"forward_origin": message.get("forward_origin", written)}
    return deliver(world, chat, parameters, Letter(_content(source) | origin, source.raw))


def _ids(parameters: Parameters) -> list[int]:
    """The messages that a call names, if Telegram would take the list."""
    message_ids: list[int] = parameters["message_ids"]
    if not message_ids:
        raise bad("message identifiers are not specified")
    if len(message_ids) > MOST_COPIES:
        raise bad("too many message identifiers specified")
    if message_ids != sorted(set(message_ids)):
        raise bad("message identifiers must be in a strictly increasing order")
    return message_ids


def _content(source: Post) -> dict[str, Any]:
    return _without(source.message, OWN)


def _without(fields: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}
