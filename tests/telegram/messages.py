"""What does each method that writes, pins or deletes a message do?"""

from typing import Any

from tests.telegram.delivery import Letter, Parameters, addressee, content_of, deliver, keyboard_of, reachable
from tests.telegram.markup import units
from tests.telegram.people import BOT, NOTICES
from tests.telegram.refusals import bad
from tests.telegram.spec import Upload
from tests.telegram.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


def send_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """Put a text into a chat."""
    keyboard = keyboard_of(parameters)
    content = content_of(world, parameters, "text")
    if units(content["text"]) > LONGEST_TEXT:
        raise bad("message is too long")
    chat = addressee(world, parameters)
    return deliver(world, chat, parameters, Letter(content, parameters["text"], keyboard))


def send_document(world: World, parameters: Parameters) -> dict[str, Any]:
    """Put a file into a chat; an uploaded one is kept under its file_id."""
    keyboard = keyboard_of(parameters)
    raw = parameters.get("caption", "")
    content = content_of(world, {"caption": raw} | parameters, "caption")
    if units(content.get("caption", "")) > LONGEST_CAPTION:
        raise bad("message caption is too long")
    chat = addressee(world, parameters)
    document = _document(world, parameters["document"])
    return deliver(world, chat, parameters, Letter({"document": document} | content, raw, keyboard))


def pin_chat_message(world: World, parameters: Parameters) -> bool:
    """Keep a message in sight; Telegram tells everybody, the bot too."""
    chat = reachable(world, parameters)
    post = chat.posts.get(parameters["message_id"])
    if post is None or post.kind in NOTICES:
        raise bad("message to pin not found" if post is None else "message can't be pinned")
    if not chat.bot_may("can_pin_messages"):
        raise bad("not enough rights to manage pinned messages in the chat")
    if parameters["message_id"] in chat.pinned:
        return True
    chat.pinned.append(parameters["message_id"])
    shown = {name: value for name, value in post.message.items() if name != "reply_to_message"}
    notice = {"from": BOT, "date": world.now(), "pinned_message": shown}
    world.put("message", chat.notify(post.message.get("message_thread_id"), notice))
    return True


def delete_message(world: World, parameters: Parameters) -> bool:
    """Take a message out of a chat."""
    posts = world.find(parameters["chat_id"]).posts
    if posts.pop(parameters["message_id"], None) is None:
        raise bad("message to delete not found")
    return True


def _document(world: World, source: Upload | str) -> dict[str, Any]:
    """The file that a call uploads, or that stands in some message already."""
    if isinstance(source, str):
        found = [
            post.message["document"]
            for post in world.posts()
            if post.message.get("document", {}).get("file_id") == source
        ]
        if not found:
            raise bad("wrong file identifier/HTTP URL specified")
        return dict(found[0])
    if not source.content:
        raise bad("file must be non-empty")
    file_id = f"upload-{len(world.files) + 1}"
    world.files[file_id] = source
    size = len(source.content)
    return {"file_id": file_id, "file_unique_id": f"u-{file_id}", "file_name": source.name, "file_size": size}
