"""What was heard in the editors' own sentences? They are asked for again at every check."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from copy import copy

from bot.matching.change import changes
from bot.matching.features import Features
from bot.matching.hearing import Heard, Hearing
from bot.matching.rules import Fired
from bot.matching.said import Said
from bot.matching.vectors import Numbered, Numbering, Vocabulary


class Sentences:
    """The editors' own sentences as they are heard; each is heard when it is first asked for."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._heard: dict[str, Heard] = {}
        self._sounds: dict[str, str] = {}
        self._numbering = Numbering()
        self._numbered: dict[str, Numbered] = {}

    def __getitem__(self, sentence: str) -> Heard:
        """What is heard in it."""
        heard = self._heard.get(sentence)
        if heard is None:
            heard = self._heard[sentence] = self._hearing.hear(sentence, self)
        return heard

    def follow(self, hearing: Hearing) -> None:
        """Hear by this from now on; what is heard as before stays."""
        if hearing is self._hearing:
            return
        changed = changes(self._hearing, hearing)
        self._hearing = hearing
        if changed is None:
            for known in (self._heard, self._sounds, self._numbered):
                known.clear()
            return
        words, rules = changed
        for sentence, heard in self._heard.items():
            if words and words.touches(heard, self._sound(sentence)):
                again = hearing.hear(sentence, self)
                if not again.is_like(heard):
                    self._heard[sentence] = again
                    self._numbered.pop(sentence, None)
                    self._sounds.pop(sentence, None)
                    continue
            if rules.touches(heard.said):
                self._heard[sentence] = Heard(heard.utterance, copy(heard.said), self, heard.doubt)

    def vocabulary(self, sentences: Sequence[str]) -> Vocabulary:
        """The features of these."""
        return self._numbering.vocabulary([self._numbers(sentence) for sentence in sentences])

    def kinds(self, heard: Heard) -> Features:
        """The features of what was heard."""
        return self._hearing.kinds(heard)

    def fire(self, said: Said) -> tuple[Sequence[Fired], AbstractSet[str]]:
        """The rules that hold, and the grave intents that are denied."""
        return self._hearing.fire(said)

    def _sound(self, sentence: str) -> str:
        sound = self._sounds.get(sentence)
        if sound is None:
            sound = self._sounds[sentence] = self._hearing.lexicon.sound(self._heard[sentence].utterance.texts)
        return sound

    def _numbers(self, sentence: str) -> Numbered:
        numbers = self._numbered.get(sentence)
        if numbers is None:
            numbers = self._numbered[sentence] = self._numbering.of(self[sentence].kinds)
        return numbers
