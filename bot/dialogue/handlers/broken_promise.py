"""Is an hour of ours over, and does a buyer remind us of it? Then it is owned up to before anything else is said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.cases.office import Priority
from bot.dialogue.context.gravity import calls_a_person
from bot.dialogue.context.part import means_otherwise
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.follow_up import generally
from bot.dialogue.handlers.relay import pass_on
from bot.dialogue.intent import STATUS
from bot.dialogue.readers.missed_hour import nobody_came, reminds_of
from bot.dialogue.speech import Speaker, Spoken
from bot.matching.understanding import Understanding
from bot.wording.follow_up import FollowUp

_BROKEN = "_broken_promise"


def own_up(understood: Understanding, speaker: Speaker) -> Decision | None:
    """说好12点的人呢, 问到没: whether there is a result, or that nobody has answered; None where no hour is over."""
    situation = speaker.situation
    if situation.is_for_people or calls_a_person(understood, speaker.content):
        return None
    spoken = _of_the_check(understood, speaker) or _of_the_promise(understood, speaker)
    if spoken is None:
        return None
    if situation.was_just_said(spoken.says):
        return pass_on(understood, speaker)
    chat = replace(situation.chat.gone_on(situation.now), last_intent=situation.chat.last_intent or STATUS)
    return decided(Outcome.ANSWER, chat, speaker, spoken, understood)


def _asks_for_the_result(understood: Understanding, speaker: Speaker) -> bool:
    """问到没, "so what did she say": of what was to be found out, and of nobody else."""
    situation, content = speaker.situation, speaker.content
    kind = content.follow_ups.part(situation.words)
    return kind == FollowUp.RESULT and not means_otherwise(kind, understood, situation, content)


def _is_reminded(over: Sequence[datetime], understood: Understanding, speaker: Speaker) -> bool:
    """Is one of these hours named, or that nobody came; or the result asked for that one of them was to bring?"""
    words = speaker.situation.words
    is_named = any(reminds_of(words, hour) for hour in over)
    return is_named or (bool(over) and (nobody_came(words) or _asks_for_the_result(understood, speaker)))


def _of_the_check(understood: Understanding, speaker: Speaker) -> Spoken | None:
    """The hour at which the advisor was to ask, says the file."""
    situation = speaker.situation
    missed = situation.standing.missed_check if situation.standing else None
    if missed is None or not _is_reminded([missed], understood, speaker):
        return None
    spoken = generally(FollowUp.RESULT, situation.chat.last_about, speaker)
    return spoken if speaker.content.is_asked_on(spoken.chosen) else None


def _of_the_promise(understood: Understanding, speaker: Speaker) -> Spoken | None:
    """The hour by which somebody was to answer in this chat."""
    situation = speaker.situation
    over = [by for by in situation.promised.values() if by <= situation.now]
    return speaker.say(_BROKEN, Priority.P1) if _is_reminded(over, understood, speaker) else None
