"""What comes in from a chat, what goes out, and what is remembered of it?"""

import html
import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.cases.milestones import Milestone, Role
from bot.cases.office import Priority
from bot.dialogue.account import Account

# Telegram takes 4,096 characters; what is quoted leaves room for the words around it.
MOST_QUOTED = 3500
# After this long, a new question is a new matter.
FRESH = timedelta(minutes=30)
_TAG = re.compile(r"</?[a-z]+[^>]*>")


def plain(text: str) -> str:
    """Telegram's HTML without markup.

    >>> plain("<b>3 &lt; 5</b>")
    '3 < 5'
    """
    return html.unescape(_TAG.sub("", text))


class Kind(StrEnum):
    """What somebody did in a chat."""

    TEXT = "text"
    BUTTON = "button"
    COMMAND = "command"
    OTHER = "other"
    EDIT = "edit"
    REACTION = "reaction"
    BLOCKED = "blocked"


# What holds words of the buyer's own, which people read; links and digits are not among it.
HEARD = frozenset({Kind.TEXT, Kind.OTHER})


@dataclass(frozen=True)
class Source:
    """Where a message stands in Telegram: its number, the one it answers, its album, and what it is besides text.

    `media` is Telegram's word ("text", "photo", "voice" …); `caption` the words under it.
    """

    message_id: int
    reply_to: int | None = None
    album: str | None = None
    media: str = "text"
    caption: str = ""


@dataclass(frozen=True)
class Incoming:
    """One thing done in a private chat; `content` is the text, the button's data, the command's name or the emoji.

    `language_hint` is the language of the person's Telegram ("zh", "en"), for those who have not written yet.
    """

    update_id: int
    chat_id: int
    kind: Kind
    content: str = ""
    argument: str = ""
    language_hint: str | None = None
    source: Source | None = None

    @property
    def words(self) -> str:
        """What was written, be it the text, the command or the words under a picture."""
        if self.kind == Kind.COMMAND:
            return f"/{self.content} {self.argument}".strip()
        return self.content or (self.source.caption if self.source else "")


@dataclass(frozen=True)
class Button:
    """A label, and what pressing it says (at most 64 bytes); or a text that pressing it copies, to be edited."""

    label: str
    data: str = ""
    copies: str = ""


@dataclass(frozen=True)
class Chat:
    """What is remembered of a chat between two messages; `called_off`: all that it was warned of and says is not so."""

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
    surveyed_at: datetime | None = None
    told_ticket: int | None = None
    called_off: frozenset[str] = frozenset()

    @property
    def served_as(self) -> Role:
        """On whose behalf it asks; a chat of no noted role is the buyer's."""
        return self.role or Role.BUYER

    def is_fresh(self, now: datetime) -> bool:
        """Was the last question asked a moment ago?"""
        return self.last_at is not None and now - self.last_at <= FRESH

    def gone_on(self, now: datetime) -> "Chat":
        """The chat once more was said of its last question."""
        return replace(self, misses=0, last_at=now)

    @property
    def unbound(self) -> "Chat":
        """The chat without its case; how it speaks, and what it was asked and told about people's help, stays."""
        kept = ("pinned_language", "last_language", "surveyed_at", "told_ticket")
        return Chat(self.id, **{name: getattr(self, name) for name in kept})


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
    """Send a message (Telegram's HTML), with so many buttons in a row; a reply of the content carries its account."""

    text: str
    buttons: tuple[Button, ...] = ()
    holds_case_data: bool = False
    reply_to: int | None = None
    columns: int = 1
    account: Account | None = field(default=None, compare=False, repr=False)

    @property
    def plain(self) -> str:
        """The text without markup."""
        return plain(self.text)

    @property
    def first_line(self) -> "Say":
        """Its first line alone, without buttons, to stand before another answer."""
        return replace(self, text=self.text.partition("\n")[0], buttons=())


@dataclass(frozen=True)
class Copy:
    """Send what stands in another chat, without saying whence it came; several messages stay one album."""

    from_chat: int
    message_ids: tuple[int, ...]
    reply_to: int | None = None


@dataclass(frozen=True)
class Rewrite:
    """Give a message that was sent another text and other buttons; `is_caption` where it is words under a picture."""

    message_id: int
    text: str
    buttons: tuple[Button, ...] = ()
    is_caption: bool = False
    columns: int = 1


@dataclass(frozen=True)
class React:
    """Put an emoji on a message, or take it away; a courtesy that may fail."""

    message_id: int
    emoji: str | None


@dataclass(frozen=True)
class Withdraw:
    """Take a message that was sent away again."""

    message_id: int


Parcel = Say | Copy | Rewrite | React | Withdraw


@dataclass(frozen=True)
class OpenTicket:
    """Hand the chat to a person, who answers by `reply_by`."""

    reason: str
    priority: Priority
    reply_by: datetime
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


@dataclass(frozen=True)
class Rate:
    """The buyer says whether a person's help was any good: 1 (no) to 3 (yes)."""

    ticket_id: int
    score: int


Action = Say | OpenTicket | Remember | KeepLink | Verify | Note | Rate
