"""Which case does a chat belong to? What was to be told of another one is told no more."""

from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue.messages import Chat, Note
from bot.turns import handoff, letters
from bot.turns.board import Board
from bot.turns.scribe import Scribe


def remember(scribe: Scribe, chat: Chat, before: Chat) -> None:
    """Keep the chat; with another case it has another topic, and whoever has it in hand needs the card there.

    What was to be told of the case before is told no more: it may have been somebody else's.
    """
    scribe.records.chats.save(chat)
    if chat.case_ref == before.case_ref:
        return
    letters.dropped(scribe, scribe.records.outbox.drop_case_data(chat.id))
    if ticket := scribe.records.tickets.live(chat.id):
        scribe.records.tickets.moved(ticket.id, chat.case_ref)
        handoff.post_card(Board(scribe, chat), replace(ticket, case_ref=chat.case_ref))


def shut_out(scribe: Scribe, chats: Iterable[Chat]) -> None:
    """These chats lose their case."""
    for chat in chats:
        remember(scribe, chat.unbound, chat)
        scribe.note(Note("chat_unbound", chat.case_ref), f"chat:{chat.id}")
