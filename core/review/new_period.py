"""A corrected report period runs through the undecided rows that inherited the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from core.report import Decision, Metric, Proposal, Row

INHERITED: Final[tuple[str, ...]] = ("report",)
"""Rules of a period that a corrected report period runs through."""


def with_period(
    rows: Iterable[Row], old: str, new: str, proposal: Callable[[int], Proposal | None]
) -> list[tuple[Row, Row]]:
    """Give the rows that inherited the old period, each with what it becomes."""
    return [
        (row, replace(row, fields=replace(row.fields, period=new)))
        for row in rows
        if isinstance(row.fields, Metric)
        and row.fields.period == old
        and row.decision is Decision.NONE
        and _inherited(proposal(row.id))
    ]


def _inherited(proposal: Proposal | None) -> bool:
    source = proposal.sources.get("period") if proposal is not None else None
    return source is not None and source.rule in INHERITED
