"""Which cases, settings and moments do tests share? The shipped ones, read as the product reads them."""

from datetime import datetime
from functools import cache
from pathlib import Path

from bot.cases.case import CHINA, Case
from bot.config import loading
from bot.config.loading import Config
from bot.content import library, samples
from bot.content.case_file import read_cases
from bot.content.folders import Folders
from bot.dialogue.content import Content
from bot.review.recital import RecitalSetting

ROOT = Path(__file__).parents[1]
FOLDERS = Folders(ROOT / "intents", ROOT / "replies")
# To read all content takes seconds; it is the same for all tests of a process.
load = cache(library.load)


@cache
def config() -> Config:
    """The shipped configuration, whatever the environment says."""
    return loading.load(ROOT / "config.yaml", {})


def content() -> Content:
    """The shipped content."""
    return load(FOLDERS)


@cache
def cases() -> dict[str, Case]:
    """The ten sample cases by their numbers."""
    return {case.ref: case for case in read_cases(ROOT / "samples" / "cases.yaml", config().process).cases}


@cache
def stage() -> RecitalSetting:
    """The shipped cases, each at the moment of its story, and a stranger."""
    return RecitalSetting(samples.scenes(config().process, config().calendar), config().office, config().calendar)


def at(typed: str) -> datetime:
    """A moment in China, e.g. `2026-09-22 15:00`."""
    return datetime.fromisoformat(typed).replace(tzinfo=CHINA)


STORY = {ref: at(moment) for ref, moment in samples.STORY.items()}
