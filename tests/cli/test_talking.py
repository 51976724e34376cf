"""Do ask, match and explain answer one message, for people and for programs?"""

import json
from typing import Any

import pytest

from tests.cli.conftest import UNKNOWN, Ran, Signpost
from tests.samples import ROOT

CASE = ("--case", "C-DEMO-03")
WHY = "房贷批了怎么还不能签"


def _json(signpost: Signpost, *arguments: str, now: str = "2026-09-22 15:00") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(signpost.tell("ask", *arguments, "--json", now=now))
    return found


def _lines(signpost: Signpost, typed: str | bytes) -> list[dict[str, Any]]:
    ran = signpost("match", typed=typed)
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


def test_a_verified_buyer_is_answered_from_the_case(signpost: Signpost) -> None:
    answer = signpost.tell("ask", WHY, *CASE)
    assert [part in answer for part in ("卖家", "9 月 23 日（周三）11:00", "私下")] == [True, True, False]


@pytest.mark.parametrize("command", ["ask", "explain"])
def test_words_without_quotes_are_one_message(signpost: Signpost, command: str) -> None:
    assert signpost.tell(command, "where", "is", "my", "case") == signpost.tell(command, "where is my case")


def test_json_has_a_fixed_set_of_keys(signpost: Signpost) -> None:
    found = _json(signpost, WHY, *CASE)
    assert (set(found), set(found["intents"][0]), set(found["buttons"][0])) == (
        {"message", "language", "decision", "intents", "replies", "buttons"},
        {"intent", "score", "evidence"},
        {"label", "intent"},
    )


def test_json_says_what_was_understood_and_decided(signpost: Signpost) -> None:
    found = _json(signpost, WHY, *CASE)
    kept = (found["message"], found["language"], found["decision"], found["intents"][0]["intent"])
    assert kept == (WHY, "zh", "answer", "why_cant_sign")


@pytest.mark.parametrize(
    ("question", "options", "language"),
    [
        ("什么时候能签", (), "zh"),
        ("when can I sign?", (), "en"),
        ("when can I sign?", ("--lang", "zh"), "zh"),
        ("什么时候能签", ("--lang", "en"), "en"),
    ],
)
def test_the_answer_is_in_the_language_wanted(
    signpost: Signpost, question: str, options: tuple[str, ...], language: str
) -> None:
    found = _json(signpost, question, *CASE, *options)
    expected = {"zh": "9 月 30 日（周三）", "en": "Wed 30 Sep"}[language]
    assert (found["language"], expected in found["replies"][0]) == (language, True)


def test_the_answer_holds_for_the_moment_given(signpost: Signpost) -> None:
    later = "2026-11-23 10:00"
    answers = (signpost.tell("ask", WHY, *CASE, *given, now=later) for given in ((), ("--now", "2026-09-22T16:30")))
    assert ["下一步：9 月 23 日（周三）11:00" in answer for answer in answers] == [False, True]


@pytest.mark.parametrize(
    "question", [WHY, "什么时候能签", "现在到哪一步了", "when can I sign?", "where is my case now?"]
)
def test_an_unverified_buyer_learns_nothing_of_the_case(signpost: Signpost, question: str) -> None:
    known = _json(signpost, question, "--case", "C-EDGE-08", now="2026-11-23 10:00")
    stranger = _json(signpost, question, now="2026-11-23 10:00")
    said = " ".join(known["replies"])
    told = [part for part in ("韩", "吴", "月", "11-", "2026", "Nov", "Dec", "resale") if part in said]
    assert (known, told) == (stranger, [])


def test_asking_remembers_nothing_of_the_question(signpost: Signpost) -> None:
    before = signpost.tell("cases", "show", "C-DEMO-03")
    signpost.tell("ask", "转人工", *CASE)
    assert signpost.tell("cases", "show", "C-DEMO-03") == before


def test_a_question_without_case_needs_no_books(fresh: Signpost) -> None:
    fresh.tell("ask", "网签是什么")
    assert not (fresh.folder / "books.db").exists()


@pytest.mark.parametrize("question", ["", "   ", "😀", "\u200b", "?" * 4000, "🏠" * 10_000])
def test_a_message_without_words_still_gets_a_reply(signpost: Signpost, question: str) -> None:
    found = _json(signpost, question, *CASE)
    assert (found["decision"], len(found["replies"])) == ("fallback", 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("hi", "--lang", "fr"), "--lang 'fr' is not known. Use zh or en."),
        (("hi", "--now", "today"), "--now 'today' is not a moment. Write it as 2026-09-22T15:00."),
        (("hi", "--now", "9999-12-31"), "--now '9999-12-31' is not a moment. Write it as 2026-09-22T15:00."),
        (
            ("hi", "--case", "C-0"),
            UNKNOWN,
        ),
    ],
)
def test_a_wrong_option_is_told_in_one_line(signpost: Signpost, arguments: tuple[str, ...], told: str) -> None:
    assert signpost("ask", *arguments) == Ran(2, "", f"{told}\n")


def test_match_answers_each_line_with_a_line(signpost: Signpost) -> None:
    found = _lines(signpost, f"{WHY}\n\n  \n谢谢😀\r\nwhen can I sign?")
    told = [(entry["message"], entry["decision"]) for entry in found]
    assert told == [
        (WHY, "answer"),
        ("", "fallback"),
        ("  ", "fallback"),
        ("谢谢😀", "answer"),
        ("when can I sign?", "answer"),
    ]


def test_match_has_a_fixed_set_of_keys(signpost: Signpost) -> None:
    found = _lines(signpost, WHY)[0]
    assert (set(found), set(found["intents"][0])) == (
        {"message", "decision", "answers", "intents", "escalate"},
        {"intent", "score"},
    )


def test_match_tells_what_goes_to_a_person(signpost: Signpost) -> None:
    found = _lines(signpost, "转人工")[0]
    assert (found["decision"], found["intents"][0]["intent"], found["escalate"]) == ("handoff", "human", "now")


@pytest.mark.parametrize("message", ["签" * 10_000, "卖家" * 5000, "a" * 10_000, "1 " * 5000, "😀" * 10_000])
def test_match_takes_messages_of_ten_thousand_characters(signpost: Signpost, message: str) -> None:
    assert [entry["message"] for entry in _lines(signpost, f"{message}\n好的\n")] == [message, "好的"]


def test_match_goes_on_after_bytes_that_are_no_text(signpost: Signpost) -> None:
    found = _lines(signpost, b"\xff\xfe\n" + WHY.encode() + b"\n\xe5\x8d\n")
    assert [entry["message"] for entry in found] == ["\ufffd\ufffd", WHY, "\ufffd"]


def test_match_reads_nothing_and_says_nothing(signpost: Signpost) -> None:
    assert signpost("match") == Ran(0, "")


def test_match_for_a_case_wants_it_to_exist(signpost: Signpost) -> None:
    assert signpost("match", "--case", "C-0", typed=WHY).code == 2


def test_explain_shows_the_way_to_the_answer(signpost: Signpost) -> None:
    told = signpost.tell("explain", WHY, *CASE)
    expected = (
        f"message     {WHY}",
        " 1. why_cant_sign",
        "decision    answer   language zh",
        "replies/progress/why_cant_sign.yaml, answer",
    )
    assert [part in told for part in expected] == [True] * 4


def test_explain_names_a_file_that_exists(signpost: Signpost) -> None:
    told = signpost.tell("explain", WHY, *CASE)
    name = told.partition("replies/")[2].partition(",")[0]
    assert (ROOT / "replies" / name).is_file()


def test_explain_says_when_nothing_is_near(signpost: Signpost) -> None:
    assert "no rule holds and no example is near" in signpost.tell("explain", "xyzzy")


def test_page_that_is_not_said_for_now_is_named_with_its_days(fresh: Signpost) -> None:
    said = fresh.tell("explain", "要交哪些税", now="2027-08-01 10:00").splitlines()
    place = said.index("reply       replies/_unconfirmed.yaml, answer 1")
    assert said[place + 1] == "  because   replies/money/taxes.yaml holds from 2026-01-01 to 2027-05-31"
