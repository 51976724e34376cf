"""Is a question left unheard beside thanks, a greeting, or a word on how the last one was understood?"""

from collections.abc import Set as AbstractSet

from bot.dialogue.content import Content
from bot.dialogue.unmatched import MISUNDERSTOOD
from bot.matching.clauses import asks, phrases
from bot.matching.understanding import Understanding, understand

# Nothing shorter is a question of its own: "ok?"
_FEWEST_UNITS = 2


def swallows_a_question(understood: Understanding, content: Content) -> bool:
    """谢谢，那到底怪谁: is nothing understood of it but the courtesy, though another phrase asks something?"""
    beside = content.matcher.tiers.asides | {MISUNDERSTOOD}
    if not understood.is_only(beside):
        return False
    others = [understand(content.matcher, phrase) for phrase in phrases(understood.whole.message)]
    is_protest = MISUNDERSTOOD in {match.intent for match in understood.asked}
    return any(_is_another(one, beside) and _asks(one, is_protest=is_protest) for one in others)


def _is_another(one: Understanding, beside: AbstractSet[str]) -> bool:
    return not one.is_only(beside) and one.whole.telling_units >= _FEWEST_UNITS


def _asks(one: Understanding, *, is_protest: bool) -> bool:
    """Behind a protest, whatever is of the home is asked: "that's not my question. i already sent the proof"."""
    return asks(one.whole.message) or (is_protest and one.whole.said.is_homely)
