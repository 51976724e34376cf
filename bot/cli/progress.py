"""How far is long work? Told on stderr, and only where somebody watches."""

import sys
from collections.abc import Iterable
from typing import TypeVar

from rich.console import Console
from rich.progress import track

_Item = TypeVar("_Item")


def tracked(items: Iterable[_Item], total: int, what: str) -> Iterable[_Item]:
    """The same items, with a bar that is gone when they end."""
    console = Console(stderr=True)
    return track(items, what, total, console=console, transient=True, disable=not sys.stderr.isatty())
