"""Which books do tests write in? New ones for each test, on both databases."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.store.books import Books, open_books
from bot.store.tables import metadata
from tests import postgres as server


@pytest.fixture(scope="session")
def postgres() -> Iterator[server.Postgres]:
    """A PostgreSQL that is started when the first test asks for it."""
    programs = server.programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here (on Debian: apt-get install postgresql).")
    with server.running(programs) as started:
        yield started


@pytest.fixture(scope="session")
def tables_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of SQLite in which all tables stand, to be copied: to make them anew takes ten times as long."""
    path = tmp_path_factory.mktemp("tables") / "books.db"
    open_books(f"sqlite:///{path}", Path()).close()
    return path


@pytest.fixture
def sqlite(tables_file: Path, tmp_path: Path) -> Iterator[Books]:
    """Empty books in `books.db`, for what is the same on every database."""
    shutil.copy(tables_file, tmp_path / "books.db")
    opened = open_books("sqlite:///books.db", tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def tables_url(postgres: server.Postgres) -> str:
    """A database of its own for all tests of this process; the first one makes its tables."""
    return postgres.url(postgres.database())


@pytest.fixture
def postgresql(tables_url: str) -> Iterator[Books]:
    """Empty books; they are emptied for the next test, which takes less time than new ones."""
    opened = open_books(tables_url, Path())
    yield opened
    with opened.transaction() as records:
        names = ", ".join(metadata.tables)
        records.connection.exec_driver_sql(f"TRUNCATE {names} RESTART IDENTITY")
    opened.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/books.db"
    postgres: server.Postgres = request.getfixturevalue("postgres")
    return postgres.url(postgres.database())


@pytest.fixture(params=["sqlite", "postgresql"])
def books(request: pytest.FixtureRequest) -> Books:
    """Empty books, open."""
    opened: Books = request.getfixturevalue(request.param)
    return opened


# A busy machine is no bug; and where a run decides about a change, it should decide the same way twice.
settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")
