"""What was said in a chat, by whom, and did it arrive?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Author(StrEnum):
    """Who said it."""

    BUYER = "buyer"
    BOT = "bot"
    ADVISOR = "advisor"


class Delivery(StrEnum):
    """Heard from the buyer; or on its way to the buyer, there, failed, or dropped because a person took over."""

    HEARD = "heard"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Entry:
    """One message of a transcript, redacted.

    `message_id` is its number in the buyer's chat, `topic_message_id` in the topic. `earlier` holds the texts it had
    before it was edited; `reply_to` is the entry it answers, `person` the advisor who wrote it. `reason` says why it
    did not arrive, `why` what led the bot to say it.
    """

    chat_id: int
    at: datetime
    author: Author
    text: str
    case_ref: str | None = None
    person: int | None = None
    media: str = "text"
    earlier: tuple[str, ...] = ()
    album: str | None = None
    message_id: int | None = None
    topic_id: int | None = None
    topic_message_id: int | None = None
    reply_to: int | None = None
    delivery: Delivery = Delivery.HEARD
    reason: str | None = None
    why: str = ""
    id: int = 0

    @property
    def words(self) -> str:
        """Its text, behind what kind of thing it stands under, if it is more than text."""
        return self.text if self.media == "text" else f"[{self.media}] {self.text}".rstrip()
