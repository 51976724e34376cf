"""Which state of the editors' files was live?"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

_SHOWN = 10


@dataclass(frozen=True)
class Edition:
    """The text of every file, by names such as `intents/talk/thanks.yaml`."""

    files: Mapping[str, str]

    @cached_property
    def version(self) -> str:
        """Ten characters that follow from the names and texts alone.

        >>> Edition({"intents/why.yaml": "title: …"}).version
        'f3f7d17e10'
        """
        digest = hashlib.sha256()
        for name, text in sorted(self.files.items()):
            for part in (name, text):
                # The length goes first, so that no text can pass for the next file's name.
                digest.update(f"{len(part)}:{part}".encode())
        return digest.hexdigest()[:_SHOWN]
