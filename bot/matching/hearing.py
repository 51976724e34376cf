"""What do the editors' words and rules make of a message? Nothing of it depends on examples or thresholds."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from bot.matching.features import Features, kinds
from bot.matching.lexicon import Lexicon
from bot.matching.rules import Fired, Rulebook
from bot.matching.said import DENIAL, Said
from bot.matching.spelling import Guesses, Spelling, no_guesses
from bot.matching.text import Utterance, read

# Half of what is taken for pinyin has to be words.
_MOST_STRANGE = 0.5


class Heard:
    """A message and the words in it; its rules are looked up when they are first needed, its features each time."""

    def __init__(self, utterance: Utterance, said: Said, hearing: "Hearing") -> None:
        self.utterance = utterance
        self.said = said
        self._hearing = hearing

    @property
    def fired(self) -> Sequence[Fired]:
        """The rules that hold; of grave intents, those that hold though a denial is heard."""
        return self._held[0]

    @property
    def denied(self) -> AbstractSet[str]:
        """The grave intents whose rules hold only as long as the denial is not heard."""
        return self._held[1]

    @property
    def kinds(self) -> Features:
        """By what it is compared with examples."""
        return self._hearing.kinds(self)

    @cached_property
    def _held(self) -> tuple[Sequence[Fired], AbstractSet[str]]:
        return self._hearing.fire(self.said)


class Hearing:
    """The words and the rules; `home`: concepts that show that a message is about buying a home.

    `grave`: the intents that are not meant where they are denied. `guesses`: what a mistyped word may be.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        rulebook: Rulebook,
        home: AbstractSet[str] = frozenset(),
        grave: AbstractSet[str] = frozenset(),
        guesses: Guesses = no_guesses,
    ) -> None:
        self._lexicon = lexicon
        self._rulebook = rulebook
        self._home = home
        self._grave = grave
        self._spelling = Spelling(lexicon.units, lexicon.audible_units, lexicon.pinyin, guesses, lexicon.homophones)

    def hear(self, message: str) -> Heard:
        """The message as it reads best: with its slips put right; in pinyin, its syllables are heard."""
        utterance = self._spelling.corrected(read(message))
        said = self._said(utterance)
        if spelt := self._lexicon.pinyin.spelt_out(utterance):
            heard = self._said(spelt)
            if heard.strangeness < min(said.unread, _MOST_STRANGE):
                utterance, said = spelt, heard
        return Heard(utterance, said, self)

    def kinds(self, heard: Heard) -> Features:
        """The features of what was heard."""
        texts = heard.utterance.texts
        return kinds(texts, self._lexicon.spoken(texts), heard.said.concepts)

    def fire(self, said: Said) -> tuple[Sequence[Fired], AbstractSet[str]]:
        """The rules that hold, and the grave intents that are denied."""
        fired = self._rulebook.fire(said)
        if DENIAL not in said.concepts:
            return fired, frozenset()
        loud = frozenset(entry.rule.intent for entry in fired) & self._grave
        if not loud:
            return fired, loud
        meant = [entry for entry in self._rulebook.fire(said.undenied) if entry.rule.intent in self._grave]
        others = [entry for entry in fired if entry.rule.intent not in self._grave]
        return [*others, *meant], loud - {entry.rule.intent for entry in meant}

    def _said(self, utterance: Utterance) -> Said:
        hits = self._lexicon.scan(utterance.texts, utterance.borders, is_pinyin=utterance.is_pinyin)
        return Said(utterance.texts, hits, self._home)


class Sentences(dict[str, Heard]):
    """The editors' own sentences as they were heard: they are asked for again at every check."""

    def __init__(self, hearing: Hearing) -> None:
        super().__init__()
        self._hearing = hearing

    def __missing__(self, sentence: str) -> Heard:
        """It is heard when it is first asked for."""
        heard = self[sentence] = self._hearing.hear(sentence)
        return heard

    def __reduce__(self) -> tuple[type["Sentences"], tuple[Hearing]]:
        """Another process can hear them by itself."""
        return Sentences, (self._hearing,)
