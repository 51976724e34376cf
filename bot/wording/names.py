"""What are steps, people and obstacles called when we talk to a buyer?"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.cases.milestones import BlockerCode, Milestone, Role
from bot.cases.states import Conflict

# The sections of replies/_names.yaml and the codes that each must name.
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "milestones": tuple(Milestone),
    "roles": tuple(Role),
    "blockers": tuple(BlockerCode),
    "conflicts": tuple(Conflict),
    "actions": ("unbind",),
    "release_rules": ("after_filing", "after_transfer", "after_mortgage_registration", "after_pre_notice"),
    "days": (
        "signing",
        "expected_signing",
        "papers_due",
        "outage_until",
        "blocker_until",
        "approval_until",
        "sign_by",
        "next_contact",
        "reply_by",
        "outage_since",
        "blocked_since",
        "missed_days",
        "planned_day",
        "approved_on",
    ),
}


@dataclass(frozen=True)
class Name:
    """A name in each language, and a few plain words for those who hear it the first time."""

    texts: Mapping[str, str]
    gloss: Mapping[str, str]

    def glossed(self, language: str) -> str:
        """The name, followed by its gloss where it has one."""
        gloss = self.gloss.get(language)
        if not gloss:
            return self.texts[language]
        return f"{self.texts[language]}（{gloss}）" if language == "zh" else f"{self.texts[language]} ({gloss})"


@dataclass(frozen=True)
class Names:
    """All names by section and code."""

    sections: Mapping[str, Mapping[str, Name]]

    def say(self, section: str, code: str, language: str) -> str:
        """The plain name."""
        return self.sections[section][code].texts[language]

    def explain(self, section: str, code: str, language: str) -> str:
        """The name with its gloss."""
        return self.sections[section][code].glossed(language)
