"""How do saved files go live? Checked aside, written into the books, then put in place by one assignment."""

import html
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.cases.case import day_of
from bot.content.archive import content_of
from bot.content.checks.every import Setting
from bot.content.editions import read_edition, signature
from bot.content.folders import Folders
from bot.content.judgement import Judged, Loaded, RefusedFiles, judge
from bot.content.library import BrokenContent
from bot.content.live import Live, open_live
from bot.content.problems import Problem, Severity
from bot.dialogue.messages import Say
from bot.store.books import Books

log = logging.getLogger(__name__)

_MOST_FINDINGS = 5
# Telegram takes 4096 characters.
_LONGEST_FINDING = 300


def open_sound(books: Books, folders: Folders, setting: Callable[[date], Setting], now: datetime) -> Live:
    """What a bot starts with: the files as they stand if they are sound, else what was live last.

    What was live last is not checked again. Raises BrokenContent where there is nothing that may go live.
    """
    seen, standing = signature(folders), read_edition(folders)
    with books.transaction() as records:
        last = records.contents.last()
    if last and last.version == standing.version:
        live = open_live(folders, setting, seen)
        if live.current.version == standing.version:
            return live
    log.info("checking the files before they go live")
    judged = judge(folders, setting(day_of(now)))
    if isinstance(judged, Loaded):
        return Live(folders, judged, setting=setting, seen=seen)
    with books.transaction() as records:
        kept = records.contents.edition(last.version) if last else None
    if kept is None or last is None:
        raise BrokenContent(judged.problems)
    try:
        content = content_of(kept)
    except BrokenContent:
        # An older program took it; what is to be mended are the files as they stand.
        raise BrokenContent(judged.problems) from None
    return Live(folders, Loaded(kept, content, editor=last.who), setting=setting, refused=judged, seen=seen)


@dataclass(frozen=True)
class Publisher:
    """Puts saved files live, and tells the editors' chat (if there is one) what became of them.

    `named` names the files of a finding as the editors know them.
    """

    live: Live
    books: Books
    editors_chat: int | None = None
    named: Callable[[Problem], Problem] = lambda problem: problem

    def begin(self, now: datetime) -> None:
        """Note the content with which the program starts, and tell of files that had to be passed over."""
        loaded = self.live.loaded
        with self.books.transaction() as records:
            records.contents.keep(loaded.edition, loaded.editor, now)
        if self.live.refused:
            self._refuse(self.live.refused, now)

    def refresh(self, now: datetime) -> Judged | None:
        """What became of files saved since the last look; None if there are none. Raises NoBooks."""
        found = self.live.look(now.date())
        match found:
            case Loaded():
                self._publish(found, now)
            case RefusedFiles():
                self._refuse(found, now)
            case None:
                pass
        return found

    def _publish(self, loaded: Loaded, now: datetime) -> None:
        """First in the books, so that whatever is said with it can be explained."""
        version = loaded.edition.version
        with self.books.transaction() as records:
            records.contents.keep(loaded.edition, loaded.editor, now)
            if self.editors_chat is not None:
                records.outbox.put(self.editors_chat, Say(f"已上线 · now live: {version}"), now)
        self.live.accept(loaded)
        log.info("content %s is live", version)

    def _refuse(self, refused: RefusedFiles, now: datetime) -> None:
        errors = [self.named(entry) for entry in refused.problems if entry.severity == Severity.ERROR]
        for entry in errors:
            log.error("%s", _told(entry, "en"))
        log.error("content %s is refused; %s stays live", refused.edition.version, self.live.current.version)
        if self.editors_chat is not None:
            with self.books.transaction() as records:
                records.outbox.put(self.editors_chat, Say(_message(errors)), now)
        self.live.accept(refused)


def _message(errors: list[Problem]) -> str:
    """The findings for the editors' chat, in both languages."""
    lines = [f"改动没有上线，原来的内容照常用。{len(errors)} 处要改 · Not live; the old content stays. To mend:"]
    for entry in errors[:_MOST_FINDINGS]:
        lines += [f"\n{_told(entry, 'zh')}", _told(entry, "en")]
    if len(errors) > _MOST_FINDINGS:
        lines.append("\n…　全部 · all of them: signpost check")
    return html.escape("\n".join(lines), quote=False)


def _told(entry: Problem, language: str) -> str:
    place = entry.place
    said = f"{place.file}:{place.line}:{place.column}: {entry.message(language)} → {entry.cure(language)}"
    return said if len(said) <= _LONGEST_FINDING else f"{said[:_LONGEST_FINDING]}…"
