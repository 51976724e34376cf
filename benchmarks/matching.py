"""How fast is the matcher beside other engines, at 10 to 10,000 intents, in Chinese and in English?"""

import json
import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks.cell import LONGEST_BUILD_S
from benchmarks.engines import ENGINES, LARGEST
from benchmarks.plot import plot
from benchmarks.rows import CHECKING, CONTENT, LOADING, Cell, Row
from benchmarks.table import markdown, table

_ROOT = Path(__file__).parents[1]
_LANGUAGES = ("zh", "en")
_SIZES = (10, 100, 1_000, 10_000)
_QUICK_SIZES = (10, 1_000)
# Building, twenty messages of the slowest, and making the rules.
_LONGEST_CELL_S = LONGEST_BUILD_S + 240
# numpy's threads would only wait for each other on one core.
_ONE_THREAD = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
_WIDTH_IN_FILES = 140


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, then print and write what is asked for."""
    wanted = _read(arguments)
    rows = _measured(list(_cells(_QUICK_SIZES if wanted.quick else _SIZES)), "quick" if wanted.quick else "whole")
    if wanted.plot:
        wanted.plot.write_text(plot(rows), encoding="utf-8")
    if wanted.markdown:
        wanted.markdown.write_text(markdown(rows, wanted.plot), encoding="utf-8")
    if wanted.json:
        sys.stdout.write(json.dumps([row.for_programs() for row in rows], ensure_ascii=False, indent=2) + "\n")
    else:
        Console(width=None if sys.stdout.isatty() else _WIDTH_IN_FILES).print(table(rows))


def _read(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="benchmarks/matching.py", description=__doc__, allow_abbrev=False)
    parser.add_argument("--json", action="store_true", help="print the rows as JSON instead of a table")
    parser.add_argument("--quick", action="store_true", help="only 10 and 1,000 intents, and few messages")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="write a plot with two logarithmic axes")
    parser.add_argument("--markdown", type=Path, metavar="FILE.md", help="write the table as a page")
    wanted = parser.parse_args(arguments)
    for path in filter(None, (wanted.plot, wanted.markdown)):
        if path.is_dir() or not path.parent.is_dir():
            parser.error(f"cannot write {path}: it is a folder, or the folder for it does not exist")
    if not sys.platform.startswith("linux"):
        parser.error("one core and the peak of memory can be had on Linux only")
    return wanted


def _cells(sizes: Sequence[int]) -> Iterator[Cell]:
    yield from (Cell(CONTENT, language, 0) for language in _LANGUAGES)
    yield Cell(LOADING, "+".join(_LANGUAGES), 0)
    yield Cell(CHECKING, "+".join(_LANGUAGES), 0)
    for language in _LANGUAGES:
        for size in sizes:
            yield from (Cell(engine, language, size) for engine in ENGINES if size <= LARGEST.get(engine, size))


def _measured(cells: Sequence[Cell], effort: str) -> list[Row]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    rows = []
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("", total=len(cells))
        for cell in cells:
            progress.update(task, description=f"{cell.engine}, {cell.language}, {cell.intents or 'own'} intents")
            rows.append(_row(cell, effort))
            progress.advance(task)
    return rows


def _row(cell: Cell, effort: str) -> Row:
    """Measured in a process of its own, so that one engine's memory is not another's."""
    command = [sys.executable, "-m", "benchmarks.cell", cell.engine, cell.language, str(cell.intents), effort]
    try:
        done = subprocess.run(
            command, cwd=_ROOT, env=_ONE_THREAD, capture_output=True, text=True, check=True, timeout=_LONGEST_CELL_S
        )
    except subprocess.TimeoutExpired:
        return Row(cell.engine, cell.language, cell.intents, note=f"takes over {_LONGEST_CELL_S} s")
    except subprocess.CalledProcessError as failed:
        reason = (failed.stderr.strip().splitlines() or [f"exit {failed.returncode}"])[-1]
        return Row(cell.engine, cell.language, cell.intents, note=f"failed: {reason}")
    return Row(**json.loads(done.stdout))


if __name__ == "__main__":
    main()
