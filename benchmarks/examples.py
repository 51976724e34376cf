"""How good is the example layer by itself, on questions of other trades? BANKING77 and CLINC150, ten examples each.

python -m benchmarks.examples --data DIR   (DIR/banking77/*.csv, DIR/clinc150/data_full.json; not part of this project)
"""

import argparse
import csv
import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.progress import track

from bot.matching.examples import Example, Examples, Likeness
from bot.matching.hearing import Heard, Hearing
from bot.matching.lexicon import Lexicon
from bot.matching.rules import Rulebook
from bot.matching.sentences import Sentences

_EACH = 10
_SEEDS = (0, 1)
_FOREIGN = "foreign"


@dataclass(frozen=True)
class Yardstick:
    """Examples to learn from, and questions with their intents to be judged by."""

    name: str
    train: Sequence[Example]
    test: Sequence[Example]


@dataclass(frozen=True)
class Row:
    """Shares of the questions in percent; `foreign`: out-of-scope ones that were declined, if there are any."""

    name: str
    seed: int
    best: float
    right: float
    wrong: float
    foreign: float | None
    build_s: float
    match_us: float


def banking77(folder: Path) -> tuple[list[Example], list[Example]]:
    """Training and test questions."""
    return _csv(folder / "banking77" / "train.csv"), _csv(folder / "banking77" / "test.csv")


def _csv(path: Path) -> list[Example]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Example(row["category"], row["text"]) for row in csv.DictReader(file)]


def clinc150(folder: Path) -> tuple[list[Example], list[Example]]:
    """Training and test questions; those out of scope have the intent "foreign" and are not learnt."""
    data = json.loads((folder / "clinc150" / "data_full.json").read_text("utf-8"))
    train = [Example(intent, text) for text, intent in data["train"]]
    test = [Example(intent, text) for text, intent in data["test"]]
    return train, test + [Example(_FOREIGN, text) for text, _ in data["oos_test"]]


def few(examples: Iterable[Example], seed: int) -> list[Example]:
    """Ten examples of each intent, drawn by lot."""
    lot = random.Random(seed)  # noqa: S311
    grouped: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        grouped[example.intent].append(example)
    return [drawn for intent in sorted(grouped) for drawn in lot.sample(grouped[intent], _EACH)]


def measure(name: str, seed: int, train: Sequence[Example], test: Sequence[Example], least: float) -> Row:
    """One run; a question is answered if the best intent's share is at least `least`."""
    started = time.perf_counter()
    hearing = Hearing(Lexicon((), {}), Rulebook(()))
    examples = Examples(few(train, seed), Sentences(hearing))
    examples.like(hearing.hear("warm up"))
    built = time.perf_counter()
    leading = [
        _leading(examples, hearing.hear(entry.text)) for entry in track(test, f"{name}, seed {seed}", transient=True)
    ]
    spent = time.perf_counter() - built
    answered = [found.intent if found.score >= least else _FOREIGN for found in leading]
    home = [(entry.intent, said, found) for entry, said, found in zip(test, answered, leading, strict=True)]
    own = [entry for entry in home if entry[0] != _FOREIGN]
    abroad = [said for wanted, said, _ in home if wanted == _FOREIGN]
    return Row(
        name,
        seed,
        best=_percent(found.intent == wanted for wanted, _, found in own),
        right=_percent(said == wanted for wanted, said, _ in own),
        wrong=_percent(said not in {wanted, _FOREIGN} for wanted, said, _ in own),
        foreign=_percent(said == _FOREIGN for said in abroad) if abroad else None,
        build_s=round(built - started, 2),
        match_us=round(spent / len(test) * 1e6, 1),
    )


def _leading(examples: Examples, heard: Heard) -> Likeness:
    found = examples.like(heard)
    return max(found, key=lambda entry: entry.score, default=Likeness(_FOREIGN, 0.0))


def _percent(claims: Iterable[bool]) -> float:
    judged = list(claims)
    return round(100 * sum(judged) / len(judged), 1)


def rows(folder: Path, least: float) -> Iterator[Row]:
    """Both yardsticks with both seeds."""
    for name, load in (("banking77", banking77), ("clinc150", clinc150)):
        train, test = load(folder)
        for seed in _SEEDS:
            yield measure(name, seed, train, test, least)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with banking77/ and clinc150/")
    parser.add_argument("--least", type=float, default=0.2, help="the share from which on a question is answered")
    parser.add_argument("--json", action="store_true", help="print JSON rows")
    chosen = parser.parse_args()
    for needed in ("banking77/train.csv", "banking77/test.csv", "clinc150/data_full.json"):
        if not (chosen.data / needed).is_file():
            parser.error(f"{chosen.data / needed} is missing")
    for row in rows(chosen.data, chosen.least):
        sys.stdout.write(f"{json.dumps(asdict(row)) if chosen.json else _line(row)}\n")
        sys.stdout.flush()


def _line(row: Row) -> str:
    foreign = "" if row.foreign is None else f"  foreign declined {row.foreign:4.1f}"
    return (
        f"{row.name:9} seed {row.seed}  best {row.best:4.1f}  right {row.right:4.1f}  wrong {row.wrong:4.1f}{foreign}"
        f"  built in {row.build_s:.2f} s, {row.match_us:.0f} µs a question"
    )


if __name__ == "__main__":
    main()
