"""What is wrong with the replies as buyers will read them, where does it stand, and what is said instead?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.content.answers import Written
from bot.content.problems import Place, Problem, problem
from bot.content.reader import suggestion
from bot.content.replies import Page, Shared
from bot.content.templates import blanked
from bot.content.tone.message import Fault, Message, Standards
from bot.content.tone.places import Origins, exact
from bot.content.tone.rules import RULES, forbidden
from bot.content.tone.twins import twins
from bot.review.recital import Shown
from bot.review.scenes import Scene

_LONGEST_QUOTE = 60
# In place of the sample case that shows a fault.
_ANY = "*"


@dataclass(frozen=True)
class Linter:
    """The standards, and the files in which a fault is looked for."""

    standards: Standards
    pages: Mapping[str, Page]
    pieces: Sequence[Shared]

    def findings(self, shown: Iterable[Shown]) -> tuple[Problem, ...]:
        """Each fault once for its place, however many cases show it."""
        messages = list(self._messages(shown))
        faults = ((message, fault) for message in _once(messages) for fault in self._faults(message))
        found = (self._problem(fault, message) for message, fault in chain(faults, twins(messages)))
        return tuple(once(found))

    def unsaid(self, written: Iterable[Written]) -> Iterator[Problem]:
        """Words that are never said, in whatever text of these they stand, though no case may show it."""
        for language, text in (pair for answer in written for pair in answer.texts.items()):
            for rule, word, instead in forbidden(blanked(text.value), language, self.standards):
                place = exact(text, word)
                if place:
                    yield problem(rule, place, word=word, instead=instead, case=_ANY)

    def unknown_status(self, known: Collection[str]) -> Iterator[Problem]:
        """Names under `status` that are no reply."""
        for name in self.standards.words.status:
            if name.value not in known:
                yield problem("unknown-intent", name.place, intent=name.value, **suggestion(name.value, known))

    def _messages(self, shown: Iterable[Shown]) -> Iterator[Message]:
        status = {name.value for name in self.standards.words.status}
        for entry in shown:
            yield Message(entry, entry.say.plain, entry.chosen.reply in status and _is_told_whole(entry.scene))

    def _faults(self, message: Message) -> Iterator[Fault]:
        for rule in RULES:
            yield from rule(message, self.standards)

    def _problem(self, fault: Fault, message: Message) -> Problem:
        chosen = message.shown.chosen
        place = Origins(self.pages, self.pieces).of(chosen, message.language, fault.quote, fault.sentence)
        values = {name: _short(str(value)) for name, value in fault.values.items()}
        # A number may be missing in the template already: then it is one and the same finding.
        case = {} if fault.rule == "different-numbers" else {"case": message.shown.scene.name}
        return problem(fault.rule, place, **case, **values)


def _is_told_whole(scene: Scene) -> bool:
    """What is asked right after an answer is one part of it; the answer has said the rest."""
    return scene.may_be_told and scene.manner.follow_up is None


def once(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Of the same fault at the same place, what was found first."""
    told: dict[tuple[str, Place], Problem] = {}
    for found in problems:
        told.setdefault((found.rule, found.place), found)
    return told.values()


def _once(messages: Iterable[Message]) -> Iterable[Message]:
    """Each text once, for the first case that it is said of."""
    kept: dict[tuple[object, ...], Message] = {}
    for entry in messages:
        shown = entry.shown
        key = entry.language, shown.chosen.reply, entry.text, entry.is_status, shown.scene.now.year
        kept.setdefault(key, entry)
    return kept.values()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"
