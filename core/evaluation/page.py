"""A page that shows gold beside output, marked in the text; one file, no network."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.evaluation.faults import Fault, by_kind, confused_kinds, confused_labels, matrix
from core.evaluation.gold import Gold
from core.evaluation.scoring import Score
from core.evaluation.table import kind_name
from core.messages import message, render
from core.report import Metric, Proposal, Span

STYLE: Final = """
:root { color-scheme: light dark; --right: #2e7d3233; --wrong: #c6282844; --edge: #8888; }
body { font: 15px/1.75 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2rem auto;
  max-width: 78rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: .8rem 0; } td, th { border: 1px solid var(--edge);
  padding: .15rem .6rem; text-align: right; } th:first-child, td.word { text-align: left; }
.text { white-space: pre-wrap; border-left: 3px solid var(--edge); padding-left: 1rem; }
mark { color: inherit; border-radius: 3px; background: var(--right); }
mark.wrong { background: var(--wrong); }
mark.missed { outline: 2px dashed #c62828; background: none; }
mark.spurious { background: #ef6c0055; } u.mislabelled { text-decoration: wavy underline #c62828; }
.diagonal { background: var(--right); } .off { background: var(--wrong); }
h2 { margin-top: 2.4rem; } summary { cursor: pointer; font-weight: 600; }
"""


@dataclass(frozen=True, slots=True)
class Scored:
    """A report that was scored: its text, gold, proposals, score and faults."""

    gold: Gold
    text: str
    proposals: Sequence[Proposal]
    score: Score
    faults: Sequence[Fault]


def page(reports: Sequence[Scored], table: str, language: str) -> str:
    """Write the whole page: the table, faults by kind, matrices, each report marked."""
    title = render(message("evaluation.page_title"), language)
    scores = [report.score for report in reports]
    parts = [
        f'<!DOCTYPE html><html lang="{language}"><meta charset="utf-8">',
        f"<title>{html.escape(title)}</title><style>{STYLE}</style><h1>{html.escape(title)}</h1>",
        f"<pre>{html.escape(table)}</pre>",
        _matrix("evaluation.confused_labels", confused_labels(scores), language),
        _matrix("evaluation.confused_kinds", confused_kinds(scores), language),
        *(_report(report, language) for report in reports),
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _matrix(code: str, counts: Mapping[tuple[str, str], int], language: str) -> str:
    rows = list(matrix(counts))
    names = [name for name, _ in rows]
    head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    body = "".join(
        f"<tr><td class=word>{html.escape(gold)}</td>"
        + "".join(_cell(gold, given, count) for given, count in line.items())
        + "</tr>"
        for gold, line in rows
    )
    title = html.escape(render(message(code), language))
    return f"<h3>{title}</h3><table><tr><th></th>{head}</tr>{body}</table>"


def _cell(gold: str, given: str, count: int) -> str:
    shade = "diagonal" if gold == given else "off" if count else ""
    return f"<td class='{shade}'>{count or ''}</td>"


def _report(report: Scored, language: str) -> str:
    told = "".join(
        f"<details><summary>{html.escape(kind_name(kind, language))} {len(own)}</summary>"
        f"{_fault_table(own, report.text)}</details>"
        for kind, own in by_kind(report.faults).items()
    )
    name = html.escape(report.gold.name)
    return f"<h2>{name}</h2>{told}<p class=text>{marked(report)}</p>"


def _fault_table(faults: Iterable[Fault], text: str) -> str:
    lines = "".join(
        f"<tr><td>{fault.span.start}</td><td class=word>{html.escape(fault.span.of(text))}</td>"
        f"<td class=word>{html.escape(fault.gold)}</td>"
        f"<td class=word>{html.escape(fault.given)}</td></tr>"
        for fault in faults
    )
    return f"<table>{lines}</table>"


def marked(report: Scored) -> str:
    """Write a report's text with its figures marked: right, wrong, missed, not in the gold."""
    tips: dict[Span, tuple[str, str]] = {}
    for found in report.proposals:
        if isinstance(found.fields, Metric):
            tips[found.span] = ("", f"{found.fields.indicator} {found.fields.kind}")
    for fault in report.faults:
        shade = fault.kind if fault.kind in ("missed", "spurious", "mislabelled") else "wrong"
        told = tips.get(fault.span, ("", ""))[1]
        tips[fault.span] = (shade, f"{told} | {fault.kind}: {fault.gold} ← {fault.given}")
    return _woven(report.text, tips)


def _woven(text: str, tips: Mapping[Span, tuple[str, str]]) -> str:
    """Weave marks into a text: figures by ``mark``, clauses, which may hold some, by ``u``."""
    points: dict[int, list[str]] = {}
    for span, (shade, tip) in sorted(tips.items(), key=lambda item: (item[0].start, -item[0].end)):
        tag = "u" if shade == "mislabelled" else "mark"
        opened = f"<{tag} class='{shade}' title='{html.escape(tip, quote=True)}'>"
        points.setdefault(span.start, []).append(opened)
        points.setdefault(span.end, []).insert(0, f"</{tag}>")
    parts, at = [], 0
    for point in sorted(points):
        parts += [html.escape(text[at:point]), *points[point]]
        at = point
    return "".join(parts) + html.escape(text[at:])
