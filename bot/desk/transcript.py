"""How does a conversation read, for those who were not there?"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from operator import itemgetter

from bot.cases.case import CHINA
from bot.desk.advisors import Roster
from bot.desk.entries import Author, Delivery, Entry
from bot.desk.phrases import phrase

_RECENT = 10
_LONGEST = 300
_AUTHORS = {Author.BUYER: "🧑", Author.BOT: "🤖", Author.ADVISOR: "👤"}
_FATES = {Delivery.FAILED: "✗", Delivery.DROPPED: "⊘", Delivery.QUEUED: "…"}


class TranscriptForm(StrEnum):
    """As a Markdown file, or as a page for a browser."""

    MARKDOWN = "markdown"
    HTML = "html"


class Audience(StrEnum):
    """Who reads it: a buyer sees neither notes nor reasons nor names of advisors, an advisor no notes."""

    BUYER = "buyer"
    ADVISOR = "advisor"
    LEAD = "lead"


@dataclass(frozen=True)
class Conversation:
    """Everything about one case: what was said, and what advisors noted (when, who, what)."""

    title: str
    entries: Sequence[Entry]
    notes: Sequence[tuple[datetime, int, str]] = ()


def recap(entries: Sequence[Entry], roster: Roster, language: str) -> str:
    """The last messages in a few lines (Telegram's HTML), for a topic that had to be made again."""
    lines = [phrase("recap", language)]
    lines += [html.escape(_line(entry, roster)) for entry in entries[-_RECENT:]]
    return "\n".join(lines)


def transcript(talk: Conversation, roster: Roster, reader: Audience, form: TranscriptForm) -> str:
    """The whole, in the order in which it was said."""
    lines = sorted([*_said(talk, roster, reader), *_noted(talk, roster, reader)], key=itemgetter(0))
    if form == TranscriptForm.MARKDOWN:
        return "\n".join([f"# {talk.title}", "", *(f"- {at}  {text}" for at, text in lines), ""])
    rows = "\n".join(f"<li><time>{at}</time> {html.escape(text)}</li>" for at, text in lines)
    title = html.escape(talk.title)
    return f'<!doctype html>\n<meta charset="utf-8">\n<title>{title}</title>\n<h1>{title}</h1>\n<ul>\n{rows}\n</ul>\n'


def _said(talk: Conversation, roster: Roster, reader: Audience) -> Iterator[tuple[str, str]]:
    for entry in talk.entries:
        if reader == Audience.BUYER and entry.author == Author.ADVISOR and entry.delivery == Delivery.DROPPED:
            # The buyer never had it: it is a note now.
            continue
        text = _words(entry, roster, reader)
        why = entry.why if reader != Audience.BUYER else ""
        yield _minute(entry.at), f"{text}{f'  [{why}]' if why else ''}"


def _noted(talk: Conversation, roster: Roster, reader: Audience) -> Iterator[tuple[str, str]]:
    if reader == Audience.LEAD:
        for at, person, text in talk.notes:
            yield _minute(at), f"📝 {roster.name(person)}: {text}"


def _words(entry: Entry, roster: Roster, reader: Audience) -> str:
    name = "" if reader == Audience.BUYER or entry.person is None else f" {roster.name(entry.person)}"
    before = f" (← {' ← '.join(reversed(entry.earlier))})" if entry.earlier and reader != Audience.BUYER else ""
    reason = entry.reason if entry.reason and reader != Audience.BUYER else ""
    fate = f" {_FATES[entry.delivery]} {reason}".rstrip() if entry.delivery in _FATES else ""
    return f"{_AUTHORS[entry.author]}{name}: {entry.words}{before}{fate}"


def _line(entry: Entry, roster: Roster) -> str:
    words = " ".join(_words(entry, roster, Audience.ADVISOR).split())
    return f"{_minute(entry.at)} {words if len(words) <= _LONGEST else words[:_LONGEST] + '…'}"


def _minute(at: datetime) -> str:
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"
