"""What is wrong with a file, where exactly, and what cures it? Problems are values, never raised."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.content.advice import ADVICE


class Severity(StrEnum):
    """Errors keep content from being loaded; warnings are shown."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file; line and column count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1

    @property
    def spot(self) -> str:
        """File and line, to be named in another finding."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One finding: `rule` names its text in `advice`, `values` fill it."""

    place: Place
    rule: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return Severity.WARNING if ADVICE[self.rule].is_warning else Severity.ERROR

    def message(self, language: str) -> str:
        """What is wrong, in "zh" or "en"."""
        return ADVICE[self.rule].message[language].format(**dict(self.values))

    def cure(self, language: str) -> str:
        """What to do about it, in "zh" or "en"."""
        return ADVICE[self.rule].cure[language].format(**dict(self.values))


def problem(rule: str, place: Place, **values: object) -> Problem:
    """A finding at a place."""
    return Problem(place, rule, tuple(sorted((name, str(value)) for name, value in values.items())))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Is there anything that forbids loading?"""
    return any(entry.severity == Severity.ERROR for entry in problems)
