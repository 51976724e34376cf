"""What is said to who calls an alarm off?"""

from dataclasses import replace

from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.deciding import decided
from bot.dialogue.speech import Speaker


def pass_called_off(speaker: Speaker) -> Decision:
    """There is nothing to be warned of: the person who was called comes all the same."""
    situation = speaker.situation
    spoken = replace(speaker, situation=situation.promising("_called_off")).say("_called_off")
    return decided(Outcome.ANSWER, situation.chat, speaker, spoken)


def take_back(decision: Decision, speaker: Speaker) -> Decision:
    """The same, behind a line that nothing more is said of the warning."""
    spoken = replace(speaker, language=decision.language).say("_called_off")
    first = (say.first_line for say in spoken.says)
    return replace(decision, actions=(*first, *decision.actions))
