"""What is said to who writes what should not stand in a chat?"""

from dataclasses import replace

from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.speech import Speaker


def warn_of_papers(decision: Decision, speaker: Speaker) -> Decision:
    """The number of a card should not stand in a chat; what is asked beside it is answered after the warning."""
    warning = speaker.say("_keep_private")
    if decision.outcome in {Outcome.FALLBACK, Outcome.CLARIFY}:
        return decided(Outcome.ANSWER, speaker.situation.chat, speaker, warning, decision.understood)
    return replace(decision, actions=(*warning.actions, *decision.actions))
