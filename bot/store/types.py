"""How do moments and choices survive a trip through two databases?"""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import BigInteger, DateTime, Enum, Integer, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from bot.cases.case import CHINA


class NaiveTime(ValueError):
    """A moment without a time zone is to be stored."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(f"{moment!r} has no time zone. Give it one before storing it.")


class AwareTime(TypeDecorator[datetime]):
    """An aware datetime: kept in UTC (SQLite drops offsets), read back in China's time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To UTC; raises NaiveTime."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveTime(value)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From UTC; SQLite hands it back without a zone."""
        if value is None:
            return None
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(CHINA)


class Names(TypeDecorator[frozenset[str]]):
    """Several names of questions, kept one behind the other; NULL for none."""

    impl = String(400)
    cache_ok = True

    def process_bind_param(self, value: frozenset[str] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """In the order of the alphabet."""
        return " ".join(sorted(value)) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str]:  # noqa: ARG002
        """None where there is nothing."""
        return frozenset((value or "").split())


def choice(kind: type[StrEnum]) -> Enum:
    """A column for one of `kind`, kept as its text and checked on the way in and out."""
    return Enum(
        kind, native_enum=False, length=40, values_callable=lambda members: [member.value for member in members]
    )


# SQLite numbers rows by itself only in a plain INTEGER column.
BIG = BigInteger().with_variant(Integer, "sqlite")
