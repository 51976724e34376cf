"""Do saved files go live whole, while messages are answered, and is everybody told?"""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.config.inspection import named
from bot.config.settings import ContentFolders
from bot.content.checks.every import Setting
from bot.content.editions import read_edition
from bot.content.folders import Folders
from bot.content.library import BrokenContent
from bot.content.live import Live, open_live
from bot.dialogue.house import House
from bot.dialogue.messages import Incoming, Kind
from bot.publishing import Publisher, open_sound
from bot.store.books import Books, NoBooks
from bot.store.content_rows import PRACTICE
from bot.turns.buyer import Turn
from bot.wording.replies import NEEDED
from tests.content.seeded import build, setting
from tests.samples import at, config

NOW = at("2026-11-23 10:00")
EDITORS = -100300
# Two questions: each gets a message of its own.
BOTH = "为什么还不能网签？网签还要多久？"
REPLY = "answers:\n  - zh: 第{0}版{1}\n    en: Version {0}.\n"


class Newsroom:
    """An editor's files, and the publisher that looks at them; `save` writes a number into every reply."""

    def __init__(self, folder: Path, books: Books) -> None:
        root = build(folder)
        self.folders = Folders(root / "intents", root / "replies")
        self.save(0)
        self.live = open_live(self.folders)
        self.publisher = Publisher(self.live, books, EDITORS)
        self.publisher.begin(NOW)

    def save(self, number: int) -> None:
        """Write new replies."""
        for name in ("how_long", "why", *NEEDED):
            # What the first of two answers has said, the second does not say again.
            sign = "！" if name == "how_long" else "。"
            (self.folders.replies / f"{name}.yaml").write_text(REPLY.format(number, sign), "utf-8")

    def spoil(self) -> None:
        """Write a reply that is no YAML."""
        (self.folders.replies / "why.yaml").write_text("'<b>", "utf-8")

    def look(self) -> None:
        """Two looks, as files have to be at rest."""
        for _ in range(2):
            self.publisher.refresh(NOW)


def _turn(books: Books, live: Live) -> Turn:
    given = config()
    return Turn(books, lambda: House(live.current, given.office, given.calendar, "zh"), given.process)


def _rows(books: Books, query: str) -> list[tuple[object, ...]]:
    with books.transaction() as records:
        return [tuple(row) for row in records.connection.execute(text(query))]


def test_no_message_gets_a_mixture_while_content_is_replaced(books: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, books)
    turn = _turn(books, newsroom.live)
    numbers = count(1)
    marks = {newsroom.live.current.version: 0}
    with ThreadPoolExecutor(2) as people:
        for number in range(1, 6):
            newsroom.save(number)
            asked = [Incoming(next(numbers), 501 + place % 2, Kind.TEXT, BOTH) for place in range(4)]
            answers = [people.submit(turn.take, incoming, NOW) for incoming in asked]
            newsroom.look()
            marks[newsroom.live.current.version] = number
            assert all(answer.result() for answer in answers)
    query = "SELECT update_id, version, outbox.text FROM said JOIN outbox ON outbox.id = outbox_id"
    told: dict[object, list[tuple[object, object]]] = {}
    for update_id, version, said in _rows(books, query):
        told.setdefault(update_id, []).append((version, said))
    expected = {
        update_id: [(pairs[0][0], f"第 {marks[str(pairs[0][0])]} 版{sign}") for sign in "。！"]
        for update_id, pairs in told.items()
    }
    assert (told, len(marks), len(told) == next(numbers) - 1) == (expected, 6, True)


def test_new_content_is_in_the_books_with_its_time(books: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, books)
    first = newsroom.live.loaded.edition
    newsroom.save(1)
    newsroom.look()
    with books.transaction() as records:
        kept = {found.version: records.contents.edition(found.version) for found in records.contents.all()}
    second = newsroom.live.loaded.edition
    assert kept == {first.version: first, second.version: second}


def test_a_file_with_errors_leaves_the_last_good_content_live(
    sqlite: Books, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    version = newsroom.live.current.version
    newsroom.spoil()
    newsroom.look()
    told = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert (newsroom.live.current.version, told[0][:22], told[1].endswith(f"is refused; {version} stays live")) == (
        version,
        "replies/why.yaml:1:1: ",
        True,
    )


def test_the_editors_chat_names_files_by_their_folder_in_config(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    content = ContentFolders(intents=Path("try/intents"), replies=Path("try/replies"))
    given = config()
    moved = replace(given, settings=given.settings.model_copy(update={"content": content}))
    newsroom.publisher = Publisher(newsroom.live, sqlite, EDITORS, partial(named, config=moved))
    newsroom.spoil()
    newsroom.look()
    with sqlite.transaction() as records:
        (refused,) = [letter.say.text for letter in records.outbox.waiting(EDITORS)]
    assert (refused.count("try/replies/why.yaml:1:1"), refused.count(" replies/why.yaml")) == (2, 0)


def test_the_editors_chat_is_told_what_to_mend_and_what_is_live(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    newsroom.spoil()
    newsroom.look()
    newsroom.save(1)
    newsroom.look()
    with sqlite.transaction() as records:
        refused, live = [letter.say.text for letter in records.outbox.waiting(EDITORS)]
    assert (refused.count("replies/why.yaml:1:1"), "<" in refused, live) == (
        2,
        False,
        f"已上线 · now live: {newsroom.live.current.version}",
    )


def test_many_findings_make_one_message_that_telegram_takes(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    for name in NEEDED:
        (newsroom.folders.replies / f"{name}.yaml").write_text(f"{'&' * 2000}: 1\n", "utf-8")
    newsroom.look()
    with sqlite.transaction() as records:
        (letter,) = records.outbox.waiting(EDITORS)
    assert ("signpost check" in letter.say.text, len(letter.say.plain) < 4096) == (True, True)


def test_without_an_editors_chat_nothing_is_put_into_the_outbox(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    newsroom.publisher = replace(newsroom.publisher, editors_chat=None)
    newsroom.spoil()
    newsroom.look()
    newsroom.save(1)
    newsroom.look()
    assert _rows(sqlite, "SELECT count(*) FROM outbox") == [(0,)]


def test_content_goes_live_only_once_the_books_have_it(
    sqlite: Books, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    before = newsroom.live.current.version

    def out_of_reach(_self: Books) -> None:
        raise NoBooks("locked")

    newsroom.save(1)
    with monkeypatch.context() as patch:
        patch.setattr(Books, "transaction", out_of_reach)
        with pytest.raises(NoBooks):
            newsroom.look()
    meanwhile = newsroom.live.current.version
    newsroom.look()
    assert (meanwhile == before, newsroom.live.current.version == before) == (True, False)


def _opened(newsroom: Newsroom, books: Books) -> Live:
    """What a bot answers with that starts now."""
    return open_sound(books, newsroom.folders, lambda _: setting(), NOW)


def test_restart_answers_with_what_was_live_last_where_the_files_are_refused(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    newsroom.spoil()
    live = _opened(newsroom, sqlite)
    assert (live.current.version, live.refused is not None) == (newsroom.live.current.version, True)


def test_restart_finds_what_only_the_whole_check_finds(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    (newsroom.folders.replies / "why.yaml").write_text(REPLY.format("保证", "。"), "utf-8")
    live = _opened(newsroom, sqlite)
    told = [entry.rule for entry in live.refused.problems] if live.refused else []
    assert (live.current.version, "promise" in told) == (newsroom.live.current.version, True)


def test_restart_tells_of_refused_files_as_a_save_does(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    newsroom.spoil()
    Publisher(_opened(newsroom, sqlite), sqlite, EDITORS).begin(NOW)
    assert [str(said)[:6] for (said,) in _rows(sqlite, "SELECT text FROM outbox")] == ["改动没有上线"]


def test_first_start_with_refused_files_is_none(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    newsroom.spoil()
    with sqlite.transaction() as records:
        records.connection.execute(text("DELETE FROM contents"))
    with pytest.raises(BrokenContent):
        _opened(newsroom, sqlite)


def test_what_was_only_practised_with_is_checked(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    (newsroom.folders.replies / "why.yaml").write_text(REPLY.format("保证", "。"), "utf-8")
    with sqlite.transaction() as records:
        records.connection.execute(text("DELETE FROM contents"))
        records.contents.keep(read_edition(newsroom.folders), PRACTICE, NOW)
    with pytest.raises(BrokenContent):
        _opened(newsroom, sqlite)


def test_file_saved_while_the_start_looks_into_them_is_taken_up(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    newsroom.save(1)

    saves = iter([2])

    def fits(_: object) -> Setting:
        for number in saves:
            newsroom.save(number)
        return Setting()

    live = open_sound(sqlite, newsroom.folders, fits, NOW)
    publisher = Publisher(live, sqlite, EDITORS)
    for _ in range(3):
        publisher.refresh(NOW)
    assert live.current.version == read_edition(newsroom.folders).version


def test_practice_takes_nothing_from_what_was_published(sqlite: Books, tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path, sqlite)
    with sqlite.transaction() as records:
        records.contents.keep(newsroom.live.loaded.edition, PRACTICE, NOW)
        last = records.contents.last()
    assert (last and last.version) == newsroom.live.current.version
