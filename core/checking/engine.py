"""All checks over one report: findings in the order of the text, and how much was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from core.catalogue import Catalogue
from core.checking.averages import check_average
from core.checking.checked import Checked, Checker, Summary
from core.checking.figures import Material
from core.checking.limits import check_range
from core.checking.parts import check_parts
from core.checking.points import check_points
from core.checking.progress import check_progress
from core.checking.ratios import check_growth, check_shares
from core.checking.repeats import check_repeats
from core.checking.rules import CheckRules
from core.checking.steps import check_direction, start_of
from core.checking.usage import check_usage
from core.report import Finding, Report, Row, Verdict

Check = Callable[[Material], Iterator[Finding]]


def check_pairs(material: Material) -> Iterator[Finding]:
    """Make all checks of 由A提高到B: the way it went, its growth, its average."""
    for end in material.figures:
        start = start_of(material, end)
        if start is not None:
            yield from check_direction(material, start, end)
            yield from check_growth(material, start, end)
            yield from check_average(material, start, end)


CHECKS: Final[tuple[Check, ...]] = (
    check_parts,
    check_points,
    check_pairs,
    check_shares,
    check_repeats,
    check_progress,
    check_usage,
    check_range,
)
"""Every check; at one place of the text their findings come in this order."""


def check(
    report: Report, rows: Sequence[Row], catalogue: Catalogue, rules: CheckRules
) -> tuple[Finding, ...]:
    """Check a report's rows against each other; rejected rows take no part."""
    return _findings(Material(report, rows, catalogue, rules))


def checker(catalogue: Catalogue, rules: CheckRules) -> Checker:
    """Make the function that a review session checks its report with."""

    def run(report: Report, rows: Sequence[Row]) -> Checked:
        material = Material(report, rows, catalogue, rules)
        findings = _findings(material)
        return Checked(findings, summary(len(material.figures), findings))

    return run


def summary(found: int, findings: Iterable[Finding]) -> Summary:
    """Count the figures that a check has a verdict on, and those that could not be checked."""
    compared: set[int] = set()
    lacking: set[int] = set()
    for finding in findings:
        if finding.verdict is Verdict.UNVERIFIABLE:
            lacking.update(finding.rows)
        else:
            compared.update(finding.rows)
    return Summary(found, len(compared), len(lacking - compared))


def _findings(material: Material) -> tuple[Finding, ...]:
    place = {figure.row.id: at for at, figure in enumerate(material.figures)}
    found = [finding for run in CHECKS for finding in run(material)]
    return tuple(sorted(found, key=lambda finding: place[finding.rows[0]]))
