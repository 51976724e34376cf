"""Who changed what from the command line?"""

from typing import TYPE_CHECKING

from bot.cli.moments import now_or

if TYPE_CHECKING:
    from bot.store.books import Records


def note(records: "Records", ref: str, event: str, detail: dict[str, str]) -> None:
    """What was done to a case stands in its trail."""
    from bot.dialogue.messages import Note

    records.chats.note(Note(event, ref, detail), "command line", now_or(None))
