"""Fit what words say of clauses: `python tools/fit_clauses.py GOLD_DIR... [--write]`.

A multinomial logistic regression with a lasso over the signs of clauses
(``core.extraction.weighing``), so that few signs are left and a person can read them. Folds of
whole reports are labelled by weights fitted on the others; the table compares the rules alone
with rules and weights. `--write` puts the weights of all reports together into
``resources/lexicon/clause_words.tsv``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 - after the path

from core.evaluation.gold import Gold, gold_files, read_gold  # noqa: E402
from core.extraction.labelling import Label, label_by_rules  # noqa: E402
from core.extraction.lexicon import Lexicon, load_lexicon  # noqa: E402
from core.extraction.pipeline import analyse, propose_metrics  # noqa: E402
from core.extraction.statements import Told, decided, open_to_words  # noqa: E402
from core.extraction.weighing import LABELS, ClauseWords, signs_of  # noqa: E402
from core.reading import read_report  # noqa: E402
from core.report import Span  # noqa: E402
from tools.lasso import Lasso, write_weights  # noqa: E402

WEIGHTS: Final = ROOT / "resources" / "lexicon" / "clause_words.tsv"
FOLDS: Final = 8
LASSO: Final = 1.6


@dataclass(frozen=True, slots=True)
class Example:
    """A clause: its signs, what the rules said, whether it looks ahead, and the gold's label."""

    report: str
    signs: tuple[str, ...]
    label: Label
    ahead: bool
    gold: str
    scored: bool


def examples_of(folder: Path, lexicon: Lexicon) -> list[Example]:
    """Read the clauses of a folder of labelled reports."""
    return [example for file in gold_files(folder) for example in _of_report(folder, file, lexicon)]


def _of_report(folder: Path, file: Path, lexicon: Lexicon) -> list[Example]:
    gold = read_gold(file)
    path = folder / f"{gold.name}.txt"
    report = read_report(path.name, path.read_bytes())
    analysis = analyse(report, lexicon)
    metrics = propose_metrics(analysis, lexicon)
    clauses, words = analysis.clauses, lexicon.statements
    labels = label_by_rules(report, clauses, analysis.ahead, metrics, words)
    told = Told(clauses, analysis.ahead, labels, metrics, words)
    found = []
    for at, clause in enumerate(clauses):
        judged = _gold_of(gold, clause.span)
        if judged is not None:
            signs = tuple(signs_of(told.spoken(at)))
            ahead = bool(analysis.ahead[at])
            found.append(Example(gold.name, signs, labels[at], ahead, *judged))
    return found


def _gold_of(gold: Gold, span: Span) -> tuple[str, bool] | None:
    for clause in gold.clauses:
        if clause.span.overlaps(span):
            return clause.said, clause.scored
    return None


def fitted(examples: Sequence[Example]) -> Mapping[str, tuple[float, ...]]:
    """Fit what each sign says for each label."""
    wanted = np.array([[label == example.gold for label in LABELS] for example in examples], float)
    return Lasso([example.signs for example in examples], wanted, LASSO).weights()


def f1s(pairs: Sequence[tuple[str, str]]) -> Mapping[str, float]:
    """Give F1 of each label that is scored; pairs are the gold's label and the given one."""
    wanted, given = Counter(gold for gold, _ in pairs), Counter(out for _, out in pairs)
    right = Counter(gold for gold, out in pairs if gold == out)
    return {label: 2 * right[label] / max(1, wanted[label] + given[label]) for label in LABELS[:4]}


def said(label: Label) -> str:
    """Give a label as the gold has it."""
    return label.status.value if label.status is not None else "none"


def weighed(example: Example, words: ClauseWords) -> str:
    """Label a clause as the program does."""
    if not open_to_words(example.label.rule, ahead=example.ahead):
        return said(example.label)
    return said(decided(example.label, example.signs, words))


def left_out_in_turn(examples: Sequence[Example], favour: float) -> list[tuple[str, str]]:
    """Label each fold of reports by weights fitted on the others."""
    names = sorted({example.report for example in examples})
    pairs = []
    for fold in range(FOLDS):
        own = set(names[fold::FOLDS])
        words = ClauseWords(fitted([e for e in examples if e.report not in own]), favour)
        pairs += [(e.gold, weighed(e, words)) for e in examples if e.report in own and e.scored]
    return pairs


def main() -> int:
    """Fit, print, and write where that was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    lexicon = load_lexicon()
    examples = [example for folder in asked.gold for example in examples_of(folder, lexicon)]
    scored = [(e.gold, said(e.label)) for e in examples if e.scored]
    left_out = left_out_in_turn(examples, lexicon.statements.words.favour)
    tables = {"rules alone": f1s(scored), "each fold left out": f1s(left_out)}
    for name, table in tables.items():
        print(f"{name:20}", "  ".join(f"{label} {value:.3f}" for label, value in table.items()))
    weights = fitted(examples)
    print(f"{len(weights)} signs of {len(examples)} clauses")
    if asked.write:
        write_weights(WEIGHTS, weights)
    return 0


if __name__ == "__main__":
    sys.exit(main())
