"""Fit how much each doubt counts: `python tools/fit_doubts.py GOLD_DIR [--write] [--aside DIR]`.

First which words speak for all of several years (``core.extraction.year_words``), what the words
of a metric say of its having been misread (``core.extraction.row_words``), which characters belong
to names (``core.extraction.name_words``) and which kind words go with
(``core.extraction.kind_words``): logistic regressions with a lasso, for each fold of reports
fitted on the others. Then a logistic regression with a ridge over all doubts, these among them.
Each report is ordered by weights fitted on the others; the table says what share of its wrong rows
stand in the most doubtful fifth. `--write` puts the weights of all reports together into
``doubts.toml``, ``row_words.tsv``, ``name_words.tsv``, ``kind_words.tsv`` and ``year_words.tsv`` of
``resources/lexicon``; `--aside` orders reports that took no part.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402 - after the path

from core.doubting import GROUP, ODDS  # noqa: E402
from core.evaluation.gold import gold_files, read_gold  # noqa: E402
from core.evaluation.scoring import score  # noqa: E402
from core.extraction import kind_words  # noqa: E402
from core.extraction.kind_words import LABELS, KindWords, kind_doubt, label_of  # noqa: E402
from core.extraction.lexicon import Lexicon, load_lexicon  # noqa: E402
from core.extraction.name_words import name_doubt, name_words  # noqa: E402
from core.extraction.row_words import signs_of, words_doubt  # noqa: E402
from core.extraction.signs import SignOdds  # noqa: E402
from core.extraction.year_words import decided, years_doubt  # noqa: E402
from core.intake import read_and_extract  # noqa: E402
from core.messages import Message  # noqa: E402
from core.report import Metric, Proposal  # noqa: E402
from tools.fit_names import Named, name_weights  # noqa: E402
from tools.fit_years import OfYears, of_years, year_weights  # noqa: E402
from tools.lasso import ALWAYS, Lasso, write_weights  # noqa: E402

WEIGHTS: Final = ROOT / "resources" / "lexicon" / "doubts.toml"
WORDS: Final = ROOT / "resources" / "lexicon" / "row_words.tsv"
NAMES: Final = ROOT / "resources" / "lexicon" / "name_words.tsv"
KINDS: Final = ROOT / "resources" / "lexicon" / "kind_words.tsv"
YEARS: Final = ROOT / "resources" / "lexicon" / "year_words.tsv"
LASSO: Final = 1.0
FOLDS: Final = 8
RIDGE: Final = 1.0
KIND_STEPS: Final = 150
STEPS: Final = 40
FIFTH: Final = 0.2
DEGREES: Final = {
    "words-slight": "words-odd", "words-plain": "words-odd", "name-likely": "name-unlike",
    "kind-likely": "kind-unlike", "years-likely": "years-unlike",
}  # fmt: skip
"""Doubts that are one in several degrees: one degree of each counts the same."""


KindWeights = Mapping[str, tuple[float, ...]]
Weights = TypeVar("Weights")


@dataclass(frozen=True, slots=True)
class OfKind:
    """The label of a metric's kind and the one that a person gave, with its signs of it."""

    given: str
    wanted: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A proposed metric: its doubts, each with its degree, its signs, and whether it is wrong.

    ``named`` is its figure with its name and the one that a person gave, "" for a figure that is
    none.
    """

    report: str
    doubts: Mapping[str, float]
    signs: frozenset[str]
    named: Named
    kind: OfKind
    wrong: bool
    years: OfYears | None = None


def judged(folder: Path, lexicon: Lexicon) -> list[Judged]:
    """Extract the reports of a gold folder and judge each metric, its words left aside."""
    found = []
    for file in gold_files(folder):
        gold = read_gold(file)
        path = folder / f"{gold.name}.txt"
        report, proposals = read_and_extract(path.name, path.read_bytes(), lexicon)
        pairs = {(p.given.span, p.given.metric): p for p in score(gold, proposals).pairs}
        for proposal in proposals:
            if isinstance(proposal.fields, Metric):
                span, metric = proposal.span, proposal.fields
                pair = pairs.get((span, metric))
                wrong = pair is None or bool(pair.wrong)
                signs = frozenset({ALWAYS, *signs_of(report.text, proposal, metric)})
                meant = pair.gold.metric if pair else None
                name = meant.indicator if meant else ""
                named = Named(report.text, span, metric.indicator, name)
                told = tuple(kind_words.signs_of(report.text, span, metric))
                kind = OfKind(label_of(metric), label_of(meant) if meant else "", told)
                years = None
                if pair and "years" in proposal.sources:
                    more = set(pair.wrong) != {"period"} and wrong
                    period = pair.gold.metric.period
                    years = of_years(report.text, proposal, metric, period, otherwise=more)
                doubts = _doubts(proposal)
                found.append(Judged(gold.name, doubts, signs, named, kind, wrong, years))
    return found


def _doubts(proposal: Proposal) -> Mapping[str, float]:
    codes = (said.code.removeprefix(GROUP) for said in proposal.doubts if not said.args)
    return dict.fromkeys(codes, 1.0)


def word_weights(rows: Sequence[Judged]) -> dict[str, float]:
    """Fit how much each sign speaks for a row's being wrong, beside what its doubts say."""
    wanted = np.array([[row.wrong, not row.wrong] for row in rows], dtype=float)
    company = ({f"{GROUP}{name} {odds:.0f}" for name, odds in row.doubts.items()} for row in rows)
    signs = [row.signs | beside for row, beside in zip(rows, company, strict=True)]
    odds = Lasso(signs, wanted, LASSO).odds()
    return {sign: one for sign, one in odds.items() if not sign.startswith((ALWAYS, GROUP))}


def with_words(rows: Sequence[Judged], weights: Mapping[str, float]) -> list[Judged]:
    """Add to the doubts of rows what their words say."""
    words = SignOdds(weights)
    return [_doubted(row, words_doubt(words.odds(row.signs))) for row in rows]


def years_fitted(rows: Sequence[Judged]) -> dict[str, float]:
    """Fit which words speak for all of several years."""
    return year_weights(row.years for row in rows if row.years is not None)


def with_years(rows: Sequence[Judged], weights: Mapping[str, float]) -> list[Judged]:
    """Let the words say which of several years rows are of, and add what they doubt of it."""
    words, found = SignOdds(weights), []
    for row in rows:
        if row.years is None:
            found.append(row)
            continue
        odds = words.odds(row.years.signs)
        every = decided(odds, ruled=row.years.ruled)
        settled = replace(row, wrong=row.years.wrong(every=every))
        found.append(_doubted(settled, years_doubt(odds, every=every)))
    return found


def names_fitted(rows: Sequence[Judged]) -> dict[str, float]:
    """Fit which characters belong to the names of rows."""
    return name_weights(row.named for row in rows if row.named.wanted)


def with_names(rows: Sequence[Judged], weights: Mapping[str, float]) -> list[Judged]:
    """Add to the doubts of rows what the characters near their figures say of their names."""
    words = name_words(weights)
    return [
        _doubted(row, name_doubt(words.surprise(one.text, one.figure, one.given)))
        for row in rows
        for one in (row.named,)
    ]


def kinds_fitted(rows: Sequence[Judged]) -> KindWeights:
    """Fit which kind the words around figures go with."""
    told = [row.kind for row in rows if row.kind.wanted]
    wanted = np.array([[label == one.wanted for label in LABELS] for one in told], dtype=float)
    return Lasso([one.signs for one in told], wanted, LASSO).weights(KIND_STEPS)


def with_kinds(rows: Sequence[Judged], weights: KindWeights) -> list[Judged]:
    """Add to the doubts of rows what the words around their figures say of their kind."""
    words = KindWords(weights)
    return [
        _doubted(row, kind_doubt(words.surprise(row.kind.signs, row.kind.given))) for row in rows
    ]


def _doubted(row: Judged, said: Message | None) -> Judged:
    if said is None:
        return row
    odds = float(dict(said.args)[ODDS])
    return replace(row, doubts={**row.doubts, said.code.removeprefix(GROUP): odds})


def in_folds(
    rows: Sequence[Judged],
    fit: Callable[[Sequence[Judged]], Weights],
    add: Callable[[Sequence[Judged], Weights], list[Judged]],
) -> list[Judged]:
    """Add to the doubts of rows what was fitted on other reports."""
    names = sorted({row.report for row in rows})
    found = []
    for fold in range(FOLDS):
        own = set(names[fold::FOLDS])
        weights = fit([row for row in rows if row.report not in own])
        found += add([row for row in rows if row.report in own], weights)
    return found


def fitted(rows: Sequence[Judged], names: Sequence[str]) -> dict[str, float]:
    """Fit the weights by Newton's steps (Hastie et al., Elements of Statistical Learning, 4.4)."""
    kinds = sorted({DEGREES.get(name, name) for name in names})
    counts = [_by_kind(row.doubts) for row in rows]
    x = np.array([[1.0, *(count[kind] for kind in kinds)] for count in counts])
    y = np.array([row.wrong for row in rows], dtype=float)
    ridge = np.diag([0.0, *([RIDGE] * len(kinds))])
    beta = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-(x @ beta)))
        slope = x.T @ (y - chance) - ridge @ beta
        bend = (x.T * (chance * (1 - chance))) @ x + ridge + 1e-9 * np.eye(x.shape[1])
        beta = beta + np.linalg.solve(bend, slope)
    found = dict(zip(kinds, map(float, beta[1:]), strict=True))
    return {name: found[DEGREES.get(name, name)] for name in names}


def _by_kind(doubts: Mapping[str, float]) -> Mapping[str, float]:
    counts: defaultdict[str, float] = defaultdict(float)
    for name, odds in doubts.items():
        counts[DEGREES.get(name, name)] += odds
    return counts


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
    of_names, of_kinds, of_several = names_fitted(every), kinds_fitted(every), years_fitted(every)
    ruled = sum(row.wrong for row in with_years(every, {}))
    every = in_folds(every, years_fitted, with_years)
    print(f"{ruled} rows wrong by the rules, {sum(row.wrong for row in every)} by words of years")
    every = in_folds(every, names_fitted, with_names)
    every = in_folds(every, kinds_fitted, with_kinds)
    of_rows = word_weights(every)
    print(f"{len(of_rows)} signs of {len(every)} rows, {len(of_names)} of their names")
    rows = in_folds(every, word_weights, with_words)
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
        others = with_years(judged(asked.aside, lexicon), of_several)
        others = with_kinds(with_names(others, of_names), of_kinds)
        others = with_words(others, of_rows)
        aside = [(doubt_of(row, weights), row.wrong) for row in others]
        print(f"{'set aside':32} {caught(aside):.2f} of {sum(wrong for _, wrong in aside)} wrong")
    if asked.write:
        write(weights)
        for file, odds in ((WORDS, of_rows), (NAMES, of_names), (YEARS, of_several)):
            write_weights(file, {sign: (weight,) for sign, weight in odds.items()})
        write_weights(KINDS, of_kinds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
