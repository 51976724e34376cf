"""Which hours does a free text name?"""

import re
from collections.abc import Iterator

_HOURS = (
    re.compile(
        r"(?P<part>下午|晚上|今晚|中午)?\s*(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?!\d)\s*(?P<noon>(?i:[ap]m))?"
    ),
    re.compile(
        r"(?P<part>上午|早上|下午|晚上|今晚|中午)?\s*(?<!\d)(?P<hour>\d{1,2})\s*[点时](?:(?P<half>半)|(?P<minute>\d{1,2})\s*分?)?"
    ),
    re.compile(r"(?<![\d:])(?P<hour>\d{1,2})\s*(?P<noon>(?i:[ap]m))\b"),
)
_NOON_WORD = re.compile(r"\b(?i:noon)\b")
_AFTERNOON = {"下午", "晚上", "今晚", "中午", "pm"}
_MORNING = {"上午", "早上", "am"}
_NOON = 12
# Who says "at 2" without more means the afternoon: offices are closed at that hour of the morning.
_EARLIEST = 8


def hours(text: str) -> frozenset[tuple[int, int]]:
    """The hours (of 24) and minutes of a text in narrow signs.

    >>> sorted(hours("11:00 或者下午2点半"))
    [(11, 0), (14, 30)]
    """
    return frozenset(_hours(_NOON_WORD.sub("12:00", text)))


def _hours(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _HOURS:
        for found in pattern.finditer(text):
            parts = found.groupdict()
            hour, minute = int(parts["hour"]), int(parts.get("minute") or (30 if parts.get("half") else 0))
            part = parts.get("part") or (parts.get("noon") or "").lower()
            yield _clock(hour, part, is_bare=":" not in found[0]), minute


def _clock(hour: int, part: str, *, is_bare: bool) -> int:
    """The hour of 24."""
    late = part in _AFTERNOON or (is_bare and part not in _MORNING and hour < _EARLIEST)
    return hour + _NOON if late and hour < _NOON and not (part == "中午" and hour > _NOON // 2) else hour
