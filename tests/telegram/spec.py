"""Does a value, or a method call, keep to the published Bot API?"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ARRAY = "Array of "
LONGEST_QUOTE = 60


@dataclass(frozen=True)
class Upload:
    """A file that came with a multipart call."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Call:
    """A method call with its parameters as JSON values, and what is wrong with it."""

    method: str
    parameters: dict[str, Any]
    violations: list[str]


@cache
def _book() -> dict[str, Any]:
    text = Path(__file__).with_name("bot_api.json").read_text(encoding="utf-8")
    book: dict[str, Any] = json.loads(text)
    return book


def knows(method: str) -> bool:
    """Whether Telegram has this method.

    >>> knows("sendMessage"), knows("sendLetter")
    (True, False)
    """
    return method in _book()["methods"]


def payloads() -> list[str]:
    """The kinds of update: every field of Update but its id."""
    return [name for name in _book()["types"]["Update"]["fields"] if name != "update_id"]


def violations(value: object, kinds: str | Sequence[str], place: str) -> list[str]:
    """Where a JSON value departs from the spec's kinds; empty if it fits one of them.

    >>> violations({"id": 7}, "Chat", "chat")
    ['chat.type is required']
    """
    wanted = [kinds] if isinstance(kinds, str) else list(kinds)
    shaped = [kind for kind in _flat(wanted) if _has_shape(value, kind)]
    if not shaped:
        return [f"{place} must be {' or '.join(wanted)}, not {_quote(value)}"]
    likely = [kind for kind in shaped if _is_labelled(value, kind)] or shaped
    return min((_inside(value, kind, place) for kind in likely), key=len)


def answer_violations(method: str, result: object) -> list[str]:
    """Where the result of a method departs from what the spec says that it returns."""
    return violations(result, _book()["methods"][method]["returns"], f"{method} answer")


def read(method: str, form: Mapping[str, object]) -> Call:
    """A known method's parameters from form fields, query or JSON body.

    >>> read("getChat", {"chat_id": "7"}).parameters
    {'chat_id': 7}
    """
    fields = _book()["methods"][method]["fields"]
    texts = " ".join(value for value in form.values() if isinstance(value, str))
    parameters = {
        name: _parse(_fetch(value, form), fields[name]["types"]) if name in fields else value
        for name, value in form.items()
        if f"attach://{name}" not in texts
    }
    return Call(method, parameters, list(_against_fields(parameters, fields, method)))


def _flat(kinds: Sequence[str]) -> Iterator[str]:
    for kind in kinds:
        subtypes = _book()["types"].get(kind, {}).get("subtypes")
        if subtypes:
            yield from _flat(subtypes)
        else:
            yield kind


def _has_shape(value: object, kind: str) -> bool:
    match kind:
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Float":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "Boolean":
            return isinstance(value, bool)
        case "String":
            return isinstance(value, str)
        case "InputFile":
            return isinstance(value, Upload)
        case _:
            return isinstance(value, list if kind.startswith(ARRAY) else dict)


def _is_labelled(value: object, kind: str) -> bool:
    """Whether the value's label fields, such as `type`, name this subtype."""
    fields = _book()["types"].get(kind, {}).get("fields", {})
    return isinstance(value, dict) and all(
        value.get(name) == field["always"] for name, field in fields.items() if "always" in field
    )


def _inside(value: object, kind: str, place: str) -> list[str]:
    if isinstance(value, list):
        item = kind.removeprefix(ARRAY)
        return [
            violation
            for index, element in enumerate(value)
            for violation in violations(element, item, f"{place}[{index}]")
        ]
    if isinstance(value, dict):
        return list(_against_fields(value, _book()["types"][kind]["fields"], place))
    return []


def _against_fields(value: Mapping[str, object], fields: dict[str, Any], place: str) -> Iterator[str]:
    for name, field in fields.items():
        if name not in value:
            if field["required"]:
                yield f"{place}.{name} is required"
        elif "always" in field and value[name] != field["always"]:
            yield f"{place}.{name} must be {_quote(field['always'])}, not {_quote(value[name])}"
        else:
            yield from violations(value[name], field["types"], f"{place}.{name}")
    for name in value:
        if name not in fields:
            yield f"{place}.{name} is unknown"


def _fetch(value: object, form: Mapping[str, object]) -> object:
    """The upload that an `attach://` text stands for, or the value itself."""
    return form.get(str(value).removeprefix("attach://"), value) if _is_link(value) else value


def _is_link(value: object) -> bool:
    return isinstance(value, str) and value.startswith("attach://")


def _parse(value: object, kinds: Sequence[str]) -> object:
    """A form field as JSON value; a text that does not parse stays, and will not fit."""
    if not isinstance(value, str):
        return value
    if "Integer" in kinds and re.fullmatch(r"-?\d+", value):
        return int(value)
    if "String" in kinds:
        return value
    try:
        parsed: object = json.loads(value)
    except ValueError:
        return value
    return parsed


def _quote(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"
