"""How does a chat look in a terminal?"""

import sys
from collections.abc import Iterable, Iterator

import typer

from bot.dialogue.messages import Button, Say


def show(says: Iterable[Say]) -> None:
    """Print messages and their buttons, which are numbered."""
    for say in says:
        typer.echo(typer.style("签路 ", fg="cyan") + say.plain.replace("\n", "\n     "))
        if say.buttons:
            typer.echo("     " + "  ".join(f"[{place}] {button.label}" for place, button in enumerate(say.buttons, 1)))


def pressed(line: str, buttons: tuple[Button, ...]) -> Button | None:
    """The button that a number picks."""
    number = line.strip()
    return buttons[int(number) - 1] if number.isdecimal() and 0 < int(number) <= len(buttons) else None


def lines() -> Iterator[str]:
    """What the person types, line by line; a prompt only where somebody is typing."""
    while True:
        if sys.stdin.isatty():
            typer.echo(typer.style("您   ", fg="green"), nl=False)
        line = sys.stdin.readline()
        if not line:
            return
        if line.strip():
            yield line.strip()
