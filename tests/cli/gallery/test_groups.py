"""Is every text shown once, with all who get it, and what is to be mended first?"""

from bot.cli.gallery.groups import Sections, section
from bot.cli.gallery.labels import scene_label
from bot.content.problems import Place, problem
from bot.review.gaps import Gap
from bot.review.scenes import Omission
from tests.exhibits import answer, answering, every_scene, scene
from tests.talks import house

BOOKED = answer("在{{ 签约地点 }}", "at {{ signing_place }}", {"state": "booked"})
LAST = answer("不知道", "no idea")
FINDING = problem("review-due", Place("replies/progress/how_long.yaml"), day="2026-01-01")


def test_same_words_are_one_group_with_all_their_scenes() -> None:
    found = section("how_long", [scene("C-DEMO-02"), scene("C-DEMO-03"), scene("C-DEMO-01")], answering(BOOKED, LAST))
    assert [[one.name for one in group.scenes] for group in found.groups] == [["C-DEMO-02", "C-DEMO-03"], ["C-DEMO-01"]]


def test_groups_to_mend_stand_before_all_others() -> None:
    found = section("how_long", [scene("C-DEMO-01"), scene("C-DEMO-03")], answering(BOOKED, LAST))
    assert [(group.gaps, group.fails) for group in found.groups] == [((Gap.LAST_RESORT,), True), ((), False)]


def test_scene_with_something_left_out_is_shown_only_if_words_change() -> None:
    told = [scene("C-DEMO-01"), scene("C-DEMO-01", Omission.NO_LOAN), scene("C-DEMO-01", Omission.NO_PLACE)]
    found = section("how_long", told, answering(BOOKED, LAST))
    assert {one.omission for group in found.groups for one in group.scenes} == {None, Omission.NO_PLACE}


def test_question_is_shown_in_every_manner_that_changes_the_words() -> None:
    feared = answer("别急", "do not worry", {"supposed": "yes"})
    found = section("how_long", [scene("C-DEMO-01"), scene("C-DEMO-01", Omission.NO_LOAN)], answering(feared, LAST))
    shown = {scene_label(one, "en") for group in found.groups for one in group.scenes}
    assert shown == {"C-DEMO-01", "C-DEMO-01 · supposed: yes"}


def test_finding_counts_for_what_comes_from_its_own_file() -> None:
    told = [scene("C-DEMO-03"), scene("C-EDGE-09")]
    found = section("how_long", told, answering(LAST), [FINDING])
    assert [(group.scenes[0].name, group.problems) for group in found.groups] == [
        ("C-DEMO-03", (FINDING,)),
        ("C-EDGE-09", ()),
    ]


def test_finding_about_another_file_counts_for_nothing() -> None:
    found = section("human", [scene("C-DEMO-03")], house(), [FINDING])
    assert found.failing == 0


def test_every_shipped_reply_can_be_said_in_every_scene() -> None:
    broken = [
        (reply, group.scenes[0].name)
        for reply in house().content.replies
        for group in section(reply, every_scene(), house()).groups
        if Gap.BROKEN in group.gaps
    ]
    assert broken == []


def test_section_is_made_anew_only_if_its_reply_changed() -> None:
    sections = Sections([scene("C-DEMO-01")])
    before = list(sections.of(answering(BOOKED, LAST), [], ["how_long", "human"]))
    after = list(sections.of(answering(LAST), [], ["how_long", "human"]))
    assert [old is new for old, new in zip(before, after, strict=True)] == [False, True]


def test_section_is_made_anew_if_the_checker_says_something_else() -> None:
    sections = Sections([scene("C-DEMO-01")])
    made = [next(iter(sections.of(house(), problems, ["how_long"]))).failing for problems in ([], [FINDING], [])]
    assert [failing > 0 for failing in made] == [False, True, False]
