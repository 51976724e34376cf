"""How sure is sure enough?"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Thresholds:
    """Scores from 0 to 1: `sure` and `margin` to answer, or `alone` and `lead`; `offer` to be among the buttons.

    An urgent question needs no more than `urgent`, unless the rule of another leads by `outweigh`, and a grave one no
    more than `urgent_example` of its examples: a false alarm is better than a miss. `astray`: what is needed to answer
    where words of other matters stand.
    """

    sure: float = 0.48
    plain: float = 0.75
    margin: float = 0.06
    alone: float = 0.4
    lead: float = 0.15
    offer: float = 0.25
    example_worth: float = 0.7
    example_least: float = 0.35
    urgent: float = 0.3
    urgent_example: float = 0.4
    outweigh: float = 1.0
    astray: float = 0.48

    @property
    def disorder(self) -> Iterator[tuple[str, str]]:
        """The pairs of which the first should not be more than the second, and is.

        A button needs less than an answer, and an answer with a great lead less than one with a small lead.
        """
        return ((low, high) for low, high in _ORDER if getattr(self, low) > getattr(self, high))


_ORDER = (("offer", "alone"), ("alone", "sure"), ("sure", "plain"), ("margin", "lead"))
# Where an editor has written none.
DEFAULTS = Thresholds()
