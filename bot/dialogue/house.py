"""What holds for every chat of this installation?"""

from dataclasses import dataclass

from bot.cases.office import Office
from bot.cases.workdays import Calendar
from bot.dialogue.content import Content


@dataclass(frozen=True)
class House:
    """What holds for every chat of this installation."""

    content: Content
    office: Office
    calendar: Calendar
    default_language: str
