"""Can an advisor practise in a terminal, and a program through a pipe?"""

import json

import pytest

from tests.cli.conftest import Ran, Signpost
from tests.samples import ROOT

GOOD = (
    "一等再等，换谁都着急。约好的 9.16 周三、9.18 周五没签成。合同最晚 9月30日（周三）签。"
    "我明天上午11点再联系卖家，并告诉您结果。截至今天15:00。"
)
BAD = "根据规定我们会尽快联系，卖家违约了，你放心，保证签成。"


def test_help_tells_a_newcomer_what_happens(fresh: Signpost) -> None:
    told = " ".join(fresh.tell("practice", "--help").split())
    assert [part in told for part in ("a scripted buyer writes", "nothing is kept", "1 the reply is enough")] == [
        True
    ] * 3


def test_the_list_names_each_scenario_with_its_case(fresh: Signpost) -> None:
    told = fresh.tell("practice", "--list", "--lang", "zh").splitlines()
    names = [line.split()[0] for line in told]
    assert names == sorted(path.stem for path in (ROOT / "practice").glob("*.yaml"))


def test_the_list_for_programs_is_one_json_list(fresh: Signpost) -> None:
    row = json.loads(fresh.tell("practice", "--list", "--json"))[0]
    assert row == {
        "scenario": "after_signing",
        "title": "What comes after the signing?",
        "case": "C-DEMO-06",
        "turns": 2,
    }


def test_a_good_reply_gets_full_points_and_the_next_message_comes(fresh: Signpost) -> None:
    told = fresh.tell("practice", "seller_delay", "--lang", "zh", typed=f"{GOOD}\n1\n")
    assert [part in told for part in ("这一轮 20/20 分", "参考回复：", "（2/2）赵女士", "练习结束：20/20 分。")] == [
        True
    ] * 4


def test_a_bad_reply_is_told_why(fresh: Signpost) -> None:
    told = fresh.tell("practice", "seller_delay", "--lang", "zh", typed=f"{BAD}\n4\n")
    assert [f"「{word}」" in told for word in ("根据", "保证", "尽快", "违约", "你")] == [True] * 5


def test_the_practice_ends_with_the_last_turn_whatever_follows(fresh: Signpost) -> None:
    told = fresh.tell("practice", "threat", "--lang", "en", typed="I hear you.\n2\nmore\nand more\n")
    assert (told.count("Practice ended"), told.rstrip().splitlines()[-1][:8]) == (1, "Work on:")


def test_without_a_name_the_first_line_chooses(fresh: Signpost) -> None:
    told = fresh.tell("practice", "--lang", "en", typed="two_contracts\n/end\n")
    assert ("Scenario: Can we sign a contract with a lower price?" in told, "nothing was scored" in told) == (
        True,
        True,
    )


def test_programs_read_a_line_of_json_for_each_message(fresh: Signpost) -> None:
    rows = [
        json.loads(line)
        for line in fresh.tell("practice", "seller_delay", "--lang", "zh", "--json", typed=f"{GOOD}\n1\n").splitlines()
    ]
    assert [(row["turns_done"], row["points"], row["over"]) for row in rows] == [
        (0, 0, False),
        (0, 18, False),
        (1, 20, False),
        (1, 20, True),
    ]


def test_no_book_is_opened_or_written(fresh: Signpost) -> None:
    fresh.tell("practice", "seller_delay", typed=f"{GOOD}\n1\n")
    assert list(fresh.folder.iterdir()) == []


def test_an_unknown_scenario_is_answered_with_the_nearest(fresh: Signpost) -> None:
    told = (
        "There is no scenario 'seler_delay'. Did you mean 'seller_delay'? `signpost practice --list` shows them all.\n"
    )
    assert fresh("practice", "seler_delay") == Ran(2, "", told)


def test_an_unknown_language_is_refused(fresh: Signpost) -> None:
    assert fresh("practice", "--lang", "fr") == Ran(2, "", "--lang 'fr' is not known. Use zh or en.\n")


@pytest.mark.parametrize("typed", [b"\xff\xfe\n", b"\n\n", b""])
def test_input_that_is_no_reply_ends_well(fresh: Signpost, typed: bytes) -> None:
    assert fresh("practice", "threat", typed=typed).code == 0


def test_a_slip_in_a_scenario_is_placed_and_nothing_is_played(fresh: Signpost) -> None:
    (fresh.folder / "config.yaml").write_bytes((ROOT / "config.yaml").read_bytes())
    for name in ("intents", "replies"):
        (fresh.folder / name).symlink_to(ROOT / name)
    (fresh.folder / "practice").mkdir()
    (fresh.folder / "practice" / "slip.yaml").write_text("title: x\n", encoding="utf-8")
    ran = fresh("practice", "--config", str(fresh.folder / "config.yaml"))
    assert (ran.code, ran.out, ran.err.partition(": ")[0]) == (2, "", "practice/slip.yaml:1:1")
