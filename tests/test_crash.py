"""Is anything lost, or said twice, when the bot is killed at any point of its work?"""

import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.cases.case import CHINA
from bot.cases.milestones import Role
from bot.content.case_file import read_cases
from bot.content.editions import read_edition
from bot.dialogue.messages import Link
from bot.store.books import open_books
from bot.turns.invitations import token_hash
from tests.bot_process import CASE, DIGITS, Installation, Running, case_file, kill, wait_for
from tests.samples import FOLDERS, config
from tests.telegram.server import FakeTelegram, Moment
from tests.telegram.serving import serving

BUYER = 501
TOKEN = "t" * 43
TAP = "要准备什么材料？"
# A link is opened, digits are typed, a question, a button, a question.
TALK = (f"/start {TOKEN}", DIGITS, "网签是什么", TAP, "哪天签")
# How often the talk is held, each time with one death after every message; see the first test.
TALKS = 6
PATIENCE = 120.0


class Point(NamedTuple):
    """The nth call of a method after a message was said, before or after it takes effect."""

    method: str
    moment: Moment
    nth: int


@dataclass
class Reaper:
    """Kills the bot at the planned points and starts it again, and remembers what it saw."""

    fake: FakeTelegram
    bot: Installation
    start: Callable[[], Running]
    plan: list[Point] = field(default_factory=list)
    passed: list[Point] = field(default_factory=list)
    kept: list[tuple[int, int]] = field(default_factory=list)
    excuses: int = 0
    process: Running | None = None
    _said: int = 0
    _calls: Counter[tuple[str, Moment]] = field(default_factory=Counter)

    def expect(self, plan: Sequence[Point]) -> None:
        """A message is about to be said; the bot dies at these points, one after the other."""
        self.plan[:], self.passed[:], self.excuses = plan, [], 0
        self._said = len(self.fake.sent(BUYER))
        self._begin()

    @property
    def replies(self) -> list[str]:
        """What the buyer got for the last message."""
        return [message.text for message in self.fake.sent(BUYER)[self._said :]]

    @property
    def is_done(self) -> bool:
        """Whether all planned deaths are died, and the message is answered and confirmed."""
        return not self.plan and bool(self.replies) and self.fake.is_polling and not self.fake.pending

    def __call__(self, moment: Moment, method: str) -> None:
        """Telegram is at one moment of a call."""
        self._calls[method, moment] += 1
        point = Point(method, moment, self._calls[method, moment])
        self.passed.append(point)
        if (method, moment) == ("getMe", Moment.BEFORE):
            # The one case in which a message may come twice: Telegram has it, and the dead bot did not note that.
            self.excuses += bool(self.replies) and bool(self.bot.unsent)
        if (method, moment) == ("sendMessage", Moment.BEFORE):
            self.kept.append((len(self.bot.inbox), len(self.bot.unsent)))
        if (method, moment) == ("sendChatAction", Moment.AFTER):
            self.bot.typed.touch()
        if self.plan and point == self.plan[0]:
            self._reap()

    def _begin(self) -> None:
        """What was seen before counts no more."""
        self._calls.clear()
        self.bot.typed.unlink(missing_ok=True)

    def _reap(self) -> None:
        assert self.process is not None
        kill(self.process)
        self._begin()
        self.process = self.start()
        with self.fake.change():
            del self.plan[0]


@dataclass(frozen=True)
class Heard:
    """What a talk left behind: for each message the replies, how many may be twice, and the calls."""

    replies: list[list[str]]
    excuses: list[int]
    points: list[list[Point]]
    kept: list[tuple[int, int]]
    lost: set[int]
    inbox: int
    violations: list[str]


@dataclass(frozen=True)
class Stage:
    """New books with a case and a link, for as many talks as are wanted."""

    folder: Path

    def hold(self, name: str, plans: Sequence[Sequence[Point]], *, is_forked: bool = True) -> Heard:
        """Hold the talk in a Telegram and with books of its own, with these deaths after each message."""
        folder = self.folder / name
        folder.mkdir()
        shutil.copy(self.folder / "books.db", folder)
        fake = FakeTelegram()
        with serving(fake) as base_url:
            bot = Installation(folder, base_url)
            reaper = Reaper(fake, bot, bot.fork if is_forked else bot.start)
            fake.on_call = reaper
            try:
                return _hold(reaper, plans)
            finally:
                fake.on_call = None
                if reaper.process:
                    kill(reaper.process)


def _hold(reaper: Reaper, plans: Sequence[Sequence[Point]]) -> Heard:
    fake, bot = reaper.fake, reaper.bot
    replies, excuses, points = list[list[str]](), list[int](), list[list[Point]]()
    updates = set[int]()
    for words, plan in zip(TALK, plans, strict=True):
        reaper.expect(plan)
        updates.add(fake.updates.next_id)
        if words == TAP:
            fake.press(BUYER, words)
        else:
            fake.text(BUYER, words)
        reaper.process = reaper.process or reaper.start()
        fake.wait_until(lambda: reaper.is_done, PATIENCE)
        wait_for(lambda: not bot.unsent, PATIENCE)
        replies.append(reaper.replies)
        excuses.append(reaper.excuses)
        points.append(list(reaper.passed))
    return Heard(replies, excuses, points, reaper.kept, updates - set(bot.inbox), len(bot.inbox), fake.violations)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """Books with a case and a link to it; the shipped content was live before, and is not checked at each start."""
    folder, now = tmp_path_factory.mktemp("crash"), datetime.now(CHINA)  # noqa: TID251
    read = read_cases(case_file(folder, now), config().process)
    books = open_books("sqlite:///books.db", folder)
    with books.transaction() as records:
        for case in read.cases:
            records.cases.save(case)
        records.chats.save_link(Link(token_hash(TOKEN), CASE, Role.BUYER, now + timedelta(hours=48)))
        records.contents.keep(read_edition(FOLDERS), "", now)
    books.close()
    return Stage(folder)


@pytest.fixture(scope="module")
def calm(stage: Stage) -> Heard:
    """The talk as it is held when nobody dies."""
    return stage.hold("calm", [[]] * len(TALK))


def _turning(calm: Heard) -> list[list[Point]]:
    """For each message the points at which the bot is at work on it, in one order on every machine."""
    return [sorted(points[_start(points) :]) for points in calm.points]


def _start(points: Sequence[Point]) -> int:
    """Where the first update arrives; everything before it belongs to the start of the process."""
    return next(place for place, point in enumerate(points) if point[:2] == ("getUpdates", Moment.AFTER))


def _expected(calm: Heard, heard: Heard) -> list[list[str]]:
    """Every reply once, and once more for each death that is excused."""
    return [once * (1 + excuses) for once, excuses in zip(calm.replies, heard.excuses, strict=True)]


def test_a_calm_talk_has_one_reply_for_each_message(calm: Heard) -> None:
    assert ([len(replies) for replies in calm.replies], calm.violations) == ([1] * len(TALK), [])


def test_the_talks_below_reach_every_call_of_the_bot(calm: Heard) -> None:
    assert [len(points) for points in _turning(calm)] == [TALKS] * len(TALK)


def test_an_answer_is_in_the_books_before_it_is_sent(calm: Heard) -> None:
    assert calm.kept == [(handled, 1) for handled in range(1, len(TALK) + 1)]


@pytest.mark.parametrize("nth", range(TALKS))
def test_a_bot_killed_at_work_loses_and_repeats_nothing(stage: Stage, calm: Heard, nth: int) -> None:
    heard = stage.hold(f"talk{nth}", [[points[nth]] for points in _turning(calm)])
    assert (heard.replies, heard.lost, heard.inbox, heard.violations) == (_expected(calm, heard), set(), len(TALK), [])


def test_a_bot_killed_at_every_point_of_its_start_comes_up(stage: Stage, calm: Heard) -> None:
    start = calm.points[0][: _start(calm.points[0])]
    heard = stage.hold("start", [start, *[[]] * (len(TALK) - 1)])
    assert (heard.replies, heard.lost, heard.inbox, heard.violations) == (calm.replies, set(), len(TALK), [])


def test_a_reply_comes_twice_only_where_telegram_has_it(stage: Stage, calm: Heard) -> None:
    sent = Point("sendMessage", Moment.AFTER, 1)
    heard = stage.hold("twice", [[sent, sent], *[[]] * (len(TALK) - 1)], is_forked=False)
    assert (heard.excuses, heard.replies[0], heard.lost) == ([2, 0, 0, 0, 0], calm.replies[0] * 3, set())
