"""Does somebody say that what a person was called for is not so, and what is said besides?"""

from dataclasses import replace

from bot.dialogue.alarms import Alarms
from bot.dialogue.content import Content
from bot.dialogue.readers.denial import behind_the_first, denied, is_in_danger, is_puzzled, rejects, said_besides
from bot.dialogue.situation import Situation
from bot.matching.match import Alarm


def called_off(situation: Situation, content: Content) -> Situation | None:
    """The same, without what calls the alarm off; None where the message does not.

    Whoever may end their life calls nothing off, unless a mere likeness had said so of the message before.
    """
    alarm = _alarm(situation, content)
    words = situation.words
    if alarm is None or (alarm in content.matcher.tiers.life and not _was_a_likeness(situation, content)):
        return None
    rest = behind_the_first(words) if _is_rejected(words, alarm, content) else said_besides(words)
    if rest is None or (content.intents[alarm].insists and is_in_danger(rest)):
        return None
    chat = replace(situation.chat, called_off=alarm)
    return replace(situation, chat=chat, read_as=rest)


def _was_a_likeness(situation: Situation, content: Content) -> bool:
    """Did no rule raise the alarm? "if my mother goes for me" is like "if I am dead, let my mother have it"."""
    typed = situation.past.account.heard.question if situation.past else None
    return typed is not None and content.matcher.match(typed).alarm == Alarm.EXAMPLES


def _is_rejected(words: str, alarm: str, content: Content) -> bool:
    """Does the first phrase reject what the alarm is about? "who says this is safe" calls off nothing that insists."""
    if is_puzzled(words):
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
