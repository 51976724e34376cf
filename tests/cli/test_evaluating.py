"""Does `signpost evaluate` measure, draw and propose, and refuse what makes no sense?"""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Signpost

MESSAGES = """\
还要多久\thow_long
how much longer?\thow_long
房贷批了怎么还不能签\twhy_cant_sign
为什么还不能签\tseller_delay
呼啦呼啦\tnone
"""
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def messages(tmp_path: Path) -> Path:
    """Five messages, one of them with a label that the matcher does not share."""
    path = tmp_path / "messages.tsv"
    path.write_text(MESSAGES, "utf-8")
    return path


@pytest.fixture
def thresholds(small: Signpost) -> Path:
    """Thresholds that answer hardly anything."""
    path = small.folder / "small" / "intents" / "_thresholds.yaml"
    path.write_text("# 我们的\nsure: 0.98\nalone: 0.98 # 很高\nplain: 0.99\n", "utf-8")
    return path


def test_the_tables_tell_what_is_right_and_what_is_confused(fresh: Signpost, messages: Path) -> None:
    told = fresh.tell("evaluate", str(messages), "--lang", "en")
    assert told.splitlines()[-3:] == [
        "At the present thresholds 80.0% are answered, 75.0% of them right; 20.0% of all are wrong.",
        "Not ours, 1 messages: 1 declined, 0 asked, 0 answered.",
        "A person must come at once for 0 messages: 0 found, 0 false alarms.",
    ]
    assert "seller_delay   why_cant_sign       1   为什么还不能签" in told


def test_the_tables_speak_chinese_as_well(fresh: Signpost, messages: Path) -> None:
    assert fresh.tell("evaluate", str(messages), "--lang", "zh").startswith("按语言\n")


def test_programs_get_a_fixed_set_of_keys(fresh: Signpost, messages: Path) -> None:
    found = json.loads(fresh.tell("evaluate", str(messages), "--json"))
    assert set(found) == {
        "messages",
        "findings",
        "thresholds",
        "overall",
        "languages",
        "intents",
        "confusions",
        "missed",
        "present",
        "curve",
        "not_ours",
        "escalation",
    }
    assert found["overall"] == {"messages": 4, "correct": 3, "asked": 0, "wrong": 1, "declined": 0}


def test_a_message_with_an_unknown_question_is_told_and_findings(fresh: Signpost, messages: Path) -> None:
    messages.write_text(MESSAGES + "还要几天\thow_lang\n", "utf-8")
    ran = fresh("evaluate", str(messages), "--json")
    assert (ran.code, json.loads(ran.out)["findings"], ran.err.startswith(f"{messages}:6:6: error: ")) == (1, 1, True)
    assert "Did you mean 'how_long'?" in ran.err


def test_a_file_without_any_message_ends_with_a_finding(fresh: Signpost, tmp_path: Path) -> None:
    path = tmp_path / "empty.tsv"
    path.write_text("# nothing yet\n", "utf-8")
    ran = fresh("evaluate", str(path))
    assert (ran.code, ran.out, "[no-messages]" in ran.err) == (1, "", True)


def test_the_drawing_is_xml_with_a_tooltip_for_each_cell(fresh: Signpost, messages: Path, tmp_path: Path) -> None:
    path = tmp_path / "matrix.svg"
    fresh("evaluate", str(messages), "--svg", str(path), "--lang", "en")
    tips = [title.text for title in ET.fromstring(path.read_text("utf-8")).iter(f"{_SVG}title")]  # noqa: S314
    assert tips == [
        "What is confused with what",
        "why_cant_sign answered as why_cant_sign: 1 of 1 (100%).",
        "seller_delay answered as why_cant_sign: 1 of 1 (100%). 为什么还不能签",
    ]


def test_a_drawing_without_confusions_names_the_sound_questions(fresh: Signpost, tmp_path: Path) -> None:
    messages, path = tmp_path / "messages.tsv", tmp_path / "matrix.svg"
    messages.write_text("还要多久\thow_long\n", "utf-8")
    fresh("evaluate", str(messages), "--svg", str(path), "--lang", "en")
    texts = [text.text for text in ET.fromstring(path.read_text("utf-8")).iter(f"{_SVG}text")]  # noqa: S314
    assert texts[-2:] == ["Questions never answered wrongly (1):", "how_long"]


def test_a_drawing_that_cannot_be_written_is_told(fresh: Signpost, messages: Path, tmp_path: Path) -> None:
    ran = fresh("evaluate", str(messages), "--svg", str(tmp_path / "no" / "m.svg"))
    assert (ran.code, ran.err) == (2, f"Cannot write {tmp_path}/no/m.svg: No such file or directory.\n")


def test_better_thresholds_are_shown_and_nothing_is_written(small: Signpost, thresholds: Path) -> None:
    before = thresholds.read_text("utf-8")
    told = small.tell("evaluate", str(small.folder / "small" / "messages.tsv"), "--fit")
    assert "-alone: 0.98 # 很高" in told.splitlines()
    assert thresholds.read_text("utf-8") == before


def test_better_thresholds_are_written_and_comments_kept(small: Signpost, thresholds: Path) -> None:
    ran = small("evaluate", str(small.folder / "small" / "messages.tsv"), "--fit", "--write")
    assert (ran.code, ran.err) == (0, f"Written: {thresholds}\n")
    assert thresholds.read_text("utf-8") == "# 我们的\nsure: 0.98\nalone: 0.6 # 很高\nplain: 0.99\n"


def test_a_share_of_wrong_answers_that_no_threshold_cures_is_told(fresh: Signpost, messages: Path) -> None:
    messages.write_text("还要多久\tseller_delay\n", "utf-8")
    assert "More than 5% are wrong still" in fresh.tell("evaluate", str(messages), "--fit")


def test_thresholds_that_are_the_best_already_stay(fresh: Signpost, messages: Path) -> None:
    messages.write_text("还要多久\thow_long\n", "utf-8")
    assert fresh.tell("evaluate", str(messages), "--fit").splitlines()[-1] == "Nothing better was found."


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--write"], "--write goes with --fit: it writes the thresholds that --fit finds.\n"),
        (["--fit", "--json"], "--fit looks for thresholds and prints only them. Ask for --json or --svg without it.\n"),
        (["--lang", "fr"], "--lang 'fr' is not known. Use zh or en.\n"),
    ],
)
def test_options_that_make_no_sense_are_refused(fresh: Signpost, messages: Path, options: list[str], told: str) -> None:
    assert fresh("evaluate", str(messages), *options) == Ran(2, "", told)


def test_a_file_that_is_not_there_is_wrong_usage(fresh: Signpost) -> None:
    ran = fresh("evaluate", "nowhere.tsv")
    assert (ran.code, "nowhere.tsv" in ran.err) == (2, True)


def test_each_message_that_was_not_answered_rightly_is_shown_with_what_was(fresh: Signpost) -> None:
    path = fresh.folder / "fresh.tsv"
    path.write_text("网签要多久\thow_long\n今晚吃什么\thow_long\n", "utf-8")
    told = fresh.tell("evaluate", str(path), "--lang", "en")
    assert ("Not answered rightly: 1 " in told, "今晚吃什么" in told, "网签要多久   how_long" in told) == (
        True,
        True,
        False,
    )
