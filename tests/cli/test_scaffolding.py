"""Does a new question come with blanks that the check names, and never over what is there?"""

import json
from pathlib import Path

import pytest

from bot.content.folders import Folders
from bot.content.library import inspect
from bot.content.schema import schemas
from tests.cli.conftest import Ran, Signpost
from tests.content.seeded import build

# The pieces that the new reply uses.
_PIECES = """
signing_line:
  name: 签约日一句
  answers:
    - zh: 签约时间是 {{ 签约时间 }}。
      en: The signing is at {{ signing_time }}.
as_of_line:
  name: 截至一句
  answers:
    - zh: 截至 {{ 截至 }}。
      en: As of {{ as_of }}.
"""


@pytest.fixture
def begun(fresh: Signpost) -> Signpost:
    """Commands on a small sound installation with a question `human`."""
    build(fresh.folder)
    for folder in ("intents", "replies"):
        (fresh.folder / folder / "how_long.yaml").rename(fresh.folder / folder / "human.yaml")
    for path in (fresh.folder / "intents" / "why.yaml", fresh.folder / "replies" / "why.yaml"):
        path.write_text(path.read_text("utf-8").replace("how_long", "human"), "utf-8")
    with (fresh.folder / "replies" / "_pieces.yaml").open("a", encoding="utf-8") as pieces:
        pieces.write(_PIECES)
    fresh.monkeypatch.setenv("SIGNPOST_CONFIG", str(fresh.folder / "config.yaml"))
    return fresh


def _findings(folder: Path) -> list[tuple[str, int, str]]:
    found = inspect(Folders(folder / "intents", folder / "replies"))[1]
    return [(entry.place.file, entry.place.line, entry.rule) for entry in found]


def _filled(text: str) -> str:
    """The blanks filled in, as an editor would."""
    filled = text.replace("  zh:\n    -\n  en:\n    -\n", "  zh:\n    - 停车、车位\n  en:\n    - parking\n")
    filled = filled.replace("zh:\n    -\n    -\n    -\n", "zh:\n    - 能停车吗\n    - 有车位吗\n    - 停车要钱吗\n")
    filled = filled.replace(
        "en:\n    -\n    -\n    -\n", "en:\n    - is there parking\n    - parking spot\n    - parking fee\n"
    )
    return filled.replace("{{ 这里写答案 }}", "停车请问顾问。").replace(
        "{{ write_the_answer_here }}", "Ask us about parking."
    )


def test_the_check_names_the_blanks_and_nothing_else(begun: Signpost) -> None:
    begun.tell("new", "parking", "--topic", "service", "--title-zh", "能停车吗？", "--title-en", "Is there parking?")
    intent, reply = ("intents/service/parking.yaml", "replies/service/parking.yaml")
    assert _findings(begun.folder) == [
        *((intent, line, "empty-text") for line in (21, 23, 28, 29, 30, 32, 33, 34)),
        *((reply, line, "blank") for line in (12, 18, 27, 30)),
    ]


def test_titles_that_are_not_given_are_blanks_as_well(begun: Signpost) -> None:
    begun.tell("new", "parking")
    assert _findings(begun.folder)[:2] == [("intents/parking.yaml", line, "empty-text") for line in (8, 9)]


def test_once_filled_in_nothing_is_found(begun: Signpost) -> None:
    begun.tell("new", "parking", "--title-zh", "停车：要钱吗？", "--title-en", "Parking fee: #")
    for folder in ("intents", "replies"):
        path = begun.folder / folder / "parking.yaml"
        path.write_text(_filled(path.read_text("utf-8")), "utf-8")
    assert _findings(begun.folder) == []


def test_who_answers_a_title_today_is_told_at_once(begun: Signpost) -> None:
    ran = begun("new", "days", "--title-zh", "网签还要多久", "--title-en", "Any parking?")
    by = "answered by human (多久, 网签, ≈ 网签还要多久) today"
    said = f"'网签还要多久' is {by}. Of its examples, move those that belong to the new question."
    assert ran.out.splitlines()[0] == said


def test_word_of_other_matters_in_a_title_is_told_at_once(begun: Signpost) -> None:
    words = begun.folder / "intents" / "_words_elsewhere.yaml"
    words.write_text("elsewhere:\n  name: 别的事\n  zh:\n    - 停车\n  en:\n    - parking\n", "utf-8")
    ran = begun("new", "cars", "--title-zh", "能停车吗", "--title-en", "Any parking?")
    cure = (
        "If the question lives on it, take it out there, and try sentences with it that belong to other questions; "
        "if one sentence just happens to hold it, reword that."
    )
    assert ran.out.splitlines()[:2] == [
        f"'停车' is a word of other matters (intents/_words_elsewhere.yaml:4). {cure}",
        f"'parking' is a word of other matters (intents/_words_elsewhere.yaml:6). {cure}",
    ]


def test_the_files_name_their_schema_from_where_they_stand(begun: Signpost) -> None:
    begun.tell("new", "parking", "--topic", "service")
    begun.tell("schema", "--write")
    first = (begun.folder / "intents" / "service" / "parking.yaml").read_text("utf-8").splitlines()[0]
    way = first.removeprefix("# yaml-language-server: $schema=")
    assert (begun.folder / "intents" / "service" / way).resolve() == begun.folder / "schemas" / "intent.json"


@pytest.mark.parametrize("name", ["Parking", "_words", "停车", "a/b", "../x", "p", "x" * 41, "1st"])
def test_a_name_that_cannot_be_one_is_refused(begun: Signpost, name: str) -> None:
    told = f"{name!r} cannot be a name. Use 2 to 40 small letters, digits and _, a letter first.\n"
    assert [begun("new", name), begun("new", "parking", "--topic", name)] == [Ran(2, "", told)] * 2


def test_what_is_there_is_never_written_over(begun: Signpost) -> None:
    ran = begun("new", "why", "--topic", "service")
    taken = begun.folder / "intents" / "why.yaml"
    assert ran == Ran(2, "", f"There is a 'why' already: {taken}. Change that file, or choose another name.\n")
    assert not (begun.folder / "intents" / "service").exists()


def test_a_folder_that_cannot_be_written_is_told(begun: Signpost) -> None:
    (begun.folder / "intents" / "service").write_text("", "utf-8")
    ran = begun("new", "parking", "--topic", "service")
    assert (ran.code, ran.err.startswith(f"Cannot write {begun.folder}/intents/service/parking.yaml: ")) == (2, True)


def test_half_a_pair_is_never_left(begun: Signpost) -> None:
    (begun.folder / "replies" / "service").write_text("", "utf-8")
    ran = begun("new", "parking", "--topic", "service", "--title-zh", "车位怎么签？", "--title-en", "And the parking?")
    left = (begun.folder / "intents" / "service" / "parking.yaml").exists()
    assert (ran.code, ran.err.endswith("Nothing was kept.\n"), left) == (2, True, False)


def test_the_schemas_are_printed_as_one_object(fresh: Signpost) -> None:
    assert json.loads(fresh.tell("schema")) == schemas()


_ASKED = (
    *("停车、车位 停哪", "parking, park the car"),
    *("能停车吗", "有车位吗", "停哪", "停车要钱吗", ""),
    *("is there parking", "where can i park the car", "parking fee", ""),
    "y",
    *("停车请问顾问。", ""),
    *("Ask us about parking.", ""),
    "y",
    *("那边有车库。", ""),
    *("There is a garage.", ""),
    "y",
)


def test_who_is_asked_step_by_step_has_two_sound_files(begun: Signpost) -> None:
    titles = ("--title-zh", "能停车吗？", "--title-en", "Is there parking?")
    told = begun.tell("new", "parking", *titles, "--ask", typed="".join(f"{line}\n" for line in _ASKED))
    rules = "rules:\n  zh:\n    - 停车、车位、停哪\n  en:\n    - "
    assert rules in (begun.folder / "intents" / "parking.yaml").read_text("utf-8")
    assert ("No problems found." in told, _findings(begun.folder)) == (True, [])


def test_sentences_that_nothing_else_would_find_are_told(begun: Signpost) -> None:
    typed = [line if line != "停车要钱吗" else "围着楼绕三圈也没地儿搁" for line in _ASKED]
    titles = ("--title-zh", "能停车吗？", "--title-en", "Is there parking?")
    told = begun.tell("new", "parking", *titles, "--ask", typed="".join(f"{line}\n" for line in typed))
    assert "known only because they are written down; what buyers say like them is not.\n" in told
    assert "  围着楼绕三圈也没地儿搁\n" in told


def test_what_is_neither_yes_nor_no_is_asked_again(begun: Signpost) -> None:
    typed = [line for asked in _ASKED for line in (("对呀当然", asked) if asked == "y" else (asked,))]
    titles = ("--title-zh", "能停车吗？", "--title-en", "Is there parking?")
    told = begun.tell("new", "parking", *titles, "--ask", typed="".join(f"{line}\n" for line in typed))
    assert (told.count("Please answer y or n."), _findings(begun.folder)) == (3, [])


def test_what_is_left_empty_stays_a_blank(begun: Signpost) -> None:
    begun.tell("new", "parking", "--ask", typed="\n" * 2 + "\n" * 2 + "\n" * 4 + "n\n" + "\n" * 2 + "n\n")
    assert {rule for _, _, rule in _findings(begun.folder)} == {"empty-text", "blank"}


def test_who_stops_in_the_middle_has_changed_nothing(begun: Signpost) -> None:
    ran = begun("new", "parking", "--ask", typed="能停车吗？\n")
    assert (ran.code, (begun.folder / "intents" / "parking.yaml").exists()) == (1, False)
