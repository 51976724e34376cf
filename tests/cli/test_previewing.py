"""Can editors see every answer before a buyer does?"""

import shutil

import pytest

from bot.app import configure
from bot.cli.previewing import made
from bot.cli.studio import Studio
from tests.cli.conftest import Ran, Signpost
from tests.samples import ROOT


@pytest.fixture
def broken(fresh: Signpost) -> Signpost:
    """Content in which one reply is no YAML."""
    folder = fresh.folder / "replies"
    shutil.copytree(ROOT / "replies", folder)
    (folder / "service" / "human.yaml").write_text("zh:\n  - [100%, 找人\n", encoding="utf-8")
    fresh.monkeypatch.setenv("SIGNPOST_CONTENT__REPLIES", str(folder))
    return fresh


def test_page_is_written_with_a_count_of_what_to_mend(fresh: Signpost) -> None:
    out = fresh.folder / "page.html"
    told = fresh.tell("preview", "--out", str(out))
    page = out.read_text("utf-8")
    assert (told.startswith(f"{out}: "), page[:15], "C-DEMO-03" in page) == (True, "<!doctype html>", True)


def test_one_question_is_printed_in_both_languages(fresh: Signpost) -> None:
    told = fresh.tell("preview", "why_cant_sign")
    expected = ("C-DEMO-03\n", "卖家", "We are waiting for the seller", "[How much longer?]", "a stranger, C-EDGE-08")
    assert [part for part in expected if part not in told] == []


def test_unknown_question_is_answered_with_the_nearest(fresh: Signpost) -> None:
    told = (
        "'why_cant_sing' is not known. Did you mean 'why_cant_sign'? "
        "A question is the name of a file in replies/, without .yaml.\n"
    )
    assert fresh("preview", "why_cant_sing") == Ran(2, "", told)


def test_broken_content_is_told_and_no_page_written(broken: Signpost) -> None:
    out = broken.folder / "page.html"
    ran = broken("preview", "--out", str(out))
    assert (ran.code, ran.out, ran.err.partition(":")[0], out.exists()) == (1, "", "replies/service/human.yaml", False)


def test_page_that_cannot_be_written_says_what_to_do(fresh: Signpost) -> None:
    out = fresh.folder / "nowhere" / "page.html"
    ran = fresh("preview", "--out", str(out))
    assert ran == Ran(2, "", f"{out} cannot be written: No such file or directory. Choose another file with --out.\n")


def test_served_page_follows_until_interrupted(fresh: Signpost) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    fresh.monkeypatch.setattr("time.sleep", interrupted)
    told = fresh.tell("preview", "--serve", "--port", "0")
    assert (told.startswith("http://127.0.0.1:"), told.endswith("/  (Ctrl-C ends)\n")) == (True, True)


def test_served_page_shows_the_findings_of_broken_content(broken: Signpost) -> None:
    shown = made(Studio(configure(ROOT / "config.yaml")))
    assert (shown.page, broken.folder.is_dir(), "replies/service/human.yaml" in (shown.findings or "")) == (
        None,
        True,
        True,
    )


@pytest.mark.parametrize("port", ["-1", "65536", "x"])
def test_port_has_to_be_one(fresh: Signpost, port: str) -> None:
    assert fresh("preview", "--serve", "--port", port).code == 2
