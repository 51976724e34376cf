"""How does an advisor note what happened to a case? Three taps at most: what, which, confirm."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.cases import changes
from bot.cases.case import CHINA, Appointment, Blocker, Case
from bot.cases.forecast import is_missing
from bot.cases.milestones import USUAL_OWNER, BlockerCode, Milestone
from bot.cases.progress import Standing
from bot.desk.phrases import phrase
from bot.desk.spoken import Spoken
from bot.dialogue.messages import Button, Note
from bot.dialogue.taps import CHOOSE, CONFIRM, MOST_BYTES, tap
from bot.wording import dates
from bot.wording.names import Names

_MOST_CHOICES = 12
_HOURS = (time(10), time(14), time(16))
_CHECK_AT = time(11)
# No colon: that parts the values of a button.
_MINUTE = "%Y-%m-%dT%H.%M"
# What can keep a case from going on and is met most often stands first.
_USUAL = (
    BlockerCode.SELLER_UNREACHABLE,
    BlockerCode.SELLER_NO_SHOW,
    BlockerCode.DOC_MISSING_BUYER,
    BlockerCode.DOC_MISSING_SELLER,
    BlockerCode.DOC_REJECTED,
    BlockerCode.SYSTEM_OUTAGE,
    BlockerCode.APPOINTMENT_FULL,
    BlockerCode.CONTRACT_DATA_ERROR,
    BlockerCode.SELLER_MORTGAGE_OPEN,
    BlockerCode.BANK_QUOTA,
    BlockerCode.APPROVAL_EXPIRING,
    BlockerCode.SELLER_REFUSES,
)


@dataclass(frozen=True)
class CaseTexts:
    """Where a case stands, and the words for it in the advisor's language."""

    standing: Standing
    names: Names
    language: str

    @property
    def today(self) -> date:
        """The day in China."""
        return self.standing.today

    @property
    def settled(self) -> frozenset[Milestone]:
        """The steps that hold up nothing any more."""
        return self.standing.view.settled

    def step(self, milestone: Milestone) -> str:
        """A step by its name."""
        return self.names.say("milestones", milestone, self.language)

    def obstacle(self, code: BlockerCode) -> str:
        """A blocker by its name."""
        return self.names.say("blockers", code, self.language)

    def day(self, on: date) -> str:
        """A day with its weekday."""
        return dates.day(on, self.language, self.today)

    def hour(self, at: datetime) -> str:
        """A day and an hour."""
        return dates.hour(at, self.language, self.today)

    def working_days(self, most: int) -> list[date]:
        """The next working days."""
        return [self.standing.view.calendar.add(self.today, ahead).on for ahead in range(1, most + 1)]


@dataclass(frozen=True)
class Work:
    """One thing to be noted: what it is in words, how the case changes, and the audit event."""

    what: str
    change: Callable[[Case, datetime], Case]
    event: Note


KINDS = ("done", "promise", "block", "free", "book", "paper")
_ASKS = {
    "done": "which_step",
    "promise": "which_day",
    "block": "which_blocker",
    "free": "which_gone",
    "book": "which_hour",
    "paper": "which_paper",
}


def menu(language: str) -> tuple[Button, ...]:
    """What can be noted; the first tap."""
    kinds = tuple(Button(phrase(kind, language), tap(CHOOSE, kind)) for kind in KINDS)
    return (*kinds, Button(phrase("same", language), tap(CONFIRM, "same")))


def question(kind: str, desk: CaseTexts) -> str:
    """What the choices of a kind ask."""
    return phrase(_ASKS[kind], desk.language, step=desk.step(_meant(desk.standing)))


def choices(kind: str, desk: CaseTexts) -> tuple[Button, ...]:
    """What there is to choose from; the second tap."""
    listed = [Button(label, tap(CHOOSE, kind, value)) for label, value in _CHOICES[kind](desk)]
    return tuple(button for button in listed if len(button.data.encode()) <= MOST_BYTES)[:_MOST_CHOICES]


def work(kind: str, value: str, desk: CaseTexts) -> Work | None:
    """What a button stands for; None for one that makes no sense (any more)."""
    maker = _WORKS.get(kind)
    try:
        return maker(value, desk) if maker else None
    except (ValueError, StopIteration):
        return None


def agreed(meant: Spoken, desk: CaseTexts) -> tuple[str, str]:
    """What a typed day says: that an hour is booked, or only that the day is promised; as a button would."""
    step = _meant(desk.standing)
    if meant.at is None:
        return "promise", f"{step}:{meant.on}"
    return "book", f"{step}:{datetime.combine(meant.on, meant.at):{_MINUTE}}"


def _meant(standing: Standing) -> Milestone:
    """Promises and hours are mostly about the step being worked on; while a signing is arranged, about the signing."""
    current = standing.current or Milestone.CERTIFICATE
    return Milestone.ONLINE_SIGN if current == Milestone.SIGN_BOOKED else current


def _steps(desk: CaseTexts) -> Iterable[tuple[str, str]]:
    remaining = desk.standing.view.remaining
    current = desk.standing.current
    ordered = sorted(remaining, key=lambda code: code != current)
    return [(desk.step(code), f"{code}:{desk.today}") for code in ordered]


def _days(desk: CaseTexts) -> Iterable[tuple[str, str]]:
    step = _meant(desk.standing)
    return [(desk.day(on), f"{step}:{on.isoformat()}") for on in desk.working_days(8)]


def _obstacles(desk: CaseTexts) -> Iterable[tuple[str, str]]:
    return [(desk.obstacle(code), code) for code in _USUAL]


def _standing_obstacles(desk: CaseTexts) -> Iterable[tuple[str, str]]:
    return [(desk.obstacle(entry.code), entry.code) for entry in desk.standing.case.blockers if not entry.closed_on]


def _hours(desk: CaseTexts) -> Iterable[tuple[str, str]]:
    step = _meant(desk.standing)
    moments = [datetime.combine(on, at, CHINA) for on in desk.working_days(4) for at in _HOURS]
    return [(desk.hour(at), f"{step}:{at:{_MINUTE}}") for at in moments]


def _papers(desk: CaseTexts) -> Iterable[tuple[str, str]]:
    papers = [paper for paper in desk.standing.case.documents if is_missing(paper, desk.standing.today)]
    return [(entry.name(desk.language), entry.code) for entry in papers]


_CHOICES: Mapping[str, Callable[[CaseTexts], Iterable[tuple[str, str]]]] = {
    "done": _steps,
    "promise": _days,
    "block": _obstacles,
    "free": _standing_obstacles,
    "book": _hours,
    "paper": _papers,
}


def _done(value: str, desk: CaseTexts) -> Work:
    name, _, typed = value.partition(":")
    code, on = Milestone(name), date.fromisoformat(typed)
    implied = desk.standing.view.profile.implied(code)
    what = phrase("done_on", desk.language, step=desk.step(code), day=desk.day(on)) + _implied(code, implied, desk)
    note = _note("milestone_done", milestone=code, on=str(on))
    return Work(what, lambda case, now: changes.done(case, code, on, now, implied), note)


def _implied(code: Milestone, implied: frozenset[Milestone], desk: CaseTexts) -> str:
    """What is over as well once a step is done: a slip of the finger would be told to the buyer as true."""
    steps = [step for step in desk.standing.view.remaining if step in implied]
    settled = {code, *implied}
    held = [entry for entry in desk.standing.case.blockers if not entry.closed_on and entry.milestone in settled]
    named = {"and_done": map(desk.step, steps), "and_freed": [desk.obstacle(entry.code) for entry in held]}
    told = {key: ("、" if desk.language == "zh" else ", ").join(what) for key, what in named.items()}
    return "".join(phrase(key, desk.language, what=what) for key, what in told.items() if what)


def _promised(value: str, desk: CaseTexts) -> Work:
    name, _, typed = value.partition(":")
    code, on = Milestone(name), date.fromisoformat(typed)
    what = phrase("promised_for", desk.language, step=desk.step(code), day=desk.day(on)) + _doubts(code, on, desk)
    note = _note("milestone_promised", milestone=code, on=str(on))
    return Work(what, lambda case, now: changes.promise(case, code, on, now, desk.settled), note)


def _doubts(code: Milestone, on: date, desk: CaseTexts) -> str:
    """Why the day may be a slip of the finger: the contract or the bank does not wait so long, or nobody works then."""
    view, case = desk.standing.view, desk.standing.case
    ends = {"past_sign_by": case.contract.sign_by, "past_approval": case.loan.valid_until if case.loan else None}
    told = [
        phrase(key, desk.language, day=desk.day(last))
        for key, last in ends.items()
        if last and on > last and code in view.way_to_signing - view.over
    ]
    return "".join(told) + ("" if view.calendar.is_working(on) else phrase("day_off", desk.language))


def _blocked(value: str, desk: CaseTexts) -> Work:
    code = BlockerCode(value)
    at = datetime.combine(desk.working_days(1)[0], _CHECK_AT, CHINA)
    blocker = Blocker(code, desk.standing.stopped_by(code), USUAL_OWNER[code], desk.today, next_check=at)
    what = phrase("blocked_by", desk.language, what=desk.obstacle(code), at=desk.hour(at))
    return Work(what, lambda case, now: changes.block(case, blocker, now, desk.settled), _note("blocked", code=code))


def _freed(value: str, desk: CaseTexts) -> Work:
    code = BlockerCode(value)
    what = phrase("freed", desk.language, what=desk.obstacle(code))
    return Work(what, lambda case, now: changes.unblock(case, code, now), _note("unblocked", code=code))


def _booked(value: str, desk: CaseTexts) -> Work:
    name, _, typed = value.partition(":")
    code, at = Milestone(name), datetime.strptime(typed, _MINUTE).replace(tzinfo=CHINA)
    hour = Appointment(code, at)
    what = phrase("booked", desk.language, step=desk.step(code), at=desk.hour(at))
    known = changes.rescheduled(desk.standing.case, hour).place(desk.language)
    place = phrase("at_place", desk.language, place=known) if known else ""
    note = _note("booked", milestone=code, at=at.isoformat())
    told = what + place + _doubts(code, at.date(), desk)
    return Work(told, lambda case, now: changes.book(case, hour, now, desk.settled), note)


def _paper_in(value: str, desk: CaseTexts) -> Work:
    paper = next(entry for entry in desk.standing.case.documents if entry.code == value)
    what = phrase("paper_in", desk.language, what=paper.name(desk.language))
    return Work(what, lambda case, now: changes.received(case, value, now), _note("paper_received", code=value))


def _same(_: str, desk: CaseTexts) -> Work:
    return Work(phrase("checked", desk.language), changes.unchanged, _note("checked"))


_WORKS: Mapping[str, Callable[[str, CaseTexts], Work]] = {
    "done": _done,
    "promise": _promised,
    "block": _blocked,
    "free": _freed,
    "book": _booked,
    "paper": _paper_in,
    "same": _same,
}


def _note(event: str, **detail: str) -> Note:
    return Note(event, detail=detail)
