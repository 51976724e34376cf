"""Did an editor save a file since the last look?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.folders import saves

# How often somebody who waits for it looks.
SECONDS = 0.5


@dataclass
class Saves:
    """The YAML files of some folders, and when each was saved last: when it was told, and at the last look."""

    folders: tuple[Path, ...]
    told: Mapping[Path, int] = field(default_factory=dict)
    last: Mapping[Path, int] = field(default_factory=dict)

    def look(self) -> Sequence[Path]:
        """The files saved, added or taken away since they were told; all of them at first.

        Who saves several is left in peace until two looks find the same.
        """
        found = _stamps(self.folders)
        has_settled, self.last = found == self.last or not self.told, found
        if not has_settled:
            return ()
        before, self.told = self.told, found
        return sorted(path for path in found.keys() | before.keys() if found.get(path) != before.get(path))


def _stamps(folders: Iterable[Path]) -> dict[Path, int]:
    """When each file was saved last; one that vanishes meanwhile is none."""
    return {Path(path): saved_at for folder in folders for path, (saved_at, *_) in saves(folder).items()}
