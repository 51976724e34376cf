"""What does each method that opens, changes, closes or deletes a topic do?"""

from typing import Any

from tests.telegram.chats import TOPIC_COLOR, Chat
from tests.telegram.delivery import Parameters, reachable
from tests.telegram.people import BOT
from tests.telegram.refusals import bad
from tests.telegram.world import World

LONGEST_NAME = 128


def create_forum_topic(world: World, parameters: Parameters) -> dict[str, Any]:
    """Open a topic in a group."""
    chat = _forum(world, parameters)
    if not chat.bot_may("can_manage_topics"):
        raise bad("not enough rights to create a topic")
    name = _cut(parameters["name"])
    notice = chat.open_topic(name, BOT, world.now())
    return {
        "message_thread_id": notice["message_thread_id"],
        "name": name,
        "icon_color": parameters.get("icon_color", TOPIC_COLOR),
    }


def edit_forum_topic(world: World, parameters: Parameters) -> bool:
    """Give a topic another name; an icon is not remembered."""
    chat, thread_id = _topic(world, parameters, "edit", "can_manage_topics")
    name = parameters.get("name", "")[:LONGEST_NAME] or chat.topics[thread_id]
    if name == chat.topics[thread_id] and "icon_custom_emoji_id" not in parameters:
        raise bad("TOPIC_NOT_MODIFIED")
    chat.topics[thread_id] = name
    chat.notify(thread_id, {"from": BOT, "date": world.now(), "forum_topic_edited": {"name": name}})
    return True


def close_forum_topic(world: World, parameters: Parameters) -> bool:
    """Let only those write in a topic who may manage topics."""
    return _toggle(world, parameters, is_closed=True)


def reopen_forum_topic(world: World, parameters: Parameters) -> bool:
    """Let all write in a topic again."""
    return _toggle(world, parameters, is_closed=False)


def delete_forum_topic(world: World, parameters: Parameters) -> bool:
    """Delete a topic with all its messages."""
    chat, thread_id = _topic(world, parameters, "delete", "can_delete_messages")
    chat.drop_topic(thread_id)
    return True


def _toggle(world: World, parameters: Parameters, *, is_closed: bool) -> bool:
    chat, thread_id = _topic(world, parameters, "edit", "can_manage_topics")
    if (thread_id in chat.closed) == is_closed:
        raise bad("TOPIC_NOT_MODIFIED")
    chat.close_topic(thread_id, is_closed=is_closed)
    kind = "forum_topic_closed" if is_closed else "forum_topic_reopened"
    chat.notify(thread_id, {"from": BOT, "date": world.now(), kind: {}})
    return True


def _forum(world: World, parameters: Parameters) -> Chat:
    chat = reachable(world, parameters)
    if chat.person or not chat.is_forum:
        raise bad("the chat is not a forum")
    return chat


def _topic(world: World, parameters: Parameters, doing: str, right: str) -> tuple[Chat, int]:
    """A topic that is there and that the bot may change so."""
    chat, thread_id = _forum(world, parameters), parameters["message_thread_id"]
    if thread_id not in chat.topics:
        raise bad("TOPIC_ID_INVALID")
    if not chat.bot_manages(thread_id, right):
        raise bad(f"not enough rights to {doing} the topic")
    return chat, int(thread_id)


def _cut(name: str) -> str:
    """A topic's name as Telegram keeps it, without what is too much."""
    name = name.strip()[:LONGEST_NAME]
    if not name:
        raise bad("title must be non-empty")
    return name
