"""Is it grave enough that a person comes at once?"""

from bot.dialogue.content import Content
from bot.matching.match import Match
from bot.matching.understanding import Understanding


def calls_a_person(understood: Understanding, content: Content) -> bool:
    """Is anything asked for which a person comes at once?"""
    grave = content.matcher.tiers.grave
    return any(match.alarm or match.intent in grave for match in understood.asked)


def is_called_by_name(understood: Understanding, content: Content) -> bool:
    """Is such a thing asked for in words that a rule knows, and not by a likeness alone?"""
    grave = content.matcher.tiers.grave
    return any(match.fired and match.intent in grave for match in understood.asked)


def insists_by_name(understood: Understanding, content: Content) -> bool:
    """Is it, in words that a rule knows, one that is warned of whatever is said to it: money or life at risk?"""
    return any(match.fired and content.intents[match.intent].insists for match in understood.asked)


def may_be_grave(match: Match, content: Content) -> bool:
    """Is such a question among all that it may mean?"""
    return any(entry.intent in content.matcher.tiers.grave for entry in match.candidates)


def is_rather_grave(match: Match, content: Content) -> bool:
    """Is such a question likely enough to be worth a button?"""
    likely = (entry for entry in match.candidates if entry.score >= content.matcher.thresholds.offer)
    return any(entry.intent in content.matcher.tiers.grave for entry in likely)


def calls_somebody(understood: Understanding, content: Content) -> bool:
    """Does it surely ask for a person by itself?"""
    grave = content.matcher.tiers.grave
    return any((match.fired or match.alarm) and match.intent in grave for match in understood.asked)
