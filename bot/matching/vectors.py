"""Messages as sparse vectors: which features does each hold, and how much does each count?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.matching.features import WEIGHTS, WORDS, Features

Matrix = NDArray[np.float32]
Places = NDArray[np.int64]

# The last row is that of all features that no example has.
_UNKNOWN = -1
_NOWHERE = -1
_LEAST = 1e-9
_WEIGHTS = np.array(WEIGHTS)


@dataclass(frozen=True)
class Vectors:
    """One vector after the other: the rows of its features and their values, and how many it has (`sizes`)."""

    rows: Places
    values: Matrix
    sizes: Places

    @property
    def holders(self) -> Places:
        """For each entry, the vector that it belongs to."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)


class Numbered(NamedTuple):
    """The numbers of a message's features, one kind after the other, and how many it has of each kind."""

    numbers: Places
    sizes: Places


class Numbering:
    """A number for each feature, given when it is first met; the same text is another feature in another kind."""

    def __init__(self) -> None:
        number = count().__next__
        self._known = [defaultdict[str, int](number) for _ in WEIGHTS]

    def of(self, message: Features) -> Numbered:
        """The numbers of a message's features."""
        numbers = [own[feature] for own, kind in zip(self._known, message, strict=True) for feature in kind]
        return Numbered(np.array(numbers, np.int64), np.array(list(map(len, message)), np.int64))

    def vocabulary(self, messages: Sequence[Numbered]) -> "Vocabulary":
        """Theirs alone; rows are in the order of the messages, whatever was met before."""
        numbers = np.concatenate([np.empty(0, np.int64), *(message.numbers for message in messages)])
        sizes = np.concatenate([np.empty(0, np.int64), *(message.sizes for message in messages)])
        first = np.full(sum(map(len, self._known)), _NOWHERE)
        # Written from behind, so that the first place stays.
        first[numbers[::-1]] = np.arange(len(numbers))[::-1]
        rows, features = np.empty_like(first), list[list[str]]()
        for own in self._known:
            texts, known = list(own), np.fromiter(own.values(), np.int64, len(own))
            met = np.flatnonzero(first[known] != _NOWHERE)
            in_order = met[np.argsort(first[known[met]])]
            rows[known[in_order]] = np.arange(len(in_order)) + sum(map(len, features))
            features.append([texts[place] for place in in_order.tolist()])
        return Vocabulary(features, rows[numbers], sizes)


class Vocabulary:
    """The features of all examples: each has a row, and the rarer it is, the more it counts.

    `features`: those of each kind, in the order of their rows, one kind after the other. `rows`: those of each example,
    of which it has so many of each kind (`sizes`, one for each kind).
    """

    def __init__(self, features: Sequence[Sequence[str]], rows: Places, sizes: Places) -> None:
        number = count()
        # The same text may be a feature of several kinds: each has a row of its own.
        self._known = [{feature: next(number) for feature in own} for own in features]
        self._rows = rows
        self._sizes = sizes
        holders = np.append(np.bincount(rows), 0)
        self._rarity = np.log((1 + len(sizes) // len(WEIGHTS)) / (1 + holders)) + 1

    @property
    def parts(self) -> tuple[Sequence[Sequence[str]], Places, Places]:
        """All that it was made of."""
        return list(map(list, self._known)), self._rows, self._sizes

    @cached_property
    def vectors(self) -> Vectors:
        """The examples themselves."""
        return self._weighed(self._rows, self._sizes)

    @property
    def size(self) -> int:
        """How many rows there are, that of the unknown ones among them."""
        return len(self._rarity)

    def known(self, message: Features) -> float:
        """How many of its words (0–1), of which it has some, stand in some example."""
        known = self._known[WORDS]
        return sum([feature in known for feature in message[WORDS]]) / len(message[WORDS])

    def vector(self, message: Features) -> Vectors:
        """A message as a single vector."""
        known = zip(self._known, message, strict=True)
        rows = [own.get(feature, _UNKNOWN) for own, kind in known for feature in kind]
        return self._weighed(np.array(rows, np.int64), np.array(list(map(len, message)), np.int64))

    def products(self, message: Features) -> Matrix:
        """How like each example the message is."""
        vector = self.vector(message)
        starts, holders, values = self._by_feature
        shared = [
            (holders[starts[row] : starts[row + 1]], value * values[starts[row] : starts[row + 1]])
            for row, value in zip(vector.rows.tolist(), vector.values.tolist(), strict=True)
            if row != _UNKNOWN
        ]
        if not shared:
            return np.zeros(len(self.vectors.sizes), np.float32)
        places, products = map(np.concatenate, zip(*shared, strict=True))
        return np.bincount(places, products, len(self.vectors.sizes)).astype(np.float32)

    @cached_property
    def _by_feature(self) -> tuple[Places, Places, Matrix]:
        """Which examples hold a feature, and how much it counts there: those of row n from the n-th start on."""
        order = np.argsort(self.vectors.rows, kind="stable")
        starts = np.searchsorted(self.vectors.rows[order], np.arange(self.size + 1))
        return starts, self.vectors.holders[order], self.vectors.values[order]

    def _weighed(self, rows: Places, held: Places) -> Vectors:
        """In each kind (of so many features) the rare count more, and each kind has a length of its own."""
        rarity = self._rarity[rows]
        lengths = np.sqrt(np.bincount(np.arange(len(held)).repeat(held), rarity * rarity, len(held)))
        scales = _WEIGHTS / np.maximum(lengths, _LEAST).reshape(-1, len(WEIGHTS))
        values = (rarity * scales.ravel().repeat(held)).astype(np.float32)
        return Vectors(rows, values, held.reshape(-1, len(WEIGHTS)).sum(axis=1))
