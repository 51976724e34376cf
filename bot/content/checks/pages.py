"""Do pages of information hold now, and in cities that we know?"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from bot.content.problems import Problem, problem
from bot.content.reader import suggestion
from bot.content.replies import Page

# So long before its review, a page is worth a look.
_SOON = timedelta(days=30)


def reviews(pages: Mapping[str, Page], today: date) -> Iterator[Problem]:
    """Pages of information that are not said yet, or not any more, or soon will not be."""
    for page in pages.values():
        if (validity := page.reply.validity) is None:
            continue
        if today < validity.valid_from:
            yield problem("not-yet", page.place, day=validity.valid_from)
        elif validity.review_by < today:
            yield problem("review-due", page.place, day=validity.review_by)
        elif validity.review_by - _SOON <= today:
            yield problem("review-soon", page.place, day=validity.review_by)


def cities(pages: Mapping[str, Page], known: Collection[str]) -> Iterator[Problem]:
    """Pages for a city that config.yaml does not name: nobody would ever read them."""
    for page in pages.values():
        for city in page.cities:
            if city.value not in known:
                listed = ", ".join(sorted(known))
                yield problem(
                    "unknown-city", city.place, city=city.value, known=listed, **suggestion(city.value, known)
                )
