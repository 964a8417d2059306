"""What checking a report gives: its findings, and how much of it could be checked at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from core.report import Finding, Report, Row


@dataclass(frozen=True, slots=True)
class Summary:
    """How many figures were found, took part in a check, and could not be checked.

    A silent extractor looks like a clean report (checks, rule 6): so it is said.
    """

    found: int = 0
    checked: int = 0
    unverifiable: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of a report in the order of the text, and their summary."""

    findings: tuple[Finding, ...] = ()
    summary: Summary = Summary()


Checker = Callable[[Report, Sequence[Row]], Checked]
"""Checks a report's rows; made of a catalogue and rules by :func:`core.checking.checker`."""

NOTHING_CHECKED: Final = Checked()
