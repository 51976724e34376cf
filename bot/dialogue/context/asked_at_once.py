"""Which part of the answer is asked for in the same breath as the step? 抵押登记谁去办."""

from bot.dialogue.content import Content
from bot.matching.match import Match
from bot.matching.phrasing import Phrasing
from bot.wording.follow_up import FollowUp

_PARTS = {FollowUp.WHO, FollowUp.COST, FollowUp.WHERE, FollowUp.PAYER, FollowUp.PAY_TO, FollowUp.HAND_TO}
# Stands for each character of the step's words; an article before them belongs to them.
_STEP = "\x00"
_STEPS = Phrasing(rf"(?:\b(?:the|my|our|a) )?{_STEP}+(?: *{_STEP}+)*")


def part_of_its_step(match: Match, content: Content) -> FollowUp | None:
    """Who does it, what it costs, where: asked of the one step that is named, and of nobody; None for any other."""
    part = _part(match, content)
    return part if part in _PARTS else None


def asks_its_day(match: Match, content: Content) -> bool:
    """Is nothing asked but the day of the one step that is named? 几号放款."""
    return _part(match, content) == FollowUp.WHEN


def _part(match: Match, content: Content) -> FollowUp | None:
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
