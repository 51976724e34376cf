"""Which part of an answer is asked for: beside the step itself, or in words that mean something else all the same?"""

from bot.cases.milestones import BUYING_SIDE, Role
from bot.dialogue.content import Content
from bot.dialogue.context.gravity import may_be_grave
from bot.dialogue.promises import NEWS
from bot.dialogue.readers.when import said_when
from bot.dialogue.situation import Situation
from bot.matching.match import Match, Verdict
from bot.matching.phrasing import Phrasing
from bot.matching.understanding import Understanding
from bot.wording.follow_up import FollowUp

_PARTS = {FollowUp.WHO, FollowUp.COST, FollowUp.WHERE, FollowUp.PAYER, FollowUp.PAY_TO, FollowUp.HAND_TO}
# Stands for each character of the step's words; an article before them belongs to them.
_STEP = "\x00"
_STEPS = Phrasing(rf"(?:\b(?:the|my|our|a) )?{_STEP}+(?: *{_STEP}+)*")
# What calms, or lets plan.
_CALMING = {FollowUp.HARM, FollowUp.ENOUGH, FollowUp.GO, FollowUp.STAYS, FollowUp.OVER, FollowUp.NOTHING}
# Too late for what, nobody says who asks so.
_OF_TIME = Phrasing(r"来不及|赶不[上及]|错过|\b(?:late|in time|miss(?:ed)? (?:it|that|this|the \w+))\b")
# Who asks and who is asked: neither is waited for.
_OURS = {*BUYING_SIDE, Role.ADVISOR}


def part_of_its_step(match: Match, content: Content) -> FollowUp | None:
    """Who does it, what it costs, where: asked of the one step that is named, and of nobody; None for any other."""
    part = _of_its_step(match, content)
    return part if part in _PARTS else None


def asks_its_day(match: Match, content: Content) -> bool:
    """Is nothing asked but the day of the one step that is named? 几号放款."""
    return _of_its_step(match, content) == FollowUp.WHEN


def _of_its_step(match: Match, content: Content) -> FollowUp | None:
    if len(match.slots.milestones) != 1 or match.slots.parties:
        return None
    return content.follow_ups.part(_without_its_name(match))


def _without_its_name(match: Match) -> str:
    """The message with "it" for the step; in Chinese nothing stands for it."""
    signs = list(match.message)
    for place, unit in enumerate(match.utterance.units):
        if match.slots.units >> place & 1:
            signs[unit.start : unit.end] = _STEP * (unit.end - unit.start)
    return _STEPS.replaced("".join(signs), "it" if match.heard.language == "en" else "")


def means_otherwise(kind: FollowUp, understood: Understanding, situation: Situation, content: Content) -> bool:
    """Is it a question of its own, of somebody else, or of what nobody has looked into yet?"""
    match kind:
        case FollowUp.FAILS:
            return _is_known_otherwise(understood, situation, content)
        case FollowUp.RESULT:
            return _is_of_another(understood, situation)
        case FollowUp.STAYS if not _is_agreed(situation):
            return True
        case FollowUp.PAY_TO:
            return _is_of_papers(situation, content)
        case _:
            return kind in _CALMING and _is_unsettled(situation, content)


def _is_of_papers(situation: Situation, content: Content) -> bool:
    """After an answer on papers, and not on money, it is those that are sent: "where do i send it"?"""
    last = content.last(situation.chat)
    asked = last and [content.is_asked(kind, last.id) for kind in (FollowUp.HAND_TO, FollowUp.PAY_TO)]
    return asked == [True, False]


def _is_of_another(understood: Understanding, situation: Situation) -> bool:
    """银行回了没, while the seller is waited for: what was told is no answer to it."""
    named = set(understood.whole.slots.parties) - _OURS
    awaited = situation.standing.waiting_for if situation.standing else None
    return awaited is not None and bool(named) and awaited not in named


def _is_agreed(situation: Situation) -> bool:
    """Is no other day named than the one that is agreed?"""
    booked, said = situation.agreed, said_when(situation.words, situation.today)
    return booked is not None and said is not None and said.on in {None, booked.day}


def _is_unsettled(situation: Situation, content: Content) -> bool:
    """Does a person look into what the records do not know? "Is that bad" may be asked of that."""
    return not content.matcher.tiers.grave.isdisjoint(situation.open_promises) or NEWS in situation.open_promises


def _is_known_otherwise(understood: Understanding, situation: Situation, content: Content) -> bool:
    """要是银行不批呢 is a question of its own, what may be grave no fear for a date; 来不及呢 is of what was told.

    Where another day is wanted, that somebody has no time is of that.
    """
    if may_be_grave(understood.whole, content):
        return True
    last = content.last(situation.chat)
    if last and content.is_asked(FollowUp.TIMES, last.id):
        return False
    asides = content.matcher.tiers.asides
    best = understood.whole.best if understood.whole.verdict == Verdict.SURE else None
    known = best.intent if best and best.fired and not _OF_TIME.search(situation.words) else None
    return known not in {None, situation.chat.last_intent, *asides}
