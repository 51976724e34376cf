"""Which day and hour does an advisor mean by what is typed? Whatever is understood is shown whole and confirmed.

What leaves anything unread that may be a day or an hour is asked about: a wrong hour that looks right gets confirmed.
"""

import re
from datetime import date, time
from typing import NamedTuple

from bot.matching.spoken_day import NOTED, spoken_day
from bot.matching.spoken_hour import NUMBER, spoken_hour


class Spoken(NamedTuple):
    """A day, and the hour where one is named (China's time)."""

    on: date
    at: time | None


def spoken(typed: str, today: date) -> Spoken | None:
    """What is meant; None where that is not sure. A day without a year is the next one of that name.

    >>> spoken("下周三下午三点半", date(2026, 11, 26))
    Spoken(on=datetime.date(2026, 12, 2), at=datetime.time(15, 30))
    >>> spoken("12.2", date(2026, 11, 26)), spoken("15:00", date(2026, 11, 26))
    (Spoken(on=datetime.date(2026, 12, 2), at=None), None)
    """
    try:
        on, text = spoken_day(typed, today, NOTED)
        at, rest = spoken_hour(text)
    except ValueError:
        return None
    return None if on is None or _UNREAD.search(rest) else Spoken(on, at)


# Part of a day without its hour, or a number that is not read.
_UNREAD = re.compile(
    rf"\d|{NUMBER}[点时]|上午|下午|中午|傍晚|晚上|凌晨|[上下]+个?(?:周|星期|礼拜)|\b(?:noon|midnight|next)\b|不是"
    r"|午后|夜|差|[去前明后]年|[前后]一?[天日]|取消|、|\b(?:quarter|past|afternoon|evening|night|not|after|before|week)\b"
)
