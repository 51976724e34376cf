"""Is YAML read as text only, and does each piece know where it stands?"""

import re
from pathlib import Path

import pytest

from bot.content.problems import Place, Problem, problem
from bot.content.source import Fields, Items, Text, parse, read


def _value(text: str) -> object:
    """What stands under `a`."""
    tree, _ = parse(text, "f.yaml")
    node = tree.fields["a"] if isinstance(tree, Fields) else None
    return node.value if isinstance(node, Text) else node


def _text(text: str) -> Text:
    tree, _ = parse(text, "f.yaml")
    node = tree.fields["a"] if isinstance(tree, Fields) else None
    assert isinstance(node, Text)
    return node


def _rules(problems: list[Problem]) -> list[tuple[int, int, str]]:
    return [(entry.place.line, entry.place.column, entry.rule) for entry in problems]


@pytest.mark.parametrize(
    "typed", ["no", "yes", "12:30", "1e3", "0x10", "~", "null", "2026-09-23", "1_000", ".5", "=", "<<"]
)
def test_what_yaml_would_convert_stays_as_typed(typed: str) -> None:
    assert _value(f"a: {typed}\n") == typed


def test_a_tree_keeps_the_place_of_every_piece() -> None:
    tree, _ = parse("a:\n  - b\n", "f.yaml")
    text = Text("b", Place("f.yaml", 2, 5))
    items = Items((text,), Place("f.yaml", 2, 3))
    assert tree == Fields({"a": items}, {"a": Place("f.yaml", 1, 1)}, Place("f.yaml", 1, 1))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_are_the_same_for_every_line_end(line_end: str) -> None:
    _, problems = parse("a: 1\nb:\n  - @c\n".replace("\n", line_end), "f.yaml")
    assert _rules(problems) == [(3, 5, "yaml-syntax")]


def test_a_byte_order_mark_in_front_moves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes("\ufeffa: @\n".encode())
    assert _rules(read(path, "f.yaml")[1]) == [(1, 4, "yaml-syntax")]


def test_a_spot_in_a_block_is_its_own_line_and_column() -> None:
    assert _text("a: |\n  one\n  two\n").at(2, 3) == Place("f.yaml", 3, 5)


def test_a_block_that_begins_indented_keeps_its_columns() -> None:
    assert _text("a: |2\n    one\n  two\n").at(2, 1) == Place("f.yaml", 3, 3)


def test_a_spot_in_quotes_counts_from_behind_the_quote() -> None:
    assert _text("a: 'one two'\n").at(1, 5) == Place("f.yaml", 1, 9)


def test_a_word_in_a_folded_text_is_found_where_it_stands() -> None:
    assert _text("a: >\n  one\n  two\n").find(re.compile("(two)"), 1) == Place("f.yaml", 3, 3)


def test_a_word_that_is_on_no_line_is_not_found() -> None:
    assert _text("a: one\n").find(re.compile("(two)"), 1) is None


@pytest.mark.parametrize("opening", ["- ", "[", "{a: ", "? "])
def test_depth_without_end_is_refused_not_followed(opening: str) -> None:
    assert [entry.rule for entry in parse(opening * 100_000, "f.yaml")[1]] == ["too-deep"]


@pytest.mark.parametrize("text", ["x" * 1_000_000, "- entry\n" * 125_000, "a: |\n" + "  line\n" * 140_000])
def test_a_megabyte_is_read_like_any_file(text: str) -> None:
    assert parse(text, "f.yaml")[1] == []


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n"])
def test_a_file_that_says_nothing_is_called_empty(text: str) -> None:
    assert [entry.rule for entry in parse(text, "f.yaml")[1]] == ["empty-file"][: text != "---\n"]


def test_half_a_character_from_the_environment_is_refused() -> None:
    assert parse("a: \udc80", "f.yaml") == (None, [problem("control-character", Place("f.yaml", 1, 4), code="U+DC80")])


def test_a_folder_named_like_a_file_is_unreadable(tmp_path: Path) -> None:
    assert _rules(read(tmp_path, "f.yaml")[1]) == [(1, 1, "unreadable")]
