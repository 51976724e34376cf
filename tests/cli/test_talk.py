"""Does the demo talk like the bot, with input that is piped in?"""

from tests.cli.conftest import Signpost
from tests.samples import ROOT

SAMPLES = (ROOT / "samples" / "cases.yaml").read_text(encoding="utf-8")
QUESTIONS = "房贷批了怎么还不能签\n下一步是什么\n最晚什么时候签\n"


def _answers(told: str) -> list[str]:
    return told.split("签路 ")[1:]


def test_the_demo_answers_three_questions_about_its_case(fresh: Signpost) -> None:
    answers = _answers(fresh.tell("demo", typed=QUESTIONS, now="2026-11-23 10:00"))
    expected = ("卖家", "9 月 23 日（周三）11:00", "9 月 30 日（周三）")
    assert [part in answer for part, answer in zip(expected, answers, strict=True)] == [True, True, True]


def test_the_demo_follows_what_was_noted_since(signpost: Signpost) -> None:
    signpost.tell("cases", "done", "C-DEMO-03", "ONLINE_SIGN")
    answers = _answers(signpost.tell("demo", typed="最晚什么时候签\n"))
    assert ["9 月 30 日" in answers[0], "9 月 22 日（周二）" in answers[0]] == [False, True]


def test_the_demo_of_an_unverified_buyer_tells_nothing(signpost: Signpost) -> None:
    told = signpost.tell("demo", "--case", "C-EDGE-08", typed=QUESTIONS)
    assert (len(_answers(told)), [part for part in ("月", "韩", "吴") if part in told]) == (3, [])


def test_a_number_presses_the_button_shown_last(signpost: Signpost) -> None:
    answers = _answers(signpost.tell("demo", typed="什么时候能签\n/language\n2\n什么时候能签\n"))
    assert ("[2] English" in answers[1], "Wed 30 Sep" in answers[3]) == (True, True)


def test_a_number_without_buttons_is_a_message(signpost: Signpost) -> None:
    answers = _answers(signpost.tell("demo", typed="0\n99\n"))
    assert len(answers) == 2


def test_commands_work_as_they_do_in_telegram(signpost: Signpost) -> None:
    told = signpost.tell("demo", typed="/progress\n/help\n/language\n/nonsense\n/\n")
    assert len(_answers(told)) == 5


def test_blank_lines_are_passed_over_in_silence(signpost: Signpost) -> None:
    assert len(_answers(signpost.tell("demo", typed="\n   \n/progress\n\n"))) == 1


def test_where_nobody_types_three_questions_are_asked(signpost: Signpost) -> None:
    told = signpost.tell("demo", typed="")
    asked = [line for line in told.splitlines() if line.startswith("> ")]
    assert asked == ["> 为什么还不能签", "> 还要多久", "> what happens after signing"]
    assert len(_answers(told)) == 3


def test_the_demo_speaks_the_language_it_is_spoken_to(signpost: Signpost) -> None:
    answers = _answers(signpost.tell("demo", typed="when can I sign?\n什么时候能签\n"))
    assert ["Wed 30 Sep" in answers[0], "9 月 30 日（周三）" in answers[1]] == [True, True]


def test_a_real_case_is_talked_about_at_this_moment(signpost: Signpost) -> None:
    real = signpost.folder / "real.yaml"
    real.write_text(SAMPLES.replace("C-DEMO-03", "R-1"), encoding="utf-8")
    signpost.tell("cases", "import", str(real), now="2026-12-29 10:00")
    today, later = (
        signpost.tell("demo", "--case", "R-1", typed="下一步是什么\n", now=now)
        for now in ("2026-09-22 15:00", "2026-11-23 10:00")
    )
    assert ["9 月 30 日" in told for told in (today, later)] == [True, False]


def test_samples_are_never_put_beside_real_cases(fresh: Signpost) -> None:
    fresh.tell("demo", typed="")
    fresh.tell("demo", typed="")
    assert len(fresh.tell("cases", "list").splitlines()) == 10


def test_each_practice_start_is_told_as_what_was_tried_out(signpost: Signpost) -> None:
    signpost.tell("demo", typed="")
    tried = signpost.tell("content", "list").split("tried out on ")[1][:16]
    signpost.tell("demo", typed="", now="2027-01-04 10:00")
    assert signpost.tell("content", "list").split("tried out on ")[1][:16] != tried


def test_bytes_that_are_no_text_do_not_end_the_talk(signpost: Signpost) -> None:
    ran = signpost("demo", typed=b"\xff\xfe\n" + "下一步是什么\n".encode())
    assert (ran.code, ran.err, len(_answers(ran.out))) == (0, "", 2)


def test_the_demo_of_an_unknown_case_is_refused(signpost: Signpost) -> None:
    ran = signpost("demo", "--case", "C-0")
    assert (ran.code, ran.out, ran.err[:15]) == (2, "", "No case 'C-0'. ")


def test_the_demo_begins_anew_whatever_the_one_before_was_warned_of(fresh: Signpost) -> None:
    fresh.tell("demo", typed="我被骗了钱转给骗子了\n")
    told = fresh.tell("demo", typed="最晚什么时候签\n")
    assert ("别转" in told, fresh.tell("tickets")) == (False, "Nobody waits for a person.\n")
