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
from bot.config.process import build_process
from bot.config.settings import Settings
from bot.content.problems import Place, Problem, problem
from bot.content.reader import suggestion
from bot.content.source import Fields, Items, Node, Text, parse, read

PREFIX = "SIGNPOST_"
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
    if node is None:
        raise BrokenConfig(problems)
    overrides = list(_overrides(environment))
    tree = _tree(node)
    for _, keys, value in overrides:
        _plant(tree, keys, value)
    try:
        settings = Settings.model_validate(tree)
    except ValidationError as error:
        named = {tuple(keys): name for name, keys, _ in overrides}
        raise BrokenConfig([*problems, *_explained(error, node, named)]) from None
    process, faults = build_process(settings.process, _at(node, ("process",)))
    if problems or faults:
        raise BrokenConfig([*problems, *faults])
    days = dict.fromkeys(settings.calendar.working, True) | dict.fromkeys(settings.calendar.days_off, False)
    hours = settings.office
    office = Office(hours.hours, hours.same_day_by, hours.urgent_minutes, hours.soon_minutes)
    return Config(settings, path.resolve().parent, process, Calendar(days), office)


def _overrides(environment: Mapping[str, str]) -> Iterator[tuple[str, list[str], str]]:
    """(variable, path, value) of each setting in the environment."""
    for name, value in sorted(environment.items()):
        if name.startswith(PREFIX) and name != _CONFIG:
            yield name, name.removeprefix(PREFIX).lower().split("__"), value


def _tree(node: Node) -> Any:  # noqa: ANN401
    match node:
        case Fields():
            return {name: _tree(value) for name, value in node.fields.items()}
        case Items():
            return [_tree(item) for item in node.items]
        case Text():
            return node.value


def _plant(tree: Any, keys: Sequence[str], value: str) -> None:  # noqa: ANN401
    """Set a value deep in the tree; `[…]` and `{…}` are read as YAML, and a path through a value replaces it."""
    *path, last = keys
    for key in path:
        if not isinstance(tree.get(key), dict):
            tree[key] = {}
        tree = tree[key]
    tree[last] = _tree(found) if value[:1] in "[{" and (found := parse(value, last)[0]) else value


def _explained(error: ValidationError, root: Node, named: Mapping[tuple[str, ...], str]) -> Iterator[Problem]:
    for fault in error.errors(include_url=False):
        path = tuple(str(part) for part in fault["loc"])
        place = _place(root, path, named, inside=fault["type"] != "missing")
        key = ".".join(path)
        if fault["type"] == "extra_forbidden":
            known = _known(path[:-1])
            yield problem("no-such-setting", place, key=key, allowed=", ".join(known), **suggestion(path[-1], known))
        elif fault["type"] == "missing":
            yield problem("missing-key", place, key=key)
        else:
            secret = any(word in key for word in ("token", "url"))
            value = "…" if secret else fault["input"]
            yield problem(
                "wrong-setting", place, key=key, value=value, reason=fault["msg"].removeprefix("Value error, ")
            )


def _known(path: Sequence[str]) -> list[str]:
    """The settings that exist under a path."""
    model: Any = Settings
    for part in path:
        fields = getattr(model, "model_fields", {})
        model = fields[part].annotation if part in fields else None
    return list(getattr(model, "model_fields", {}))


def _place(root: Node, path: tuple[str, ...], named: Mapping[tuple[str, ...], str], *, inside: bool) -> Place:
    """The variable that set it, or its spot in the file."""
    for length in range(len(path), 0, -1):
        if path[:length] in named:
            return Place(f"${named[path[:length]]}")
    node = root
    for depth, part in enumerate(path):
        match node:
            case Fields() if part in node.fields:
                last = depth == len(path) - 1
                if last and inside and not isinstance(node.fields[part], Text):
                    return node.keys[part]
                node = node.fields[part]
            case Items() if part.isdigit() and int(part) < len(node.items):
                node = node.items[int(part)]
            case _:
                break
    return node.place


def _at(node: Node, path: Sequence[str]) -> Node:
    for part in path:
        node = node.fields[part] if isinstance(node, Fields) and part in node.fields else node
    return node
