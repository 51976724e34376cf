"""Who are the advisors, and when is each of them there?"""

import html
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.cases.case import Case, day_of
from bot.cases.office import Office, Span
from bot.cases.workdays import Calendar


class Rank(StrEnum):
    """What an advisor may do: answer in the own chats; a lead or supervisor in everybody's."""

    ADVISOR = "advisor"
    LEAD = "lead"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True)
class Leave:
    """Days away, the first and the last included."""

    first: date
    last: date

    @property
    def days(self) -> tuple[date, ...]:
        """Every one of them."""
        return tuple(self.first + timedelta(days=ahead) for ahead in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class Advisor:
    """A person known by the Telegram id; `spans` are the own hours (none: the office's).

    `extra_days` are worked though they are off; `deputy` takes over during leave; `on_duty`: called at any hour.
    """

    id: int
    name: str
    rank: Rank = Rank.ADVISOR
    language: str = "zh"
    spans: tuple[Span, ...] = ()
    leaves: tuple[Leave, ...] = ()
    extra_days: tuple[date, ...] = ()
    deputy: int | None = None
    on_duty: bool = False

    @property
    def leads(self) -> bool:
        """May this person act in chats that others own?"""
        return self.rank != Rank.ADVISOR

    def answers_for(self, case: Case) -> bool:
        """Is it this person's case, or does this person lead?"""
        return self.leads or case.advisor == self.name

    def is_away(self, now: datetime) -> bool:
        """Is this a day of leave, in China?"""
        today = day_of(now)
        return any(leave.first <= today <= leave.last for leave in self.leaves)

    def hours(self, office: Office) -> Office:
        """The office with this person's hours."""
        return replace(office, spans=self.spans) if self.spans else office

    def days(self, calendar: Calendar) -> Calendar:
        """The calendar with this person's leave and extra days."""
        away = [day for leave in self.leaves for day in leave.days]
        own = dict.fromkeys(self.extra_days, True) | dict.fromkeys(away, False)
        return replace(calendar, overrides={**calendar.overrides, **own})


@dataclass(frozen=True)
class Roster:
    """Everybody who may act at the desk."""

    advisors: tuple[Advisor, ...] = ()

    def get(self, person: int | None) -> Advisor | None:
        """The advisor with this Telegram id; None for a stranger."""
        return next((entry for entry in self.advisors if entry.id == person), None)

    def named(self, name: str) -> Advisor | None:
        """The advisor whose name this is, or the only one whose name begins so."""
        exact = [entry for entry in self.advisors if entry.name == name]
        near = exact or [entry for entry in self.advisors if name and entry.name.startswith(name)]
        return near[0] if len(near) == 1 else None

    def name(self, person: int | None) -> str:
        """What a person is called; a number where nobody knows it."""
        found = self.get(person)
        return found.name if found else str(person)

    @property
    def leads(self) -> tuple[Advisor, ...]:
        """Those who are called when nobody claims a chat."""
        return tuple(entry for entry in self.advisors if entry.leads)

    @property
    def on_duty(self) -> tuple[Advisor, ...]:
        """Those who are called at any hour."""
        return tuple(entry for entry in self.advisors if entry.on_duty)

    def stand_in(self, away: Advisor, now: datetime) -> Advisor | None:
        """Who takes over for somebody on leave: the deputy, unless away as well."""
        deputy = self.get(away.deputy)
        return deputy if deputy and not deputy.is_away(now) else None


def mentions(people: Iterable[Advisor]) -> str:
    """The people, called by name so that their phones ring (Telegram's HTML)."""
    return " ".join(f'<a href="tg://user?id={person.id}">{html.escape(person.name)}</a>' for person in people)
