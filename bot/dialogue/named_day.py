"""By which day does a buyer ask whether something is done?"""

from datetime import date
from unicodedata import normalize

from bot.cases.spoken_day import ASKED, spoken_day
from bot.matching.clauses import asks, phrases


def named_day(message: str, today: date) -> date | None:
    """The day to come that is asked about; None where there is none, or not only one.

    >>> monday = date(2026, 11, 23)
    >>> named_day("12月10号前能签吗", monday), named_day("what about the 3rd?", monday)
    (datetime.date(2026, 12, 10), datetime.date(2026, 12, 3))
    >>> named_day("25号我要出差，什么时候签", monday), named_day("今天能签吗", monday)
    (None, None)
    """
    parts = phrases(message) or (message,)
    asking = [part for part in parts if asks(part)]
    if not asking and len(parts) > 1:
        return None
    try:
        named = {part: _parted(part, today)[0] for part in parts}
    except ValueError:
        return None
    day = named[asking[-1] if asking else parts[0]]
    return day if day and day > today and {*named.values()} <= {day, None} else None


def without_days(message: str, today: date) -> str:
    """What else is said, where all days are sure.

    >>> without_days("what about the 3rd?", date(2026, 11, 23))
    'what about the  ?'
    """
    return _parted(message, today)[1]


def _parted(message: str, today: date) -> tuple[date | None, str]:
    return spoken_day(normalize("NFKC", message).casefold(), today, ASKED)
