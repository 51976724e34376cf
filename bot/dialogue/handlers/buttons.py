"""What does a tap do?"""

from dataclasses import replace

from bot.cases.languages import LANGUAGES
from bot.dialogue.decision import Decision, Outcome
from bot.dialogue.handlers.answering import answer
from bot.dialogue.handlers.deciding import decided, system_reply
from bot.dialogue.handlers.fallback import miss
from bot.dialogue.handlers.language import speaker_of
from bot.dialogue.house import House
from bot.dialogue.messages import Kind, Note, Rate
from bot.dialogue.readers.choosing import chosen
from bot.dialogue.situation import Situation
from bot.dialogue.speech import Speaker
from bot.dialogue.taps import ASK, LANGUAGE, RATE, SCORES, UNBIND, read

# No ticket has a number beyond this; nor do the books.
_LONGEST_NUMBER = 18


def tapped(situation: Situation, house: House) -> Decision:
    """In the language of the chat."""
    return press(situation, speaker_of(situation, house))


def press(situation: Situation, speaker: Speaker) -> Decision:
    """A button may be older than the content: an unknown one is a question not understood."""
    action, value = read(situation.incoming.content)
    house = speaker.house
    if action == LANGUAGE and value in LANGUAGES:
        return _pin(value, situation, house)
    if action == UNBIND:
        return _unbind(situation, house, speaker.language)
    if action == RATE:
        return _rated(value, situation, speaker)
    if action == ASK and value in house.content.intents:
        return answer(house.content.intents[value], situation, speaker)
    return miss(situation, speaker)


def _pin(language: str, situation: Situation, house: House) -> Decision:
    pinned = replace(situation.chat, pinned_language=language)
    speaker = Speaker(house, replace(situation, chat=pinned), language)
    return decided(Outcome.ANSWER, pinned, speaker, speaker.say("_language_set"))


def _unbind(situation: Situation, house: House, language: str) -> Decision:
    """The chat forgets the case; the case itself stays as it is."""
    chat = situation.chat.unbound
    speaker = Speaker(house, replace(situation, chat=chat, standing=None), language)
    said = decided(Outcome.ANSWER, chat, speaker, speaker.say("_unbound"))
    return replace(said, actions=(*said.actions, Note("chat_unbound", situation.chat.case_ref)))


def _rated(value: str, situation: Situation, speaker: Speaker) -> Decision:
    """`TICKET:SCORE`, from the question that follows a person's help."""
    ticket, _, score = value.partition(":")
    if not ticket.isdecimal() or len(ticket) > _LONGEST_NUMBER or score not in SCORES:
        return miss(situation, speaker)
    thanked = system_reply("_survey_thanks", situation, speaker)
    return replace(thanked, actions=(*thanked.actions, Rate(int(ticket), int(score))))


def pressed_by_name(situation: Situation) -> Situation | None:
    """The same as a tap, where the words name a button of the last message: "the second one"."""
    offered = situation.last_said.buttons if situation.last_said else ()
    picked = chosen(situation.words, [button.data for button in offered])
    pressed = replace(situation.incoming, kind=Kind.BUTTON, content=picked or "")
    return replace(situation, incoming=pressed) if picked else None
