"""Time a piece of work several times; print rows of a table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each run, in rising order."""

    seconds: tuple[float, ...]

    @classmethod
    def of(cls, seconds: Iterable[float]) -> Timing:
        """Take what was measured, in any order."""
        return cls(tuple(sorted(seconds)))

    @property
    def median(self) -> float:
        """The middle run, in seconds."""
        return statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        """The run that 95 of 100 do not exceed, in seconds."""
        return self.seconds[min(len(self.seconds) - 1, int(0.95 * len(self.seconds)))]


def timed(work: Callable[[], object], runs: int, *, warm_up: int = 1) -> Timing:
    """Run the work, first without counting, then ``runs`` times by the clock."""
    for _ in range(warm_up):
        work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return Timing.of(taken)


def print_table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a title and aligned columns, the first to the left, the others to the right."""
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    print(title)
    for row in (head, *rows):
        cells = [row[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  " + "  ".join(cells).rstrip())


def budget_row(name: str, taken: Timing, budget: float, *, by_median: bool = False) -> list[str]:
    """Write a line of milliseconds; the p95 is held against the budget, or the median."""
    held = taken.median if by_median else taken.p95
    numbers = (taken.median, taken.p95, taken.seconds[-1], budget)
    figures = [f"{seconds * 1000:,.1f}" for seconds in numbers]
    return [name, str(len(taken.seconds)), *figures, verdict(held <= budget)]


def verdict(kept: bool) -> str:
    """Write whether a budget is kept."""
    return "✓" if kept else "✗"


def print_budgets(title: str, lines: Sequence[Sequence[str]]) -> None:
    """Print lines of :func:`budget_row`."""
    print_table(title, ("ms", "n", "median", "p95", "max", "budget", ""), lines)
