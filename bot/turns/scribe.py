"""For which moment is written down what was decided, and in which books?"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from bot.cases.case import Case
from bot.cases.process import NoSuchProfile, Process
from bot.cases.progress import Standing, stand
from bot.desk.advisors import Roster
from bot.desk.room import Room
from bot.desk.timers import Hours
from bot.dialogue.house import House
from bot.dialogue.messages import (
    Chat,
    Note,
)
from bot.dialogue.speech import Speaker
from bot.dialogue.unasked import unasked
from bot.store.books import Records
from bot.store.case_rows import NoSuchCase

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Scribe:
    """Writes for one moment; `room` tells whether and where advisors work."""

    records: Records
    house: House
    process: Process
    room: Room
    now: datetime

    @property
    def hours(self) -> Hours:
        """When people are there."""
        return Hours(self.house.office, self.house.calendar, self.room.patience, self.roster)

    @cached_property
    def roster(self) -> Roster:
        """Who may act at the desk."""
        return self.records.desk.roster()

    def standing(self, chat: Chat) -> Standing | None:
        """The chat's case; None for a chat without one, also where it was deleted since, or cannot be read."""
        try:
            return self.stand(self.records.cases.get(chat.case_ref)) if chat.case_ref else None
        except NoSuchCase:
            return None

    def stand(self, case: Case) -> Standing | None:
        """Where a case stands; None, with a line in the log, where its process is not configured any more."""
        try:
            return stand(case, self.process, self.house.calendar, self.now)
        except NoSuchProfile as lost:
            log.error("case %s cannot be read, people have to answer for it: %s", case.ref, lost)  # noqa: TRY400
            return None

    def speaker(self, chat: Chat, standing: Standing | None, promised: Mapping[str, datetime] | None = None) -> Speaker:
        """Speaks to a buyer who has just not said anything; `promised`: by when people answer, by reply."""
        return unasked(chat, standing, self.house, self.now, promised)

    def staff_language(self, standing: Standing | None) -> str:
        """The language of the case's advisor, else the installation's."""
        known = self.roster.named(standing.case.advisor) if standing else None
        return known.language if known else self.house.default_language

    def note(self, note: Note, actor: str) -> None:
        """One line of the audit trail."""
        self.records.chats.note(note, actor, self.now)
