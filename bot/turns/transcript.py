"""What of a buyer's message is written down for people to read?"""

from bot.desk.entries import Author, Entry
from bot.dialogue.handlers.verification import awaits_digits, looks_like_digits
from bot.dialogue.messages import HEARD, Kind
from bot.dialogue.redact import redact
from bot.dialogue.situation import Situation
from bot.turns.scribe import Scribe


def hear(scribe: Scribe, situation: Situation) -> Entry | None:
    """The buyer's words in the transcript; digits that open a link are nobody's to read."""
    incoming, chat, entries = situation.incoming, situation.chat, scribe.records.entries
    source = incoming.source
    if incoming.kind == Kind.EDIT and source:
        return _reword(scribe, situation, source.message_id)
    if incoming.kind not in HEARD or awaits_digits(situation) or _may_be_digits(situation):
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
