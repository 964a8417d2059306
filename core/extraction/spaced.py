"""Lines of a table whose columns are parted by blanks alone: 原煤 亿吨 21.9 9.9.

So tables look that were pasted out of a page, and the lists of products in communiqués, often
without a head: what is made, how much of it, and the growth over the year before. A run of such
lines is read; one of them alone may be anything (annotation guide, hard case 10).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from core.extraction.name_lexicon import NameLexicon
from core.extraction.periods import PeriodReader
from core.extraction.table_lexicon import DIGITS, SIGN, TableLexicon
from core.extraction.tables import BLANKED, Head, above, cell_metric, row_head
from core.report import MetricKind, Proposal, Report, Span

NUMBER: Final = f"{SIGN}?(?:{BLANKED}|{DIGITS})"
NAME: Final = r"[ \u3000]*[-—·●]*[ \u3000]*(?P<name>[^\d\s，。；,;|][^，。；,;|\n]{0,29}?)[．.]?"
UNIT: Final = r"(?P<unit>[十百千万亿]{0,2}[\u3400-\u9fff（）()]{1,10}|[%％])"
SPACED: Final = re.compile(
    rf"^{NAME}[ \u3000]+(?:{UNIT}[ \u3000]+(?P<value>{NUMBER})|(?P<amount>{NUMBER})[ \u3000]*"
    rf"{UNIT.replace('<unit>', '<behind>')})[．.]?"
    rf"[ \u3000]+(?:(?P<growth>{NUMBER})|持平)[ \u3000]*$",
    re.MULTILINE,
)
SCALED: Final = re.compile("[万亿].")
FEWEST: Final = 3  # lines of a run
GAP: Final = re.compile(r"\n\s*")
MANY_HEADS: Final = 3


def spaced_tables(
    report: Report, reader: PeriodReader, lexicon: TableLexicon, names: NameLexicon
) -> Iterator[tuple[Span, list[Proposal]]]:
    """Give each run of such lines with the metrics of its cells, in text order."""
    text = report.text
    for run in _runs(text, lexicon):
        caption = above(text, run[0].start())
        if _holds_growth(caption, lexicon):
            period = reader.named(caption)
            level = Head("", "", MetricKind.LEVEL, period)
            growth = Head("", "%", MetricKind.GROWTH, period)
            rows = zip(run, _row_heads(run, lexicon, names), strict=True)
            cells = [cell for line, row in rows for cell in _cells(text, line, row, level, growth)]
            yield Span(run[0].start(), run[-1].end()), cells


def _row_heads(
    run: Sequence[re.Match[str]], lexicon: TableLexicon, names: NameLexicon
) -> Iterator[Head]:
    """Read the heads of lines; the parts of one take its ending: 发电量, then 其中：火电, 水电."""
    whole, unit, parts = "", "", False
    for line in run:
        said = row_head(line["name"], lexicon).words
        own = line["unit"] or line["behind"]
        begins = lexicon.part.match(line["name"].lstrip(" \u3000-—·●")) is not None
        ending = names.head.search(whole) if begins or parts else lexicon.shared.search(whole)
        parts = ending is not None and own == unit and names.head.search(said) is None
        if not parts:
            whole, unit = said, own
        yield Head(said + ending[0] if ending and parts else said, own)


def _runs(text: str, lexicon: TableLexicon) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for line in SPACED.finditer(text):
        unit = line["unit"] or line["behind"]
        if not (SCALED.match(unit) or lexicon.is_unit(unit)):
            continue
        if run and not GAP.fullmatch(text, run[-1].end(), line.start()):
            if len(run) >= FEWEST:
                yield run
            run = []
        run.append(line)
    if len(run) >= FEWEST:
        yield run


def _holds_growth(caption: str, lexicon: TableLexicon) -> bool:
    """Say whether the last column is growth: where a head stands above, it has to say so."""
    heads = caption.rpartition("\n")[2].split()
    return len(heads) < MANY_HEADS or lexicon.kind_of(heads[-1]) is MetricKind.GROWTH


def _cells(
    text: str, line: re.Match[str], row: Head, level: Head, growth: Head
) -> Iterator[Proposal]:
    held: Sequence[tuple[str, Head]] = (("value", level), ("amount", level), ("growth", growth))
    for part, column in held:
        if line[part]:
            yield cell_metric(text, Span(*line.span(part)), row, column)
