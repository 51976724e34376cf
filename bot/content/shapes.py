"""What may stand in an editor's file, and what does it mean? Told once, for the reader and for editors' tools."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.cases.languages import LANGUAGES, NAMES
from bot.wording.conditions import YES_NO


@dataclass(frozen=True)
class Plain:
    """A text; with a `pattern`, one that has this form."""

    pattern: str = ""


@dataclass(frozen=True)
class Choice:
    """One of these words."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """A number from 0 to 1."""


@dataclass(frozen=True)
class Many:
    """A list; with `most`, of no more than that."""

    shape: "Shape"
    most: int | None = None


@dataclass(frozen=True)
class OneOrMany:
    """One, or a list."""

    shape: "Shape"


@dataclass(frozen=True)
class Record:
    """Entries of known names; with a `label`, a form that stands at several places."""

    keys: Mapping[str, "Key"]
    label: str = ""


@dataclass(frozen=True)
class NamedEntries:
    """Entries whose names the editor chooses."""

    shape: "Shape"


Shape = Plain | Choice | Share | Many | OneOrMany | Record | NamedEntries


@dataclass(frozen=True)
class Key:
    """An entry of a record: what it means, what stands there, and whether it may be left out."""

    zh: str
    en: str
    shape: Shape
    is_needed: bool = False


TEXT = Plain()
MOMENT = Plain(r"^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$")
DAY = Plain(r"^\d{4}-\d{2}-\d{2}$")
TEXTS = Many(TEXT)
YES_OR_NO = Choice(YES_NO)


def both(shape: Shape, *, are_needed: bool = True) -> Record:
    """The same in each language."""
    return Record({language: Key(*NAMES[language], shape, are_needed) for language in LANGUAGES})


def needed(keys: Mapping[str, Key]) -> tuple[str, ...]:
    """The entries that may not be left out."""
    return tuple(name for name, key in keys.items() if key.is_needed)


def values(keys: Mapping[str, Key], name: str) -> tuple[str, ...]:
    """The words that an entry may be; empty where it is no choice."""
    shape = keys[name].shape
    return shape.values if isinstance(shape, Choice) else ()
