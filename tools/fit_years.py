"""Fit which words speak for all of several years, for ``tools/fit_doubts.py``.

A logistic regression with a lasso over the signs of figures that several years head
(``core.extraction.year_words``), told by the periods that people gave.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.extraction.year_words import signs_of
from core.report import Metric, Proposal
from tools.lasso import Lasso

LASSO: Final = 1.0
RULED: Final = ("years-every", "years-end-worded")
"""What says that the rules were for all the years."""


@dataclass(frozen=True, slots=True)
class OfYears:
    """A figure under several years: what the rules said, and which of the two a person gave.

    ``otherwise`` says whether more than its period is wrong.
    """

    signs: frozenset[str]
    ruled: bool
    every: bool
    end: bool
    otherwise: bool

    def wrong(self, *, every: bool) -> bool:
        """Say whether the row is wrong if it is of all the years, or else of their end."""
        return self.otherwise or not (self.every if every else self.end)


def of_years(
    text: str, found: Proposal, metric: Metric, wanted: str, *, otherwise: bool
) -> OfYears:
    """Tell what people made of a figure under several years; ``wanted`` is the period they gave."""
    given = metric.period
    end = given[-len("2020") :]
    every = wanted == given if "/" in given else "/" in wanted and wanted.endswith(end)
    signs = signs_of(text, found.span, metric, found.sources)
    return OfYears(signs, found.sources["years"].rule in RULED, every, wanted == end, otherwise)


def year_weights(figures: Iterable[OfYears]) -> dict[str, float]:
    """Fit how much each sign speaks for all the years."""
    told = [one for one in figures if one.every is not one.end]
    classes = np.array([[one.every, one.end] for one in told], dtype=float)
    return Lasso([one.signs for one in told], classes, LASSO).odds()
