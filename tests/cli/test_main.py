"""Is every command explained, quick to load, and clear when something is wrong?"""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Signpost
from tests.samples import ROOT

PROGRAM = str(Path(sys.executable).with_name("signpost"))
LOADED = """
import sys
from bot.cli import main
sys.argv = ["signpost", "--help"]
try:
    main()
finally:
    print(sorted({"telegram", "sqlalchemy", "alembic", "jinja2", "httpx", "pydantic"} & sys.modules.keys()))
"""


def _run(*command: str, typed: bytes = b"") -> tuple[int, bytes, bytes]:
    ended = subprocess.run(command, input=typed, capture_output=True, check=False, cwd=ROOT)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("command", "purpose"),
    [
        ((), "Signpost (签路) answers home buyers from their own live case."),
        (("demo",), "Chat in the terminal about a sample case; no token needed."),
        (("ask",), "Answer one question and remember nothing."),
        (("match",), "Read messages from stdin, one a line, and print what each is taken for"),
        (("explain",), "Show step by step how a message is understood, and which answer it gets."),
        (("check",), "Check everything in intents/ and replies/, then practice/; exit 1 if there are errors."),
        (("preview",), "Show every answer in every state of the sample cases, in both languages"),
        (("coverage",), "Count, for every question, step of a purchase and language, how well the answer fits."),
        (("try",), "Type messages and see each answer and why; keep one as an example with `:add`."),
        (("link",), "Print a link that ties one chat to a case"),
        (("run",), "Answer buyers in Telegram until stopped (Ctrl-C or SIGTERM)."),
        (("cases",), "Look at cases, import them, and note what happened."),
        (("cases", "import"), "Import cases: all of a file, or nothing."),
        (("cases", "list"), "List all cases: where each stands, whose turn it is, what is late."),
        (("cases", "show"), "Show one case as a timeline."),
        (("cases", "done"), "Note that a milestone is done."),
        (("cases", "promise"), "Note the day that a person promised for a milestone."),
        (("cases", "block"), "Note that something keeps the case from going on."),
        (("cases", "unblock"), "Note that an obstacle is gone."),
        (("cases", "book"), "Note the hour that was agreed for a milestone."),
    ],
)
def test_the_help_of_each_command_says_its_purpose(fresh: Signpost, command: tuple[str, ...], purpose: str) -> None:
    assert purpose in " ".join(fresh.tell(*command, "--help").split())


def test_the_version_is_that_of_the_package(fresh: Signpost) -> None:
    assert fresh.tell("--version") == f"signpost {version('signpost-bot')}\n"


def test_help_loads_neither_telegram_nor_database() -> None:
    code, out, _ = _run(sys.executable, "-c", LOADED)
    assert (code, out.splitlines()[-1]) == (0, b"[]")


@pytest.mark.parametrize("command", [(PROGRAM,), (sys.executable, "-m", "bot")])
def test_the_program_can_be_started_both_ways(command: tuple[str, ...]) -> None:
    code, out, err = _run(*command, "--help")
    assert (code, out.split()[:2], err) == (0, [b"Usage:", b"signpost" if len(command) == 1 else b"python"], b"")


@pytest.mark.parametrize("arguments", [("bogus",), ("cases", "bogus"), ("ask",), ("ask", "hi", "--bogus"), ()])
def test_wrong_usage_ends_with_two_and_the_usage(fresh: Signpost, arguments: tuple[str, ...]) -> None:
    ran = fresh(*arguments)
    assert (ran.code, "Usage: signpost" in ran.err + ran.out) == (2, True)


def test_running_without_a_token_says_where_to_get_one(fresh: Signpost) -> None:
    told = "There is no bot token. Get one from @BotFather and set SIGNPOST_TELEGRAM__TOKEN.\n"
    assert fresh("run") == Ran(2, "", told)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SIGNPOST_TELEGRAM_TOKEN", "1:secret"),
        ("SIGNPOST_TELEGRAM__TOKN", "1:secret"),
        ("SIGNPOST_TELEGRAM__BASE_URL", "ftp://a:secret@host"),
        ("SIGNPOST_LOGGING__LEVEL", "LOUD"),
    ],
)
def test_a_variable_that_is_no_setting_is_named(fresh: Signpost, name: str, value: str) -> None:
    fresh.monkeypatch.setenv(name, value)
    ran = fresh("cases", "list")
    assert (ran.code, ran.out, ran.err.partition(":")[0], "secret" in ran.err) == (2, "", f"${name}", False)


def test_an_unknown_key_of_the_settings_is_placed(fresh: Signpost) -> None:
    path = fresh.folder / "other.yaml"
    path.write_text((ROOT / "config.yaml").read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    line = path.read_text(encoding="utf-8").count("\n")
    ran = fresh("cases", "list", "--config", str(path))
    assert (ran.code, f"{path}:{line}:" in ran.err, "colour" in ran.err) == (2, True, True)


@pytest.mark.parametrize("before", [True, False])
def test_settings_may_be_named_before_or_after_the_command(fresh: Signpost, before: bool) -> None:
    chosen = ("--config", "nowhere.yaml")
    ran = fresh(*(chosen if before else ()), "cases", "list", *(() if before else chosen))
    assert (ran.code, ran.err[:32]) == (2, "nowhere.yaml:1:1: error: cannot ")


def test_a_wrong_database_is_told_without_traceback(fresh: Signpost) -> None:
    fresh.monkeypatch.setenv("SIGNPOST_DATABASE__URL", "postgresql://a:hunter2@127.0.0.1:1/x")
    ran = fresh("cases", "list")
    assert (ran.code, ran.out, ran.err.count("\n"), "hunter2" in ran.err) == (2, "", 1, False)


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as nobody:  # noqa: PTH123
        ended = subprocess.run([PROGRAM, "--help"], stdout=nobody, stderr=subprocess.PIPE, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_real_process_talks_through_a_pipe(fresh: Signpost) -> None:
    fresh.monkeypatch.setenv("PYTHONIOENCODING", "utf-8:strict")
    code, out, err = _run(PROGRAM, "demo", typed=b"\xff\xfe\n" + "下一步是什么\n".encode())
    answers = out.decode().split("签路 ")[1:]
    assert (code, err, ["9 月 23 日（周三）11:00" in answer for answer in answers]) == (0, b"", [False, True])
