"""Fit which characters belong to names, for ``tools/fit_doubts.py``.

A logistic regression with a lasso over the signs of characters near figures
(``core.extraction.name_words``), told by the names that people gave.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.extraction.name_words import placed, seen_near, signs_of, surroundings
from core.report import Span
from tools.lasso import Lasso

LASSO: Final = 2.5
STEPS: Final = 120


@dataclass(frozen=True, slots=True)
class Named:
    """A figure in its text with the name that the program and the one that a person gave."""

    text: str
    figure: Span
    given: str
    wanted: str


def name_weights(figures: Iterable[Named]) -> dict[str, float]:
    """Fit how much each sign speaks for a character's being part of a name."""
    rows: list[Sequence[str]] = []
    wanted: list[bool] = []
    for one in figures:
        around = surroundings(one.text, one.figure)
        given = placed(one.given, one.text, around, one.figure)
        right = placed(one.wanted, one.text, around, one.figure)
        before = range(one.figure.start - 1, around.start - 1, -1)
        places = (*before, *range(one.figure.end, around.end))
        rows += map(signs_of, seen_near(one.text, around, one.figure, given))
        wanted += (at in right for at in places)
    classes = np.array([wanted, [not one for one in wanted]], dtype=float).T
    return Lasso(rows, classes, LASSO).odds(STEPS)
