"""What does a message hold that no threshold changes? The examples are asked only where that is needed, and once."""

from collections.abc import Sequence
from functools import cached_property

from bot.matching.examples import Examples, Likeness
from bot.matching.hearing import Heard
from bot.matching.phrasing import Phrasing

# 说房子, "he gave me key": so few units, and so few of them that tell anything, are like nothing in particular.
_FRAGMENT, _HARDLY_TELLING = 5, 3
# 中介小哥说, "the agent told me": what it was comes with the next message.
_BEGINNING = 8
_BROKEN_OFF = Phrasing(
    r"(?<!胡|乱|瞎)[说讲](?:是|了)?[\s，,…:：.。]*$|\b(?:said|says|told me|tells me|asked me|called me)"
    r"(?: (?:on|over|by) (?:the )?(?:phone|wechat))?\W*$"
)


class Observation:
    """What was heard, and what the examples make of it; an example with the text `but` keeps silent.

    `likenesses`: the intents that the examples make likely, where that is known. `by_heart`: an example is surely its
    intent's; else only as likely as what is much like it.
    """

    def __init__(
        self,
        heard: Heard,
        examples: Examples,
        but: str | None = None,
        likenesses: Sequence[Likeness] | None = None,
        *,
        by_heart: bool = True,
    ) -> None:
        self.heard = heard
        self._examples = examples
        self._but = but
        self._told = likenesses
        self._by_heart = by_heart
        # The intent under which an editor filed these very words.
        self.own = None if but else examples.own(heard)
        # It is compared with every example: once is enough, however often that is asked.
        self._leans: dict[frozenset[str], float] = {}

    @property
    def is_compared(self) -> bool:
        """Was it compared with single examples? Then all that they taught has a say."""
        return bool(self._leans)

    def lean(self, intents: frozenset[str]) -> float:
        """How like it these intents' nearest example is, beside the nearest of all (0–1)."""
        if intents not in self._leans:
            self._leans[intents] = self._examples.lean(intents, self.heard, but=self._but)
        return self._leans[intents]

    @property
    def known(self) -> str | None:
        """The same, where it is known by heart."""
        return self.own if self._by_heart else None

    @property
    def is_filed(self) -> bool:
        """Is it known by heart what it means?"""
        return self.known is not None

    @cached_property
    def is_fragment(self) -> bool:
        """Is it so short, or broken off before what somebody said, and did no editor file it?"""
        utterance, units = self.heard.utterance, len(self.heard.utterance.texts)
        is_short = units <= _FRAGMENT and self.heard.said.heavy.bit_count() <= _HARDLY_TELLING
        is_broken_off = units <= _BEGINNING and _BROKEN_OFF.search(utterance.original) is not None
        return (is_short or is_broken_off) and not self.own

    @cached_property
    def likenesses(self) -> Sequence[Likeness]:
        """The intents that the examples make likely, but for those that are denied; who says one says its intent."""
        found = self._examples.like(self.heard, but=self._but) if self._told is None else self._told
        denied = self.heard.denied
        if self.known is None:
            return [entry for entry in found if entry.intent not in denied] if denied else found
        return [Likeness(self.known, 1.0), *(entry for entry in found if entry.intent not in {self.known, *denied})]
