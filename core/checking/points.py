"""Percentage points: a rate and its change give the rate before, which may be stated too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from core.catalogue import normal_name
from core.checking.figures import Figure, Material
from core.checking.printed import places_of
from core.checking.steps import start_of
from core.checking.telling import (
    PERCENT,
    POINTS,
    agreement,
    in_unit,
    made,
    minus,
    moved,
    spread,
    told,
    written,
)
from core.checking.times import same_end, year_before
from core.messages import Message, message
from core.report import Bound, Finding, MetricKind, Severity, Verdict

RATES: Final = frozenset(
    {MetricKind.GROWTH, MetricKind.SHARE, MetricKind.RATE, MetricKind.PROGRESS}
)
PACE: Final = re.compile(r"(?:增速|增幅|增长率|增长速度|涨幅|降幅)$")
SHARE: Final = re.compile(r"比重|占比|比例")


@dataclass(frozen=True, slots=True)
class Change:
    """A rate, its change in percentage points, and the time or body it changed against.

    ``earlier`` is the other rate where the same words give it: 由63.2%提高到65.1%.
    """

    rate: Figure
    change: Figure
    period: str
    against: str
    earlier: Figure | None = None


def check_points(material: Material) -> Iterator[Finding]:
    """Take each change in percentage points from its rate and look for the rate before."""
    for figure in material.figures:
        if figure.unit == POINTS and figure.metric.kind is MetricKind.CHANGE:
            found = _change(material, figure)
            if found is not None:
                yield _finding(material, found)


def _change(material: Material, change: Figure) -> Change | None:
    """Find the rate that changed, in the change's own sentence, and what it is compared with."""
    rate = next((other for other in material.before(change) if _rate_of(material, other, change)),
                None)  # fmt: skip
    if rate is None:
        after = next(material.after(change), None)
        if after is None or not _rate_of(material, after, change):
            return None
        rate = after
    before = start_of(material, rate)
    period, against = _against(material, change)
    if not period and not against and before is None:
        return None
    return Change(rate, change, period, against, before)


def _rate_of(material: Material, rate: Figure, change: Figure) -> bool:
    """Say whether a change can be that of a rate: one indicator, one standing, one end."""
    one, two = rate.metric, change.metric
    if rate.unit != PERCENT or one.kind not in RATES or one.value_max is not None:
        return False
    words = material.clause_words(change)
    pace = bool(PACE.search(two.indicator) or re.search("增速|增幅|涨幅|降幅", words))
    if pace != (one.kind is MetricKind.GROWTH) and (pace or SHARE.search(words)):
        return False
    same_name = _name(material, one.indicator) == _name(material, two.indicator)
    return same_name and one.status is two.status and same_end(one.period, two.period)


def _name(material: Material, indicator: str) -> str:
    """Compare GDP增速 with GDP: a change of growth is named either way."""
    return material.name(PACE.sub("", indicator) or indicator)


def _against(material: Material, change: Figure) -> tuple[str, str]:
    """Give the period that the change is measured from and the words for it."""
    metric = change.metric
    words = material.clause_words(change)
    if any(word in words for word in material.rules.words.year_before):
        against = PACE.sub("", metric.base)
        return year_before(metric.period), against if against not in {"", "同期"} else "上年同期"
    if metric.base_period:
        return metric.base_period, metric.base or metric.base_period
    return "", metric.base


def _finding(material: Material, found: Change) -> Finding:
    """Compute the rate before and compare it where the report states it."""
    rate, change = found.rate.metric, found.change.metric
    middle = rate.value - change.value
    computed = material.interval(found.rate) - material.interval(found.change)
    places = max(places_of(rate.value), places_of(change.value))
    result = f"{in_unit(middle, PERCENT, places)}"
    if rate.bound is Bound.EQ and change.bound is Bound.EQ:
        result += f" {spread(computed, PERCENT, places + 1)}"
    arithmetic = f"{minus(written(rate), change)} = {result}"
    args = {
        "name": PACE.sub("", rate.indicator) or rate.indicator,
        "rate": written(rate),
        "change": moved(change),
        "before": in_unit(middle, PERCENT, places),
        "against": found.against or "@check.earlier",
        "what": "" if rate.kind is MetricKind.RATE else f"@kind.{rate.kind}",
    }
    earlier = found.earlier or _earlier(material, found)
    if earlier is None:
        missing = _missing(args)
        said = told("points", Verdict.UNVERIFIABLE, **args)
        return made(
            "points", (found.change, found.rate), Verdict.UNVERIFIABLE, Severity.HINT, said,
            arithmetic, missing,
        )  # fmt: skip
    stated = material.interval(earlier)
    verdict = agreement(computed, middle, stated, earlier.metric)
    said = told("points", verdict, **args, stated=written(earlier.metric))
    sign = {Verdict.CONSISTENT: "=", Verdict.ROUNDING: "≈"}.get(verdict, "≠")
    arithmetic += f" {sign} {written(earlier.metric)}"
    rows = (found.change, found.rate, earlier)
    same = _written_alike(rate.indicator, earlier.metric.indicator)
    severity = Severity.ERROR if same else Severity.WARNING
    return made("points", rows, verdict, severity, said, arithmetic)


def _written_alike(one: str, other: str) -> bool:
    """Say whether two names are one as written: 全省GDP is another scope than GDP."""
    return normal_name(PACE.sub("", one)) == normal_name(PACE.sub("", other))


def _missing(args: dict[str, str]) -> Message:
    return message("missing.rate", **{key: args[key] for key in ("against", "name", "what")})


def _earlier(material: Material, found: Change) -> Figure | None:
    """Find where the report states the rate that the change is measured from."""
    rate = found.rate.metric
    for period, name in (
        (found.period, _name(material, rate.indicator)),
        (rate.period, material.name(f"{found.against}{rate.indicator}")),
    ):
        same = material.by_sameness.get((name, period, rate.kind, PERCENT), ())
        for other in same if period else ():
            own = other.row.id in {found.rate.row.id, found.change.row.id}
            if not own and other.metric.base == rate.base:
                return other
    return None
