"""How fast is one engine at one size? Measured in a process of its own, on one core."""

import gc
import json
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, process_time_ns
from types import FrameType
from typing import TypeVar

from benchmarks.engines import ENGINES, Answer
from benchmarks.rows import CHECKING, CONTENT, LOADING, Cell, Row
from benchmarks.rules import Message, corpus

LONGEST_BUILD_S = 60
_FEWEST_MESSAGES = 20
_MOST_MESSAGES = 200_000
_WARM_UP_S = 0.2
_PROCESS = Path("/proc/self")

Built = TypeVar("Built")


@dataclass(frozen=True)
class Effort:
    """So many different messages, asked again and again for so long."""

    messages: int
    seconds: float


QUICK, WHOLE = Effort(300, 1.0), Effort(2000, 2.0)


def measure(cell: Cell, effort: Effort) -> Row:
    """The cell's figures; raises TimeoutError if building takes too long, ImportError if the engine is missing."""
    if cell.engine == LOADING:
        return _loaded(cell)[0]
    if cell.engine == CHECKING:
        return _checked(cell)
    return _content(cell, effort) if cell.engine == CONTENT else _synthetic(cell, effort)


def _synthetic(cell: Cell, effort: Effort) -> Row:
    build = ENGINES[cell.engine]
    # Imports, and tables that are made once whatever the size, are no part of building.
    warm = corpus(cell.language, 10, 1)
    _ready(build(warm), warm.messages[0].text)
    given = corpus(cell.language, cell.intents, effort.messages)
    before = _forget_peak()
    with _limited(LONGEST_BUILD_S):
        answer, built = _timed(lambda: _ready(build(given), given.messages[0].text))
    right = _right(answer, given.messages, effort.seconds)
    peak = round(_peak() - before, 2)
    row = _asked(cell, answer, [message.text for message in given.messages], effort)
    return replace(row, build_s=built, peak_mib=peak, right=right)


def _content(cell: Cell, effort: Effort) -> Row:
    from benchmarks import product

    texts = product.utterances(cell.language)
    row, answer = _loaded(cell)
    _times(answer, texts, _WARM_UP_S, fewest=1)
    asked = _asked(cell, answer, texts, effort)
    return replace(asked, intents=row.intents, build_s=row.build_s, peak_mib=row.peak_mib)


def _loaded(cell: Cell) -> tuple[Row, Answer]:
    """From cold, as when the bot starts; only the imports are done."""
    from benchmarks import product

    before = _forget_peak()
    content, built = _timed(product.content)
    peak = round(_peak() - before, 2)
    row = Row(cell.engine, cell.language, len(content.intents), build_s=built, peak_mib=peak)
    return row, partial(product.answer, content.matcher)


def _checked(cell: Cell) -> Row:
    """From cold, as when an editor asks; only the imports are done."""
    from benchmarks import checking
    from bot.content.library import inspect

    with TemporaryDirectory() as folder:
        folders = checking.widened(Path(folder))
        before = _forget_peak()
        _, built = _timed(lambda: inspect(folders))
    peak = round(_peak() - before, 2)
    return Row(cell.engine, cell.language, checking.QUESTIONS, build_s=built, peak_mib=peak)


def _ready(answer: Answer, text: str) -> Answer:
    """What an engine puts off until it is first asked is building, too."""
    answer(text)
    return answer


def _right(answer: Answer, messages: Sequence[Message], seconds: float) -> float:
    """The share of right answers (0–1), as far as the time goes; it warms the engine up as well."""
    end = perf_counter() + seconds
    given: list[bool] = []
    for message in messages:
        given.append(answer(message.text) == message.intent)
        if len(given) >= _FEWEST_MESSAGES and perf_counter() > end:
            break
    return sum(given) / len(given)


def _asked(cell: Cell, answer: Answer, texts: Sequence[str], effort: Effort) -> Row:
    """Speed over all messages, one after the other."""
    times = _times(answer, texts, effort.seconds, fewest=_FEWEST_MESSAGES)
    percentiles = quantiles(times, n=100, method="inclusive")
    return Row(
        cell.engine,
        cell.language,
        cell.intents,
        messages_per_second=round(1e9 * len(times) / sum(times), 2),
        p50_us=round(percentiles[49] / 1000, 2),
        p99_us=round(percentiles[98] / 1000, 2),
    )


def _times(answer: Answer, texts: Sequence[str], seconds: float, fewest: int) -> list[int]:
    """Nanoseconds of the processor for each message, until the time is up: others on the machine do not count."""
    times: list[int] = []
    end = perf_counter() + seconds
    for text in cycle(texts):
        start = process_time_ns()
        answer(text)
        times.append(process_time_ns() - start)
        if len(times) >= _MOST_MESSAGES or (len(times) >= fewest and perf_counter() > end):
            break
    return times


def _timed(build: Callable[[], Built]) -> tuple[Built, float]:
    start = process_time()
    built = build()
    return built, round(process_time() - start, 4)


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


def _forget_peak() -> float:
    """The memory in use (MiB); from here on the peak counts anew."""
    gc.collect()
    # What the generator made is none of the engine's work.
    gc.freeze()
    with suppress(OSError):
        (_PROCESS / "clear_refs").write_text("5", "ascii")
    return _memory("VmRSS")


def _peak() -> float:
    # Not getrusage: its figure starts from that of the process that started this one.
    return _memory("VmHWM")


def _memory(name: str) -> float:
    found = re.search(rf"^{name}:\s+(\d+) kB$", (_PROCESS / "status").read_text("ascii"), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


def main(engine: str, language: str, intents: str, effort: str) -> None:
    """Print the row as JSON."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    cell = Cell(engine, language, int(intents))
    try:
        row = measure(cell, QUICK if effort == "quick" else WHOLE)
    except ImportError as missing:
        row = Row(cell.engine, cell.language, cell.intents, note=f"not installed ({missing.name}): make bench")
    except TimeoutError:
        row = Row(cell.engine, cell.language, cell.intents, note=f"building takes over {LONGEST_BUILD_S} s")
    sys.stdout.write(json.dumps(asdict(row)))


if __name__ == "__main__":
    main(*sys.argv[1:])
