"""Say what is doubtful in the way a report was decoded; nothing is lost in silence."""

from __future__ import annotations

from typing import Final

from core.messages import Message, message
from core.reading.decoding import LOST
from core.reading.likelihood import likelihood
from core.report import Report

CERTAIN: Final = ("", "utf-8", "utf-16-le", "utf-16-be")
"""Encodings that are what they are taken for; the others can be mistaken for each other."""

LIKELY: Final = 0.75
"""Share of everyday characters below which a text may be in another encoding."""

HINTED: Final = ("big5", "shift_jis")


def decoding_doubt(report: Report) -> Message | None:
    """Say why a person should look at how a report was read; ``None`` where all is well."""
    lost = report.text.count(LOST)
    if lost:
        line = report.text.count("\n", 0, report.text.index(LOST)) + 1
        return message("reading.lost", file=report.name, count=lost, line=line)
    if overruled(report):
        return None
    if report.encoding in HINTED:
        return message("reading.hinted", file=report.name, encoding=f"@encoding.{report.encoding}")
    if report.encoding not in CERTAIN and likelihood(report.text) < LIKELY:
        return message("reading.unlikely", file=report.name, encoding="@encoding.gb18030")
    return None


def overruled(report: Report) -> bool:
    """Say whether a person chose the encoding against what the program would have taken."""
    return ":" in report.sha256
