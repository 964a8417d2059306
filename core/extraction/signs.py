"""Files of signs: what is seen of words and how much it says; how a surprise is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

from core.messages import Message, message

BLANKS: Final = str.maketrans("\t\r\n ", "⇥⏎⏎␣")
"""What would break a line of such a file or part a sign, as a sign has it."""


def read_weights(text: str, columns: int) -> dict[str, tuple[float, ...]]:
    """Read a file of weights: a sign and its weights a line, none for zero; # opens a remark.

    Raises:
        ValueError: a line has not one number, or nothing, for each column; it names the line.
    """
    weights = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        sign, *own = line.split("\t")
        try:
            weights[sign] = tuple(float(weight or 0) for weight in own)
        except ValueError as error:
            raise ValueError(f"line {number}: {error}") from error
        if len(own) != columns:
            raise ValueError(f"line {number}: {len(own)} columns of {columns}")
    return weights


@dataclass(frozen=True, slots=True)
class SignOdds:
    """How much each sign speaks for something, in logarithms of odds."""

    weights: Mapping[str, float]

    def odds(self, signs: Iterable[str]) -> float:
        """Add up what some signs say."""
        # Exactly rounded: the same in whatever order a set yields its signs.
        return fsum(self.weights.get(sign, 0.0) for sign in signs)


def read_odds(text: str) -> SignOdds:
    """Read a file of weights: a sign and its weight a line, parted by a tab.

    Raises:
        ValueError: a line breaks the form; it names the line.
    """
    return SignOdds({sign: weight for sign, (weight,) in read_weights(text, 1).items()})


def totals(
    weights: Mapping[str, Sequence[float]], signs: Iterable[str], start: Sequence[float]
) -> list[float]:
    """Add up what signs say, column by column, to what one starts with."""
    known = filter(None, map(weights.get, signs))
    return list(map(sum, zip(start, *known, strict=True)))


def unlike(what: str, surprise: float, *, slight: float, firm: float) -> Message | None:
    """Say what a second opinion thinks of a ``name`` or a ``kind``; ``None`` where it is the same.

    From ``firm`` on it objects, below ``slight`` it says nothing.
    """
    if surprise < slight:
        return None
    code = "unlike" if surprise >= firm else "likely"
    return message(f"doubt.{what}-{code}", odds=f"{surprise:.1f}")
