"""What was measured, of which engine, and how do two engines compare?"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

SIGNPOST = "signpost"
CONTENT = "signpost (product content)"
LOADING = "signpost (loading the content)"
CHECKING = "signpost (checking 20 examples of each)"


@dataclass(frozen=True)
class Cell:
    """One engine in one language at one size; 0 intents: as many as the shipped content has."""

    engine: str
    language: str
    intents: int


@dataclass(frozen=True)
class Row:
    """What a cell gave; nothing but a note where it could not be measured.

    `right`: the share of the messages (0–1) for which the intent, or that there is none, is right.
    """

    engine: str
    language: str
    intents: int
    messages_per_second: float | None = None
    p50_us: float | None = None
    p99_us: float | None = None
    build_s: float | None = None
    peak_mib: float | None = None
    right: float | None = None
    note: str = ""

    def for_programs(self) -> dict[str, object]:
        """Its figures; the note only where there is one."""
        fields = asdict(self)
        del fields["right"]
        return fields if self.note else {name: value for name, value in fields.items() if name != "note"}


def ratio(row: Row, rows: Iterable[Row]) -> float | None:
    """How many times as fast signpost is, at the same size and in the same language."""
    same = (other for other in rows if (other.language, other.intents) == (row.language, row.intents))
    ours = next((other.messages_per_second for other in same if other.engine == SIGNPOST), None)
    return ours / row.messages_per_second if ours and row.messages_per_second else None
