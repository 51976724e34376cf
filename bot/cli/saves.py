"""Did an editor save a file since the last look?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

# How often somebody who waits for it looks.
SECONDS = 0.5


@dataclass(frozen=True)
class Saves:
    """The YAML files of some folders, and when each was saved last."""

    folders: tuple[Path, ...]
    seen: dict[Path, int] = field(default_factory=dict)

    def look(self) -> bool:
        """Look once; True where something was saved, added or taken away since the last time."""
        stamps = _stamps(self.folders)
        if stamps == self.seen:
            return False
        self.seen.clear()
        self.seen.update(stamps)
        return True


def _stamps(folders: Iterable[Path]) -> dict[Path, int]:
    """When each file was saved last; one that vanishes meanwhile is none."""
    found = [path for folder in folders for path in folder.rglob("*.y*ml")]
    return {path: path.stat().st_mtime_ns for path in found if path.exists()}
