"""How is everything put together? Built once, in order; the only place that does."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.cases.changes import AlreadyDone, AlreadyPast, NothingBlocked, NotYet
from bot.cases.process import NoSuchProfile, Process
from bot.config import loading
from bot.config.inspection import content_folders
from bot.config.loading import BrokenConfig, Config
from bot.content import library
from bot.content.library import BrokenContent
from bot.content.problems import Problem
from bot.dialogue.situation import House
from bot.store.books import Books, NoBooks, open_books
from bot.store.case_rows import NoSuchCase
from bot.turn import Turn

# Trouble that a person can mend; anything else is a fault of the program and keeps its traceback.
EXPECTED = (
    BrokenConfig,
    BrokenContent,
    NoBooks,
    NoSuchCase,
    NoSuchProfile,
    NotYet,
    AlreadyPast,
    AlreadyDone,
    NothingBlocked,
)


@dataclass(frozen=True)
class App:
    """A running installation."""

    config: Config
    books: Books
    turn: Turn

    @property
    def house(self) -> House:
        """Content, office and calendar."""
        return self.turn.house

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
    content = library.load(content_folders(config))
    return House(content, config.office, config.calendar, config.settings.languages.default)


def books(config: Config) -> Books:
    """The database; raises NoBooks."""
    return open_books(config.settings.database.url.get_secret_value(), config.folder)


def build(config: Config) -> App:
    """Everything, ready; raises BrokenContent and NoBooks."""
    opened = books(config)
    advisors_chat = config.settings.telegram.advisors_chat
    return App(config, opened, Turn(opened, house(config), config.process, advisors_chat))
