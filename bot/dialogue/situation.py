"""What is known when a message is decided on? Gathered before, so that deciding is pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.cases.case import Appointment, day_of
from bot.cases.office import Office
from bot.cases.progress import Standing
from bot.cases.workdays import Calendar
from bot.dialogue.account import Past
from bot.dialogue.intent import Intent
from bot.dialogue.messages import Action, Chat, Incoming, Link, Say
from bot.dialogue.readers.follow_up import FollowUps
from bot.matching.match import Match
from bot.matching.matcher import Matcher
from bot.matching.understanding import Understanding
from bot.wording.conditions import FOLLOW_UP, MENTIONS, SUPPOSED
from bot.wording.follow_up import FollowUp
from bot.wording.names import Names
from bot.wording.replies import Piece, Reply
from bot.wording.subject import Chosen, Manner


@dataclass(frozen=True)
class Content:
    """What the editors wrote, ready for use; `version` tells which state of their files it is."""

    matcher: Matcher
    intents: Mapping[str, Intent]
    replies: Mapping[str, Reply]
    pieces: tuple[Piece, ...]
    names: Names
    follow_ups: FollowUps
    version: str = ""

    def is_asked_on(self, chosen: Chosen) -> bool:
        """Is the answer chosen one to what a few words right after an answer ask?"""
        return FOLLOW_UP in self._conditions(chosen)

    def is_of_the_words(self, chosen: Chosen) -> bool:
        """Is the answer chosen one to words that stand in the message?"""
        return MENTIONS in self._conditions(chosen)

    def is_of_a_fear(self, chosen: Chosen) -> bool:
        """Is the answer chosen one to what only might happen?"""
        return SUPPOSED in self._conditions(chosen)

    def is_asked(self, kind: FollowUp, reply: str) -> bool:
        """Have the editors written what this answer says to who asks for that part of it?"""
        answers = self.replies[reply].with_pieces(self.pieces)
        return any(kind in answer.when.get(FOLLOW_UP, ()) for answer in answers)

    def remembered(self, chat: Chat) -> Chat:
        """The chat without the questions that it remembers and editors have removed or renamed since."""
        if chat.last_intent not in {None, *self.intents}:
            chat = replace(chat, last_intent=None, last_about=None)
        return chat if chat.called_off in {None, *self.intents} else replace(chat, called_off=None)

    def last(self, chat: Chat) -> Intent | None:
        """The question that was answered last, however long ago."""
        return self.intents.get(chat.last_intent or "")

    def manners(self, reply: str) -> tuple[Manner, ...]:
        """Every manner to put a question that has a say in the answer; the plain one first."""
        return self.replies[reply].manners(self.pieces)

    def _conditions(self, chosen: Chosen) -> Collection[str]:
        """What the answer chosen goes by."""
        return self.replies[chosen.reply].answers[chosen.answer].when


@dataclass(frozen=True)
class House:
    """What holds for every chat of this installation."""

    content: Content
    office: Office
    calendar: Calendar
    default_language: str


@dataclass(frozen=True)
class Invitation:
    """A link as it was found, with the last digits its opener has to know; both None for an unknown token."""

    link: Link | None = None
    last_digits: str | None = None


@dataclass(frozen=True)
class Held:
    """A person has the chat: by which ticket, and by when the buyer gets the next answer."""

    ticket_id: int
    reply_by: datetime


@dataclass(frozen=True)
class Situation:
    """One message and all that it depends on; `promised`: when open tickets of this chat are answered, by reason.

    `held` while a person has the chat; `on_call`: can somebody be called out of hours? `goes_on`: a picture of the same
    album was there already. `last_said`: what the chat was sent last, looked up for a text; `past`: the last answer
    to something typed; `told`: the facts of the last answer to a question and of all said since (English names);
    `lately`: what was typed in the last minutes and answered, oldest first (redacted). `read_as`: see `words`.
    """

    incoming: Incoming
    chat: Chat
    now: datetime
    standing: Standing | None = None
    invitation: Invitation | None = None
    promised: Mapping[str, datetime] = field(default_factory=dict)
    held: Held | None = None
    on_call: bool = False
    goes_on: bool = False
    last_said: Say | None = None
    past: Past | None = None
    told: frozenset[str] = frozenset()
    lately: tuple[str, ...] = ()
    read_as: str | None = None

    @property
    def words(self) -> str:
        """What is read: what was typed, unless it is read together with more, or without what it calls off."""
        return self.incoming.words if self.read_as is None else self.read_as

    @property
    def today(self) -> date:
        """The day in China."""
        return day_of(self.now)

    @property
    def may_be_told(self) -> bool:
        """Is there a case, and nothing in doubt about its file?"""
        return self.standing is not None and self.standing.may_be_told

    @property
    def is_for_people(self) -> bool:
        """Is there a case of which no machine talks?"""
        return self.standing is not None and self.standing.is_for_people

    @property
    def agreed(self) -> Appointment | None:
        """The next hour that is agreed in this case."""
        return self.standing.appointment if self.standing else None

    @property
    def open_promises(self) -> Mapping[str, datetime]:
        """The hours of `promised` that are still to come."""
        return {reason: by for reason, by in self.promised.items() if by > self.now}

    @property
    def unanswered(self) -> Mapping[str, datetime]:
        """The hours of `promised`, over or not, but for the alarm that the buyer has called off."""
        return {reason: by for reason, by in self.promised.items() if reason != self.chat.called_off}

    @property
    def not_called_off(self) -> Mapping[str, datetime]:
        """The same, as far as they are still to come."""
        return {reason: by for reason, by in self.unanswered.items() if by > self.now}

    def promising(self, reply: str) -> "Situation":
        """The same, to promise in this reply what was promised already: the next hour of all, or nothing."""
        ahead = self.open_promises.values()
        return replace(self, promised={reply: min(ahead)} if ahead else {})

    def was_just_said(self, says: Iterable[Say]) -> bool:
        """Is it word for word what the chat was sent last?"""
        return self.last_said is not None and [say.text for say in says] == [self.last_said.text]


class Outcome(StrEnum):
    """What was decided, in one word."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    FALLBACK = "fallback"
    HANDOFF = "handoff"
    SILENCE = "silence"


@dataclass(frozen=True)
class Decision:
    """What is to be done, and what led there (for `ask --json`, `explain` and the audit)."""

    outcome: Outcome
    language: str
    actions: tuple[Action, ...]
    understood: Understanding | None = None
    chosen: Chosen | None = None

    @property
    def match(self) -> Match | None:
        """What led to it: the question answered first, else the message as a whole."""
        if self.understood is None:
            return None
        return self.understood.asked[0] if self.understood.asked else self.understood.whole

    @property
    def says(self) -> tuple[Say, ...]:
        """The messages to send."""
        return tuple(action for action in self.actions if isinstance(action, Say))

    @property
    def answer(self) -> tuple[Say, ...]:
        """The messages of the reply chosen, without what has to be read before them."""
        chosen = self.chosen.reply if self.chosen else None
        return tuple(say for say in self.says if say.account and say.account.reply == chosen)
