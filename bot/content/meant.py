"""Which fact did an editor mean by a name that no fact has? Both languages of an answer are led to the same one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.content.reader import NEAR

_OTHER = {"zh": "en", "en": "zh"}


@dataclass(frozen=True)
class Meant:
    """What an answer says: `said` are the names in its templates, by language; `pairs` what may be said, in both."""

    said: Mapping[str, Sequence[str]]
    pairs: Sequence[Mapping[str, str]]

    def likeliest(self, name: str, language: str) -> str | None:
        """The name of the likeliest fact in this language; None where nothing is near.

        A fact that only the other language says is the best guess. Where that has an unknown name in the same place,
        both are taken together, for each alone might lead elsewhere.
        """
        other = _OTHER[language]
        spoken, answered = self.said.get(language, ()), self.said.get(other, ())
        lone = [pair for pair in self.pairs if pair[other] in answered and pair[language] not in spoken]
        if lone:
            return max(lone, key=lambda pair: fuzz.ratio(name, pair[language]))[language]
        twin = dict(zip(self._strangers(language), self._strangers(other), strict=False)).get(name)
        scored = [
            (fuzz.ratio(name, pair[language]) + (fuzz.ratio(twin, pair[other]) if twin else 0), pair[language])
            for pair in self.pairs
        ]
        score, best = max(scored, default=(0.0, ""))
        return best if score >= NEAR * (2 if twin else 1) else None

    def _strangers(self, language: str) -> list[str]:
        """The names that there are not, in their order."""
        known = {pair[language] for pair in self.pairs}
        return [name for name in dict.fromkeys(self.said.get(language, ())) if name not in known]
