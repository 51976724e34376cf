"""How does Telegram write what somebody is in a chat?"""

from typing import Any

from tests.telegram.people import BOT

GRANTED = (
    "can_be_edited", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
    "can_post_stories", "can_edit_stories", "can_delete_stories", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
DETAILS: dict[str, dict[str, Any]] = {
    "administrator": dict.fromkeys(GRANTED, True) | {"is_anonymous": False},
    "creator": {"is_anonymous": False},
    "member": {},
    "left": {},
    "kicked": {"until_date": 0},
}


def membership(user: dict[str, Any], status: str, **rights: bool) -> dict[str, Any]:
    """The ChatMember of this status; an administrator has all rights but those given as False.

    >>> membership({"id": 7}, "left")
    {'user': {'id': 7}, 'status': 'left'}
    """
    return {"user": user, "status": status} | DETAILS[status] | rights


def bot_membership(rights: dict[str, bool]) -> dict[str, Any]:
    """The bot as an administrator with these rights given or withheld."""
    return membership(BOT, "administrator", **rights)
