"""What is live now, and what takes its place? The editors' saved files, once they are sound."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.content import library
from bot.content.checks.every import Setting
from bot.content.editions import Signature, last_editor, read_edition, signature
from bot.content.folders import Folders
from bot.content.judgement import Judged, Loaded, RefusedFiles, judge
from bot.dialogue.content import Content

Judge = Callable[[Folders, Setting], Judged]


class Live:
    """The content that answers now. It is replaced whole, by one assignment; who reads it once has one version.

    `judge` loads and checks saved files; a service lets another process do it. `setting`: what they have to fit then.
    `refused`: the files that stood there at first, where something else had to go live; `seen`: their signature before
    they were looked into.
    """

    def __init__(
        self,
        folders: Folders,
        loaded: Loaded,
        judge: Judge = judge,
        setting: Callable[[date], Setting] = Setting,
        refused: RefusedFiles | None = None,
        seen: Signature | None = None,
    ) -> None:
        self._setting = setting
        self.folders = folders
        self.loaded = loaded
        self.refused = refused
        self.judge = judge
        self._judged = self._noticed = signature(folders) if seen is None else seen

    @property
    def current(self) -> Content:
        """The content that answers now; `version` tells which."""
        return self.loaded.content

    def look(self, today: date) -> Judged | None:
        """What the files hold if they have changed since the last look but one, and are at rest.

        Nothing goes live by it. Who saves several files, or copies a folder, is given until the next look.
        """
        seen = signature(self.folders)
        is_at_rest, self._noticed = seen == self._noticed, seen
        if seen == self._judged or not is_at_rest:
            return None
        found = self.judge(self.folders, self._setting(today))
        return found if signature(self.folders) == seen else None

    def study(self, today: date) -> None:
        """Have learnt what is live, and the files judged as they stand, so that the next time has less to do."""
        self.current.matcher.learn()
        self.judge(self.folders, self._setting(today))

    def accept(self, found: Judged) -> None:
        """What was looked at is dealt with; sound content goes live. Until then, every look finds it again."""
        self._judged = self._noticed
        if isinstance(found, Loaded):
            self.loaded = found


def open_live(folders: Folders, setting: Callable[[date], Setting] = Setting, seen: Signature | None = None) -> Live:
    """The files as they stand, live; raises BrokenContent. `seen`: as for Live."""
    edition = read_edition(folders)
    content = replace(library.load(folders), version=edition.version)
    return Live(folders, Loaded(edition, content, editor=last_editor(folders)), setting=setting, seen=seen)
