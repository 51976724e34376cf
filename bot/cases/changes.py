"""How does a case change when a person reports something? Every change comes back as a new case."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import reduce

from bot.cases.case import (
    Appointment,
    AppointmentStatus,
    Blocker,
    Case,
    ContractStatus,
    Document,
    DocumentStatus,
    LoanStage,
    Party,
    Step,
    day_of,
)
from bot.cases.forecast import has_run_out, missing_papers
from bot.cases.milestones import BlockerCode, Milestone, Role, Status


class CannotChange(ValueError):
    """A case refuses a change; says what can be done instead."""


class NotYet(CannotChange):
    """Something is reported as done on a day that has not come."""

    def __init__(self, on: date, today: date) -> None:
        super().__init__(f"{on} has not come yet (today is {today}). Use `signpost cases promise` for a day ahead.")


class AlreadyPast(CannotChange):
    """Something is announced for a time that is over."""

    def __init__(self, when: object, now: object) -> None:
        super().__init__(f"{when} is over (now is {now}). Give a time ahead.")


class AlreadyDone(CannotChange):
    """Something is to be agreed for a step that is done, or to hold it up."""

    def __init__(self, ref: str, milestone: Milestone, on: date | None) -> None:
        how = f"done since {on}" if on else "over, or no part of it"
        super().__init__(f"{milestone} of {ref} is {how}. See `signpost cases show {ref}`.")


class HourUnnoted(CannotChange):
    """Nothing has changed, it is said; but an agreed hour has come, and nobody has noted how it went."""

    def __init__(self, ref: str, hour: Appointment) -> None:
        super().__init__(
            f"The hour agreed for {hour.milestone} of {ref}, {hour.at:%Y-%m-%d %H:%M}, is over: note how it went "
            "with `signpost cases done`, `block` or `book`."
        )


class NothingBlocked(CannotChange):
    """A blocker that does not stand is to be taken away."""

    def __init__(self, ref: str, code: BlockerCode) -> None:
        super().__init__(f"{code} does not block {ref}. See what does with `signpost cases show {ref}`.")


class NoSuchPaper(CannotChange):
    """A paper has come that the case does not ask for."""

    def __init__(self, ref: str, code: str) -> None:
        super().__init__(f"{ref} asks for no paper {code!r}. See its papers with `signpost cases show {ref}`.")


def done(case: Case, milestone: Milestone, on: date, now: datetime, implied: Iterable[Milestone] = ()) -> Case:
    """The milestone is done; what blocked it is gone, what was booked for it was kept, its papers are in.

    Bank and signing system show what they do once it is. `implied`: what is over with it (see `Profile.implied`), so
    that neither obstacles nor papers are left of that.
    """
    today = day_of(now)
    if on > today:
        raise NotYet(on, today)
    step = replace(_step(case, milestone), status=Status.DONE, done_on=on, checked_at=now)
    kept = _with_status(case.appointments, milestone, AppointmentStatus.KEPT)
    settled = {milestone, *implied}
    freed = tuple(
        replace(b, closed_on=today) if b.milestone in settled and not b.closed_on else b for b in case.blockers
    )
    papers = tuple(map(_handed_in, case.documents)) if Milestone.DOCS_READY in settled else case.documents
    stepped = replace(_with_step(_shown(case, milestone, on), step), appointments=kept, blockers=freed)
    return checked(replace(stepped, documents=papers), now)


def _shown(case: Case, milestone: Milestone, on: date) -> Case:
    loan = case.loan
    if milestone == Milestone.LOAN_APPROVAL and loan and loan.stage in {LoanStage.APPLIED, LoanStage.PRE_APPROVED}:
        return replace(case, loan=replace(loan, stage=LoanStage.APPROVED, approved_on=on))
    if milestone == Milestone.LOAN_RELEASE and loan:
        return replace(case, loan=replace(loan, stage=LoanStage.RELEASED))
    if milestone == Milestone.FILED:
        return replace(case, contract=replace(case.contract, status=ContractStatus.FILED))
    return case


def checked(case: Case, now: datetime) -> Case:
    """A person compared the case with the world, and nothing else had changed."""
    return replace(case, checked_at=now)


def unchanged(case: Case, now: datetime) -> Case:
    """The same, said by somebody who was asked for nothing else; raises HourUnnoted."""
    hours = (entry for entry in case.appointments if entry.status == AppointmentStatus.BOOKED)
    for hour in hours:
        if case.checked_at < hour.at <= now and not _is_done(case, hour.milestone):
            raise HourUnnoted(case.ref, hour)
    return checked(case, now)


def promise(case: Case, milestone: Milestone, on: date, now: datetime, settled: Collection[Milestone] = ()) -> Case:
    """A person promised a day for the milestone; raises AlreadyPast and AlreadyDone.

    `settled`: what is over by what is done, or no part of the case, so that nobody would be told of it.
    """
    if on < day_of(now):
        raise AlreadyPast(on, day_of(now))
    _check_open(case, milestone, settled)
    status = _step(case, milestone).status
    started = Status.WAITING if status in {Status.NOT_STARTED, Status.READY, Status.BLOCKED} else status
    return checked(
        _with_step(case, replace(_step(case, milestone), promised_on=on, status=started, checked_at=now)), now
    )


def block(case: Case, blocker: Blocker, now: datetime, settled: Collection[Milestone] = ()) -> Case:
    """Something keeps the case from going on; a blocker of the same code is replaced. Raises as `promise` does."""
    if blocker.next_check and blocker.next_check <= now:
        raise AlreadyPast(f"{blocker.next_check:%Y-%m-%d %H:%M}", f"{now:%Y-%m-%d %H:%M}")
    _check_open(case, blocker.milestone, settled)
    if blocker.code == BlockerCode.SELLER_NO_SHOW:
        case = replace(case, appointments=tuple(_missed(entry, blocker, now) for entry in case.appointments))
    others = tuple(entry for entry in case.blockers if entry.closed_on or entry.code != blocker.code)
    step = replace(_step(case, blocker.milestone), status=Status.BLOCKED, checked_at=now)
    return checked(replace(_with_step(case, step), blockers=(*others, blocker)), now)


def _check_open(case: Case, milestone: Milestone, settled: Collection[Milestone] = ()) -> None:
    if milestone in settled or _is_done(case, milestone):
        raise AlreadyDone(case.ref, milestone, _step(case, milestone).done_on)


def _is_done(case: Case, milestone: Milestone) -> bool:
    return _step(case, milestone).status == Status.DONE


def _missed(entry: Appointment, blocker: Blocker, now: datetime) -> Appointment:
    """An agreed hour that has passed and to which somebody did not come."""
    is_past = entry.status == AppointmentStatus.BOOKED and entry.at <= now
    return replace(entry, status=AppointmentStatus.MISSED) if is_past and _is_about(blocker, entry) else entry


def _is_about(blocker: Blocker, appointment: Appointment) -> bool:
    """Does it hold up what the hour is for? Who keeps a signing waiting stops its booking as well."""
    booking = (Milestone.SIGN_BOOKED, Milestone.ONLINE_SIGN)
    return blocker.milestone == appointment.milestone or (blocker.milestone, appointment.milestone) == booking


def unblock(case: Case, code: BlockerCode, now: datetime) -> Case:
    """A blocker is gone, and its step goes on, unless another is in the way or it is over; raises NothingBlocked."""
    gone = next((entry for entry in case.blockers if entry.code == code and not entry.closed_on), None)
    if gone is None:
        raise NothingBlocked(case.ref, code)
    rest = tuple(replace(entry, closed_on=day_of(now)) if entry is gone else entry for entry in case.blockers)
    step = replace(_step(case, gone.milestone), checked_at=now)
    is_free = not any(entry.milestone == gone.milestone and not entry.closed_on for entry in rest)
    if step.status == Status.BLOCKED and is_free:
        step = replace(step, status=Status.IN_PROGRESS)
    return checked(replace(_with_step(case, step), blockers=rest), now)


def book(case: Case, appointment: Appointment, now: datetime, settled: Collection[Milestone] = ()) -> Case:
    """An hour is agreed for a milestone; an earlier booking for it is moved to this one, with what is left open.

    Raises as `promise` does.
    """
    if appointment.at <= now:
        raise AlreadyPast(f"{appointment.at:%Y-%m-%d %H:%M}", f"{now:%Y-%m-%d %H:%M}")
    _check_open(case, appointment.milestone, settled)
    moved = _with_status(case.appointments, appointment.milestone, AppointmentStatus.MOVED)
    # Who did not come, and has a new hour, is in nobody's way.
    rest = tuple(_closed(entry, appointment, day_of(now)) for entry in case.blockers)
    booked = checked(replace(case, appointments=(*moved, rescheduled(case, appointment)), blockers=rest), now)
    return done(booked, Milestone.SIGN_BOOKED, day_of(now), now) if _books_signing(case, appointment) else booked


def rescheduled(case: Case, agreed: Appointment) -> Appointment:
    """An hour with its place and what to bring: where that is left open, as for the last hour of its milestone."""
    before = next((entry for entry in reversed(case.appointments) if entry.milestone == agreed.milestone), agreed)
    place = agreed if agreed.place_zh or agreed.place_en else before
    bring = agreed if agreed.bring_zh or agreed.bring_en else before
    return replace(
        agreed,
        place_zh=place.place_zh,
        place_en=place.place_en,
        bring_zh=bring.bring_zh,
        bring_en=bring.bring_en,
    )


def _closed(entry: Blocker, appointment: Appointment, on: date) -> Blocker:
    is_kept_waiting = entry.code == BlockerCode.SELLER_NO_SHOW and not entry.closed_on
    return replace(entry, closed_on=on) if is_kept_waiting and _is_about(entry, appointment) else entry


def received(case: Case, code: str, now: datetime) -> Case:
    """A paper has come; with the last one of its owner, what blocked for want of papers is gone. Raises NoSuchPaper."""
    paper = next((entry for entry in case.documents if entry.code == code), None)
    if paper is None:
        raise NoSuchPaper(case.ref, code)
    papers = tuple(_renewed(entry, day_of(now)) if entry is paper else entry for entry in case.documents)
    kept = checked(replace(case, documents=papers), now)
    if missing_papers(kept, paper.owner, day_of(now)):
        return kept
    waiting = [
        entry.code
        for entry in kept.blockers
        if not entry.closed_on and entry.milestone == Milestone.DOCS_READY and entry.owner == paper.owner
    ]
    return reduce(lambda freed, blocker: unblock(freed, blocker, now), waiting, kept)


def reimported(old: Case, new: Case) -> Case:
    """A case read from a file again: who was verified meanwhile stays verified, and nobody else in the same role."""
    known = {_person(party) for party in old.parties if party.verified}
    parties = tuple(replace(party, verified=party.verified or _person(party) in known) for party in new.parties)
    return replace(new, parties=parties)


def replaced(old: Case, new: Case) -> frozenset[Role]:
    """The roles in which another person stands now, or nobody."""
    people = set(map(_person, new.parties))
    return frozenset(party.role for party in old.parties if _person(party) not in people)


def _person(party: Party) -> tuple[Role, str, str]:
    """A blank more or less in the name makes nobody another person."""
    return party.role, "".join(party.name.split()), party.phone_masked


def _with_status(
    appointments: tuple[Appointment, ...], milestone: Milestone, status: AppointmentStatus
) -> tuple[Appointment, ...]:
    """The appointments, those still booked for `milestone` with another status."""
    return tuple(
        replace(entry, status=status)
        if entry.milestone == milestone and entry.status == AppointmentStatus.BOOKED
        else entry
        for entry in appointments
    )


def _books_signing(case: Case, appointment: Appointment) -> bool:
    """Papers may still be missing when an hour is agreed: then the booking step is not over yet."""
    draft = case.step(Milestone.CONTRACT_DRAFT)
    return appointment.milestone == Milestone.ONLINE_SIGN and bool(draft and draft.status == Status.DONE)


def _step(case: Case, milestone: Milestone) -> Step:
    return case.step(milestone) or Step(milestone)


def _with_step(case: Case, step: Step) -> Case:
    others = [entry for entry in case.steps if entry.milestone != step.milestone]
    order = {milestone: place for place, milestone in enumerate(Milestone)}
    return replace(case, steps=tuple(sorted([*others, step], key=lambda entry: order[entry.milestone])))


def _renewed(paper: Document, today: date) -> Document:
    """It has come; what had run out is another paper now, good for as long as nobody knows."""
    until = None if has_run_out(paper, today) else paper.valid_until
    return replace(paper, status=DocumentStatus.RECEIVED, valid_until=until)


def _handed_in(paper: Document) -> Document:
    return replace(paper, status=DocumentStatus.VERIFIED)
