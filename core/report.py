"""The nouns: report, span, metric, statement, proposal, row, remark, finding.

Plain frozen data without behaviour beyond what follows from the fields.
Positions are code points of the report's canonical text, end exclusive.
The terms are those of ``docs/glossary.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from core.messages import Message


class MetricKind(StrEnum):
    """What sort of figure a metric is (annotation guide, section 1)."""

    LEVEL = "level"
    GROWTH = "growth"
    MULTIPLE = "multiple"
    CHANGE = "change"
    SHARE = "share"
    RATE = "rate"
    PROGRESS = "progress"
    RANK = "rank"


class Bound(StrEnum):
    """How the printed figure bounds the true one, before its sign."""

    EQ = "eq"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    APPROX = "approx"


class MetricStatus(StrEnum):
    """Whether the figure was reached or is aimed at."""

    ACTUAL = "actual"
    TARGET = "target"


class StatementStatus(StrEnum):
    """What a statement says of a piece of work (annotation guide, section 2)."""

    PLEDGE = "pledge"
    DONE = "done"
    ONGOING = "ongoing"
    PROBLEM = "problem"


class RowKind(StrEnum):
    """The two tables that rows stand in."""

    METRIC = "metric"
    STATEMENT = "statement"


class Decision(StrEnum):
    """What a reviewer decided on a row."""

    NONE = "none"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    DOUBTFUL = "doubtful"


class RowState(StrEnum):
    """What is shown of a row; follows from its decision and its proposal."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ADDED = "added"
    REJECTED = "rejected"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the canonical text, in code points, end exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a stretch that no text can have."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end}")

    def __len__(self) -> int:
        """Count the code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """Cut the words out of the text."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with all that stands under it, up to the next of its level or above.

    ``level`` counts from 1. ``outlook`` is true where the section speaks of the
    coming period (annotation guide, section 2, rule 3).
    """

    span: Span
    heading: str
    level: int
    outlook: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report says of itself; a reviewer can correct each field.

    ``period`` is ISO 8601 as in the annotation guide, ``delivered`` and
    ``published`` are ISO dates; empty where the text does not say.
    """

    title: str = ""
    issuer: str = ""
    body: str = ""
    region: str = ""
    period: str = ""
    delivered: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read; the text is canonical and never changes.

    ``encoding`` is what the bytes were decoded as (``utf-8``, ``gb18030``), or
    empty where the format says it itself. ``reader`` names the reader used
    (``txt``, ``docx``). ``furniture`` are stretches of the text that are no content
    (navigation, print links, page heads); nothing is extracted from them.
    """

    name: str
    sha256: str
    encoding: str
    reader: str
    text: str
    facts: Facts
    sections: tuple[Section, ...] = ()
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    """The fields of a metric row, in the values of the annotation guide.

    ``value`` is as written, in digits, negative for a decrease; ``unit`` as
    written with its scale (``万平方米``).
    """

    value: Decimal
    unit: str
    indicator: str
    kind: MetricKind = MetricKind.LEVEL
    bound: Bound = Bound.EQ
    period: str = ""
    status: MetricStatus = MetricStatus.ACTUAL
    value_max: Decimal | None = None
    base: str = ""
    base_period: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The fields of a statement row; its words are the row's span."""

    status: StatementStatus
    body: str = ""
    deadline: str = ""


Fields = Metric | Statement


@dataclass(frozen=True, slots=True)
class Source:
    """Where a proposal's field came from: the rule, and the words if it was read."""

    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one extraction said of one stretch of text.

    ``sources`` maps names of fields to where they came from; ``doubts`` are
    messages that say in words why a person should look twice.
    """

    span: Span
    fields: Fields
    doubts: tuple[Message, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def kind(self) -> RowKind:
        """The table that the proposal belongs to."""
        return kind_of(self.fields)


@dataclass(frozen=True, slots=True)
class Row:
    """What stands: fields on a stretch of text, and what a person decided on them.

    ``proposal_id`` names the proposal that the reviewer saw; ``None`` for a row that
    a person added. ``decided_at`` is ISO 8601 with offset, empty while undecided.
    """

    id: int
    report_id: int
    proposal_id: int | None
    span: Span
    fields: Fields
    decision: Decision = Decision.NONE
    note: str = ""
    reviewer: str = ""
    decided_at: str = ""
    newer_id: int | None = None

    @property
    def kind(self) -> RowKind:
        """The table that the row belongs to."""
        return kind_of(self.fields)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong or doubtful in the report itself.

    It stands on words of the report (``span``) and may name a row. ``proposed``
    are the words that should stand there instead; empty where only the reason counts.
    """

    id: int
    report_id: int
    span: Span
    reason: str
    proposed: str = ""
    row_id: int | None = None
    reviewer: str = ""
    made_at: str = ""
    settled: bool = False


class Verdict(StrEnum):
    """What a check says of figures; never which of them is wrong (checks, rule 2)."""

    CONSISTENT = "consistent"
    ROUNDING = "rounding"
    INCONSISTENT = "inconsistent"
    NOTE = "note"
    UNVERIFIABLE = "unverifiable"


class Severity(StrEnum):
    """How sure a check's relation is: stated in the words, known, or of style."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """A check's verdict on rows; computed, never stored.

    ``check`` is the check's code; ``rows`` are the ids it used, the one it speaks of
    first. ``said`` words it, ``arithmetic`` shows how it was computed, ``missing`` says
    what an unverifiable figure would need. ``key`` names the check, the rows and their
    values: what a dismissal holds on to.
    """

    check: str
    rows: tuple[int, ...]
    verdict: Verdict
    severity: Severity
    said: Message
    arithmetic: str
    key: str
    missing: Message | None = None


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A reviewer's word that a finding needs no more attention, and why.

    It lapses by itself when a value changes: then no finding has its ``key`` any more.
    """

    id: int
    report_id: int
    key: str
    reason: str
    reviewer: str = ""
    made_at: str = ""


def kind_of(fields: Fields) -> RowKind:
    """Name the table that these fields belong to."""
    return RowKind.METRIC if isinstance(fields, Metric) else RowKind.STATEMENT


def state_of(row: Row, proposal: Proposal | None) -> RowState:
    """Derive what is shown of a row (design, section 2: Row)."""
    if row.decision is Decision.REJECTED:
        return RowState.REJECTED
    if row.decision is Decision.DOUBTFUL:
        return RowState.DOUBTFUL
    if row.decision is Decision.NONE:
        return RowState.UNREVIEWED
    if proposal is None:
        return RowState.ADDED
    as_proposed = (row.span, row.fields) == (proposal.span, proposal.fields)
    return RowState.CONFIRMED if as_proposed else RowState.CORRECTED
