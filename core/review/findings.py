"""Findings as a person works through them: grouped, ordered, counted. Pure functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Sequence
from enum import StrEnum
from typing import Final

from core.report import Finding, Severity, Verdict


class FindingGroup(StrEnum):
    """What a person tells findings apart by; a dismissed one is that and nothing else."""

    DIFFERS = "differs"
    EXPLAIN = "explain"
    UNCHECKABLE = "uncheckable"
    AGREES = "agrees"
    DISMISSED = "dismissed"


GROUPS: Final = {
    Verdict.INCONSISTENT: FindingGroup.DIFFERS,
    Verdict.NOTE: FindingGroup.EXPLAIN,
    Verdict.UNVERIFIABLE: FindingGroup.UNCHECKABLE,
    Verdict.ROUNDING: FindingGroup.AGREES,
    Verdict.CONSISTENT: FindingGroup.AGREES,
}
OPEN: Final = frozenset({FindingGroup.DIFFERS, FindingGroup.EXPLAIN})
"""The groups that wait for a person."""

VERDICTS: Final = tuple(GROUPS)
GROUP_ORDER: Final = tuple(FindingGroup)
SEVERITIES: Final = tuple(Severity)


def group_of(finding: Finding, dismissed: Container[str]) -> FindingGroup:
    """Say which group a finding is in; ``dismissed`` holds the keys of dismissed ones."""
    return FindingGroup.DISMISSED if finding.key in dismissed else GROUPS[finding.verdict]


def arranged(
    findings: Sequence[Finding], dismissed: Container[str], groups: Collection[FindingGroup]
) -> list[Finding]:
    """Give the findings of some groups, what weighs most first, then in the order of the text.

    ``findings`` come in the order of the text, which a stable sort keeps.
    """
    shown = [finding for finding in findings if group_of(finding, dismissed) in groups]
    return sorted(
        shown,
        key=lambda finding: (
            GROUP_ORDER.index(group_of(finding, dismissed)),
            VERDICTS.index(finding.verdict),
            SEVERITIES.index(finding.severity),
        ),
    )


def counted(findings: Sequence[Finding], dismissed: Container[str]) -> Counter[FindingGroup]:
    """Count the findings of each group."""
    return Counter(group_of(finding, dismissed) for finding in findings)


def count_open(counts: Counter[FindingGroup]) -> int:
    """Count what waits for a person."""
    return sum(counts[group] for group in OPEN)
