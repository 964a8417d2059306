"""Training data as JSON Lines: a report, then its rows, remarks and other numbers.

Public (``docs/formats.md``): a change of its form is a change of ``FORMAT_VERSION``.
Each line is one object whose ``type`` says what it is. The text stands once, in the line
of its report; places are its code points. What a person rejected is there too, and so is
every number that no row stands on: they are what a model has to learn to leave alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from core.catalogue import Catalogue
from core.exchange.columns import ShownRow
from core.exchange.contract import (
    Json,
    doubt_json,
    metric_json,
    report_json,
    section_json,
    statement_json,
    trace_json,
)
from core.exchange.reviewed import Means, Reviewed
from core.messages import Message, message
from core.report import Fields, Metric, Proposal, Remark, Report, Row, Span
from core.review.uncovered import free_figures
from core.review.wording import said_of

FORMAT_VERSION: Final = 1


def training_lines(reports: Iterable[Reviewed], means: Means) -> Iterator[bytes]:
    """Write reports one after the other, a line each thing, Chinese readable, in UTF-8."""
    for reviewed in reports:
        for made in _things(reviewed, means):
            yield (json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _things(reviewed: Reviewed, means: Means) -> Iterator[Json]:
    report = reviewed.report
    yield _head(report)
    for shown in reviewed.rows:
        yield _begin("row", report) | _row(shown, reviewed, means)
    for remark in reviewed.remarks:
        yield _begin("remark", report) | _remark(remark, report.text)
    rows = [row for row, _ in reviewed.rows]
    for figure in free_figures(report, rows, means.lexicon()):
        reason = {"reason": figure.reason or None}
        yield _begin("number", report) | _words(figure.span, report.text) | reason


def _begin(kind: str, report: Report) -> Json:
    """Name what a line is and the report that it is of, so that lines may be parted."""
    return {"type": kind, "report": report.sha256}


def _head(report: Report) -> Json:
    return {
        "type": "report",
        "format_version": FORMAT_VERSION,
        **report_json(report),
        "reader": report.reader,
        "text": report.text,
        "sections": [section_json(section) for section in report.sections],
        "furniture": [[span.start, span.end] for span in report.furniture],
    }


def _row(shown: ShownRow, reviewed: Reviewed, means: Means) -> Json:
    row, state = shown
    text = reviewed.report.text
    proposal = reviewed.proposals.get(row.proposal_id or 0)
    return {
        "id": row.id,
        "kind": row.kind.value,
        **_words(row.span, text),
        "fields": _fields(row.fields, means.catalogue),
        "state": state.value,
        "decision": row.decision.value,
        "reviewer": row.reviewer or None,
        "decided_at": row.decided_at or None,
        "note": row.note or None,
        "doubts": [_doubt(said, means.language) for said in _doubts(row, reviewed)],
        "proposal": None if proposal is None else _proposal(proposal, text, means),
    }


def _proposal(proposal: Proposal, text: str, means: Means) -> Json:
    return {
        **_words(proposal.span, text),
        "fields": _fields(proposal.fields, means.catalogue),
        "trace": trace_json(proposal),
    }


def _remark(remark: Remark, text: str) -> Json:
    return {
        "id": remark.id,
        "row": remark.row_id,
        **_words(remark.span, text),
        "proposed": remark.proposed or None,
        "reason": remark.reason or None,
        "settled": remark.settled,
        "reviewer": remark.reviewer or None,
        "made_at": remark.made_at or None,
    }


def _words(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _fields(fields: Fields, catalogue: Catalogue) -> Json:
    if isinstance(fields, Metric):
        return metric_json(fields, catalogue)
    return statement_json(fields)


def _doubt(said: Message, language: str) -> Json:
    return doubt_json(said, language) | {"args": dict(said.args)}


def _doubts(row: Row, reviewed: Reviewed) -> Iterator[Message]:
    """Give why one should look twice at a row: the machine's doubts, and a newer proposal."""
    proposal = reviewed.proposals.get(row.proposal_id or 0)
    if proposal is not None:
        yield from proposal.doubts
    newer = reviewed.proposals.get(row.newer_id or 0)
    if newer is not None:
        yield message("doubt.newer-proposal", **said_of(newer.fields))
