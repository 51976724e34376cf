"""Which books do tests write in? New ones for each test, on both databases."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.store.books import Books, open_books
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
def migrated(postgres: server.Postgres) -> str:
    """A database in which all tables stand, to be copied."""
    name = postgres.database()
    open_books(postgres.url(name), Path()).close()
    return name


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/books.db"
    postgres: server.Postgres = request.getfixturevalue("postgres")
    return postgres.url(postgres.database())


@pytest.fixture(params=["sqlite", "postgresql"])
def books(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Books]:
    """Empty books, open."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/books.db"
    else:
        postgres: server.Postgres = request.getfixturevalue("postgres")
        url = postgres.url(postgres.database(request.getfixturevalue("migrated")))
    opened = open_books(url, tmp_path)
    yield opened
    opened.close()


# A busy machine is no bug; and where a run decides about a change, it should decide the same way twice.
settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")
