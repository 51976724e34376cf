"""Can people see what they have to answer, and say that they have?"""

from tests.cli.conftest import Signpost


def _hand_over(signpost: Signpost) -> None:
    signpost("cases", "import", "--samples")
    signpost("demo", typed="转人工\n")


def test_what_a_buyer_waits_for_is_listed_with_its_time(signpost: Signpost) -> None:
    _hand_over(signpost)
    assert signpost("tickets").out == "   1  P1  by 2026-09-22 17:00  open  C-DEMO-03  human  “转人工”\n"


def test_ticket_past_its_time_is_marked_as_late(signpost: Signpost) -> None:
    _hand_over(signpost)
    assert "LATE" in signpost("tickets", now="2026-09-22 17:01").out


def test_answered_ticket_is_gone_from_the_list(signpost: Signpost) -> None:
    _hand_over(signpost)
    assert signpost("tickets", "--close", "1").out == "Nobody waits for a person.\n"


def test_ticket_that_is_not_open_cannot_be_closed(signpost: Signpost) -> None:
    ran = signpost("tickets", "--close", "7")
    assert (ran.code, ran.err) == (1, "No ticket 7 is open. `signpost tickets` lists the open ones.\n")
