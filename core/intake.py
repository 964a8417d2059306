"""From bytes and a name to a report with proposals, and into a workspace.

The window, the command line and the tests call this; nothing else strings the
stages together.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.extraction.pipeline import EXTRACTOR, extract
from core.messages import Message, message
from core.reading import read_report

if TYPE_CHECKING:
    from core.extraction.lexicon import Lexicon
    from core.report import Proposal, Report
    from core.workspace import Workspace


HAN: Final = re.compile("[\u3400-\u9fff]")
LATIN: Final = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Kept:
    """A report in its workspace; ``new`` is false where the same bytes were there already."""

    report_id: int
    new: bool
    report: Report


def read_and_extract(
    name: str, data: bytes, lexicon: Lexicon, *, encoding: str | None = None
) -> tuple[Report, tuple[Proposal, ...]]:
    """Read a file's bytes and propose its rows.

    Raises:
        UserError: the bytes are no report that can be read.
    """
    report = read_report(name, data, encoding=encoding)
    return report, extract(report, lexicon)


def keep(  # noqa: PLR0917 - the stages' own order, and each has a type of its own
    workspace: Workspace, name: str, data: bytes, lexicon: Lexicon, reviewer: str, at: str
) -> Kept:
    """Put a report with its rows into a workspace; the same bytes again find it there.

    ``at`` is ISO 8601 with offset.

    Raises:
        UserError: the bytes cannot be read, or the workspace cannot be written.
    """
    known = workspace.find(hashlib.sha256(data).hexdigest())
    if known is not None:
        return Kept(known, False, workspace.report(known))
    report, proposals = read_and_extract(name, data, lexicon)
    report_id = workspace.add_report(
        report,
        data,
        proposals,
        extractor=EXTRACTOR,
        lexicon_hash=lexicon.hash,
        reviewer=reviewer,
        at=at,
    )
    return Kept(report_id, True, report)


def why_empty(report: Report) -> Message:
    """Say why no row was proposed of a report, as far as its text tells."""
    text = report.text
    if not text.strip():
        return message("intake.no_text")
    if len(HAN.findall(text)) < len(LATIN.findall(text)):
        return message("intake.not_chinese")
    if not any(char.isnumeric() for char in text):
        return message("intake.no_figures")
    return message("intake.no_rows")
