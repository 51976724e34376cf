"""Who looks again and again whether something is to be done? Tasks of the service, beside its answers."""

import asyncio
import logging
from collections.abc import Callable

from bot.messenger.patience import Sleep, kept

log = logging.getLogger(__name__)

# Files are read when two looks find them the same: within a second of the last save.
LOOK_SECONDS = 0.2
# What breaks and breaks again, such as a process that finds no memory, is looked into less and less often.
_LONGEST_SECONDS = 60.0
# Whoever starts the bot wants answers first.
LATER_SECONDS = 20.0


async def watch(look: Callable[[], object], sleep: Sleep = asyncio.sleep, seconds: float = LOOK_SECONDS) -> None:
    """Look for ever, in a thread of its own; a look that breaks stops neither the next one nor the answers."""
    pause = seconds
    while True:
        await sleep(pause)
        try:
            await kept(look, sleep)
        except Exception:
            log.exception("a look beside the answers has failed; all stays as it was")
            pause = min(pause * 2, _LONGEST_SECONDS)
        else:
            pause = seconds


async def later(do: Callable[[], object], sleep: Sleep = asyncio.sleep, seconds: float = LATER_SECONDS) -> None:
    """Do something once, when the start is long over; where it breaks, it is left."""
    await sleep(seconds)
    try:
        await asyncio.to_thread(do)
    except Exception:
        log.exception("what was to be done after the start has failed; all stays as it was")
