"""What do sparse vectors that carry a label teach?"""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from bot.matching.softmax import Softmax, shares
from bot.matching.vectors import Matrix, Vectors

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
_LEAST = 1e-6


def learn(vectors: Vectors, labels: Sequence[str], size: int) -> Softmax:
    """A softmax in its kernel form: it learns how much each vector speaks for each label.

    `labels`: one for each vector; `size`: how many rows the vectors' features may have.
    """
    distinct = sorted(set(labels))
    places = {label: place for place, label in enumerate(distinct)}
    wanted = np.zeros((len(labels), len(distinct)), np.float32)
    wanted[range(len(labels)), [places[label] for label in labels]] = 1
    learnt = _Centred(vectors, size)
    says = _RAISE * _fit(learnt, wanted)
    others = learnt.told(says) - learnt.lengths[:, None] * says
    # What is learnt can be kept in half the space, and has to say the same before and after.
    weights = learnt.weights(says).astype(np.float16).astype(np.float32)
    return Softmax(distinct, weights, learnt.average @ weights, others)


def told(vectors: Vectors, softmax: Softmax) -> Matrix:
    """What each vector's features say for each label: a line for each."""
    summed: Matrix = _rows(vectors, len(softmax.weights)) @ softmax.weights
    return summed - softmax.common


class _Centred:
    """The vectors less their average: what all have in common would only make learning slow."""

    def __init__(self, vectors: Vectors, size: int) -> None:
        self._vectors = _rows(vectors, size)
        # Most features stand in one vector alone, and say nothing to others.
        self._shared = self._vectors[:, np.bincount(vectors.rows, minlength=size) > 1]
        self._features = self._shared.T.tocsr()
        squares = _squares(self._vectors)
        self._alone: Matrix = (squares - _squares(self._shared))[:, None]
        self.average: Matrix = self._vectors.mean(axis=0).astype(np.float32)
        # How like the average each of them is, and it itself.
        self._common: Matrix = self._vectors @ self.average
        self._average_common = self.average @ self.average
        # The square of each one's length.
        self.lengths: Matrix = squares - 2 * self._common + self._average_common

    def weights(self, says: Matrix) -> Matrix:
        """What each feature says, if the vectors say this."""
        summed: Matrix = self._vectors.T.tocsr() @ says
        summed -= np.multiply.outer(self.average, says.sum(axis=0))
        return summed

    def told(self, says: Matrix) -> Matrix:
        """What is said of each vector, if the vectors say this: a column for each label."""
        whole = says.sum(axis=0)
        summed: Matrix = self._shared @ (self._features @ says)
        summed += self._alone * says
        summed -= np.multiply.outer(self._common, whole)
        # No BLAS for so little: its threads wait spinning, on the cores that answer.
        summed -= np.einsum("i,ij->j", self._common, says) - self._average_common * whole
        return summed


def _rows(vectors: Vectors, size: int) -> csr_array:
    """A line for each vector."""
    ends = np.append(0, np.cumsum(vectors.sizes))
    # A copy: its entries are put in order.
    return csr_array((vectors.values, vectors.rows, ends), shape=(len(vectors.sizes), size), copy=True)


def _squares(vectors: csr_array) -> Matrix:
    squares: Matrix = vectors.power(2).sum(axis=1)
    return squares


def _fit(learnt: _Centred, wanted: Matrix) -> Matrix:
    says = np.zeros_like(wanted)
    speed = np.zeros_like(wanted)
    stride = min(_STRIDE, _REACH / _longest(learnt, len(wanted)))
    # In place: a new matrix for each step would cost as much as the sums.
    for _ in range(_STRIDES):
        speed *= _MOMENTUM
        ahead = says + speed
        missing = shares(learnt.told(ahead))
        np.subtract(wanted, missing, out=missing)
        ahead *= _SHRINK
        missing -= ahead
        missing *= stride
        speed += missing
        says += speed
    return says


def _longest(learnt: _Centred, size: int) -> float:
    """The largest eigenvalue: whatever is multiplied again and again turns towards its axis."""
    direction = np.linspace(-1, 1, size, dtype=np.float32)[:, None]
    length = 1.0
    for _ in range(_ROUNDS):
        length = max(float(np.linalg.norm(direction)), _LEAST)
        direction = learnt.told(direction / length)
    return length
