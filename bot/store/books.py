"""Where are the books, and how is one transaction of them opened?"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import RLock

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.store.case_rows import CaseRows
from bot.store.chat_rows import ChatRows
from bot.store.content_rows import ContentRows
from bot.store.desk_rows import DeskRows
from bot.store.entry_rows import EntryRows
from bot.store.outbox import Outbox
from bot.store.pulse import Pulse, pulse
from bot.store.said_rows import SaidRows
from bot.store.ticket_rows import TicketRows
from bot.store.unmatched_rows import UnmatchedRows

_MIGRATIONS = Path(__file__).parent / "migrations"
_KINDS = ("sqlite", "postgresql")
_PAUSE_SECONDS = 0.05
# PostgreSQL while it changes over to another server: read-only for a while, or a transaction that was idle too long.
_PASSING = {"25006", "25P03"}
# A file that is damaged, or none of SQLite's: nothing that is taken from Telegram meanwhile would be kept.
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class NoBooks(RuntimeError):
    """The database cannot be opened."""

    def __init__(self, reason: object) -> None:
        told = " ".join(str(reason).split()).rstrip(".?")
        super().__init__(
            f"Cannot open the database: {told}. Check database.url in config.yaml or SIGNPOST_DATABASE__URL."
        )


@dataclass(frozen=True)
class Records:
    """Everything that can be read and written in one transaction."""

    connection: Connection

    @cached_property
    def cases(self) -> CaseRows:
        """The cases."""
        return CaseRows(self.connection)

    @cached_property
    def chats(self) -> ChatRows:
        """Chats, links and the audit trail."""
        return ChatRows(self.connection)

    @cached_property
    def tickets(self) -> TicketRows:
        """Chats in people's hands."""
        return TicketRows(self.connection)

    @cached_property
    def entries(self) -> EntryRows:
        """The transcript."""
        return EntryRows(self.connection)

    @cached_property
    def desk(self) -> DeskRows:
        """The advisors and their things."""
        return DeskRows(self.connection)

    @cached_property
    def outbox(self) -> Outbox:
        """What is to be sent."""
        return Outbox(self.connection)

    @cached_property
    def contents(self) -> ContentRows:
        """Which versions of the content were live."""
        return ContentRows(self.connection)

    @cached_property
    def said(self) -> SaidRows:
        """Why each reply was said."""
        return SaidRows(self.connection)

    @cached_property
    def unmatched(self) -> UnmatchedRows:
        """What the content failed."""
        return UnmatchedRows(self.connection)

    def pulse(self, now: datetime) -> Pulse:
        """What waits to be sent, and to be answered by a person."""
        return pulse(self.connection, now)


class Books:
    """The database. Every change happens inside `with books.transaction() as records`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # SQLite lets whoever waits look again and again: beside a busy thread that may take seconds. Ours queue here.
        self._turn: AbstractContextManager[object] = RLock() if engine.dialect.name == "sqlite" else nullcontext()

    @contextmanager
    def transaction(self) -> Iterator[Records]:
        """All of it is kept, or nothing; raises NoBooks when the database is out of reach."""
        try:
            with self._turn, self._engine.begin() as connection:
                yield Records(connection)
        except DBAPIError as error:
            if _is_out_of_reach(error):
                raise NoBooks(error.orig) from error
            raise

    @property
    def address(self) -> str:
        """Where they are, for people: no password, nor options, which may hold one."""
        return self._engine.url.set(query={}).render_as_string(hide_password=True)

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()


def _is_out_of_reach(error: DBAPIError) -> bool:
    """Will it pass? SQLite calls a mistake of ours, such as a table that there is not, by the same name as a lock."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in _DAMAGED:
        return True
    if code == sqlite3.SQLITE_ERROR:
        return False
    return isinstance(error, OperationalError) or getattr(error.orig, "sqlstate", None) in _PASSING


def open_books(url: str, folder: Path) -> Books:
    """The books at `url`, brought to the newest form; relative SQLite paths start at `folder`. Raises NoBooks."""
    try:
        return _opened(_engine(_address(url), folder))
    except ModuleNotFoundError:
        raise NoBooks("PostgreSQL needs Signpost's extra: pip install 'signpost-bot[postgres]'") from None
    except CommandError as error:
        raise NoBooks("a newer Signpost has written it") from error
    except DBAPIError as error:
        raise NoBooks(error.orig) from error
    except (NoSuchModuleError, OSError) as error:
        raise NoBooks(error) from error


def _opened(engine: Engine) -> Books:
    books = Books(engine)
    try:
        _migrate(engine)
    except Exception:
        books.close()
        raise
    return books


def _address(url: str) -> URL:
    """The parts of the URL. What is wrong with it is told without quoting it: it may hold a password."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise NoBooks("its address cannot be read") from None
    if parsed.get_backend_name() not in _KINDS:
        raise NoBooks(f"its address begins with neither {' nor '.join(f'{kind}://' for kind in _KINDS)}")
    if "@" in (parsed.host or ""):
        raise NoBooks("an @ in the password has to be written %40")
    return parsed


def _engine(parsed: URL, folder: Path) -> Engine:
    if parsed.get_backend_name() != "sqlite":
        return create_engine(parsed, pool_pre_ping=True, hide_parameters=True)
    if parsed.database and parsed.database != ":memory:":
        path = folder / parsed.database
        path.parent.mkdir(parents=True, exist_ok=True)
        parsed = parsed.set(database=str(path))
    # What buyers write is a parameter, and must not get into the log with an error.
    engine = create_engine(parsed, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """An acknowledged update must survive a power cut, and a writer waits for the other to finish."""
    connection.isolation_level = None  # the driver must not begin by itself
    cursor = connection.cursor()
    for pragma in ("busy_timeout = 10000", "synchronous = FULL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    _write_ahead(cursor, patience=200)
    cursor.close()


def _write_ahead(cursor: DBAPICursor, patience: int) -> None:
    """Switch a new file over. SQLite does not wait here when another does the same, so we do."""
    for left in reversed(range(patience)):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not left:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once, so that what was read still holds when it is written back."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _migrate(engine: Engine) -> None:
    config = AlembicConfig()
    config.set_main_option("script_location", str(_MIGRATIONS))
    newest = ScriptDirectory.from_config(config).get_current_head()
    with _to_rebuild(engine) as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
        if engine.dialect.name == "postgresql":
            # Several processes may start at once; the second one finds the work done.
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7203141)")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if engine.dialect.name == "sqlite" and (lost := connection.exec_driver_sql("PRAGMA foreign_key_check").all()):
            raise RuntimeError(f"the migration has lost what these rows belong to: {lost[:5]}")


@contextmanager
def _to_rebuild(engine: Engine) -> Iterator[Connection]:
    """A transaction in which SQLite may drop a table to make it anew: what points to it does not go with it."""
    with engine.connect() as connection:
        _keep_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                yield connection
        finally:
            _keep_foreign_keys(connection, "ON")


def _keep_foreign_keys(connection: Connection, state: str) -> None:
    """SQLite hears of it only outside a transaction, which is why the driver is asked."""
    if connection.dialect.name == "sqlite" and (driver := connection.connection.driver_connection):
        driver.execute(f"PRAGMA foreign_keys = {state}")
