"""Can a person note what happened to a case, and does the buyer's answer follow?"""

import pytest

from tests.cli.conftest import TODAY, UNKNOWN, Ran, Signpost

REF = "C-DEMO-03"
QUESTION = "什么时候能签"


def _answer(signpost: Signpost, ref: str = REF, now: str = TODAY, question: str = QUESTION) -> str:
    return signpost.tell("ask", question, "--case", ref, now=now)


def _last_event(signpost: Signpost) -> str:
    return signpost.tell("cases", "show", REF).splitlines()[-1].strip()


def test_the_list_has_one_line_for_each_case(signpost: Signpost) -> None:
    lines = signpost.tell("cases", "list").splitlines()
    assert (len(lines), lines[1].split("  late")[1], lines[2].split()) == (
        10,
        " by 2 working days",
        [REF, "blocked", "SIGN_BOOKED", "seller", "late", "by", "5", "working", "days"],
    )


def test_a_list_without_cases_says_how_to_begin(fresh: Signpost) -> None:
    assert fresh.tell("cases", "list") == "No cases yet. Load the samples with `signpost cases import --samples`.\n"


@pytest.mark.parametrize(
    "line",
    [
        "  buyer      赵女士  137****3391 (last four: 3391)  verified",
        "  stands     blocked, at SIGN_BOOKED, waiting for seller",
        "  sign by    2026-09-30 (5 working days)",
        "  ✓ LOAN_APPROVAL     done 2026-09-09          bank",
        "  ! SELLER_NO_SHOW at SIGN_BOOKED, seller, since 2026-09-16, next check 2026-09-23 11:00",
        "    internal: 卖家私下的原因，不能对买家说",
    ],
)
def test_show_tells_staff_all_that_is_on_file(signpost: Signpost, line: str) -> None:
    assert line in signpost.tell("cases", "show", REF).splitlines()


def test_show_marks_the_hour_that_is_booked(signpost: Signpost) -> None:
    shown = signpost.tell("cases", "show", "C-DEMO-01", now="2026-11-23 10:00")
    assert "  ● ONLINE_SIGN       booked 2026-11-25 14:00  seller  ← now" in shown.splitlines()


def test_show_lists_the_papers_that_are_missing(signpost: Signpost) -> None:
    shown = signpost.tell("cases", "show", "C-DEMO-04", "--now", "2026-11-23T10:00")
    assert "  § HUKOU_SPOUSE_PAGE 配偶的户口本页 (buyer): needed, due 2026-11-24 18:00" in shown.splitlines()


@pytest.mark.parametrize(
    ("ref", "line"),
    [
        ("C-EDGE-09", "  checked    2026-11-20 09:00  — NOT CHECKED LATELY"),
        ("C-EDGE-10", "  CONFLICT   signed_elsewhere"),
    ],
)
def test_show_warns_staff_of_what_is_not_told(signpost: Signpost, ref: str, line: str) -> None:
    assert line in signpost.tell("cases", "show", ref, now="2026-11-23 10:00").splitlines()


def test_done_is_noted_and_answered_from_then_on(signpost: Signpost) -> None:
    before = _answer(signpost)
    told = signpost.tell("cases", "done", REF, "ONLINE_SIGN")
    after = _answer(signpost)
    assert (told, "9 月 22 日（周二）" in before, "9 月 22 日（周二）" in after) == (
        f"{REF}: milestone_done ONLINE_SIGN 2026-09-22\n",
        False,
        True,
    )


def test_done_on_an_earlier_day_is_answered_with_it(signpost: Signpost) -> None:
    signpost.tell("cases", "done", REF, "online_sign", "--on", "2026-09-21")
    assert "9 月 21 日（周一）" in _answer(signpost)


@pytest.mark.parametrize(
    ("arguments", "event"),
    [
        (("done", REF, "TAX"), "2026-09-22 15:00  milestone_done  TAX 2026-09-22"),
        (("promise", REF, "TAX", "2026-09-22"), "2026-09-22 15:00  milestone_promised  TAX 2026-09-22"),
        (("block", REF, "DISPUTE"), "2026-09-22 15:00  blocked  DISPUTE"),
        (("unblock", REF, "SELLER_NO_SHOW"), "2026-09-22 15:00  unblocked  SELLER_NO_SHOW"),
        (("book", REF, "2026-09-24 14:00"), "2026-09-22 15:00  booked  ONLINE_SIGN 2026-09-24T14:00:00+08:00"),
    ],
)
def test_each_change_leaves_its_mark_in_the_trail(signpost: Signpost, arguments: tuple[str, ...], event: str) -> None:
    signpost.tell("cases", *arguments)
    assert _last_event(signpost) == event


def test_a_promised_day_is_told_to_the_buyer(signpost: Signpost) -> None:
    signpost.tell("cases", "unblock", REF, "SELLER_NO_SHOW")
    signpost.tell("cases", "promise", REF, "ONLINE_SIGN", "2026-09-28")
    assert "9 月 28 日（周一）" in _answer(signpost)


def test_a_booked_hour_is_told_to_the_buyer(signpost: Signpost) -> None:
    signpost.tell("cases", "unblock", REF, "SELLER_NO_SHOW")
    signpost.tell("cases", "book", REF, "2026-09-24 14:00", "--place", "山前区签约室", "--bring", "身份证")
    answer = _answer(signpost)
    assert [part in answer for part in ("9 月 24 日（周四）14:00", "山前区签约室", "身份证")] == [True, True, True]


def test_a_blocker_is_told_without_the_internal_note(signpost: Signpost) -> None:
    options = ("--next-check", "2026-09-24 09:30", "--expected", "2026-09-25", "--internal", "卖家在离婚")
    signpost.tell("cases", "block", "C-DEMO-01", "seller_unreachable", *options)
    answer = _answer(signpost, "C-DEMO-01")
    assert ("9 月 24 日（周四）9:30" in answer or "9 月 24 日（周四）09:30" in answer, "离婚" in answer) == (
        True,
        False,
    )


def test_an_unblocked_case_names_the_obstacle_no_more(signpost: Signpost) -> None:
    before = _answer(signpost)
    signpost.tell("cases", "unblock", REF, "SELLER_NO_SHOW")
    assert ("没到场" in before, "没到场" in _answer(signpost)) == (True, False)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("done", REF, "TAX", "--on", "2026-09-23"),
            "2026-09-23 has not come yet (today is 2026-09-22). Use `signpost cases promise` for a day ahead.",
        ),
        (("done", REF, "TAX", "--on", "22.9."), "'22.9.' is not a day. Write it as 2026-09-22."),
        (("done", REF, "TAX", "--on", "0226-09-22"), "'0226-09-22' is not a day. Write it as 2026-09-22."),
        (("promise", REF, "TAX", "2026-09-21"), "2026-09-21 is over (now is 2026-09-22). Give a time ahead."),
        (("promise", REF, "TAX", "9999-12-31"), "'9999-12-31' is not a day. Write it as 2026-09-22."),
        (
            ("unblock", REF, "DISPUTE"),
            f"DISPUTE does not block {REF}. See what does with `signpost cases show {REF}`.",
        ),
        (("book", REF, "2026-09-22 14:59"), "2026-09-22 14:59 is over (now is 2026-09-22 15:00). Give a time ahead."),
        (
            ("book", REF, "2026-09-24"),
            "'2026-09-24' is not a day with an hour. Write it as '2026-09-23 11:00'.",
        ),
        (
            ("book", REF, "9999-12-31 23:00"),
            "'9999-12-31 23:00' is not a day with an hour. Write it as '2026-09-23 11:00'.",
        ),
        (
            ("show", "C-0"),
            UNKNOWN,
        ),
    ],
)
def test_what_cannot_be_noted_is_explained(signpost: Signpost, arguments: tuple[str, ...], told: str) -> None:
    assert signpost("cases", *arguments) == Ran(2, "", f"{told}\n")


def test_a_case_with_an_hour_of_which_nobody_noted_the_end_is_not_unchanged(signpost: Signpost) -> None:
    told = signpost("cases", "checked", "C-DEMO-01", now="2026-11-26 10:00")
    assert (told.code, told.err.partition(", 2026")[0]) == (2, "The hour agreed for ONLINE_SIGN of C-DEMO-01")


@pytest.mark.parametrize(
    "arguments", [("promise", REF, "TAX", "2026-10-08"), ("book", REF, "2026-10-08 10:00", "--milestone", "TAX")]
)
def test_nothing_is_agreed_for_a_step_that_is_over_by_what_is_done(
    signpost: Signpost, arguments: tuple[str, ...]
) -> None:
    signpost.tell("cases", "done", REF, "TRANSFER")
    told = f"TAX of {REF} is over, or no part of it. See `signpost cases show {REF}`.\n"
    assert signpost("cases", *arguments) == Ran(2, "", told)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (
            ("done", REF, "ONLINE_SING"),
            "'ONLINE_SING' is not known. Did you mean 'ONLINE_SIGN'? There are: ELIGIBILITY, ",
        ),
        (("block", REF, "seler_no_show"), "'seler_no_show' is not known. Did you mean 'SELLER_NO_SHOW'? There are: "),
        (("block", REF, "DISPUTE", "--milestone", "签约"), "'签约' is not known. There are: ELIGIBILITY, "),
    ],
)
def test_a_mistyped_code_gets_the_nearest_one(signpost: Signpost, arguments: tuple[str, ...], hint: str) -> None:
    ran = signpost("cases", *arguments)
    assert (ran.code, ran.out, ran.err[: len(hint)]) == (2, "", hint)


def test_a_refused_change_leaves_the_case_as_it_was(signpost: Signpost) -> None:
    before = signpost.tell("cases", "show", REF)
    signpost("cases", "promise", REF, "TAX", "2026-09-21")
    assert signpost.tell("cases", "show", REF) == before


def test_a_change_makes_a_stale_case_fresh_again(signpost: Signpost) -> None:
    later = "2026-11-23 10:00"
    before = _answer(signpost, "C-EDGE-09", later)
    signpost.tell("cases", "promise", "C-EDGE-09", "ONLINE_SIGN", "2026-11-26", now=later)
    after = _answer(signpost, "C-EDGE-09", later)
    assert ["11 月 26 日（周四）" in answer for answer in (before, after)] == [False, True]
