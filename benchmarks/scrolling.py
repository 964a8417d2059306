"""Scroll text and table by a turn of the wheel, a page, and to a far place, until painted."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollBar, QWidget

from benchmarks.bench import panes, settle, window_on
from benchmarks.material import SIZES, Size, workspace_with
from benchmarks.measure import Timing, budget_row, print_budgets
from benchmarks.watch import Watch
from core.report import RowKind

STEPS = 200
BUDGET = 0.008
LARGE = 2


def scrolled(bar: QScrollBar, widget: QWidget, by: int, steps: int = STEPS) -> Timing:
    """Go down step by step, and up again from the end, timing each to its painting."""
    watch = Watch([widget])
    seconds = []
    for _ in range(steps):
        if not bar.minimum() <= bar.value() + by <= bar.maximum():
            by = -by
        goal = bar.value() + by
        seconds.append(watch.seconds(lambda goal=goal: bar.setValue(goal)))
        settle(0.002)
    return Timing.of(seconds)


def measured(size: Size) -> list[list[str]]:
    """Measure the steps on a report of a size."""
    with window_on(workspace_with(size, "scrolling")) as window:
        window.desk.open_report(LARGE)
        settle(0.3)
        text, table = panes(window)
        of_text = window.desk.view.verticalScrollBar()
        of_table = window.desk.pane.tables[RowKind.METRIC].verticalScrollBar()
        wheel = 3 * of_text.singleStep()
        rows = f"{size.rows:,} rows"
        return [
            budget_row(f"text by a wheel's turn, {rows}", scrolled(of_text, text, wheel), BUDGET),
            budget_row(f"text by a page, {rows}", scrolled(of_text, text, 800), BUDGET),
            budget_row(f"table by a wheel's turn, {rows}", scrolled(of_table, table, 3), BUDGET),
            budget_row(f"table by a page, {rows}", scrolled(of_table, table, 25), BUDGET),
        ]


def main() -> None:
    """Print the table."""
    lines = [line for size in SIZES for line in measured(size)]
    print_budgets("scroll step to painting", lines)


if __name__ == "__main__":
    main()
