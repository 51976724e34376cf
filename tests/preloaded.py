"""What has a process read before bots are forked from it? The program and all its content."""

import anyio._backends._asyncio
import httpcore

from bot.serve import serve
from tests.talks import house

# httpx loads the first two with its first call.
__all__ = ["anyio", "httpcore", "serve"]

house()
