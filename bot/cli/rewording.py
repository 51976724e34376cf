"""Does an answer that was no good read otherwise by now?"""

from collections.abc import Callable
from functools import cache

from bot.app import books
from bot.config.inspection import content_folders
from bot.config.loading import Config
from bot.content.archive import reply_text
from bot.content.editions import read_edition
from bot.dialogue.unmatched import Unmatched
from bot.review.edition import Edition
from bot.store.content_rows import NoSuchVersion


def reworded(settings: Config) -> Callable[[Unmatched], bool]:
    """Whether the reply to a failed message has changed since; of a version that nobody kept, nothing is known."""
    standing = read_edition(content_folders(settings))

    @cache
    def edition(version: str) -> Edition | None:
        with books(settings).transaction() as records:
            try:
                return records.contents.edition(version)
            except NoSuchVersion:
                return None

    def is_reworded(miss: Unmatched) -> bool:
        before = edition(miss.version)
        names = miss.candidates if before else ()
        return any(reply_text(before, name) != reply_text(standing, name) for name in names if before)

    return is_reworded
