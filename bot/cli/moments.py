"""How are days and hours typed on the command line?"""

from datetime import date, datetime

from bot.cases.case import CHINA
from bot.cli.trouble import Stop

# Beyond these a slip of the finger is likelier than a purchase.
_YEARS = range(2000, 2100)


def now_or(typed: str | None) -> datetime:
    """The given moment, in China's time unless it names a zone; without one, this moment."""
    if typed is None:
        return datetime.now(CHINA)
    found = _moment(typed)
    if found is None:
        raise Stop(f"--now {typed!r} is not a moment. Write it as 2026-09-22T15:00.")
    return found


def a_day(typed: str) -> date:
    """A day such as 2026-09-22."""
    found = _moment(typed)
    if found is None or len(typed) > len("2026-09-22"):
        raise Stop(f"{typed!r} is not a day. Write it as 2026-09-22.")
    return found.date()


def a_moment(typed: str) -> datetime:
    """A day and an hour such as `2026-09-23 11:00`."""
    found = _moment(typed)
    if found is None or len(typed) <= len("2026-09-23"):
        raise Stop(f"{typed!r} is not a day with an hour. Write it as '2026-09-23 11:00'.")
    return found


def _moment(typed: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(typed)
    except ValueError:
        return None
    if found.year not in _YEARS:
        return None
    return found if found.tzinfo else found.replace(tzinfo=CHINA)
