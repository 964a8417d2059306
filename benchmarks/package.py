"""Size of the packaged program, where one was built."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure import print_table, verdict

DIST = Path(__file__).parent.parent / "dist"
BUDGET = 110.0
MEGABYTE = 1_000_000


def main() -> None:
    """Print the table, or what to do to have one."""
    found = sorted(DIST.glob("*.tar.gz"))
    if not found:
        print("no package in dist; packaging builds one")
        return
    rows = []
    for path in found:
        size = path.stat().st_size / MEGABYTE
        rows.append([path.name, f"{size:,.1f}", f"{BUDGET:,.0f}", verdict(size <= BUDGET)])
    print_table("size of the packaged program", ("MB", "size", "budget", ""), rows)


if __name__ == "__main__":
    main()
