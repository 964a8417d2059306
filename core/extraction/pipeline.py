"""String the stages of extraction together: text → clauses → figures → rows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from core.extraction.clauses import Clause, clauses_of
from core.extraction.doubts import doubt_repeats, doubt_words
from core.extraction.figure import Figure
from core.extraction.figures import scan
from core.extraction.gaps import SIZE
from core.extraction.headed import headed_tables
from core.extraction.kinds import INDEX_VERB
from core.extraction.lexicon import Lexicon
from core.extraction.metrics import MetricMaker
from core.extraction.paired import with_shared_units
from core.extraction.periods import PeriodReader
from core.extraction.spaced import spaced_tables
from core.extraction.statements import propose_statements
from core.extraction.tables import propose_cells, tables_of
from core.extraction.tense import looking_ahead
from core.reading.broken_lines import JoinedText, joined
from core.report import Proposal, Report, Span

EXTRACTOR: Final = "hedui-1"
UNSURE: Final = ("", "unitless")
"""Reasons of a number that may yet turn out to be the mark of a list or a note."""
INDENT: Final = 8  # white space before a list's mark, at the most


@dataclass(frozen=True, slots=True)
class Analysis:
    """A report taken apart: its clauses, what looks ahead, and the figures of each clause.

    ``report`` is the one that was read, its broken lines joined: all places are of its text, and
    ``joined`` takes them back to the canonical one. ``others`` are the numbers that are no figures,
    each with its reason.
    """

    report: Report
    joined: JoinedText
    clauses: Sequence[Clause]
    ahead: Sequence[str]
    reader: PeriodReader
    figures: Sequence[Sequence[Figure]]
    others: Sequence[Figure]


def extract(report: Report, lexicon: Lexicon) -> tuple[Proposal, ...]:
    """Propose the metrics and statements of a report, in text order."""
    analysis = analyse(report, lexicon)
    metrics = propose_metrics(analysis, lexicon)
    statements = propose_statements(
        analysis.report, analysis.clauses, analysis.ahead, metrics, lexicon.statements
    )
    found = sorted((*metrics, *statements), key=lambda proposal: proposal.span)
    return tuple(taken_back(proposal, analysis.joined) for proposal in found)


def taken_back(proposal: Proposal, text: JoinedText) -> Proposal:
    """Take the places of a proposal back to the canonical text."""
    if not text.cuts:
        return proposal
    sources = {
        field: replace(source, span=text.back(source.span) if source.span else None)
        for field, source in proposal.sources.items()
    }
    return replace(proposal, span=text.back(proposal.span), sources=sources)


def number_back(number: Figure, text: JoinedText) -> Figure:
    """Take the places of a number back to the canonical text."""
    return replace(number, span=text.back(number.span), outer=text.back(number.outer))


def analyse(report: Report, lexicon: Lexicon) -> Analysis:
    """Cut the report into clauses and find its numbers."""
    report, text = joined(report)
    clauses = clauses_of(report)
    ahead = looking_ahead(clauses, lexicon.periods, closed=report.facts.period.isdigit())
    reader = PeriodReader(report, clauses, ahead, lexicon.periods)
    scanned = with_shared_units(scan(report.text, lexicon.figures), report.text)
    found = _dated_out(scanned, reader.time_spans())
    figures: list[list[Figure]] = [[] for _ in clauses]
    others = []
    at = 0
    for figure in found:
        while at < len(clauses) and clauses[at].span.end < figure.span.end:
            at += 1
        inside = at < len(clauses) and clauses[at].span.contains(figure.span)
        wanted = not figure.reason or (
            figure.reason == "unitless" and _after_index(figure, report.text, lexicon)
        )
        sized = inside and bool(figures[at]) and _sizes(figures[at][-1], figure, report.text)
        if wanted and inside and (sized or _names_a_class(figure, clauses[at])):
            others.append(replace(figure, reason="class"))
        elif inside and figure.reason in UNSURE and _is_mark(figure, report.text):
            others.append(replace(figure, reason="mark"))
        elif wanted and inside:
            figures[at].append(figure)
        else:
            others.append(figure if inside else replace(figure, reason="no-content"))
    return Analysis(report, text, clauses, ahead, reader, figures, others)


def propose_metrics(analysis: Analysis, lexicon: Lexicon) -> list[Proposal]:
    """Propose the metrics of an analysed report, in the order of its joined text."""
    report = analysis.report
    clauses = analysis.clauses
    maker = MetricMaker(report.text, clauses, analysis.figures, analysis.reader, lexicon)
    tables = sorted(_tables(report, analysis.reader, lexicon), key=lambda table: table[0])
    cells = [cell for _, found in tables for cell in found]
    inside = [span for span, _ in tables]
    starts = [span.start for span in inside]
    prose = [
        proposal
        for at, clause in enumerate(clauses)
        if not _within(clause.span, inside, starts)
        for proposal in maker.propose(at)
    ]
    found = doubt_repeats(sorted((*prose, *cells), key=lambda proposal: proposal.span))
    opinions = (lexicon.row_words, lexicon.name_words, lexicon.kind_words)
    return list(doubt_words(report.text, found, *opinions))


def _tables(
    report: Report, reader: PeriodReader, lexicon: Lexicon
) -> Iterator[tuple[Span, list[Proposal]]]:
    """Give the tables that hold metrics, with them."""
    spaced = list(spaced_tables(report, reader, lexicon.tables, lexicon.names))
    yield from spaced
    starts = [span.start for span, _ in spaced]
    for span, cells in headed_tables(report, reader, lexicon.tables, lexicon.names):
        last = bisect_left(starts, span.end) - 1  # of those that begin before its end
        if last < 0 or not span.overlaps(spaced[last][0]):
            yield span, cells
    for table in tables_of(report):
        found = list(propose_cells(report, table, reader, lexicon.tables, lexicon.names))
        if found:
            yield Span(table[0].span.start, table[-1].span.end), found


def _within(span: Span, inside: Sequence[Span], starts: Sequence[int]) -> bool:
    """Say whether a stretch lies in one of some others, which are in order."""
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and inside[at].contains(span)


def _dated_out(figures: Iterable[Figure], times: Sequence[Span]) -> Iterator[Figure]:
    """Mark the numbers that are parts of dates and periods."""
    at = 0
    for figure in figures:
        while at < len(times) and times[at].end <= figure.span.start:
            at += 1
        is_time = at < len(times) and times[at].overlaps(figure.span)
        yield replace(figure, reason="date") if is_time else figure


def _after_index(figure: Figure, text: str, lexicon: Lexicon) -> bool:
    """Say whether the words before a bare number name an index (总指数为99.5)."""
    before = text[max(0, figure.span.start - INDEX_REACH) : figure.span.start]
    return lexicon.names.index.search(INDEX_VERB.sub("", before)) is not None


INDEX_REACH: Final = 24  # characters before a bare number in which its index is named


def _names_a_class(figure: Figure, clause: Clause) -> bool:
    """Say whether a count opens a clause as the class of what its figure is of.

    10种有色金属产量占全国比重超1/10 speaks of one class (hard case 7).
    """
    opens = figure.span.start == clause.span.start and figure.unit in CLASS_UNITS
    return opens and SAYS_A_FIGURE.search(clause.text, len(figure.span)) is not None


CLASS_UNITS: Final = frozenset({"种", "类", "大类"})
SAYS_A_FIGURE: Final = re.compile(r"[占增降达比率][^，]*\d")


def _sizes(before: Figure, figure: Figure, text: str) -> bool:
    """Say whether a measure only tells how large each of what is counted is: 2台36平方米烧结机."""
    end = figure.span.end
    glued = before.outer.end == figure.outer.start and before.unit in DEVICES
    return glued and SIZED.match(text, figure.span.start) is not None and end < len(text)


DEVICES: Final = frozenset({"台", "套", "座", "艘", "辆", "只", "口"})
SIZED: Final = re.compile(rf"{SIZE}(?:级|的)?[\u3400-\u9fff]")


def _is_mark(figure: Figure, text: str) -> bool:
    """Say whether a number is a list's mark (3. …) or a note's ([2])."""
    start, end = figure.span.start, figure.span.end
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in "[［" and before and after in "]］":
        return True
    line = text[max(0, start - INDENT) : start].rpartition("\n")
    opens = not line[2].strip() and (bool(line[1]) or start <= INDENT)
    return not figure.unit and opens and text[end : end + 2].lstrip()[:1] in tuple(".、．)）")
