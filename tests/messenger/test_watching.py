"""Are the editors' files looked at for ever, whatever a look brings?"""

from contextlib import suppress

import pytest

from bot.messenger.watching import LATER_SECONDS, LOOK_SECONDS, later, watch
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
    assert (await _watch([ValueError(), None], 2), len(caplog.records)) == (([LOOK_SECONDS, LOOK_SECONDS * 2], 2), 1)


async def test_a_look_that_breaks_again_and_again_is_taken_less_and_less_often() -> None:
    pauses, _ = await _watch([*[ValueError()] * 10, None, None], 12)
    assert (pauses[-3:], sorted(pauses[:-1])) == ([60.0, 60.0, LOOK_SECONDS], pauses[:-1])


async def test_a_look_waits_for_the_books() -> None:
    assert await _watch([NoBooks("locked"), None], 2) == ([LOOK_SECONDS, 2.0], 2)


async def test_what_can_wait_is_done_once_and_may_break(caplog: pytest.LogCaptureFixture) -> None:
    waited, done = list[float](), list[str]()

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    def do() -> None:
        done.append("once")
        raise ValueError

    await later(do, sleep)
    assert (waited, done, len(caplog.records)) == ([LATER_SECONDS], ["once"], 1)
