"""What do the editors' tools look at? The files as they are now, in the light of the sample cases."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from bot.cli.moments import now_or
from bot.cli.trouble import FINDINGS, Stop, language, told

if TYPE_CHECKING:
    from bot.cases.case import Case
    from bot.config.loading import Config
    from bot.content.memory import Memory
    from bot.content.problems import Problem
    from bot.dialogue.house import House
    from bot.review.scenes import Scene


@dataclass(frozen=True)
class Studio:
    """The content, and the sample cases at the moments of their stories."""

    config: "Config"

    def cases(self) -> "list[tuple[Case, datetime]]":
        """Each sample case with its moment."""
        from bot.cli.samples import read_samples
        from bot.content.samples import STORY

        return [(case, now_or(STORY[case.ref])) for case in read_samples(self.config.process)]

    def scenes(self) -> "list[Scene]":
        """The sample cases, and what follows from leaving something out."""
        from bot.review.scenes import scenes

        return list(scenes(self.cases(), self.config.process, self.config.calendar))

    def read(self) -> "tuple[House | None, list[Problem]]":
        """The house, unless the files have errors, and every finding but those about examples."""
        from bot.app import house_with
        from bot.config.inspection import content_folders, named
        from bot.content.checks.every import Setting
        from bot.content.library import inspect

        setting = Setting(now_or(None).date(), sentences=False)
        content, found = inspect(content_folders(self.config), setting, memory=self._memory)
        problems = [named(problem, self.config) for problem in found]
        if content is None:
            return None, problems
        return house_with(content, self.config), problems

    @cached_property
    def _memory(self) -> "Memory":
        """For who looks again after each saved file."""
        from bot.content.memory import Memory

        return Memory()

    def house(self) -> "tuple[House, list[Problem]]":
        """The house and the findings about it; ends with the findings where the files have errors."""
        house, problems = self.read()
        if house is None:
            raise Stop(told(problems, language()), FINDINGS)
        return house, problems
