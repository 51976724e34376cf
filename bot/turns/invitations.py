"""How does somebody get into a case? By a link that works once, and is kept only as a hash."""

import hashlib
import secrets
from datetime import datetime, timedelta

from bot.cases.milestones import Role
from bot.dialogue.messages import Link, Note
from bot.store.books import Records

_HOURS = timedelta(hours=48)


def token_hash(token: str) -> str:
    """What is kept of a link's token; 256 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def invite(records: Records, ref: str, role: Role, now: datetime, actor: str) -> tuple[str, datetime]:
    """The token of a new link for a party of a case, and when it ends."""
    token, ends = secrets.token_urlsafe(32), now + _HOURS
    records.chats.save_link(Link(token_hash(token), ref, role, ends))
    records.chats.note(Note("link_made", ref, {"party": role}), actor, now)
    return token, ends


def address(token: str, bot_name: str | None) -> str:
    """What to hand to the buyer: a link, or where the bot's name is not set, the command behind it.

    >>> address("abc", "signpost_bot")
    'https://t.me/signpost_bot?start=abc'
    """
    return f"https://t.me/{bot_name}?start={token}" if bot_name else f"/start {token}"
