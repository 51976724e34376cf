"""What happens by the clock? Reminders, chats that go back, digests; each once, whatever the number of processes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial

from bot.cases.case import CHINA, day_of
from bot.desk.advisors import Advisor
from bot.desk.digest import Morning, digest
from bot.desk.tickets import Ticket
from bot.desk.timers import timer
from bot.store.books import NoBooks
from bot.turns.buyer import Turn
from bot.turns.care import Care
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


def _morning(person: Advisor, scribe: Scribe) -> Morning:
    cases = scribe.records.cases
    found = {ref: scribe.stand(cases.get(ref)) for ref in cases.refs(advisor=person.name)}
    own, lost = [standing for standing in found.values() if standing], [ref for ref in found if found[ref] is None]
    asked = scribe.records.entries.counts(scribe.now - _DAY)
    return Morning(day_of(scribe.now), person, own, scribe.records.tickets.waiting(), asked, lost)
