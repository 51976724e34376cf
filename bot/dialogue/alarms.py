"""What were people called for in this chat, and does it still stand?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.content import Content
from bot.dialogue.intent import Intent
from bot.dialogue.promises import ON_THE_SPOT
from bot.dialogue.situation import Situation
from bot.matching.understanding import understand
from bot.wording.subject import UntilThen


@dataclass(frozen=True)
class Alarms:
    """Of all promises of a chat those that nobody has kept; but for the one that the buyer says is not so."""

    situation: Situation
    content: Content

    @property
    def called(self) -> list[Intent]:
        """All that people were called for, and that stands."""
        return [intent for reason in self._standing if (intent := self.content.intents.get(reason))]

    @property
    def warned(self) -> Intent | None:
        """What the chat was warned of first, as long as nobody has come, however late."""
        return next(iter(self.insisting), None)

    @property
    def insisting(self) -> list[Intent]:
        """All that it was warned of and that stands; somebody's life before all else."""
        life = self.content.matcher.tiers.life
        return sorted((intent for intent in self.called if intent.insists), key=lambda intent: intent.id not in life)

    @property
    def is_of_life(self) -> bool:
        """May somebody's life be at risk?"""
        return not self.content.matcher.tiers.life.isdisjoint(intent.id for intent in self.called)

    @property
    def halts(self) -> bool:
        """Is nothing to be paid or signed, for any of it?"""
        return any(intent.until_then or self.content.is_of_money(intent) for intent in self.called)

    @property
    def until_then(self) -> UntilThen | None:
        """What holds until somebody has come; an hour that is over without an answer changes nothing of it."""
        return next((intent.until_then for intent in self.called if intent.until_then), None)

    @property
    def is_on_the_way(self) -> bool:
        """Is somebody called who comes within minutes? Whatever is added goes to that person."""
        return any(map(self.is_urgent, self._ahead))

    def is_by_likeness(self, reason: str) -> bool:
        """Did no rule call anybody for such, in what was typed in the last minutes? A mere likeness may misread it."""
        lately, tiers = self.situation.lately, self.content.matcher.tiers
        # Money or life: one danger of either kind is hardly told from the other.
        kind = next((kind for kind in (tiers.life, tiers.urgent - tiers.life) if reason in kind), {reason})
        typed = {*lately, " ".join(lately)}
        matches = (match for message in typed for match in understand(self.content.matcher, message).asked)
        return bool(lately) and not any(match.fired and match.intent in kind for match in matches)

    def is_off(self, reason: str) -> bool:
        """Does the buyer say that it is not so, or what is of the same story?"""
        return any(self.content.is_of_one_story(off, reason) for off in self.situation.chat.called_off)

    def is_urgent(self, reason: str) -> bool:
        """Does somebody come for it within minutes?"""
        intent = self.content.intents.get(reason)
        return reason == ON_THE_SPOT or (intent is not None and intent.is_urgent)

    def awaits(self, reason: str | None) -> bool:
        """Is somebody still to come for this?"""
        return reason in self._ahead

    @property
    def _standing(self) -> Mapping[str, datetime]:
        """The hours by reason, over or not."""
        return {reason: by for reason, by in self.situation.promised.items() if not self.is_off(reason)}

    @property
    def _ahead(self) -> list[str]:
        """The reasons for which somebody still comes in time."""
        return [reason for reason, by in self._standing.items() if by > self.situation.now]
