"""Is something put in certain words, in whichever script and case? For what is known by its form alone."""

import re

from bot.matching.script import legible


def any_of(*patterns: str) -> str:
    """A pattern that stands for any of these."""
    return f"(?:{'|'.join(patterns)})"


class Phrasing:
    """A pattern in simplified script; what it finds stands at the same place in the text as it was typed."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it stands."""
        return self._pattern.search(legible(text))

    def match(self, text: str) -> re.Match[str] | None:
        """The place at the beginning, if it stands there."""
        return self._pattern.match(legible(text))

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The text, if it is nothing else."""
        return self._pattern.fullmatch(legible(text))

    def split(self, text: str) -> list[str]:
        """The parts between its places, in simplified script."""
        return self._pattern.split(legible(text))

    def without(self, text: str) -> str:
        """The text where it does not stand, in simplified script."""
        return self.replaced(text, "")

    def replaced(self, text: str, by: str) -> str:
        """The text with something else wherever it stands, in simplified script."""
        return self._pattern.sub(by, legible(text))
