"""A small report with its rows, kept in a real workspace, for every test of the bench."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Final

from core.messages import message
from core.report import (
    Facts,
    Metric,
    MetricKind,
    Proposal,
    Report,
    RowKind,
    Source,
    Span,
    Statement,
    StatementStatus,
)
from core.review.session import ReviewSession
from core.workspace import Workspace

AT: Final = "2026-11-03T10:00:00+08:00"
TEXT: Final = (
    "前三季度,GDP完成1202亿元,增速4.5%;完成固投360亿元,同比增长24.6%。\n"
    "成立数字经济发展委员会,引进15家企业,新建公厕18座。\n"
)
PERIOD: Final = "2022-01/2022-09"


def on(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def metric(words: str, value: str, unit: str, indicator: str, **more: object) -> Proposal:
    kind = MetricKind(str(more.get("kind", "level")))
    fields = Metric(Decimal(value), unit, indicator, kind=kind, period=PERIOD)
    doubts = (message("doubt.unit-missing"),) if more.get("doubt") else ()
    sources = {"period": Source("clause", on("前三季度"))}
    return Proposal(on(words), fields, doubts, sources)


def proposals() -> tuple[Proposal, ...]:
    return (
        metric("1202亿元", "1202", "亿元", "GDP"),
        metric("4.5%", "4.5", "%", "GDP", kind="growth"),
        metric("360亿元", "360", "亿元", "固投", doubt=True),
        metric("24.6%", "24.6", "%", "固投", kind="growth"),
        Proposal(on("成立数字经济发展委员会"), Statement(StatementStatus.DONE)),
        Proposal(on("引进15家企业,新建公厕18座"), Statement(StatementStatus.DONE)),
        metric("15家", "15", "家", "引进企业"),
        metric("18座", "18", "座", "新建公厕"),
    )


def report(name: str = "甲.txt", text: str = TEXT) -> Report:
    return Report(name, f"hash of {name}", "utf-8", "txt", text, Facts(body="武昌区人民政府"))


def keep_sample(workspace: Workspace, name: str = "甲.txt") -> int:
    return workspace.add_report(
        report(name), b"", proposals(), extractor="test", lexicon_hash="", reviewer="", at=AT
    )


@contextmanager
def opened(folder: Path) -> Iterator[ReviewSession]:
    workspace = Workspace.open(folder / "w.hedui")
    entries = workspace.reports()
    report_id = entries[0].id if entries else keep_sample(workspace)
    session = ReviewSession(workspace, "张三", lambda: AT)
    session.open_report(report_id)
    yield session
    workspace.close()


def ids(session: ReviewSession, kind: RowKind = RowKind.METRIC) -> list[int]:
    return [row.id for row in session.rows(kind)]
