"""Do the files fit together, and does every question win its own examples?"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bot.content.intents import Question
from bot.content.problems import Place, Problem, problem
from bot.content.reader import suggestion
from bot.content.replies import Page
from bot.content.source import Text
from bot.matching.matcher import Matcher, Verdict
from bot.wording.replies import NEEDED

NAMES = "_names"


@dataclass(frozen=True)
class Known:
    """The names of all files of both folders, even of those that cannot be read."""

    questions: Collection[str]
    replies: Collection[str]


def links(questions: Mapping[str, Question], pages: Mapping[str, Page], known: Known, folder: str) -> Iterator[Problem]:
    """Questions without replies, replies without questions, and names that lead nowhere."""
    for name, question in questions.items():
        if name not in known.replies:
            yield problem("intent-without-reply", question.place, intent=name)
        for claim in question.not_this:
            if claim.intent not in known.questions:
                hint = suggestion(claim.intent, known.questions)
                yield problem("unknown-intent", claim.place, intent=claim.intent, **hint)
    yield from _page_links(pages, known)
    for name, purpose in NEEDED.items():
        if name not in known.replies:
            yield problem("missing-reply", Place(folder), name=name, purpose_zh=purpose.zh, purpose_en=purpose.en)
    if NAMES not in known.replies:
        yield problem("missing-file", Place(folder), name=NAMES)


def _page_links(pages: Mapping[str, Page], known: Known) -> Iterator[Problem]:
    for name, page in pages.items():
        if name not in known.questions and name not in NEEDED:
            yield problem("reply-without-intent", page.place, intent=name, **suggestion(name, known.questions))
        for button in page.buttons:
            if button.value not in known.questions:
                hint = suggestion(button.value, known.questions)
                yield problem("unknown-button", button.place, button=button.value, **hint)


def reviews(pages: Mapping[str, Page], today: date) -> Iterator[Problem]:
    """Pages of information that are past their review."""
    for page in pages.values():
        validity = page.reply.validity
        if validity and validity.review_by < today:
            yield problem("review-due", page.place, day=validity.review_by)


def examples(questions: Mapping[str, Question], matcher: Matcher) -> Iterator[Problem]:
    """Sentences that go to another question than their editor meant."""
    seen: dict[str, tuple[str, Place]] = {}
    for name, question in questions.items():
        for text in question.examples:
            yield from _twice(name, text, seen)
            yield from _stolen(name, text, matcher)
        for claim in question.not_this:
            yield from _confused(claim.text, claim.intent, matcher)
        for text in question.someday:
            match = matcher.match(text.value)
            if match.best and match.best.intent == name and match.verdict == Verdict.SURE:
                yield problem("someday-recognised", text.place, text=text.value)


def _twice(name: str, text: Text, seen: dict[str, tuple[str, Place]]) -> Iterator[Problem]:
    known = seen.setdefault(text.value.casefold(), (name, text.place))
    if known[1] != text.place:
        spot = f"{known[1].file}:{known[1].line}"
        yield problem("example-twice", text.place, text=text.value, other=known[0], spot=spot)


def _stolen(name: str, text: Text, matcher: Matcher) -> Iterator[Problem]:
    """Judged as if the sentence were nobody's example, or it would always win itself."""
    match = matcher.match(text.value, as_if_unseen=True)
    best = match.best
    if best and best.intent != name and match.verdict == Verdict.SURE:
        own = next((entry.score for entry in match.candidates if entry.intent == name), 0.0)
        scores = {"winner_score": f"{best.score:.2f}", "own_score": f"{own:.2f}"}
        yield problem("stolen-example", text.place, text=text.value, intent=name, winner=best.intent, **scores)


def _confused(text: Text, wanted: str, matcher: Matcher) -> Iterator[Problem]:
    best = matcher.match(text.value).best
    if best is None or best.intent != wanted:
        yield problem("confused", text.place, text=text.value, wanted=wanted, winner=best.intent if best else "-")
