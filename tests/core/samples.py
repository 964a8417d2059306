"""A small report with proposals, for tests of workspace and review."""

from __future__ import annotations

from decimal import Decimal

from core.messages import message
from core.reading import read_report
from core.report import (
    Metric,
    MetricKind,
    Proposal,
    Report,
    Source,
    Span,
    Statement,
    StatementStatus,
)
from core.workspace import Workspace

TEXT = (
    "区政府2022年三季度工作情况报告\n武昌区人民政府\n"
    "前三季度,GDP完成1202亿元、增速4.5%;𠮷新建公厕18座,完成目标的91.22%。将新建绿道5公里。\n"
)
AT = "2022-11-03T10:00:00+08:00"


def report() -> Report:
    return read_report("三季度.txt", TEXT.encode())


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def metric(words: str, value: str, unit: str, name: str, **more: object) -> Proposal:
    fields = Metric(Decimal(value), unit, name, period="2022-01/2022-09", **more)  # type: ignore[arg-type]
    sources = {"period": Source("report"), "value": Source("figure-amount", span_of(words))}
    doubts = (message("doubt.indicator-far"),) if name == "公厕" else ()
    return Proposal(span_of(words), fields, doubts, sources)


def proposals() -> list[Proposal]:
    return [
        metric("1202亿元", "1202", "亿元", "GDP"),
        metric("4.5%", "4.5", "%", "GDP", kind=MetricKind.GROWTH),
        metric("18座", "18", "座", "公厕"),
        metric("91.22%", "91.22", "%", "公厕", kind=MetricKind.PROGRESS),
        Proposal(span_of("𠮷新建公厕18座"), Statement(StatementStatus.DONE)),
        Proposal(span_of("将新建绿道5公里"), Statement(StatementStatus.PLEDGE, "区城管局")),
    ]


def keep(workspace: Workspace, found: list[Proposal] | None = None) -> int:
    return workspace.add_report(
        report(),
        TEXT.encode(),
        proposals() if found is None else found,
        extractor="test",
        lexicon_hash="0",
        reviewer="张三",
        at=AT,
    )
