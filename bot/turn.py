"""What happens to one update? Gather, decide, apply: one transaction, and nothing is sent in it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.cases.case import Case
from bot.cases.process import Process
from bot.cases.progress import Standing, stand
from bot.dialogue.conversation import apologise, decide
from bot.dialogue.handoff import notice
from bot.dialogue.messages import (
    Action,
    Chat,
    Incoming,
    KeepLink,
    Kind,
    Link,
    Note,
    OpenTicket,
    Remember,
    Say,
    Verify,
)
from bot.dialogue.situation import Decision, House, Invitation, Situation
from bot.dialogue.unmatched import failed
from bot.store.books import Books, Records
from bot.store.case_rows import NoSuchCase


@dataclass(frozen=True)
class Turn:
    """Takes updates, one at a time or several at once; each is handled exactly once.

    `house` is asked once for each update, so that none sees a mixture of old and new content.
    New tickets are told in the `advisors_chat`, if there is one.
    """

    books: Books
    house: Callable[[], House]
    process: Process
    advisors_chat: int | None = None

    def take(self, incoming: Incoming, now: datetime) -> Decision | None:
        """What was decided (None for an update handled before); when this returns, it is in the books."""
        with self.books.transaction() as records:
            if not records.chats.first_sight(incoming.update_id, now):
                return None
            situation = self.gather(records, incoming, now)
            house = self.house()
            decision = decide(situation, house)
            past = records.said.last(incoming.chat_id)
            records.unmatched.keep(failed(situation, decision, past, house.content.version), incoming.chat_id, now)
            for action in decision.actions:
                self._apply(action, situation, records)
            return decision

    def give_up(self, incoming: Incoming, now: datetime) -> None:
        """An update that cannot be decided is not lost: a person gets the chat, and the buyer is told."""
        with self.books.transaction() as records:
            if records.chats.first_sight(incoming.update_id, now):
                situation = Situation(incoming, records.chats.get(incoming.chat_id), now)
                for action in apologise(situation, self.house()).actions:
                    self._apply(action, situation, records)

    def gather(self, records: Records, incoming: Incoming, now: datetime) -> Situation:
        """Everything that the decision depends on."""
        chat = records.chats.get(incoming.chat_id)
        return Situation(
            incoming=incoming,
            chat=chat,
            now=now,
            standing=self._standing(records, chat, now),
            invitation=_invitation(records, incoming, chat),
            promised=records.chats.promises(chat.id),
        )

    def stand(self, case: Case, now: datetime) -> Standing:
        """Where a case stands."""
        return stand(case, self.process, self.house().calendar, now)

    def _standing(self, records: Records, chat: Chat, now: datetime) -> Standing | None:
        """The chat's case; None for a chat without one, also where the case was deleted since."""
        try:
            return self.stand(records.cases.get(chat.case_ref), now) if chat.case_ref else None
        except NoSuchCase:
            return None

    def _apply(self, action: Action, situation: Situation, records: Records) -> None:
        match action:
            case Say():
                letter = records.outbox.put(situation.chat.id, action, situation.now)
                records.said.keep(letter, action.account, situation.incoming, situation.now)
            case OpenTicket():
                self._hand_over(action, situation, records)
            case Remember():
                records.chats.save(action.chat)
            case KeepLink():
                records.chats.save_link(action.link)
            case Verify():
                records.chats.verify(action.case_ref, action.role)
            case Note():
                records.chats.note(action, f"chat:{situation.chat.id}", situation.now)
            case _:
                assert_never(action)

    def _hand_over(self, ticket: OpenTicket, situation: Situation, records: Records) -> None:
        is_new = records.chats.open_ticket(situation.chat, ticket, situation.now)
        if is_new and self.advisors_chat is not None:
            records.outbox.put(self.advisors_chat, notice(ticket, situation.chat), situation.now)


def token_hash(token: str) -> str:
    """What is kept of a link's token; 128 random bits need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def _invitation(records: Records, incoming: Incoming, chat: Chat) -> Invitation | None:
    """The link that is being opened, or the one for which digits are awaited."""
    if incoming.kind == Kind.COMMAND and incoming.content == "start" and incoming.argument:
        return _found(records, records.chats.link(token_hash(incoming.argument)))
    if incoming.kind == Kind.TEXT and chat.pending_link:
        return _found(records, records.chats.link(chat.pending_link))
    return None


def _found(records: Records, link: Link | None) -> Invitation:
    if link is None:
        return Invitation()
    party = records.cases.get(link.case_ref).party(link.role)
    return Invitation(link, party.phone_masked[-4:] if party else None)
