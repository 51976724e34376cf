"""Is of the other side told what the file knows, and no more: its papers, and whether it has signed?"""

from dataclasses import replace

import pytest

from bot.cases.case import Document, DocumentStatus
from bot.cases.milestones import Role
from tests.samples import STORY, at, cases
from tests.talks import Talk, said

UNSIGNED = "现在都还没签"
COMPLETE, SILENT = "两边的材料都齐了", "对方的材料，记录里没有写"


def told(ref: str, *papers: Document) -> str:
    """What a buyer reads of the seller's papers, where these are on file as well."""
    case, talk = cases()[ref], Talk(STORY[ref])
    talk.bind(replace(case, documents=(*case.documents, *papers)))
    return said(talk.say("卖家材料齐了吗"))


def test_both_sides_are_complete_once_that_step_is_done() -> None:
    assert COMPLETE in told("C-DEMO-02")


def test_file_that_lists_none_of_theirs_says_so() -> None:
    assert SILENT in told("C-DEMO-04")


@pytest.mark.parametrize("owner", [Role.SELLER, Role.CO_SELLER, Role.DEVELOPER])
def test_of_papers_that_they_owe_nothing_is_said(owner: Role) -> None:
    owed = Document("DEED", "房产证", "the title certificate", owner, DocumentStatus.NEEDED)
    text = told("C-DEMO-04", owed)
    assert [piece for piece in (COMPLETE, SILENT, "房产证") if piece in text] == []


@pytest.mark.parametrize(("hour", "is_said"), [("15:00", True), ("15:45", False)])
@pytest.mark.parametrize("message", ["开发商签了吗", "卖家签了吗"])
def test_nobody_is_said_not_to_have_signed_once_the_hour_has_come(message: str, hour: str, *, is_said: bool) -> None:
    now = at(f"2026-11-24 {hour}")
    case, talk = cases()["C-DEMO-05"], Talk(now)
    back = tuple(replace(blocker, closed_on=now.date()) for blocker in case.blockers)
    talk.bind(replace(case, blockers=back, checked_at=now))
    assert (UNSIGNED in said(talk.say(message))) == is_said
