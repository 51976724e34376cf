"""Which steps and people does a message name?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.cases.milestones import Milestone, Role
from bot.matching.lexicon import CONCEPTS, END, START
from bot.matching.said import Said

# Words that show that the message is about buying a home; the steps and the people of a purchase do as well.
HOME = "home"


@dataclass(frozen=True)
class Slots:
    """What a question is about; never guessed, only read. `units`: the places of the words that say so, as bits."""

    milestones: tuple[Milestone, ...] = ()
    parties: tuple[Role, ...] = ()
    units: int = field(default=0, compare=False)


_NO_SLOTS = Slots()


@dataclass(frozen=True)
class Meanings:
    """Which slot a concept fills."""

    milestones: Mapping[str, Milestone] = field(default_factory=dict)
    parties: Mapping[str, Role] = field(default_factory=dict)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """All that fill one."""
        return frozenset((*self.milestones, *self.parties))

    @property
    def home(self) -> frozenset[str]:
        """The concepts that show that a message is about buying a home."""
        return self.concepts | {HOME}

    def slots(self, said: Said) -> Slots:
        """The steps and people named, in the order of the message."""
        if said.concepts.isdisjoint(self.concepts):
            return _NO_SLOTS
        units, milestones = 0, dict[Milestone, None]()
        parties: dict[Role, None] = {}
        for hit in sorted(said.hits(self.concepts), key=lambda hit: (hit[START], -hit[END])):
            units |= (1 << hit[END]) - (1 << hit[START])
            for concept in sorted(hit[CONCEPTS]):
                if concept in self.milestones:
                    milestones[self.milestones[concept]] = None
                if concept in self.parties:
                    parties[self.parties[concept]] = None
        return Slots(tuple(milestones), tuple(parties), units)
