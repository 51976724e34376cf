"""What do the editors' words and rules make of a message? Nothing of it depends on examples or thresholds."""

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from functools import cached_property
from typing import Protocol

from bot.matching.change import RuleChange, WordChange
from bot.matching.features import Features, kinds
from bot.matching.lexicon import Lexicon
from bot.matching.rules import Fired, Rulebook
from bot.matching.said import DENIAL, Said
from bot.matching.spelling import Guesses, Spelling, no_guesses
from bot.matching.text import Utterance, read
from bot.matching.vectors import Numbered, Numbering, Vocabulary

# Half of what is taken for pinyin has to be words.
_MOST_STRANGE = 0.5


class Ears(Protocol):
    """Whoever knows what else is in a message that was heard."""

    def kinds(self, heard: "Heard") -> Features:
        """The features of what was heard."""

    def fire(self, said: Said) -> tuple[Sequence[Fired], AbstractSet[str]]:
        """The rules that hold, and the grave intents that are denied."""


class Heard:
    """A message and the words in it; its rules are looked up when they are first needed, its features each time.

    `is_certain`: how it reads hangs on nothing but the words in it.
    """

    def __init__(self, utterance: Utterance, said: Said, ears: Ears, *, is_certain: bool) -> None:
        self.utterance = utterance
        self.said = said
        self.is_certain = is_certain
        self._ears = ears

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
        return self._ears.kinds(self)

    def is_like(self, other: "Heard") -> bool:
        """Is the same heard in it?"""
        is_read_so = (self.utterance, self.is_certain) == (other.utterance, other.is_certain)
        return is_read_so and self.said.is_like(other.said)

    @cached_property
    def _held(self) -> tuple[Sequence[Fired], AbstractSet[str]]:
        return self._ears.fire(self.said)


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
        self.lexicon = lexicon
        self.rulebook = rulebook
        self._home = home
        self._grave = grave
        # All else that has a say in what is heard.
        self.manner: Hashable = (home, grave, guesses)
        self._spelling = Spelling(lexicon.units, lexicon.audible_units, lexicon.pinyin, guesses, lexicon.homophones)

    def hear(self, message: str, ears: Ears | None = None) -> Heard:
        """The message as it reads best: with its slips put right; in pinyin, its syllables are heard.

        `ears`: who is asked later on what else is in it; else this very hearing.
        """
        typed = read(message)
        utterance = self._spelling.corrected(typed)
        said = self._said(utterance)
        spelt = self.lexicon.pinyin.spelt_out(utterance)
        is_certain = spelt is None and self._spelling.is_certain(typed)
        if spelt:
            heard = self._said(spelt)
            if heard.strangeness < min(said.unread, _MOST_STRANGE):
                utterance, said = spelt, heard
        return Heard(utterance, said, ears or self, is_certain=is_certain)

    def changes_since(self, before: "Hearing") -> tuple[WordChange, RuleChange] | None:
        """What is heard otherwise; None where nothing can be said to be heard the same."""
        if self.manner != before.manner:
            return None
        words = WordChange.between(before.lexicon, self.lexicon)
        return words, RuleChange.between(before.rulebook, self.rulebook)

    def spoken(self, heard: Heard) -> Sequence[str]:
        """The units of what was heard as they sound."""
        return self.lexicon.spoken(heard.utterance.texts)

    def kinds(self, heard: Heard) -> Features:
        """The features of what was heard."""
        texts = heard.utterance.texts
        return kinds(texts, self.lexicon.spoken(texts), heard.said.concepts)

    def fire(self, said: Said) -> tuple[Sequence[Fired], AbstractSet[str]]:
        """The rules that hold, and the grave intents that are denied."""
        fired = self.rulebook.fire(said)
        if DENIAL not in said.concepts:
            return fired, frozenset()
        loud = frozenset(entry.rule.intent for entry in fired) & self._grave
        if not loud:
            return fired, loud
        meant = [entry for entry in self.rulebook.fire(said.undenied) if entry.rule.intent in self._grave]
        others = [entry for entry in fired if entry.rule.intent not in self._grave]
        return [*others, *meant], loud - {entry.rule.intent for entry in meant}

    def _said(self, utterance: Utterance) -> Said:
        hits = self.lexicon.scan(utterance.texts, utterance.borders, is_pinyin=utterance.is_pinyin)
        return Said(utterance.texts, hits, self._home)


class Sentences:
    """The editors' own sentences as they were heard: they are asked for again at every check."""

    def __init__(self, hearing: Hearing) -> None:
        self._hearing = hearing
        self._heard: dict[str, Heard] = {}
        self._numbering = Numbering()
        self._numbered: dict[str, Numbered] = {}

    def __getitem__(self, sentence: str) -> Heard:
        """It is heard when it is first asked for."""
        heard = self._heard.get(sentence)
        if heard is None:
            heard = self._heard[sentence] = self._hearing.hear(sentence, self)
        return heard

    def follow(self, hearing: Hearing) -> None:
        """Hear by this from now on; what is heard as before stays."""
        changes = hearing.changes_since(self._hearing)
        self._hearing = hearing
        if changes is None:
            self._heard.clear()
            self._numbered.clear()
            return
        words, rules = changes
        for sentence, heard in self._heard.items():
            if words and (not heard.is_certain or words.touches(heard.utterance.texts, hearing.spoken(heard))):
                again = hearing.hear(sentence, self)
                if not again.is_like(heard):
                    self._heard[sentence] = again
                    self._numbered.pop(sentence, None)
                    continue
            if rules.touches(heard.said):
                self._heard[sentence] = Heard(heard.utterance, copy(heard.said), self, is_certain=heard.is_certain)

    def vocabulary(self, sentences: Sequence[str]) -> Vocabulary:
        """The features of these."""
        return self._numbering.vocabulary([self._numbers(sentence) for sentence in sentences])

    def kinds(self, heard: Heard) -> Features:
        """The features of what was heard."""
        return self._hearing.kinds(heard)

    def fire(self, said: Said) -> tuple[Sequence[Fired], AbstractSet[str]]:
        """The rules that hold, and the grave intents that are denied."""
        return self._hearing.fire(said)

    def _numbers(self, sentence: str) -> Numbered:
        numbers = self._numbered.get(sentence)
        if numbers is None:
            numbers = self._numbered[sentence] = self._numbering.of(self[sentence].kinds)
        return numbers
