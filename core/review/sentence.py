"""Read a row as one sentence: what one confirms with the key."""

from __future__ import annotations

from typing import Final

from core.extraction.interval import parse_interval
from core.messages import message, render
from core.report import Bound, Metric, MetricKind, MetricStatus, Row, Statement

DECEMBER: Final = 12


def row_sentence(row: Row, language: str) -> str:
    """Word a row: “2022年1—9月，GDP 等于 1202 亿元（实际）”."""
    fields = row.fields
    if isinstance(fields, Statement):
        return _statement(fields, language)
    return _metric(fields, language)


def period_words(period: str, language: str) -> str:
    """Word a period of the guide's form: 2022年1—9月."""
    interval = parse_interval(period)
    if interval is None:
        return ""
    (y1, m1), (y2, m2) = interval.first, interval.last
    args = {"y1": y1, "m1": m1, "y2": y2, "m2": m2, "day": interval.day or 0}
    if interval.day is not None:
        code = "period.date"
    elif (m1, m2) == (1, DECEMBER):
        code = "period.year" if y1 == y2 else "period.years"
    elif interval.first == interval.last:
        code = "period.month"
    else:
        code = "period.months" if y1 == y2 else "period.far"
    return render(message(code, **args), language)


def _metric(metric: Metric, language: str) -> str:
    when = period_words(metric.period, language)
    what = render(message(_pattern(metric), **_parts(metric, language)), language)
    status = render(message(f"status.{metric.status}"), language)
    return render(
        message(
            "sentence.whole" if when else "sentence.timeless", when=when, what=what, status=status
        ),
        language,
    )


def _pattern(metric: Metric) -> str:
    """Choose the form of the sentence by kind, direction and bound."""
    falls = metric.value < 0
    if metric.kind in (MetricKind.GROWTH, MetricKind.CHANGE):
        return f"sentence.{metric.kind}_{'down' if falls else 'up'}"
    if metric.kind is MetricKind.LEVEL:
        return "sentence.level"
    return f"sentence.{metric.kind}"


def _parts(metric: Metric, language: str) -> dict[str, str]:
    negative = metric.kind in (MetricKind.GROWTH, MetricKind.CHANGE)
    low = abs(metric.value) if negative else metric.value
    figure = format(low, "f")
    if metric.value_max is not None:
        high = abs(metric.value_max) if negative else metric.value_max
        figure = f"{figure}—{high:f}"
    aimed = metric.status is MetricStatus.TARGET
    plain = metric.bound is Bound.EQ
    bound = render(message(f"bound.{metric.bound}"), language)
    return {
        "name": metric.indicator or "—",
        "figure": f"{figure} {metric.unit}".strip(),
        "bound": bound,
        "hedge": "" if plain else f"{bound} ",
        "base": _base(metric, language),
        "aim": render(message("sentence.aim"), language) if aimed else "",
    }


def _base(metric: Metric, language: str) -> str:
    if not metric.base:
        return ""
    code = (
        "sentence.of" if metric.kind in (MetricKind.SHARE, MetricKind.PROGRESS) else "sentence.than"
    )
    if metric.kind is MetricKind.RANK:
        code = "sentence.among"
    return render(message(code, base=metric.base), language)


def _statement(statement: Statement, language: str) -> str:
    said = render(message(f"status.{statement.status}"), language)
    parts = [
        render(message(f"sentence.{name}", words=words), language)
        for name, words in (("body", statement.body), ("deadline", statement.deadline))
        if words
    ]
    return said + (f"（{'，'.join(parts)}）" if parts else "")
