"""Does the status tell whether a person has to look, to people and to programs?"""

import pytest

from bot.app import books, configure
from bot.cases.office import Office, Priority
from bot.cases.workdays import Calendar
from bot.config.inspection import content_folders
from bot.content.editions import read_edition
from bot.desk.timers import Hours
from bot.dialogue.messages import OpenTicket, Say
from bot.store.content_rows import PRACTICE
from tests.cli.conftest import Signpost
from tests.cli.newsroom import HERS, Newsroom, newsroom
from tests.samples import at


@pytest.fixture
def room(fresh: Signpost) -> Newsroom:
    """An installation that has answered one question."""
    found = newsroom(fresh)
    found.publish()
    found.ask("为什么还不能网签")
    return found


def _rows(out: str) -> dict[str, str]:
    return {line[:10].strip(): line[10:] for line in out.splitlines()}


def test_when_all_is_well_the_exit_code_is_0(room: Newsroom) -> None:
    ran = room("status")
    rows = _rows(ran.out)
    who = rows.pop("content").partition(", by ")[0][10:]
    assert (ran.code, who, rows) == (
        0,
        ", live since 2026-09-22 15:00",
        {
            "books": f"sqlite:///{room.signpost.folder}/books.db",
            "tickets": "0 open",
            "outbox": "0 unsent",
            "updates": "last one at 2026-09-22 15:00:00",
            "findings": "0 errors, 0 warnings",
        },
    )


def test_files_with_errors_are_told_and_the_exit_code_is_1(room: Newsroom) -> None:
    room.write("replies/why.yaml", "'")
    ran = room("status")
    rows = _rows(ran.out)
    assert (ran.code, rows["files"].endswith(", not live"), rows["findings"]) == (1, True, "1 error, 0 warnings")


def test_files_that_are_live_are_only_asked_what_today_makes_of_them(room: Newsroom) -> None:
    due = "page:\n  valid_from: 2025-01-01\n  review_by: 2025-06-30\n"
    room.write("replies/why.yaml", f"{due}answers:\n  - zh: 我们尽快办。\n    en: We do it.\n")
    before = _rows(room("status").out)["findings"]
    room.publish("2026-09-22 15:01")
    assert (before, _rows(room("status").out)["findings"]) == ("1 error, 2 warnings", "0 errors, 2 warnings")


def test_many_findings_are_cut_short(room: Newsroom) -> None:
    for path in (room.root / "replies").glob("_*.yaml"):
        path.write_text("'", "utf-8")
    assert room("status").out.splitlines()[-1] == "… all of them: signpost check"


def test_what_was_refused_and_what_buyers_thought_of_the_help_is_told(room: Newsroom) -> None:
    now = at("2026-09-22 15:00")
    with books(configure(None)).transaction() as records:
        wanted = OpenTicket("human", Priority.P1, now, "…")
        ticket, _ = records.tickets.hand_over(records.chats.get(HERS), wanted, now, Hours(Office(), Calendar()))
        records.tickets.rate(ticket.id, HERS, 3, now)
        records.outbox.failed(records.outbox.put(HERS, Say("一"), now), "Bad Request: chat not found")
    rows = _rows(room("status").out)
    assert (rows["outbox"], rows["ratings"]) == (
        "0 unsent, 1 not delivered since yesterday (see the log)",
        "1 good, 0 fair, 0 bad in 30 days",
    )


@pytest.mark.parametrize(
    ("now", "code", "told"), [("15:05", 0, "5 min"), ("15:06", 1, "6 min, STUCK"), ("15:00", 0, "0 s")]
)
def test_messages_that_do_not_leave_are_told(room: Newsroom, now: str, code: int, told: str) -> None:
    with books(configure(None)).transaction() as records:
        records.outbox.put(HERS, Say("一"), at("2026-09-22 15:00"))
    ran = room("status", now=f"2026-09-22 {now}")
    assert (ran.code, _rows(ran.out)["outbox"]) == (code, f"1 unsent, the oldest for {told}")


def test_before_the_first_start_it_says_what_to_do(fresh: Signpost) -> None:
    rows = _rows(newsroom(fresh)("status").out)
    assert (rows["content"], rows["updates"]) == (
        "none was live yet: start the bot with `signpost run`",
        "none seen yet",
    )


def test_what_was_only_tried_out_is_not_live(fresh: Signpost) -> None:
    room = newsroom(fresh)
    room.publish()
    live = _rows(room("status").out)["content"]
    room.write("replies/why.yaml", (room.root / "replies" / "why.yaml").read_text("utf-8") + "# tried\n")
    with books(configure(None)).transaction() as records:
        records.contents.keep(read_edition(content_folders(configure(None))), PRACTICE, at("2026-09-23 09:00"))
    listed = [line.partition("  ")[2].split(" ", 2)[:2] for line in room("content", "list").out.splitlines()]
    assert (_rows(room("status").out)["content"], listed) == (live, [["tried", "out"], ["live", "since"]])
