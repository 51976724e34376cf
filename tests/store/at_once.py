"""How do tests let several transactions run at the same time?"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

_PATIENCE_SECONDS = 20


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """What each job returns, all of them started in the same moment in threads of their own."""
    start = Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        start.wait(_PATIENCE_SECONDS)
        return job()

    with ThreadPoolExecutor(len(jobs)) as threads:
        return list(threads.map(run, jobs))
