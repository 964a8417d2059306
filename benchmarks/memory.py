"""Memory held on the sample and on the largest report, each in a process of its own."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from benchmarks.material import SIZES, workspace_with
from benchmarks.measure import print_table, verdict
from benchmarks.start import child

RUNS = 3
SAMPLE_BUDGET, LARGE_BUDGET = 120.0, 200.0
LARGE = "2"


def held(*arguments: str) -> list[float]:
    """Run the program several times; give the megabytes that it held at rest."""
    with tempfile.TemporaryDirectory() as home:
        return sorted(child(Path(home), "offscreen", *arguments)[1] for _ in range(RUNS))


def main() -> None:
    """Print the table."""
    large = str(workspace_with(SIZES[-1], "memory"))
    measured = (
        ("the sample", held(), SAMPLE_BUDGET),
        (f"{SIZES[-1].rows:,} rows", held(large, LARGE), LARGE_BUDGET),
    )
    rows = []
    for name, found, budget in measured:
        middle = statistics.median(found)
        kept = verdict(middle <= budget)
        rows.append(
            [name, str(RUNS), f"{middle:,.0f}", f"{found[-1]:,.0f}", f"{budget:,.0f}", kept]
        )
    print_table("memory held at rest", ("MB", "n", "median", "max", "budget", ""), rows)


if __name__ == "__main__":
    main()
