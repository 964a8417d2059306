"""Filter and sort 100,000 rows the way the window does, until the table is painted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from benchmarks.bench import settle, window_on
from benchmarks.material import add, metrics_only, shelf
from benchmarks.measure import Timing, budget_row, print_budgets
from benchmarks.watch import Watch
from core.report import RowKind
from core.workspace import Workspace
from gui.window import MainWindow

ROWS = 100_000
RUNS = 7
BUDGET = 0.050
ALL, UNREVIEWED, ACCEPTED = 0, 1, 2
SORTED = ("indicator", "value", "unit", "kind", "period", "state")


def steps(window: MainWindow) -> dict[str, tuple[Callable[[], None], Callable[[], None]]]:
    """Name what is timed, each with what puts things back as they were."""
    desk, table = window.desk, window.desk.pane.tables[RowKind.METRIC]
    choose = desk.filter.choose
    found: dict[str, tuple[Callable[[], None], Callable[[], None]]] = {
        "filter: unreviewed": (partial(choose, UNREVIEWED), partial(choose, ALL)),
        "filter: accepted (none)": (partial(choose, ACCEPTED), partial(choose, ALL)),
        "filter: all": (partial(choose, ALL), partial(choose, ACCEPTED)),
    }
    for name in SORTED:
        click = partial(table.head_clicked.emit, table, name)

        def restore(click: Callable[[], None] = click) -> None:
            click()
            click()

        found[f"sort by {name}"] = (click, restore)
    return found


def main() -> None:
    """Print the table."""
    path = shelf() / "filtering.hedui"
    workspace = Workspace.open(path)
    add(workspace, *metrics_only(ROWS))
    workspace.close()
    lines = []
    with window_on(path) as window:
        watch = Watch([window.desk.pane.tables[RowKind.METRIC].viewport()])
        for name, (work, back) in steps(window).items():
            seconds = []
            for _ in range(RUNS):
                back()
                settle(0.3)
                seconds.append(watch.seconds(work))
                settle(0.3)
            lines.append(budget_row(name, Timing.of(seconds), BUDGET, by_median=True))
    print_budgets(f"filter or sort {ROWS:,} rows, table painted", lines)


if __name__ == "__main__":
    main()
