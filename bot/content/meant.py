"""Which fact did an editor mean by a name that no fact has? Both languages of an answer are led to the same one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.cases.languages import OTHER
from bot.content.reader import NEAR


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
        other = OTHER[language]
        spoken, answered = self._names(language), self._names(other)
        lone = [pair for pair in self.pairs if pair[other] in answered and pair[language] not in spoken]
        if lone:
            return max(lone, key=lambda pair: fuzz.ratio(name, pair[language]))[language]
        twin = dict(zip(self._strangers(language), self._strangers(other), strict=False)).get(name)
        together = self._nearest({language: name, other: twin}, language) if twin else None
        return together or self._nearest({language: name}, language)

    def _nearest(self, wanted: Mapping[str, str], language: str) -> str | None:
        """The name in a language of the fact that is most like these names, if it is like them at all."""
        score, best = max(
            (sum(fuzz.ratio(name, pair[spoken]) for spoken, name in wanted.items()), pair[language])
            for pair in self.pairs
        )
        return best if score >= NEAR * len(wanted) else None

    def _names(self, language: str) -> Sequence[str]:
        """What the templates of a language name, those in the other language's words as well."""
        meant = {pair[OTHER[language]]: pair[language] for pair in self.pairs}
        return [meant.get(name, name) for name in self.said.get(language, ())]

    def _strangers(self, language: str) -> list[str]:
        """The names that there are not, in their order."""
        known = {pair[language] for pair in self.pairs}
        return [name for name in dict.fromkeys(self._names(language)) if name not in known]
