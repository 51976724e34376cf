"""How do these tests get an installation of an editor's own, small and sound?"""

import shutil
from dataclasses import dataclass
from inspect import unwrap
from pathlib import Path

from bot.app import build, configure
from bot.content import library
from bot.dialogue.messages import Incoming, Kind
from bot.publishing import Publisher
from tests.cli.conftest import TODAY, Ran, Signpost
from tests.content.seeded import build as sound
from tests.samples import ROOT, at

HERS, HIS = 501, 502


@dataclass
class Newsroom:
    """Commands on content that may be changed, and what a running bot would do meanwhile."""

    signpost: Signpost
    root: Path
    updates: int = 0

    def __call__(self, *arguments: str, typed: str = "", now: str = TODAY) -> Ran:
        """Run a command."""
        return self.signpost(*arguments, typed=typed, now=now)

    def publish(self, now: str = TODAY) -> str:
        """What the bot does with sound files; the version that is live then."""
        app = build(configure(self.root / "config.yaml"))
        Publisher(app.live, app.books).begin(at(now))
        return app.house.content.version

    def ask(self, text: str, chat_id: int = HERS, now: str = TODAY) -> None:
        """A buyer asks, and the reply is sent; Telegram numbers messages from 100 on."""
        app = build(configure(self.root / "config.yaml"))
        self.updates += 1
        app.turn.take(Incoming(self.updates, chat_id, Kind.TEXT, text), at(now))
        with app.books.transaction() as records:
            for letter in records.outbox.waiting(chat_id):
                records.outbox.sent(letter.id, 100 + letter.id, at(now))

    def write(self, name: str, text: str) -> None:
        """Save a file."""
        (self.root / name).write_text(text, "utf-8")

    def read(self, name: str) -> str:
        """What a file says."""
        return (self.root / name).read_text("utf-8")


def newsroom(signpost: Signpost) -> Newsroom:
    """The small installation, and settings that point to it."""
    root = sound(signpost.folder / "content")
    shutil.copy(ROOT / "config.yaml", root)
    signpost.monkeypatch.setenv("SIGNPOST_CONFIG", str(root / "config.yaml"))
    # These files change, and what was read of them once may not be given again.
    signpost.monkeypatch.setattr(library, "load", unwrap(library.load))
    return Newsroom(signpost, root)
