"""When do saved files take the place of what is live, and when do they not?"""

import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from bot.content import judgement
from bot.content.aside import Aside
from bot.content.checks.every import Setting
from bot.content.editions import last_editor, read_edition, write_edition
from bot.content.folders import Folders
from bot.content.judgement import Judged, Loaded, RefusedFiles
from bot.content.library import BrokenContent, inspect
from bot.content.live import Live, open_live
from bot.dialogue.content import Content
from bot.review.edition import Edition
from tests.content.seeded import build
from tests.samples import ROOT

TODAY = date(2026, 11, 23)
REPLY = "answers:\n  - zh: {0}。\n    en: It is {0}.\n"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A small installation without a fault."""
    root = build(tmp_path / "content")
    return Folders(root / "intents", root / "replies")


@pytest.fixture
def opened(folders: Folders) -> Live:
    """The same, live."""
    return open_live(folders)


def _save(folders: Folders, text: str = "改了", name: str = "how_long.yaml") -> None:
    (folders.replies / name).write_text(REPLY.format(text) if text else "'", "utf-8")


def _looks(opened: Live, times: int = 2) -> list[str]:
    """What each look finds."""
    return [type(opened.look(TODAY)).__name__ for _ in range(times)]


def test_files_that_stay_as_they_are_are_never_read_again(opened: Live) -> None:
    assert _looks(opened) == ["NoneType", "NoneType"]


def test_saved_files_are_read_at_the_second_look(opened: Live, folders: Folders) -> None:
    _save(folders)
    assert _looks(opened) == ["NoneType", "Loaded"]


def test_files_still_being_saved_are_left_until_they_rest(opened: Live, folders: Folders) -> None:
    found = []
    for number in range(3):
        _save(folders, "改" * (number + 1))
        found += _looks(opened, 1)
    assert found + _looks(opened, 1) == ["NoneType"] * 3 + ["Loaded"]


def test_a_look_puts_nothing_live_by_itself(opened: Live, folders: Folders) -> None:
    before = opened.current
    _save(folders)
    _looks(opened)
    assert opened.current is before


def test_what_is_not_accepted_is_found_again(opened: Live, folders: Folders) -> None:
    _save(folders)
    assert _looks(opened, 3) == ["NoneType", "Loaded", "Loaded"]


def test_accepted_content_is_live_under_its_version(opened: Live, folders: Folders) -> None:
    _save(folders)
    opened.look(TODAY)
    found = opened.look(TODAY)
    assert isinstance(found, Loaded)
    opened.accept(found)
    assert (opened.current.version, _looks(opened)) == (read_edition(folders).version, ["NoneType"] * 2)


def test_files_with_errors_are_refused_with_findings(opened: Live, folders: Folders) -> None:
    before = opened.current
    _save(folders, "")
    opened.look(TODAY)
    found = opened.look(TODAY)
    assert isinstance(found, RefusedFiles)
    opened.accept(found)
    told = [(problem.place.file, problem.rule) for problem in found.problems]
    assert (told, opened.current is before, _looks(opened)) == (
        [("replies/how_long.yaml", "yaml-syntax")],
        True,
        ["NoneType"] * 2,
    )


def test_files_changed_while_they_are_checked_wait(
    opened: Live, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_slowly(found: Folders) -> Edition:
        edition = read_edition(found)
        if "又" not in edition.files["replies/how_long.yaml"]:
            _save(folders, "又改了")
        return edition

    monkeypatch.setattr(judgement, "read_edition", read_slowly)
    _save(folders)
    assert _looks(opened, 4) == ["NoneType", "NoneType", "NoneType", "Loaded"]


@pytest.mark.parametrize(
    "change", ["new.yaml", "more/new.yaml", "new.yml"], ids=["a new file", "in a folder", "with a wrong ending"]
)
def test_new_files_are_noticed(opened: Live, folders: Folders, change: str) -> None:
    (folders.replies / change).parent.mkdir(exist_ok=True)
    _save(folders, name=change)
    assert _looks(opened) == ["NoneType", "RefusedFiles"]


def test_a_deleted_file_is_noticed(opened: Live, folders: Folders) -> None:
    (folders.replies / "how_long.yaml").unlink()
    assert _looks(opened) == ["NoneType", "RefusedFiles"]


def test_broken_files_never_go_live_at_the_start(folders: Folders) -> None:
    _save(folders, "")
    with pytest.raises(BrokenContent):
        open_live(folders)


def test_a_version_follows_from_names_and_texts_alone(folders: Folders, tmp_path: Path) -> None:
    other = build(tmp_path / "other")
    same = read_edition(Folders(other / "intents", other / "replies"))
    before = read_edition(folders)
    _save(folders)
    assert (same == before, read_edition(folders).version == before.version) == (True, False)


def test_an_edition_written_back_leaves_just_its_own_files(folders: Folders) -> None:
    before = read_edition(folders)
    _save(folders)
    _save(folders, name="new.yaml")
    (folders.intents / "why.yaml").unlink()
    write_edition(before, folders)
    assert (read_edition(folders), list(folders.replies.glob("*.new"))) == (before, [])


def test_a_file_with_other_line_ends_comes_back_byte_by_byte(folders: Folders) -> None:
    path = folders.replies / "how_long.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    kept, edition = path.read_bytes(), read_edition(folders)
    _save(folders)
    write_edition(edition, folders)
    assert path.read_bytes() == kept


def test_an_edition_of_which_one_file_cannot_go_changes_nothing(folders: Folders) -> None:
    before = read_edition(folders)
    _save(folders)
    for name in ("new.yaml", "newer.yaml"):
        _save(folders, name=name)
    (folders.replies / "newer.gone").mkdir()
    changed = read_edition(folders)
    with pytest.raises(OSError, match=r"newer\.gone"):
        write_edition(before, folders)
    assert read_edition(folders) == changed


@pytest.fixture
def repository(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """The installation, committed by 李编辑."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, os.devnull)
    person = ("-c", "user.name=李编辑", "-c", "user.email=li@example.com")
    for command in (("init", "-q"), ("add", "."), (*person, "commit", "-q", "-m", "first")):
        subprocess.run(["git", "-C", folders.intents.parent, *command], check=True)
    return folders


def test_the_author_of_the_newest_commit_is_named(repository: Folders) -> None:
    assert last_editor(repository) == "李编辑"


def test_who_has_saved_without_a_commit_is_the_owner(repository: Folders) -> None:
    _save(repository)
    os.utime(repository.replies / "how_long.yaml", (2**31, 2**31))
    assert last_editor(repository) == (repository.replies / "how_long.yaml").owner()


def test_an_unknown_owner_is_left_blank(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_path: Path) -> str:
        raise KeyError

    monkeypatch.setattr(Path, "owner", unknown)
    assert (last_editor(folders), last_editor(Folders(Path("nowhere"), Path("nowhere")))) == ("", "")


@pytest.fixture
def aside() -> Iterator[Aside]:
    """A process beside the test's own."""
    started = Aside()
    yield started
    started.close()


def test_another_process_finds_the_same_content_and_findings(folders: Folders, aside: Aside) -> None:
    found = []
    for text in ("改了", "'"):
        _save(folders, "" if text == "'" else text)
        judged = aside.judge(folders, Setting(TODAY))
        best = judged.content.matcher.match("网签还要多久").best if isinstance(judged, Loaded) else None
        found.append((best and best.intent, judged.problems == inspect(folders, Setting(TODAY))[1]))
    assert found == [("how_long", True), (None, True)]


def test_a_process_that_died_is_told_and_started_again(folders: Folders, aside: Aside) -> None:
    aside.judge(folders, Setting(TODAY))
    assert aside._process  # noqa: SLF001
    aside._process.kill()  # noqa: SLF001
    aside._process.wait()  # noqa: SLF001
    with pytest.raises((OSError, EOFError)):
        aside.judge(folders, Setting(TODAY))
    assert isinstance(aside.judge(folders, Setting(TODAY)), Loaded)


def test_whoever_waits_for_a_process_that_is_stopped_hears_so_at_once(aside: Aside) -> None:
    shipped = Folders(ROOT / "intents", ROOT / "replies")
    told: list[type] = []

    def ask() -> None:
        with pytest.raises((OSError, EOFError)) as broken:
            aside.judge(shipped, Setting(TODAY))
        told.append(broken.type)

    waiting = Thread(target=ask)
    waiting.start()
    while aside._process is None:  # noqa: SLF001
        waiting.join(0.01)
    aside.stop()
    waiting.join(5)
    assert (waiting.is_alive(), len(told)) == (False, 1)


def test_the_process_ends_with_its_pipe(folders: Folders, aside: Aside) -> None:
    aside.judge(folders, Setting(TODAY))
    process = aside._process  # noqa: SLF001
    assert process
    process.communicate()
    assert process.returncode == 0


def test_a_matcher_that_is_known_is_not_sent_again(folders: Folders, aside: Aside) -> None:
    contents = []
    for text in ("一", "二"):
        _save(folders, text)
        contents.append(_content(aside.judge(folders, Setting(TODAY))))
    first, second = contents
    assert (second.matcher is first.matcher, second.replies == first.replies) == (True, False)


def test_of_a_new_matcher_only_what_is_new_is_sent(folders: Folders, aside: Aside) -> None:
    first = _content(aside.judge(folders, Setting(TODAY)))
    path = folders.intents / "how_long.yaml"
    path.write_text(path.read_text("utf-8").replace("    - 要等多久\n", "    - 要等多久\n    - 还要等几天\n"), "utf-8")
    second = _content(aside.judge(folders, Setting(TODAY)))
    known, now = first.matcher.parts, second.matcher.parts
    assert {name for name, part in now.items() if part is not known[name]} == {"matcher", "zh"}


def _content(judged: Judged) -> Content:
    assert isinstance(judged, Loaded)
    return judged.content


def test_files_studied_are_not_found_as_saved_ones(opened: Live) -> None:
    opened.study(TODAY)
    assert _looks(opened) == ["NoneType", "NoneType"]
