"""How far is long work? Told on stderr, and only where somebody watches."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

_Item = TypeVar("_Item")


def tracked(items: Iterable[_Item], what: str, total: int | None = None) -> Iterable[_Item]:
    """The same items, with a bar that is gone when they end; `total`: how many there are, where they cannot tell."""
    from rich.progress import track

    return track(items, what, total, console=_console(), transient=True, disable=not sys.stderr.isatty())


@contextmanager
def share_of(what: str) -> Iterator[Callable[[float], None]]:
    """A bar that grows with the shares (0–1) it is told."""
    from rich.progress import Progress

    with Progress(console=_console(), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=1.0)
        yield lambda share: bar.update(task, completed=share)


def _console() -> "Console":
    from rich.console import Console

    return Console(stderr=True)
