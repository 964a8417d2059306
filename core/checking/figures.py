"""A report's figures made ready for the checks: in text order, by sentence, by name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from core.catalogue import Catalogue, normal_name
from core.checking.intervals import Interval
from core.checking.printed import interval_of
from core.checking.rules import CheckRules
from core.quantity import quantity_of, split_unit
from core.report import Decision, Metric, MetricKind, MetricStatus, Report, Row

SENTENCE_END: Final = re.compile(r"[。！!？?\n]")
CLAUSE_END: Final = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[，；;。！!？?：\n]")
WINDOW: Final = 160
NEIGHBOURS: Final = 60
"""How far a check looks around a figure, in characters and in figures: endless sentences cost
no more than long ones."""

TargetKey = tuple[str, str, str]
Sameness = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric row with its place among all, its bare unit and its sentence, from 0."""

    at: int
    row: Row
    metric: Metric
    unit: str
    sentence: int

    @property
    def start(self) -> int:
        """Where its words begin."""
        return self.row.span.start

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.row.span.end


class Material:
    """The figures of one report, found by sentence and by name; made once for all checks."""

    def __init__(
        self, report: Report, rows: Iterable[Row], catalogue: Catalogue, rules: CheckRules
    ) -> None:
        """Take a report's rows; rejected ones and statements have no part."""
        self.text = report.text
        self.rules = rules
        self._catalogue = catalogue
        self._ends = [found.start() for found in SENTENCE_END.finditer(report.text)]
        self._units: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self.figures = self._figures(rows)
        self._starts = [figure.start for figure in self.figures]

    def _figures(self, rows: Iterable[Row]) -> Sequence[Figure]:
        kept = [
            (row, row.fields)
            for row in rows
            if row.decision is not Decision.REJECTED and isinstance(row.fields, Metric)
        ]
        kept.sort(key=lambda pair: (pair[0].span.start, pair[0].span.end, pair[0].id))
        return [
            Figure(at, row, metric, self._unit(metric.unit), self.sentence_at(row.span.start))
            for at, (row, metric) in enumerate(kept)
        ]

    def _unit(self, unit: str) -> str:
        if unit not in self._units:
            self._units[unit] = split_unit(unit)[1]
        return self._units[unit]

    @cached_property
    def by_name(self) -> dict[str, list[Figure]]:
        """The figures by the name that counts, each list in the order of the text."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[self.name(figure.metric.indicator)].append(figure)
        return dict(found)

    @cached_property
    def targets(self) -> dict[TargetKey, Figure | None]:
        """The stated target by name, unit and year; ``None`` where two differ."""
        found: dict[TargetKey, Figure | None] = {}
        for figure in self.figures:
            metric = figure.metric
            if metric.status is MetricStatus.TARGET and metric.kind is MetricKind.LEVEL:
                key = (self.name(metric.indicator), figure.unit, metric.period[:4])
                known = found.setdefault(key, figure)
                if known is not None and quantity_of(known.metric) != quantity_of(metric):
                    found[key] = None
        return found

    @cached_property
    def by_sameness(self) -> dict[Sameness, list[Figure]]:
        """The figures by name, period, kind and bare unit, each list in the text's order."""
        found: dict[Sameness, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            metric = figure.metric
            key = (self.name(metric.indicator), metric.period, metric.kind, figure.unit)
            found[key].append(figure)
        return found

    def sentence_at(self, position: int) -> int:
        """Count the sentence that a position is in."""
        return bisect_right(self._ends, position)

    def sentence_start(self, sentence: int) -> int:
        """Give where a sentence begins."""
        return self._ends[sentence - 1] + 1 if sentence else 0

    def clause_words(self, figure: Figure) -> str:
        """Give the words of a figure's clause before the figure, the last ones of a long one."""
        start = max(self.sentence_start(figure.sentence), figure.start - WINDOW)
        words = self.text[start : figure.start]
        cut = 0
        for found in CLAUSE_END.finditer(words):
            cut = found.end()
        return words[cut:]

    def name(self, indicator: str) -> str:
        """Give what a name is compared by: an indicator's id where the name is exactly its own.

        Any other name stands for itself: 市级重大项目 and 重大项目 are two (checks, rule 4).
        """
        found = self._names.get(indicator)
        if found is None:
            known = self._catalogue.identify(indicator) if indicator else None
            found = f"#{known.id}" if known else normal_name(indicator)
            self._names[indicator] = found
        return found

    def grows_by_levels(self, figure: Figure) -> bool:
        """Say whether two amounts give the published growth (checks, rule 4)."""
        known = self._catalogue.identify(figure.metric.indicator)
        return known is None or known.growth_from_levels

    def interval(self, figure: Figure) -> Interval:
        """Give the values that a figure leaves open, in bare units."""
        return interval_of(figure.row, figure.metric, self.text, self.rules)

    def before(self, figure: Figure) -> Iterator[Figure]:
        """Go back through the figures of a sentence before this one, the nearest first."""
        for at in range(figure.at - 1, max(-1, figure.at - 1 - NEIGHBOURS), -1):
            other = self.figures[at]
            if other.sentence != figure.sentence:
                return
            if other.end <= figure.start:
                yield other

    def after(self, figure: Figure) -> Iterator[Figure]:
        """Go on through the figures of a sentence after this one."""
        for at in range(figure.at + 1, min(len(self.figures), figure.at + 1 + NEIGHBOURS)):
            other = self.figures[at]
            if other.sentence != figure.sentence:
                return
            if other.start >= figure.end:
                yield other

    def first_from(self, position: int) -> Figure | None:
        """Find the first figure at or after a position, in its sentence."""
        at = bisect_left(self._starts, position)
        if at == len(self.figures):
            return None
        figure = self.figures[at]
        return figure if figure.sentence == self.sentence_at(position) else None
