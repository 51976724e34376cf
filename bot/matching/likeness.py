"""How like are two messages, and which belong together?"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.matching.text import read

# Two characters for Chinese, where words are short; three tell English words apart.
_SIZES = (2, 3)
_TOGETHER = 0.45
Grams = Mapping[str, int]


@dataclass(frozen=True)
class Group:
    """Messages that say about the same, each with its count; the most frequent leads."""

    leader: str
    members: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many messages there are in all."""
        return sum(count for _, count in self.members)


def alike(one: str, other: str) -> float:
    """How like two messages are, from 0 to 1 (cosine of their n-grams of characters).

    >>> alike("网签要多久？", "网签 要多久"), alike("网签要多久", "谢谢")
    (1.0, 0.0)
    """
    first, second = grams(one), grams(other)
    shared = sum(count * second.get(gram, 0) for gram, count in first.items())
    return round(shared / (_length(first) * _length(second)), 4) if shared else 0.0


def grouped(messages: Iterable[str]) -> list[Group]:
    """The messages in groups, the largest first; the same messages always give the same groups.

    Each message, the frequent ones first, joins the leader it is most like, or becomes a leader itself.
    """
    counts = Counter(messages)
    ordered = sorted(counts, key=lambda text: (-counts[text], text))
    leaders = _Leaders()
    members: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for text in ordered:
        members[leaders.of(text)].append((text, counts[text]))
    groups = [Group(leader, tuple(texts)) for leader, texts in members.items()]
    return sorted(groups, key=lambda group: (-group.count, group.leader))


class _Leaders:
    """The leaders so far, found by the n-grams that they share with a message."""

    def __init__(self) -> None:
        self._holders: dict[str, list[tuple[str, float]]] = defaultdict(list)

    def of(self, text: str) -> str:
        """The leader that the text is most like; the text itself where there is none."""
        own = grams(text)
        length = _length(own)
        likeness: dict[str, float] = defaultdict(float)
        for gram, count in own.items():
            for leader, share in self._holders.get(gram, ()):
                likeness[leader] += share * count / length
        best = min(likeness, key=lambda leader: (-likeness[leader], leader), default=None)
        if best is not None and likeness[best] >= _TOGETHER:
            return best
        for gram, count in own.items():
            self._holders[gram].append((text, count / length))
        return text


def grams(text: str) -> Grams:
    """The n-grams of a message's characters, without signs, spaces and habits of spelling; a short one is its own."""
    plain = "".join(unit.text for unit in read(text).units)
    found = Counter(plain[start : start + size] for size in _SIZES for start in range(len(plain) - size + 1))
    return found or Counter({plain: 1})


def _length(own: Grams) -> float:
    return math.sqrt(sum(count * count for count in own.values()))
