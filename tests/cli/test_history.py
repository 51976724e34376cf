"""Can an editor see why something was said, what changed, and go back?"""

import shutil

import pytest

from bot.app import books, configure
from bot.content.editions import read_edition
from bot.content.folders import Folders
from tests.cli.conftest import Signpost
from tests.cli.newsroom import HERS, HIS, Newsroom, newsroom
from tests.samples import at

HOW_LONG = "replies/how_long.yaml"
BETTER = "answers:\n  - zh: 五个工作日。\n    en: Five working days.\n"
NO_REPLY = "There is no such reply of the content. `signpost why --chat NUMBER` lists a chat's.\n"
BEFORE = "这要看手续办到哪一步。"


@pytest.fixture
def room(fresh: Signpost) -> Newsroom:
    """An installation whose content is live."""
    found = newsroom(fresh)
    found.publish()
    return found


def _first_row(out: str, name: str) -> str:
    return next(line.removeprefix(f"  {name}").strip() for line in out.splitlines() if line.startswith(f"  {name}"))


def test_a_reply_is_explained_by_its_number_in_telegram(room: Newsroom) -> None:
    room.ask("网签还要多久")
    out = room("why", "101", "--lang", "zh").out
    rows = [_first_row(out, name) for name in ("买家问", "听成", "回答", "印的事实", "发出的话")]
    assert (out.splitlines()[0], rows) == (
        "消息 101（发件箱 1），聊天 501，2026-09-22 15:00:00",
        [
            "网签还要多久",
            "how_long「网签要多久？」 0.77，凭：多久、网签",
            "replies/how_long.yaml 第 1 个",
            "–",
            "这要看手续办到哪一步。",
        ],
    )


def test_the_answer_is_shown_as_it_was_written_then(room: Newsroom) -> None:
    room.ask("网签还要多久")
    room.write(HOW_LONG, BETTER)
    out = room("why", "101", "--lang", "en").out
    assert (f"- zh: {BEFORE}" in out, "五个" in out, "live since 2026-09-22 15:00" in out) == (True, False, True)


def test_the_last_replies_of_a_chat_are_explained_in_their_order(room: Newsroom) -> None:
    for text in ("网签还要多久", "为什么还不能网签", "foo bar"):
        room.ask(text)
    out = room("why", "--chat", str(HERS), "--last", "2", "--lang", "en").out
    taken = [line.removeprefix("  taken for").strip() for line in out.splitlines() if line.startswith("  taken for")]
    assert ([line.split(" ")[0] for line in taken], taken[1]) == (["why", "not"], "not understood")


def test_a_number_of_the_outbox_explains_a_reply_not_sent_yet(room: Newsroom) -> None:
    room.ask("网签还要多久")
    assert room("why", "1", "--lang", "en").out.startswith("message 101 (outbox 1)")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((), 2, "Give the number of a message, or --chat NUMBER for its last replies.\n"),
        (("7",), 1, NO_REPLY),
        (("101", "--chat", str(HIS)), 1, NO_REPLY),
        (("--chat", "999"), 1, "No reply of the content is kept for chat 999.\n"),
        (("1", "--lang", "fr"), 2, "--lang 'fr' is not known. Use zh or en.\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_explained_is_told(room: Newsroom, arguments: tuple[str, ...], code: int, told: str) -> None:
    room.ask("网签还要多久")
    ran = room("why", *arguments)
    assert (ran.code, ran.err) == (code, told)


def test_versions_are_listed_with_the_files_as_they_stand(room: Newsroom) -> None:
    room.write(HOW_LONG, BETTER)
    lines = [line[10:] for line in room("content", "list").out.splitlines()]
    assert [line.split("  ")[1] for line in lines] == [
        "the files as they stand; never live",
        "live since 2026-09-22 15:00",
    ]


def test_only_the_newest_version_is_said_to_be_live(room: Newsroom) -> None:
    first = room.read(HOW_LONG)
    for text, now in ((BETTER, "16:00"), (first, "17:00"), (BETTER + "\n", "18:00")):
        room.write(HOW_LONG, text)
        room.publish(f"2026-09-22 {now}")
    lines = [line[10:].split("  ")[1] for line in room("content", "list").out.splitlines()]
    assert lines == [
        "live since 2026-09-22 18:00",
        "was live from 2026-09-22 15:00, last from 2026-09-22 17:00",
        "was live from 2026-09-22 16:00",
    ]


def test_a_difference_names_the_file_and_its_lines(room: Newsroom) -> None:
    first = room.publish()
    room.write(HOW_LONG, BETTER)
    lines = room("content", "diff", first).out.splitlines()
    assert (lines[:2], f"-  - zh: {BEFORE}" in lines, "+  - zh: 五个工作日。" in lines) == (
        [f"--- {HOW_LONG}", f"+++ {HOW_LONG}"],
        True,
        True,
    )


def test_two_versions_are_compared_with_each_other(room: Newsroom) -> None:
    first = room.publish()
    room.write(HOW_LONG, BETTER)
    second = room.publish("2026-09-22 16:00")
    assert (
        room("content", "diff", first[:6], first).out,
        "+  - zh: 五个工作日。" in room("content", "diff", first, second).out,
    ) == (
        "No difference.\n",
        True,
    )


def test_a_version_nobody_knows_is_refused(room: Newsroom) -> None:
    ran = room("content", "diff", "zzz")
    assert (ran.code, ran.err) == (
        2,
        "No version 'zzz'. List those that were live with `signpost content list`.\n",
    )


def test_a_rollback_writes_the_files_back_after_asking(room: Newsroom) -> None:
    first, before = room.publish(), room.read(HOW_LONG)
    room.write(HOW_LONG, BETTER)
    refused = room("content", "rollback", first, typed="n\n")
    meanwhile = room.read(HOW_LONG)
    done = room("content", "rollback", first, typed="y\n")
    assert (refused.code, refused.err.strip()[-16:], meanwhile, done.code, room.read(HOW_LONG)) == (
        1,
        "Nothing changed.",
        BETTER,
        0,
        before,
    )


def test_a_rollback_with_yes_removes_files_that_came_later(room: Newsroom) -> None:
    first = room.publish()
    room.write("replies/new.yaml", BETTER)
    room("content", "rollback", first, "--yes")
    again = room("content", "rollback", first)
    assert ((room.root / "replies/new.yaml").exists(), again.out.splitlines()[-1]) == (
        False,
        f"The files are those of {first} already.",
    )


def test_a_rollback_tells_its_folders_and_changes_before_it_asks(room: Newsroom) -> None:
    first = room.publish()
    room.write(HOW_LONG, BETTER)
    (room.root / "replies" / "new.yaml").write_text(BETTER, "utf-8")
    ran = room("content", "rollback", first, typed="n\n")
    assert ran.out.splitlines() == [
        "Folders that are written into:",
        f"  {room.root}/intents",
        f"  {room.root}/replies",
        "  changed  replies/how_long.yaml  +2 -2",
        "  removed  replies/new.yaml       +0 -3",
        "1 changed, 0 added, 1 removed",
        f"The lines: signpost content diff {first}",
        "The files as they stand were never live; a copy of them is put aside first.",
        "",
        f"Write the files of {first} back? [y/N]: ",
    ]


def test_a_rollback_says_which_folders_the_environment_names(room: Newsroom) -> None:
    first = room.publish()
    mine = room.root / "try"
    shutil.copytree(room.root / "replies", mine)
    room.signpost.monkeypatch.setenv("SIGNPOST_CONTENT__REPLIES", "try")
    assert room("content", "rollback", first).out.splitlines() == [
        "Folders that are written into:",
        f"  {room.root}/intents",
        f"  {mine}  from SIGNPOST_CONTENT__REPLIES, not from config.yaml",
        f"The files are those of {first} already.",
    ]


def test_a_rollback_names_its_undo(room: Newsroom) -> None:
    first = room.publish()
    room.write(HOW_LONG, BETTER)
    second = room.publish("2026-09-22 16:00")
    assert room("content", "rollback", first, "--yes").out.splitlines()[-2:] == [
        f"The files are those of {first} again.",
        f"Undo: signpost content rollback {second}",
    ]


def test_a_rollback_puts_aside_what_was_never_live(room: Newsroom) -> None:
    first = room.publish()
    room.write(HOW_LONG, BETTER)
    standing = read_edition(Folders(room.root / "intents", room.root / "replies"))
    ran, aside = room("content", "rollback", first, "--yes"), room.root / "put-aside" / f"{standing.version}-1"
    assert ran.out.splitlines()[-1] == f"What stood there: {aside}"
    assert read_edition(Folders(aside / "intents", aside / "replies")) == standing


def test_a_rollback_to_what_fails_the_check_is_refused(room: Newsroom) -> None:
    first = room.read(HOW_LONG)
    room.write(HOW_LONG, "'")
    bad = read_edition(Folders(room.root / "intents", room.root / "replies"))
    with books(configure(room.root / "config.yaml")).transaction() as records:
        records.contents.keep(bad, "", at("2026-09-22 15:00"))
    room.write(HOW_LONG, first)
    ran = room("content", "rollback", bad.version, "--yes")
    assert (ran.code, ran.err.splitlines()[-1], room.read(HOW_LONG)) == (
        1,
        f"{bad.version} does not pass the check; nothing changed.",
        first,
    )


def test_a_rollback_clears_away_what_no_version_holds(room: Newsroom) -> None:
    first = room.publish()
    strays = [room.root / name for name in ("replies/old.yaml", "replies/legacy.yml", "intents/legacy.yml")]
    for number, stray in enumerate(strays):
        stray.write_bytes(f"旧版{number}".encode("gbk"))
    out = room("content", "rollback", first, "--yes").out
    aside = room.root / "put-aside" / f"{first}-1"
    kept = [(aside / stray.relative_to(room.root)).read_bytes().decode("gbk") for stray in strays]
    assert ([stray for stray in strays if stray.exists()], kept) == ([], ["旧版0", "旧版1", "旧版2"])
    assert out.splitlines()[-1] == f"What stood there: {aside}"


def test_a_rollback_that_cannot_be_written_changes_nothing(room: Newsroom) -> None:
    first = room.publish()
    room.write(HOW_LONG, BETTER)
    (room.root / "replies" / "how_long.new").mkdir()
    ran = room("content", "rollback", first, "--yes")
    assert (ran.code, ran.err.endswith("how_long.new cannot be written: Is a directory. Nothing changed.\n")) == (
        2,
        True,
    )
    assert room.read(HOW_LONG) == BETTER


def test_a_number_beyond_what_the_books_can_hold_is_refused(room: Newsroom) -> None:
    ran = room("why", "9" * 30)
    assert (ran.code, ran.err) == (2, "A number is too large: nothing has such a one.\n")
