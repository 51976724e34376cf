"""What would change for buyers if the files went live? Real messages, answered before and after."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.counts import counted
from bot.cli.moments import a_moment, now_or
from bot.cli.options import ConfigFile, Now
from bot.cli.progress import tracked
from bot.cli.trouble import Stop

if TYPE_CHECKING:
    from bot.app import App
    from bot.dialogue.situation import Situation
    from bot.review.edition import Edition
    from bot.review.replay import Difference, Version
    from bot.store.said_rows import AskedQuestion


def replay(
    since: Annotated[
        str | None, typer.Option(help="Only from this moment on, e.g. '2026-11-01 00:00'.", show_default=False)
    ] = None,
    limit: Annotated[int, typer.Option(help="How many of the last messages.", min=1)] = 2000,
    against: Annotated[
        str | None, typer.Option(help="Compare with this version instead of the live one.", show_default=False)
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Write a page to read in a browser.", show_default=False)] = None,
    now: Now = None,
    config: ConfigFile = None,
) -> None:
    """Answer the last messages with the live content and with the files as they stand, and show what changes.

    Each message is taken by itself, about the case as it is now; nothing is sent, and nothing remembered.
    """
    from bot.app import build, configure, house_with
    from bot.cli.replay_page import page
    from bot.content.archive import content_of
    from bot.review.replay import replayed

    app, at = build(configure(config)), now_or(now)
    old = _edition(app, against)
    before = house_with(content_of(old), app.config)
    with app.books.transaction() as records:
        questions = records.said.questions(limit, a_moment(since) if since else None)
    asked = tracked(questions, "Replaying")
    replies = (replayed(situation, before, app.house) for situation in _situations(app, asked, at))
    changes = [change for change in replies if change]
    head = (
        f"{len(changes):,} of {counted(len(questions), 'message')} would be answered otherwise "
        f"({old.version} → {app.house.content.version}, cases as of {at:%Y-%m-%d %H:%M})."
    )
    typer.echo("\n".join([head, *(line for change in changes for line in _lines(change))]))
    if html:
        _write(html, page(head, changes))


def _edition(app: "App", version: str | None) -> "Edition":
    """The version asked for, else the one that went live last."""
    with app.books.transaction() as records:
        if version:
            return records.contents.edition(version)
        last = records.contents.last()
        if last is None:
            raise Stop(
                "No content was live yet, so there is nothing to compare with. Start the bot once, or name a version "
                "that was tried out with --against: `signpost content list` shows them."
            )
        return records.contents.edition(last.version)


def _situations(app: "App", questions: Iterable["AskedQuestion"], now: datetime) -> "Iterator[Situation]":
    """Each message in its chat; one short transaction a chat, so that a running bot is never kept waiting."""
    from dataclasses import replace

    from bot.dialogue.messages import Incoming, Kind
    from bot.review.replay import alone

    chats: dict[int, Situation] = {}
    for question in questions:
        incoming = Incoming(question.update_id, question.chat_id, Kind.TEXT, question.text)
        if question.chat_id not in chats:
            with app.books.transaction() as records:
                chats[question.chat_id] = alone(app.turn.gather(app.turn.scribe(records, now), incoming)[0])
        yield replace(chats[question.chat_id], incoming=incoming)


def _lines(change: "Difference") -> Iterator[str]:
    yield f"\n“{change.situation.incoming.content}”"
    for sign, version, other in (("-", change.before, change.after), ("+", change.after, change.before)):
        yield typer.style(f"{sign} {told(version)}", fg="red" if sign == "-" else "green")
        for text in version.texts if version.texts != other.texts else ():
            yield from (f"    {line}" for line in text.splitlines())


def told(version: "Version") -> str:
    """The outcome, then each question with its answer and what spoke for it."""
    parts = [
        f"{account.heard.intent or 'not understood'}{_score(account.heard.score)} → {answer}"
        + (f" ({', '.join(account.heard.evidence)})" if account.heard.evidence else "")
        for account, answer in zip(version.accounts, version.answers, strict=True)
    ]
    return f"{version.outcome}: {'; '.join(parts) or 'nothing is said'}"


def _score(score: float | None) -> str:
    return "" if score is None else f" {score:.2f}"


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise Stop(f"{path} cannot be written: {error.strerror}.") from None
    typer.echo(f"\nWritten to {path}.")
