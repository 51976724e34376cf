"""What does a reader see of a text in Telegram's HTML?"""

import html
import re
from dataclasses import dataclass
from typing import Any

from tests.telegram.refusals import bad

STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "a": "text_link", "span": "spoiler", "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji", "tg-time": "date_time", "blockquote": "blockquote",
}  # fmt: skip
TOKEN = re.compile(
    r"""&(?:lt|gt|amp|quot|\#\d+|\#x[0-9a-fA-F]+);?
    | <(?P<end>/?)(?P<name>[^\s>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)(?P<closed>>?)""",
    re.VERBOSE,
)
ATTRIBUTE = re.compile(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?""")


@dataclass(frozen=True)
class Formatted:
    """A text as it is read, with its entities in UTF-16 units as Telegram counts them."""

    text: str
    entities: list[dict[str, Any]]


@dataclass(frozen=True)
class _Open:
    name: str
    entity: dict[str, Any]


def units(text: str) -> int:
    """The length in UTF-16 code units.

    >>> units("签🔑")
    3
    """
    return len(text.encode("utf-16-le")) // 2


def parse(source: str) -> Formatted:
    """Read HTML as Telegram does; raise its "can't parse entities" where it would.

    >>> parse("3 &lt; <b>5</b>").text
    '3 < 5'
    """
    seen, entities, opened, place = "", list[dict[str, Any]](), list[_Open](), 0
    for token in TOKEN.finditer(source):
        seen += source[place : token.start()]
        place = token.end()
        at = f"at byte offset {len(source[: token.start()].encode())}"
        if token["name"] is None:
            seen += html.unescape(token[0])
        elif token["end"]:
            entity = _close(token, opened, at)
            entity["length"] = units(seen) - entity["offset"]
            entities.append(entity)
        else:
            opened.append(_open(token, units(seen), at))
    if opened:
        raise _unreadable(f'Can\'t find end tag corresponding to start tag "{opened[-1].name}"')
    return trim(seen + source[place:], entities)


def trim(text: str, entities: list[dict[str, Any]]) -> Formatted:
    """Drop the white space around a text, as Telegram does, and what entities lose by it."""
    kept = text.strip()
    lead, end = units(text) - units(text.lstrip()), units(kept)
    cut = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if start < stop:
            cut.append(entity | {"offset": start, "length": stop - start})
    # Of two over the same characters, the one closed last is the outer one, and comes first.
    cut.reverse()
    return Formatted(kept, sorted(cut, key=lambda entity: (entity["offset"], -entity["length"])))


def _open(token: re.Match[str], offset: int, at: str) -> _Open:
    name = token["name"].lower()
    is_cut_off = not token["closed"] and (name in STYLES or not token["attributes"])
    if is_cut_off:
        raise _unreadable(f"Unclosed start tag {at}")
    if name not in STYLES:
        raise _unreadable(f'Unsupported start tag "{name}" {at}')
    attributes = {
        found[1]: html.unescape(found[2] or found[3] or found[4] or "")
        for found in ATTRIBUTE.finditer(token["attributes"])
    }
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _unreadable(f'Tag "span" must have class "tg-spoiler" {at}')
    return _Open(name, {"type": STYLES[name], "offset": offset} | _details(name, attributes))


def _details(name: str, attributes: dict[str, str]) -> dict[str, Any]:
    match name:
        case "a":
            return {"url": attributes.get("href", "")}
        case "tg-emoji":
            return {"custom_emoji_id": attributes.get("emoji-id", "")}
        case "tg-time":
            return {"unix_time": int(attributes.get("unix", "0"))}
        case "blockquote" if "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        case _:
            return {}


def _close(token: re.Match[str], opened: list[_Open], at: str) -> dict[str, Any]:
    if not opened:
        raise _unreadable(f"Unexpected end tag {at}")
    if not token["closed"]:
        raise _unreadable(f"Unclosed end tag {at}")
    last = opened.pop()
    name = token["name"].lower()
    if name not in ("", last.name):
        raise _unreadable(f'Unmatched end tag {at}, expected "</{last.name}>", found "</{name}>"')
    return last.entity


def _unreadable(why: str) -> Exception:
    return bad(f"can't parse entities: {why}")
