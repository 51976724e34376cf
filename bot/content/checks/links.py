"""Does every name lead somewhere?"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bot.content.intents import Question
from bot.content.problems import Place, Problem, problem
from bot.content.reader import suggestion
from bot.content.replies import Page
from bot.dialogue.intent import OWN_QUESTIONS
from bot.matching.evaluation import NONE
from bot.wording.replies import NEEDED, Purpose


@dataclass(frozen=True)
class Known:
    """The names of all files of both folders, even of those that cannot be read."""

    questions: Collection[str]
    replies: Collection[str]


def links(questions: Mapping[str, Question], pages: Mapping[str, Page], known: Known, folder: str) -> Iterator[Problem]:
    """Questions without replies, replies without questions, names that lead nowhere, and what the program needs."""
    for name, question in questions.items():
        if name not in known.replies:
            yield problem("intent-without-reply", question.place, intent=name, file=_twin(question.place, folder))
        yield from _unknown(question, known.questions)
    yield from _page_links(pages, known, _folder(questions))
    yield from _missing("missing-question", OWN_QUESTIONS, known.questions, _folder(questions))
    yield from _missing("missing-reply", NEEDED, known.replies, folder)


def _unknown(question: Question, known: Collection[str]) -> Iterator[Problem]:
    """The names of questions that there are not."""
    named = [(claim.intent, claim.place) for claim in question.not_this if claim.intent != NONE]
    if question.other_steps:
        named.append((question.other_steps.value, question.other_steps.place))
    named += [(before.value, before.place) for line in question.after for before in line.asked]
    for intent, place in named:
        if intent not in known:
            yield problem("unknown-intent", place, intent=intent, **suggestion(intent, known))


def _missing(rule: str, wanted: Mapping[str, Purpose], known: Collection[str], folder: str) -> Iterator[Problem]:
    for name, purpose in wanted.items():
        if name not in known:
            yield problem(rule, Place(folder), name=name, purpose_zh=purpose.zh, purpose_en=purpose.en)


def _folder(questions: Mapping[str, Question]) -> str:
    """The folder that the questions are in, as findings call it."""
    return next((question.place.file.partition("/")[0] for question in questions.values()), "intents")


def _twin(place: Place, folder: str) -> str:
    """The file of the other folder that belongs to a file, in the same topic."""
    return f"{folder}/{place.file.partition('/')[2]}"


def _page_links(pages: Mapping[str, Page], known: Known, folder: str) -> Iterator[Problem]:
    for name, page in pages.items():
        if name not in known.questions and name not in NEEDED:
            hint = suggestion(name, known.questions)
            yield problem("reply-without-intent", page.place, intent=name, file=_twin(page.place, folder), **hint)
        for button in page.buttons:
            if button.value not in known.questions:
                hint = suggestion(button.value, known.questions)
                yield problem("unknown-button", button.place, button=button.value, **hint)
            elif button.value == name:
                yield problem("button-to-itself", button.place, button=name)
