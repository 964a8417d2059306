"""Fit how much each doubt counts: `python tools/fit_doubts.py GOLD_DIR [--write] [--aside DIR]`.

First what the words of a metric say of its having been misread (``core.extraction.row_words``): a
logistic regression with a lasso, for each fold of reports fitted on the others. Then a logistic
regression with a ridge over all doubts, the words' among them. Each report is ordered by weights
fitted on the others; the table says what share of its wrong rows stand in the most doubtful
fifth. `--write` puts the weights of all reports together into ``resources/lexicon/doubts.toml``
and ``row_words.tsv``; `--aside` orders reports that took no part.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 - after the path

from core.doubting import GROUP, ODDS  # noqa: E402
from core.evaluation.gold import gold_files, read_gold  # noqa: E402
from core.evaluation.scoring import score  # noqa: E402
from core.extraction.lexicon import Lexicon, load_lexicon  # noqa: E402
from core.extraction.row_words import RowWords, signs_of, words_doubt  # noqa: E402
from core.intake import read_and_extract  # noqa: E402
from core.report import Metric, Proposal  # noqa: E402
from tools.lasso import ALWAYS, Lasso, write_weights  # noqa: E402

WEIGHTS: Final = ROOT / "resources" / "lexicon" / "doubts.toml"
WORDS: Final = ROOT / "resources" / "lexicon" / "row_words.tsv"
LASSO: Final = 1.5
FOLDS: Final = 8
RIDGE: Final = 1.0
STEPS: Final = 40
FIFTH: Final = 0.2


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposed metric: its doubts, each with its degree, its signs, and whether it is wrong."""

    report: str
    doubts: Mapping[str, float]
    signs: frozenset[str]
    wrong: bool


def judged(folder: Path, lexicon: Lexicon) -> list[Judged]:
    """Extract the reports of a gold folder and judge each metric, its words left aside."""
    found = []
    for file in gold_files(folder):
        gold = read_gold(file)
        path = folder / f"{gold.name}.txt"
        report, proposals = read_and_extract(path.name, path.read_bytes(), lexicon)
        pairs = score(gold, proposals).pairs
        right = {(pair.given.span, pair.given.metric) for pair in pairs if not pair.wrong}
        for proposal in proposals:
            if isinstance(proposal.fields, Metric):
                wrong = (proposal.span, proposal.fields) not in right
                signs = frozenset({ALWAYS, *signs_of(report.text, proposal, proposal.fields)})
                found.append(Judged(gold.name, _doubts(proposal), signs, wrong))
    return found


def _doubts(proposal: Proposal) -> Mapping[str, float]:
    codes = (said.code.removeprefix(GROUP) for said in proposal.doubts if not said.args)
    return dict.fromkeys(codes, 1.0)


def word_weights(rows: Sequence[Judged]) -> dict[str, float]:
    """Fit how much each sign speaks for a row's being wrong."""
    wanted = np.array([[row.wrong, not row.wrong] for row in rows], dtype=float)
    both = Lasso([row.signs for row in rows], wanted, LASSO).weights()
    odds = {sign: round(wrong - right, 2) for sign, (wrong, right) in both.items()}
    return {sign: weight for sign, weight in odds.items() if weight and sign != ALWAYS}


def with_words(rows: Sequence[Judged], weights: Mapping[str, float]) -> list[Judged]:
    """Add to the doubts of rows what their words say."""
    words = RowWords(weights)
    found = []
    for row in rows:
        said = words_doubt(words.odds(row.signs))
        odds = {said.code.removeprefix(GROUP): float(dict(said.args)[ODDS])} if said else {}
        found.append(replace(row, doubts={**row.doubts, **odds}))
    return found


def in_folds(rows: Sequence[Judged]) -> list[Judged]:
    """Add to the doubts of rows what words say that were fitted on other reports."""
    names = sorted({row.report for row in rows})
    found = []
    for fold in range(FOLDS):
        own = set(names[fold::FOLDS])
        weights = word_weights([row for row in rows if row.report not in own])
        found += with_words([row for row in rows if row.report in own], weights)
    return found


def fitted(rows: Sequence[Judged], names: Sequence[str]) -> dict[str, float]:
    """Fit the weights by Newton's steps (Hastie et al., Elements of Statistical Learning, 4.4)."""
    x = np.array([[1.0, *(row.doubts.get(name, 0.0) for name in names)] for row in rows])
    y = np.array([row.wrong for row in rows], dtype=float)
    ridge = np.diag([0.0, *([RIDGE] * len(names))])
    beta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(x @ beta)))
        slope = x.T @ (y - chance) - ridge @ beta
        bend = (x.T * (chance * (1 - chance))) @ x + ridge + 1e-9 * np.eye(x.shape[1])
        beta = beta + np.linalg.solve(bend, slope)
    return {name: float(value) for name, value in zip(names, beta[1:], strict=True)}


def doubt_of(row: Judged, weights: Mapping[str, float]) -> float:
    """Add up a row's doubts."""
    return round(sum(weights.get(name, 0.0) * odds for name, odds in row.doubts.items()), 9)


def caught(rows: Sequence[tuple[float, bool]]) -> float:
    """Give the share of the wrong rows that the most doubtful fifth holds.

    Rows are their doubt and whether they are wrong; those of one doubt share the places left.
    """
    room = math.ceil(len(rows) * FIFTH)
    edge = sorted((doubt for doubt, _ in rows), reverse=True)[room - 1]
    above = [wrong for doubt, wrong in rows if doubt > edge]
    level = [wrong for doubt, wrong in rows if doubt == edge]
    found = sum(above) + sum(level) * (room - len(above)) / len(level)
    return found / max(1, sum(wrong for _, wrong in rows))


def write(weights: dict[str, float]) -> None:
    """Put the weights into the file, its comments kept."""
    head = re.split(r"(?m)^\[weights\]\n", WEIGHTS.read_text(encoding="utf-8"))[0]
    lines = [f"{name} = {value:.2f}\n" for name, value in sorted(weights.items())]
    WEIGHTS.write_text(f"{head}[weights]\n{''.join(lines)}", encoding="utf-8")


def main() -> int:
    """Fit, print, and write where that was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=Path)
    parser.add_argument("--aside", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    lexicon = load_lexicon()
    every = judged(asked.gold, lexicon)
    words = word_weights(every)
    print(f"{len(words)} signs of {len(every)} rows")
    rows = in_folds(every)
    names = sorted({name for row in rows for name in row.doubts})
    ordered: list[tuple[float, bool]] = []
    for report in sorted({row.report for row in rows}):
        weights = fitted([row for row in rows if row.report != report], names)
        own = [(doubt_of(row, weights), row.wrong) for row in rows if row.report == report]
        ordered += own
        print(f"{report:32} {sum(wrong for _, wrong in own):3} wrong of {len(own)}")
    print(f"{'each left out in turn':32} {caught(ordered):.2f} of the wrong in the first fifth")
    weights = fitted(rows, names)
    for name, value in sorted(weights.items(), key=lambda item: -item[1]):
        print(f"  {name:20} {value:+.2f}  {sum(name in row.doubts for row in rows)} rows")
    if asked.aside is not None:
        others = with_words(judged(asked.aside, lexicon), words)
        aside = [(doubt_of(row, weights), row.wrong) for row in others]
        print(f"{'set aside':32} {caught(aside):.2f} of {sum(wrong for _, wrong in aside)} wrong")
    if asked.write:
        write(weights)
        write_weights(WORDS, {sign: (weight,) for sign, weight in words.items()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
