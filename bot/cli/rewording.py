"""Does an answer that was no good read otherwise by now?"""

from collections.abc import Callable
from functools import cache
from itertools import count, takewhile

from bot.app import books
from bot.config.inspection import content_folders
from bot.config.loading import Config
from bot.content.archive import answer_passage
from bot.content.editions import read_edition
from bot.dialogue.account import Account
from bot.dialogue.unmatched import Unmatched
from bot.review.edition import Edition
from bot.store.content_rows import NoSuchVersion


def reworded(settings: Config) -> Callable[[Unmatched], bool]:
    """Whether the answer that failed stands in its file no more; of what nobody kept, nothing is known."""
    standing, kept = read_edition(content_folders(settings)), books(settings)

    @cache
    def edition(version: str) -> Edition | None:
        try:
            with kept.transaction() as records:
                return records.contents.edition(version)
        except NoSuchVersion:
            return None

    def is_reworded(miss: Unmatched) -> bool:
        if miss.outbox_id is None:
            return False
        with kept.transaction() as records:
            accounts = [told.past.account for told in records.said.letter(miss.outbox_id)]
        return any(_is_gone(account, edition(account.version), standing) for account in accounts)

    return is_reworded


def _is_gone(account: Account, before: Edition | None, standing: Edition) -> bool:
    """Does none of the reply's answers read like the one that was given?"""
    given = answer_passage(before, account.reply, account.answer) if before else None
    passages = (answer_passage(standing, account.reply, number) for number in count())
    return given is not None and all(found.text != given.text for found in takewhile(bool, passages) if found)
