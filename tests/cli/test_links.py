"""Does a link tie one chat to a case, once?"""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.milestones import Role
from bot.dialogue.messages import Link
from bot.turns.invitations import token_hash
from tests.cli.conftest import TODAY, UNKNOWN, Ran, Signpost
from tests.samples import at

REF = "C-DEMO-03"


def test_a_link_is_printed_as_a_command_to_send(signpost: Signpost) -> None:
    ran = signpost("link", REF)
    told = "For 赵女士, until 2026-09-24 15:00, once. (set telegram.bot_name for a t.me link)\n"
    assert (ran.code, bool(re.fullmatch(r"/start [\w-]{43}\n", ran.out)), ran.err) == (0, True, told)


def test_a_link_is_an_address_once_the_bot_is_named(signpost: Signpost) -> None:
    signpost.monkeypatch.setenv("SIGNPOST_TELEGRAM__BOT_NAME", "signpost_bot")
    ran = signpost("link", REF, "--party", "buyer")
    assert (bool(re.fullmatch(r"https://t\.me/signpost_bot\?start=[\w-]{43}\n", ran.out)), ran.err) == (
        True,
        "For 赵女士, until 2026-09-24 15:00, once.\n",
    )


def test_only_the_hash_of_the_token_is_kept(signpost: Signpost) -> None:
    token = signpost("link", REF).out.split()[1]
    books = signpost.opened(f"sqlite:///{signpost.folder}/books.db", signpost.folder)
    with books.transaction() as records:
        in_clear, link = records.chats.link(token), records.chats.link(token_hash(token))
    assert link
    # The clock goes on while the command runs.
    to_the_hour = replace(link, expires_at=link.expires_at.replace(minute=0, second=0, microsecond=0))
    assert (in_clear, to_the_hour) == (
        None,
        Link(token_hash(token), REF, Role.BUYER, at(TODAY) + timedelta(hours=48)),
    )


def test_every_link_has_a_token_of_its_own(signpost: Signpost) -> None:
    assert len({signpost("link", REF).out for _ in range(3)}) == 3


def test_a_link_ties_the_terminal_to_the_case(signpost: Signpost) -> None:
    story = "2026-11-23 10:00"
    opened = signpost("link", "C-EDGE-08", now=story).out
    told = signpost.tell("demo", "--case", "C-EDGE-08", typed=f"{opened}2864\n什么时候能签\n", now=story)
    assert "11 月 27 日（周五）" in told.split("签路 ")[3]


def test_making_a_link_is_noted_without_its_token(signpost: Signpost) -> None:
    signpost("link", REF)
    assert signpost.tell("cases", "show", REF).splitlines()[-1] == "  2026-09-22 15:00  link_made  buyer"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("C-0",),
            UNKNOWN,
        ),
        ((REF, "--party", "spouse"), f"{REF} has no spouse. See its parties with `signpost cases show {REF}`."),
        ((REF, "--party", "seller"), "--party 'seller' gets no link. Use buyer, co_buyer or spouse."),
    ],
)
def test_nobody_else_is_given_a_link(signpost: Signpost, arguments: tuple[str, ...], told: str) -> None:
    assert signpost("link", *arguments) == Ran(2, "", f"{told}\n")
