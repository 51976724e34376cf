"""What is a fact, and when may it be told of a case?"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.wording import telling
from bot.wording.subject import Subject


@dataclass(frozen=True)
class Fact:
    """A fact under its name in each language; `always` known ones may stand in a last resort."""

    zh: str
    en: str
    meaning_zh: str
    meaning_en: str
    say: Callable[[Subject], str | None]
    always: bool = False

    def name(self, language: str) -> str:
        """The name that a template in this language uses."""
        return self.zh if language == "zh" else self.en


def of_case(say: telling.Say) -> Callable[[Subject], str | None]:
    """What only a case can answer of which we may speak."""
    return lambda subject: say(subject, subject.standing) if subject.standing else None


def ageless(say: telling.Say) -> Callable[[Subject], str | None]:
    """A fact that no file is too old for: it stands in a contract or a letter, or is what we said ourselves."""
    return lambda subject: say(subject, found) if (found := subject.standing or subject.aged) else None


def of_agreed(say: telling.Say) -> Callable[[Subject], str | None]:
    """What people agreed stands, however old the file is."""
    return lambda subject: say(subject, subject.agreed) if subject.agreed else None
