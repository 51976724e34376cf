"""What does each Bot API method do to the world?"""

import re
from collections.abc import Callable
from typing import Any

from tests.telegram import copies, edits, messages, topics
from tests.telegram.delivery import Parameters, addressee, reachable
from tests.telegram.members import bot_membership, membership
from tests.telegram.people import BOT
from tests.telegram.reactions import set_message_reaction
from tests.telegram.refusals import OLD_QUERY, bad
from tests.telegram.world import World

MOST_COMMANDS = 100
LONGEST_NOTICE = 200
LONGEST = {"name": 64, "description": 512, "short_description": 120}
NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


def get_me(_world: World, _parameters: Parameters) -> dict[str, Any]:
    """The bot's own account."""
    return BOT | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


def get_chat(world: World, parameters: Parameters) -> dict[str, Any]:
    """All about a chat."""
    chat = world.find(parameters["chat_id"]).as_json()
    return chat | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": NO_GIFTS,
    }


def get_chat_member(world: World, parameters: Parameters) -> dict[str, Any]:
    """What somebody is in a chat; one who is known, but was never here, has left."""
    chat, user_id = reachable(world, parameters), parameters["user_id"]
    if user_id == BOT["id"]:
        return membership(BOT, "member") if chat.person else bot_membership(chat.rights)
    if user_id in chat.members:
        return chat.members[user_id]
    person = world.person(user_id)
    if person is None:
        raise bad("PARTICIPANT_ID_INVALID")
    return membership(person.as_json(), "left")


def send_chat_action(world: World, parameters: Parameters) -> bool:
    """Show in a chat that the bot is busy; only typing is counted."""
    chat = addressee(world, parameters)
    chat.typing += parameters["action"] == "typing"
    return True


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    """Stop the clock on a button that somebody tapped, and perhaps show a notice."""
    query_id = parameters["callback_query_id"]
    if world.queries.get(query_id, "unknown") is not None:
        raise bad(OLD_QUERY)
    notice = parameters.get("text", "")
    if len(notice) > LONGEST_NOTICE:
        raise bad("MESSAGE_TOO_LONG")
    world.queries[query_id] = notice
    return True


def set_my_commands(world: World, parameters: Parameters) -> bool:
    """Replace the menu of commands for one scope and language."""
    commands = {entry["command"]: entry["description"] for entry in parameters["commands"]}
    if len(parameters["commands"]) > MOST_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command, description in commands.items():
        if not re.fullmatch("[a-z0-9_]{1,32}", command):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_audience(parameters)] = commands
    return True


def get_my_commands(world: World, parameters: Parameters) -> list[dict[str, Any]]:
    """The menu of commands for one scope and language."""
    commands = world.commands.get(_audience(parameters), {})
    return [{"command": name, "description": text} for name, text in commands.items()]


def set_webhook(world: World, parameters: Parameters) -> bool:
    """Stop getUpdates and remember where updates would go; nothing is delivered there."""
    url = parameters["url"]
    if url and not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    world.updates.allow(parameters.get("allowed_updates"))
    _drop_updates(world, parameters)
    world.updates.webhook = {"url": url} | parameters
    return True


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """Let getUpdates work again."""
    _drop_updates(world, parameters)
    world.updates.webhook = {"url": ""}
    return True


def get_webhook_info(world: World, _parameters: Parameters) -> dict[str, Any]:
    """Where updates go, and how many wait."""
    return {
        "url": world.updates.webhook["url"],
        "has_custom_certificate": "certificate" in world.updates.webhook,
        "pending_update_count": len(world.updates.waiting),
        "allowed_updates": sorted(world.updates.allowed),
    }


def _setter(field: str) -> Callable[[World, Parameters], bool]:
    """A method that sets one of the bot's public texts for one language."""

    def set_text(world: World, parameters: Parameters) -> bool:
        text = parameters.get(field, "")
        if len(text) > LONGEST[field]:
            raise bad(f"bot {field.replace('_', ' ')} is too long")
        world.profile[field, _language(parameters)] = text
        return True

    return set_text


def _drop_updates(world: World, parameters: Parameters) -> None:
    if parameters.get("drop_pending_updates"):
        world.updates.waiting.clear()


def _audience(parameters: Parameters) -> tuple[str, str]:
    """Whom commands are for: the scope, with its chat and user if it has them; the language."""
    scope = parameters.get("scope", {"type": "default"})
    parts = [scope[name] for name in ("type", "chat_id", "user_id") if name in scope]
    return ":".join(map(str, parts)), _language(parameters)


def _language(parameters: Parameters) -> str:
    language = str(parameters.get("language_code", ""))
    if not re.fullmatch("([a-z]{2})?", language):
        raise bad("invalid language code specified")
    return language


METHODS: dict[str, Callable[[World, Parameters], Any]] = {
    "getMe": get_me,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "sendMessage": messages.send_message,
    "sendDocument": messages.send_document,
    "copyMessage": copies.copy_message,
    "copyMessages": copies.copy_messages,
    "forwardMessage": copies.forward_message,
    "editMessageText": edits.edit_message_text,
    "editMessageCaption": edits.edit_message_caption,
    "editMessageReplyMarkup": edits.edit_message_reply_markup,
    "deleteMessage": messages.delete_message,
    "pinChatMessage": messages.pin_chat_message,
    "setMessageReaction": set_message_reaction,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
    "createForumTopic": topics.create_forum_topic,
    "editForumTopic": topics.edit_forum_topic,
    "closeForumTopic": topics.close_forum_topic,
    "reopenForumTopic": topics.reopen_forum_topic,
    "deleteForumTopic": topics.delete_forum_topic,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "setMyName": _setter("name"),
    "setMyDescription": _setter("description"),
    "setMyShortDescription": _setter("short_description"),
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
