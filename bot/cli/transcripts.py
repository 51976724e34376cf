"""How does one read what was said about a case?"""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.counts import counted
from bot.cli.options import ConfigFile
from bot.cli.trouble import Stop


def transcript(
    ref: Annotated[str, typer.Argument(help="The case.")],
    out: Annotated[
        Path | None, typer.Option(help="Write to this file (.md or .html) instead of the terminal.", show_default=False)
    ] = None,
    reader: Annotated[
        str, typer.Option("--for", help="buyer (words only), advisor (and why the bot said it) or lead (and notes).")
    ] = "advisor",
    role: Annotated[
        str, typer.Option(help="With --for buyer: whose chat, buyer, co_buyer or spouse; nobody reads another's.")
    ] = "buyer",
    config: ConfigFile = None,
) -> None:
    """Export a case's conversation, redacted, with the bot's reasons, as Markdown or as a page."""
    from bot.app import books, configure
    from bot.cases.milestones import BUYING_SIDE
    from bot.desk import transcript as talks
    from bot.desk.transcript import Audience, Conversation, TranscriptForm

    if reader not in tuple(Audience):
        raise Stop(f"--for {reader!r} is not known. Use {', '.join(Audience)}.")
    if role not in BUYING_SIDE:
        raise Stop(f"--role {role!r} is not known. Use {', '.join(BUYING_SIDE)}.")
    if out and out.suffix not in {".md", ".html"}:
        raise Stop(f"{out} is neither .md nor .html.")
    with books(configure(config)).transaction() as records:
        case, entries = records.cases.get(ref), records.entries.of_case(ref)
        if reader == Audience.BUYER:
            own = {chat.id for chat in records.chats.of_case(ref) if chat.served_as == role}
            talk = Conversation(case.ref, [entry for entry in entries if entry.chat_id in own])
        else:
            talk = Conversation(f"{case.ref} · {case.advisor}", entries, records.desk.notes_of(ref))
        roster = records.desk.roster()
    form = TranscriptForm.HTML if out and out.suffix == ".html" else TranscriptForm.MARKDOWN
    text = talks.transcript(talk, roster, Audience(reader), form)
    if out:
        try:
            out.write_text(text, encoding="utf-8")
        except OSError as error:
            raise Stop(f"{out} cannot be written: {error.strerror}. Choose another file with --out.") from error
        typer.echo(f"{counted(len(talk.entries), 'message')} → {out}")
    else:
        typer.echo(text)
