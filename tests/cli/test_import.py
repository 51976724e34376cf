"""Are cases imported as a whole, and bad rows named by line and field?"""

from pathlib import Path

import pytest

from bot.cases.milestones import Role
from bot.dialogue.messages import Chat
from tests.cli.conftest import Ran, Signpost
from tests.samples import ROOT

SAMPLES = (ROOT / "samples" / "cases.yaml").read_text(encoding="utf-8")
NOTHING = "\n\nNothing was imported.\n"
# After all that the sample cases tell of.
LATER = "2026-12-29 10:00"
HEADER = (
    "ref,city,deal,profile,advisor,checked_at,parties.buyer.name,parties.buyer.phone,parties.buyer.verified,"
    "loan.kind,loan.stage,loan.valid_until,contract.sign_by,steps.LOAN_APPROVAL.done_on,blockers.1.code,blockers.1.opened"
)
ROW = (
    "C-9,demo_hillside,resale,approve_then_sign,孙顾问,2026-09-22 15:00,钱女士,137****3391,yes,"
    "commercial,approved,2026-12-09,2026-09-30,2026-09-09,SELLER_NO_SHOW,2026-09-16"
)


def _file(signpost: Signpost, name: str, text: str) -> str:
    path = signpost.folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _refs(signpost: Signpost) -> list[str]:
    return [line.split()[0] for line in signpost.tell("cases", "list").splitlines()]


def test_all_sample_cases_are_imported_at_once(fresh: Signpost) -> None:
    told = fresh.tell("cases", "import", "--samples")
    assert (told.splitlines()[-1], len(_refs(fresh))) == ("10 cases imported.", 10)


def test_a_case_imported_from_csv_is_answered_from(fresh: Signpost) -> None:
    fresh.tell("cases", "import", _file(fresh, "cases.csv", f"{HEADER}\n{ROW}\n"))
    assert "9 月 30 日（周三）" in fresh.tell("ask", "什么时候能签", "--case", "C-9")


def test_a_csv_from_a_spreadsheet_may_begin_with_a_mark(fresh: Signpost) -> None:
    fresh.tell("cases", "import", _file(fresh, "cases.csv", f"\ufeff{HEADER}\r\n{ROW}\r\n,,,\r\n"))
    assert _refs(fresh) == ["C-9"]


def test_an_import_is_noted_with_the_name_of_its_file(fresh: Signpost) -> None:
    fresh.tell("cases", "import", _file(fresh, "cases.csv", f"{HEADER}\n{ROW}\n"))
    assert fresh.tell("cases", "show", "C-9").splitlines()[-1].strip() == "2026-09-22 15:00  case_imported  cases.csv"


def test_a_dry_run_checks_and_keeps_nothing(fresh: Signpost) -> None:
    told = fresh.tell("cases", "import", "--samples", "--dry-run")
    assert (told, (fresh.folder / "books.db").exists()) == (
        "10 cases are fine; nothing was kept (--dry-run).\n",
        False,
    )


def test_an_imported_case_takes_the_place_of_the_old(signpost: Signpost) -> None:
    renamed = SAMPLES.replace("advisor: 孙顾问", "advisor: 李顾问", 1)
    signpost.tell("cases", "import", _file(signpost, "cases.yaml", renamed), now=LATER)
    assert signpost.tell("cases", "show", "C-DEMO-03").splitlines()[0].split()[-1] == "李顾问"


def test_what_has_not_come_cannot_have_happened(fresh: Signpost) -> None:
    ran = fresh("cases", "import", _file(fresh, "cases.yaml", SAMPLES), now="2026-11-23 09:00")
    told = "checked_at '2026-11-23 10:00' has not come yet, and tells of what has happened"
    assert (ran.code, told in ran.err, "Nothing was imported." in ran.err) == (1, True, True)


def test_one_bad_row_keeps_all_others_out(fresh: Signpost) -> None:
    bad = SAMPLES.replace("city: demo_harbour", "city: demo_harbor")
    ran = fresh("cases", "import", _file(fresh, "cases.yaml", bad))
    assert (ran.code, ran.out, fresh.tell("cases", "list")[:13]) == (1, "", "No cases yet.")


def test_a_bad_row_is_named_by_line_and_field(fresh: Signpost) -> None:
    bad = SAMPLES.replace("city: demo_harbour", "city: demo_harbor")
    line = bad[: bad.index("demo_harbor")].count("\n") + 1
    first = f"cases.yaml:{line}:11: error: 'city' cannot be 'demo_harbor' [unknown-value] → "
    assert fresh("cases", "import", _file(fresh, "cases.yaml", bad), now=LATER).err[: len(first)] == first


def test_findings_are_told_in_chinese_where_the_terminal_is(fresh: Signpost) -> None:
    fresh.monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    bad = SAMPLES.replace("137****3391", "3391")
    assert "手机号应是 11 位，中间四位可以打星号" in fresh("cases", "import", _file(fresh, "cases.yaml", bad)).err


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ("2026-09-30", "30.9.2026", "2:13", "sign_by '30.9.2026' has to be of the form 2026-09-23"),
        ("137****3391", "137-3391", "2:8", "a phone has 11 digits; the middle four may be *"),
        ("137****3391", "１３７****３３９１", "2:8", "a phone has 11 digits; the middle four may be *"),
        ("SELLER_NO_SHOW", "SELLER_NOSHOW", "2:15", "'code' cannot be 'SELLER_NOSHOW'"),
        ("approve_then_sign", "new_build_presale", "2:4", "profile new_build_presale is not for resale"),
        ("C-9", "C 9", "2:1", "ref may hold letters, digits, - and _, at most 40"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(fresh: Signpost, old: str, new: str, place: str, said: str) -> None:
    ran = fresh("cases", "import", _file(fresh, "cases.csv", f"{HEADER}\n{ROW.replace(old, new)}\n"))
    first = ran.err.splitlines()[0]
    assert (ran.code, first.startswith(f"cases.csv:{place}: error: "), said in first) == (1, True, True)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cases.yaml", ""),
        ("cases.yaml", "cases: nothing\n"),
        ("cases.yaml", "cases:\n  - ref: [1, 2\n"),
        ("cases.yaml", "cases：\n  - ref：C-1\n"),
        ("cases.csv", ""),
        ("cases.csv", f'{HEADER}\n"C-9,demo\n'),
        ("cases.csv", f"{HEADER}\n{ROW},and,more\n"),
        ("cases.csv", f"{HEADER},loan\n{ROW},x\n"),
        ("cases.csv", f"{HEADER}\n{ROW}\0\n"),
        ("cases.csv", "第一行,第二行\n一,二\n"),
    ],
)
def test_a_file_of_another_form_is_refused_with_its_place(fresh: Signpost, name: str, text: str) -> None:
    ran = fresh("cases", "import", _file(fresh, name, text))
    assert (ran.code, ran.out, ran.err.startswith(f"{name}:"), ran.err.endswith(NOTHING)) == (1, "", True, True)


def test_a_file_that_is_not_utf8_is_refused(fresh: Signpost) -> None:
    path = fresh.folder / "cases.csv"
    path.write_bytes("ref,city\nC-9,示例\n".encode("gb18030"))
    ran = fresh("cases", "import", str(path))
    assert (ran.code, ran.err.startswith("cases.csv:"), ran.err.endswith(NOTHING)) == (1, True, True)


def test_a_file_that_is_not_there_is_named(fresh: Signpost) -> None:
    ran = fresh("cases", "import", str(Path("nowhere") / "cases.yaml"))
    assert (ran.code, ran.err.splitlines()[0]) == (
        1,
        (
            "cases.yaml:1:1: error: cannot read this file: No such file or directory [unreadable]"
            " → Check its name and permissions."
        ),
    )


@pytest.mark.parametrize("arguments", [(), ("cases.yaml", "--samples")])
def test_import_wants_either_a_file_or_samples(fresh: Signpost, arguments: tuple[str, ...]) -> None:
    assert fresh("cases", "import", *arguments) == Ran(2, "", "Name one file, or use --samples.\n")


def test_another_buyer_is_told_nothing_and_the_one_before_loses_the_case(signpost: Signpost) -> None:
    books = signpost.opened(f"sqlite:///{signpost.folder}/books.db", signpost.folder)
    with books.transaction() as records:
        records.chats.save(Chat(77, case_ref="C-DEMO-03", role=Role.BUYER))
    changed = SAMPLES.replace("赵女士", "钱女士")
    assert changed != SAMPLES
    told = signpost.tell("cases", "import", _file(signpost, "cases.yaml", changed), now=LATER)
    with books.transaction() as records:
        chat = records.chats.get(77)
    assert (told.splitlines()[-1], chat.case_ref) == (
        "1 chat disconnected and 0 links closed: another person stands there now. Hand out new links.",
        None,
    )


def test_the_same_buyer_keeps_the_case(signpost: Signpost) -> None:
    books = signpost.opened(f"sqlite:///{signpost.folder}/books.db", signpost.folder)
    with books.transaction() as records:
        records.chats.save(Chat(77, case_ref="C-DEMO-03", role=Role.BUYER))
    told = signpost.tell("cases", "import", "--samples")
    with books.transaction() as records:
        assert (told.splitlines()[-1], records.chats.get(77).case_ref) == ("10 cases imported.", "C-DEMO-03")
