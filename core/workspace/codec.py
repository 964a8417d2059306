"""The nouns as JSON and back: what the tables and the journal keep.

Figures are decimal strings, messages are codes with arguments, and one value has one
JSON text, so that equal texts mean equal values.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any, Final, Protocol, cast

from core.edits import Entity, Thing
from core.messages import Message
from core.report import (
    Bound,
    Decision,
    Dismissal,
    Facts,
    Fields,
    Metric,
    MetricKind,
    MetricStatus,
    Proposal,
    Remark,
    Row,
    RowKind,
    Source,
    Span,
    Statement,
    StatementStatus,
)

Json = dict[str, object]

# Looking a value up here takes a tenth of the time of calling the enumeration with it.
KINDS: Final = {kind.value: kind for kind in MetricKind}
BOUNDS: Final = {bound.value: bound for bound in Bound}
STATUSES: Final = {status.value: status for status in MetricStatus}
STATEMENT_STATUSES: Final = {status.value: status for status in StatementStatus}
DECISIONS: Final = {decision.value: decision for decision in Decision}
DECODE: Final = json.JSONDecoder().raw_decode
"""Reads JSON that :func:`dump` wrote, without looking for white space around it."""


class Record(Protocol):
    """What has values by name: an object of JSON, or a row that SQLite gives."""

    def __getitem__(self, name: str, /) -> Any:  # noqa: ANN401 - as both of them do
        """Give the value of that name."""


def dump(value: object) -> str:
    """Write JSON, in one form for one value."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Json:
    """Read an object of JSON."""
    return cast("Json", DECODE(text)[0])


def fields_json(fields: Fields) -> Json:
    """Turn the fields of a row into an object of JSON."""
    if isinstance(fields, Statement):
        return {"status": fields.status.value, "body": fields.body, "deadline": fields.deadline}
    return {
        "value": format(fields.value, "f"),
        "unit": fields.unit,
        "indicator": fields.indicator,
        "kind": fields.kind.value,
        "bound": fields.bound.value,
        "period": fields.period,
        "status": fields.status.value,
        "value_max": None if fields.value_max is None else format(fields.value_max, "f"),
        "base": fields.base,
        "base_period": fields.base_period,
    }


def fields_of(kind: str, data: Record) -> Fields:
    """Read the fields of a row of that kind."""
    if kind == RowKind.STATEMENT:
        return Statement(STATEMENT_STATUSES[data["status"]], data["body"], data["deadline"])
    most = data["value_max"]
    return Metric(
        Decimal(data["value"]),
        data["unit"],
        data["indicator"],
        KINDS[data["kind"]],
        BOUNDS[data["bound"]],
        data["period"],
        STATUSES[data["status"]],
        None if most is None else Decimal(most),
        data["base"],
        data["base_period"],
    )


def row_json(row: Row) -> Json:
    """Turn a row into an object of JSON, for the journal."""
    return {
        "id": row.id,
        "report_id": row.report_id,
        "proposal_id": row.proposal_id,
        "kind": row.kind.value,
        "start": row.span.start,
        "end": row.span.end,
        "fields": fields_json(row.fields),
        "decision": row.decision.value,
        "note": row.note,
        "reviewer": row.reviewer,
        "decided_at": row.decided_at,
        "newer_id": row.newer_id,
    }


def row_of(data: Record) -> Row:
    """Read a row; ``fields`` may be an object or its JSON text."""
    fields = data["fields"]
    return Row(
        data["id"],
        data["report_id"],
        data["proposal_id"],
        Span(data["start"], data["end"]),
        fields_of(data["kind"], load(fields) if isinstance(fields, str) else fields),
        DECISIONS[data["decision"]],
        data["note"],
        data["reviewer"],
        data["decided_at"],
        data["newer_id"],
    )


def remark_json(remark: Remark) -> Json:
    """Turn a remark into an object of JSON."""
    data = asdict(remark)
    span = data.pop("span")
    return data | {"start": span["start"], "end": span["end"], "settled": int(remark.settled)}


def remark_of(data: Record) -> Remark:
    """Read a remark."""
    return Remark(
        data["id"],
        data["report_id"],
        Span(data["start"], data["end"]),
        data["reason"],
        data["proposed"],
        data["row_id"],
        data["reviewer"],
        data["made_at"],
        bool(data["settled"]),
    )


def dismissal_json(dismissal: Dismissal) -> Json:
    """Turn a dismissal into an object of JSON."""
    return asdict(dismissal)


def dismissal_of(data: Record) -> Dismissal:
    """Read a dismissal."""
    return Dismissal(**{name: data[name] for name in Dismissal.__dataclass_fields__})


def facts_json(facts: Facts) -> Json:
    """Turn a report's facts into an object of JSON."""
    return asdict(facts)


def facts_of(data: Record) -> Facts:
    """Read a report's facts; columns of other things are passed over."""
    return Facts(**{name: data[name] for name in Facts.__dataclass_fields__})


def thing_json(thing: Thing | None) -> str | None:
    """Write what a change holds before or after."""
    if thing is None:
        return None
    if isinstance(thing, Row):
        return dump(row_json(thing))
    if isinstance(thing, Remark):
        return dump(remark_json(thing))
    return dump(dismissal_json(thing) if isinstance(thing, Dismissal) else facts_json(thing))


def thing_of(entity: Entity, text: str | None) -> Thing | None:
    """Read what a change holds before or after."""
    if text is None:
        return None
    data = load(text)
    if entity is Entity.ROW:
        return row_of(data)
    if entity is Entity.REMARK:
        return remark_of(data)
    return dismissal_of(data) if entity is Entity.DISMISSAL else facts_of(data)


def doubts_json(doubts: tuple[Message, ...]) -> str:
    """Write doubts as codes with arguments."""
    return dump([[said.code, dict(said.args)] for said in doubts])


def doubts_of(text: str) -> tuple[Message, ...]:
    """Read doubts."""
    said = cast("list[tuple[str, dict[str, str]]]", json.loads(text))
    return tuple(Message(code, tuple(args.items())) for code, args in said)


def trace_json(sources: Mapping[str, Source]) -> str:
    """Write where each field came from: its rule, and start and end if it was read."""
    return dump(
        {
            name: [source.rule, *((source.span.start, source.span.end) if source.span else ())]
            for name, source in sources.items()
        }
    )


def trace_of(text: str) -> dict[str, Source]:
    """Read where each field came from."""
    read = cast("dict[str, list[object]]", json.loads(text))
    return {
        name: Source(str(rule), Span(*cast("list[int]", where)) if where else None)
        for name, (rule, *where) in read.items()
    }


def proposal_of(data: Record) -> Proposal:
    """Read a proposal from its row of the table."""
    return Proposal(
        Span(data["start"], data["end"]),
        fields_of(data["kind"], load(data["fields"])),
        doubts_of(data["doubts"]),
        trace_of(data["trace"]),
    )
