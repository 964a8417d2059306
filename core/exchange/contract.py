"""The JSON of the output contract: what ``extract`` prints, for programs.

Public: a change of its form is a change of ``FORMAT_VERSION``. Positions are code
points of ``text``. Facts that the text does not say are ``null``; a period or
unit that is not known is empty, as in the annotation guide.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from core.catalogue import Catalogue
from core.messages import Message, render
from core.quantity import quantity_of
from core.report import Facts, Metric, Proposal, Report, Section, Source, Span, Statement

FORMAT_VERSION: Final = 1
Json = dict[str, object]
"""An object of JSON: its values are texts, numbers, truth values, lists and objects."""


def document(
    report: Report,
    proposals: Sequence[Proposal],
    catalogue: Catalogue,
    language: str,
    *,
    explain: bool = False,
) -> Json:
    """Make the contract's object of a report and its proposals, in text order.

    ``language`` words the doubts. With ``explain`` each row says by ``trace`` which
    rule gave each field, and from which words.
    """
    metrics: list[tuple[str, Proposal, Metric]] = []
    statements: list[tuple[str, Proposal, Statement]] = []
    for proposal in proposals:
        if isinstance(proposal.fields, Metric):
            metrics.append((f"m{len(metrics) + 1:04d}", proposal, proposal.fields))
        else:
            statements.append((f"s{len(statements) + 1:04d}", proposal, proposal.fields))
    inside = _finder([(proposal.span, name) for name, proposal, _ in metrics])

    def finish(proposal: Proposal) -> Json:
        doubts: Json = {"doubts": [doubt_json(said, language) for said in proposal.doubts]}
        return doubts | ({"trace": trace_json(proposal)} if explain else {})

    return {
        "format_version": FORMAT_VERSION,
        "report": report_json(report),
        "text": report.text,
        "sections": [section_json(section) for section in report.sections],
        "metrics": [
            _place(name, found.span, report.text)
            | metric_json(fields, catalogue)
            | {"evidence": _evidence(found)}
            | finish(found)
            for name, found, fields in metrics
        ],
        "statements": [
            _place(name, found.span, report.text)
            | statement_json(fields)
            | {"metrics": inside(found.span)}
            | finish(found)
            for name, found, fields in statements
        ],
        "findings": [],
    }


def dumps(made: Json) -> str:
    """Write a document as JSON, Chinese readable, ending in a line end."""
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def report_json(report: Report) -> Json:
    """Say what a report is, without its text."""
    return _facts(report.facts) | {
        "source": report.name,
        "encoding": report.encoding or None,
        "sha256": report.sha256.partition(":")[0],
        "characters": len(report.text),
    }


def _facts(facts: Facts) -> Json:
    return {
        "title": facts.title or None,
        "issuer": facts.issuer or None,
        "body": facts.body or None,
        "region": facts.region or None,
        "period": facts.period or None,
        "delivered": facts.delivered or None,
        "published": facts.published or None,
    }


def section_json(section: Section) -> Json:
    """Say where a section is, and what it is called."""
    return {
        "start": section.span.start,
        "end": section.span.end,
        "heading": section.heading,
        "level": section.level,
        "outlook": section.outlook,
    }


def _place(name: str, span: Span, text: str) -> Json:
    return {"id": name, "start": span.start, "end": span.end, "text": span.of(text)}


def metric_json(metric: Metric, catalogue: Catalogue) -> Json:
    """Write the fields of a metric."""
    quantity = quantity_of(metric)
    indicator = catalogue.identify(metric.indicator)
    high = metric.value_max
    return {
        "value": format(metric.value, "f"),
        "value_max": None if high is None else format(high, "f"),
        "unit": metric.unit,
        "quantity": None if quantity is None else str(quantity),
        "indicator": metric.indicator,
        "indicator_id": indicator.id if indicator else None,
        "kind": metric.kind.value,
        "bound": metric.bound.value,
        "period": metric.period,
        "base": metric.base or None,
        "base_period": metric.base_period or None,
        "status": metric.status.value,
    }


def statement_json(statement: Statement) -> Json:
    """Write the fields of a statement."""
    return {
        "status": statement.status.value,
        "body": statement.body or None,
        "deadline": statement.deadline or None,
    }


def _finder(places: Iterable[tuple[Span, str]]) -> Callable[[Span], list[str]]:
    """Make a function that names what lies wholly in a span, by halving: reports are long."""
    ordered = sorted(places)
    starts = [span.start for span, _ in ordered]

    def inside(span: Span) -> list[str]:
        near = ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        return [name for place, name in near if place.end <= span.end]

    return inside


def doubt_json(said: Message, language: str) -> Json:
    """Name a doubt without its group: ``doubt.unit-missing`` is ``unit-missing``."""
    return {"code": said.code.partition(".")[2] or said.code, "text": render(said, language)}


def _evidence(proposal: Proposal) -> Json:
    """Say where fields were read; what was inferred has no place and is left out."""
    return {
        name: [source.span.start, source.span.end]
        for name, source in proposal.sources.items()
        if source.span is not None
    }


def trace_json(proposal: Proposal) -> Json:
    """Say which rule gave each field of a proposal, and from which words."""
    return {name: _source(source) for name, source in proposal.sources.items()}


def _source(source: Source) -> Json:
    span = source.span
    return {"rule": source.rule, "span": None if span is None else [span.start, span.end]}
