"""Does somebody say that what a person was called for is not so, and what is said besides?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bot.dialogue.alarms import Alarms
from bot.dialogue.content import Content
from bot.dialogue.context.gravity import insists_by_name
from bot.dialogue.readers.denial import (
    asked_by_the_unpaid,
    behind_the_first,
    denied,
    is_in_danger,
    is_puzzled,
    means_no_despair,
    never_said_so,
    refuses_the_hotline,
    rejects,
    said_around,
    said_besides,
)
from bot.dialogue.readers.taking_back import left_after
from bot.dialogue.situation import Situation
from bot.matching.clauses import asks_anything, phrases
from bot.matching.understanding import understand
from bot.wording.subject import UntilThen

# What may have been a mistake, or be settled; a death is neither.
_UNDONE = {UntilThen.STOP, UntilThen.PAPERS}


def called_off(situation: Situation, content: Content) -> Situation | None:
    """The same, without what calls the alarm off; None where the message does not.

    What is said besides must not raise one anew. Who only says that they are fine calls no despair off, unless a mere
    likeness had said so: "if my mother goes for me" is like "if I am dead, let my mother have it".
    """
    without = (_without(alarm, situation, content) for alarm in _alarms(situation, content))
    return next((calm for calm in without if calm), None)


def without_unpaid(situation: Situation, content: Content) -> Situation:
    """The same, without that nothing was paid to whoever wants it: the warning stands, and the question is answered."""
    is_warned = any(map(content.is_of_money, Alarms(situation, content).insisting))
    asked = asked_by_the_unpaid(situation.words) if is_warned else None
    return replace(situation, read_as=asked) if asked else situation


def _without(alarm: str, situation: Situation, content: Content) -> Situation | None:
    rest = _Objection(alarm, situation, content).rest
    if rest is None or (content.intents[alarm].insists and _is_in_danger(rest, content)):
        return None
    chat = replace(situation.chat, called_off=situation.chat.called_off | {alarm})
    return replace(situation, chat=chat, read_as=rest)


@dataclass(frozen=True)
class _Objection:
    """What is said to an alarm that stands."""

    alarm: str
    situation: Situation
    content: Content

    @property
    def rest(self) -> str | None:
        """What is said besides; None where nothing is called off."""
        left = self._left
        # Whether a mere likeness had said so is asked last: for that, all that was said lately is understood again.
        is_final = self._is_of_life and not means_no_despair(self.situation.words)
        return None if left is None or (is_final and not self._is_by_likeness) else left

    @property
    def _left(self) -> str | None:
        """The same, but for despair, which hardly anything calls off. Any of the phrases calls a mere likeness off."""
        words = self.situation.words
        if _is_rejected(words, self.alarm, self.content):
            return behind_the_first(words)
        until_then = self.content.intents[self.alarm].until_then
        if until_then in _UNDONE and (left := left_after(words)) is not None:
            return "" if _is_only_told(left, self.alarm, self.content) else left
        if until_then == UntilThen.PAPERS:
            # Who is fine has lost the job all the same.
            return None
        if self._is_of_life and self._denies_despair(words):
            return "。".join(part for part in phrases(words) if not self._denies_despair(part))
        rest = said_besides(words)
        around = said_around(words) if rest is None else None
        return around if around is not None and self._is_by_likeness else rest

    def _denies_despair(self, words: str) -> bool:
        """Is it said that nobody's life is at risk? Who only wants no hotline may be in despair, but by a likeness."""
        return means_no_despair(words) or (refuses_the_hotline(words) and self._is_by_likeness)

    @property
    def _is_of_life(self) -> bool:
        return self.alarm in self.content.matcher.tiers.life

    @cached_property
    def _is_by_likeness(self) -> bool:
        return Alarms(self.situation, self.content).is_by_likeness(self.alarm)


def _is_only_told(left: str, alarm: str, content: Content) -> bool:
    """卖家说的是家具不卖了: is nothing asked, and nothing else grave told?"""
    meant = understand(content.matcher, left).asked if left else ()
    return not asks_anything(left) and all(content.is_of_one_story(alarm, match.intent) for match in meant)


def _is_in_danger(rest: str, content: Content) -> bool:
    return is_in_danger(rest) or insists_by_name(understand(content.matcher, rest), content)


def _is_rejected(words: str, alarm: str, content: Content) -> bool:
    """Does the first phrase reject what the alarm is about? "who says this is safe" calls off nothing that insists."""
    if is_puzzled(words) or never_said_so(words):
        return True
    return not content.intents[alarm].insists and (rejects(words) or _is_denied(words, alarm, content))


def _is_denied(words: str, alarm: str, content: Content) -> bool:
    """Is the alarm what it says not to be so?"""
    phrase = denied(words)
    match = content.matcher.match(phrase) if phrase else None
    return match is not None and (alarm in match.heard.denied or alarm in {entry.intent for entry in match.candidates})


def _alarms(situation: Situation, content: Content) -> Iterator[str]:
    """What the chat was warned of; what somebody was called for just now, or before, and that halts all else.

    Who has calmed us once may do so again, before asking something else.
    """
    alarms, last = Alarms(situation, content), situation.chat.last_intent
    if warned := alarms.warned:
        yield warned.id
    elif last in content.matcher.tiers.grave and alarms.awaits(last):
        yield last
    yield from (intent.id for intent in alarms.called if intent.until_then)
    yield from sorted(situation.chat.called_off & situation.open_promises.keys())
