"""How `extract --jobs` scales over files: eight reports of 300,000 characters."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.material import report_bytes
from benchmarks.measure import print_table

FILES: Final = 8
LENGTH: Final = 300_000
ROOT: Final = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print seconds and characters a second for one process and for as many as there are cores."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number in range(FILES):
            path = Path(folder) / f"{number}.txt"
            path.write_bytes(report_bytes(LENGTH))
            files.append(str(path))
        jobs = sorted({1, 2, os.cpu_count() or 1})
        taken = {count: _run(files, Path(folder) / str(count), count) for count in jobs}
    rows = [
        (str(count), f"{spent:.2f}", f"{FILES * LENGTH / spent:,.0f}", f"{taken[1] / spent:.2f}")
        for count, spent in taken.items()
    ]
    print_table("extract --jobs N, start and JSON included", ("jobs", "s", "chars/s", "×"), rows)


def _run(files: list[str], out: Path, jobs: int) -> float:
    command = [sys.executable, "main.py", "extract", *files, "--out", str(out), "--jobs", str(jobs)]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
