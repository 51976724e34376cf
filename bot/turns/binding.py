"""Which case does a chat belong to? What was to be told of another one is told no more."""

from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue.messages import Chat, Note
from bot.turns import board, handoff, letters
from bot.turns.scribe import Scribe


def remember(scribe: Scribe, chat: Chat, before: Chat) -> None:
    """Keep the chat; with another case it has another topic, and whoever has it in hand needs the card there.

    What was to be told of the case before is told no more: it may have been somebody else's.
    """
    scribe.records.chats.save(chat)
    if chat.case_ref == before.case_ref:
        return
    letters.dropped(scribe, scribe.records.outbox.drop_case_data(chat.id))
    ticket, standing = scribe.records.tickets.live(chat.id), scribe.standing(chat)
    if ticket:
        scribe.records.tickets.moved(ticket.id, chat.case_ref)
        moved, topic = replace(ticket, case_ref=chat.case_ref), board.topic(scribe, chat, standing)
        handoff.post_card(scribe, moved, chat, standing, topic)


def shut_out(scribe: Scribe, chats: Iterable[Chat]) -> None:
    """These chats lose their case."""
    for chat in chats:
        remember(scribe, chat.unbound, chat)
        scribe.note(Note("chat_unbound", chat.case_ref), f"chat:{chat.id}")
