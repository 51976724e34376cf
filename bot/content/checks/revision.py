"""What becomes of the editors' own sentences? Each is matched anew only where something about it has changed."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

from bot.content.memory import Memory
from bot.matching.clauses import clauses
from bot.matching.examples import Learnt, Likeness, says_enough
from bot.matching.hearing import Heard
from bot.matching.match import Match
from bot.matching.matcher import Matcher
from bot.matching.sentences import Sentences
from bot.matching.tiers import Tiers
from bot.matching.understanding import understand


class Revision:
    """The matcher asked as in a chat, but by sentences that it is asked at every check.

    None is known by heart: what counts is what becomes of all that is much like it.
    """

    def __init__(self, matcher: Matcher, sentences: Sentences, memory: Memory) -> None:
        self.matcher = matcher
        self._sentences = sentences
        self._memory = memory
        self._manner = memory.edition("manner", matcher.manner)

    @property
    def tiers(self) -> Tiers:
        """What goes first, and what gives way."""
        return self.matcher.tiers

    def match(self, message: str) -> Match:
        """Every intent that the sentence may mean."""
        return self._match(message, unseen=False)

    def match_unseen(self, example: str) -> Match:
        """The same for an example, as if it were nobody's: or it would always win itself."""
        return self._match(example, unseen=True)

    def asked(self, sentence: str) -> Sequence[Match]:
        """The questions that a buyer who writes this gets answered."""
        known = self._memory.recall(("asked", self._manner, sentence), _Apart)
        if not known.is_like(self):
            known.heard.clear()
            known.asked = understand(_Listener(self, known.heard), sentence).asked
        return known.asked

    def clauses(self, sentence: str) -> Sequence[str]:
        """The parts in which it is heard."""
        return self._memory.recall(("clauses", sentence), lambda: clauses(sentence))

    def _match(self, sentence: str, *, unseen: bool) -> Match:
        heard = self._sentences[sentence]
        learnt = self.matcher.examples_for(heard)
        place = learnt.places.get(sentence) if learnt else None
        if learnt is None or place is None:
            return self._judged(heard, sentence if unseen else None, None, learnt)
        likenesses = self._likenesses(learnt, unseen=unseen)[place] if says_enough(heard) else ()
        return self._judged(heard, sentence if unseen else None, likenesses, learnt)

    def _likenesses(self, learnt: Learnt, *, unseen: bool) -> Sequence[tuple[Likeness, ...]]:
        return self._memory.recall(("likenesses", learnt, unseen), lambda: learnt.likenesses(unseen=unseen))

    def _judged(
        self, heard: Heard, but: str | None, likenesses: tuple[Likeness, ...] | None, learnt: Learnt | None
    ) -> Match:
        seen = self.matcher.observe_heard(heard, but, likenesses, by_heart=False)

        def judge() -> Match | None:
            match = self.matcher.judge(seen)
            return None if seen.is_compared else match

        # Where single examples are compared, and where no likeness is known, all that was learnt has a say.
        basis: Hashable = learnt if likenesses is None else likenesses
        known = "match", self._manner, heard, seen.own, but, basis
        return self._memory.recall(known, judge) or self._memory.recall(
            (*known, learnt), lambda: self.matcher.judge(seen)
        )


@dataclass
class _Apart:
    """What was asked for to take a sentence apart, what came of it, and of the whole: the same of the same."""

    heard: dict[str, Match] = field(default_factory=dict)
    asked: Sequence[Match] = ()

    def is_like(self, revision: Revision) -> bool:
        """Would the same come of all of it now?"""
        return bool(self.heard) and all(revision.match(part) is match for part, match in self.heard.items())


@dataclass(frozen=True)
class _Listener:
    """A revision of which somebody notes what it is asked, and what it says."""

    revision: Revision
    heard: dict[str, Match]

    @property
    def tiers(self) -> Tiers:
        """What goes first, and what gives way."""
        return self.revision.tiers

    def match(self, message: str) -> Match:
        """Every intent that the part may mean."""
        return self.heard.setdefault(message, self.revision.match(message))
