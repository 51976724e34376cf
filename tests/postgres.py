"""How do tests get a PostgreSQL of their own? A real server in a temporary folder, reached through a socket there."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, Any

import psycopg

_INSTALLED = Path("/usr/lib/postgresql")
_SUPERUSER = "signpost"
_READY = "ready to accept connections"
# Nothing has to survive a power cut, and the log stays too small to fill the pipe.
_SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "log_min_messages=log", "listen_addresses=")


class NotReady(RuntimeError):
    """PostgreSQL ended before it was ready."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(f"PostgreSQL did not start. It said: {''.join(said)}")


def programs() -> Path | None:
    """The folder of initdb and postgres, the newest if there are several; None where there is none."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    return max((path.parent for path in _INSTALLED.glob("*/bin/initdb")), default=None)


@dataclass(frozen=True)
class Postgres:
    """A running server; every database is new."""

    folder: Path
    names: Iterator[str] = field(default_factory=lambda: (f"books_{number}" for number in count(1)))

    def url(self, name: str) -> str:
        """The address of a database, as `database.url` wants it."""
        return f"postgresql://{_SUPERUSER}@/{name}?host={self.folder}"

    def database(self) -> str:
        """The name of a new, empty database."""
        name = next(self.names)
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
        return name


@contextmanager
def running(programs: Path) -> Iterator[Postgres]:
    """A server from its first moment to its last; raises NotReady."""
    folder = Path(tempfile.mkdtemp(prefix="signpost-"))
    try:
        _initialise(programs, folder)
        with _served(programs, folder):
            yield Postgres(folder)
    finally:
        shutil.rmtree(folder)


def _initialise(programs: Path, folder: Path) -> None:
    if owner := _as_user():
        shutil.chown(folder, owner["user"], owner["group"])
    command: list[str | Path] = [programs / "initdb", "--no-sync", "--auth=trust", "--locale=C", "--encoding=UTF8"]
    command += ["--username", _SUPERUSER, "--pgdata", folder / "data"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **_as_user())


@contextmanager
def _served(programs: Path, folder: Path) -> Iterator[None]:
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    command: list[str | Path] = [programs / "postgres", "-D", folder / "data", "-k", folder, *settings]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=folder, **_as_user()) as server:
        assert server.stderr
        _wait(server.stderr)
        try:
            yield
        finally:
            # At once: nobody needs what is in it.
            server.send_signal(signal.SIGQUIT)
            server.wait()


def _wait(log: IO[str]) -> None:
    said = []
    for line in log:
        said.append(line)
        if _READY in line:
            return
    raise NotReady(said)


def _as_user() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as its own user, or as nobody."""
    if os.getuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
