"""What is live now, and what takes its place? The editors' saved files, once they are sound."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.content import library
from bot.content.checks.every import Setting
from bot.content.editions import read_edition, signature
from bot.content.folders import Folders
from bot.content.problems import Problem
from bot.dialogue.situation import Content
from bot.review.edition import Edition

Inspect = Callable[[Folders, Setting], tuple[Content | None, Sequence[Problem]]]


@dataclass(frozen=True)
class Loaded:
    """Sound content, ready to go live; `problems` are warnings."""

    edition: Edition
    content: Content
    problems: Sequence[Problem] = ()


@dataclass(frozen=True)
class RefusedFiles:
    """Files that must not go live, and why."""

    edition: Edition
    problems: Sequence[Problem]


class Live:
    """The content that answers now. It is replaced whole, by one assignment; who reads it once has one version.

    `inspect` loads and checks saved files; a service lets another process do it. `setting`: what they have to fit on a
    day.
    """

    def __init__(
        self,
        folders: Folders,
        loaded: Loaded,
        inspect: Inspect = library.inspect,
        setting: Callable[[date], Setting] = Setting,
    ) -> None:
        self._setting = setting
        self.folders = folders
        self.loaded = loaded
        self.inspect = inspect
        self._judged = self._noticed = signature(folders)

    @property
    def current(self) -> Content:
        """The content that answers now; `version` tells which."""
        return self.loaded.content

    def look(self, today: date) -> Loaded | RefusedFiles | None:
        """What the files hold if they have changed since the last look but one, and are at rest.

        Nothing goes live by it. Who saves several files, or copies a folder, is given until the next look.
        """
        seen = signature(self.folders)
        is_at_rest, self._noticed = seen == self._noticed, seen
        if seen == self._judged or not is_at_rest:
            return None
        found = self._judge(today)
        return found if signature(self.folders) == seen else None

    def study(self, today: date) -> None:
        """Have learnt what is live, and the files inspected as they stand, so that the next time has less to do."""
        self.current.matcher.learn()
        self.inspect(self.folders, self._setting(today))

    def accept(self, found: Loaded | RefusedFiles) -> None:
        """What was looked at is dealt with; sound content goes live. Until then, every look finds it again."""
        self._judged = self._noticed
        if isinstance(found, Loaded):
            self.loaded = found

    def _judge(self, today: date) -> Loaded | RefusedFiles:
        """The files loaded and checked aside."""
        edition = read_edition(self.folders)
        content, problems = self.inspect(self.folders, self._setting(today))
        if content is None:
            return RefusedFiles(edition, problems)
        return Loaded(edition, replace(content, version=edition.version), problems)


def open_live(folders: Folders, setting: Callable[[date], Setting] = Setting) -> Live:
    """The files as they stand, live; raises BrokenContent."""
    edition = read_edition(folders)
    loaded = Loaded(edition, replace(library.load(folders), version=edition.version))
    return Live(folders, loaded, setting=setting)
