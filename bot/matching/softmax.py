"""How likely is each label, going by sparse vectors that carry one?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = Mapping[str, float]
Matrix = NDArray[np.float32]
Places = NDArray[np.int64]

# Eight long strides with momentum decide as hundreds of small ones do (benchmarks/examples.py).
_STRIDES = 8
_STRIDE = 1.0
_MOMENTUM = 0.6
# Held down while it learns and raised afterwards, it is as right as without, and better at not knowing.
_SHRINK = 0.1
_RAISE = 2.0
# Among few labels the likeliest would always seem sure: as many as this are taken to exist.
_LABELS = 100
# A feature that more vectors share than this is multiplied as a column, not pair by pair.
_COMMON = 128


class Softmax:
    """Multinomial logistic regression in its kernel form: it learns how much each vector speaks for each label."""

    def __init__(self, vectors: Sequence[Vector], labels: Sequence[str]) -> None:
        self.labels = sorted(set(labels))
        places = {label: place for place, label in enumerate(self.labels)}
        wanted = np.zeros((len(vectors), len(self.labels)), np.float32)
        wanted[range(len(vectors)), [places[label] for label in labels]] = 1
        self._rows, table = _tabled(vectors)
        likenesses = _likenesses(table, len(vectors))
        says = _RAISE * _fit(likenesses, wanted)
        # What the others say of each vector.
        self._others = likenesses @ says - likenesses.diagonal()[:, None] * says
        # The last row is that of all unknown features.
        self._weights = np.zeros((len(self._rows) + 1, len(self.labels)), np.float32)
        for rows, holders, values in table.by_number():
            self._weights[rows] = (values[:, None, :] @ says[holders])[:, 0]

    def scores(self, vector: Vector) -> Matrix:
        """A share for each label; they add up to one."""
        rows = [self._rows.get(feature, -1) for feature in vector]
        return self._judged(np.fromiter(vector.values(), np.float32, len(vector)) @ self._weights[rows])

    def unseen(self, place: int) -> Matrix:
        """The same for a vector that was learnt (by its place), as if it had not been."""
        return self._judged(self._others[place])

    def _judged(self, summed: Matrix) -> Matrix:
        return _shares(summed, unseen=max(_LABELS - len(self.labels), 0))


@dataclass(frozen=True)
class _Table:
    """Feature by feature, the vectors that hold it (their places) and their values; where each feature starts."""

    holders: Places
    values: Matrix
    starts: Places

    def by_number(self) -> Iterator[tuple[Places, Places, Matrix]]:
        """The features that equally many vectors hold: which they are, and a line of holders and values for each."""
        numbers = np.diff(self.starts, append=len(self.holders))
        for number in np.unique(numbers):
            features = np.flatnonzero(numbers == number)
            entries = self.starts[features][:, None] + np.arange(number)
            yield features, self.holders[entries], self.values[entries]


def _tabled(vectors: Sequence[Vector]) -> tuple[Mapping[str, int], _Table]:
    """Each feature's row, and the table."""
    rows: dict[str, int] = {}
    held = [rows.setdefault(feature, len(rows)) for vector in vectors for feature in vector]
    order = np.argsort(held, kind="stable")
    holders = np.repeat(np.arange(len(vectors)), list(map(len, vectors)))[order]
    values = np.array([value for vector in vectors for value in vector.values()], np.float32)[order]
    return rows, _Table(holders, values, np.searchsorted(np.array(held)[order], np.arange(len(rows))))


def _likenesses(table: _Table, size: int) -> Matrix:
    """The product of every vector with every other: by columns, and for features that few share pair by pair."""
    groups = [(holders, values) for _, holders, values in table.by_number()]
    columns = [_columns(holders, values, size) for holders, values in groups if holders.shape[1] > _COMMON]
    common = np.concatenate([np.zeros((0, size), np.float32), *columns])
    likenesses: Matrix = common.T @ common
    for holders, values in groups:
        if holders.shape[1] <= _COMMON:
            pairs = holders[:, :, None] * size + holders[:, None, :]
            np.add.at(likenesses.reshape(-1), pairs.ravel(), (values[:, :, None] * values[:, None, :]).ravel())
    return likenesses


def _columns(holders: Places, values: Matrix, size: int) -> Matrix:
    """A line for each feature, with a place for every vector."""
    lines = np.zeros((len(holders), size), np.float32)
    np.put_along_axis(lines, holders, values, axis=1)
    return lines


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
    return np.asarray(raised / (raised.sum(axis=-1, keepdims=True) + unseen * np.exp(-highest)), np.float32)
