"""What do the editors' files say, ready for use?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bot.dialogue.intent import Intent
from bot.dialogue.messages import Chat
from bot.dialogue.readers.follow_up import FollowUps
from bot.matching.matcher import Matcher
from bot.wording.conditions import FOLLOW_UP, HALTED, HAND_IN, MENTIONS, NAMED, SUPPOSED, UNTIL_THEN
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

    @cached_property
    def of_hours(self) -> str | None:
        """The question that takes an hour for the one that is agreed: when they sign."""
        return next((intent.id for intent in self.intents.values() if intent.hears_hours), None)

    @cached_property
    def of_others(self) -> str | None:
        """The question that answers whoever is not the buyer."""
        return next((intent.id for intent in self.intents.values() if intent.for_others), None)

    @cached_property
    def of_any_step(self) -> str | None:
        """The question that tells how a step stands, whichever it is."""
        return next((intent.id for intent in self.intents.values() if intent.any_step), None)

    @cached_property
    def of_papers(self) -> str | None:
        """The question that holds a day against the hour by which papers are due."""
        return next((reply.id for reply in self.replies.values() if reply.asks(HAND_IN)), None)

    def is_of_money(self, intent: Intent) -> bool:
        """Is it warned of for the money that it may cost, and not for somebody's life?"""
        return intent.id in self.matcher.tiers.money

    def is_of_one_story(self, one: str, other: str) -> bool:
        """Is who calls the one alarm off in neither? One man who wants money is a fraud and a strange account."""
        return one == other or {one, other} <= self.matcher.tiers.money

    def is_asked_on(self, chosen: Chosen) -> bool:
        """Is the answer chosen one to what a few words right after an answer ask?"""
        return FOLLOW_UP in self._conditions(chosen)

    def is_of_the_words(self, chosen: Chosen) -> bool:
        """Is the answer chosen one to words that stand in the message?"""
        return MENTIONS in self._conditions(chosen)

    def is_of_a_named_day(self, chosen: Chosen) -> bool:
        """Is the answer chosen one to the day that is named?"""
        return NAMED in self._conditions(chosen)

    def is_of_a_fear(self, chosen: Chosen) -> bool:
        """Is the answer chosen one to what only might happen?"""
        return SUPPOSED in self._conditions(chosen)

    def is_of_the_halt(self, chosen: Chosen) -> bool:
        """Does the answer chosen say itself that nothing is to be paid or signed?"""
        return not {HALTED, UNTIL_THEN}.isdisjoint(self._conditions(chosen))

    def is_asked(self, kind: FollowUp, reply: str) -> bool:
        """Have the editors written what this answer says to who asks for that part of it?"""
        answers = self.replies[reply].with_pieces(self.pieces)
        return any(kind in answer.when.get(FOLLOW_UP, ()) for answer in answers)

    def remembered(self, chat: Chat) -> Chat:
        """The chat without the questions that it remembers and editors have removed or renamed since."""
        if chat.last_intent not in {None, *self.intents}:
            chat = replace(chat, last_intent=None, last_about=None)
        return replace(chat, called_off=chat.called_off & self.intents.keys())

    def last(self, chat: Chat) -> Intent | None:
        """The question that was answered last, however long ago."""
        return self.intents.get(chat.last_intent or "")

    def manners(self, reply: str) -> tuple[Manner, ...]:
        """Every manner to put a question that has a say in the answer; the plain one first."""
        return self.replies[reply].manners(self.pieces)

    def _conditions(self, chosen: Chosen) -> Collection[str]:
        """What the answer chosen goes by."""
        return self.replies[chosen.reply].answers[chosen.answer].when
