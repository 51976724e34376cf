"""Do we wait for the books, and for nothing else?"""

from collections import deque

import pytest

from bot.messenger.patience import kept
from bot.store.books import NoBooks
from tests.messenger.desk import Pauses

pytestmark = pytest.mark.asyncio


async def test_work_is_tried_until_the_books_are_back() -> None:
    outcomes: deque[Exception] = deque([NoBooks("locked"), NoBooks("locked")])
    pauses = Pauses()

    def work() -> str:
        if outcomes:
            raise outcomes.popleft()
        return "written"

    assert (await kept(work, pauses), pauses.seconds) == ("written", [2.0, 2.0])


async def test_a_fault_in_the_work_is_not_waited_out() -> None:
    def work() -> str:
        raise LookupError

    with pytest.raises(LookupError):
        await kept(work, Pauses(most=0))
