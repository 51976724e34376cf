"""What is on file about one purchase?"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum

from bot.cases.milestones import BlockerCode, Deal, Milestone, Role, Status

# All of mainland China keeps one time, without summer time.
CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")


def day_of(at: datetime) -> date:
    """The day in China on which a moment falls.

    >>> day_of(datetime(2026, 12, 31, 17, tzinfo=timezone.utc))
    datetime.date(2027, 1, 1)
    """
    return at.astimezone(CHINA).date()


class DocumentStatus(StrEnum):
    """How far one paper has come."""

    NEEDED = "needed"
    REQUESTED = "requested"
    RECEIVED = "received"
    VERIFIED = "verified"
    REJECTED = "rejected"
    EXPIRED = "expired"


class LoanStage(StrEnum):
    """What the bank has said so far; in a new-build deal an approval may be a pre-approval."""

    APPLIED = "applied"
    PRE_APPROVED = "pre_approved"
    APPROVED = "approved"
    RELEASED = "released"


class ContractStatus(StrEnum):
    """What the city's signing system shows, which may differ from our own books."""

    NONE = "none"
    DRAFT = "draft"
    SIGNED = "signed"
    FILED = "filed"
    CANCELLED = "cancelled"


class AppointmentStatus(StrEnum):
    """What became of an appointment."""

    BOOKED = "booked"
    MISSED = "missed"
    MOVED = "moved"
    KEPT = "kept"


@dataclass(frozen=True)
class Party:
    """A person in the deal. `phone_masked` keeps the first three and the last four digits only."""

    role: Role
    name: str
    phone_masked: str
    language: str = "zh"
    verified: bool = False


@dataclass(frozen=True)
class Step:
    """One milestone of one case; only `promised_on` was said by a person."""

    milestone: Milestone
    status: Status = Status.NOT_STARTED
    owner: Role | None = None
    planned_on: date | None = None
    promised_on: date | None = None
    done_on: date | None = None
    checked_at: datetime | None = None


@dataclass(frozen=True)
class Blocker:
    """Something that keeps a step from going on. `internal_note` never reaches a buyer."""

    code: BlockerCode
    milestone: Milestone
    owner: Role
    opened: date
    next_check: datetime | None = None
    expected_on: date | None = None
    public_note_zh: str | None = None
    public_note_en: str | None = None
    internal_note: str | None = None
    closed_on: date | None = None

    def public_note(self, language: str) -> str | None:
        """What buyers may read of it."""
        return self.public_note_zh if language == "zh" else self.public_note_en


@dataclass(frozen=True)
class Document:
    """A paper that one party has to bring."""

    code: str
    zh: str
    en: str
    owner: Role = Role.BUYER
    status: DocumentStatus = DocumentStatus.NEEDED
    due: datetime | None = None
    valid_until: date | None = None

    def name(self, language: str) -> str:
        """What it is called."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Loan:
    """The buyer's loan. `release_rule` names what the bank waits for before it pays."""

    kind: str
    stage: LoanStage
    bank: str | None = None
    approved_on: date | None = None
    valid_until: date | None = None
    release_rule: str | None = None


@dataclass(frozen=True)
class Contract:
    """The sales contract. `number_masked` shows the last four characters only."""

    status: ContractStatus = ContractStatus.NONE
    sign_by: date | None = None
    number_masked: str | None = None


@dataclass(frozen=True)
class Appointment:
    """A time and a place at which a milestone is to be done."""

    milestone: Milestone
    at: datetime
    place_zh: str | None = None
    place_en: str | None = None
    bring_zh: str | None = None
    bring_en: str | None = None
    status: AppointmentStatus = AppointmentStatus.BOOKED

    @property
    def day(self) -> date:
        """The day in China."""
        return day_of(self.at)

    @property
    def hour(self) -> time:
        """The time of that day in China."""
        return self.at.astimezone(CHINA).time()

    def place(self, language: str) -> str | None:
        """Where it is."""
        return self.place_zh if language == "zh" else self.place_en

    def bring(self, language: str) -> str | None:
        """What to bring along."""
        return self.bring_zh if language == "zh" else self.bring_en


@dataclass(frozen=True)
class Outage:
    """A government system that is announced to be down; `until` is the announcement's word, not ours."""

    system: str
    since: datetime
    until: datetime | None = None
    source: str | None = None


@dataclass(frozen=True)
class Case:
    """One purchase. `checked_at` is when a person last compared it with the world."""

    ref: str
    city: str
    deal: Deal
    profile: str
    advisor: str
    checked_at: datetime
    parties: tuple[Party, ...]
    steps: tuple[Step, ...]
    blockers: tuple[Blocker, ...] = ()
    documents: tuple[Document, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    outages: tuple[Outage, ...] = ()
    loan: Loan | None = None
    contract: Contract = Contract()

    def step(self, milestone: Milestone) -> Step | None:
        """The step for a milestone; None where the milestone is no part of this case."""
        return next((step for step in self.steps if step.milestone == milestone), None)

    def party(self, role: Role) -> Party | None:
        """The first party with this role."""
        return next((party for party in self.parties if party.role == role), None)

    @property
    def verified_buyer(self) -> Party | None:
        """The buyer, who has shown who they are; None until then."""
        buyer = self.party(Role.BUYER)
        return buyer if buyer and buyer.verified else None
