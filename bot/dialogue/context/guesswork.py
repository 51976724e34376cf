"""Is what follows an answer more than a guess? Else a person looks at it."""

from bot.dialogue.content import Content
from bot.dialogue.context.last_answer import is_after_answer, said_after
from bot.dialogue.context.lengths import FEWEST_UNITS, FRAGMENT, SHORT
from bot.dialogue.intent import Escalate, Intent
from bot.dialogue.readers.addition import is_added
from bot.dialogue.readers.manner import whose
from bot.dialogue.readers.what_to_do import asks_what_to_do
from bot.dialogue.readers.when import comes_when
from bot.dialogue.situation import Situation
from bot.matching.clauses import asks
from bot.matching.match import Candidate, Match
from bot.matching.said import ELSEWHERE
from bot.matching.understanding import Understanding

# Of what follows an answer, half of all likenesses below this are wrong (tests/utterances/turns.tsv).
_LIKE_ENOUGH = 0.825


def is_guess(understood: Understanding, situation: Situation, content: Content) -> bool:
    """Would it be a guess to answer it as another question than the last one, or is nothing understood at all?"""
    if not understood.asked:
        return True
    if comes_when(situation.words, situation.today):
        # So 15:30 tomorrow is still ok? It is held against what is agreed, whatever was spoken of.
        return False
    best = understood.asked[0].best if len(understood.asked) == 1 else None
    if best is None or best.intent == situation.chat.last_intent or said_after(understood.whole, situation, content):
        return False
    if not is_ordinary(content.intents[best.intent], content):
        return False
    return _is_faint(best) or _is_rather_of_the_last(best, understood.whole, situation, content)


def _is_faint(best: Candidate) -> bool:
    """Does a mere likeness speak for it?"""
    return not best.fired and best.score < _LIKE_ENOUGH


def _is_rather_of_the_last(best: Candidate, match: Match, situation: Situation, content: Content) -> bool:
    """Are these few words said rather of the last question, wherever editors have written them?

    能邮寄吗, by itself, is about papers to hand in; but more examples about the certificate hold 邮寄.
    """
    last, intent = situation.chat.last_intent, content.intents[best.intent]
    if last is None or match.telling_units > FRAGMENT or _says_of_what(match, intent, situation):
        return False
    if asks_what_to_do(match.message) or (last in situation.chat.called_off and content.intents[last].insists):
        return False
    if best.fired and best.fired.rule.whole and len(best.fired.rule.needs) > 1:
        # "is my loan affected": an editor's rule for all of it, of several words.
        return False
    return content.matcher.is_rather_of(match, last, intent.id)


def _says_of_what(match: Match, intent: Intent, situation: Situation) -> bool:
    """Is a step or a person named; or may it be asked of any step, and so is of the one spoken of?"""
    is_of_any = intent.follows_slot or intent.other_steps is not None
    return (
        bool(match.slots.milestones)
        or whose(match) is not None
        or (is_of_any and situation.chat.last_about is not None)
    )


def is_further(understood: Understanding, situation: Situation, content: Content) -> bool:
    """Are these few words right after an answer, and of nothing else?"""
    is_brief = understood.whole.telling_units <= SHORT
    return situation.may_be_told and is_brief and follows_an_answer(understood, situation, content)


def follows_an_answer(understood: Understanding, situation: Situation, content: Content) -> bool:
    """Does somebody of whose case we know say it right after an answer, and nothing of other matters?"""
    match = understood.whole
    is_known = any(entry.fired and entry.intent not in content.matcher.tiers.asides for entry in match.candidates)
    is_astray = ELSEWHERE in match.said.concepts and not match.said.is_homely and not is_known
    if situation.standing is None or is_astray:
        return False
    said = match.message
    fewest = 1 if match.found and (asks(said) or is_added(said)) else FEWEST_UNITS
    return match.telling_units >= fewest and is_after_answer(situation, content)


def is_ordinary(intent: Intent, content: Content) -> bool:
    """Is it neither talk beside the matter, which may be said twice, nor what calls a person or is done at once?"""
    return intent.escalate != Escalate.NOW and intent.does is None and intent.id not in content.matcher.tiers.asides
