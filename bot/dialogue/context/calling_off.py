"""Does somebody say that what a person was called for is not so, and what is said besides?"""

from dataclasses import replace

from bot.dialogue.alarms import Alarms
from bot.dialogue.content import Content
from bot.dialogue.context.gravity import insists_by_name
from bot.dialogue.intent import UntilThen
from bot.dialogue.readers.denial import (
    behind_the_first,
    denied,
    is_in_danger,
    is_puzzled,
    means_no_despair,
    never_said_so,
    rejects,
    said_around,
    said_besides,
)
from bot.dialogue.situation import Situation
from bot.matching.clauses import phrases
from bot.matching.understanding import understand


def called_off(situation: Situation, content: Content) -> Situation | None:
    """The same, without what calls the alarm off; None where the message does not.

    What is said besides must not raise one anew. Who only says that they are fine calls no despair off, unless a mere
    likeness had said so: "if my mother goes for me" is like "if I am dead, let my mother have it".
    """
    alarm = _alarm(situation, content)
    words = situation.words
    is_of_life = alarm in content.matcher.tiers.life
    if alarm is None or (is_of_life and not _is_of_no_despair(words, alarm, situation, content)):
        return None
    rest = _rest(words, alarm, situation, content)
    if rest is None or (content.intents[alarm].insists and _is_in_danger(rest, content)):
        return None
    chat = replace(situation.chat, called_off=alarm)
    return replace(situation, chat=chat, read_as=rest)


def _rest(words: str, alarm: str, situation: Situation, content: Content) -> str | None:
    """What is said besides; None where nothing is called off. A mere likeness is called off by any of the phrases."""
    if _is_rejected(words, alarm, content):
        return behind_the_first(words)
    if content.intents[alarm].until_then == UntilThen.PAPERS:
        # Who is fine has lost the job all the same.
        return None
    if alarm in content.matcher.tiers.life and means_no_despair(words):
        return "，".join(phrase for phrase in phrases(words) if not means_no_despair(phrase))
    rest = said_besides(words)
    return said_around(words) if rest is None and Alarms(situation, content).is_by_likeness(alarm) else rest


def _is_of_no_despair(words: str, alarm: str, situation: Situation, content: Content) -> bool:
    return means_no_despair(words) or Alarms(situation, content).is_by_likeness(alarm)


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


def _alarm(situation: Situation, content: Content) -> str | None:
    """What the chat was warned of, or somebody was called for just now."""
    alarms = Alarms(situation, content)
    if warned := alarms.warned:
        return warned.id
    # Who has calmed us once may do so again, before asking something else.
    if situation.chat.called_off in situation.open_promises:
        return situation.chat.called_off
    last = situation.chat.last_intent
    return last if last in content.matcher.tiers.grave and alarms.awaits(last) else None
