"""Does `signpost check` print every finding in each of its forms, and end with the right code?"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.findings import github, plain
from bot.cli.main import app
from bot.cli.trouble import explained
from bot.content.problems import Problem, has_errors
from tests.content.seeded import Mistake, Workshop, build, look, mistakes

# Told only of a case, and the sample cases do not fit the settings of the sound installation.
_OF_A_CASE = {"one-next-step", "next-step-without-day", "not-dated", "different-answers"}
_CONTENT = [
    mistake
    for mistake in mistakes()
    if mistake.is_content and _OF_A_CASE.isdisjoint(finding.split(" ")[1] for finding in mistake.findings)
]
_ANNOTATION = re.compile(r"::(\w+) file=(.+?),line=(\d+),col=(\d+),title=([\w-]+)::(.*)")


def _one_for_each_rule() -> Iterator[Mistake]:
    seen: set[str] = set()
    for mistake in _CONTENT:
        rule = mistake.findings[0].split(" ")[1]
        if rule not in seen:
            seen.add(rule)
            yield mistake


some_mistakes = pytest.mark.parametrize("mistake", list(_one_for_each_rule()), ids=lambda mistake: mistake.name)


def _check(root: Path, form: str, language: str = "en") -> int:
    """The exit code of `signpost check` on an installation."""
    arguments = ["check", "--config", str(root / "config.yaml"), "--format", form, "--lang", language]
    return explained(lambda: app(arguments, standalone_mode=False))


def _row(problem: Problem, language: str) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "rule": problem.rule,
        "severity": str(problem.severity),
        "message": problem.message(language),
        "cure": problem.cure(language),
    }


@some_mistakes
def test_json_holds_every_finding_with_place_and_cure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], mistake: Mistake
) -> None:
    root = build(tmp_path, mistake)
    code = _check(root, "json", "zh")
    problems = look(root, mistake)
    printed = json.loads(capsys.readouterr().out)
    assert (code, printed) == (int(has_errors(problems)), [_row(problem, "zh") for problem in problems])


@some_mistakes
def test_github_gets_one_annotation_for_each_finding(workshop: Workshop, mistake: Mistake) -> None:
    problems = workshop.seen(mistake)
    printed = [_ANNOTATION.fullmatch(line) for line in github(problems, "en").splitlines()]
    rows = [_row(problem, "en") for problem in problems]
    spoken = [(row["severity"], row["file"], str(row["line"]), str(row["column"]), row["rule"]) for row in rows]
    assert [found.groups()[:5] if found else None for found in printed] == spoken


@some_mistakes
def test_plain_text_names_place_message_rule_and_cure(workshop: Workshop, mistake: Mistake) -> None:
    problems = workshop.seen(mistake)
    lines = [
        f"{row['file']}:{row['line']}:{row['column']}: {row['severity']}: {row['message']} [{row['rule']}]"
        f" → {row['cure']}"
        for row in (_row(problem, "en") for problem in problems)
    ]
    total = "1 finding." if len(lines) == 1 else f"{len(lines)} findings."
    assert plain(problems, "en").splitlines() == [*lines, "", total]


def test_a_sound_installation_ends_with_zero_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = _check(build(tmp_path), "plain")
    assert (code, capsys.readouterr().out) == (0, "No problems found.\n")


def test_a_copy_to_try_things_in_is_named_as_such(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = build(tmp_path)
    for folder in ("intents", "replies"):
        shutil.copytree(root / folder, root / "try" / folder)
        monkeypatch.setenv(f"SIGNPOST_CONTENT__{folder.upper()}", f"try/{folder}")
    path = root / "try" / "intents" / "how_long.yaml"
    path.write_text(path.read_text("utf-8").replace("    - 要等多久\n", "    - 为什么还不能网签\n"), "utf-8")
    assert _check(root, "plain") == 1
    printed = capsys.readouterr().out
    assert printed.startswith("try/intents/")
    # Where another file is named in a finding, too.
    assert re.findall(r"(?<!try/)intents/\w+\.yaml", printed) == []
    assert "try/intents/why.yaml:17" in printed
    (root / "try" / "intents" / "_thresholds.yaml").unlink()
    assert (_check(root, "plain"), capsys.readouterr().out.partition(":")[0]) == (1, "try/intents")
