"""What happens to one update? Gather, decide, apply: one transaction, and nothing is sent in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.cases.case import Case
from bot.cases.process import Process
from bot.cases.progress import Standing, stand
from bot.desk.room import Room
from bot.desk.tickets import Ticket
from bot.dialogue.conversation import apologise, decide
from bot.dialogue.decision import Decision
from bot.dialogue.handlers.verification import is_link
from bot.dialogue.house import House
from bot.dialogue.messages import (
    HEARD,
    Action,
    Chat,
    Incoming,
    KeepLink,
    Kind,
    Link,
    Note,
    OpenTicket,
    Rate,
    Remember,
    Say,
    Verify,
)
from bot.dialogue.situation import Held, Invitation, Situation
from bot.dialogue.unmatched import failed
from bot.store.books import Books, Records
from bot.turns import binding, handoff, letters
from bot.turns.board import Board
from bot.turns.invitations import token_hash
from bot.turns.recall import lately, replied, replies, told
from bot.turns.scribe import Scribe
from bot.turns.shadowing import shadow
from bot.turns.transcript import hear

_THUMB_DOWN = "👎"


@dataclass(frozen=True)
class Turn:
    """Takes buyers' updates, one at a time or several at once; each is handled exactly once.

    `house` is asked once for each update, so that none sees a mixture of old and new content.
    """

    books: Books
    house: Callable[[], House]
    process: Process
    room: Room = Room()

    def take(self, incoming: Incoming, now: datetime) -> Decision | None:
        """What was decided (None for an update handled before); when this returns, it is in the books."""
        with self.books.transaction() as records:
            if not records.chats.first_sight(incoming.update_id, now):
                return None
            scribe = self.scribe(records, now)
            situation, ticket = self.gather(scribe, incoming)
            decision = decide(situation, scribe.house)
            _learn(scribe, situation, decision)
            self._write(scribe, situation, decision, ticket)
            return decision

    def give_up(self, incoming: Incoming, now: datetime) -> None:
        """An update that cannot be decided is not lost: a person gets the chat, and the buyer is told."""
        with self.books.transaction() as records:
            if records.chats.first_sight(incoming.update_id, now):
                scribe = self.scribe(records, now)
                situation = Situation(incoming, records.chats.get(incoming.chat_id), now)
                ticket = records.tickets.live(incoming.chat_id)
                self._write(scribe, situation, apologise(situation, scribe.house), ticket)

    def gather(self, scribe: Scribe, incoming: Incoming) -> tuple[Situation, Ticket | None]:
        """Everything that the decision depends on, and the chat's live ticket.

        Whoever writes reads the chat before its ticket, so that no two transactions wait for each other.
        """
        chat = scribe.house.content.remembered(scribe.records.chats.get(incoming.chat_id))
        ticket = scribe.records.tickets.live(chat.id)
        past = replies(scribe, chat.id) if incoming.kind in HEARD else ()
        situation = Situation(
            incoming=incoming,
            chat=chat,
            now=scribe.now,
            standing=scribe.standing(chat),
            invitation=_invitation(scribe.records, incoming, chat.pending_link),
            promised=dict(ticket.promises) if ticket else {},
            held=_held(ticket, scribe) if ticket and ticket.is_held else None,
            on_call=bool(scribe.roster.on_duty),
            last_said=scribe.records.outbox.last_said(chat.id, scribe.now) if incoming.kind == Kind.TEXT else None,
            past=scribe.records.said.last(chat.id),
            told=told(past, scribe) if incoming.kind == Kind.TEXT and chat.is_fresh(scribe.now) else frozenset(),
            lately=lately(scribe, chat.id) if incoming.kind in HEARD else (),
            replied=replied(past),
            goes_on=scribe.records.entries.has_album(chat.id, incoming.source.album if incoming.source else None),
        )
        return situation, ticket

    def stand(self, case: Case, now: datetime) -> Standing:
        """Where a case stands."""
        return stand(case, self.process, self.house().calendar, now)

    def scribe(self, records: Records, now: datetime) -> Scribe:
        """Writes for one moment."""
        return Scribe(records, self.house(), self.process, self.room, now)

    def _write(self, scribe: Scribe, situation: Situation, decision: Decision, ticket: Ticket | None) -> None:
        heard = hear(scribe, situation)
        # What is said belongs to the case of which it speaks: that of the chat as it is from now on.
        chat = next((action.chat for action in decision.actions if isinstance(action, Remember)), situation.chat)
        for action in decision.actions:
            self._apply(action, replace(situation, chat=chat), situation.chat, scribe, decision)
        board = Board(scribe, situation.chat)
        if ticket:
            shadow(board, situation, decision, ticket, heard)
        elif heard and scribe.records.tickets.live(situation.chat.id):
            board.relay(heard)

    def _apply(self, action: Action, situation: Situation, before: Chat, scribe: Scribe, decision: Decision) -> None:
        records = scribe.records
        match action:
            case Say():
                # Whom to ring when life is in danger is sent even if an advisor has just answered.
                is_danger = _is_danger(decision, scribe)
                why = action.account.why if action.account else ""
                letter = letters.bot_says(scribe, situation.chat, action, why, in_any_case=is_danger)
                records.said.keep(letter, action.account, situation.incoming, situation.now)
            case OpenTicket():
                handoff.hand_over(Board(scribe, situation.chat), action)
            case Remember():
                binding.remember(scribe, action.chat, before)
            case KeepLink():
                records.chats.save_link(action.link)
            case Verify():
                records.chats.verify(action.case_ref, action.role)
            case Rate():
                records.tickets.rate(action.ticket_id, situation.chat.id, action.score, situation.now)
            case Note():
                scribe.note(action, f"chat:{situation.chat.id}")
            case _:
                assert_never(action)


def _is_danger(decision: Decision, scribe: Scribe) -> bool:
    return decision.match is not None and scribe.house.content.matcher.is_danger(decision.match)


def _learn(scribe: Scribe, situation: Situation, decision: Decision) -> None:
    """What the content failed is kept for the editors; a thumb that goes down says so too."""
    records, incoming = scribe.records, situation.incoming
    failures = failed(situation, decision, scribe.house.content.version)
    records.unmatched.keep(failures, incoming.chat_id, scribe.now)
    if incoming.kind == Kind.REACTION and incoming.content == _THUMB_DOWN and incoming.source:
        records.unmatched.dislike(incoming.chat_id, incoming.source.message_id, scribe.now)


def _held(ticket: Ticket, scribe: Scribe) -> Held:
    return Held(ticket.id, ticket.reply_by or scribe.hours.reply_by(ticket, scribe.now))


def _invitation(records: Records, incoming: Incoming, pending: str | None) -> Invitation | None:
    """The link that is being opened, or the one for which digits are awaited."""
    if is_link(incoming):
        return _found(records, records.chats.link(token_hash(incoming.argument)))
    if incoming.kind == Kind.TEXT and pending:
        return _found(records, records.chats.link(pending))
    return None


def _found(records: Records, link: Link | None) -> Invitation:
    if link is None:
        return Invitation()
    party = records.cases.get(link.case_ref).party(link.role)
    return Invitation(link, party.phone_masked[-4:] if party else None)
