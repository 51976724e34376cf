"""How are days and hours typed on the command line?"""

from datetime import date, datetime, time

from bot.cases import typed as forms
from bot.cases.case import CHINA
from bot.cli.trouble import Stop


def now_or(typed: str | None) -> datetime:
    """The given moment, in China's time unless it names a zone; without one, this moment."""
    if typed is None:
        return datetime.now(CHINA)
    day = forms.day(typed)
    found = datetime.combine(day, time(), CHINA) if day else forms.moment(typed)
    if found is None:
        raise Stop(f"--now {typed!r} is not a moment. Write it as 2026-09-22T15:00.")
    return found.astimezone(CHINA)


def a_day(typed: str) -> date:
    """A day such as 2026-09-22."""
    found = forms.day(typed)
    if found is None:
        raise Stop(f"{typed!r} is not a day. Write it as 2026-09-22.")
    return found


def a_moment(typed: str) -> datetime:
    """A day and an hour such as `2026-09-23 11:00`."""
    found = forms.moment(typed)
    if found is None:
        raise Stop(f"{typed!r} is not a day with an hour. Write it as '2026-09-23 11:00'.")
    return found
