"""How is trouble told? One clear line each, never a traceback."""

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

from bot.cases.languages import LANGUAGES

if TYPE_CHECKING:
    from bot.content.problems import Problem

FINDINGS = 1
WRONG = 2


class Stop(Exception):
    """A command ends here, with a sentence for the person and an exit code."""

    def __init__(self, message: str = "", code: int = WRONG) -> None:
        super().__init__(message)
        self.code = code


def language() -> str:
    """The language of findings: Chinese where the terminal is."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if spoken.startswith("zh") else "en"


def spoken_in(wanted: str | None) -> str:
    """The language asked for (zh or en), else the terminal's."""
    if wanted not in {None, *LANGUAGES}:
        raise Stop(f"--lang {wanted!r} is not known. Use zh or en.")
    return wanted or language()


def told(problems: Iterable["Problem"], spoken: str) -> str:
    """One line for each problem: place, what, cure."""
    return "\n".join(
        f"{entry.place.file}:{entry.place.line}:{entry.place.column}: {entry.severity}: {entry.message(spoken)}"
        f" [{entry.rule}] → {entry.cure(spoken)}"
        for entry in problems
    )


def explained(command: Callable[[], object]) -> int:
    """The exit code of a command, its trouble told on stderr."""
    try:
        result = command()
    except Stop as stop:
        _tell(str(stop))
        return stop.code
    except SystemExit as end:
        # The reader of our output went away (`| head`): nothing is left to say, and nothing went wrong.
        if isinstance(end.__context__, BrokenPipeError):
            return 0
        raise
    except OverflowError:
        # Whatever was typed, the books have no row for it.
        _tell("A number is too large: nothing has such a one.")
        return WRONG
    except Exception as trouble:
        from bot.app import EXPECTED, problems_of

        if not isinstance(trouble, EXPECTED):
            raise
        _tell(told(problems_of(trouble), language()) or str(trouble))
        return WRONG
    return result if isinstance(result, int) else 0


def _tell(message: str) -> None:
    if message:
        typer.echo(message, err=True)
