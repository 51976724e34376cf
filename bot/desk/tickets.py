"""Where does a handed-over chat stand, going by everything that happened to it?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import reduce
from typing import assert_never

from bot.cases.office import Priority


class TicketState(StrEnum):
    """Waiting for somebody to claim it, for its owner, or for the buyer; or over, in one of three ways."""

    OPEN = "open"
    CLAIMED = "claimed"
    WAITING = "waiting"
    RESOLVED = "resolved"
    RETURNED = "returned"
    EXPIRED = "expired"


LIVE = frozenset({TicketState.OPEN, TicketState.CLAIMED, TicketState.WAITING})


class What(StrEnum):
    """What can happen to a ticket."""

    OPENED = "opened"
    ASKED = "asked"
    BUYER_WROTE = "buyer_wrote"
    CLAIMED = "claimed"
    ADVISOR_WROTE = "advisor_wrote"
    TRANSFERRED = "transferred"
    REQUEUED = "requeued"
    REMINDED = "reminded"
    RESOLVED = "resolved"
    RETURNED = "returned"
    EXPIRED = "expired"


_ENDS = {What.RESOLVED: TicketState.RESOLVED, What.RETURNED: TicketState.RETURNED, What.EXPIRED: TicketState.EXPIRED}


@dataclass(frozen=True)
class Event:
    """One thing that happened; `actor` is an advisor's Telegram id, None for the buyer, the bot and the clock.

    `reason` says why (an intent, or a person's words), `to` to whom, `reply_by` what the buyer was promised.
    """

    what: What
    at: datetime
    actor: int | None = None
    reason: str = ""
    priority: Priority | None = None
    reply_by: datetime | None = None
    to: int | None = None


@dataclass(frozen=True)
class Ticket:
    """A chat in people's hands. `waits_since`: since when the buyer waits for a person, who answers by `reply_by`.

    `promises` are the times told to the buyer, by reason; `reminders` counts what was said about this wait, last at
    `reminded_at`; `version` what happened at all; `last_words` are those with which it was opened.
    """

    id: int
    chat_id: int
    case_ref: str | None = None
    state: TicketState = TicketState.OPEN
    owner: int | None = None
    reason: str = ""
    priority: Priority = Priority.P3
    opened_at: datetime | None = None
    waits_since: datetime | None = None
    reply_by: datetime | None = None
    promises: tuple[tuple[str, datetime], ...] = ()
    answered_at: datetime | None = None
    reminders: int = 0
    reminded_at: datetime | None = None
    closed_at: datetime | None = None
    version: int = 0
    last_words: str = ""

    @property
    def is_live(self) -> bool:
        """Does a person still have it in hand, or is one awaited?"""
        return self.state in LIVE

    @property
    def is_held(self) -> bool:
        """Does a person own the chat, so that the bot keeps silent?"""
        return self.state in {TicketState.CLAIMED, TicketState.WAITING}


class NotLive(RuntimeError):
    """Something happens to a ticket that is over."""

    def __init__(self, ticket: Ticket) -> None:
        super().__init__(f"Ticket {ticket.id} is {ticket.state}; a new message of the buyer opens another.")


class Taken(RuntimeError):
    """A ticket belongs to somebody else."""

    def __init__(self, owner: int | None) -> None:
        self.owner = owner
        super().__init__(f"Advisor {owner} has it. Ask for a transfer.")


def after(ticket: Ticket, event: Event) -> Ticket:
    """The ticket once this has happened; raises NotLive and Taken."""
    if not ticket.is_live:
        raise NotLive(ticket)
    return replace(_moved(ticket, event), version=ticket.version + 1)


def fold(blank: Ticket, events: Iterable[Event]) -> Ticket:
    """The ticket after all of its log."""
    return reduce(after, events, blank)


def _moved(ticket: Ticket, event: Event) -> Ticket:
    match event.what:
        case What.OPENED | What.ASKED:
            return _asked(ticket, event)
        case What.BUYER_WROTE:
            return _back_to_owner(ticket, event)
        case What.CLAIMED | What.ADVISOR_WROTE | What.TRANSFERRED | What.REQUEUED:
            return _OWNERS[event.what](ticket, event)
        case What.REMINDED:
            return replace(ticket, reminders=ticket.reminders + 1, reminded_at=event.at)
        case What.RESOLVED | What.RETURNED | What.EXPIRED:
            return replace(ticket, state=_ENDS[event.what], closed_at=event.at, reply_by=None, promises=())
        case _:
            assert_never(event.what)


def _asked(ticket: Ticket, event: Event) -> Ticket:
    """Another reason for a person: the earliest promise holds, and what is graver or promised sooner waits anew."""
    first = ticket if ticket.opened_at else replace(ticket, opened_at=event.at, reason=event.reason)
    asked = _back_to_owner(first, event)
    by = event.reply_by
    promises = {**dict(asked.promises), **({event.reason: by} if by else {})}
    earliest = min(filter(None, (asked.reply_by, by)), default=None)
    told = replace(asked, promises=tuple(promises.items()), reply_by=earliest)
    if event.priority and event.priority < asked.priority:
        return _graver(replace(told, priority=event.priority, reason=event.reason), event)
    return told if earliest == asked.reply_by else _waiting_again(told, event)


def _graver(ticket: Ticket, event: Event) -> Ticket:
    """By its own promise where an earlier one is broken already."""
    holds = ticket.reply_by is not None and ticket.reply_by > event.at
    return _waiting_again(ticket, replace(event, reply_by=ticket.reply_by) if holds else event)


def _back_to_owner(ticket: Ticket, event: Event) -> Ticket:
    """The buyer waits for a person from now on, unless already waiting."""
    return (
        replace(ticket, state=TicketState.CLAIMED, waits_since=event.at, reply_by=event.reply_by, reminders=0)
        if (ticket.state == TicketState.WAITING)
        else replace(ticket, waits_since=ticket.waits_since or event.at)
    )


def _claimed(ticket: Ticket, event: Event) -> Ticket:
    if ticket.state != TicketState.OPEN:
        raise Taken(ticket.owner)
    return replace(ticket, state=TicketState.CLAIMED, owner=event.actor, reminders=0)


def _answered(ticket: Ticket, event: Event) -> Ticket:
    """The first answer makes a ticket somebody's own."""
    if ticket.owner not in {None, event.actor}:
        raise Taken(ticket.owner)
    return replace(
        ticket,
        state=TicketState.WAITING,
        owner=event.actor,
        answered_at=event.at,
        waits_since=None,
        reply_by=None,
        promises=(),
        reminders=0,
    )


def _transferred(ticket: Ticket, event: Event) -> Ticket:
    """In other hands; a buyer who has an answer and is silent does not wait because of that."""
    if ticket.state == TicketState.WAITING:
        return replace(ticket, owner=event.to, reminders=0)
    return replace(_waiting_again(ticket, event), state=TicketState.CLAIMED, owner=event.to)


def _requeued(ticket: Ticket, event: Event) -> Ticket:
    return replace(_waiting_again(ticket, event), state=TicketState.OPEN, owner=None)


def _waiting_again(ticket: Ticket, event: Event) -> Ticket:
    """The wait counts anew, by the time told with the event."""
    return replace(ticket, waits_since=event.at, reply_by=event.reply_by or ticket.reply_by, reminders=0)


_OWNERS: Mapping[What, Callable[[Ticket, Event], Ticket]] = {
    What.CLAIMED: _claimed,
    What.ADVISOR_WROTE: _answered,
    What.TRANSFERRED: _transferred,
    What.REQUEUED: _requeued,
}
