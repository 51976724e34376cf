"""From when to when, and where, may a page of general information be given as fact?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Validity:
    """First and last day (both count), and the cities; none named means everywhere."""

    valid_from: date
    review_by: date
    cities: frozenset[str] = frozenset()

    def covers(self, today: date, city: str | None) -> bool:
        """May it be said today, to somebody who buys there? Where the city matters, an unknown one is not covered.

        >>> Validity(date(2026, 1, 1), date(2026, 6, 30)).covers(date(2026, 7, 1), None)
        False
        """
        return self.valid_from <= today <= self.review_by and (not self.cities or city in self.cities)
