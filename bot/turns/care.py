"""What is done about one ticket that nobody has just written in: by the clock, or because its owner is gone?"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from html import escape

from bot.desk import card
from bot.desk.advisors import Advisor, mentions
from bot.desk.phrases import phrase
from bot.desk.tickets import Event, Ticket, TicketState, What
from bot.desk.timers import ClockEvent, timer
from bot.dialogue.messages import Button, Say
from bot.dialogue.taps import TICKET, tap
from bot.turns import handoff
from bot.turns.board import Board
from bot.turns.scribe import Scribe


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
                ahead = timer(self._log(What.REMINDED), self.scribe.hours)
                self._say(alarm, at=self._hour(ahead.at if ahead else None))
            case ClockEvent.STILL_OPEN:
                self._say(alarm, who=self._owner)
                self._log(What.REMINDED)
            case ClockEvent.FAREWELL:
                self._say(alarm)
                handoff.farewell(self.board, self._log(What.RETURNED, reason="silence"))

    def relieve(self, away: Advisor) -> bool:
        """In the deputy's hands, else in nobody's; but where nobody waits there is nothing for just anybody to do."""
        deputy = self.scribe.roster.stand_in(away, self.scribe.now)
        if deputy is None and self.ticket.state == TicketState.WAITING:
            return False
        language = self.board.language
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
            handoff.farewell(self.board, self._log(What.RETURNED, reason="removed"))
            return False
        self._call("gone_open", name=escape(gone.name))
        handoff.requeue(self.scribe, self.ticket, "removed")
        return True

    @cached_property
    def board(self) -> Board:
        """Where people see the buyer's chat."""
        return Board(self.scribe, self.scribe.records.chats.get(self.ticket.chat_id))

    @property
    def _owner(self) -> str:
        """Called by name; blank where nobody is."""
        owner = self.scribe.roster.get(self.ticket.owner)
        return mentions([owner] if owner else [])

    def _hour(self, at: datetime | None) -> str:
        return card.hour(at, self.board.language, self.scribe.now)

    def _say(self, key: str, *buttons: Button, **values: object) -> None:
        self.board.post(Say(phrase(key, self.board.language, **values), buttons))

    def _call(self, key: str, **values: object) -> None:
        """The same to whoever claims the chat, by a button under it."""
        label = phrase("claim", self.board.language)
        self._say(key, Button(label, tap(TICKET, self.ticket.id, "claim")), **values)

    def _log(self, what: What, reason: str = "", reply_by: datetime | None = None, to: int | None = None) -> Ticket:
        event = Event(what, self.scribe.now, reason=reason, reply_by=reply_by, to=to)
        return self.scribe.records.tickets.log(self.ticket, event, self.scribe.hours)


def release(scribe: Scribe, gone: Advisor) -> int:
    """An advisor is removed; how many of their chats are open to all now."""
    return sum(Care(scribe, ticket).leave(gone) for ticket in scribe.records.tickets.owned(gone.id))
