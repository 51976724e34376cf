"""Does a replay show just what would change, and the list of failures just what is left to do?"""

import pytest
import yaml

from tests.cli.conftest import Signpost
from tests.cli.newsroom import HERS, HIS, Newsroom, newsroom

HOW_LONG = "replies/how_long.yaml"
BETTER = "answers:\n  - zh: 五个<工作日>。\n    en: Five working days.\n"
PARKING = "停车方便不"


@pytest.fixture
def room(fresh: Signpost) -> Newsroom:
    """An installation that was asked four things by two people."""
    found = newsroom(fresh)
    found.publish()
    for chat_id, text in ((HERS, "网签还要多久"), (HIS, "为什么还不能网签"), (HERS, PARKING), (HIS, f"{PARKING}呀")):
        found.ask(text, chat_id)
    return found


def _knows_parking(room: Newsroom) -> None:
    name = "intents/how_long.yaml"
    room.write(name, room.read(name).replace("    - 多久", "    - 停车方便不\n    - 多久"))


def test_files_as_they_are_live_change_nothing(room: Newsroom) -> None:
    out = room("replay").out
    assert (out.startswith("0 of 4 messages would be answered otherwise ("), len(out.splitlines())) == (True, 1)


def test_other_words_are_shown_before_and_after(room: Newsroom) -> None:
    room.write(HOW_LONG, BETTER)
    lines = room("replay").out.splitlines()
    assert (lines[0][:8], lines[1:]) == (
        "1 of 4 m",
        [
            "",
            "“网签还要多久”",
            "- answer: how_long 0.77 → how_long:1 (多久, 网签)",
            "    这要看手续办到哪一步。",
            "+ answer: how_long 0.77 → how_long:1 (多久, 网签)",
            "    五个<工作日>。",
        ],
    )


def test_another_decision_is_shown_with_what_spoke_for_it(room: Newsroom) -> None:
    _knows_parking(room)
    out = room("replay", "--limit", "1").out
    assert (
        out[:6],
        f"“{PARKING}呀”" in out,
        "- fallback: not understood → _fallback:1" in out,
        "→ how_long:1 (停车方便不)" in out,
    ) == (
        "1 of 1",
        True,
        True,
        True,
    )


def test_a_replay_says_the_same_twice_and_keeps_nothing(room: Newsroom) -> None:
    _knows_parking(room)
    first = room("replay")
    assert (room("replay"), first.out[:6], "0 of 0" in room("replay", "--since", "2026-09-22 15:01").out) == (
        first,
        "2 of 4",
        True,
    )


def test_another_version_may_stand_for_what_is_live(room: Newsroom) -> None:
    first = room.publish()
    room.write(HOW_LONG, BETTER)
    room.publish("2026-09-22 16:00")
    counts = [room("replay", *more).out[:6] for more in ((), ("--against", first))]
    assert counts == ["0 of 4", "1 of 4"]


def test_the_page_holds_both_texts_and_no_markup_of_theirs(room: Newsroom) -> None:
    room.write(HOW_LONG, BETTER)
    page = room.root / "page.html"
    ran = room("replay", "--html", str(page))
    text = page.read_text("utf-8")
    assert (ran.code, "这要看手续" in text, "五个&lt;工作日&gt;" in text, "<工作日>" in text, "http" in text) == (
        0,
        True,
        True,
        False,
        False,
    )


def test_a_page_that_cannot_be_written_is_told(room: Newsroom) -> None:
    ran = room("replay", "--html", str(room.root / "no" / "page.html"))
    assert (ran.code, ran.err) == (2, f"{room.root}/no/page.html cannot be written: No such file or directory.\n")


def test_without_live_content_there_is_nothing_to_compare_with(fresh: Signpost) -> None:
    ran = newsroom(fresh)("replay")
    assert (ran.code, ran.err.startswith("No content was live yet")) == (2, True)


def test_like_failures_are_listed_in_one_group(room: Newsroom) -> None:
    assert room("unmatched").out == (
        "Still to be answered: 2 of 2 messages, in 1 group.\n\n"
        f"   2 ×  “{PARKING}”  (2 declined)\n"
        f"        “{PARKING}呀” × 1\n"
        "      likeliest: none\n"
    )


def test_a_group_disappears_once_the_files_answer_it(room: Newsroom) -> None:
    _knows_parking(room)
    assert room("unmatched").out == "Still to be answered: 0 of 2 messages, in 0 groups.\n\n"


def test_failures_are_exported_as_examples_to_paste(room: Newsroom) -> None:
    room.ask('13812345678: "卡"', HIS)
    folder = room.root / "todo"
    ran = room("unmatched", "--export", str(folder))
    read = {path.name: yaml.safe_load(path.read_text("utf-8")) for path in folder.iterdir()}
    assert (ran.out, read) == (
        f"1 file written to {folder}.\n",
        {"_nobody.yaml": {"examples": {"zh": [PARKING, f"{PARKING}呀", '[手机号]: "卡"']}}},
    )


def test_an_answer_asked_for_again_is_listed_until_it_reads_otherwise(room: Newsroom) -> None:
    for text in ("网签还要多久", "网签还要多久呀"):
        room.ask(text, HERS)
    before = room("unmatched").out
    room.write(HOW_LONG, BETTER)
    assert ["reasked" in told for told in (before, room("unmatched").out)] == [True, False]
