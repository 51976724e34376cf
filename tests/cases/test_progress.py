"""Does everything that follows from a case follow as it should?"""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from bot.cases import changes
from bot.cases.case import (
    AppointmentStatus,
    Blocker,
    Case,
    Contract,
    ContractStatus,
    Document,
    DocumentStatus,
    Loan,
    LoanStage,
    Step,
)
from bot.cases.milestones import BlockerCode, Milestone, Role, Status
from bot.cases.process import NoSuchProfile
from bot.cases.progress import Standing, stand
from bot.cases.states import Conflict, State
from bot.cases.workdays import Count, Day
from tests.cases.derived import derived
from tests.samples import STORY, at, cases, config

TABLE = yaml.safe_load((Path(__file__).parent / "standings.yaml").read_text("utf-8"))
ROWS = [(ref, profile) for ref, profiles in TABLE.items() for profile in profiles]
NOW = at("2026-11-23 10:00")


def standing(case: Case, now: object = NOW) -> Standing:
    moment = now if not isinstance(now, str) else at(now)
    return stand(case, config().process, config().calendar, moment)  # type: ignore[arg-type]  # str was read above


def test_table_holds_ten_cases_in_five_orders() -> None:
    assert len(ROWS) == 50


@pytest.mark.parametrize(("ref", "profile"), ROWS)
def test_every_derived_value_is_as_written_in_the_table(ref: str, profile: str) -> None:
    found = derived(standing(replace(cases()[ref], profile=profile), STORY[ref]))
    assert _as_text(found) == _as_text(TABLE[ref][profile])


def test_approval_plus_five_working_days_is_the_make_up_sunday() -> None:
    assert config().calendar.add(date(2026, 9, 14), 5).on == date(2026, 9, 20)


def test_unknown_profile_says_which_profiles_there_are() -> None:
    with pytest.raises(NoSuchProfile, match="approve_then_sign, new_build_presale"):
        standing(replace(cases()["C-DEMO-01"], profile="moon"))


def test_signing_is_never_inferred_from_the_custom_of_a_city() -> None:
    approved = replace(cases()["C-DEMO-04"], steps=(Step(Milestone.LOAN_APPROVAL, Status.DONE),))
    found = standing(approved)
    assert (found.is_signed, found.conflict) == (False, Conflict.OUT_OF_ORDER)


def test_filing_proves_that_the_contract_was_signed() -> None:
    filed = replace(cases()["C-DEMO-04"], steps=(Step(Milestone.FILED, Status.DONE),))
    assert standing(filed).is_signed


def test_cancelled_contract_contradicts_a_signing_in_our_books() -> None:
    undone = replace(cases()["C-DEMO-06"], contract=Contract(ContractStatus.CANCELLED))
    assert standing(undone).conflict == Conflict.SIGNING_UNDONE


def test_bank_saying_approved_contradicts_an_open_approval_step() -> None:
    early = replace(cases()["C-DEMO-04"], loan=Loan("combo", LoanStage.APPROVED))
    assert standing(early).conflict == Conflict.LOAN_APPROVED_ELSEWHERE


def test_case_is_fresh_for_one_working_day_to_the_minute() -> None:
    friday = replace(cases()["C-DEMO-01"], checked_at=at("2026-11-20 10:00"))
    moments = ("2026-11-22 23:59", "2026-11-23 10:00", "2026-11-23 10:01")
    assert [standing(friday, moment).is_stale for moment in moments] == [False, False, True]


def test_gravest_blocker_of_the_current_step_is_named_first() -> None:
    case = cases()["C-DEMO-03"]
    second = replace(case.blockers[0], code=BlockerCode.APPOINTMENT_FULL, owner=Role.HOUSING_BUREAU)
    found = standing(replace(case, blockers=(second, *case.blockers)), STORY["C-DEMO-03"])
    assert found.blocker == case.blockers[0]


def test_step_skipped_by_this_case_hands_on_what_it_waited_for() -> None:
    presale = replace(cases()["C-DEMO-03"], profile="new_build_presale")
    assert standing(presale, STORY["C-DEMO-03"]).forecast(Milestone.LOAN_RELEASE).day is None


def test_signing_later_than_its_last_day_is_at_risk() -> None:
    tight = replace(cases()["C-DEMO-02"], contract=Contract(ContractStatus.DRAFT, date(2026, 10, 16)))
    assert standing(tight, STORY["C-DEMO-02"]).is_at_risk


def test_unknown_day_three_working_days_before_the_last_is_at_risk() -> None:
    found = [standing(cases()["C-DEMO-03"], moment).is_at_risk for moment in ("2026-09-23 09:00", "2026-09-24 09:00")]
    assert found == [False, True]


def test_papers_of_the_seller_are_not_asked_of_the_buyer() -> None:
    case = cases()["C-DEMO-04"]
    sellers = tuple(replace(paper, owner=Role.SELLER) for paper in case.documents)
    assert standing(replace(case, documents=sellers)).state == State.BLOCKED


def test_papers_received_do_not_count_as_missing() -> None:
    case = cases()["C-DEMO-04"]
    received = tuple(replace(paper, status=DocumentStatus.RECEIVED) for paper in case.documents)
    assert standing(replace(case, documents=received)).state == State.BLOCKED


def test_promise_that_is_past_counts_as_overdue_from_the_promised_day() -> None:
    case = changes.promise(cases()["C-DEMO-03"], Milestone.ONLINE_SIGN, date(2026, 9, 24), STORY["C-DEMO-03"])
    assert standing(case, "2026-09-29 09:00").overdue == Count(2)


def test_finished_purchase_waits_for_nobody() -> None:
    case = cases()["C-DEMO-06"]
    done = tuple(Step(code, Status.DONE, done_on=date(2026, 11, 20)) for code in Milestone)
    found = standing(replace(case, steps=done))
    assert (found.current, found.waiting_for, found.overdue, found.conflict) == (None, None, Count(0), None)


def test_appointment_that_is_over_no_longer_counts_as_booked() -> None:
    now = STORY["C-DEMO-01"] + timedelta(days=3)
    found = standing(replace(cases()["C-DEMO-01"], checked_at=now), now)
    assert (found.appointment, found.waiting_for) == (None, Role.ADVISOR)


def test_paper_that_has_run_out_is_missing_until_a_new_one_has_come() -> None:
    paper = Document(
        "MARRIAGE", "婚姻证明", "marriage proof", status=DocumentStatus.VERIFIED, valid_until=date(2026, 11, 1)
    )
    case = replace(cases()["C-DEMO-04"], documents=(paper,), steps=(Step(Milestone.DOCS_READY),), blockers=())
    good, late = (standing(case, day).missing_papers() for day in ("2026-11-01 09:00", "2026-11-02 09:00"))
    anew = changes.received(case, "MARRIAGE", at("2026-11-02 10:00"))
    assert (good, late, standing(anew, "2026-11-02 11:00").missing_papers()) == ((), (paper,), ())


def test_hour_that_has_come_stays_agreed_overnight_until_somebody_has_looked() -> None:
    case = cases()["C-DEMO-01"]
    unseen, seen = (
        standing(entry, "2026-11-26 09:00") for entry in (case, changes.checked(case, at("2026-11-26 08:50")))
    )
    found = [(one.state, one.has_begun, one.overdue) for one in (unseen, seen)]
    assert found == [(State.BOOKED, True, Count(0)), (State.WORKING, False, Count(1))]


def test_appointment_counts_until_its_day_is_over() -> None:
    case = cases()["C-DEMO-01"]
    during = [standing(case, moment) for moment in ("2026-11-25 14:06", "2026-11-25 23:59")]
    day = date(2026, 11, 25)
    assert [(found.appointment, found.forecast(Milestone.ONLINE_SIGN).day) for found in during] == [
        (case.appointments[0], Day(day))
    ] * 2


def test_hour_to_which_the_seller_did_not_come_counts_no_longer() -> None:
    case, now = cases()["C-DEMO-01"], at("2026-11-25 14:40")
    absent = Blocker(BlockerCode.SELLER_NO_SHOW, Milestone.ONLINE_SIGN, Role.SELLER, date(2026, 11, 25))
    found = standing(changes.block(case, absent, now), now)
    assert (found.appointment, [entry.status for entry in found.case.appointments]) == (
        None,
        [AppointmentStatus.MISSED],
    )


def test_of_two_hours_on_a_day_the_one_ahead_is_the_next() -> None:
    case = cases()["C-DEMO-01"]
    first = replace(case.appointments[0], at=at("2026-11-25 09:30"))
    second = replace(first, at=at("2026-11-25 16:00"))
    both = replace(case, appointments=(first, second))
    assert [standing(both, f"2026-11-25 {hour}").appointment for hour in ("09:00", "12:00", "15:59")] == [
        first,
        second,
        second,
    ]


def test_obstacle_without_a_day_leaves_the_day_open_whatever_else_is_in_the_way() -> None:
    case = cases()["C-DEMO-02"]
    dated = replace(case.blockers[0], expected_on=date(2026, 10, 15))
    endless = replace(dated, code=BlockerCode.SELLER_REFUSES, expected_on=None)
    found = [
        standing(replace(case, blockers=blockers), STORY["C-DEMO-02"]).forecast(dated.milestone).day
        for blockers in ((dated,), (dated, endless), (endless, dated))
    ]
    assert [day is None for day in found] == [False, True, True]


def test_what_is_planned_for_later_comes_no_sooner_for_being_hindered() -> None:
    case, now = cases()["C-DEMO-02"], STORY["C-DEMO-02"]
    (hindered,) = case.blockers
    steps = (
        *(step for step in case.steps if step.milestone != hindered.milestone),
        Step(hindered.milestone, planned_on=date(2026, 10, 30)),
    )
    planned = replace(case, steps=steps, blockers=(replace(hindered, expected_on=date(2026, 10, 15)),))
    assert standing(planned, now).forecast(hindered.milestone).day == Day(date(2026, 10, 30))


def test_obstacle_that_ends_on_a_holiday_is_gone_on_the_next_working_day() -> None:
    case = cases()["C-DEMO-03"]
    (hindered,) = case.blockers
    gone = replace(case, blockers=(replace(hindered, expected_on=date(2026, 10, 3)),))
    assert standing(gone, STORY["C-DEMO-03"]).forecast(hindered.milestone).day == Day(date(2026, 10, 8))


def test_document_is_named_for_its_owner() -> None:
    assert Document("X", "证", "paper").owner == Role.BUYER


def test_planned_day_still_holds_on_the_day_itself() -> None:
    found = standing(cases()["C-DEMO-06"], "2026-11-24 09:00")
    assert found.forecast(Milestone.ESCROW).day == Day(date(2026, 11, 24))


def _as_text(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _as_text(entry) for key, entry in value.items()}
    return value if isinstance(value, bool) else str(value)


def test_lateness_counts_from_the_day_a_promise_on_a_holiday_rolls_to() -> None:
    promised = changes.promise(cases()["C-DEMO-03"], Milestone.ONLINE_SIGN, date(2026, 9, 12), at("2026-09-10 10:00"))
    assert [standing(promised, f"2026-09-{day} 10:00").overdue.days for day in (14, 15, 16)] == [0, 1, 2]


def _lacking(owner: Role, code: BlockerCode, *papers: Document) -> Standing:
    case = cases()["C-DEMO-04"]
    blocker = Blocker(code, Milestone.DOCS_READY, owner, date(2026, 11, 20))
    return standing(replace(case, blockers=(blocker,), documents=papers))


def test_the_sellers_papers_are_awaited_until_the_sellers_day() -> None:
    mine = Document("ID", "身份证", "ID card", Role.BUYER, due=at("2026-11-27 18:00"))
    deed = Document("DEED", "房产证", "title deed", Role.SELLER, due=at("2026-12-04 18:00"))
    known = _lacking(Role.SELLER, BlockerCode.DOC_MISSING_SELLER, mine, deed)
    assert (known.forecast(Milestone.DOCS_READY).day, known.state) == (Day(date(2026, 12, 4)), State.BLOCKED)


def test_no_day_is_worked_out_while_that_of_one_paper_is_unknown() -> None:
    dated = Document("ID", "身份证", "ID card", Role.BUYER, due=at("2026-11-27 18:00"))
    undated = Document("FLOW", "流水", "bank statements", Role.BUYER)
    known = _lacking(Role.BUYER, BlockerCode.DOC_MISSING_BUYER, dated, undated)
    assert (known.forecast(Milestone.DOCS_READY).day, known.state) == (None, State.DOCUMENTS)


@pytest.mark.parametrize(("moment", "begun"), [("11-25 13:59", False), ("11-25 14:00", True), ("11-26 09:00", True)])
def test_agreed_hour_has_begun_from_its_minute_until_somebody_notes_how_it_went(moment: str, begun: object) -> None:
    assert standing(cases()["C-DEMO-01"], f"2026-{moment}").has_begun is begun


def test_no_hour_has_begun_while_another_of_the_same_step_is_ahead() -> None:
    case = cases()["C-DEMO-01"]
    again = replace(case.appointments[0], at=at("2026-11-25 16:00"))
    both = replace(case, appointments=(*case.appointments, again))
    found = standing(both, "2026-11-25 15:00")
    assert (found.has_begun, found.today_at) == (False, again)


@pytest.mark.parametrize(
    ("sign_by", "deadline"),
    [
        (None, "none"),
        ("2026-12-04", "ahead"),
        ("2026-11-25", "ahead"),
        ("2026-11-24", "missed"),
        ("2026-11-20", "over"),
    ],
)
def test_deadline_is_kept_missed_or_over_as_things_stand(sign_by: str | None, deadline: str) -> None:
    contract = Contract(ContractStatus.DRAFT, sign_by=date.fromisoformat(sign_by) if sign_by else None)
    case = replace(cases()["C-DEMO-01"], contract=contract)
    signed = changes.done(case, Milestone.ONLINE_SIGN, date(2026, 11, 23), NOW)
    assert (standing(case).deadline, standing(signed).deadline) == (deadline, "none")


def test_no_paper_is_asked_for_once_their_step_is_over() -> None:
    case, now = cases()["C-DEMO-04"], STORY["C-DEMO-04"]
    papers = Step(Milestone.DOCS_READY)
    found = [
        stand(replace(case, steps=(replace(papers, status=status),)), config().process, config().calendar, now)
        for status in (Status.IN_PROGRESS, Status.DONE)
    ]
    assert [(len(one.missing_papers()), len(one.due_hours)) for one in found] == [(2, 2), (0, 0)]


def test_hour_of_the_step_now_counts_on_its_day_though_the_signing_is_booked_for_another() -> None:
    case = cases()["C-DEMO-04"]
    hour = replace(cases()["C-DEMO-01"].appointments[0], milestone=Milestone.DOCS_READY, at=at("2026-11-23 10:00"))
    signing = replace(hour, milestone=Milestone.ONLINE_SIGN, at=at("2026-12-01 10:00"))
    found = standing(replace(case, appointments=(signing, hour)), "2026-11-23 11:00")
    assert (found.current, found.today_at, found.has_begun) == (Milestone.DOCS_READY, hour, True)


def test_what_is_supposed_to_end_later_moves_the_signing_and_drops_what_was_booked_before() -> None:
    outage = stand(cases()["C-DEMO-05"], config().process, config().calendar, STORY["C-DEMO-05"])
    later = outage.supposing(date(2026, 11, 30))
    found = [one.forecast(Milestone.ONLINE_SIGN).day for one in (outage, later)]
    assert (found, later.booked(Milestone.ONLINE_SIGN)) == ([Day(date(2026, 11, 24)), Day(date(2026, 11, 30))], None)


def test_supposing_the_day_that_is_expected_changes_no_forecast() -> None:
    waiting = stand(cases()["C-DEMO-02"], config().process, config().calendar, STORY["C-DEMO-02"])
    blocker = waiting.blocker
    assert blocker is not None
    assert blocker.expected_on is not None
    assert waiting.supposing(blocker.expected_on).forecasts == waiting.forecasts
