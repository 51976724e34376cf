"""Are an editor's slips found, placed, and told in the form that is wanted?"""

import json

import pytest

from tests.cli.conftest import Ran, Signpost


@pytest.fixture
def slipped(small: Signpost) -> Signpost:
    """Content in which one reply is no YAML."""
    page = small.folder / "small" / "replies" / "human.yaml"
    page.write_text("zh:\n  - [100%, 找人\n", encoding="utf-8")
    return small


def test_the_shipped_content_and_a_right_conversation_have_no_problem(fresh: Signpost) -> None:
    folder = fresh.folder / "talks"
    folder.mkdir()
    # All shipped conversations are played in tests/dialogues.
    (folder / "mine.yaml").write_text("case: C-DEMO-03\ntalk:\n  - buyer: 哪天签\n    intent: sign_date\n", "utf-8")
    assert fresh.tell("check", "--dialogues-in", str(folder)) == "No problems found.\n"


def test_a_slip_is_told_with_place_and_cure(slipped: Signpost) -> None:
    ran = slipped("check")
    first = ran.out.splitlines()[0]
    assert (ran.code, first.partition(":")[0], " → " in first) == (1, "replies/human.yaml", True)


def test_findings_speak_the_language_of_the_option(slipped: Signpost) -> None:
    assert slipped("check", "--lang", "zh").out.splitlines()[-1].startswith("共 ")


def test_one_finding_is_not_told_as_several(slipped: Signpost) -> None:
    assert slipped("check").out.splitlines()[-1] == "1 finding."


def test_findings_for_programs_are_one_json_list(slipped: Signpost) -> None:
    found = json.loads(slipped("check", "--format", "json").out)
    assert set(found[0]) == {"file", "line", "column", "rule", "severity", "message", "cure"}


def test_findings_for_github_are_one_line_each(slipped: Signpost) -> None:
    ran = slipped("check", "--format", "github")
    assert {line.partition(",")[0] for line in ran.out.splitlines()} == {"::error file=replies/human.yaml"}


def test_broken_content_answers_nobody_and_says_why(slipped: Signpost) -> None:
    ran = slipped("ask", "转人工")
    assert (ran.code, ran.out, ran.err.partition(":")[0]) == (2, "", "replies/human.yaml")


def test_a_conversation_that_goes_otherwise_is_a_finding(small: Signpost) -> None:
    talk = "case: C-DEMO-03\ntalk:\n  - buyer: 网签要多久\n    bot: 明天\n"
    folder = small.folder / "talks"
    folder.mkdir()
    (folder / "mine.yaml").write_text(talk, "utf-8")
    ran = small("check", "--dialogues-in", str(folder), "--lang", "zh")
    assert ran.code == 1
    assert "talks/mine.yaml:4:10: error: 没有说「明天」，说的是：" in ran.out


def test_content_that_cannot_be_loaded_is_not_played(slipped: Signpost) -> None:
    ran = slipped("check", "--dialogues-in", str(slipped.folder / "nowhere"))
    assert (ran.code, "[no-dialogues]" in ran.out) == (1, False)


def test_who_watches_is_told_anew_after_each_save(small: Signpost) -> None:
    page = next((small.folder / "small" / "replies").rglob("*.yaml"))
    good = page.read_text("utf-8")
    slipped = f"{good}slip: 1\n"
    # Who looks waits until nothing is saved any more: each save is seen twice.
    saved = iter([slipped, None, good, None])

    def wait(_: float) -> None:
        text = next(saved, "end")
        if text == "end":
            raise KeyboardInterrupt
        if text:
            page.write_text(text, "utf-8")

    small.monkeypatch.setattr("bot.cli.content.time.sleep", wait)
    ran = small("check", "--watch", "--lang", "en")
    waiting = "Waiting for a file to be saved… (Ctrl-C ends)\n"
    totals = [line for line in ran.out.splitlines() if line.endswith(("finding.", "findings."))]
    assert (ran.code, totals[1], totals[0] == totals[2], ran.err) == (
        0,
        "1 finding.",
        True,
        f"{waiting}\nChanged: {page}\n{waiting}\nChanged: {page}\n{waiting}",
    )


@pytest.mark.parametrize(
    ("option", "known"), [(("--format", "xml"), "plain, github, json"), (("--lang", "fr"), "zh or en")]
)
def test_an_unknown_form_of_findings_is_refused(fresh: Signpost, option: tuple[str, str], known: str) -> None:
    assert fresh("check", *option) == Ran(2, "", f"{option[0]} {option[1]!r} is not known. Use {known}.\n")
