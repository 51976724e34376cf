"""Which updates wait for the bot, and which has it confirmed?"""

from collections.abc import Sequence
from typing import Any

from tests.telegram.refusals import OTHER_POLL, WEBHOOK_SET, conflict
from tests.telegram.spec import payloads

FIRST_ID = 700_000_001
ONLY_ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}


class Updates:
    """The queue that getUpdates reads; an update leaves it only when it is confirmed."""

    def __init__(self) -> None:
        self.next_id = FIRST_ID
        self.waiting: list[dict[str, Any]] = []
        self.allowed = frozenset(payloads()) - ONLY_ON_REQUEST
        self.webhook: dict[str, Any] = {"url": ""}
        self._newest_poll = 0

    def add(self, update: dict[str, Any]) -> None:
        """Queue an update, unless the bot did not ask for its kind."""
        self.next_id = max(self.next_id, update["update_id"] + 1)
        if self.allowed & update.keys():
            self.waiting.append(update)

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember the kinds to queue from now on; an empty list restores the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(kinds or set(payloads()) - ONLY_ON_REQUEST)

    def confirm(self, offset: int) -> None:
        """Forget the updates before the offset; a negative one keeps that many of the last."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        else:
            self.waiting = [update for update in self.waiting if update["update_id"] >= offset]

    def begin_poll(self) -> int:
        """Start a poll, which ends the one before it; return its number."""
        self._newest_poll += 1
        return self._newest_poll

    def ready(self, poll: int, limit: int) -> list[dict[str, Any]]:
        """What this poll may have now; raise Conflict if it lost its right to poll."""
        if self.webhook["url"]:
            raise conflict(WEBHOOK_SET)
        if poll != self._newest_poll:
            raise conflict(OTHER_POLL)
        return self.waiting[:limit]
