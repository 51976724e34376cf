"""How sure must the matcher be? (`intents/_thresholds.yaml`)"""

from dataclasses import fields

from bot.content.reader import Reader
from bot.content.source import Node, Text
from bot.matching.matcher import Thresholds

THRESHOLDS = "_thresholds"
_NAMES = tuple(field.name for field in fields(Thresholds))


def read_thresholds(node: Node, reader: Reader) -> Thresholds:
    """The numbers of the file; what is not written there stays as it is."""
    entries = reader.fields(node, _NAMES)
    found = {name: _share(reader.text(entry), reader) for name, entry in entries.items()}
    return Thresholds(**{name: value for name, value in found.items() if value is not None})


def _share(text: Text | None, reader: Reader) -> float | None:
    """A number from 0 to 1."""
    if text is None:
        return None
    try:
        value = float(text.value)
    except ValueError:
        value = -1.0
    if 0 <= value <= 1:
        return value
    reader.report("no-share", text.place, value=text.value)
    return None
