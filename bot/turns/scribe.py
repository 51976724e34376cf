"""How is what was decided written down? Everything in the one transaction that it belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from html import escape

from bot.cases.case import Case
from bot.cases.office import Priority
from bot.cases.process import Process
from bot.cases.progress import Standing, stand
from bot.desk import card, saying
from bot.desk.advisors import Roster, mentions
from bot.desk.entries import Author, Delivery, Entry
from bot.desk.phrases import phrase
from bot.desk.room import Room
from bot.desk.tickets import Event, Ticket, TicketState, What
from bot.desk.timers import Hours
from bot.desk.topics import Topic
from bot.dialogue.messages import (
    Button,
    Chat,
    Copy,
    Note,
    OpenTicket,
    Parcel,
    React,
    Rewrite,
    Say,
    Withdraw,
)
from bot.dialogue.situation import House
from bot.dialogue.speech import Speaker
from bot.dialogue.taps import RATE, SCORES, tap
from bot.dialogue.unasked import unasked
from bot.store.books import Records
from bot.store.case_rows import NoSuchCase
from bot.store.outbox import NOTED, Address, Letter, Posting

# Telegram hands over an album picture by picture; so long we wait for the next one.
_ALBUM = timedelta(seconds=1)
_DAY = timedelta(hours=24)
_MOST_ENTRIES = 12
_REQUEUED, _HELD = "_requeued", "_held"
_MOODS = ("👎", "👌", "👍")


@dataclass(frozen=True)
class Scribe:
    """Writes for one moment; `room` tells whether and where advisors work."""

    records: Records
    house: House
    process: Process
    room: Room
    now: datetime

    @property
    def hours(self) -> Hours:
        """When people are there."""
        return Hours(self.house.office, self.house.calendar, self.room.patience, self.roster)

    @cached_property
    def roster(self) -> Roster:
        """Who may act at the desk."""
        return self.records.desk.roster()

    def standing(self, chat: Chat) -> Standing | None:
        """The chat's case; None for a chat without one, also where the case was deleted since."""
        try:
            return self.stand(self.records.cases.get(chat.case_ref)) if chat.case_ref else None
        except NoSuchCase:
            return None

    def stand(self, case: Case) -> Standing:
        """Where a case stands."""
        return stand(case, self.process, self.house.calendar, self.now)

    # To the buyer.

    def bot_says(
        self, chat: Chat, say: Say, why: str = "", due: datetime | None = None, *, in_any_case: bool = False
    ) -> int:
        """What the bot says, and why; dropped if a person speaks first, unless `in_any_case`; the letter's number."""
        said = Entry(chat.id, self.now, Author.BOT, say.plain, chat.case_ref, delivery=Delivery.QUEUED, why=why[:200])
        entry = self.records.entries.add(said)
        return self.records.outbox.put(chat.id, say, self.now, Posting(due, not in_any_case, (entry.id,)))

    def person_says(self, chat: Chat, parcel: Parcel, entry: Entry) -> None:
        """Something a person says to the buyer, or changes about what was said."""
        if isinstance(parcel, Withdraw):
            self._withdraw(chat, entry)
            return
        if isinstance(parcel, Rewrite | React):
            entries = (entry.id,) if isinstance(parcel, Rewrite) else ()
            self.records.outbox.put(chat.id, parcel, self.now, Posting(entries=entries))
            return
        kept = self.records.entries.add(entry)
        self._send(Address(chat.id), parcel, kept)

    def _withdraw(self, chat: Chat, entry: Entry) -> None:
        """An album is taken away whole."""
        together = self.records.entries.of_album(chat.id, entry.album) if entry.album else [entry]
        for own in together:
            if own.message_id is not None:
                self.records.outbox.put(chat.id, Withdraw(own.message_id), self.now, Posting(entries=(own.id,)))
                self.records.entries.change(own, delivery=Delivery.DROPPED)

    def speaker(self, chat: Chat, standing: Standing | None, promised: Mapping[str, datetime] | None = None) -> Speaker:
        """Speaks to a buyer who has just not said anything; `promised`: by when people answer, by reply."""
        return unasked(chat, standing, self.house, self.now, promised)

    # To the advisors.

    def topic(self, chat: Chat, standing: Standing | None) -> Topic | None:
        """Where advisors work on a chat; None where there is no desk."""
        if self.room.group is None:
            return None
        name = card.name(chat, standing)
        titled = f"{name} · {chat.case_ref}" if chat.case_ref else name
        return self.records.desk.topic_for(chat, self.records.desk.group_now(self.room.group), titled)

    def post(self, topic: Topic | None, parcel: Parcel) -> None:
        """Something for the advisors to see."""
        if topic:
            self.records.outbox.put(Address.topic(topic), parcel, self.now)

    def relay(self, topic: Topic | None, entry: Entry, whose: str) -> None:
        """What the buyer wrote, as it is, where the advisors work; `whose` comes before it, unless blank."""
        if topic is None or entry.message_id is None:
            return
        if whose:
            self.post(topic, Say(whose))
        answered = self.records.entries.get(entry.reply_to) if entry.reply_to else None
        copy = Copy(entry.chat_id, (entry.message_id,), answered.topic_message_id if answered else None)
        self.records.entries.change(entry, topic_id=topic.id)
        self._send(Address.topic(topic), copy, entry)

    def whose(self, chat: Chat, standing: Standing | None) -> str:
        """Whose chat it is, in bold; blank where nobody else shares its topic."""
        roles = self.records.chats.roles(chat.case_ref) if chat.case_ref else ()
        names = {card.name(replace(chat, role=role), standing) for role in roles}
        return f"👤 <b>{escape(card.name(chat, standing))}</b>" if len(names) > 1 else ""

    def staff_language(self, standing: Standing | None) -> str:
        """The language of the case's advisor, else the installation's."""
        known = self.roster.named(standing.case.advisor) if standing else None
        return known.language if known else self.house.default_language

    def hand_over(self, chat: Chat, opening: OpenTicket, standing: Standing | None) -> None:
        """A person is wanted: a new ticket gets a card, one more reason for an old one a line."""
        before = self.records.tickets.live(chat.id)
        ticket, is_news = self.records.tickets.hand_over(chat, opening, self.now, self.hours)
        topic = self.topic(chat, standing)
        if before is None:
            self.post_card(ticket, chat, standing, topic)
        elif is_news and opening.reason in self.house.content.intents:
            self._post_reason(opening, chat, standing, topic)

    def post_card(self, ticket: Ticket, chat: Chat, standing: Standing | None, topic: Topic | None) -> None:
        """One screen with all that somebody needs who takes the chat now."""
        if topic is None:
            return
        language = self.staff_language(standing)
        entries = self.records.entries.last(chat.id, most=_MOST_ENTRIES)
        written = self.records.entries.count(chat.id, Author.BUYER, self.now - _DAY)
        city = self._city(standing, language)
        handed = card.Handed(ticket, chat, entries, standing, self.roster, self.now, written, city)
        names = saying.suggested(ticket, self.speaker(chat, standing), has_case=standing is not None)
        offers = saying.suggestions(ticket, names, self.house, language)
        self.post(topic, card.card(handed, self.house, language, offers))

    def _city(self, standing: Standing | None, language: str) -> str:
        known = self.process.cities.get(standing.case.city) if standing else None
        return known.name(language) if known else ""

    def remember(self, chat: Chat, before: Chat) -> None:
        """Keep the chat; with another case it has another topic, and whoever has it in hand needs the card there.

        What was to be told of the case before is told no more: it may have been somebody else's.
        """
        self.records.chats.save(chat)
        if chat.case_ref == before.case_ref:
            return
        self.dropped(self.records.outbox.drop_case_data(chat.id))
        ticket, standing = self.records.tickets.live(chat.id), self.standing(chat)
        if ticket:
            self.records.tickets.moved(ticket.id, chat.case_ref)
            self.post_card(replace(ticket, case_ref=chat.case_ref), chat, standing, self.topic(chat, standing))

    def shut_out(self, chats: Iterable[Chat]) -> None:
        """These chats lose their case."""
        for chat in chats:
            self.remember(chat.unbound, chat)
            self.note(Note("chat_unbound", chat.case_ref), f"chat:{chat.id}")

    def _post_reason(self, opening: OpenTicket, chat: Chat, standing: Standing | None, topic: Topic | None) -> None:
        language = self.staff_language(standing)
        what = card.title(opening.reason, self.house, language)
        whose = self.whose(chat, standing)
        if opening.priority == Priority.P0:
            people = self.roster.on_duty or self.roster.leads
            self.post(
                topic, Say(f"{phrase('urgent', language, who=mentions(people), what=escape(what))} {whose}".strip())
            )
        else:
            at = card.hour(opening.reply_by, language, self.now)
            self.post(topic, Say(f"{phrase('again', language, what=escape(what), at=at)} {whose}".strip()))

    def farewell(self, chat: Chat, ticket: Ticket, standing: Standing | None) -> None:
        """The bot answers from now on: the buyer is told what comes next, and asked now and then how it was."""
        if chat.unreachable:
            return
        # Where no machine talks about the steps, or life was in danger, it says no more than that it is there.
        is_for_people = ticket.priority == Priority.P0 or self.speaker(chat, standing).is_for_people
        speaker = self.speaker(chat, None if is_for_people else standing)
        for say in speaker.say("_returned").says:
            self.bot_says(chat, say)
        asked = chat.surveyed_at
        if (
            is_for_people
            or ticket.answered_at is None
            or (asked and self.now - asked < timedelta(days=self.room.survey_days))
        ):
            return
        buttons = tuple(Button(mood, tap(RATE, ticket.id, score)) for mood, score in zip(_MOODS, SCORES, strict=True))
        for say in speaker.say("_survey", buttons=buttons).says:
            self.bot_says(chat, replace(say, columns=len(buttons)))
        self.records.chats.save(replace(self.records.chats.get(chat.id), surveyed_at=self.now))

    def promise(self, ticket: Ticket) -> datetime:
        """By when the buyer gets an answer from whoever has the chat next; an earlier promise still holds."""
        return self.hours.reply_by(ticket, self.now, ticket.reply_by)

    def requeue(self, ticket: Ticket, reason: str = "") -> None:
        """In nobody's hands; the buyer is told by when somebody answers."""
        by = self.promise(ticket)
        self.records.tickets.log(ticket, Event(What.REQUEUED, self.now, reason=reason, reply_by=by), self.hours)
        chat = self.records.chats.get(ticket.chat_id)
        if not chat.unreachable:
            speaker = self.speaker(chat, self.standing(chat), {_REQUEUED: by})
            for say in speaker.say(_REQUEUED).says:
                self.bot_says(chat, say)

    def tell_of_change(self, chats: Iterable[Chat], case: Case, due: datetime) -> list[int]:
        """News about a case for its buyers, worded for and sent at `due` unless undone; returns the letters' numbers.

        A chat that cannot be reached gets no letter, nor does any where people do the talking.
        """
        letters, then = [], replace(self, now=due)
        for chat in chats:
            speaker = then.speaker(chat, then.stand(case))
            if not chat.unreachable and not speaker.is_for_people:
                news = speaker.say("_case_changed").says
                letters += [self.bot_says(chat, say, due=due, in_any_case=True) for say in news]
        return letters

    def take_back(self, entry: Entry) -> None:
        """What was to reach the buyer is a note now, with all that was to travel with it: the buyer waits again."""
        letters = [letter.id for letter in self.records.outbox.waiting(entry.chat_id) if entry.id in letter.entries]
        self.dropped(self.records.outbox.drop(letters, NOTED))
        ticket, chat = self.records.tickets.live(entry.chat_id), self.records.chats.get(entry.chat_id)
        if letters and ticket and ticket.state == TicketState.WAITING:
            by = self.hours.reply_by(ticket, self.now)
            self.records.tickets.log(ticket, Event(What.BUYER_WROTE, self.now, reply_by=by), self.hours)
            # What the bot had promised was dropped when the advisor wrote.
            for say in self.speaker(chat, self.standing(chat), {_HELD: by}).say(_HELD).says:
                self.bot_says(chat, say)

    def dropped(self, letters: Iterable[Letter]) -> None:
        """That letters were taken back stands in the transcript."""
        for number in (number for letter in letters for number in letter.entries):
            if entry := self.records.entries.get(number):
                self.records.entries.change(entry, delivery=Delivery.DROPPED)

    def note(self, note: Note, actor: str) -> None:
        """One line of the audit trail."""
        self.records.chats.note(note, actor, self.now)

    def _send(self, to: Address, parcel: Parcel, entry: Entry) -> None:
        posting = Posting(entries=(entry.id,))
        if isinstance(parcel, Copy) and entry.album:
            together = Posting(self.now + _ALBUM, entries=(entry.id,), album=entry.album)
            self.records.outbox.copy(to, parcel, self.now, together)
        else:
            self.records.outbox.put(to, parcel, self.now, posting)
