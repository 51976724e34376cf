"""What does a tap do?"""

from dataclasses import replace

from bot.cases.languages import LANGUAGES
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.answering import answer
from bot.dialogue.handlers.deciding import decided, system_reply
from bot.dialogue.handlers.fallback import miss
from bot.dialogue.handlers.language import speaker_of
from bot.dialogue.house import House
from bot.dialogue.messages import Note, Rate
from bot.dialogue.readers.choosing import chosen
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.dialogue.taps import ASK, LANGUAGE, RATE, SCORES, UNBIND, read

# No ticket has a number beyond this; nor do the books.
_LONGEST_NUMBER = 18


def tapped(situation: Situation, house: House) -> Decision:
    """In the language of the chat."""
    return press(situation.incoming.content, speaker_of(situation, house))


def press(button: str, speaker: Speaker) -> Decision:
    """What it carries; a button may be older than the content: an unknown one is a question not understood."""
    action, value = read(button)
    if action == LANGUAGE and value in LANGUAGES:
        return _pin(value, speaker)
    if action == UNBIND:
        return _unbind(speaker)
    if action == RATE:
        return _rated(value, speaker)
    if action == ASK and value in speaker.content.intents:
        return answer(speaker.content.intents[value], speaker)
    return miss(speaker)


def named_button(situation: Situation) -> str | None:
    """What the button of the last message carries that the words name: "the second one"."""
    offered = situation.last_said.buttons if situation.last_said else ()
    return chosen(situation.words, [button.data for button in offered])


def _pin(language: str, speaker: Speaker) -> Decision:
    pinned = replace(speaker.situation.chat, pinned_language=language)
    speaker = replace(speaker, situation=replace(speaker.situation, chat=pinned), language=language)
    return decided(Outcome.ANSWER, pinned, speaker, speaker.say("_language_set"))


def _unbind(speaker: Speaker) -> Decision:
    """The chat forgets the case; the case itself stays as it is."""
    bound = speaker.situation.chat
    speaker = replace(speaker, situation=replace(speaker.situation, chat=bound.unbound, standing=None))
    said = decided(Outcome.ANSWER, bound.unbound, speaker, speaker.say("_unbound"))
    return replace(said, actions=(*said.actions, Note("chat_unbound", bound.case_ref)))


def _rated(value: str, speaker: Speaker) -> Decision:
    """`TICKET:SCORE`, from the question that follows a person's help."""
    ticket, _, score = value.partition(":")
    if not ticket.isdecimal() or len(ticket) > _LONGEST_NUMBER or score not in SCORES:
        return miss(speaker)
    thanked = system_reply("_survey_thanks", speaker)
    return replace(thanked, actions=(*thanked.actions, Rate(int(ticket), int(score))))
