"""How much each doubt counts: the order in which rows are to be looked at.

The weights stand in ``resources/lexicon/doubts.toml``. They are logarithms of odds, fitted on
labelled reports (``tools/fit_doubts.py``), so they add up; no figure of them is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from core.lexicon_files import LexiconFiles
from core.messages import Message
from core.paths import lexicon_overlay

GROUP: Final = "doubt."
ODDS: Final = "odds"
"""The argument of a doubt that is told in degrees."""
UNKNOWN: Final = 1.0
"""What a doubt without a weight of its own counts."""


@dataclass(frozen=True, slots=True)
class DoubtWeights:
    """What each doubt adds to a row's score, and which are worth a reader's time."""

    weights: Mapping[str, float]
    shown: frozenset[str]

    def score(self, doubts: Iterable[Message]) -> float:
        """Add up the doubts on a row."""
        return sum(self.of(said) for said in doubts)

    def worth_saying(self, doubts: Iterable[Message]) -> tuple[Message, ...]:
        """Keep the doubts that are shown beside a row, the heaviest first."""
        shown = (said for said in doubts if said.code.removeprefix(GROUP) in self.shown)
        return tuple(sorted(shown, key=lambda said: -self.of(said)))

    def of(self, said: Message) -> float:
        """Give the weight of one doubt, times its own odds where it has some."""
        weight = self.weights.get(said.code.removeprefix(GROUP), UNKNOWN)
        return weight * float(dict(said.args).get(ODDS, 1))


@cache
def doubt_weights() -> DoubtWeights:
    """Read the weights, the user's own file before the shipped one.

    Raises:
        UserError: the user's file cannot be read or breaks the form.
    """
    files = LexiconFiles(lexicon_overlay())
    with files.blamed("doubts.toml"):
        table = files.table("doubts.toml")
        weights = {str(name): float(value) for name, value in table["weights"].items()}
        return DoubtWeights(weights, frozenset(map(str, table["shown"])))
