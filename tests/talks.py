"""How is a conversation played in a test? Through the real turn, with the shipped content and books in memory."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache

from bot import rehearsal
from bot.dialogue.house import House
from bot.rehearsal import said
from bot.turns.buyer import Turn
from tests.samples import STORY, cases, config, content

# Closed when the tests end.
_OPEN = ExitStack()
__all__ = ["Talk", "house", "said", "talk_of", "turn"]


@cache
def house() -> House:
    """The shipped content, office and calendar."""
    return House(content(), config().office, config().calendar, "zh")


@cache
def turn() -> Turn:
    """The real turn on books in memory, shared by all talks: each has a chat of its own."""
    return _OPEN.enter_context(rehearsal.stage(house(), config().process))


@dataclass
class Talk(rehearsal.RehearsedChat):
    """One private chat with the shipped content at one moment."""

    turn: Turn = field(default_factory=turn)


def talk_of(case: str) -> Talk:
    """The chat of a sample case's buyer, at the moment of its story."""
    talk = Talk(STORY[case])
    talk.bind(cases()[case])
    return talk
