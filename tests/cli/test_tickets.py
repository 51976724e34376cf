"""Can people see what they have to answer, and say that they have?"""

from datetime import timedelta

from bot.cases.office import Office
from bot.cases.workdays import Calendar
from bot.desk.tickets import Event, What
from bot.desk.timers import Hours
from bot.store.outbox import TERMINAL
from tests.cli.conftest import TODAY, Signpost
from tests.samples import at


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


def test_buyer_whose_chat_was_held_is_told_that_the_bot_goes_on(signpost: Signpost) -> None:
    _hand_over(signpost)
    books = signpost.opened(f"sqlite:///{signpost.folder}/books.db", signpost.folder)
    with books.transaction() as records:
        ticket = records.tickets.get(1)
        assert ticket
        records.tickets.log(ticket, Event(What.CLAIMED, at(TODAY), 901), Hours(Office(), Calendar()))
    signpost("tickets", "--close", "1")
    with books.transaction() as records:
        last = records.outbox.last_said(TERMINAL, at(TODAY) + timedelta(minutes=5))
    assert last
    assert last.plain.startswith("顾问这边先说到这里")


def test_ticket_that_is_not_open_cannot_be_closed(signpost: Signpost) -> None:
    ran = signpost("tickets", "--close", "7")
    assert (ran.code, ran.err) == (1, "No ticket 7 is open. `signpost tickets` lists the open ones.\n")
