"""What is answered in any case: danger, though it is a person's turn, or the words were changed afterwards."""

from dataclasses import replace

from bot.dialogue.decision import Decision
from bot.dialogue.handlers.answering import answers
from bot.dialogue.handlers.deciding import silence, system_reply
from bot.dialogue.handlers.language import speaker_of
from bot.dialogue.house import House
from bot.dialogue.messages import HEARD, Kind
from bot.dialogue.situation import Held, Situation
from bot.matching.understanding import understand


def while_held(situation: Situation, house: House, held: Held) -> Decision:
    """A person has the chat: the bot only answers danger, and says once that somebody is reading."""
    if danger := _danger(situation, house):
        return danger
    if situation.incoming.kind not in HEARD or situation.chat.told_ticket == held.ticket_id:
        return silence(situation, house)
    told = replace(situation.chat, told_ticket=held.ticket_id)
    promised = replace(situation, chat=told, promised={"_held": held.reply_by})
    return system_reply("_held", speaker_of(promised, house))


def while_lost(situation: Situation, house: House) -> Decision:
    """Where the case stands cannot be read: the bot only answers danger, and all else is for a person."""
    return _danger(situation, house) or system_reply("_trouble", speaker_of(situation, house))


def _danger(situation: Situation, house: House) -> Decision | None:
    """What is answered in any case, be it that a person has the chat or that the words were changed afterwards."""
    if situation.incoming.kind not in {*HEARD, Kind.EDIT}:
        return None
    understood = understand(house.content.matcher, situation.words)
    if not any(map(house.content.matcher.is_danger, understood.asked)):
        return None
    return answers(understood, speaker_of(situation, house, understood.whole.utterance.language))


def edited(situation: Situation, house: House) -> Decision:
    """An answer was given to the words as they were."""
    return _danger(situation, house) or system_reply("_edited", speaker_of(situation, house))
