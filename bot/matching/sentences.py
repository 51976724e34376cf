"""What was heard in the editors' own sentences? They are asked for again at every check."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.matching.change import WordChange, changes
from bot.matching.features import Features
from bot.matching.hearing import Heard, Hearing
from bot.matching.rules import Fired
from bot.matching.said import Said
from bot.matching.spelling import Doubt
from bot.matching.text import Utterance
from bot.matching.vectors import Numbered, Numbering, Vocabulary


class Sentences:
    """The editors' own sentences as they are heard; each is heard when it is first asked for."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._heard: dict[str, Heard] = {}
        self._sounds: dict[str, str] = {}
        self._asked: set[str] = set()
        self._numbering = Numbering()
        self._numbered: dict[str, Numbered] = {}

    def __getitem__(self, sentence: str) -> Heard:
        """What is heard in it: the same thing until something of it is heard otherwise."""
        self._asked.add(sentence)
        heard = self._heard.get(sentence)
        if heard is None:
            heard = self._heard[sentence] = self._hearing.hear(sentence, self)
        return heard

    def follow(self, hearing: Hearing) -> None:
        """Hear by this from now on; what is heard as before stays, unless nobody has asked for it since last time."""
        if hearing is self._hearing:
            return
        changed = changes(self._hearing, hearing)
        if changed is None:
            self._hearing = hearing
            self._forget(set(self._heard))
            return
        self._forget(self._heard.keys() - self._asked)
        self._asked.clear()
        words, rules = changed
        # Before the new words are heard: whether a sentence may read otherwise, the old ones say.
        touched = {sentence for sentence in self._heard if words and self._is_touched(sentence, words)}
        self._hearing = hearing
        for sentence, heard in self._heard.items():
            if sentence in touched and not (again := hearing.hear(sentence, self)).is_like(heard):
                self._heard[sentence] = again
                for known in (self._sounds, self._numbered):
                    known.pop(sentence, None)
            elif rules.touches(heard.said):
                self._heard[sentence] = Heard(heard.typed, heard.utterance, heard.said, self)

    def vocabulary(self, sentences: Sequence[str]) -> Vocabulary:
        """The features of these."""
        return self._numbering.vocabulary([self._numbers(sentence) for sentence in sentences])

    def kinds(self, heard: Heard) -> Features:
        """The features of what was heard."""
        return self._hearing.kinds(heard)

    def fire(self, said: Said) -> tuple[Sequence[Fired], AbstractSet[str]]:
        """The rules that hold, and the grave intents that are denied."""
        return self._hearing.fire(said)

    def doubt(self, typed: Utterance) -> Doubt:
        """What of a message might read otherwise if other words were known."""
        return self._hearing.doubt(typed)

    def _forget(self, sentences: AbstractSet[str]) -> None:
        for known in (self._heard, self._sounds, self._numbered):
            for sentence in sentences & known.keys():
                del known[sentence]

    def _is_touched(self, sentence: str, words: WordChange) -> bool:
        return words.touches(self._heard[sentence], self._sound(sentence))

    def _sound(self, sentence: str) -> str:
        sound = self._sounds.get(sentence)
        if sound is None:
            heard = self._heard[sentence].utterance
            asked = [typed for _, typed in heard.whether]
            sound = self._sounds[sentence] = self._hearing.lexicon.sound([*heard.texts, *asked])
        return sound

    def _numbers(self, sentence: str) -> Numbered:
        self._asked.add(sentence)
        numbers = self._numbered.get(sentence)
        if numbers is None:
            numbers = self._numbered[sentence] = self._numbering.of(self[sentence].kinds)
        return numbers
