"""What happens to one update? Gather, decide, apply: one transaction, and nothing is sent in it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from typing import assert_never

from bot.cases.case import Case
from bot.cases.process import Process
from bot.cases.progress import Standing, stand
from bot.desk import card
from bot.desk.entries import Author, Entry
from bot.desk.phrases import phrase
from bot.desk.room import Room
from bot.desk.tickets import Event, Ticket, What
from bot.desk.topics import Topic
from bot.dialogue.conversation import apologise, decide
from bot.dialogue.handlers.verification import awaits_digits, is_link, looks_like_digits
from bot.dialogue.messages import (
    MOST_QUOTED,
    Action,
    Chat,
    Incoming,
    KeepLink,
    Kind,
    Link,
    Note,
    OpenTicket,
    Rate,
    React,
    Remember,
    Say,
    Verify,
)
from bot.dialogue.redact import redact
from bot.dialogue.situation import Decision, Held, House, Invitation, Situation
from bot.dialogue.taps import ASK, RATE, read
from bot.dialogue.unmatched import failed
from bot.store.books import Books, Records
from bot.turns.invitations import token_hash
from bot.turns.recall import lately, told
from bot.turns.scribe import Scribe

# What is written down of what a buyer does; links and digits are not among it.
_HEARD = {Kind.TEXT, Kind.OTHER}
_THUMB_DOWN = "👎"
_PRESSED = {Kind.BUTTON, Kind.COMMAND}


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
            told=told(scribe, chat.id) if incoming.kind == Kind.TEXT and chat.is_fresh(scribe.now) else frozenset(),
            lately=lately(scribe, chat.id) if incoming.kind in _HEARD else (),
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
        heard = _hear(scribe, situation)
        # What is said belongs to the case of which it speaks: that of the chat as it is from now on.
        chat = next((action.chat for action in decision.actions if isinstance(action, Remember)), situation.chat)
        for action in decision.actions:
            self._apply(action, replace(situation, chat=chat), situation.chat, scribe, decision)
        if ticket:
            _follow(scribe, situation, decision, ticket, heard)
        elif heard and scribe.records.tickets.live(situation.chat.id):
            chat, standing = situation.chat, situation.standing
            scribe.relay(scribe.topic(chat, standing), heard, scribe.whose(chat, standing))

    def _apply(self, action: Action, situation: Situation, before: Chat, scribe: Scribe, decision: Decision) -> None:
        records = scribe.records
        match action:
            case Say():
                # Whom to ring when life is in danger is sent even if an advisor has just answered.
                is_danger = _is_danger(decision, scribe)
                why = action.account.why if action.account else ""
                letter = scribe.bot_says(situation.chat, action, why, in_any_case=is_danger)
                records.said.keep(letter, action.account, situation.incoming, situation.now)
            case OpenTicket():
                scribe.hand_over(situation.chat, action, situation.standing)
            case Remember():
                scribe.remember(action.chat, before)
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


def _hear(scribe: Scribe, situation: Situation) -> Entry | None:
    """The buyer's words in the transcript; digits that open a link are nobody's to read."""
    incoming, chat, entries = situation.incoming, situation.chat, scribe.records.entries
    source = incoming.source
    if incoming.kind == Kind.EDIT and source:
        return _reword(scribe, situation, source.message_id)
    if incoming.kind not in _HEARD or awaits_digits(situation) or _may_be_digits(situation):
        return None
    answered = entries.in_chat(chat.id, source.reply_to) if source else None
    return entries.add(
        Entry(
            chat.id,
            situation.now,
            Author.BUYER,
            redact(incoming.words),
            case_ref=chat.case_ref,
            media=source.media if source else "text",
            album=source.album if source else None,
            message_id=source.message_id if source else None,
            reply_to=answered.id if answered else None,
        )
    )


def _may_be_digits(situation: Situation) -> bool:
    """Could it open a link that was not looked up, because something broke?"""
    is_unknown = situation.chat.pending_link is not None and situation.invitation is None
    return is_unknown and looks_like_digits(situation.incoming.content)


def _reword(scribe: Scribe, situation: Situation, message_id: int) -> Entry | None:
    entry = scribe.records.entries.in_chat(situation.chat.id, message_id)
    if entry:
        scribe.records.entries.reworded(entry, redact(situation.incoming.words))
    return entry


def _follow(scribe: Scribe, situation: Situation, decision: Decision, ticket: Ticket, heard: Entry | None) -> None:
    """While people have a chat in hand they see what happens in it, and its clock is set."""
    kind = situation.incoming.kind
    standing, topic = situation.standing, scribe.topic(situation.chat, situation.standing)
    language, whose = scribe.staff_language(standing), scribe.whose(situation.chat, standing)
    match kind:
        case Kind.TEXT | Kind.OTHER if heard:
            scribe.relay(topic, heard, whose)
        case Kind.EDIT if heard:
            text = phrase("edited", language, text=escape(redact(situation.incoming.words)[:MOST_QUOTED]))
            scribe.post(topic, Say(text, reply_to=heard.topic_message_id))
        case Kind.REACTION:
            _show_reaction(scribe, situation)
        case Kind.BUTTON | Kind.COMMAND:
            _show_pressed(scribe, situation, topic, language)
        case Kind.BLOCKED:
            scribe.post(topic, Say(phrase("not_delivered", language, reason=phrase("blocked", language))))
    for say in decision.says:
        scribe.post(topic, Say(f"🤖 {whose} {say.text}" if whose else f"🤖 {say.text}"))
    wants_people = (kind in _HEARD and heard) or (kind in _PRESSED and not decision.says)
    _log(scribe, kind, ticket.id, waits=bool(wants_people))


def _show_pressed(scribe: Scribe, situation: Situation, topic: Topic | None, language: str) -> None:
    """How somebody's help was rated is not for the one who gave it to read."""
    if read(situation.incoming.content)[0] != RATE:
        pressed = escape(_pressed(scribe, situation, language))
        scribe.post(topic, Say(phrase("pressed", language, text=pressed)))


def _pressed(scribe: Scribe, situation: Situation, language: str) -> str:
    """A question by its title, another button by what stands on it, else what was typed; but no link."""
    incoming = situation.incoming
    action, value = read(incoming.content)
    if action == ASK:
        return card.title(value, scribe.house, language)
    if incoming.kind == Kind.COMMAND:
        return f"/{incoming.content}" if incoming.content == "start" else redact(incoming.words)
    number = incoming.source.message_id if incoming.source else None
    said = scribe.records.outbox.was_said(incoming.chat_id, number) if number else None
    labels = {button.data: button.label for button in said.buttons} if said else {}
    return labels.get(incoming.content, redact(incoming.words))


def _log(scribe: Scribe, kind: Kind, ticket_id: int, *, waits: bool) -> None:
    """The buyer waits for an answer, also to a button that the bot leaves to people; or cannot be answered any more."""
    tickets = scribe.records.tickets
    ticket = tickets.get(ticket_id)
    assert ticket is not None
    if kind == Kind.BLOCKED:
        tickets.log(ticket, Event(What.EXPIRED, scribe.now, reason="blocked"), scribe.hours)
    elif waits:
        by = scribe.hours.reply_by(ticket, scribe.now)
        tickets.log(ticket, Event(What.BUYER_WROTE, scribe.now, reply_by=by), scribe.hours)


def _show_reaction(scribe: Scribe, situation: Situation) -> None:
    source = situation.incoming.source
    entry = scribe.records.entries.in_chat(situation.chat.id, source.message_id if source else None)
    topic = scribe.topic(situation.chat, situation.standing)
    if entry and entry.topic_message_id:
        scribe.post(topic, React(entry.topic_message_id, situation.incoming.content or None))


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
