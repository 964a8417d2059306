"""Start the program: from the making of the process until text and table are painted."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measure import Timing, budget_row, print_budgets

ROOT = Path(__file__).parent.parent
RUNS = 7
BUDGET = 0.5


def child(home: Path, platform: str, *arguments: str) -> tuple[float, float]:
    """Run the program in a home; give the seconds to its first painting, and its megabytes."""
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")}
    surroundings = {**os.environ, **folders, "HOME": str(home), "QT_QPA_PLATFORM": platform}
    command = [sys.executable, "-m", "benchmarks.child", *arguments]
    begun = time.monotonic()
    ran = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True
    )
    painted, megabytes = ran.stdout.split()
    return float(painted) - begun, float(megabytes)


def platforms() -> list[str]:
    """Name where a window can be: nowhere, and on the screen if there is one."""
    return ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]


def main() -> None:
    """Print the table."""
    lines = []
    for platform in platforms():
        first, later = [], []
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as home:
                first.append(child(Path(home), platform)[0])
                later.append(child(Path(home), platform)[0])
        for name, seconds in (("the very first", first), ("any later", later)):
            taken = Timing.of(seconds)
            lines.append(budget_row(f"{name}, {platform}", taken, BUDGET, by_median=True))
    print_budgets("start to a usable window, with the sample report open", lines)


if __name__ == "__main__":
    main()
