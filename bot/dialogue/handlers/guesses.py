"""What is said where any answer would be a guess?"""

from bot.dialogue.content import Content
from bot.dialogue.context.guesswork import is_further, is_guess
from bot.dialogue.context.last_answer import of_the_last
from bot.dialogue.context.lengths import SHORT
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.handlers.relay import harmless, is_all_said, pass_on, what_holds
from bot.dialogue.promises import FURTHER, UNSURE
from bot.dialogue.readers.correcting import meant
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.matching.understanding import Understanding

# From here on, what is not like the last question at all is about another.
_LIKE_ANOTHER = 0.7
# From here on, it is rather about another, where it is as long as one that leans on nothing.
_LIKELY = 0.5


def pass_guess(understood: Understanding, speaker: Speaker) -> Decision | None:
    """A few words right after an answer: nobody guesses what they ask, a person looks at it."""
    situation, content = speaker.situation, speaker.content
    is_open = is_further(understood, situation, content) and is_guess(understood, situation, content)
    return pass_unsure(of_the_last(understood, situation), speaker) if is_open else None


def pass_unsure(understood: Understanding, speaker: Speaker) -> Decision:
    """Any answer would be a guess: what holds for everybody is said of the last question, and a person looks at it.

    What it may mean else are buttons.
    """
    situation = speaker.situation
    offers = harmless(understood, speaker.content)
    reply = _about_what(understood, situation, speaker.content)
    spoken = what_holds(reply, UNSURE, understood, speaker, tuple(map(speaker.button, offers)))
    if is_all_said(spoken, {FURTHER, UNSURE}, speaker):
        return pass_on(understood, speaker, Outcome.CLARIFY)
    return decided(Outcome.CLARIFY, situation.chat.gone_on(situation.now), speaker, spoken, understood)


def _about_what(understood: Understanding, situation: Situation, content: Content) -> str:
    """The last question; but what is rather like another, or said to be of another, is not said of it."""
    last, whole = situation.chat.last_intent, understood.whole
    if last is None or meant(situation.words) or _is_of_another_step(understood, situation, content):
        return UNSURE
    if whole.best is None or whole.best.intent == last:
        return last
    if whole.telling_units > SHORT and whole.best.score >= _LIKELY and not whole.slots.milestones:
        # Who writes as much as that, and does not name the step, leans on no last answer.
        return UNSURE
    is_like_it = any(entry.intent == last for entry in whole.candidates)
    is_faint = whole.best.score < _LIKE_ANOTHER
    return last if is_like_it or is_faint or content.matcher.is_rather_of(whole, last, whole.best.intent) else UNSURE


def _is_of_another_step(understood: Understanding, situation: Situation, content: Content) -> bool:
    """Is a step named, and another one than was spoken of?"""
    last, named = content.last(situation.chat), {*understood.whole.slots.milestones}
    spoken_of = {situation.chat.last_about, last.about if last else None} - {None}
    return bool(named and spoken_of) and named.isdisjoint(spoken_of)
