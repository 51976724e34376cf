"""Does a case come back as it was put in?"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import StatementError

from bot.cases.case import CHINA, Appointment, AppointmentStatus, Case, Contract, Outage, Step
from bot.cases.milestones import Milestone, Role, Status
from bot.store.books import Books
from bot.store.case_rows import NoSuchCase
from tests.samples import at, cases

CASE = cases()["C-DEMO-05"]


def _put(books: Books, *kept: Case) -> None:
    with books.transaction() as records:
        for case in kept:
            records.cases.save(case)


def _get(books: Books, ref: str) -> Case:
    with books.transaction() as records:
        return records.cases.get(ref)


@pytest.mark.parametrize("ref", cases())
def test_a_sample_case_comes_back_equal_in_every_field(books: Books, ref: str) -> None:
    _put(books, *cases().values())
    assert _get(books, ref) == cases()[ref]


def test_every_field_that_can_be_filled_comes_back(books: Books) -> None:
    moment = at("2026-11-24 08:00:00.123456")
    full = replace(
        CASE,
        steps=(Step(Milestone.TAX, Status.WAITING, Role.BUYER, moment.date(), moment.date(), moment.date(), moment),),
        appointments=(
            Appointment(Milestone.TAX, moment, "税务局", "tax office", "契税", "tax", AppointmentStatus.KEPT),
        ),
        outages=(Outage("city", moment, None, "公告" * 200),),
    )
    _put(books, full)
    assert _get(books, full.ref) == full


def test_a_case_saved_again_replaces_all_its_parts(books: Books) -> None:
    bare = replace(CASE, advisor="新顾问", blockers=(), outages=(), appointments=(), loan=None, contract=Contract())
    _put(books, CASE, bare)
    assert _get(books, CASE.ref) == bare


def test_replacing_one_case_leaves_its_neighbours_alone(books: Books) -> None:
    other = cases()["C-DEMO-03"]
    _put(books, CASE, other, replace(CASE, steps=(), parties=()))
    assert _get(books, other.ref) == other


def test_a_long_chinese_text_is_kept_on_both_databases(books: Books) -> None:
    buyer = replace(CASE.parties[0], name="欧阳" * 100)
    wordy = replace(CASE, advisor="顾问" * 100, parties=(buyer,))
    _put(books, wordy)
    assert _get(books, CASE.ref) == wordy


def test_the_numbers_of_all_cases_come_back_sorted(books: Books) -> None:
    _put(books, *reversed(list(cases().values())))
    with books.transaction() as records:
        assert records.cases.refs() == sorted(cases())


def test_an_unknown_case_says_how_to_list_the_known(books: Books) -> None:
    with pytest.raises(NoSuchCase) as caught:
        _get(books, "C-0000")
    assert str(caught.value) == (
        "No case 'C-0000'. List the open ones with `signpost cases list`, "
        "or load the samples with `signpost cases import --samples`."
    )


def test_a_moment_in_utc_comes_back_in_chinese_time(books: Books) -> None:
    _put(books, replace(CASE, checked_at=datetime(2026, 11, 23, 16, 30, 0, 7, UTC)))
    found = _get(books, CASE.ref).checked_at
    assert (found.isoformat(), found.tzinfo) == ("2026-11-24T00:30:00.000007+08:00", CHINA)


def test_a_moment_without_a_zone_is_refused(books: Books) -> None:
    with pytest.raises(StatementError, match="has no time zone"):
        _put(books, replace(CASE, checked_at=CASE.checked_at.replace(tzinfo=None)))
