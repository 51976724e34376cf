"""What do the editors' words and rules make of a message? Nothing of it depends on examples or thresholds."""

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Protocol

from bot.matching.features import Features, kinds
from bot.matching.lexicon import Lexicon
from bot.matching.rules import Fired, Rulebook
from bot.matching.said import DENIAL, Said
from bot.matching.spelling import Doubt, Guesses, Spelling, no_guesses
from bot.matching.text import Utterance, read

# Half of what is taken for pinyin has to be words.
_MOST_STRANGE = 0.5


class Ears(Protocol):
    """Whoever knows what else is in a message that was heard."""

    def kinds(self, heard: "Heard") -> Features:
        """The features of what was heard."""

    def fire(self, said: Said) -> tuple[Sequence[Fired], AbstractSet[str]]:
        """The rules that hold, and the grave intents that are denied."""

    def doubt(self, typed: Utterance) -> Doubt:
        """What of a message might read otherwise if other words were known."""


class Heard:
    """A message and the words in it; its rules are looked up when they are first needed, its features each time.

    `typed`: as it is written, before its slips were put right, and pinyin written in characters.
    """

    def __init__(self, typed: Utterance, utterance: Utterance, said: Said, ears: Ears) -> None:
        self.typed = typed
        self.utterance = utterance
        self.said = said
        self._ears = ears
        self._fired: tuple[Sequence[Fired], AbstractSet[str]] | None = None

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

    @cached_property
    def doubt(self) -> Doubt:
        """What of it might read otherwise if other words were known."""
        return self._ears.doubt(self.typed)

    @cached_property
    def language(self) -> str:
        """Zh or en; blank where there is nothing to go by."""
        return self.utterance.language or ""

    def is_like(self, other: "Heard") -> bool:
        """Is the same heard in it?"""
        is_read_so = (self.utterance, self.doubt) == (other.utterance, other.doubt)
        return is_read_so and self.said.is_like(other.said)

    @property
    def _held(self) -> tuple[Sequence[Fired], AbstractSet[str]]:
        # Each message asks for it: a cached_property takes a lock first.
        if self._fired is None:
            self._fired = self._ears.fire(self.said)
        return self._fired


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
        """The message as it reads best: with its slips put right; pinyin in characters.

        `ears`: who is asked later on what else is in it; else this very hearing.
        """
        typed = read(message)
        utterance = self._spelling.corrected(typed)
        said = self._said(utterance)
        if pieces := self.lexicon.pinyin.spelt_out(typed):
            meant = read("".join(self.lexicon.input_method.written(pieces)))
            heard = self._said(meant)
            if heard.strangeness < min(said.unread, _MOST_STRANGE):
                utterance, said = meant, heard
        return Heard(typed, utterance, said, ears or self)

    def in_characters(self, message: str) -> str | None:
        """The message with its pinyin in characters, as it reads best; None where it has none."""
        if not self.lexicon.pinyin.spelt_out(read(message)):
            return None
        meant = self.hear(message).utterance.original
        return None if meant == message else meant

    def doubt(self, typed: Utterance) -> Doubt:
        """What of a message might read otherwise if other words were known."""
        is_pinyin = bool(self.lexicon.pinyin.spelt_out(typed))
        return self._spelling.doubt(typed) | (Doubt.PINYIN if is_pinyin else Doubt.NONE)

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
        hits = self.lexicon.scan(utterance.texts, utterance.borders, utterance.whether)
        return Said(utterance.texts, hits, self._home)
