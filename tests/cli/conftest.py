"""How do tests run a command as if typed, without the wait for a new process?"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
import time_machine

from bot import app
from bot.cli import main
from bot.content import library
from bot.store.books import Books, open_books
from tests import samples
from tests.content.seeded import build
from tests.samples import ROOT, at

# The moment of C-DEMO-03, the case that most of these tests talk about.
TODAY = "2026-09-22 15:00"
UNKNOWN = (
    "No case 'C-0'. List the open ones with `signpost cases list`, "
    "or load the samples with `signpost cases import --samples`."
)


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str = ""


@dataclass(frozen=True)
class Signpost:
    """Runs commands at a set moment, with the shipped settings and books of their own in `folder`."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    open_things: ExitStack

    def __call__(self, *arguments: str, typed: str | bytes = "", now: str = TODAY) -> Ran:
        """Run `signpost arguments…` with this on its standard input."""
        given = typed.encode() if isinstance(typed, str) else typed
        out, err = _stream(), _stream()
        with self.monkeypatch.context() as patch, time_machine.travel(at(now)):
            patch.setattr(sys, "argv", ["signpost", *arguments])
            patch.setattr(sys, "stdin", _stream(given))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as ended:
                main()
        return Ran(int(ended.value.code or 0), _written(out), _written(err))

    def tell(self, *arguments: str, typed: str = "", now: str = TODAY) -> str:
        """What a command prints that has to end well."""
        ran = self(*arguments, typed=typed, now=now)
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    def opened(self, url: str, folder: Path) -> Books:
        """Books that are closed after the test, as they are when a process ends."""
        books = open_books(url, folder)
        self.open_things.callback(books.close)
        return books


def _stream(given: bytes = b"") -> TextIOWrapper:
    return TextIOWrapper(BytesIO(given), encoding="utf-8", write_through=True)


def _written(stream: TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Signpost]:
    """Commands on books that do not exist yet."""
    for name in [name for name in os.environ if name.startswith("SIGNPOST_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SIGNPOST_CONFIG", str(ROOT / "config.yaml"))
    monkeypatch.setenv("SIGNPOST_DATABASE__URL", f"sqlite:///{tmp_path}/books.db")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "120")
    with ExitStack() as open_things:
        signpost = Signpost(tmp_path, monkeypatch, open_things)
        # Reading all content takes longer than most commands; it is the same for all of them.
        monkeypatch.setattr(library, "load", samples.load)
        monkeypatch.setattr(app, "open_books", signpost.opened)
        yield signpost


@pytest.fixture(scope="session")
def sample_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Books with the sample cases, to be copied."""
    path = tmp_path_factory.mktemp("samples") / "books.db"
    books = open_books(f"sqlite:///{path}", Path())
    with books.transaction() as records:
        for case in samples.cases().values():
            records.cases.save(case)
    books.close()
    return path


@pytest.fixture
def signpost(fresh: Signpost, sample_books: Path) -> Signpost:
    """Commands on books that hold the sample cases."""
    shutil.copy(sample_books, fresh.folder / "books.db")
    return fresh


@pytest.fixture
def small(fresh: Signpost) -> Signpost:
    """Commands on two questions in a folder of their own, which may be changed."""
    root = build(fresh.folder / "small")
    for name in ("intents", "replies"):
        fresh.monkeypatch.setenv(f"SIGNPOST_CONTENT__{name.upper()}", str(root / name))
    return fresh
