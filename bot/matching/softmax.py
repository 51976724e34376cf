"""How likely is each label, going by sparse vectors that carry one?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bot.matching.vectors import Matrix, Places, Vectors

# A dozen strides with momentum come as near as hundreds, as long as none is so long that it jumps over what it looks
# for: the longer the longest axis of the vectors, the shorter they have to be (benchmarks/examples.py).
_STRIDES = 12
_STRIDE = 0.8
_REACH = 40.0
_MOMENTUM = 0.6
# So many rounds show the longest axis well enough.
_ROUNDS = 10
# Held down while it learns and raised afterwards, it is as right as without, and better at not knowing.
_SHRINK = 0.1
_RAISE = 2.1
# Among few labels the likeliest would always seem sure: as many as this are taken to exist.
_LABELS = 100
# A feature that more vectors share than this is multiplied as a column, not pair by pair.
_COMMON = 128
_LEAST = 1e-6


class Softmax:
    """Multinomial logistic regression in its kernel form: it learns how much each vector speaks for each label.

    `labels`: one for each vector; `size`: how many rows the vectors' features may have.
    """

    def __init__(self, vectors: Vectors, labels: Sequence[str], size: int) -> None:
        self.labels = sorted(set(labels))
        places = {label: place for place, label in enumerate(self.labels)}
        wanted = np.zeros((len(labels), len(self.labels)), np.float32)
        wanted[range(len(labels)), [places[label] for label in labels]] = 1
        table = _tabled(vectors)
        likenesses = _centred(_likenesses(table, len(labels)))
        says = _RAISE * _fit(likenesses, wanted)
        # What the others say of each vector.
        self._others = likenesses @ says - likenesses.diagonal()[:, None] * says
        says -= says.mean(axis=0)
        # What nobody holds says nothing.
        self._weights = np.zeros((size, len(self.labels)), np.float32)
        for rows, holders, values in table.by_number():
            self._weights[rows] = (values[:, None, :] @ says[holders])[:, 0]
        average = np.bincount(vectors.rows, vectors.values, size) / len(labels)
        self._common: Matrix = average.astype(np.float32) @ self._weights

    def scores(self, vector: Vectors) -> Matrix:
        """A share for each label; they add up to one."""
        return self._judged(vector.values @ self._weights[vector.rows] - self._common)

    @cached_property
    def unseen(self) -> Matrix:
        """The same for each vector that was learnt, as if it alone had not been: a line for each."""
        return self._judged(self._others)

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


def _tabled(vectors: Vectors) -> _Table:
    """The same the other way round."""
    order = np.argsort(vectors.rows, kind="stable")
    starts = np.flatnonzero(np.diff(vectors.rows[order], prepend=-1))
    return _Table(vectors.holders[order], vectors.values[order], starts)


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


def _centred(likenesses: Matrix) -> Matrix:
    """The same for the vectors less their average: what all have in common would only make learning slow."""
    average = likenesses.mean(axis=0)
    likenesses -= average
    likenesses -= average[:, None]
    likenesses += average.mean()
    return likenesses


def _columns(holders: Places, values: Matrix, size: int) -> Matrix:
    """A line for each feature, with a place for every vector."""
    lines = np.zeros((len(holders), size), np.float32)
    np.put_along_axis(lines, holders, values, axis=1)
    return lines


def _fit(likenesses: Matrix, wanted: Matrix) -> Matrix:
    says = np.zeros_like(wanted)
    speed = np.zeros_like(wanted)
    stride = min(_STRIDE, _REACH / _longest(likenesses))
    for _ in range(_STRIDES):
        ahead = says + _MOMENTUM * speed
        missing = wanted - _shares(likenesses @ ahead)
        speed *= _MOMENTUM
        speed += stride * (missing - _SHRINK * ahead)
        says += speed
    return says


def _longest(likenesses: Matrix) -> float:
    """The largest eigenvalue: whatever is multiplied again and again turns towards its axis."""
    direction = likenesses[:, likenesses.diagonal().argmax()]
    length = 1.0
    for _ in range(_ROUNDS):
        length = max(float(np.linalg.norm(direction)), _LEAST)
        direction = likenesses @ (direction / length)
    return length


def _shares(scores: Matrix, unseen: int = 0) -> Matrix:
    """Scores as shares; `unseen` labels nobody knows anything about have a share too."""
    highest = np.maximum(scores.max(axis=-1, keepdims=True), 0)
    raised = np.exp(scores - highest)
    return np.asarray(raised / (raised.sum(axis=-1, keepdims=True) + unseen * np.exp(-highest)), np.float32)
