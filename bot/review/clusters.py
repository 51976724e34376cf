"""What do buyers ask again and again that the content does not answer?"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.dialogue.unmatched import Miss, Unmatched
from bot.matching.likeness import grouped
from bot.matching.matcher import Matcher
from bot.matching.understanding import understand

_LIKELIEST = 3


@dataclass(frozen=True)
class Cluster:
    """Failed messages that say about the same, each with its count; `likeliest` intents, best first."""

    leader: str
    language: str
    messages: tuple[tuple[str, int], ...]
    outcomes: Mapping[Miss, int]
    likeliest: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many messages there are in all."""
        return sum(count for _, count in self.messages)


def is_open(miss: Unmatched, matcher: Matcher, is_reworded: Callable[[Unmatched], bool]) -> bool:
    """Is it still failed? An answer that was no good has to have become another one, or to be put otherwise.

    What was like small talk then, and was passed on for all that, is not answered because it is still like it.
    """
    understood, known = understand(matcher, miss.text), set(miss.candidates)
    answers = {match.best.intent for match in understood.asked if match.best}
    if miss.outcome in {Miss.DISLIKED, Miss.REASKED}:
        return not answers - known and not is_reworded(miss)
    return not understood.whole.is_filed and not answers - (known & matcher.tiers.asides)


def clusters(misses: Iterable[Unmatched], matcher: Matcher) -> list[Cluster]:
    """The failed messages in groups, the largest first."""
    by_text: dict[str, list[Unmatched]] = {}
    for miss in misses:
        by_text.setdefault(miss.text, []).append(miss)
    groups = grouped(miss.text for same in by_text.values() for miss in same)
    return [
        _gap(group.leader, group.members, [miss for text, _ in group.members for miss in by_text[text]], matcher)
        for group in groups
    ]


def _gap(leader: str, messages: tuple[tuple[str, int], ...], misses: Sequence[Unmatched], matcher: Matcher) -> Cluster:
    outcomes = Counter(miss.outcome for miss in misses)
    language = Counter(miss.language for miss in misses).most_common(1)[0][0]
    likely = [entry.intent for entry in matcher.match(leader).candidates[:_LIKELIEST]]
    return Cluster(leader, language, messages, outcomes, tuple(likely))
