"""What is wrong with a setting, in both languages, and where was it set?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.config.settings import Settings
from bot.content.problems import Place, Problem, problem
from bot.content.reader import suggestion
from bot.content.source import Fields, Items, Node, Text

PREFIX = "SIGNPOST_"
# Which variable set what: the path of each setting that came from the environment.
Named = Mapping[tuple[str, ...], str]

_SECRETS = {"token", "url", "base_url"}
_LONGEST_SHOWN = 60
_SECTION = ("下面应该是几项设置", "it should hold settings of its own")
_DATE = ("应该是日期，如 2026-10-01", "it should be a date such as 2026-10-01")
_REASONS = {
    "int_parsing": ("应该是整数", "it should be a whole number"),
    "int_type": ("应该是整数", "it should be a whole number"),
    "bool_parsing": ("要写 yes 或 no", "it should be yes or no"),
    "date_parsing": _DATE,
    "date_type": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "time_parsing": ("应该是时刻，如 17:00", "it should be a time such as 17:00"),
    "greater_than_equal": ("不能小于 {ge}", "it must be at least {ge}"),
    "less_than_equal": ("不能大于 {le}", "it must be at most {le}"),
    "string_type": ("应该是一段文字", "it should be a text"),
    "path_type": ("应该是一个路径", "it should be a path"),
    "tuple_type": ("应该是列表，每行以「- 」开头", "it should be a list with '- ' before each entry"),
    "too_short": ("至少要有一项", "it needs at least one entry"),
    "string_pattern_mismatch": ("格式要符合 {pattern}", "it must match {pattern}"),
    "model_type": _SECTION,
    "model_attributes_type": _SECTION,
    "mapping_type": _SECTION,
    "dict_type": _SECTION,
    "hours_form": ("上班时间要写成 09:00-12:00", "hours are written 09:00-12:00"),
    "hours_order": ("几段上班时间没有按先后写，或者重叠了", "the hours stand out of order, or overlap"),
    "hours_backwards": ("下班比上班还早", "the hours end before they begin"),
    "edge_form": ("先后要写成「A > B」", "an order is written 'A > B'"),
    "edge_unknown": ("没有「{code}」这一步", "there is no milestone '{code}'"),
}


def explained(error: ValidationError, root: Node, named: Named) -> Iterator[Problem]:
    """A finding for each fault, at the variable or the spot in the file that caused it."""
    faults = error.errors(include_url=False)
    within = {fault["loc"][:length] for fault in faults for length in range(len(fault["loc"]))}
    for fault in faults:
        if fault["loc"] in within:
            # What is wrong inside makes the whole wrong too: a list of one bad entry counts as empty.
            continue
        path = tuple(str(part) for part in fault["loc"] if part != "[key]")
        place = _place(root, path, named, fault)
        match fault["type"]:
            case "extra_forbidden":
                yield _no_such_setting(path, place)
            case "missing":
                yield problem("missing-key", place, key=".".join(path))
            case "enum" | "literal_error" if isinstance(fault["input"], str):
                yield _unknown_value(path, place, fault)
            case _:
                yield _wrong_setting(path, place, fault)


def _no_such_setting(path: Sequence[str], place: Place) -> Problem:
    if place.file.startswith("$"):
        variables = [PREFIX + "__".join(known).upper() for known in _leaves(Settings)]
        name = place.file.removeprefix("$")
        return problem("no-such-setting", place, key=name, allowed=", ".join(variables), **suggestion(name, variables))
    known = _known(path[:-1])
    hint = suggestion(path[-1], known)
    return problem("no-such-setting", place, key=".".join(path), allowed=", ".join(known), **hint)


def _unknown_value(path: Sequence[str], place: Place, fault: ErrorDetails) -> Problem:
    allowed = re.findall(r"'([^']*)'", str(fault.get("ctx", {}).get("expected", "")))
    value = str(fault["input"])
    key = ".".join(path[:-1] if fault["loc"][-1] == "[key]" else path)
    hint = suggestion(value, allowed)
    return problem("unknown-value", place, key=key, value=value, allowed=", ".join(allowed), **hint)


def _wrong_setting(path: Sequence[str], place: Place, fault: ErrorDetails) -> Problem:
    zh, en = (
        reason.format(**fault.get("ctx", {})) for reason in _REASONS.get(fault["type"], (fault["msg"], fault["msg"]))
    )
    value = _shown(path, fault["input"])
    return problem("wrong-setting", place, key=".".join(path), value=value, reason_zh=zh, reason_en=en)


def _shown(path: Sequence[str], value: object) -> str:
    """What may be printed of a value: a whole section or an address may hold a secret."""
    if _known(path) or _SECRETS.intersection(path):
        return "…"
    return str(value)[:_LONGEST_SHOWN]


def _known(path: Sequence[str]) -> list[str]:
    """The settings that exist under a path."""
    model: Any = Settings
    for part in path:
        fields = getattr(model, "model_fields", None)
        if fields is None:
            model = next((kind for kind in get_args(model) if hasattr(kind, "model_fields")), None)
        else:
            model = fields[part].annotation if part in fields else None
    return list(getattr(model, "model_fields", {}))


def _leaves(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths of all settings but the tables of the process."""
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _leaves(field.annotation, (*path, name))
        else:
            yield (*path, name)


def _place(root: Node, path: tuple[str, ...], named: Named, fault: ErrorDetails) -> Place:
    """The variable that set it, or its spot in the file: the name where the name is wrong, else the value."""
    is_missing = fault["type"] == "missing"
    for keys, variable in named.items():
        if keys == path[: len(keys)] or (not is_missing and path == keys[: len(path)]):
            return Place(f"${variable}")
    wrong_name = fault["type"] == "extra_forbidden" or fault["loc"][-1:] == ("[key]",)
    node, name = root, root.place
    for part in path:
        below = _below(node, part)
        if below is None:
            return name if is_missing else node.place
        node, name = below
    return node.place if isinstance(node, Text) and not wrong_name else name


def _below(node: Node, part: str) -> tuple[Node, Place] | None:
    """The entry of that name or number, and where it is named."""
    if isinstance(node, Fields) and part in node.fields:
        return node.fields[part], node.keys[part]
    if isinstance(node, Items) and part.isdigit() and int(part) < len(node.items):
        return node.items[int(part)], node.items[int(part)].place
    return None
