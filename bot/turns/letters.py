"""What does the buyer get? Everything that is said to them, and what is taken back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.cases.case import Case
from bot.desk.entries import Author, Delivery, Entry
from bot.desk.tickets import Event, TicketState, What
from bot.dialogue.messages import Chat, Copy, Parcel, React, Rewrite, Say, Withdraw
from bot.store.outbox import NOTED, Address, Letter, Posting
from bot.turns.scribe import Scribe

# Telegram hands over an album picture by picture; so long we wait for the next one.
_ALBUM = timedelta(seconds=1)
_HELD = "_held"


def bot_says(
    scribe: Scribe, chat: Chat, say: Say, why: str = "", due: datetime | None = None, *, in_any_case: bool = False
) -> int:
    """What the bot says, and why; dropped if a person speaks first, unless `in_any_case`; the letter's number."""
    said = Entry(chat.id, scribe.now, Author.BOT, say.plain, chat.case_ref, delivery=Delivery.QUEUED, why=why[:200])
    entry = scribe.records.entries.add(said)
    return scribe.records.outbox.put(chat.id, say, scribe.now, Posting(due, not in_any_case, (entry.id,)))


def person_says(scribe: Scribe, chat: Chat, parcel: Parcel, entry: Entry) -> None:
    """Something a person says to the buyer, or changes about what was said."""
    if isinstance(parcel, Withdraw):
        _withdraw(scribe, chat, entry)
        return
    if isinstance(parcel, Rewrite | React):
        entries = (entry.id,) if isinstance(parcel, Rewrite) else ()
        scribe.records.outbox.put(chat.id, parcel, scribe.now, Posting(entries=entries))
        return
    kept = scribe.records.entries.add(entry)
    send(scribe, Address(chat.id), parcel, kept)


def _withdraw(scribe: Scribe, chat: Chat, entry: Entry) -> None:
    """An album is taken away whole, and nothing of it is changed before."""
    _take_away(scribe, chat, scribe.records.entries.of_album(chat.id, entry.album) if entry.album else [entry])


def take_back_album(scribe: Scribe, chats: Iterable[Chat], album: str) -> None:
    """The pictures of an album are a note, as the words under a later one say: those on their way, and those there."""
    dropped(scribe, scribe.records.outbox.drop_album(album))
    for chat in chats:
        _take_away(scribe, chat, scribe.records.entries.of_album(chat.id, album))


def _take_away(scribe: Scribe, chat: Chat, together: Iterable[Entry]) -> None:
    outbox, entries = scribe.records.outbox, scribe.records.entries
    waiting = outbox.waiting(chat.id)
    for own in together:
        if own.message_id is not None and own.delivery != Delivery.DROPPED:
            outbox.drop([letter.id for letter in waiting if own.id in letter.entries], NOTED)
            outbox.put(chat.id, Withdraw(own.message_id), scribe.now, Posting(entries=(own.id,)))
            entries.change(own, delivery=Delivery.DROPPED, reason=None)


def tell_of_change(scribe: Scribe, chats: Iterable[Chat], case: Case, due: datetime) -> list[int]:
    """News about a case for its buyers, worded for and sent at `due` unless undone; returns the letters' numbers.

    A chat that cannot be reached gets no letter, nor does any where people do the talking, or the case cannot be read.
    """
    then = replace(scribe, now=due)
    standing = then.stand(case)
    if standing is None or standing.is_for_people:
        return []
    reached = [chat for chat in chats if not chat.unreachable]
    news = ((chat, say) for chat in reached for say in then.speaker(chat, standing).say("_case_changed").says)
    return [bot_says(scribe, chat, say, due=due, in_any_case=True) for chat, say in news]


def take_back(scribe: Scribe, entry: Entry) -> None:
    """What was to reach the buyer is a note now, with all that was to travel with it: the buyer waits again."""
    letters = [letter.id for letter in scribe.records.outbox.waiting(entry.chat_id) if entry.id in letter.entries]
    dropped(scribe, scribe.records.outbox.drop(letters, NOTED))
    ticket, chat = scribe.records.tickets.live(entry.chat_id), scribe.records.chats.get(entry.chat_id)
    if letters and ticket and ticket.state == TicketState.WAITING:
        by = scribe.hours.reply_by(ticket, scribe.now)
        scribe.records.tickets.log(ticket, Event(What.BUYER_WROTE, scribe.now, reply_by=by), scribe.hours)
        # What the bot had promised was dropped when the advisor wrote.
        for say in scribe.speaker(chat, scribe.standing(chat), {_HELD: by}).say(_HELD).says:
            bot_says(scribe, chat, say)


def dropped(scribe: Scribe, letters: Iterable[Letter]) -> None:
    """That letters were taken back stands in the transcript."""
    for number in (number for letter in letters for number in letter.entries):
        if entry := scribe.records.entries.get(number):
            scribe.records.entries.change(entry, delivery=Delivery.DROPPED)


def send(scribe: Scribe, to: Address, parcel: Parcel, entry: Entry) -> None:
    """Something that stands in the transcript; the pictures of an album travel together."""
    posting = Posting(entries=(entry.id,))
    if isinstance(parcel, Copy) and entry.album:
        together = Posting(scribe.now + _ALBUM, entries=(entry.id,), album=entry.album)
        scribe.records.outbox.copy(to, parcel, scribe.now, together)
    else:
        scribe.records.outbox.put(to, parcel, scribe.now, posting)
