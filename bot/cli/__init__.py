"""Which commands are there? `signpost --help`."""

from bot.cli.main import main

__all__ = ["main"]
