"""How are this installation's files checked? In one way: for the command, the tests and whoever loads them anew."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial

from bot.config.loading import Config
from bot.content import library, samples
from bot.content.checks.every import Setting
from bot.content.folders import Folders
from bot.content.library import BrokenContent, unheard
from bot.content.memory import Memory
from bot.content.problems import Problem
from bot.dialogue.content import Content
from bot.review.recital import RecitalSetting


def content_folders(config: Config) -> Folders:
    """Where the editors' files are."""
    return Folders(config.folder / config.settings.content.intents, config.folder / config.settings.content.replies)


def setting(config: Config, today: date) -> Setting:
    """What the editors' files have to fit: the day, the cities, how replies sound about the sample cases."""
    stage = RecitalSetting(samples.scenes(config.process, config.calendar), config.office, config.calendar)
    return Setting(today, frozenset(config.process.cities), stage)


def inspect(
    config: Config, today: date, done: Callable[[float], None] = unheard, memory: Memory | None = None
) -> tuple[Content | None, list[Problem]]:
    """The content (None if it has errors), and every finding by place; `done` hears what share of it is done (0–1).

    Who asks again and again brings the same `memory`. Files are named by the folders as config.yaml has them.
    """
    content, problems = library.inspect(content_folders(config), setting(config, today), done, memory)
    return content, [named(problem, config) for problem in problems]


def glance(config: Config, today: date) -> Sequence[Problem]:
    """What today makes of files that are live, by place: how they sound was judged when they went live."""
    fitted = replace(setting(config, today), stage=None, sentences=False)
    return [named(problem, config) for problem in library.inspect(content_folders(config), fitted)[1]]


@contextmanager
def naming(config: Config) -> Iterator[None]:
    """Whatever BrokenContent is raised names files by the folders as config.yaml has them."""
    try:
        yield
    except BrokenContent as broken:
        raise BrokenContent([named(problem, config) for problem in broken.problems]) from None


def named(problem: Problem, config: Config) -> Problem:
    """The same finding, where the files are a copy: in try/intents/ instead of intents/."""
    for folder in (config.settings.content.intents, config.settings.content.replies):
        if len(folder.parts) > 1 and not folder.is_absolute():
            within = partial(re.compile(rf"(?<![\w/]){re.escape(folder.name)}/(?=\S+\.ya?ml)").sub, f"{folder}/")
            values = tuple((name, within(value)) for name, value in problem.values)
            file = str(folder) if problem.place.file == folder.name else within(problem.place.file)
            problem = replace(problem, place=replace(problem.place, file=file), values=values)
    return problem
