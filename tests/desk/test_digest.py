"""Does an advisor read at a quarter to nine what the day needs, and nothing on a day without needs?"""

from dataclasses import replace
from datetime import date, timedelta

from bot.cases.case import Case, Document, Step
from bot.cases.milestones import Status
from bot.desk.digest import Morning, digest
from bot.desk.tickets import Ticket
from bot.dialogue.messages import Button, Say
from tests.desk.people import FRIDAY, HELD, OPEN, SUN, WU, ZHOU, case, standing
from tests.samples import at, cases
from tests.talks import house

SIGNS = cases()["C-DEMO-01"]
LATE = case("C-1", "赵女士")
QUIET = replace(LATE, blockers=(), steps=(), appointments=(), loan=None)


def _read(*purchases: Case, now: str = "2026-09-18 08:45", **more: object) -> Say | None:
    found = [standing(purchase, at(now)) for purchase in purchases]
    return digest(Morning(at(now).date(), ZHOU, found, **more), house())  # type: ignore[arg-type]


def _sections(said: Say | None) -> dict[str, list[str]]:
    """The lines under each heading."""
    assert said is not None
    blocks = [block.splitlines() for block in said.plain.split("\n\n")[1:]]
    return {block[0]: block[1:] for block in blocks}


def test_day_without_needs_has_no_digest() -> None:
    assert _read(QUIET) is None


def test_todays_appointment_stands_with_its_hour() -> None:
    fresh = replace(SIGNS, checked_at=at("2026-11-25 08:00"))
    assert _sections(_read(fresh, now="2026-11-25 08:45"))["今天约好的"] == ["· 林女士 C-DEMO-01  今天 14:00 网签"]


def test_hour_of_which_nobody_has_noted_how_it_went_stands_there_the_next_morning() -> None:
    seen = replace(SIGNS, checked_at=at("2026-11-25 11:00"))
    told = "· 林女士 C-DEMO-01  11 月 25 日（周三）14:00 网签 · 办成没有还没记"
    assert _sections(_read(seen, now="2026-11-26 08:45"))["今天约好的"] == [told]


def test_tomorrows_appointment_does_not_stand_there() -> None:
    fresh = replace(SIGNS, checked_at=at("2026-11-24 08:00"))
    assert _read(fresh, now="2026-11-24 08:45") is None


def test_worst_case_comes_first() -> None:
    steps = tuple(replace(step, planned_on=date(2026, 9, 10)) if step.planned_on else step for step in LATE.steps)
    worse = replace(LATE, ref="C-2", steps=steps)
    assert _sections(_read(LATE, worse))["过了期的"] == [
        "· 赵女士 C-2  网签 · 晚了 6 个工作日",
        "· 赵女士 C-1  网签 · 晚了 2 个工作日",
    ]


def test_obstacle_is_asked_about_on_its_day_and_not_before() -> None:
    later = replace(LATE, ref="C-2", blockers=(replace(LATE.blockers[0], next_check=at("2026-09-20 11:00")),))
    assert _sections(_read(LATE, later))["今天该问的"] == ["· 赵女士 C-1  今天 11:00 约好的签约没到场，新的时间还没定"]


def test_approval_and_papers_that_end_soon_are_told() -> None:
    assert LATE.loan is not None
    loan = replace(LATE.loan, valid_until=date(2026, 9, 25))
    papers = (
        Document("ID", "身份证", "ID card", valid_until=date(2026, 9, 24)),
        Document("HUKOU", "户口本", "register", valid_until=date(2026, 9, 26)),
    )
    ending = replace(QUIET, loan=loan, documents=papers)
    assert _sections(_read(ending))["快到期的"] == [
        "· 赵女士 C-1  批贷到期 9 月 25 日（周五）",
        "· 赵女士 C-1  身份证 → 9 月 24 日（周四）",
    ]


def test_chats_that_wait_for_anybody_or_for_the_reader_are_told() -> None:
    own, others = HELD, replace(HELD, id=3, owner=WU.id)
    tickets: list[Ticket] = [OPEN, replace(own, id=2), others]
    assert _sections(_read(QUIET, tickets=tickets))["等人答复的"] == [
        "· #1 P1 C-1  最晚 今天 11:00 答复",
        "· #2 P1 C-1  最晚 今天 11:00 答复",
    ]


def test_buyer_who_asked_three_times_is_named_and_two_times_is_not() -> None:
    other = replace(QUIET, ref="C-2")
    assert _sections(_read(QUIET, other, asked={"C-1": 3, "C-2": 2})) == {
        "问了三次以上的": ["· 赵女士 C-1  24 小时内写了 3 条"]
    }


def test_stale_case_has_a_button_that_says_no_change() -> None:
    stale = replace(QUIET, checked_at=FRIDAY - timedelta(days=3))
    said = _read(stale)
    assert said is not None
    assert (_sections(said), said.buttons, said.holds_case_data) == (
        {"太久没核对的": ["· 赵女士 C-1  9 月 15 日（周二）9:00"]},
        (Button("今天没变化 · C-1", "d:same:C-1"),),
        True,
    )


def test_case_that_is_over_is_neither_stale_nor_are_its_papers_ending() -> None:
    last = standing(QUIET, FRIDAY).view.profile.kinds
    steps = tuple(Step(code, Status.DONE, done_on=date(2026, 3, 2)) for code in last)
    paper = Document("INCOME", "收入证明", "proof of income", valid_until=date(2026, 3, 20))
    over = replace(QUIET, steps=steps, documents=(paper,), checked_at=FRIDAY - timedelta(days=90))
    assert _read(over) is None


def test_promise_of_another_day_is_not_told_as_todays() -> None:
    waiting = [replace(OPEN, opened_at=at("2026-09-21 15:00"), reply_by=at("2026-09-21 17:00"))]
    lines = _sections(_read(now="2026-09-22 08:45", tickets=waiting))["等人答复的"]
    assert ["9 月 21 日（周一）17:00" in line for line in lines] == [True]


def test_digest_fits_into_a_message_whatever_is_late() -> None:
    said = _read(*[replace(LATE, ref=f"C-{number:03}") for number in range(60)])
    assert said is not None
    assert (len(said.plain) < 4096, _sections(said)["过了期的"][-1]) == (True, "… +54")


def test_digest_speaks_the_readers_language() -> None:
    said = digest(Morning(FRIDAY.date(), replace(SUN, language="en"), [], [OPEN]), house())
    assert said is not None
    assert said.plain.splitlines()[0] == "Good morning, 孙顾问. Today:"
