"""Are the editors' files looked at for ever, whatever a look brings?"""

from contextlib import suppress

import pytest

from bot.messenger.watching import LOOK_SECONDS, watch
from bot.store.books import NoBooks
from tests.messenger.desk import HangUp, Pauses

pytestmark = pytest.mark.asyncio


async def _watch(troubles: list[Exception | None], most: int) -> tuple[list[float], int]:
    """The pauses that were made, and how many looks were taken."""
    pauses, looks = Pauses(most), []

    def look() -> None:
        trouble = troubles.pop(0)
        looks.append(trouble)
        if trouble:
            raise trouble

    with suppress(HangUp):
        await watch(look, pauses)
    return pauses.seconds, len(looks)


async def test_a_look_is_taken_after_each_pause() -> None:
    assert await _watch([None, None], 2) == ([LOOK_SECONDS] * 2, 2)


async def test_a_look_that_breaks_is_logged_and_the_next_follows(caplog: pytest.LogCaptureFixture) -> None:
    assert (await _watch([ValueError(), None], 2), len(caplog.records)) == (([LOOK_SECONDS] * 2, 2), 1)


async def test_a_look_waits_for_the_books() -> None:
    assert await _watch([NoBooks("locked"), None], 2) == ([LOOK_SECONDS, 2.0], 2)
