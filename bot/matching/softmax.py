"""How likely is each label, going by what the features of a message say for it?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.vectors import Matrix, Vectors

# Among few labels the likeliest would always seem sure: as many as this are taken to exist.
_LABELS = 100


@dataclass(frozen=True)
class Softmax:
    """Multinomial logistic regression, learnt (`learning`).

    `weights`: what each feature says for each label; `common`: what all vectors have in common says. `others`: for each
    vector that was learnt, what the others say.
    """

    labels: Sequence[str]
    weights: Matrix
    common: Matrix
    others: Matrix

    def scores(self, vector: Vectors) -> Matrix:
        """A share for each label; together with labels that nobody knows they add up to one."""
        return self.judged(vector.values @ self.weights.take(vector.rows, axis=0) - self.common)

    def judged(self, summed: Matrix) -> Matrix:
        """The shares, where this is said for each label."""
        return shares(summed, unseen=max(_LABELS - len(self.labels), 0))


def shares(scores: Matrix, unseen: int = 0) -> Matrix:
    """Scores as shares; `unseen` labels nobody knows anything about have a share too."""
    highest = np.maximum(scores.max(axis=-1, keepdims=True), 0)
    raised: Matrix = np.subtract(scores, highest, dtype=np.float32)
    np.exp(raised, out=raised)
    raised /= raised.sum(axis=-1, keepdims=True) + unseen * np.exp(-highest)
    return raised
