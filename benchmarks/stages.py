"""What each stage of extraction costs, by length of the text; one core, trace on."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, TypeVar

from benchmarks.material import report_bytes
from benchmarks.measure import print_table
from core.extraction.clauses import clauses_of
from core.extraction.figures import scan
from core.extraction.lexicon import load_lexicon
from core.extraction.periods import PeriodReader
from core.extraction.pipeline import analyse, propose_metrics
from core.extraction.statements import propose_statements
from core.extraction.tense import looking_ahead
from core.reading import read_report

LENGTHS: Final = (3_500, 100_000, 1_000_000)
T = TypeVar("T")


def main() -> None:
    """Print the table: milliseconds of each stage."""
    rows = []
    for length in LENGTHS:
        costs = stage_costs(report_bytes(length))
        total = sum(costs.values())
        rows.append([f"{length:,}", *(f"{cost * 1000:,.1f}" for cost in costs.values())])
        rows.append(["", *(f"{cost / total:.0%}" for cost in costs.values())])
    print_table("cost of the stages in ms", ("characters", *costs), rows)


def stage_costs(data: bytes) -> dict[str, float]:
    """Time the stages one after the other, in seconds."""
    lexicon = load_lexicon()
    costs: dict[str, float] = {}

    def taking(name: str, work: Callable[[], T]) -> T:
        start = time.perf_counter()
        made = work()
        costs[name] = time.perf_counter() - start
        return made

    report = taking("reading", lambda: read_report("a.txt", data))
    clauses = taking("clauses", lambda: clauses_of(report))
    ahead = taking("tense", lambda: looking_ahead(clauses, lexicon.periods))
    taking("periods", lambda: PeriodReader(report, clauses, ahead, lexicon.periods))
    taking("figures", lambda: list(scan(report.text, lexicon.figures)))
    analysis = analyse(report, lexicon)
    metrics = taking("metrics", lambda: propose_metrics(analysis, lexicon))
    taking(
        "statements",
        lambda: propose_statements(
            report, analysis.clauses, analysis.ahead, metrics, lexicon.statements
        ),
    )
    return costs


if __name__ == "__main__":
    main()
