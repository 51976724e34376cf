"""What becomes of what an advisor writes in a topic? It goes to the buyer, unless it is a note."""

import html
import re

from bot.cases.office import Priority
from bot.desk.advisors import Advisor
from bot.desk.entries import Author, Delivery, Entry
from bot.desk.phrases import phrase
from bot.desk.situation import (
    Begin,
    Client,
    DeskAction,
    DeskDecision,
    DeskSituation,
    Happen,
    KeepNote,
    Reword,
    Silence,
    TakeBack,
    ToBuyer,
    ToTopic,
)
from bot.desk.tickets import Event, What
from bot.dialogue.messages import Chat, Copy, OpenTicket, Parcel, React, Rewrite, Say, Withdraw
from bot.dialogue.redact import redact

# What is pasted may begin with a sign that nobody sees.
_UNSEEN = r"[\s\u200b-\u200f\u2060-\u2064\ufeff]*"
# Chinese keyboards have a wide slash as well; under a picture no command of Telegram's is one.
_NOTE = re.compile(_UNSEEN + r"(?:[/／]{2}|[/／]note(?:@[a-z0-9_]+)?(?![a-z0-9_]))\s*", re.IGNORECASE)

# What can be put in the place of another without other words.
_EXCHANGED = frozenset({"photo", "video", "document", "animation", "audio"})
# One character short of a note, or meant for a colleague: the buyer must not have it.
_NEARLY_NOTE = re.compile(_UNSEEN + r"(?:[/／\\@＠]|、、|(?:备注|内部|note|internal)\s*[:：])", re.IGNORECASE)


def wrote(situation: DeskSituation) -> DeskDecision:
    """A message in a topic: a note for advisors, or something for the buyer."""
    source = situation.incoming.source
    assert source is not None
    words = situation.incoming.content or source.caption
    note = _NOTE.match(words)
    if note:
        return noted(situation, words[note.end() :])
    if situation.is_in_note:
        return DeskDecision()
    if _NEARLY_NOTE.match(words):
        return _held_back(situation, words)
    found = client(situation)
    if isinstance(found, DeskDecision):
        return found
    copy = Copy(situation.incoming.group_id, (source.message_id,), _answers(situation, found))
    return to_buyer(situation, found, copy, words)


def _held_back(situation: DeskSituation, words: str) -> DeskDecision:
    """Not sent; neither is the rest of its album, which would be half of what is meant for colleagues."""
    album = situation.incoming.source.album if situation.incoming.source else None
    kept = (KeepNote(redact(words), album),) if album else ()
    return DeskDecision((*kept, *reply(situation, "like_a_note").actions))


def is_note(words: str) -> bool:
    """Is it for advisors only?"""
    return _NOTE.match(words) is not None


def noted(situation: DeskSituation, text: str) -> DeskDecision:
    """A note, echoed as such so that nobody wonders whether the buyer has it; a picture needs no words to be one."""
    source = situation.incoming.source
    if not text and (source is None or source.media == "text"):
        return reply(situation, "how_to_note")
    echo = reply(situation, "note_only")
    return DeskDecision((KeepNote(redact(text), source.album if source else None), *echo.actions))


def client(situation: DeskSituation) -> Client | DeskDecision:
    """The buyer whom a message is for: whose message or card it answers, else the only one, else the one in hand.

    Who is named and does not belong here any more is nobody else.
    """
    named = situation.answered.chat_id if situation.answered else situation.about_chat
    if named is not None:
        found = next((entry for entry in situation.clients if entry.chat.id == named), None)
        return found or reply(situation, "left_the_case")
    mine = [entry for entry in situation.clients if entry.ticket and entry.ticket.owner == situation.advisor.id]
    live = [entry for entry in situation.clients if entry.ticket]
    for group in (mine, live, situation.clients):
        if len(group) == 1:
            return group[0]
    if not situation.clients:
        return reply(situation, "nobody_here")
    return reply(situation, "which_buyer", count=len(situation.clients))


def to_buyer(situation: DeskSituation, to: Client, parcel: Parcel, text: str, *, toast: str = "") -> DeskDecision:
    """Send to the buyer, and say so by `toast`, unless the chat is a colleague's.

    The first message of a person takes the chat, and what the bot has not said yet is dropped.
    """
    owner = to.ticket.owner if to.ticket else None
    advisor, incoming = situation.advisor, situation.incoming
    if owner not in {None, advisor.id} and not advisor.leads:
        return reply(situation, "not_yours", name=situation.roster.name(owner))
    entry = Entry(
        to.chat.id,
        situation.now,
        Author.ADVISOR,
        redact(text),
        case_ref=to.chat.case_ref,
        person=advisor.id,
        media=incoming.source.media if incoming.source else "text",
        album=incoming.source.album if incoming.source else None,
        topic_id=situation.topic.id,
        topic_message_id=incoming.source.message_id if incoming.source else None,
        reply_to=situation.answered.id if situation.answered else None,
        delivery=Delivery.QUEUED,
    )
    return DeskDecision((Silence(to.chat), *_owned(situation, to, advisor), ToBuyer(to.chat, parcel, entry)), toast)


def _owned(situation: DeskSituation, to: Client, advisor: Advisor) -> tuple[DeskAction, ...]:
    """Whose the chat is once this message is out; a lead who steps in takes it over."""
    if to.ticket is None:
        opening = OpenTicket("advisor", Priority.P3, situation.now, "")
        return (Begin(to.chat, opening, advisor.id),)
    handed: tuple[DeskAction, ...] = ()
    if to.ticket.owner not in {None, advisor.id}:
        taken = Event(What.TRANSFERRED, situation.now, advisor.id, "", to=advisor.id)
        told = reply(situation, "took_over", name=advisor.name, owner=situation.roster.name(to.ticket.owner))
        handed = (Happen(to.ticket, taken), *told.actions)
    return (*handed, Happen(to.ticket, Event(What.ADVISOR_WROTE, situation.now, advisor.id)))


def edited(situation: DeskSituation) -> DeskDecision:
    """Other words for a message: the buyer's copy changes, and both texts are kept once it has."""
    own, text = situation.own, situation.incoming.content
    if own is None:
        return reply(situation, "edit_unsent")
    if own.author != Author.ADVISOR:
        return DeskDecision()
    if own.media in _EXCHANGED and own.message_id is not None and redact(text) == own.text:
        return reply(situation, "picture_stays")
    if text:
        return _reworded(situation, own, text)
    # A caption that is taken away still stands under the buyer's picture.
    return reply(situation, "caption_stays") if own.text else DeskDecision()


def _reworded(situation: DeskSituation, own: Entry, text: str) -> DeskDecision:
    note = _NOTE.match(text)
    if not note and _NEARLY_NOTE.match(text):
        return reply(situation, "like_a_note")
    if own.message_id is None and own.delivery == Delivery.QUEUED:
        # What is copied later is copied as it stands then.
        if note:
            return _noted_after_all(situation, own, text[note.end() :])
        return DeskDecision((Reword(own, redact(text)),))
    return _at_the_buyer(situation, own, text)


def _at_the_buyer(situation: DeskSituation, own: Entry, text: str) -> DeskDecision:
    """The buyer's copy has other words from now on, or is taken away."""
    chat = next((entry.chat for entry in situation.clients if entry.chat.id == own.chat_id), None)
    if own.delivery == Delivery.DROPPED:
        return reply(situation, "is_withdrawn")
    if chat is None or own.message_id is None:
        return reply(situation, "cannot_edit")
    if note := _NOTE.match(text):
        return _withdrawn(situation, chat, own, text[note.end() :])
    change = Rewrite(own.message_id, html.escape(text), is_caption=own.media != "text")
    return DeskDecision((ToBuyer(chat, change, own),))


def _noted_after_all(situation: DeskSituation, own: Entry, text: str) -> DeskDecision:
    """What the buyer does not have yet becomes a note, which has no way to one."""
    return DeskDecision((TakeBack(own), *noted(situation, text).actions))


def _withdrawn(situation: DeskSituation, chat: Chat, own: Entry, text: str) -> DeskDecision:
    """What the buyer has already is taken away again: Telegram does so for two days, but it may have been read."""
    kept = KeepNote(redact(text), own.album)
    told = reply(situation, "withdrawn")
    assert own.message_id is not None
    return DeskDecision((ToBuyer(chat, Withdraw(own.message_id), own), kept, *told.actions))


def reacted(situation: DeskSituation) -> DeskDecision:
    """An emoji on what a buyer wrote, or on what was written to one, is seen by the buyer too."""
    own = situation.own
    chat = next((entry.chat for entry in situation.clients if own and entry.chat.id == own.chat_id), None)
    if own is None or chat is None or own.message_id is None:
        return DeskDecision()
    return DeskDecision((ToBuyer(chat, React(own.message_id, situation.incoming.content or None), own),))


def reply(situation: DeskSituation, key: str, **values: object) -> DeskDecision:
    """A few words under what the advisor wrote or pressed."""
    source = situation.incoming.source
    written = {name: html.escape(str(value)) for name, value in values.items()}
    text = phrase(key, situation.advisor.language, **written)
    return DeskDecision((ToTopic(Say(text, reply_to=source.message_id if source else None)),))


def _answers(situation: DeskSituation, to: Client) -> int | None:
    """The buyer's message that is answered, by its number in the buyer's chat."""
    answered = situation.answered
    return answered.message_id if answered and answered.chat_id == to.chat.id else None
