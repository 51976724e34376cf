"""Whom do 他 and "he" mean? The only other person whom the last question named, else who was promised or awaited."""

from bot.cases.milestones import Role
from bot.dialogue.content import Content
from bot.dialogue.context.last_answer import is_after_answer
from bot.dialogue.situation import Situation
from bot.matching.phrasing import Phrasing

_HIM = Phrasing(r"(?<!其)[他她](?!人)们?|\b(?:he|she|him)\b")
# Of the buyer's own people nobody says 他 without having named them.
_OTHERS = frozenset({Role.SELLER, Role.CO_SELLER, Role.DEVELOPER, Role.AGENT, Role.ADVISOR})


def named_in_full(message: str, situation: Situation, content: Content) -> str | None:
    """The message with that person in place of the pronoun; None where it has none, names somebody, or leaves a choice.

    他明天还不接电话呢, after a question about the seller, is no complaint about the advisor.
    """
    him, past = _HIM.search(message), situation.past
    question = past.account.heard.question if past else None
    if him is None or question is None or not is_after_answer(situation, content):
        return None
    spoken_of = _OTHERS.intersection(content.matcher.match(question).slots.parties) or _awaited(situation)
    if len(spoken_of) != 1 or content.matcher.match(message).slots.parties:
        return None
    person = content.names.say("roles", min(spoken_of), "en" if him[0].isascii() else "zh")
    return message[: him.start()] + person + message[him.end() :]


def _awaited(situation: Situation) -> frozenset[Role]:
    """Who was promised in the last answer, or named there because it is their turn."""
    standing = situation.standing
    if situation.chat.last_intent in situation.open_promises:
        return frozenset({Role.ADVISOR})
    is_told = situation.may_be_told and "waiting_for" in situation.told
    return _OTHERS & {standing.waiting_for} if standing and standing.waiting_for and is_told else frozenset()
