"""Do editors learn where answers are missing, and what nobody asks?"""

import json
from typing import Any

from bot.cli.covering import Survey, as_data, lines
from bot.dialogue.messages import Note
from bot.review.coverage import Cell
from bot.review.gaps import Standard
from tests.cli.conftest import Ran, Signpost
from tests.samples import at
from tests.talks import house

CELLS = [
    Cell("how_long", None, "zh", Standard.WRITTEN),
    Cell("how_long", None, "en", Standard.LAST_RESORT),
    Cell("human", None, "zh", Standard.LAST_RESORT),
    Cell("human", None, "en", Standard.NONE),
]


def test_weakest_questions_stand_first_then_the_totals() -> None:
    assert list(lines(Survey(house(), CELLS, {}), "en")) == [
        f"   2  human  {house().content.intents['human'].titles['en']}",
        "   1  how_long  How much longer?",
        "written for it: 1 (25.0 %)",
        "general: 0 (0.0 %)",
        "last resort: 2 (50.0 %)",
        "none: 1 (25.0 %)",
        "Nobody has asked anything yet.",
    ]


def test_questions_that_nobody_asks_are_named_once_something_was_asked() -> None:
    asked = dict.fromkeys(house().content.intents, 3) | {"human": 0}
    assert list(lines(Survey(house(), CELLS, asked), "zh"))[-1] == "没人问过的：human"


def test_data_holds_every_cell_and_count() -> None:
    found = as_data(Survey(house(), CELLS[:1], {"how_long": 2}))
    assert (found["totals"], found["cells"], found["asked"]) == (
        {"written": 1, "general": 0, "last_resort": 0, "none": 0},
        [{"intent": "how_long", "milestone": None, "language": "zh", "standard": "written"}],
        {"how_long": 2},
    )


def test_what_was_asked_in_chats_is_counted(small: Signpost) -> None:
    with small.opened(f"sqlite:///{small.folder}/books.db", small.folder).transaction() as records:
        records.chats.note(Note("answer", None, {"reply": "how_long"}), "chat:1", at("2026-09-22 15:00"))
    found: dict[str, Any] = json.loads(small.tell("coverage", "--json"))
    assert (found["asked"], found["never_asked"]) == (
        {"how_long": 1},
        ["help_menu", "human", "out_of_scope", "status_now", "why"],
    )


def test_map_is_written_for_the_browser(small: Signpost) -> None:
    out = small.folder / "map.html"
    small.tell("coverage", "--html", str(out))
    assert '<table class="map">' in out.read_text("utf-8")


def test_map_that_cannot_be_written_says_what_to_do(small: Signpost) -> None:
    out = small.folder / "nowhere" / "map.html"
    ran = small("coverage", "--html", str(out))
    assert ran == Ran(2, "", f"{out} cannot be written: No such file or directory. Choose another file with --html.\n")
