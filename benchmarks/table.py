"""How are the figures put for people?"""

import os
import platform
from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from benchmarks.rows import Row, ratio

_COLUMNS = ("engine", "language", "intents", "messages/s", "p50 µs", "p99 µs", "build s", "peak MiB", "right")
_RATIO = "signpost is faster by"
_CPU = "model name"
_PICTURE = "![Messages per second over the number of intents]({name})\n\n"
_PAGE = """# How fast is the matcher?

Measured with `benchmarks/matching.py` on one core of {cpu}, Python {python}.
Every engine is given the same synthetic rules, in the nearest form that it can express, and the same messages: three
quarters fulfil a rule, with fillers around it. "signpost (product content)" is what the bot is shipped with, asked what
testers wrote to it.

- All times are those of the processor. Other programs still take their share of its caches: when this was written,
  {load:.0f} of them wanted the machine's {cores} cores. Compare engines with each other, not with another day.
- "signpost (with examples)" learns what each example says for each intent; it is measured up to 1,000 intents.
- **build** ends with the first answer. **peak** is the memory that building and answering take on top of the libraries.
- **right** is the share of messages for which the intent, or that there is none, is right. adapt-parser and hassil
  know no words that must not occur; rapidfuzz knows no rules, only examples.

{picture}{table}
"""


def table(rows: Sequence[Row]) -> Table:
    """For a terminal."""
    shown = Table(*_COLUMNS, _RATIO)
    for column in shown.columns[2:]:
        column.justify = "right"
    for row in rows:
        shown.add_row(*_texts(row, rows))
    return shown


def markdown(rows: Sequence[Row], plot: Path | None) -> str:
    """For the page in `docs/`; the plot stands beside it."""
    lines = [(*_COLUMNS, _RATIO), ("---", "---", *["---:"] * (len(_COLUMNS) - 1)), *(_texts(row, rows) for row in rows)]
    body = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    picture = _PICTURE.format(name=plot.name) if plot else ""
    machine = {"cpu": _cpu(), "load": os.getloadavg()[1], "cores": os.cpu_count()}
    return _PAGE.format(python=platform.python_version(), picture=picture, table=body, **machine)


def _texts(row: Row, rows: Sequence[Row]) -> tuple[str, ...]:
    times = ratio(row, rows)
    return (
        row.engine,
        row.language,
        f"{row.intents:,}",
        _figure(row.messages_per_second),
        _figure(row.p50_us),
        _figure(row.p99_us),
        "–" if row.build_s is None else f"{row.build_s:.3f}",
        _figure(row.peak_mib),
        "–" if row.right is None else f"{row.right:.0%}",
        row.note or ("–" if times is None else f"×{times:,.2f}"),
    )


def _figure(value: float | None) -> str:
    """Three digits are enough, all before the point are shown."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith(_CPU)), platform.machine())
