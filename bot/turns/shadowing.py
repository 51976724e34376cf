"""What do people see of a chat that they have in hand?"""

from html import escape

from bot.desk import card
from bot.desk.entries import Entry
from bot.desk.phrases import phrase
from bot.desk.tickets import Event, Ticket, What
from bot.dialogue.decision import Decision
from bot.dialogue.messages import HEARD, MOST_QUOTED, Kind, React, Say
from bot.dialogue.redact import redact
from bot.dialogue.situation import Situation
from bot.dialogue.taps import ASK, RATE, read
from bot.turns.board import Board
from bot.turns.scribe import Scribe

_PRESSED = {Kind.BUTTON, Kind.COMMAND}


def shadow(board: Board, situation: Situation, decision: Decision, ticket: Ticket, heard: Entry | None) -> None:
    """While people have a chat in hand they see what happens in it, and its clock is set."""
    kind, language, whose = situation.incoming.kind, board.language, board.whose
    match kind:
        case Kind.TEXT | Kind.OTHER if heard:
            board.relay(heard)
        case Kind.EDIT if heard:
            text = phrase("edited", language, text=escape(redact(situation.incoming.words)[:MOST_QUOTED]))
            board.post(Say(text, reply_to=heard.topic_message_id))
        case Kind.REACTION:
            _show_reaction(board, situation)
        case Kind.BUTTON | Kind.COMMAND:
            _show_pressed(board, situation)
        case Kind.BLOCKED:
            board.post(Say(phrase("not_delivered", language, reason=phrase("blocked", language))))
    for say in decision.says:
        board.post(Say(f"🤖 {whose} {say.text}" if whose else f"🤖 {say.text}"))
    wants_people = (kind in HEARD and heard) or (kind in _PRESSED and not decision.says)
    _log(board.scribe, kind, ticket.id, waits=bool(wants_people))


def _show_pressed(board: Board, situation: Situation) -> None:
    """How somebody's help was rated is not for the one who gave it to read."""
    if read(situation.incoming.content)[0] != RATE:
        key = "typed" if situation.incoming.kind == Kind.COMMAND else "pressed"
        told = escape(_pressed(board.scribe, situation, board.language))
        board.post(Say(phrase(key, board.language, text=told)))


def _pressed(scribe: Scribe, situation: Situation, language: str) -> str:
    """A question that there is by its title, another button by what stands on it, else what was typed; but no link."""
    incoming = situation.incoming
    action, value = read(incoming.content)
    if action == ASK and value in scribe.house.content.intents:
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


def _show_reaction(board: Board, situation: Situation) -> None:
    source = situation.incoming.source
    entry = board.scribe.records.entries.in_chat(board.chat.id, source.message_id if source else None)
    if entry and entry.topic_message_id:
        board.post(React(entry.topic_message_id, situation.incoming.content or None))
