"""How likely is each label, going by sparse vectors that carry one?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Vector = Mapping[str, float]
Matrix = NDArray[np.float32]

# Sixteen strides with momentum come as near as hundreds of small ones (benchmarks/examples.py).
_STRIDES = 16
_STRIDE = 0.5
_MOMENTUM = 0.8
_SHRINK = 0.01
# Among few labels the likeliest would always seem sure: as many as this are taken to exist.
_LABELS = 100
# A feature that more vectors share than this is multiplied as a column, not pair by pair.
_COMMON = 24


class Softmax:
    """Multinomial logistic regression in its kernel form: it learns how much each vector speaks for each label."""

    def __init__(self, vectors: Sequence[Vector], labels: Sequence[str]) -> None:
        self.labels = sorted(set(labels))
        places = {label: place for place, label in enumerate(self.labels)}
        wanted = np.zeros((len(vectors), len(self.labels)), np.float32)
        wanted[range(len(vectors)), [places[label] for label in labels]] = 1
        shared = _shared(vectors)
        self._says = _fit(_likenesses(shared, len(vectors)), wanted)
        self._rows = {feature: row for row, feature in enumerate(shared)}
        self._weights = np.zeros((len(shared) + 1, len(self.labels)), np.float32)
        for row, (holders, values) in enumerate(shared.values()):
            self._weights[row] = values @ self._says[holders]

    def scores(self, vector: Vector, without: int | None = None) -> Matrix:
        """A share for each label; they add up to one. `without`: as if this (its own) vector had not been learnt."""
        known = [(row, value) for feature, value in vector.items() if (row := self._rows.get(feature)) is not None]
        rows, values = zip(*known, strict=True) if known else ((), ())
        summed = np.array(values, np.float32) @ self._weights[list(rows)]
        if without is not None:
            summed = summed - sum(value * value for value in vector.values()) * self._says[without]
        return _shares(summed, unseen=max(_LABELS - len(self.labels), 0))


def _shared(vectors: Sequence[Vector]) -> Mapping[str, tuple[Sequence[int], Matrix]]:
    """For each feature the vectors that hold it, with their values."""
    holders: dict[str, list[int]] = defaultdict(list)
    values: dict[str, list[float]] = defaultdict(list)
    for place, vector in enumerate(vectors):
        for feature, value in vector.items():
            holders[feature].append(place)
            values[feature].append(value)
    return {feature: (held, np.array(values[feature], np.float32)) for feature, held in holders.items()}


def _likenesses(shared: Mapping[str, tuple[Sequence[int], Matrix]], size: int) -> Matrix:
    """The product of every vector with every other."""
    result = np.zeros((size, size), np.float32)
    common = [entry for entry in shared.values() if len(entry[0]) > _COMMON]
    columns = np.zeros((size, len(common)), np.float32)
    for place, (holders, values) in enumerate(common):
        columns[holders, place] = values
    for holders, values in shared.values():
        if len(holders) <= _COMMON:
            result[np.ix_(holders, holders)] += np.outer(values, values)
    result += columns @ columns.T
    return result


def _fit(likenesses: Matrix, wanted: Matrix) -> Matrix:
    says = np.zeros_like(wanted)
    speed = np.zeros_like(wanted)
    for _ in range(_STRIDES):
        ahead = says + _MOMENTUM * speed
        missing = wanted - _shares(likenesses @ ahead)
        speed *= _MOMENTUM
        speed += _STRIDE * (missing - _SHRINK * ahead)
        says += speed
    return says


def _shares(scores: Matrix, unseen: int = 0) -> Matrix:
    """Scores as shares; `unseen` labels nobody knows anything about have a share too."""
    highest = np.maximum(scores.max(axis=-1, keepdims=True), 0)
    raised = np.exp(scores - highest)
    whole = raised.sum(axis=-1, keepdims=True) + unseen * np.exp(-highest)
    return np.asarray(raised / whole, np.float32)
