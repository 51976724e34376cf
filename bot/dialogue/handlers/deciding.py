"""How do words that are said become a decision?"""

from dataclasses import replace

from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.language import speaker_of
from bot.dialogue.house import House
from bot.dialogue.messages import Chat, Note, Remember
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker, Spoken
from bot.matching.understanding import Understanding


def system_reply(reply: str, speaker: Speaker) -> Decision:
    """What belongs to no question."""
    return decided(Outcome.ANSWER, speaker.situation.chat, speaker, speaker.say(reply))


def silence(situation: Situation, house: House) -> Decision:
    """Nothing is said."""
    return Decision(Outcome.SILENCE, speaker_of(situation, house).language, ())


def decided(
    outcome: Outcome, chat: Chat, speaker: Speaker, spoken: Spoken, understood: Understanding | None = None
) -> Decision:
    """The decision, with the chat as it is to be remembered and a line for the audit."""
    kept = Remember(replace(chat, last_language=speaker.language, unreachable=False))
    decision = Decision(outcome, speaker.language, (*spoken.actions, kept), understood, spoken.chosen)
    detail = {"reply": spoken.chosen.reply, "answer": str(spoken.chosen.answer + 1)}
    if decision.match and decision.match.best:
        detail |= {"intent": decision.match.best.intent, "score": f"{decision.match.best.score:.2f}"}
    return replace(decision, actions=(*decision.actions, Note(outcome, chat.case_ref, detail)))
