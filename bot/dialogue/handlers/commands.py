"""What does a command do?"""

from collections.abc import Callable, Mapping

from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers import verification
from bot.dialogue.handlers.answering import answer
from bot.dialogue.handlers.deciding import decided, system_reply
from bot.dialogue.handlers.fallback import miss
from bot.dialogue.handlers.language import speaker_of
from bot.dialogue.house import House
from bot.dialogue.intent import HELP, HUMAN, STATUS
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker


def run_command(situation: Situation, house: House) -> Decision:
    """A command that nobody knows is a question not understood."""
    speaker = speaker_of(situation, house)
    command = _COMMANDS.get(situation.incoming.content)
    return command(speaker) if command else miss(speaker)


def _start(speaker: Speaker) -> Decision:
    situation = speaker.situation
    if verification.is_link(situation.incoming):
        return verification.open_link(speaker)
    return system_reply("_welcome_back" if situation.standing else "_welcome", speaker)


def _language(speaker: Speaker) -> Decision:
    spoken = speaker.say("_language", buttons=speaker.languages())
    return decided(Outcome.ANSWER, speaker.situation.chat, speaker, spoken)


def _question(intent: str) -> Callable[[Speaker], Decision]:
    return lambda speaker: answer(speaker.content.intents[intent], speaker)


_COMMANDS: Mapping[str, Callable[[Speaker], Decision]] = {
    "start": _start,
    "progress": _question(STATUS),
    "help": _question(HELP),
    "human": _question(HUMAN),
    "language": _language,
}
