"""A multinomial logistic regression with a lasso over signs, which leaves few of them.

Hastie, Tibshirani and Friedman, Elements of Statistical Learning, 4.4 and 18.4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

ALWAYS: Final = "always"
"""The sign that every row has, whose weight is not shrunk."""
RARE: Final = 3  # rows that a sign must be seen in at the least
STEPS: Final = 400
SMALLEST: Final = 0.005  # a weight below this is none
Matrix = npt.NDArray[np.float64]


class Lasso:
    """Signs as columns, rows of the columns that they have, and the class that each row is of."""

    def __init__(self, rows: Sequence[Collection[str]], wanted: Matrix, strength: float) -> None:
        """Take each row's signs and, as a row of ones and noughts, its class."""
        seen = Counter(sign for row in rows for sign in set(row))
        self.columns = {
            sign: at for at, sign in enumerate(sorted(s for s, n in seen.items() if n >= RARE))
        }
        of_rows = [sorted({self.columns[s] for s in row if s in self.columns}) for row in rows]
        self._flat = np.array([column for row in of_rows for column in row])
        self._row_of = np.repeat(np.arange(len(of_rows)), [len(row) for row in of_rows])
        self._starts = np.concatenate(([0], np.cumsum([len(row) for row in of_rows])[:-1]))
        self._wanted = wanted
        self._strength = strength

    def weights(self, steps: int = STEPS) -> Mapping[str, tuple[float, ...]]:
        """Fit by accelerated proximal gradients (Beck and Teboulle 2009)."""
        weights = np.zeros((len(self.columns), self._wanted.shape[1]))
        ahead, pace = weights.copy(), 1.0
        free = self.columns.get(ALWAYS, -1)
        # Rows of k ones: half of k times each column's count bounds the bend (Böhning 1992).
        bend = np.bincount(self._row_of).max() * np.bincount(self._flat) / 2
        step = (1.0 / bend)[:, None]
        for _ in range(steps):
            moved = ahead - step * self._slope(ahead)
            shrunk = np.sign(moved) * np.maximum(np.abs(moved) - step * self._strength, 0.0)
            shrunk[free] = moved[free]
            faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
            ahead = shrunk + (pace - 1) / faster * (shrunk - weights)
            weights, pace = shrunk, faster
        rounded = np.where(np.abs(weights) < SMALLEST, 0.0, weights.round(2))
        return {
            sign: tuple(float(x) for x in rounded[at])
            for sign, at in self.columns.items()
            if rounded[at].any()
        }

    def odds(self, steps: int = STEPS) -> dict[str, float]:
        """Fit, for two classes, how much each sign speaks for the first, in logarithms of odds."""
        odds = {sign: round(one - other, 2) for sign, (one, other) in self.weights(steps).items()}
        return {sign: weight for sign, weight in odds.items() if weight}

    def _slope(self, weights: Matrix) -> Matrix:
        totals = np.add.reduceat(weights[self._flat], self._starts, axis=0)
        totals -= totals.max(axis=1, keepdims=True)
        chances = np.exp(totals)
        chances /= chances.sum(axis=1, keepdims=True)
        missed = chances - self._wanted
        columns = (
            np.bincount(self._flat, of_class[self._row_of], len(weights)) for of_class in missed.T
        )
        return np.stack(list(columns), axis=1)


def write_weights(file: Path, weights: Mapping[str, tuple[float, ...]]) -> None:
    """Put weights into a file of signs, its remarks kept."""
    old = file.read_text(encoding="utf-8").splitlines()
    head = [line for line in old if line.startswith("#")]
    lines = [
        "\t".join((sign, *(f"{weight:g}" if weight else "" for weight in own)))
        for sign, own in sorted(weights.items())
    ]
    file.write_text("\n".join((*head, *lines)) + "\n", encoding="utf-8")
