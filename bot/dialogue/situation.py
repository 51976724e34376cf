"""What is known when a message is decided on? Gathered before, so that deciding is pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.cases.case import Appointment, day_of
from bot.cases.progress import Standing
from bot.dialogue.account import Past
from bot.dialogue.messages import Chat, Incoming, Link, Say


@dataclass(frozen=True)
class Invitation:
    """A link as it was found, with the last digits its opener has to know; both None for an unknown token."""

    link: Link | None = None
    last_digits: str | None = None


@dataclass(frozen=True)
class Held:
    """A person has the chat: by which ticket, and by when the buyer gets the next answer."""

    ticket_id: int
    reply_by: datetime


@dataclass(frozen=True)
class Situation:
    """One message and all that it depends on; `promised`: when open tickets of this chat are answered, by reason.

    `held` while a person has the chat; `on_call`: can somebody be called out of hours? `goes_on`: a picture of the same
    album was there already. `last_said`: what the chat was sent last, looked up for a text; `past`: the last answer
    to something typed; `told`: the facts of the last answer to a question and of all said since (English names);
    `lately`: what was typed in the last minutes and answered, oldest first (redacted); `replied`: the names of the last
    two replies. `read_as`: see `words`.
    """

    incoming: Incoming
    chat: Chat
    now: datetime
    standing: Standing | None = None
    invitation: Invitation | None = None
    promised: Mapping[str, datetime] = field(default_factory=dict)
    held: Held | None = None
    on_call: bool = False
    goes_on: bool = False
    last_said: Say | None = None
    past: Past | None = None
    told: frozenset[str] = frozenset()
    lately: tuple[str, ...] = ()
    replied: frozenset[str] = frozenset()
    read_as: str | None = None

    @property
    def words(self) -> str:
        """What is read: what was typed, unless it is read together with more, or without what it calls off."""
        return self.incoming.words if self.read_as is None else self.read_as

    @property
    def today(self) -> date:
        """The day in China."""
        return day_of(self.now)

    @property
    def may_be_told(self) -> bool:
        """Is there a case, and nothing in doubt about its file?"""
        return self.standing is not None and self.standing.may_be_told

    @property
    def is_lost(self) -> bool:
        """Is the chat bound to a case that cannot be read, as for want of its process?"""
        return self.chat.case_ref is not None and self.standing is None

    @property
    def is_for_people(self) -> bool:
        """Is there a case of which no machine talks?"""
        return self.standing is not None and self.standing.is_for_people

    @property
    def own_name(self) -> str | None:
        """The name on file of whoever writes."""
        party = self.standing.case.party(self.chat.served_as) if self.standing else None
        return party.name if party else None

    @property
    def agreed(self) -> Appointment | None:
        """The next hour that is agreed in this case."""
        return self.standing.appointment if self.standing else None

    @property
    def open_promises(self) -> Mapping[str, datetime]:
        """The hours of `promised` that are still to come."""
        return {reason: by for reason, by in self.promised.items() if by > self.now}

    def promising(self, reply: str) -> "Situation":
        """The same, to promise in this reply what was promised already: the next hour of all, if any is to come."""
        ahead = self.open_promises.values()
        return replace(self, promised={**self.promised, reply: min(ahead)}) if ahead else self

    def was_answered_by(self, reply: str) -> bool:
        """Was this reply the last answer?"""
        return self.past is not None and self.past.account.reply == reply

    def was_just_said(self, says: Iterable[Say]) -> bool:
        """Is it word for word what the chat was sent last?"""
        return self.last_said is not None and [say.text for say in says] == [self.last_said.text]
