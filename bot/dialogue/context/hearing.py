"""What does a message ask, in its chat: once it is corrected, and whoever is meant by 他 is named?"""

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.content import Content
from bot.dialogue.context.fragments import in_context
from bot.dialogue.context.lengths import FEWEST_UNITS
from bot.dialogue.context.pronouns import named_in_full
from bot.dialogue.readers.correcting import asked_otherwise, meant
from bot.dialogue.readers.other_person import is_another
from bot.dialogue.readers.when import When, counted_on
from bot.dialogue.situation import Situation
from bot.dialogue.unmatched import MISUNDERSTOOD
from bot.matching.clauses import asks, phrases
from bot.matching.understanding import Understanding, understand


def hear(text: str, situation: Situation, content: Content) -> Understanding:
    """What is asked; where it corrects what was understood, what stands behind that, if it says anything.

    Whoever says to be the seller or a relative hears nothing of the case, whatever they ask.
    """
    understood = _heard(text, situation, content)
    refused = content.of_others
    if refused is None or any(map(content.matcher.is_danger, understood.asked)):
        return understood
    if understood.is_only(content.matcher.tiers.asides) or not is_of_another(text, situation):
        return understood
    return replace(understood, asked=(understood.whole.led_by(refused),))


def is_of_another(text: str, situation: Situation) -> bool:
    """Does somebody write in the buyer's chat who says to be somebody else, now or a moment ago?"""
    return situation.standing is not None and is_another((*situation.lately, text), situation.own_name)


def _heard(text: str, situation: Situation, content: Content) -> Understanding:
    said = meant(text)
    corrected = _without_the_last(_read(said, situation, content), text, situation, content) if said else None
    if corrected and (corrected.asked or corrected.whole.telling_units >= FEWEST_UNITS):
        return corrected
    understood = _read(text, situation, content)
    return _beside_the_protest(understood, situation, content) or understood


def _without_the_last(understood: Understanding, text: str, situation: Situation, content: Content) -> Understanding:
    """Who says that something else was asked gets no answer to the same; a named step is another matter."""
    last = content.last(situation.chat)
    if (
        last is None
        or not asked_otherwise(text)
        or not situation.chat.is_fresh(situation.now)
        or last.id in content.matcher.tiers.grave
    ):
        return understood
    meant = [match for match in understood.asked if match.intent != last.id or match.slots.milestones]
    return replace(understood, asked=tuple(meant))


def _beside_the_protest(understood: Understanding, situation: Situation, content: Content) -> Understanding | None:
    """你没听懂 … 几点到哪里: what is plainly asked beside saying that nothing was understood, or beside mere thanks.

    好的 那27号见 拜拜: who counts on a day may count on a wrong one, and asks about it.
    """
    beside = {MISUNDERSTOOD, *content.matcher.tiers.asides}
    if understood.whole.intent != MISUNDERSTOOD and not understood.is_only(beside):
        return None
    days = {part: counted_on(part, situation.today) for part in phrases(understood.whole.message)}
    heard = (_read(part, situation, content) for part, day in days.items() if day or asks(part))
    plain = (one for one in heard if one.asked and not one.is_only(beside))
    if found := next(plain, None):
        return found
    # When they sign is asked by who counts on another day.
    hears, named = content.of_hours, [day for day in days.values() if day]
    if hears is None or not _count_on_another(named, situation):
        return None
    return replace(understood, asked=(understood.whole.led_by(hears),))


def _count_on_another(named: Sequence[When], situation: Situation) -> bool:
    """Great, the 15th, thanks: is a day counted on for a signing to come that is not the agreed one?"""
    agreed, standing = situation.agreed, situation.standing
    is_agreed = agreed is not None and any(day.is_meant_by(agreed) for day in named)
    return bool(named) and not is_agreed and standing is not None and not standing.is_signed


def _read(text: str, situation: Situation, content: Content) -> Understanding:
    """What is asked; where that is clearer, with the person whom the last question named in place of 他 or "he"."""
    understood = in_context(understand(content.matcher, text), situation, content)
    in_full = named_in_full(text, situation, content)
    if in_full is None or any(map(content.matcher.is_danger, understood.asked)):
        return understood
    named = in_context(understand(content.matcher, in_full), situation, content)
    return named if _certainty(named) > _certainty(understood) else understood


def _certainty(understood: Understanding) -> float:
    """How sure a rule is of what is asked, and of nothing else; 0 where none is."""
    best = understood.asked[0].best if len(understood.asked) == 1 else None
    return best.score if best and best.fired else 0.0
