"""What was made of the same things last time? So that a saved file costs its own work, and not that of all others."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from bot.content.problems import Problem
from bot.content.reader import Reader

_Made = TypeVar("_Made")


class Memory:
    """Keeps what was made, by what it was made of; what a whole pass did not ask for is forgotten after it."""

    def __init__(self) -> None:
        self._known: dict[Hashable, object] = {}
        self._asked: set[Hashable] = set()

    def recall(self, sources: Hashable, make: Callable[[], _Made]) -> _Made:
        """What `make` makes of its sources; made only where it is not known."""
        self._asked.add(sources)
        if sources not in self._known:
            self._known[sources] = make()
        return cast("_Made", self._known[sources])

    def read(self, sources: Hashable, make: Callable[[Reader], _Made], reader: Reader) -> _Made:
        """The same, read from a file: what is wrong with it is told each time."""
        made, problems = self.recall(sources, lambda: _with_findings(make))
        reader.problems += problems
        return made

    def part(self, name: str) -> "Memory":
        """A memory of its own for what is not asked for in every pass; it has passes of its own."""
        return self.recall(name, type(self))

    def edition(self, name: str, thing: object) -> int:
        """A number for the thing of that name, which is another one as soon as the thing says something else."""
        number, known = self.recall(name, lambda: (0, thing))
        if known != thing:
            number += 1
            self._known[name] = number, thing
        return number

    def pass_over(self) -> None:
        """A pass is over that came to its end: what it did not ask for is gone."""
        self._known = {sources: made for sources, made in self._known.items() if sources in self._asked}
        self._asked.clear()


def _with_findings(make: Callable[[Reader], _Made]) -> tuple[_Made, list[Problem]]:
    reader = Reader()
    return make(reader), reader.problems
