"""Which settings are there, of what form? The tables behind config.yaml."""

from datetime import date, time
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic_core import PydanticCustomError

from bot.cases.office import Office, Span
from bot.cases.typed import are_apart, span
from bot.config.process import ProcessSettings
from bot.desk.room import Room
from bot.desk.timers import Patience


def _span(text: object) -> object:
    """`09:00-12:00` as a span; anything else is left for pydantic to refuse."""
    if not isinstance(text, str):
        return text
    found = span(text)
    if found is None:
        raise PydanticCustomError("hours_form", "hours are written 09:00-12:00")
    if found.start >= found.end:
        raise PydanticCustomError("hours_backwards", "the hours end before they begin")
    return found


def _apart(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if not are_apart(spans):
        raise PydanticCustomError("hours_order", "the hours stand out of order, or overlap")
    return spans


class _Section(BaseModel):
    """Settings refuse what they do not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Languages(_Section):
    """Which language a chat gets that has shown none."""

    default: Literal["zh", "en"] = "zh"


class Database(_Section):
    """Where the books are kept."""

    url: SecretStr = SecretStr("sqlite:///data/signpost.db")


class ContentFolders(_Section):
    """Where the editors' files are."""

    intents: Path = Path("intents")
    replies: Path = Path("replies")


class Telegram(_Section):
    """How Telegram is reached. `base_url` ends in /bot; the token comes from the environment."""

    token: SecretStr | None = None
    base_url: str = Field(default="https://api.telegram.org/bot", pattern=r"^https?://.+/bot$")
    advisors_chat: int | None = None
    editors_chat: int | None = None
    bot_name: str | None = None


class Logging(_Section):
    """How the log looks."""

    format: Literal["plain", "json"] = "plain"
    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"


class OfficeHours(_Section):
    """When people are at work."""

    hours: Annotated[tuple[Annotated[Span, BeforeValidator(_span)], ...], AfterValidator(_apart)] = Field(
        default=Office().spans, min_length=1
    )
    same_day_by: time = Office().same_day_by
    urgent_minutes: int = Field(default=Office().urgent_minutes, ge=1)
    soon_minutes: int = Field(default=Office().soon_minutes, ge=1)
    duty_minutes: int = Field(default=Office().duty_minutes, ge=1)


class CalendarDays(_Section):
    """Days that differ from the published calendar."""

    working: tuple[date, ...] = ()
    days_off: tuple[date, ...] = ()
    complete_years: tuple[Annotated[int, Field(ge=2000, lt=2100)], ...] = ()


class DeskTimes(_Section):
    """How long things take at the advisors' desk, in minutes of office time and in days."""

    silence_minutes: int = Field(default=Patience().silence, ge=1)
    notice_minutes: int = Field(default=Patience().notice, ge=1)
    survey_days: int = Field(default=Room().survey_days, ge=1)


class Settings(_Section):
    """All of config.yaml."""

    languages: Languages = Languages()
    database: Database = Database()
    content: ContentFolders = ContentFolders()
    telegram: Telegram = Telegram()
    logging: Logging = Logging()
    office: OfficeHours = OfficeHours()
    desk: DeskTimes = DeskTimes()
    calendar: CalendarDays = CalendarDays()
    process: ProcessSettings
