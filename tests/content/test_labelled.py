"""Are labelled messages read as they are meant?"""

from pathlib import Path

import pytest

from bot.content.labelled import LabelReader
from bot.content.reader import Reader
from bot.matching.trial import NOTHING, Labelled

WHY, HOW_LONG = frozenset({"why"}), frozenset({"how_long"})


def messages(path: Path) -> list[Labelled]:
    return LabelReader({"why", "how_long"}, Reader()).read(path)


def test_a_table_holds_one_message_a_line() -> None:
    assert messages(Path(__file__).parent / "sound" / "messages.tsv") == [
        Labelled("为什么还不能签", (WHY,)),
        Labelled("还要多久，能签吗", (HOW_LONG, WHY)),
        Labelled("为什么不能签，还要多久", (WHY | HOW_LONG,)),
        Labelled("今天天气怎么样", (NOTHING,)),
    ]


def test_a_list_holds_the_same_in_yaml() -> None:
    assert messages(Path(__file__).parent / "sound" / "messages.yaml") == [
        Labelled("为什么还不能签", (WHY,)),
        Labelled("还要多久，能签吗", (HOW_LONG, WHY | HOW_LONG)),
    ]


def test_a_spreadsheet_holds_the_same_in_two_columns(tmp_path: Path) -> None:
    path = tmp_path / "messages.CSV"
    path.write_text('\ufefftext,intents\r\n还要多久，能签吗,"how_long,why"\r\n"今天天气怎么样",none,下雨\r\n', "utf-8")
    assert messages(path) == [
        Labelled("还要多久，能签吗", (HOW_LONG, WHY)),
        Labelled("今天天气怎么样", (NOTHING,)),
    ]


def test_row_of_a_spreadsheet_without_a_label_or_with_an_unknown_one_is_told_with_its_cell(tmp_path: Path) -> None:
    path, reader = tmp_path / "messages.csv", Reader()
    path.write_text("还要多久,how_lon\n为什么\n", "utf-8")
    assert LabelReader({"why", "how_long"}, reader).read(path) == []
    assert [(found.rule, found.place.line, found.place.column) for found in reader.problems] == [
        ("unknown-intent", 1, 2),
        ("no-label", 2, 1),
    ]


@pytest.mark.parametrize(("known", "reading"), [(set(), NOTHING), ({"out_of_scope"}, frozenset({"out_of_scope"}))])
def test_out_of_scope_is_not_ours_unless_a_question_has_the_name(
    tmp_path: Path, known: set[str], reading: frozenset[str]
) -> None:
    path = tmp_path / "messages.tsv"
    path.write_text("明天下雨吗\tout_of_scope\r\n", "utf-8")
    assert LabelReader(known, Reader()).read(path) == [Labelled("明天下雨吗", (reading,))]


def test_a_message_with_an_unknown_question_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "messages.tsv"
    path.write_text("一\twhy\n二\twhy,wyh\n", "utf-8")
    assert messages(path) == [Labelled("一", (WHY,))]
