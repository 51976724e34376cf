"""Can an editor try messages one after the other, and keep a good one as an example?"""

from collections.abc import Iterator
from io import StringIO

import pytest

from bot.cli.bench import Bench, RefusedCommand
from bot.cli.trial import Addition, ChangedMeanwhile, TrialChat
from bot.cli.trouble import FINDINGS
from bot.cli.trying import start
from bot.config.loading import load
from bot.content import library
from bot.dialogue.decision import Outcome
from tests.cli.conftest import Signpost
from tests.samples import ROOT

# Before any test remembers what was read.
_READ = library.load
WHY = "房贷批了怎么还不能签"


@pytest.fixture
def trial(small: Signpost) -> Iterator[TrialChat]:
    """A trial with the two questions."""
    assert small.folder
    with start(load(ROOT / "config.yaml"), None) as begun:
        yield begun


def examples(signpost: Signpost) -> str:
    return (signpost.folder / "small" / "intents" / "how_long.yaml").read_text("utf-8").partition("examples:")[2]


def test_each_message_is_answered_with_the_reason(fresh: Signpost) -> None:
    told = fresh.tell("try", "--case", "C-DEMO-03", typed=WHY)
    expected = (
        "→ C-DEMO-03",
        "签路 您着急",
        "[1] 还要多久？",
        "answer: why_cant_sign 1.00 by ",
        "→ why_cant_sign.yaml, answer 8",
    )
    assert [part for part in expected if part not in told] == []


def test_number_presses_a_button_of_the_last_answer(fresh: Signpost) -> None:
    told = fresh.tell("try", "--case", "C-DEMO-03", typed=f"{WHY}\n1\n")
    assert "how_long.yaml, answer" in told.splitlines()[-1]


@pytest.mark.parametrize("sign", [":", "："])
def test_case_and_language_are_changed_with_either_colon(fresh: Signpost, sign: str) -> None:
    told = fresh.tell("try", typed=f"{sign}case C-DEMO-03\n{sign}lang en\n{WHY}\n")
    assert [part in told for part in ("→ C-DEMO-03\n→ en", "We are waiting for the seller")] == [True, True]


def test_buyer_who_is_not_verified_is_told_nothing(fresh: Signpost) -> None:
    told = fresh.tell("try", "--case", "C-EDGE-08", typed=WHY)
    assert ("专用链接" in told, "周顾问" in told) == (True, False)


def test_what_follows_an_answer_is_decided_as_in_a_real_chat(fresh: Signpost) -> None:
    told = fresh.tell("try", "--case", "C-DEMO-01", typed="几时签\n几号啊\n:new\n几号啊\n")
    reasons = [line.strip() for line in told.splitlines() if line.strip().startswith("answer: ")]
    sources = [reason.rpartition("→ ")[2].partition(",")[0] for reason in reasons]
    assert sources == ["sign_date.yaml", "_follow_up.yaml", "sign_date.yaml"]
    assert [reason for reason in reasons if "follow-up when" in reason] == reasons[1:2]


def test_the_language_stays_when_a_new_chat_begins(fresh: Signpost) -> None:
    _, _, answer = fresh.tell("try", typed=f":lang en\n:new\n{WHY}\n").partition("签路 ")
    assert answer.partition("[1]")[0].isascii()


def test_why_shows_every_step(fresh: Signpost) -> None:
    told = fresh.tell("try", typed=f"{WHY}\n:why\n")
    assert "verdict     sure" in told


def test_trial_goes_on_until_quit(fresh: Signpost) -> None:
    told = fresh.tell("try", typed=":help\n:quit\n你好\n")
    assert (":add INTENT" in told, "greeting" in told) == (True, False)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (":bogus", ":bogus? Type a message."),
        (":case C-0", "No sample case 'C-0'. There are: C-DEMO-01, "),
        (":lang fr", ":lang fr? Use zh or en."),
        (":why", "Type a message first."),
        (":add how_long", "Type a message first."),
        ("你好\n:add how_lang", "No question 'how_lang'. Did you mean 'how_long'?"),
    ],
)
def test_command_that_cannot_be_done_is_refused_and_counts(fresh: Signpost, typed: str, told: str) -> None:
    ran = fresh("try", typed=typed)
    assert (ran.code, ran.err.startswith(told)) == (FINDINGS, True)


def test_unknown_case_to_begin_with_is_refused(fresh: Signpost) -> None:
    ran = fresh("try", "--case", "C-0")
    assert (ran.code, ran.out, ran.err.startswith("No sample case 'C-0'.")) == (2, "", True)


def test_message_becomes_an_example_of_the_question_named(small: Signpost) -> None:
    ran = small("try", "--yes", typed="网签几天\n:add how_long\n")
    assert (ran.code, "+    - 网签几天" in ran.out, examples(small)) == (
        0,
        True,
        (
            "\n  zh:\n    - 网签还要多久\n    - 网签要几天\n    - 要等多久\n    - 网签几天\n"
            "  en:\n    - how long will signing take\n    - how long until we sign\n    - when\n"
            "    - why no signing. how long\n"
        ),
    )


def test_english_message_goes_among_the_english_examples(small: Signpost) -> None:
    small("try", "--yes", typed="how long?\n:add how_long\n")
    assert examples(small).endswith("    - why no signing. how long\n    - how long?\n")


@pytest.mark.parametrize(
    ("typed", "options", "told"),
    [
        ("网签几天", (), "where input is piped, :add needs --yes"),
        ("网签还要多久", ("--yes",), "[example-twice]"),
        ("为什么网签卡住了", ("--yes",), "[stolen-example]"),
        ("为啥到现在还没网签", ("--yes",), "surely taken for why:"),
    ],
)
def test_example_that_is_not_agreed_to_or_does_harm_is_not_written(
    small: Signpost, typed: str, options: tuple[str, ...], told: str
) -> None:
    before = examples(small)
    ran = small("try", *options, typed=f"{typed}\n:add how_long\n")
    assert (ran.code, told in ran.err, examples(small)) == (FINDINGS, True, before)


def test_broken_files_are_told_and_the_trial_goes_on(small: Signpost, trial: TrialChat) -> None:
    (small.folder / "small" / "intents" / "how_long.yaml").write_text("title: [", encoding="utf-8")
    small.monkeypatch.setattr(library, "load", _READ)
    bench = Bench(trial)
    with pytest.raises(RefusedCommand, match=r"intents/how_long\.yaml:1:"):
        bench.reload("")
    assert trial.say("网签还要多久").outcome == Outcome.ANSWER


class Typing(StringIO):
    """A person at the keyboard."""

    def isatty(self) -> bool:
        """Somebody is there."""
        return True


@pytest.mark.parametrize(("answer", "is_written"), [("y", True), ("是", True), ("n", False), ("", False)])
def test_person_is_asked_before_anything_is_written(
    small: Signpost, trial: TrialChat, answer: str, is_written: bool
) -> None:
    bench = Bench(trial)
    small.monkeypatch.setattr("sys.stdin", Typing(f"网签几天\n:add how_long\n{answer}\n"))
    bench.run()
    assert ("    - 网签几天\n" in examples(small), bench.refusals) == (is_written, int(not is_written))


def test_person_may_write_what_the_checker_warns_of(small: Signpost, trial: TrialChat) -> None:
    bench = Bench(trial)
    small.monkeypatch.setattr("sys.stdin", Typing("为什么网签卡住了\n:add how_long\nyes\n"))
    bench.run()
    assert "    - 为什么网签卡住了\n" in examples(small)


def test_pressing_ctrl_c_instead_of_yes_writes_nothing_and_goes_on(small: Signpost, trial: TrialChat) -> None:
    bench = Bench(trial)
    before, keys = examples(small), Typing("网签几天\n:add how_long\n^C\n:why\n")
    typed = keys.readline

    def line() -> str:
        if (read := typed()).startswith("^C"):
            raise KeyboardInterrupt
        return read

    small.monkeypatch.setattr(keys, "readline", line)
    small.monkeypatch.setattr("sys.stdin", keys)
    bench.run()
    assert (examples(small), bench.refusals) == (before, 1)


def test_file_that_cannot_be_written_stays_as_it_was(small: Signpost) -> None:
    before = examples(small)
    (small.folder / "small" / "intents" / "how_long.new").mkdir()
    ran = small("try", "--yes", typed="网签几天\n:add how_long\n")
    assert (ran.code, "how_long.new cannot be written" in ran.err, examples(small)) == (FINDINGS, True, before)


def test_file_that_somebody_else_saved_meanwhile_keeps_their_line(trial: TrialChat) -> None:
    trial.say("网签几天")
    addition = trial.addition("how_long")
    assert isinstance(addition, Addition)
    theirs = addition.before.replace("    - 网签要几天\n", "    - 网签要几天\n    - 网签得多久\n")
    addition.path.write_text(theirs, "utf-8")
    with pytest.raises(ChangedMeanwhile, match="saved by somebody else"):
        trial.write(addition)
    assert addition.path.read_text("utf-8") == theirs
