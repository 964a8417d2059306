"""Small reports with rows, for the tests of the checks: a row is its words and its fields."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from core.catalogue import load_catalogue
from core.checking.engine import check
from core.checking.rules import load_check_rules
from core.messages import LANGUAGES, render
from core.reading import read_report
from core.report import Finding, Metric, MetricKind, Report, Row, Span

PERIOD = "2022-01/2022-09"
LEVEL, GROWTH, CHANGE = MetricKind.LEVEL, MetricKind.GROWTH, MetricKind.CHANGE
SHARE, RATE, PROGRESS = MetricKind.SHARE, MetricKind.RATE, MetricKind.PROGRESS


@cache
def report_of(text: str) -> Report:
    return read_report("报告.txt", f"{text}\n".encode())


def row(words: str, value: str, unit: str, name: str, kind: MetricKind = LEVEL, **more: object):
    """Make a row without its place; `at` counts the occurrence of its words, from 0."""
    at = more.pop("at", 0)
    more.setdefault("period", PERIOD)
    return words, at, Metric(Decimal(value), unit, name, kind, **more)  # type: ignore[arg-type]


def placed(text: str, made: Sequence[tuple[str, object, Metric]]) -> list[Row]:
    rows = []
    for number, (words, at, metric) in enumerate(made, 1):
        start = -1
        for _ in range(int(str(at)) + 1):
            start = text.index(words, start + 1)
        rows.append(Row(number, 1, number, Span(start, start + len(words)), metric))
    return rows


def findings(text: str, *made) -> list[Finding]:
    report = report_of(text)
    rules, catalogue = load_check_rules(), load_catalogue()
    found = check(report, placed(report.text, made), catalogue, rules)
    for said in (message for one in found for message in (one.said, one.missing) if message):
        for language in LANGUAGES:
            assert render(said, language) != said.code  # and every argument of it is there
    return list(found)


def of_check(found: Sequence[Finding], code: str) -> list[Finding]:
    return [finding for finding in found if finding.check == code]
