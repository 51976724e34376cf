"""Do pages of information hold now, and in cities that we know?"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from bot.content.problems import Problem, problem
from bot.content.reader import suggestion
from bot.content.replies import Page


def reviews(pages: Mapping[str, Page], today: date) -> Iterator[Problem]:
    """Pages of information that are past their review."""
    for page in pages.values():
        validity = page.reply.validity
        if validity and validity.review_by < today:
            yield problem("review-due", page.place, day=validity.review_by)


def cities(pages: Mapping[str, Page], known: Collection[str]) -> Iterator[Problem]:
    """Pages for a city that config.yaml does not name: nobody would ever read them."""
    for page in pages.values():
        for city in page.cities:
            if city.value not in known:
                listed = ", ".join(sorted(known))
                yield problem(
                    "unknown-city", city.place, city=city.value, known=listed, **suggestion(city.value, known)
                )
