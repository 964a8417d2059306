"""Quotients that the words state: growth and increase from A to B, and a part's share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from core.checking.figures import Figure, Material
from core.checking.intervals import Interval, quotient
from core.checking.parts import whole_of
from core.checking.printed import places_of
from core.checking.telling import (
    PERCENT,
    agreement,
    bare,
    in_unit,
    made,
    moved,
    told,
    written,
)
from core.report import Bound, Finding, MetricKind, Severity, Verdict

HUNDRED: Final = Decimal(100)
PERCENTS: Final = Interval(HUNDRED, HUNDRED)
FOLLOWING: Final = 2
"""How many figures after B are looked at: 由A增加到B，增加X，增长Y."""

NEAR: Final = 24
"""How far after a part its share may stand: ，占总人口比重（城镇化率）."""

SIGNS: Final = {Verdict.CONSISTENT: "=", Verdict.ROUNDING: "≈", Verdict.INCONSISTENT: "≠"}


def check_growth(material: Material, start: Figure, end: Figure) -> Iterator[Finding]:
    """Compute growth and increase of 由A增加到B and compare with what the words go on to say."""
    if not amounts(start, end):
        return
    name = material.name(end.metric.indicator)
    for other in islice(material.after(end), FOLLOWING):
        metric = other.metric
        if material.name(metric.indicator) != name or _averaged(material, other):
            continue
        if metric.kind is MetricKind.CHANGE and other.unit == end.unit:
            yield _increase(material, start, end, other)
        percent = metric.kind is MetricKind.GROWTH and other.unit == PERCENT
        if percent and material.grows_by_levels(end):
            yield _growth(material, start, end, other)


def check_shares(material: Material) -> Iterator[Finding]:
    """Divide a part by its whole where 占 follows it with a share of no other whole."""
    for share in material.figures:
        if share.metric.kind is not MetricKind.SHARE or share.unit != PERCENT:
            continue
        part = next((one for one in material.before(share) if one.unit != PERCENT), None)
        if part is None or share.start - part.end > NEAR or not amounts(part):
            continue
        whole = whole_of(material, part)
        if whole is not None and amounts(whole) and _share_of(material, share, whole):
            yield _share(material, part, whole, share)


def amounts(*figures: Figure) -> bool:
    """Say whether figures are amounts that can be divided: plain, above zero, with a unit."""
    return all(
        figure.metric.kind is MetricKind.LEVEL
        and figure.metric.value > 0
        and bool(figure.metric.unit)
        and (figure.metric.bound, figure.metric.value_max) == (Bound.EQ, None)
        for figure in figures
    )


def _averaged(material: Material, growth: Figure) -> bool:
    """Say whether growth is of another kind than a quotient of the two: 年均, 可比价."""
    words = material.clause_words(growth)
    return any(word in words for word in material.rules.words.no_quotient)


def _share_of(material: Material, share: Figure, whole: Figure) -> bool:
    """Say whether a share names no whole, or this one: 占比50%, 占市场主体的50%."""
    base = share.metric.base
    name = whole.metric.indicator
    return not base or base in name or name in base or base in material.rules.words.totals


def _growth(material: Material, start: Figure, end: Figure, growth: Figure) -> Finding:
    before, after = material.interval(start), material.interval(end)
    computed = (after / before) * PERCENTS - PERCENTS
    middle = quotient(bare(end) * HUNDRED, bare(start)) - HUNDRED
    shown = f"{written(end.metric)} ÷ {written(start.metric)} − 1"
    return _finding(material, "growth", (growth, end, start), computed, middle, shown)


def _increase(material: Material, start: Figure, end: Figure, change: Figure) -> Finding:
    computed = material.interval(end) - material.interval(start)
    middle = bare(end) - bare(start)
    shown = f"{written(end.metric)} − {written(start.metric)}"
    return _finding(material, "increase", (change, end, start), computed, middle, shown)


def _share(material: Material, part: Figure, whole: Figure, share: Figure) -> Finding:
    computed = material.interval(part) / material.interval(whole) * PERCENTS
    middle = quotient(bare(part) * HUNDRED, bare(whole))
    shown = f"{written(part.metric)} ÷ {written(whole.metric)}"
    return _finding(material, "share", (share, part, whole), computed, middle, shown)


def _finding(  # noqa: PLR0917 - the check, its figures, and what was computed of them
    material: Material,
    check: str,
    figures: tuple[Figure, Figure, Figure],
    computed: Interval,
    middle: Decimal,
    shown: str,
) -> Finding:
    """Compare a computed figure with the stated one, which is the first of the three."""
    stated, one, two = (figure.metric for figure in figures)
    verdict = agreement(computed, middle, material.interval(figures[0]), stated)
    places = places_of(stated.value)
    result = in_unit(middle, stated.unit, places + 1)
    said = told(
        check, verdict,
        name=one.indicator, whole=two.indicator, one=written(one), two=written(two),
        stated=moved(stated) if check != "share" else written(stated),
        computed=in_unit(middle, stated.unit, places),
    )  # fmt: skip
    arithmetic = f"{shown} = {result} {SIGNS[verdict]} {written(stated)}"
    return made(check, figures, verdict, Severity.ERROR, said, arithmetic)
