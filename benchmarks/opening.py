"""Open a report, until text with marks, table and inspector are painted."""

from __future__ import annotations

from benchmarks.bench import panes, sentence, settle, window_on
from benchmarks.material import SIZES, Size, workspace_with
from benchmarks.measure import Timing, budget_row, print_budgets
from benchmarks.watch import Watch

BUDGETS = (0.1, 0.15, 0.5)
RUNS = 7
SAMPLE, LARGE = 1, 2


def opened(size: Size) -> Timing:
    """Go back and forth between the sample and the large report; time the latter."""
    seconds = []
    with window_on(workspace_with(size, "opening")) as window:
        watch = Watch([*panes(window), sentence(window)])
        for _ in range(RUNS):
            window.desk.open_report(SAMPLE)
            settle(0.3)
            seconds.append(watch.seconds(lambda: window.desk.open_report(LARGE)))
            settle(0.3)
    return Timing.of(seconds)


def main() -> None:
    """Print the table."""
    lines = [
        budget_row(
            f"{size.characters:,} characters, {size.rows:,} rows",
            opened(size),
            budget,
            by_median=True,
        )
        for size, budget in zip(SIZES, BUDGETS, strict=True)
    ]
    print_budgets("open a report to first paint, marks included", lines)


if __name__ == "__main__":
    main()
