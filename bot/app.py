"""How is everything put together? Built once, in order; the only place that does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from bot.cases.changes import CannotChange
from bot.cases.process import NoSuchProfile, Process
from bot.config import loading
from bot.config.inspection import content_folders, naming, setting
from bot.config.loading import BrokenConfig, Config
from bot.content import library, samples
from bot.content.case_file import CaseFile
from bot.content.library import BrokenContent
from bot.content.live import Live, open_live
from bot.content.practice import PracticeSetting, coached_by, read_practice
from bot.content.problems import Problem
from bot.content.tone.words import load_tone
from bot.desk.practice.scenario import Practice
from bot.desk.room import Room
from bot.desk.timers import Patience
from bot.dialogue.content import Content
from bot.dialogue.house import House
from bot.publishing import open_sound
from bot.store.books import Books, NoBooks, open_books
from bot.store.case_rows import NoSuchCase
from bot.store.content_rows import NoSuchVersion
from bot.turns.buyer import Turn

# The folder of the scenarios, beside config.yaml.
PRACTICE = "practice"
# Trouble that a person can mend; anything else is a fault of the program and keeps its traceback.
EXPECTED = (
    BrokenConfig,
    BrokenContent,
    NoBooks,
    NoSuchCase,
    NoSuchProfile,
    NoSuchVersion,
    CannotChange,
)


@dataclass(frozen=True)
class App:
    """A running installation."""

    config: Config
    books: Books
    turn: Turn
    live: Live

    @property
    def house(self) -> House:
        """Content, office and calendar."""
        return self.turn.house()

    @property
    def process(self) -> Process:
        """The order of the steps."""
        return self.turn.process


def problems_of(trouble: Exception) -> Sequence[Problem]:
    """The findings behind a trouble with files; none for any other."""
    return trouble.problems if isinstance(trouble, BrokenConfig | BrokenContent) else ()


def configure(path: Path | None) -> Config:
    """The configuration; raises BrokenConfig."""
    return loading.load(loading.find(path))


def house(config: Config) -> House:
    """Content, office and calendar; raises BrokenContent."""
    with naming(config):
        return house_with(library.load(content_folders(config)), config)


def house_with(content: Content, config: Config) -> House:
    """The same with content that is loaded."""
    return House(content, config.office, config.calendar, config.settings.languages.default)


def practice(config: Config, path: Path = samples.SAMPLES) -> Practice:
    """The scenarios of `practice/`, played about the cases of a file; raises BrokenContent."""
    cases = samples.read(config.process, path)
    found, problems = read_practice(config.folder / PRACTICE, _stage(config, cases, house(config).content))
    if cases.problems or problems:
        raise BrokenContent([*cases.problems, *problems])
    return found


def inspect_practice(config: Config, content: Content, path: Path = samples.SAMPLES) -> list[Problem]:
    """Everything wrong with `practice/`; nothing where there is no such folder, or the cases belong elsewhere."""
    folder, cases = config.folder / PRACTICE, samples.read(config.process, path)
    if cases.problems or not folder.is_dir():
        return []
    return read_practice(folder, _stage(config, cases, content))[1]


def _stage(config: Config, cases: CaseFile, content: Content) -> PracticeSetting:
    words = coached_by(load_tone(content_folders(config).replies))
    known = {case.ref: case for case in cases.cases}
    return PracticeSetting(known, config.process, house_with(content, config), words)


def books(config: Config) -> Books:
    """The database; raises NoBooks."""
    return open_books(config.settings.database.url.get_secret_value(), config.folder)


def build(config: Config, begun: datetime | None = None) -> App:
    """Everything, ready; raises BrokenContent and NoBooks.

    `begun`: when a bot starts, which answers with sound files alone; other commands take them as they stand.
    """
    opened, folders, fits = books(config), content_folders(config), partial(setting, config)
    with naming(config):
        live = open_sound(opened, folders, fits, begun) if begun else open_live(folders, fits)
    turn = Turn(opened, lambda: house_with(live.current, config), config.process, room(config))
    return App(config, opened, turn, live)


def room(config: Config) -> Room:
    """The advisors' desk."""
    telegram, desk = config.settings.telegram, config.settings.desk
    patience = Patience(desk.silence_minutes, desk.notice_minutes)
    return Room(telegram.advisors_chat, telegram.bot_name, patience, desk.survey_days)
