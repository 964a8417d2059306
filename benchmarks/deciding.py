"""Decide, edit and undo with one key each, until the change is durable and painted."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.bench import panes, settle, window_on
from benchmarks.material import SIZES, Size, workspace_with
from benchmarks.measure import Timing, budget_row, print_budgets
from benchmarks.watch import Watch
from core.edits import Gesture
from core.report import RowKind
from gui.window import MainWindow

PRESSES = 200
BUDGET = 0.010
LARGE = 2


class CommitClock:
    """Stand before a workspace's commit and note how long each took."""

    def __init__(self, commit: Callable[[Gesture], Gesture]) -> None:
        self._commit = commit
        self.seconds: list[float] = []

    def __call__(self, gesture: Gesture) -> Gesture:
        """Commit and note the time."""
        start = time.perf_counter()
        kept = self._commit(gesture)
        self.seconds.append(time.perf_counter() - start)
        return kept


def confirm(window: MainWindow) -> None:
    """Press the key that confirms a row and goes on."""
    QTest.keyClick(window.desk.pane.tables[RowKind.METRIC], Qt.Key.Key_Return)


def edit(window: MainWindow) -> None:
    """Commit another value in the chosen row, as an editor does on its key."""
    row_id = window.desk.selection.row_id or 0
    typed = "1.5" if window.desk.editing.text(row_id, "value")[0] != "1.5" else "2.5"
    window.desk.editing.commit(row_id, "value", typed)


def undo(window: MainWindow) -> None:
    """Take the last gesture back."""
    window.commands.action("undo").trigger()


def pressed(window: MainWindow, watch: Watch, press: Callable[[MainWindow], None]) -> Timing:
    """Time each press until it is painted; between them the window rests as a reader does."""
    seconds = []
    for _ in range(PRESSES):
        seconds.append(watch.seconds(lambda: press(window)))
        settle(0.04)
    return Timing.of(seconds)


def measured(size: Size) -> list[list[str]]:
    """Measure the presses on a report of a size."""
    with window_on(workspace_with(size, "deciding")) as window:
        window.desk.open_report(LARGE)
        settle(0.3)
        clock = CommitClock(window.workspace.commit)
        window.workspace.commit = clock  # type: ignore[method-assign]
        watch = Watch(panes(window))
        lines = []
        for name, press in (("confirm", confirm), ("edit a field", edit), ("undo", undo)):
            clock.seconds.clear()
            label = f"{name}, {size.rows:,} rows"
            lines.append(budget_row(label, pressed(window, watch, press), BUDGET))
            commits = Timing.of(clock.seconds)
            lines.append(budget_row("  of it the commit", commits, BUDGET))
    return lines


def main() -> None:
    """Print the table."""
    lines = [line for size in SIZES for line in measured(size)]
    print_budgets("key press to durable decision, both panes painted", lines)


if __name__ == "__main__":
    main()
