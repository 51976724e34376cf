"""What is done where nothing is surely asked? The likely answer, buttons, a person, or "say it in other words"."""

from bot.dialogue.content import Content
from bot.dialogue.context.appointment import may_be_on_the_way
from bot.dialogue.context.guesswork import follows_an_answer, is_ordinary
from bot.dialogue.context.last_answer import of_the_last
from bot.dialogue.context.lengths import SHORT
from bot.dialogue.context.swallowed import swallows_a_question
from bot.dialogue.decision import Decision
from bot.dialogue.handlers.answering import guess
from bot.dialogue.handlers.deciding import system_reply
from bot.dialogue.handlers.fallback import clarify, miss
from bot.dialogue.handlers.guesses import pass_unsure
from bot.dialogue.intent import BESIDE, Escalate, Intent
from bot.dialogue.messages import Kind
from bot.dialogue.readers.correcting import meant
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.matching.match import Candidate, Match, Verdict
from bot.matching.understanding import Understanding

# From here on, the only question that a message is like may be answered.
_LIKELY = 0.5
# So likely one has to be, and so far ahead of any other, where it may go on about the last answer as well.
_MEANT, _AHEAD = 0.6, 0.1


def settle_unclear(understood: Understanding, speaker: Speaker) -> Decision | None:
    """What is not surely asked of us is guessed where that is likely, asked back, or passed on."""
    situation = speaker.situation
    if situation.standing and swallows_a_question(understood, speaker.content):
        return pass_unsure(understood, speaker)
    if understood.asked and not _has_to_be_ours(understood, situation):
        return None
    if situation.incoming.kind == Kind.OTHER:
        return system_reply("_not_text", speaker)
    if _is_of_ours(situation) and understood.whole.telling_units > 1:
        return pass_unsure(understood, speaker)
    if follows_an_answer(understood, situation, speaker.content):
        return _after_an_answer(understood, speaker)
    return _out_of_the_blue(understood, speaker)


def _after_an_answer(understood: Understanding, speaker: Speaker) -> Decision:
    if meant := _meant_at_length(understood.whole, speaker.content):
        return guess(meant, speaker, understood)
    return pass_unsure(of_the_last(understood, speaker.situation), speaker)


def _meant_at_length(match: Match, content: Content) -> Intent | None:
    """The question that a rule knows in as many words as lean on no last answer; none that calls a person."""
    best = match.best
    if best is None or best.fired is None or match.is_doubted or match.telling_units <= SHORT:
        return None
    is_likely = best.score >= _MEANT and match.margin >= _AHEAD
    return content.intents[best.intent] if is_likely and is_ordinary(content.intents[best.intent], content) else None


def _has_to_be_ours(understood: Understanding, situation: Situation) -> bool:
    """Is it taken for none of our matters, though to somebody at the counter, or who puts us right, all is of ours?"""
    is_beside = all(match.intent == BESIDE and not match.fired for match in understood.asked)
    return is_beside and _is_of_ours(situation)


def _out_of_the_blue(understood: Understanding, speaker: Speaker) -> Decision:
    """A long message about the home, of somebody whose case we know, is for a person rather than not understood."""
    situation, content = speaker.situation, speaker.content
    offers = content.matcher.offers(understood.whole)
    if len(offers) == 1 and _is_likely(understood.whole, offers[0], situation, content):
        return guess(content.intents[offers[0].intent], speaker, understood)
    if len(offers) == 1 and situation.standing and _may_be_ours(understood.whole, offers[0]):
        # "Which of these" of one is no choice.
        return pass_unsure(understood, speaker)
    if understood.whole.verdict == Verdict.UNSURE and offers:
        return clarify([offer.intent for offer in offers], speaker, understood)
    if situation.standing and understood.whole.said.is_homely and understood.whole.telling_units >= SHORT:
        return pass_unsure(understood, speaker)
    return miss(speaker, understood)


def _is_of_ours(situation: Situation) -> bool:
    """2nd floor is closed, 我问的是续租: does it matter to the purchase, whatever it is like?"""
    is_put_right = situation.standing is not None and meant(situation.words) is not None
    return is_put_right or may_be_on_the_way(situation)


def _is_likely(match: Match, offer: Candidate, situation: Situation, content: Content) -> bool:
    """Is somebody of whose case we know hardly asking anything else, and nothing that calls a person?

    Of what is ours and so like one question alone, four of five are that one (tests/utterances).
    """
    is_ours = situation.standing is not None and _may_be_ours(match, offer)
    is_alone = match.best is not None and match.best.intent == offer.intent and offer.score >= _LIKELY
    is_calm = not match.is_doubted and content.intents[offer.intent].escalate != Escalate.NOW
    return is_ours and is_alone and is_calm


def _may_be_ours(match: Match, offer: Candidate) -> bool:
    return match.said.is_homely or offer.fired is not None
