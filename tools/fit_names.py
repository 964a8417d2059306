"""Fit which characters belong to names: `python tools/fit_names.py GOLD_DIR [--write]`.

A logistic regression with a lasso over the signs of characters near figures
(``core.extraction.name_words``), told by the names that people gave. `--write` puts the weights
into ``resources/lexicon/name_words.tsv``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 - after the path

from core.evaluation.gold import gold_files, read_gold  # noqa: E402
from core.evaluation.scoring import score  # noqa: E402
from core.extraction.lexicon import Lexicon, load_lexicon  # noqa: E402
from core.extraction.name_words import placed, seen_near, signs_of, surroundings  # noqa: E402
from core.intake import read_and_extract  # noqa: E402
from core.report import Span  # noqa: E402
from tools.lasso import Lasso, write_weights  # noqa: E402

WEIGHTS: Final = ROOT / "resources" / "lexicon" / "name_words.tsv"
LASSO: Final = 2.5
STEPS: Final = 120


@dataclass(frozen=True, slots=True)
class Named:
    """A figure in its text with the name that the program and the one that a person gave."""

    text: str
    figure: Span
    given: str
    wanted: str


def named_of(folder: Path, lexicon: Lexicon) -> Iterator[tuple[str, Named]]:
    """Read the figures of a gold folder that the program finds, each with its report's name."""
    for file in gold_files(folder):
        gold = read_gold(file)
        path = folder / f"{gold.name}.txt"
        report, proposals = read_and_extract(path.name, path.read_bytes(), lexicon)
        for pair in score(gold, proposals).pairs:
            given, wanted = pair.given.metric.indicator, pair.gold.metric.indicator
            yield gold.name, Named(report.text, pair.given.span, given, wanted)


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
    both = Lasso(rows, classes, LASSO).weights(STEPS)
    odds = {sign: round(inside - outside, 2) for sign, (inside, outside) in both.items()}
    return {sign: weight for sign, weight in odds.items() if weight}


def main() -> int:
    """Fit, print, and write where that was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    weights = name_weights(one for _, one in named_of(asked.gold, load_lexicon()))
    print(f"{len(weights)} signs")
    if asked.write:
        write_weights(WEIGHTS, {sign: (weight,) for sign, weight in weights.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
