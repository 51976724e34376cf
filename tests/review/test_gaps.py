"""Is an answer blamed exactly where it falls short?"""

import pytest

from bot.dialogue.house import House
from bot.review.gaps import Gap, Standard, gaps, standard
from tests.exhibits import answer, answering, scene, told
from tests.talks import house

BOOKED = answer("{{ 签约地点 }}", "{{ signing_place }}", {"state": "booked"})
LATE = answer("{{ 系统停始 }}", "{{ outage_since }}", {"state": "booked"})
LAST = answer("不知道", "no idea")


@pytest.mark.parametrize(
    ("ref", "content", "found"),
    [
        ("C-DEMO-01", answering(BOOKED, LAST), []),
        ("C-DEMO-03", answering(BOOKED, LAST), [Gap.LAST_RESORT]),
        ("C-DEMO-03", answering(LAST), []),
        ("C-DEMO-01", answering(LATE, BOOKED, LAST), [Gap.FACT_MISSING]),
        ("C-DEMO-01", answering(LATE, LAST), [Gap.LAST_RESORT, Gap.FACT_MISSING]),
        ("C-DEMO-01", answering(LATE), [Gap.BROKEN]),
        ("C-EDGE-08", answering(BOOKED, LAST), []),
        ("C-EDGE-09", answering(BOOKED, LAST), []),
    ],
)
def test_gap_is_found_where_there_is_one(ref: str, content: House, found: list[Gap]) -> None:
    assert list(gaps(told(ref, content), content)) == found


@pytest.mark.parametrize(
    ("ref", "content", "found"),
    [
        ("C-DEMO-01", answering(BOOKED, LAST), Standard.WRITTEN),
        ("C-DEMO-03", answering(BOOKED, LAST), Standard.LAST_RESORT),
        ("C-DEMO-03", answering(LAST), Standard.GENERAL),
        ("C-EDGE-09", answering(BOOKED, LAST), Standard.NONE),
        ("C-DEMO-01", answering(LATE), Standard.NONE),
    ],
)
def test_answer_written_for_a_state_stands_above_one_for_all(ref: str, content: House, found: Standard) -> None:
    assert standard(told(ref, content), content) == found


def test_missing_facts_are_named_as_the_template_names_them() -> None:
    content = answering(LATE, BOOKED, LAST)
    lacked = [said.chosen.lacked for said in (told("C-DEMO-01", content, code) for code in ("zh", "en")) if said.chosen]
    assert lacked == [("系统停始",), ("outage_since",)]


def test_shipped_reply_for_a_fresh_case_has_no_gap() -> None:
    said = told("C-DEMO-03", house())
    assert (list(gaps(said, house())), said.scene) == ([], scene("C-DEMO-03"))
