"""From bytes and a name to a report with proposals, and into a workspace.

The window, the command line and the tests call this; nothing else strings the
stages together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.messages import Message, message
from core.reading import identity, read_report
from core.reading.decoding import ENCODINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.extraction.lexicon import Lexicon
    from core.report import Proposal, Report
    from core.review.outcome import Outcome
    from core.review.session import ReviewSession
    from core.workspace import Workspace

HAN: Final = re.compile("[\u3400-\u9fff]")
LATIN: Final = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Kept:
    """A report in its workspace; ``new`` is false where the same bytes were there already."""

    report_id: int
    new: bool
    report: Report


@dataclass(frozen=True, slots=True)
class Arrival:
    """With which words a report was extracted, for whom, and when (ISO 8601 with offset)."""

    lexicon_hash: str
    reviewer: str
    at: str


def read_and_extract(
    name: str, data: bytes, lexicon: Lexicon, *, encoding: str | None = None
) -> tuple[Report, tuple[Proposal, ...]]:
    """Read a file's bytes and propose its rows.

    Raises:
        UserError: the bytes are no report that can be read.
    """
    report = read_report(name, data, encoding=encoding)
    from core.extraction.pipeline import extract  # noqa: PLC0415 - only when a report is read

    return report, extract(report, lexicon)


def keep(  # noqa: PLR0917 - the stages' own order, and each has a type of its own
    workspace: Workspace, name: str, data: bytes, lexicon: Lexicon, reviewer: str, at: str
) -> Kept:
    """Put a report with its rows into a workspace; the same bytes again find it there.

    ``at`` is ISO 8601 with offset.

    Raises:
        UserError: the bytes cannot be read, or the workspace cannot be written.
    """
    known = known_report(workspace, data)
    if known is not None:
        return Kept(known, False, workspace.report(known))
    report, proposals = read_and_extract(name, data, lexicon)
    run = Arrival(lexicon.hash, reviewer, at)
    return keep_read(workspace, data, report, proposals, run)


def keep_read(
    workspace: Workspace, data: bytes, report: Report, proposals: Sequence[Proposal], run: Arrival
) -> Kept:
    """Put a report that was read, maybe by another process, into a workspace.

    Raises:
        UserError: the workspace cannot be written.
    """
    known = workspace.find(report.sha256)
    if known is None and report.sha256 == identity(data):
        known = known_report(workspace, data)
    if known is not None:
        return Kept(known, False, workspace.report(known))
    report_id = workspace.add_report(
        report,
        data,
        proposals,
        extractor=extractor(),
        lexicon_hash=run.lexicon_hash,
        reviewer=run.reviewer,
        at=run.at,
    )
    return Kept(report_id, True, report)


def keep_in_pieces(
    workspace: Workspace, data: bytes, report: Report, proposals: Sequence[Proposal], run: Arrival
) -> Iterator[Kept | None]:
    """Do as :func:`keep_read` in steps of one short transaction each; the last gives the report.

    Raises:
        UserError: the workspace cannot be written.
    """
    from core.workspace.arriving import PIECE, arrive  # noqa: PLC0415 - large reports only
    from core.workspace.report_table import Run  # noqa: PLC0415

    if len(proposals) <= PIECE or known_report(workspace, data) is not None:
        yield keep_read(workspace, data, report, proposals, run)
        return
    extraction = Run(extractor(), run.lexicon_hash, run.at)
    for report_id in arrive(workspace, report, data, proposals, extraction):
        yield None if report_id is None else Kept(report_id, True, report)


def known_report(workspace: Workspace, data: bytes) -> int | None:
    """Find the report of these bytes, in whatever encoding a person had them read.

    One that is in the lists comes before one that was taken out.
    """
    digest = identity(data)
    tries = (digest, *(f"{digest}:{encoding}" for encoding in ENCODINGS))
    found = [known for known in map(workspace.find, tries) if known is not None]
    return next(filter(workspace.listed, found), found[0] if found else None)


def extract_again(session: ReviewSession, lexicon: Lexicon) -> Outcome:
    """Extract a session's open report anew; what people decided stays."""
    from core.extraction.pipeline import EXTRACTOR, extract  # noqa: PLC0415 - only when a report is read

    return session.take_extraction(
        extract(session.report, lexicon), extractor=EXTRACTOR, lexicon_hash=lexicon.hash
    )


def extractor() -> str:
    """Name the extraction as workspaces keep it."""
    from core.extraction.pipeline import EXTRACTOR  # noqa: PLC0415 - only when a report is read

    return EXTRACTOR


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
