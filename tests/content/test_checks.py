"""Do findings about sentences show both sides, and are only rules suspected that never won?"""

from pathlib import Path

from bot.content.folders import Folders
from bot.content.library import inspect
from bot.content.problems import Problem
from tests.content.seeded import build, setting


def _added(root: Path, name: str, after: str, line: str) -> list[Problem]:
    """What is said once a line was added to a question of the sound installation."""
    path = build(root) / "intents" / f"{name}.yaml"
    path.write_text(path.read_text("utf-8").replace(after, after + line), "utf-8")
    return inspect(Folders(root / "intents", root / "replies"), setting())[1]


def test_a_stolen_example_shows_the_rule_that_wins_and_what_only_it_says(tmp_path: Path) -> None:
    found = _added(tmp_path, "how_long", "    - 网签要几天\n", "    - 为什么中介说要签约\n")
    message = "'为什么中介说要签约' is won by 'why' (0.75 to 0.00), by the rule '<why> + <sign>' in intents/why.yaml:14"
    kept = "to keep it, add a rule here with what only it has (中介说要), and exclude that there with '- word'"
    cure = f"Move it to the examples of why, or delete it; {kept}."
    assert [(entry.message("en"), entry.cure("en")) for entry in found] == [(message, cure)]


def test_a_rule_that_won_an_example_is_beyond_doubt(tmp_path: Path) -> None:
    rule, example = "    - 多久、几天 + (<网签>)\n    - 为什么签约\n", "    - 网签要几天\n"
    path = build(tmp_path) / "intents" / "how_long.yaml"
    text = path.read_text("utf-8").replace("    - 多久、几天 + (<网签>)\n", rule)
    path.write_text(text.replace(example, f"{example}    - 为什么签约\n"), "utf-8")
    found = inspect(Folders(tmp_path / "intents", tmp_path / "replies"), setting())[1]
    assert [entry.rule for entry in found] == ["stolen-phrase", "stolen-example"]


def test_the_same_rule_in_the_other_language_is_no_double(tmp_path: Path) -> None:
    assert (
        _added(tmp_path, "why", "    - <why> + <sign>\n", "    - <why> + <sign> - <seller>\n")[0].rule == "outdone-rule"
    )


def test_a_rule_that_needs_a_group_of_no_words_never_holds(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "intents" / "_words_more.yaml").write_text("parking:\n  name: 停车\n  not:\n    - 停车\n", "utf-8")
    path = root / "intents" / "why.yaml"
    path.write_text(path.read_text("utf-8").replace("    - <why> + <sign>\n", "    - <parking> + <sign>\n"), "utf-8")
    found = inspect(Folders(root / "intents", root / "replies"), setting())[1]
    assert [entry.rule for entry in found if entry.place.line == 14] == ["rule-never-holds"]


def test_an_unknown_group_is_told_with_the_file_of_the_likeliest(tmp_path: Path) -> None:
    (found,) = _added(tmp_path, "why", "    - <why> + <sign>\n", "    - <whyy> + <sign>\n")
    assert (found.cure("en"), found.cure("zh")) == (
        "Did you mean 'why' (intents/_words.yaml)? Groups stand in the files _words*.yaml of intents/.",
        "是不是「why」（intents/_words.yaml）？词组写在 intents/ 里各个 _words*.yaml 里。",
    )


def test_a_reply_that_is_missing_belongs_into_the_topic_of_its_question(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "intents" / "progress").mkdir()
    (root / "intents" / "how_long.yaml").rename(root / "intents" / "progress" / "when.yaml")
    found = inspect(Folders(root / "intents", root / "replies"), setting())[1]
    wanted = {"intent-without-reply", "reply-without-intent"}
    assert {entry.rule: entry.cure("en") for entry in found if entry.rule in wanted} == {
        "intent-without-reply": "Create replies/progress/when.yaml.",
        "reply-without-intent": "Create intents/how_long.yaml, or rename the file.",
    }


def test_groups_of_one_slot_may_share_their_words(tmp_path: Path) -> None:
    root = build(tmp_path)
    (root / "intents" / "_words_more.yaml").write_text(
        "signed:\n  name: 签好\n  milestone: ONLINE_SIGN\n  zh:\n    - 签约\n", "utf-8"
    )
    assert inspect(Folders(root / "intents", root / "replies"), setting())[1] == []


def test_talk_beside_the_matter_is_no_answer_to_what_nothing_answers(tmp_path: Path) -> None:
    root = build(tmp_path)
    for name, old, new in (("human", "rules:", "aside: yes\nrules:"), ("why", "网签要多久: how_long", "human: none")):
        path = root / "intents" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert inspect(Folders(root / "intents", root / "replies"), setting())[1] == []


def test_an_example_that_is_cut_shows_what_each_part_is_taken_for(tmp_path: Path) -> None:
    found = _added(tmp_path, "how_long", "    - 要等多久\n", "    - human。status\n")
    heard = "'human' → human, 'status' → –"
    message = f"'human。status' is heard part by part ({heard}), and answered by –, not by how_long"
    assert [entry.message("en") for entry in found] == [message]
