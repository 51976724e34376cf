"""Which questions go before others, and which give way?"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tiers:
    """Intents that go before all others, and those that give way to any other in the same message.

    `grave`: those for which a person comes, the urgent among them; they are not meant where they are denied ("nobody
    cheated me"). `life`: those of somebody who may end it; a phrase of a message is enough.
    `lasting`: those of what is not undone by being settled: a death, a lost job.
    `money`: those of money that is in danger.
    `beside`: what is none of our matters. `signing`: those of the signing itself, of which a bare "where" asks.
    """

    urgent: frozenset[str] = frozenset()
    grave: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    life: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    money: frozenset[str] = frozenset()
    beside: str = ""
    signing: frozenset[str] = frozenset()


# No question goes before another.
NO_TIERS = Tiers()
