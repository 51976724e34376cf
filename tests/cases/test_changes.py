"""Does a case change as people report, and in no other way?"""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.cases import changes
from bot.cases.case import (
    Appointment,
    AppointmentStatus,
    Blocker,
    Case,
    ContractStatus,
    DocumentStatus,
    Loan,
    LoanStage,
    Step,
)
from bot.cases.milestones import BlockerCode, Milestone, Role, Status
from bot.cases.progress import stand
from bot.cases.states import State
from tests.samples import STORY, at, cases, config

CASE = cases()["C-DEMO-03"]
NOW = STORY["C-DEMO-03"]
HOUR = Appointment(Milestone.ONLINE_SIGN, at("2026-09-24 14:00"), "城西窗口", "West counter")


def state(case: object) -> State:
    return stand(case, config().process, config().calendar, NOW).state  # type: ignore[arg-type]  # always a Case here


def test_done_step_frees_what_blocked_it() -> None:
    changed = changes.done(CASE, Milestone.SIGN_BOOKED, date(2026, 9, 22), NOW)
    assert (changed.blockers[0].closed_on, state(changed)) == (date(2026, 9, 22), State.WORKING)


def test_done_step_leaves_neither_obstacle_nor_paper_of_what_it_implies() -> None:
    case, now = cases()["C-DEMO-04"], STORY["C-DEMO-04"]
    implied = stand(case, config().process, config().calendar, now).view.profile.implied(Milestone.ONLINE_SIGN)
    changed = changes.done(case, Milestone.ONLINE_SIGN, now.date(), now, implied)
    left = [entry.code for entry in changed.blockers if not entry.closed_on]
    assert (left, {paper.status for paper in changed.documents}) == ([], {DocumentStatus.VERIFIED})


def test_signing_done_makes_the_case_signed_and_fresh() -> None:
    later = at("2026-09-24 16:00")
    changed = changes.done(CASE, Milestone.ONLINE_SIGN, date(2026, 9, 24), later)
    assert (state(changed), changed.checked_at) == (State.SIGNED, later)


def test_bank_and_system_show_what_they_do_once_a_step_is_done() -> None:
    applied = replace(CASE, loan=Loan("commercial", LoanStage.APPLIED))
    day = date(2026, 9, 21)
    approved = changes.done(applied, Milestone.LOAN_APPROVAL, day, NOW)
    released = changes.done(approved, Milestone.LOAN_RELEASE, day, NOW)
    again = changes.done(released, Milestone.LOAN_APPROVAL, day, NOW)
    filed = changes.done(CASE, Milestone.FILED, day, NOW)
    assert (approved.loan, released.loan, again.loan, filed.contract.status) == (
        Loan("commercial", LoanStage.APPROVED, approved_on=day),
        Loan("commercial", LoanStage.RELEASED, approved_on=day),
        released.loan,
        ContractStatus.FILED,
    )


def test_nobody_says_that_nothing_has_changed_while_an_hour_is_unnoted() -> None:
    booked = changes.book(CASE, HOUR, NOW)
    before, after = HOUR.at - timedelta(minutes=1), HOUR.at + timedelta(hours=1)
    done = changes.done(booked, Milestone.ONLINE_SIGN, after.date(), after)
    assert [changes.unchanged(booked, before).checked_at, changes.unchanged(done, after).checked_at] == [before, after]
    with pytest.raises(changes.HourUnnoted, match="ONLINE_SIGN of C-DEMO-03, 2026-09-24 14:00, is over: note how"):
        changes.unchanged(booked, after)


def test_nothing_can_be_done_on_a_day_to_come() -> None:
    with pytest.raises(changes.NotYet, match="2026-09-23 has not come yet"):
        changes.done(CASE, Milestone.ONLINE_SIGN, date(2026, 9, 23), NOW)


def test_promise_is_kept_apart_from_the_plan() -> None:
    step = changes.promise(CASE, Milestone.ONLINE_SIGN, date(2026, 9, 28), NOW).step(Milestone.ONLINE_SIGN)
    assert step == Step(
        Milestone.ONLINE_SIGN,
        Status.WAITING,
        planned_on=date(2026, 9, 16),
        promised_on=date(2026, 9, 28),
        checked_at=NOW,
    )


def test_nobody_can_promise_yesterday() -> None:
    with pytest.raises(changes.AlreadyPast):
        changes.promise(CASE, Milestone.ONLINE_SIGN, date(2026, 9, 21), NOW)


def test_second_blocker_of_the_same_kind_replaces_the_first() -> None:
    again = replace(CASE.blockers[0], next_check=at("2026-09-24 10:00"))
    assert changes.block(CASE, again, NOW).blockers == (again,)


def test_new_blocker_stands_beside_another_kind() -> None:
    new = Blocker(BlockerCode.SPOUSE_SIGNATURE, Milestone.ONLINE_SIGN, Role.SPOUSE, date(2026, 9, 22))
    changed = changes.block(CASE, new, NOW)
    step = changed.step(Milestone.ONLINE_SIGN)
    assert (changed.blockers, step and step.status) == ((*CASE.blockers, new), Status.BLOCKED)


def test_gone_blocker_stays_in_the_books_as_closed() -> None:
    changed = changes.unblock(CASE, BlockerCode.SELLER_NO_SHOW, NOW)
    assert [(entry.code, entry.closed_on) for entry in changed.blockers] == [
        (BlockerCode.SELLER_NO_SHOW, date(2026, 9, 22))
    ]


def test_what_does_not_block_cannot_be_taken_away() -> None:
    with pytest.raises(changes.NothingBlocked, match="BANK_QUOTA does not block C-DEMO-03"):
        changes.unblock(CASE, BlockerCode.BANK_QUOTA, NOW)


def test_new_hour_moves_the_one_agreed_before() -> None:
    first = changes.book(CASE, HOUR, NOW)
    second = changes.book(first, replace(HOUR, at=at("2026-09-28 09:00")), NOW)
    assert [entry.status for entry in second.appointments] == [
        AppointmentStatus.MISSED,
        AppointmentStatus.MISSED,
        AppointmentStatus.MOVED,
        AppointmentStatus.BOOKED,
    ]


def test_agreed_hour_ends_the_wait_for_one() -> None:
    assert state(changes.book(CASE, HOUR, NOW)) == State.BOOKED


def test_hour_agreed_while_papers_lack_leaves_the_papers_lacking() -> None:
    case, now = cases()["C-DEMO-04"], STORY["C-DEMO-04"]
    booked = changes.book(case, replace(HOUR, at=at("2026-11-30 10:00")), now)
    assert stand(booked, config().process, config().calendar, now).state == State.DOCUMENTS


def test_nothing_can_be_booked_in_the_past() -> None:
    with pytest.raises(changes.AlreadyPast, match="2026-09-22 14:00 is over"):
        changes.book(CASE, replace(HOUR, at=at("2026-09-22 14:00")), NOW)


def test_buyer_verified_meanwhile_stays_verified_when_imported_again() -> None:
    fresh = cases()["C-EDGE-08"]
    known = replace(fresh, parties=tuple(replace(party, verified=True) for party in fresh.parties))
    assert changes.reimported(known, fresh).parties == known.parties


def test_no_hour_is_agreed_for_a_step_that_is_done() -> None:
    signed = cases()["C-DEMO-06"]
    with pytest.raises(changes.AlreadyDone, match="ONLINE_SIGN of C-DEMO-06 is done since 2026-11-19"):
        changes.book(signed, replace(HOUR, at=at("2026-12-24 14:00")), STORY["C-DEMO-06"])


def test_nobody_asks_again_at_a_time_that_is_over() -> None:
    with pytest.raises(changes.AlreadyPast):
        changes.block(CASE, replace(CASE.blockers[0], next_check=NOW), NOW)


@pytest.mark.parametrize("code", [BlockerCode.SYSTEM_OUTAGE, BlockerCode.DISPUTE])
def test_a_signing_that_is_done_is_held_up_by_nothing(code: BlockerCode) -> None:
    blocker = Blocker(code, Milestone.ONLINE_SIGN, Role.SELLER, date(2026, 11, 23))
    with pytest.raises(changes.AlreadyDone, match="ONLINE_SIGN of C-DEMO-06 is done"):
        changes.block(cases()["C-DEMO-06"], blocker, STORY["C-DEMO-06"])


def test_nobody_promises_a_day_for_what_is_done() -> None:
    with pytest.raises(changes.AlreadyDone):
        changes.promise(cases()["C-DEMO-06"], Milestone.ONLINE_SIGN, date(2026, 12, 1), STORY["C-DEMO-06"])


def test_after_the_signing_an_obstacle_stops_the_step_being_worked_on() -> None:
    standing = stand(cases()["C-DEMO-06"], config().process, config().calendar, STORY["C-DEMO-06"])
    assert (standing.current, standing.stopped_by(BlockerCode.DISPUTE)) == (Milestone.ESCROW, Milestone.ESCROW)


def test_a_new_hour_ends_the_wait_for_who_did_not_come() -> None:
    absent = Blocker(BlockerCode.SELLER_NO_SHOW, Milestone.ONLINE_SIGN, Role.SELLER, date(2026, 9, 22))
    changed = changes.book(changes.block(CASE, absent, NOW), HOUR, NOW)
    assert {blocker.code: blocker.closed_on for blocker in changed.blockers}[BlockerCode.SELLER_NO_SHOW] == date(
        2026, 9, 22
    )


@pytest.mark.parametrize("step", [Milestone.VALUATION, Milestone.TRANSFER, Milestone.HANDOVER])
def test_an_hour_for_another_step_ends_no_wait(step: Milestone) -> None:
    hour = replace(HOUR, milestone=step)
    assert changes.book(CASE, hour, NOW).blockers[0].closed_on is None


def test_whoever_takes_the_place_of_a_verified_buyer_is_not_verified() -> None:
    old = cases()["C-DEMO-01"]
    buyer = old.party(Role.BUYER)
    assert buyer
    for other in (replace(buyer, name="钱女士"), replace(buyer, phone_masked="139****0002")):
        new = replace(old, parties=tuple(replace(other, verified=False) if p is buyer else p for p in old.parties))
        assert (changes.reimported(old, new).party(Role.BUYER), changes.replaced(old, new)) == (
            replace(other, verified=False),
            frozenset({Role.BUYER}),
        )


def test_nobody_is_replaced_where_only_the_case_has_changed() -> None:
    old = cases()["C-DEMO-01"]
    assert changes.replaced(old, replace(old, advisor="孙顾问")) == frozenset()


def _no_show(case: Case, now: datetime) -> Case:
    stopped = stand(case, config().process, config().calendar, now).stopped_by(BlockerCode.SELLER_NO_SHOW)
    return changes.block(case, Blocker(BlockerCode.SELLER_NO_SHOW, stopped, Role.SELLER, now.date()), now)


def test_no_show_stops_the_signing_though_the_bank_has_not_decided() -> None:
    case = cases()["C-DEMO-01"]
    undecided = replace(
        case, loan=None, steps=tuple(step for step in case.steps if step.milestone != Milestone.LOAN_APPROVAL)
    )
    missed = _no_show(undecided, at("2026-11-25 15:00"))
    decided = changes.done(missed, Milestone.LOAN_APPROVAL, date(2026, 11, 26), at("2026-11-26 10:00"))
    again = changes.book(decided, replace(HOUR, at=at("2026-11-30 10:00")), at("2026-11-26 10:00"))
    assert [
        [(entry.code, entry.milestone, bool(entry.closed_on)) for entry in known.blockers] for known in (decided, again)
    ] == [
        [(BlockerCode.SELLER_NO_SHOW, Milestone.ONLINE_SIGN, False)],
        [(BlockerCode.SELLER_NO_SHOW, Milestone.ONLINE_SIGN, True)],
    ]
    assert [entry.status for entry in again.appointments] == [AppointmentStatus.MISSED, AppointmentStatus.BOOKED]


def test_no_show_before_the_booking_is_over_makes_the_hour_a_missed_one() -> None:
    case, now = cases()["C-DEMO-04"], STORY["C-DEMO-04"]
    booked = changes.book(case, replace(HOUR, at=at("2026-11-24 10:00")), now)
    missed = _no_show(booked, at("2026-11-24 15:00"))
    assert [entry.status for entry in missed.appointments if entry.at == at("2026-11-24 10:00")] == [
        AppointmentStatus.MISSED
    ]


def test_a_step_goes_on_only_when_nothing_else_is_in_its_way() -> None:
    spouse = Blocker(BlockerCode.SPOUSE_SIGNATURE, Milestone.ONLINE_SIGN, Role.SPOUSE, date(2026, 9, 22))
    outage = Blocker(BlockerCode.SYSTEM_OUTAGE, Milestone.ONLINE_SIGN, Role.HOUSING_BUREAU, date(2026, 9, 22))
    both = changes.block(changes.block(CASE, spouse, NOW), outage, NOW)
    one = changes.unblock(both, BlockerCode.SYSTEM_OUTAGE, NOW)
    none = changes.unblock(one, BlockerCode.SPOUSE_SIGNATURE, NOW)
    steps = [known.step(Milestone.ONLINE_SIGN) for known in (one, none)]
    assert [step and step.status for step in steps] == [Status.BLOCKED, Status.IN_PROGRESS]


def test_what_is_freed_does_not_reopen_a_step_that_is_over() -> None:
    stray = Blocker(BlockerCode.DOC_MISSING_BUYER, Milestone.DEPOSIT, Role.BUYER, date(2026, 9, 1))
    deposit = changes.done(CASE, Milestone.DEPOSIT, date(2026, 9, 1), NOW)
    freed = changes.unblock(replace(deposit, blockers=(stray,)), BlockerCode.DOC_MISSING_BUYER, NOW)
    step = freed.step(Milestone.DEPOSIT)
    assert step
    assert (step.status, step.done_on) == (Status.DONE, date(2026, 9, 1))
