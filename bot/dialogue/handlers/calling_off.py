"""What is said to who calls an alarm off?"""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.dialogue.content import Content
from bot.dialogue.context.gravity import is_called_by_name
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.speech import Speaker
from bot.matching.clauses import asks_anything

_CALLED_OFF = "_called_off"


def settle_called_off(beside: Decision | None, speaker: Speaker, before: AbstractSet[str]) -> Decision:
    """The answer to what is said `beside` it, behind a line that nothing more is said of the warning; that line alone.

    `before`: what was called off already; no line is said twice.
    """
    off = speaker.situation.chat.called_off
    if beside is None or _is_of_nothing(beside, speaker) or _is_by_likeness(beside, speaker.content):
        return _say_so(speaker)
    is_raised_anew = beside.chosen is not None and beside.chosen.reply in off
    return beside if is_raised_anew or before == off else _take_back(beside, speaker)


def _is_of_nothing(beside: Decision, speaker: Speaker) -> bool:
    """Is nothing asked beside it, and would what holds for everybody be the answer? 气话 哪能真不买 定金都交了."""
    if beside.outcome != Outcome.ANSWER:
        return beside.outcome == Outcome.FALLBACK
    return not asks_anything(speaker.situation.words) and not any(say.holds_case_data for say in beside.says)


def _is_by_likeness(beside: Decision, content: Content) -> bool:
    """Does nothing but a likeness call a person, and not for danger? After an alarm was called off, it may err."""
    understood = beside.understood
    if beside.outcome != Outcome.HANDOFF or understood is None or is_called_by_name(understood, content):
        return False
    return content.matcher.tiers.urgent.isdisjoint(match.intent for match in understood.asked)


def _say_so(speaker: Speaker) -> Decision:
    """There is nothing to be warned of: the person who was called comes all the same."""
    return decided(Outcome.ANSWER, speaker.situation.chat, speaker, speaker.say_as_promised(_CALLED_OFF))


def _take_back(decision: Decision, speaker: Speaker) -> Decision:
    spoken = replace(speaker, language=decision.language).say(_CALLED_OFF)
    first = (say.first_line for say in spoken.says)
    return replace(decision, actions=(*first, *decision.actions))
