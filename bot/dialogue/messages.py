"""What comes in from a chat, what goes out, and what is remembered of it?"""

import html
import re
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.cases.milestones import Milestone, Role
from bot.cases.office import Priority
from bot.dialogue.account import Account

_TAG = re.compile(r"</?[a-z]+[^>]*>")


class Kind(StrEnum):
    """What somebody did in a chat."""

    TEXT = "text"
    BUTTON = "button"
    COMMAND = "command"
    OTHER = "other"
    EDIT = "edit"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class Incoming:
    """One thing done in a private chat; `content` is the text, the button's data or the command's name.

    `language_hint` is the language of the person's Telegram ("zh", "en"), for those who have not written yet.
    """

    update_id: int
    chat_id: int
    kind: Kind
    content: str = ""
    argument: str = ""
    language_hint: str | None = None


@dataclass(frozen=True)
class Button:
    """A label, and what pressing it says (at most 64 bytes)."""

    label: str
    data: str


@dataclass(frozen=True)
class Chat:
    """What is remembered of a chat between two messages."""

    id: int
    case_ref: str | None = None
    role: Role | None = None
    pinned_language: str | None = None
    last_language: str | None = None
    last_intent: str | None = None
    last_about: Milestone | None = None
    last_at: datetime | None = None
    misses: int = 0
    pending_link: str | None = None
    unreachable: bool = False


@dataclass(frozen=True)
class Link:
    """A one-time link to a case, known by the hash of its token."""

    token_hash: str
    case_ref: str
    role: Role
    expires_at: datetime
    tries: int = 0
    locked_until: datetime | None = None
    used_at: datetime | None = None


@dataclass(frozen=True)
class Say:
    """Send a message (Telegram's HTML); a reply of the content carries the account of why it is said."""

    text: str
    buttons: tuple[Button, ...] = ()
    holds_case_data: bool = False
    account: Account | None = field(default=None, compare=False, repr=False)

    @property
    def plain(self) -> str:
        """The text without markup."""
        return html.unescape(_TAG.sub("", self.text))


@dataclass(frozen=True)
class OpenTicket:
    """Hand the chat to a person, who answers by `reply_by`."""

    reason: str
    priority: Priority
    reply_by: datetime
    last_words: str


@dataclass(frozen=True)
class Ticket:
    """A ticket as it stands in the books, until a person closes it."""

    id: int
    chat_id: int
    case_ref: str | None
    reason: str
    priority: Priority
    reply_by: datetime
    opened_at: datetime
    last_words: str


@dataclass(frozen=True)
class Remember:
    """Keep this of the chat."""

    chat: Chat


@dataclass(frozen=True)
class KeepLink:
    """Keep what became of a link."""

    link: Link


@dataclass(frozen=True)
class Verify:
    """The person behind the chat is the party of the case."""

    case_ref: str
    role: Role


@dataclass(frozen=True)
class Note:
    """Write an audit event; never a message's text."""

    event: str
    case_ref: str | None = None
    detail: dict[str, str] = field(default_factory=dict)


Action = Say | OpenTicket | Remember | KeepLink | Verify | Note
