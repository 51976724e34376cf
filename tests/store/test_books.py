"""Can the books be opened, again and by several at once, and what is said if not?"""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from bot.store.books import Books, NoBooks, open_books
from bot.store.tables import metadata
from tests.samples import ROOT, cases
from tests.store.at_once import at_once

SECRET = "hunter2"  # noqa: S105
CURE = ". Check database.url in config.yaml or SIGNPOST_DATABASE__URL."
OPENER = """
import sys
from pathlib import Path
from bot.store.books import open_books
print("ready", flush=True)
sys.stdin.readline()
with open_books(sys.argv[1], Path()).transaction() as records:
    print(records.cases.refs())
"""


def _told(url: str, folder: Path) -> str:
    with pytest.raises(NoBooks) as caught:
        open_books(url, folder)
    return str(caught.value)


def test_a_new_database_has_just_the_declared_tables(books: Books) -> None:
    options = {"compare_type": True, "compare_server_default": True}
    with books.transaction() as records:
        context = MigrationContext.configure(records.connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_each_table_that_is_declared_stands_there(books: Books) -> None:
    with books.transaction() as records:
        found = set(inspect(records.connection).get_table_names())
    assert found == set(metadata.tables) | {"alembic_version"}


def test_books_opened_again_hold_what_they_held(empty_database: str, tmp_path: Path) -> None:
    case = cases()["C-DEMO-01"]
    for _ in range(2):
        books = open_books(empty_database, tmp_path)
        with books.transaction() as records:
            records.cases.save(case)
        books.close()
    books = open_books(empty_database, tmp_path)
    with books.transaction() as records:
        found = records.cases.get(case.ref)
    books.close()
    assert found == case


def test_several_threads_may_open_empty_books_at_once(empty_database: str, tmp_path: Path) -> None:
    opened = at_once(*[partial(open_books, empty_database, tmp_path)] * 4)
    refs = []
    for books in opened:
        with books.transaction() as records:
            refs.append(records.cases.refs())
        books.close()
    assert refs == [[]] * 4


def test_several_processes_may_open_empty_books_at_once(empty_database: str) -> None:
    command = [sys.executable, "-c", OPENER, empty_database]
    pipe = subprocess.PIPE
    openers = [subprocess.Popen(command, stdin=pipe, stdout=pipe, cwd=ROOT, text=True) for _ in range(3)]
    for opener in openers:
        assert opener.stdout
        opener.stdout.readline()
    # All of them are loaded and wait for this word.
    for opener in openers:
        assert opener.stdin
        opener.stdin.write("go\n")
        opener.stdin.flush()
    assert [(opener.communicate()[0], opener.returncode) for opener in openers] == [("[]\n", 0)] * 3


def test_a_relative_path_starts_at_the_settings_folder(tmp_path: Path) -> None:
    open_books("sqlite:///deep/down/books.db", tmp_path).close()
    assert (tmp_path / "deep" / "down" / "books.db").is_file()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"mysql://a:{SECRET}@host/x", "its address begins with neither sqlite:// nor postgresql://"),
        (f"postgres://a:{SECRET}@host/x", "its address begins with neither sqlite:// nor postgresql://"),
        (f"postgresql://a:{SECRET}@host:port/x", "its address cannot be read"),
        (f"postgresql://a:p@{SECRET}@host/x", "an @ in the password has to be written %40"),
        ("books.db", "its address cannot be read"),
        ("", "its address cannot be read"),
    ],
)
def test_a_wrong_address_is_explained_without_quoting_it(tmp_path: Path, url: str, reason: str) -> None:
    assert _told(url, tmp_path) == f"Cannot open the database: {reason}{CURE}"


def test_a_server_out_of_reach_is_told_without_password(tmp_path: Path) -> None:
    told = _told(f"postgresql://a:{SECRET}@127.0.0.1:1/x", tmp_path)
    assert ("refused" in told, SECRET in told, told.endswith(CURE), "\n" in told) == (True, False, True, False)


def test_an_unknown_option_of_the_server_is_told(tmp_path: Path) -> None:
    told = _told(f"postgresql://a:{SECRET}@127.0.0.1:1/x?colour=red", tmp_path)
    assert ("colour" in told, SECRET in told, told.endswith(CURE)) == (True, False, True)


def test_a_missing_driver_names_the_extra_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    told = _told(f"postgresql://a:{SECRET}@127.0.0.1:1/x", tmp_path)
    assert told == (
        f"Cannot open the database: PostgreSQL needs Signpost's extra: pip install 'signpost-bot[postgres]'{CURE}"
    )


def test_a_file_of_another_kind_is_no_books(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Nothing but notes stand here.\n" * 100, encoding="utf-8")
    assert _told("sqlite:///notes.txt", tmp_path) == f"Cannot open the database: file is not a database{CURE}"


def test_a_folder_in_place_of_the_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "books.db").mkdir()
    assert _told("sqlite:///books.db", tmp_path) == f"Cannot open the database: unable to open database file{CURE}"


def test_a_path_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told = _told("sqlite:///file/books.db", tmp_path)
    assert (told.startswith("Cannot open the database: ["), "file" in told, told.endswith(CURE)) == (True, True, True)


def test_books_of_a_newer_signpost_are_left_alone(empty_database: str, tmp_path: Path) -> None:
    books = open_books(empty_database, tmp_path)
    with books.transaction() as records:
        records.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    books.close()
    assert _told(empty_database, tmp_path) == f"Cannot open the database: a newer Signpost has written it{CURE}"


def test_books_that_are_damaged_meanwhile_are_waited_for(tmp_path: Path) -> None:
    books = open_books("sqlite:///books.db", tmp_path)
    with books.transaction() as records:
        records.cases.save(cases()["C-DEMO-01"])
        records.connection.execute(text("SELECT 1"))
    books.close()
    (tmp_path / "books.db-wal").unlink(missing_ok=True)
    (tmp_path / "books.db").write_bytes(b"no database at all " * 1000)
    with pytest.raises(NoBooks, match="not a database"), books.transaction() as records:
        records.cases.refs()


def test_what_buyers_write_stands_in_no_error(books: Books) -> None:
    with pytest.raises(DBAPIError) as caught, books.transaction() as records:
        records.connection.execute(
            text("INSERT INTO chats (id, nowhere) VALUES (:id, :said)"), {"id": 1, "said": "王小明"}
        )
    assert "王小明" not in str(caught.value)


def test_what_belongs_to_nothing_is_refused_once_the_tables_stand(books: Books) -> None:
    lost = (
        metadata.tables["parties"]
        .insert()
        .values(
            case_ref="C-NONE", role="buyer", name="赵女士", phone_masked="137****3391", language="zh", verified=True
        )
    )
    with pytest.raises(DBAPIError), books.transaction() as records:
        records.connection.execute(lost)
