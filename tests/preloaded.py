"""What has a process read before bots are forked from it? The program and all its content."""

from bot.serve import serve
from tests.talks import house

__all__ = ["serve"]

house()
