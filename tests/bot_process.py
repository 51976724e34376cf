"""How does a test run the bot as a process of its own, and look into its books?"""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from bot import logs
from bot.app import App, books, configure
from bot.config.inspection import content_folders
from bot.content.judgement import Loaded
from bot.content.live import Live
from bot.dialogue.decision import Decision
from bot.dialogue.messages import Incoming, Kind
from bot.review.edition import Edition
from bot.serve import serve
from bot.turns.buyer import Turn
from tests.samples import ROOT
from tests.talks import house
from tests.telegram.server import TOKEN

CASE = "C-LIVE-01"
DIGITS = "6102"
PLACE = "城东政务服务中心"
SECONDS_TO_STOP = 20
# Some days off, so that the hour agreed for signing lies ahead whenever the test runs.
DAYS_TO_SIGNING = 4
Running = subprocess.Popen[bytes] | BaseProcess
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.preloaded"])
_TEMPLATE = """
cases:
  - ref: {ref}
    city: demo_riverside
    deal: resale
    profile: approve_then_sign
    advisor: 周顾问
    checked_at: {now:%Y-%m-%d %H:%M}
    parties:
      buyer:
        name: 林女士
        phone: 138****{digits}
      seller:
        name: 卖家
        phone: 139****2210
    loan:
      kind: commercial
      stage: approved
      approved_on: {before:%Y-%m-%d}
      valid_until: {later:%Y-%m-%d}
      release_rule: after_mortgage_registration
    contract:
      status: draft
      sign_by: {later:%Y-%m-%d}
    steps:
      LOAN_APPROVAL:
        done_on: {before:%Y-%m-%d}
      DOCS_READY:
        done_on: {before:%Y-%m-%d}
      CONTRACT_DRAFT:
        done_on: {before:%Y-%m-%d}
      SIGN_BOOKED:
        done_on: {before:%Y-%m-%d}
      ONLINE_SIGN:
        planned_on: {signing:%Y-%m-%d}
    appointments:
      - milestone: ONLINE_SIGN
        at: {signing:%Y-%m-%d} 14:00
        place_zh: {place}
        place_en: East Service Center
"""


def case_file(folder: Path, now: datetime) -> Path:
    """A file with one case that was checked just now, and whose signing is agreed."""
    signing, before, later = (now + timedelta(days=days) for days in (DAYS_TO_SIGNING, -5, 60))
    filled = _TEMPLATE.format(
        ref=CASE, digits=DIGITS, place=PLACE, now=now, signing=signing, before=before, later=later
    )
    path = folder / "cases.yaml"
    path.write_text(filled, encoding="utf-8")
    return path


@dataclass(frozen=True)
class Installation:
    """The product as an operator runs it, with books in a folder of its own and the shipped settings, if no others."""

    folder: Path
    base_url: str = "https://telegram.invalid/bot"
    config: Path = ROOT / "config.yaml"

    def signpost(self, *arguments: str) -> str:
        """Run a command to its end; what it printed."""
        command = [sys.executable, "-m", "bot", *arguments]
        done = subprocess.run(command, check=True, cwd=ROOT, env=self._environment(), stdout=subprocess.PIPE, text=True)
        return done.stdout.strip()

    def start(self) -> subprocess.Popen[bytes]:
        """Start the bot; its log is kept in the folder."""
        command = [sys.executable, "-m", "bot", "run"]
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(command, cwd=ROOT, env=self._environment(), stderr=log)

    def fork(self) -> BaseProcess:
        """Start the bot from a process that has read the content already, which takes no time.

        It decides nothing before somebody has touched `typed`.
        """
        process = _FORKS.Process(target=run_forked, args=(self, self._environment()))
        process.start()
        return process

    def rows(self, query: str) -> list[Any]:
        """What the books hold; a single column comes as plain values."""
        with closing(sqlite3.connect(self.books, timeout=SECONDS_TO_STOP)) as connection:
            found = connection.execute(query).fetchall()
        return [row[0] if len(row) == 1 else row for row in found]

    @property
    def inbox(self) -> list[int]:
        """The updates that were handled."""
        return self.rows("SELECT update_id FROM inbox ORDER BY update_id")

    @property
    def unsent(self) -> list[str]:
        """The messages that Telegram is not known to have."""
        return self.rows("SELECT text FROM outbox WHERE sent_at IS NULL AND failed IS NULL ORDER BY id")

    @property
    def books(self) -> Path:
        """The database."""
        return self.folder / "books.db"

    @property
    def typed(self) -> Path:
        """It is there when Telegram has been told of an answer being written."""
        return self.folder / "typed"

    @property
    def log(self) -> str:
        """Everything that was logged."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def _environment(self) -> dict[str, str]:
        others = {name: value for name, value in os.environ.items() if not name.startswith("SIGNPOST_")}
        return others | {
            "SIGNPOST_CONFIG": str(self.config),
            "SIGNPOST_TELEGRAM__TOKEN": TOKEN,
            "SIGNPOST_TELEGRAM__BASE_URL": self.base_url,
            "SIGNPOST_DATABASE__URL": f"sqlite:///{self.books}",
        }


def stop(process: subprocess.Popen[bytes]) -> int:
    """Ask a bot to stop, as an operator does; its exit code."""
    process.send_signal(signal.SIGTERM)
    return process.wait(SECONDS_TO_STOP)


def kill(process: Running) -> None:
    """End a bot without warning, and wait for its end."""
    process.kill()
    if isinstance(process, BaseProcess):
        process.join()
    else:
        process.wait()


@dataclass(frozen=True, kw_only=True)
class Unhurried(Turn):
    """Lets the word that an answer is being written go first: the faster answer would take it back."""

    typed: Path

    def take(self, incoming: Incoming, now: datetime) -> Decision | None:
        """The same, with the same calls on a slow machine as on a fast one."""
        if incoming.kind != Kind.BUTTON:
            wait_for(self.typed.exists)
        return super().take(incoming, now)


def run_forked(bot: Installation, environment: Mapping[str, str]) -> None:
    """What `signpost run` does, with the content that is there."""
    os.environ.clear()
    os.environ.update(environment)
    with (bot.folder / "log").open("ab") as file:
        os.dup2(file.fileno(), sys.stderr.fileno())
    config = configure(ROOT / "config.yaml")
    logs.set_up(config.settings.logging.format, config.settings.logging.level)
    opened = books(config)
    live = Live(content_folders(config), Loaded(Edition({}), house().content))
    serve(App(config, opened, Unhurried(opened, house, config.process, typed=bot.typed), live), TOKEN)


def wait_for(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Wait for what happens in another process and cannot be heard of; AssertionError if it does not."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, f"not within {seconds} s"
        time.sleep(0.02)
