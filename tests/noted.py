"""What testers noted beside their messages, in the sheets of `tests/utterances`."""

from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).parent / "utterances"


def rows(name: str) -> list[Sequence[str]]:
    """The columns of each line of a sheet; what begins with # is a remark."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]
