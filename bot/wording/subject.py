"""What is a reply about? Everything a fact or a condition may look at, and nothing more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from bot.cases.case import day_of
from bot.cases.forecast import Forecast
from bot.cases.milestones import Milestone, Role
from bot.cases.office import Office, OfficeTime
from bot.cases.progress import Standing
from bot.cases.states import Conflict
from bot.cases.workdays import Calendar
from bot.wording.follow_up import FollowUp
from bot.wording.names import Names

# Stands for the very day of the step, whatever that is in a case: so a reply is tried.
ITS_DAY = date.max


@dataclass(frozen=True)
class Manner:
    """How a question is put: about whose part of the matter; about what only might happen, or about what is over.

    `named`: the day that is asked about; `is_by`: whether it has to be done by then, and not just on it; `hour`: that
    of the day, where one is named (China's time); `hands_in`: it is the day on which papers are to be handed in.
    `follow_up`: nothing but this is asked of the last answer. `paid`: the buyer tells to have paid. `said`: the
    message, in small letters and simplified script.
    """

    whose: Role | None = None
    supposed: bool = False
    past: bool = False
    named: date | None = None
    is_by: bool = False
    hour: time | None = None
    hands_in: bool = False
    follow_up: FollowUp | None = None
    paid: bool = False
    said: str = ""


PLAIN = Manner()


class Untold(StrEnum):
    """Why a case is not spoken of: we do not know whose, nobody checked it for too long, or it is contradictory.

    Or all that its file holds was told a moment ago.
    """

    STRANGER = "stranger"
    STALE = "stale"
    CONFLICT = "conflict"
    FURTHER = "further"


class UntilThen(StrEnum):
    """What holds until the person has come who is called for a question.

    After a death nothing needs to be paid or signed; to pay and to sign has to stop; or no proof of income is handed
    in, either.
    """

    REST = "rest"
    STOP = "stop"
    PAPERS = "papers"

    @property
    def reply(self) -> str:
        """The reply that says so."""
        return f"_until_then_{self}"


@dataclass(frozen=True)
class Subject:
    """The buyer's case (None unless it may be spoken of), the step asked about, and the promise we can make, if any.

    `untold`: why it may not; `aged`: the case nobody checked for too long, of which what stands in a paper, or was
    agreed, is still told; `conflict`: which of its records disagree. `checked_at` and `advisor` stay known when the
    case is too old, or contradictory. `told`: the facts of the last answer, by their English names. `halted`: until
    somebody who was called has come, nothing is to be paid or signed; `until_then`: how that is put. `unsettled`:
    what others told the buyer is still being checked. `awaited`: somebody was called at once.
    """

    now: datetime
    language: str
    names: Names
    reply_by: OfficeTime | None
    standing: Standing | None = None
    untold: Untold | None = None
    aged: Standing | None = None
    conflict: Conflict | None = None
    about: Milestone | None = None
    manner: Manner = PLAIN
    buyer: str | None = None
    advisor: str | None = None
    checked_at: datetime | None = None
    offers: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    halted: bool = False
    unsettled: bool = False
    until_then: UntilThen | None = None
    awaited: bool = False
    office: Office = field(default_factory=Office)
    calendar: Calendar = field(default_factory=Calendar)

    @property
    def today(self) -> date:
        """The day in China."""
        return day_of(self.now)

    @property
    def agreed(self) -> Standing | None:
        """The case of which appointments are told: an old one too, as long as it keeps them."""
        return self.standing or (self.aged if self.aged and self.aged.keeps_what_was_agreed else None)

    @property
    def asked(self) -> Forecast | None:
        """The forecast of the step asked about."""
        return self.standing.forecast(self.about) if self.standing and self.about else None


@dataclass(frozen=True)
class Chosen:
    """A reply ready to be said: what was used to make it is kept for explaining it later.

    `lacked`: the facts for want of which the answers before it, which fit the case, could not be said.
    `tells_of_case`: see `Rendered`.
    """

    text: str
    buttons: tuple[str, ...]
    reply: str
    answer: int
    facts: Mapping[str, str]
    lacked: tuple[str, ...] = ()
    tells_of_case: bool = False
