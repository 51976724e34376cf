"""How is this installation set up? config.yaml and the environment, checked as a whole."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.cases.office import Office
from bot.cases.process import Process
from bot.cases.workdays import Calendar
from bot.config.faults import PREFIX, explained
from bot.config.process import build_process
from bot.config.settings import Settings
from bot.content.problems import Problem
from bot.content.reader import Reader
from bot.content.source import Fields, Items, Node, Text, parse, read

_CONFIG = "SIGNPOST_CONFIG"


@dataclass(frozen=True)
class Config:
    """The settings, and what the core makes of them; paths in `settings` are relative to `folder`."""

    settings: Settings
    folder: Path
    process: Process
    calendar: Calendar
    office: Office


class BrokenConfig(ValueError):
    """The configuration has problems; nothing is started with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__(f"{len(problems)} problems in the configuration.")


def find(given: Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """The configuration file: the given one, else SIGNPOST_CONFIG, else here, else beside the program."""
    named = given or (Path(environment[_CONFIG]) if environment.get(_CONFIG) else None)
    here = Path("config.yaml")
    return named or (here if here.exists() else Path(__file__).parents[2] / "config.yaml")


def load(path: Path, environment: Mapping[str, str] = os.environ) -> Config:
    """The configuration; raises BrokenConfig with every problem and its place."""
    node, problems = read(path, str(path))
    reader = Reader(problems)
    tree = _tree(node) if isinstance(node, Fields) else {}
    if not isinstance(node, Fields):
        reader.entries(node)
        raise BrokenConfig(problems)
    named = {_plant(tree, keys, value): name for name, keys, value in _overrides(environment)}
    try:
        settings = Settings.model_validate(tree)
    except ValidationError as error:
        raise BrokenConfig(sorted({*problems, *explained(error, node, named)})) from None
    process, faults = build_process(settings.process, _at(node, ("process",)))
    if problems or faults:
        raise BrokenConfig(sorted({*problems, *faults}))
    days = dict.fromkeys(settings.calendar.working, True) | dict.fromkeys(settings.calendar.days_off, False)
    hours = settings.office
    office = Office(hours.hours, hours.same_day_by, hours.urgent_minutes, hours.soon_minutes, hours.duty_minutes)
    calendar = Calendar(days, frozenset(settings.calendar.complete_years))
    return Config(settings, path.resolve().parent, process, calendar, office)


def variable(path: Sequence[str], environment: Mapping[str, str] = os.environ) -> str | None:
    """The variable that says a setting in place of config.yaml; None where the file has its way."""
    return next((name for name, keys, _ in _overrides(environment) if list(path[: len(keys)]) == keys), None)


def _overrides(environment: Mapping[str, str]) -> Iterator[tuple[str, list[str], str]]:
    """(variable, path, value) of each setting in the environment; an empty variable sets nothing."""
    for name, value in sorted(environment.items()):
        if name.startswith(PREFIX) and name != _CONFIG and value:
            yield name, name.removeprefix(PREFIX).lower().split("__"), value


def _tree(node: Node) -> Any:  # noqa: ANN401
    match node:
        case Fields():
            return {name: _tree(value) for name, value in node.fields.items()}
        case Items():
            return [_tree(item) for item in node.items]
        case Text():
            return node.value


def _plant(tree: Any, keys: Sequence[str], value: str) -> tuple[str, ...]:  # noqa: ANN401
    """Set a value deep in the tree and tell its path; `[…]` and `{…}` are read as YAML.

    A path through a value replaces it. Variables are upper case throughout, so names are compared without case.
    """
    path: list[str] = []
    for key in keys:
        known = next((name for name in tree if name.lower() == key), key)
        path.append(known)
        if len(path) < len(keys):
            if not isinstance(tree.get(known), dict):
                tree[known] = {}
            tree = tree[known]
    found = parse(value, path[-1])[0] if value[:1] in "[{" else None
    tree[path[-1]] = value if found is None else _tree(found)
    return tuple(path)


def _at(node: Node, path: Sequence[str]) -> Node:
    for part in path:
        node = node.fields[part] if isinstance(node, Fields) and part in node.fields else node
    return node
