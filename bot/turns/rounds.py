"""What happens by the clock? Reminders, chats that go back, digests; each once, whatever the number of processes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import cached_property, partial
from html import escape

from bot.cases.case import CHINA, day_of
from bot.cases.process import NoSuchProfile
from bot.cases.progress import Standing
from bot.desk import card
from bot.desk.advisors import Advisor, mentions
from bot.desk.digest import Morning, digest
from bot.desk.phrases import phrase
from bot.desk.tickets import Event, Ticket, TicketState, What
from bot.desk.timers import ClockEvent, timer
from bot.dialogue.messages import Button, Chat, Say
from bot.dialogue.taps import TICKET, tap
from bot.store.books import NoBooks
from bot.turns import board, handoff
from bot.turns.buyer import Turn
from bot.turns.scribe import Scribe

log = logging.getLogger(__name__)

DIGEST_AT = time(8, 45)
# A process that starts late in the day sends no morning digest any more.
DIGEST_UNTIL = time(12)
_DAY = timedelta(hours=24)
_LATER = timedelta(minutes=10)


@dataclass(frozen=True)
class Rounds:
    """Looks after what is due; `go` is called every few seconds. What breaks is left for a while, and in the log."""

    turn: Turn
    _left_until: dict[tuple[str, int], datetime] = field(default_factory=dict)

    def go(self, now: datetime) -> int:
        """Do what is due now; how much that was."""
        with self.turn.books.transaction() as records:
            due = records.tickets.due(now)
            roster = records.desk.roster()
            away = [person for person in roster.advisors if person.is_away(now)]
            owned = [(person, ticket) for person in away for ticket in records.tickets.owned(person.id)]
        works: dict[tuple[str, int], Callable[[], bool]] = {
            **{("ring", ticket_id): partial(self._ring, ticket_id, chat_id, now) for ticket_id, chat_id in due},
            **{("relieve", ticket.id): partial(self._relieve, person, ticket, now) for person, ticket in owned},
            **{("greet", person.id): partial(self._greet, person, now) for person in roster.advisors},
        }
        return sum(self._attempted(key, work, now) for key, work in works.items())

    def _attempted(self, key: tuple[str, int], work: Callable[[], bool], now: datetime) -> bool:
        """One piece of work; where it breaks, as for want of a profile, the others are done all the same."""
        if self._left_until.get(key, now) > now:
            return False
        try:
            return work()
        except NoBooks:
            raise
        except Exception:
            log.exception("a reminder, a relief or a digest has failed; the others go on")
            self._left_until[key] = now + _LATER
            return False

    def _ring(self, ticket_id: int, chat_id: int, now: datetime) -> bool:
        """One ticket, in a transaction of its own: another process may have been faster."""
        with self.turn.books.transaction() as records:
            scribe = self.turn.scribe(records, now)
            records.chats.get(chat_id)
            ticket = records.tickets.get(ticket_id)
            ahead = timer(ticket, scribe.hours) if ticket else None
            if ticket is None or ahead is None:
                return False
            if ahead.at > now:
                # Hours or holidays were changed since the time was worked out.
                records.tickets.put_off(ticket_id, ahead.at)
                return False
            Care(scribe, ticket).ring(ahead.alarm)
            return True

    def _relieve(self, person: Advisor, owned: Ticket, now: datetime) -> bool:
        """Whoever is on leave keeps no chat: the deputy goes on, or anybody."""
        with self.turn.books.transaction() as records:
            records.chats.get(owned.chat_id)
            ticket = records.tickets.get(owned.id)
            if ticket is None or not ticket.is_held or ticket.owner != person.id:
                return False
            return Care(self.turn.scribe(records, now), ticket).relieve(person)

    def _greet(self, person: Advisor, now: datetime) -> bool:
        """The morning's digest, once a day that the advisor works."""
        local = now.astimezone(CHINA)
        works = person.days(self.turn.house().calendar).is_working(local.date())
        if not (works and DIGEST_AT <= local.time() < DIGEST_UNTIL):
            return False
        with self.turn.books.transaction() as records:
            if not records.desk.first_digest(person.id, local.date()):
                return False
            scribe = self.turn.scribe(records, now)
            said = digest(_morning(person, scribe), scribe.house)
            if said:
                records.outbox.put(person.id, said, now)
            return said is not None


def release(scribe: Scribe, gone: Advisor) -> int:
    """An advisor is removed; how many of their chats are open to all now."""
    return sum(Care(scribe, ticket).leave(gone) for ticket in scribe.records.tickets.owned(gone.id))


def _morning(person: Advisor, scribe: Scribe) -> Morning:
    cases, own, lost = scribe.records.cases, list[Standing](), list[str]()
    for ref in cases.refs(advisor=person.name):
        try:
            own.append(scribe.stand(cases.get(ref)))
        except NoSuchProfile:
            lost.append(ref)
    asked = scribe.records.entries.counts(scribe.now - _DAY)
    return Morning(day_of(scribe.now), person, own, scribe.records.tickets.waiting(), asked, lost)


@dataclass(frozen=True)
class Care:
    """Does what has to be done about one ticket."""

    scribe: Scribe
    ticket: Ticket

    def ring(self, alarm: ClockEvent) -> None:
        """Say what the alarm says, and write it into the log."""
        by = self._hour(self.ticket.reply_by)
        match alarm:
            case ClockEvent.HALF | ClockEvent.FULL:
                self._call(alarm, at=by)
                self._log(What.REMINDED)
            case ClockEvent.LEAD:
                self._call(alarm, who=mentions(self.scribe.roster.leads), at=by)
                self._log(What.REMINDED)
            case ClockEvent.OWNER_LATE:
                self._say(alarm, who=self._owner, at=by)
                self._log(What.REMINDED)
            case ClockEvent.REQUEUE:
                self._call("requeued", name=escape(self.scribe.roster.name(self.ticket.owner)))
                handoff.requeue(self.scribe, self.ticket)
            case ClockEvent.FAREWELL_SOON:
                hours = self.scribe.hours.of(self.ticket.owner)
                self._say(alarm, at=self._hour(hours.after(self.scribe.now, hours.patience.notice)))
                self._log(What.REMINDED)
            case ClockEvent.STILL_OPEN:
                self._say(alarm, who=self._owner)
                self._log(What.REMINDED)
            case ClockEvent.FAREWELL:
                self._say(alarm)
                handoff.farewell(self.scribe, self.chat, self._log(What.RETURNED, reason="silence"), self.standing)

    def relieve(self, away: Advisor) -> bool:
        """In the deputy's hands, else in nobody's; but where nobody waits there is nothing for just anybody to do."""
        deputy = self.scribe.roster.stand_in(away, self.scribe.now)
        if deputy is None and self.ticket.state == TicketState.WAITING:
            return False
        language = self.scribe.staff_language(self.standing)
        to = phrase("to_deputy", language, name=mentions([deputy])) if deputy else phrase("to_queue", language)
        self._say("on_leave", name=escape(away.name), to=to)
        if deputy:
            by = handoff.promise(self.scribe, self.ticket)
            self._log(What.TRANSFERRED, reason="leave", reply_by=by, to=deputy.id)
        else:
            handoff.requeue(self.scribe, self.ticket, "leave")
        return True

    def leave(self, gone: Advisor) -> bool:
        """Whoever is no advisor any more keeps no chat; is it open to all now? Where nobody waits, the bot goes on."""
        if self.ticket.state == TicketState.WAITING:
            self._say("gone", name=escape(gone.name))
            handoff.farewell(self.scribe, self.chat, self._log(What.RETURNED, reason="removed"), self.standing)
            return False
        self._call("gone_open", name=escape(gone.name))
        handoff.requeue(self.scribe, self.ticket, "removed")
        return True

    @cached_property
    def chat(self) -> Chat:
        """The buyer's chat."""
        return self.scribe.records.chats.get(self.ticket.chat_id)

    @cached_property
    def standing(self) -> Standing | None:
        """Where the case stands."""
        return self.scribe.standing(self.chat)

    @property
    def _owner(self) -> str:
        """Called by name; blank where nobody is."""
        owner = self.scribe.roster.get(self.ticket.owner)
        return mentions([owner] if owner else [])

    def _hour(self, at: datetime | None) -> str:
        return card.hour(at, self.scribe.staff_language(self.standing), self.scribe.now)

    def _say(self, key: str, *buttons: Button, **values: object) -> None:
        text = phrase(key, self.scribe.staff_language(self.standing), **values)
        board.post(self.scribe, board.topic(self.scribe, self.chat, self.standing), Say(text, buttons))

    def _call(self, key: str, **values: object) -> None:
        """The same to whoever claims the chat, by a button under it."""
        label = phrase("claim", self.scribe.staff_language(self.standing))
        self._say(key, Button(label, tap(TICKET, self.ticket.id, "claim")), **values)

    def _log(self, what: What, reason: str = "", reply_by: datetime | None = None, to: int | None = None) -> Ticket:
        event = Event(what, self.scribe.now, reason=reason, reply_by=reply_by, to=to)
        return self.scribe.records.tickets.log(self.ticket, event, self.scribe.hours)
