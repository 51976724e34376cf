"""Are cases read from YAML and CSV as the operator means them?"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.cases.case import CHINA, Blocker, Case, Contract, Loan, LoanStage, Party, Step
from bot.cases.milestones import BlockerCode, Deal, Milestone, Role, Status
from bot.content.case_file import read_cases
from tests import samples
from tests.content.seeded import build

_FIRST = Case(
    ref="C-1",
    city="demo_riverside",
    deal=Deal.RESALE,
    profile="approve_then_sign",
    advisor="周顾问",
    checked_at=datetime(2026, 11, 23, 10, tzinfo=CHINA),
    parties=(Party(Role.BUYER, "林女士", "138****6102", verified=True),),
    steps=(Step(Milestone.DEPOSIT, Status.DONE, done_on=date(2026, 11, 18)),),
    blockers=(
        Blocker(
            code=BlockerCode.SELLER_NO_SHOW,
            milestone=Milestone.SIGN_BOOKED,
            owner=Role.SELLER,
            opened=date(2026, 11, 20),
            next_check=datetime(2026, 11, 24, 11, tzinfo=CHINA),
        ),
    ),
    loan=Loan("commercial", LoanStage.APPROVED, valid_until=date(2027, 2, 18)),
    contract=Contract(),
)


def _read(path: Path) -> Mapping[str, Case]:
    return {case.ref: case for case in read_cases(path, samples.config().process).cases}


def _csv(tmp_path: Path, text: str, encoding: str = "utf-8") -> Mapping[str, Case]:
    path = tmp_path / "cases.csv"
    path.write_bytes(text.encode(encoding))
    return _read(path)


def test_a_yaml_case_is_read_with_all_its_parts(tmp_path: Path) -> None:
    assert _read(build(tmp_path) / "cases.yaml")["C-1"] == _FIRST


def test_the_shipped_samples_are_without_any_finding() -> None:
    assert read_cases(samples.ROOT / "samples" / "cases.yaml", samples.config().process).problems == ()


def test_a_row_becomes_the_same_case_as_yaml(tmp_path: Path) -> None:
    found = _read(build(tmp_path) / "cases.csv")["C-1"]
    assert (found.steps, found.blockers[0].code, found.loan) == (
        _FIRST.steps,
        BlockerCode.SELLER_NO_SHOW,
        Loan("commercial", LoanStage.APPROVED),
    )


def test_blank_lines_and_cells_over_two_lines_are_fine(tmp_path: Path) -> None:
    assert _read(build(tmp_path) / "cases.csv")["C-2"].advisor == "吴顾问\n（下午）"


def test_a_file_checked_on_a_day_was_checked_from_its_first_minute_on(tmp_path: Path) -> None:
    assert _read(build(tmp_path) / "cases.yaml")["C-2"].checked_at == datetime(2026, 11, 23, tzinfo=CHINA)


def test_a_next_check_on_a_day_is_done_by_the_end_of_work(tmp_path: Path) -> None:
    text = (build(tmp_path) / "cases.csv").read_text("utf-8")
    found = _csv(
        tmp_path, text.replace("1.opened", "1.opened,blockers.1.next_check").replace("11-20", "11-20,2026-11-24")
    )
    assert found["C-1"].blockers[0].next_check == datetime(2026, 11, 24, 18, tzinfo=CHINA)


def test_the_middle_of_a_phone_number_is_never_kept(tmp_path: Path) -> None:
    assert _read(build(tmp_path) / "cases.yaml")["C-2"].parties[0].phone_masked == "136****0457"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_sheet_from_excel_reads_like_any_other(tmp_path: Path, encoding: str) -> None:
    text = (build(tmp_path) / "cases.csv").read_text("utf-8").replace("\n", "\r\n")
    assert _csv(tmp_path, text, encoding).keys() == {"C-1", "C-2", "C-3"}


def test_empty_columns_at_the_end_are_left_alone(tmp_path: Path) -> None:
    text = (build(tmp_path) / "cases.csv").read_text("utf-8")
    assert _csv(tmp_path, text.replace(",blockers.1.opened", ",blockers.1.opened,,")).keys() == {"C-1", "C-2", "C-3"}


def test_numbered_columns_become_a_list_in_order(tmp_path: Path) -> None:
    text = (build(tmp_path) / "cases.csv").read_text("utf-8")
    wider = text.replace("1.opened", "1.opened,blockers.2.code,blockers.2.opened")
    found = _csv(tmp_path, wider.replace("2026-11-20", "2026-11-20,TAX_REVIEW,2026-11-21"))["C-1"]
    assert [blocker.code for blocker in found.blockers] == [BlockerCode.SELLER_NO_SHOW, BlockerCode.TAX_REVIEW]


def test_a_column_name_without_end_is_a_finding(tmp_path: Path) -> None:
    path = build(tmp_path) / "cases.csv"
    wider = path.read_text("utf-8").replace(".opened", ".opened," + "a." * 5000).replace("2026-11-20", "2026-11-20,x")
    path.write_text(wider, "utf-8")
    assert [problem.rule for problem in read_cases(path, samples.config().process).problems] == ["unknown-key"]


def test_one_bad_row_leaves_its_place_in_the_sheet(tmp_path: Path) -> None:
    path = build(tmp_path) / "cases.csv"
    path.write_text(path.read_text("utf-8").replace("C-3,demo_harbour", "C-3,demo_sea"), "utf-8")
    places = [problem.place for problem in read_cases(path, samples.config().process).problems]
    assert [(place.file, place.line, place.column) for place in places] == [("cases.csv", 6, 2)]
