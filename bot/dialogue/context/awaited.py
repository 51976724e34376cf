"""Is a message rather for the person who was promised a moment ago than a question of its own?"""

from collections.abc import Sequence
from itertools import chain

from bot.dialogue.alarms import Alarms
from bot.dialogue.content import Content
from bot.dialogue.context.gravity import insists_by_name
from bot.dialogue.context.lengths import FRAGMENT
from bot.dialogue.intent import Escalate, Intent
from bot.dialogue.readers.called_help import has_called_help, is_of_the_help
from bot.dialogue.readers.courtesy import is_only_thanks, is_sigh
from bot.dialogue.readers.denial import is_in_danger
from bot.dialogue.readers.going_on import (
    calls_again,
    gives_in,
    hides,
    is_after_death,
    is_done_already,
    is_pressed,
    is_watched,
    wants_it_later,
)
from bot.dialogue.readers.manner import supposes
from bot.dialogue.readers.news import asks_about_it
from bot.dialogue.readers.what_to_do import (
    asks_beside,
    asks_what_to_do,
    is_of_signing,
    is_whether,
    means_to,
    only_tells,
)
from bot.dialogue.situation import Situation
from bot.matching.clauses import asks
from bot.matching.match import Alarm, Match
from bot.matching.tiers import Tiers
from bot.matching.understanding import Understanding
from bot.wording.subject import UntilThen

_NEARLY_AN_EXAMPLE = 0.75
_ALL_BUT_FILED = 0.8


def for_the_person(understood: Understanding, situation: Situation, content: Content) -> Intent | None:
    """What the person was called for who gets this message as well; None where it is a question of its own."""
    if calmed := _calmed_of(understood, situation, content):
        return calmed
    question, alarms, words = _awaited(situation, content), Alarms(situation, content), situation.words
    warned = (one for one in _in_order(question, alarms, content) if _is_of_the_warning(understood, one, content))
    further = (one for one in alarms.called if _goes_on(words, one, content))
    feared = (one for one in alarms.called if one.is_urgent and is_watched(words))
    if meant := next(chain(warned, further, feared), None):
        return meant
    if question is None or _has_come_true(understood, question, situation):
        return None
    return question if _is_for_the_person(understood, question, content) else None


def _has_come_true(understood: Understanding, question: Intent, situation: Situation) -> bool:
    """Is what was only feared, or called off, told as it is by now? That is an alarm of its own."""
    told = (match for match in understood.asked if match.alarm and match.intent == question.id)
    is_told = any(match.alarm == Alarm.RULE or match.candidates[0].score >= _NEARLY_AN_EXAMPLE for match in told)
    return is_told and question.id in situation.chat.called_off and not supposes(situation.words)


def _in_order(question: Intent | None, alarms: Alarms, content: Content) -> Sequence[Intent]:
    """What was warned of; who was threatened just now asks about that, and not about the money before it."""
    is_first = question is not None and question.is_urgent and not content.is_of_money(question)
    return [question, *alarms.insisting] if question and is_first and not alarms.is_of_life else alarms.insisting


def _is_of_the_warning(understood: Understanding, warned: Intent, content: Content) -> bool:
    is_agreed_to = content.is_of_money(warned) and gives_in(understood.whole.message)
    return is_agreed_to or is_warned_of(understood, warned, content) or _has_happened(understood, warned, content)


def _has_happened(understood: Understanding, warned: Intent, content: Content) -> bool:
    """My wife already sent him 20k: is it what was warned of, whatever else it is like?"""
    is_of_money = content.is_of_money(warned) and is_in_danger(understood.whole.message)
    is_likeness = any(match.alarm == Alarm.EXAMPLES for match in understood.asked)
    return is_of_money and is_likeness and not insists_by_name(understood, content)


def _calmed_of(understood: Understanding, situation: Situation, content: Content) -> Intent | None:
    """The alarm that was called off, where a mere likeness would raise such a one again: "is he one of yours".

    Money that goes or has gone is an alarm, whoever was calm before; and so is any other danger.
    """
    called_off = sorted(situation.chat.called_off & situation.open_promises.keys())
    off = next((content.intents[name] for name in called_off if content.intents[name].insists), None)
    if off is None or not asks_beside(situation.words):
        return None
    meant = [match.best.intent for match in understood.asked if match.best and match.alarm == Alarm.EXAMPLES]
    is_like_it = bool(meant) and len(meant) == len(understood.asked) and content.matcher.tiers.life.isdisjoint(meant)
    return off if is_like_it and all(content.intents[intent].insists for intent in meant) else None


def _awaited(situation: Situation, content: Content) -> Intent | None:
    """The question for which the chat was promised a person's answer just now, and still may get it."""
    last = content.last(situation.chat)
    if last is None or not situation.chat.is_fresh(situation.now):
        return None
    # Of a fear, or of what is called off, the person who comes all the same hears the rest; no warning goes on.
    is_awaited = Alarms(situation, content).awaits(last.id) if last.insists else last.id in situation.open_promises
    return last if is_awaited else None


def _is_for_the_person(understood: Understanding, question: Intent, content: Content) -> bool:
    """What nothing but a likeness takes for a grave matter, or for none, goes on about this one, but for mere thanks.

    Of what insists, of money or of life, there may be too many warnings, but none too few.
    Where a question insists, so does all that neither asks for nor wants anything else.
    """
    if not understood.asked or is_warned_of(understood, question, content) or _is_of_the_help(understood, question):
        return True
    match = understood.asked[0]
    if match.best is None or len(understood.asked) > 1:
        return False
    if is_sigh(match.message):
        return True
    if question.insists:
        is_of_life = question.id in content.matcher.tiers.life and not asks(match.message)
        return is_of_life or not _wants_else(match, content.matcher.tiers)
    is_to_insist = match.alarm is not None and content.intents[match.best.intent].insists
    if match.best.fired or is_to_insist or is_only_thanks(match.message):
        return False
    # Told in all but an editor's words, it is an alarm of its own: "I won't sell".
    is_guess = match.alarm == Alarm.EXAMPLES and (match.best.score < _ALL_BUT_FILED or asks(match.message))
    is_beside = is_guess or match.best.intent in content.matcher.tiers.asides
    return is_beside or (match.telling_units <= FRAGMENT and match.best.score < _NEARLY_AN_EXAMPLE)


def _is_of_the_help(understood: Understanding, question: Intent) -> bool:
    """Is it of those who were called: that they were, that they cannot be reached, or when they come?"""
    message = understood.whole.message
    was_called = question.escalate == Escalate.NOW and has_called_help(message)
    return was_called or (question.insists and is_of_the_help(message))


def is_warned_of(understood: Understanding, question: Intent, content: Content) -> bool:
    """Is it asked whether to do what the alarm has warned of, or what to do, or may nobody read the answer?

    Then nothing of the case is the answer; but whether to go is no question of somebody's life.
    """
    message = understood.whole.message
    if question.escalate == Escalate.NOW and is_done_already(message):
        return True
    if _goes_on(message, question, content):
        return True
    # To who mourns, the file tells the day, behind the line that nothing needs to be done.
    is_to_go = question.until_then == UntilThen.REST and is_of_signing(message)
    is_to_act = is_whether(message) or (means_to(message) and content.is_of_money(question))
    is_of_it = is_to_act and not is_to_go and question.id not in content.matcher.tiers.life
    return question.is_urgent and (is_of_it or asks_what_to_do(message) or is_watched(message))


def _goes_on(message: str, question: Intent, content: Content) -> bool:
    """Does it go on about it in words that are like other questions?"""
    if content.is_of_money(question):
        return calls_again(message) or is_pressed(message)
    match question.until_then:
        case UntilThen.REST:
            return wants_it_later(message) or is_after_death(message)
        case UntilThen.PAPERS:
            return hides(message)
        case UntilThen.STOP:
            return gives_in(message)
        case _:
            return False


def _wants_else(match: Match, tiers: Tiers) -> bool:
    """To be thanked, or told that all is well, ends no danger; what is of somebody's life is no more of the same."""
    if match.alarm and match.intent in tiers.life:
        return True
    is_by_rule = match.fired is not None and match.fired.score >= _NEARLY_AN_EXAMPLE
    if match.best is None or match.best.intent in tiers.asides or (match.alarm == Alarm.EXAMPLES and not is_by_rule):
        return False
    if match.best.intent in tiers.grave:
        return True
    message = match.message
    if is_whether(message) or asks_about_it(message):
        return False
    return asks(message) or not only_tells(message)
