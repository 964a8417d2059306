"""Characters a second and peak memory of reading and extraction, by length of the text."""

from __future__ import annotations

import resource

from benchmarks.material import report_bytes
from benchmarks.measure import print_table, timed
from core.extraction.lexicon import load_lexicon
from core.extraction.pipeline import extract
from core.reading import read_report

LENGTHS = (3_500, 100_000, 1_000_000, 8_000_000)
RUNS = {3_500: 25, 100_000: 5}  # of the short ones several, until the processor has warmed up


def main() -> None:
    """Print the table."""
    lexicon = load_lexicon()
    rows = []
    for length in LENGTHS:
        data = report_bytes(length)
        runs = RUNS.get(length, 1)
        reading = timed(lambda data=data: read_report("a.txt", data), runs)
        report = read_report("a.txt", data)
        extracting = timed(lambda report=report: extract(report, lexicon), runs, warm_up=runs > 1)
        found = len(extract(report, lexicon)) if runs > 1 else 0
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rows.append(
            (
                f"{length:,}",
                f"{reading.median * 1000:,.1f}",
                f"{extracting.median * 1000:,.1f}",
                f"{length / (reading.median + extracting.median):,.0f}",
                f"{found:,}" if found else "",
                f"{peak:,.0f}",
            )
        )
    head = ("characters", "reading ms", "extraction ms", "characters/s", "rows", "peak MB")
    print_table("extraction, whole pipeline with trace, one core", head, rows)


if __name__ == "__main__":
    main()
