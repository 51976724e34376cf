"""Can editors see every answer before a buyer does?"""

import socket

import pytest

from bot.app import configure
from bot.cli.previewing import stall
from bot.cli.studio import Studio
from tests.cli.conftest import Ran, Signpost
from tests.samples import ROOT


@pytest.fixture
def broken(small: Signpost) -> Signpost:
    """Content in which one reply is no YAML."""
    path = small.folder / "small" / "replies" / "how_long.yaml"
    path.write_text("zh:\n  - [100%, 找人\n", encoding="utf-8")
    return small


def test_page_is_written_with_a_count_of_what_to_mend(small: Signpost) -> None:
    out = small.folder / "page.html"
    told = small.tell("preview", "--out", str(out))
    page = out.read_text("utf-8")
    assert (told.startswith(f"{out}: 55 questions, "), page[:15], "C-DEMO-03" in page) == (
        True,
        "<!doctype html>",
        True,
    )


def test_one_question_is_printed_in_both_languages(small: Signpost) -> None:
    told = small.tell("preview", "how_long").splitlines()
    assert (told[0], {line.split()[0] for line in told if line.startswith("  ")} >= {"签路", "Signpost"}) == (
        "how_long  网签要多久？  How long until we sign?",
        True,
    )


def test_unknown_question_is_answered_with_the_nearest(small: Signpost) -> None:
    told = (
        "'how_lang' is not known. Did you mean 'how_long'? "
        "A question is the name of a file in replies/, without .yaml.\n"
    )
    assert small("preview", "how_lang") == Ran(2, "", told)


def test_broken_content_is_told_and_no_page_written(broken: Signpost) -> None:
    out = broken.folder / "page.html"
    ran = broken("preview", "--out", str(out))
    assert (ran.code, ran.out, ran.err.partition(":")[0], out.exists()) == (1, "", "replies/how_long.yaml", False)


def test_page_that_cannot_be_written_says_what_to_do(small: Signpost) -> None:
    out = small.folder / "nowhere" / "page.html"
    ran = small("preview", "--out", str(out))
    assert ran == Ran(2, "", f"{out} cannot be written: No such file or directory. Choose another file with --out.\n")


def test_served_page_follows_until_interrupted(small: Signpost) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    small.monkeypatch.setattr("time.sleep", interrupted)
    told = small.tell("preview", "--serve", "--port", "0")
    assert (told.startswith("http://127.0.0.1:"), told.endswith("/  (Ctrl-C ends)\n")) == (True, True)


def test_served_page_shows_the_findings_of_broken_content(broken: Signpost) -> None:
    shown = stall(Studio(configure(ROOT / "config.yaml"))).made()
    told = "replies/how_long.yaml" in (shown.findings or "")
    assert (shown.page, told, broken.folder.is_dir()) == (None, True, True)


def test_port_that_is_taken_is_told(small: Signpost) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = small("preview", "--serve", "--port", str(port))
    assert (ran.code, ran.err) == (
        2,
        f"Port {port} cannot be used: Address already in use. Choose another with --port.\n",
    )


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_port_has_to_be_one(small: Signpost, port: str) -> None:
    assert small("preview", "--serve", "--port", port).code == 2
