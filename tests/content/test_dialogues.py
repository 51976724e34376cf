"""Are written conversations read as they are meant?"""

from pathlib import Path

from bot.content.dialogues import Dialogue, DialogueReader, DialogueSetting
from bot.content.reader import Reader
from bot.content.source import parse
from tests.samples import STORY, at, cases

_STAGE = DialogueSetting(cases(), STORY, {"why_cant_sign"}, {"why_cant_sign"})


def _read(text: str) -> list[Dialogue]:
    reader = Reader()
    node, problems = parse(text, "talk.yaml")
    assert (node is not None, problems) == (True, [])
    return list(DialogueReader(_STAGE, reader).read(node, "talk")) if node else []


def test_a_file_may_hold_one_dialogue_without_a_name() -> None:
    found = _read("case: C-DEMO-03\ntalk:\n  - buyer: 在吗\n")
    assert [(entry.name, entry.case, entry.now) for entry in found] == [
        ("talk", cases()["C-DEMO-03"], STORY["C-DEMO-03"])
    ]


def test_the_moment_that_is_written_goes_before_the_story() -> None:
    found = _read("- case: C-DEMO-03\n  now: 2026-09-21 09:30\n  talk:\n    - buyer: 在吗\n")
    assert [entry.now for entry in found] == [at("2026-09-21 09:30")]


def test_a_line_holds_what_is_typed_and_what_has_to_come() -> None:
    line = _read("case: C-DEMO-03\ntalk:\n  - press: 还要多久？\n    bot: 卖家\n    ticket: human\n")[0].lines[0]
    pieces = {key: [text.value for text in texts] for key, texts in line.pieces.items()}
    words = {key: text.value for key, text in line.words.items()}
    assert (line.typed.value, line.is_press, pieces, words) == (
        "还要多久？",
        True,
        {"bot": ["卖家"]},
        {"ticket": "human"},
    )


def test_a_dialogue_with_a_mistake_is_left_out_and_its_neighbour_is_not() -> None:
    found = _read("- case: C-0\n  talk:\n    - buyer: 在吗\n- case: C-DEMO-01\n  talk:\n    - buyer: 在吗\n")
    assert [entry.case.ref for entry in found] == ["C-DEMO-01"]


def test_dialogues_in_folders_further_down_are_found(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "one.yaml").write_text("case: C-DEMO-03\ntalk:\n  - buyer: 在吗\n", "utf-8")
    assert [entry.name for entry in DialogueReader(_STAGE, Reader()).read_folder(tmp_path)] == ["one"]


def test_a_file_of_dialogues_is_no_folder_of_them(tmp_path: Path) -> None:
    path, reader = tmp_path / "talk.yaml", Reader()
    path.write_text("case: C-DEMO-03\ntalk:\n  - buyer: 在吗\n", "utf-8")
    found = list(DialogueReader(_STAGE, reader).read_folder(path))
    told = [(problem.place.file, problem.rule) for problem in reader.problems]
    assert (found, told) == ([], [(str(path), "no-dialogues")])
