"""Part and whole at 其中: what is named as a part is not more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from core.checking.figures import Figure, Material
from core.checking.intervals import ONE
from core.checking.printed import places_of
from core.checking.telling import bare, made, remainder, told, written
from core.quantity import shift, split_unit
from core.report import Bound, Finding, MetricKind, Severity, Verdict

PRECISE: Final = 1000
"""How many of its last places a whole must have before one digit's difference says anything."""

MISPLACED: Final = (Decimal(10), Decimal(100), Decimal(1000), Decimal(10000))

NEAR: Final = 16
"""How many characters may stand between two parts of one list: 、城市建设类."""


@dataclass(frozen=True, slots=True)
class Share:
    """A whole, the figure named first as its part, and those listed after it.

    ``sure`` is false where another figure before could be the whole as well, or where an
    amount of something else stands nearer.
    """

    whole: Figure
    part: Figure
    listed: Sequence[Figure]
    sure: bool


def check_parts(material: Material) -> Iterator[Finding]:
    """Compare what follows 其中 with the amount of the same unit that stands before."""
    words = "|".join(map(re.escape, material.rules.words.parts))
    for found in re.finditer(words, material.text):
        share = _share(material, found.start(), found.end())
        if share is not None:
            yield _part_finding(material, share)
            yield from _sum_finding(material, share)


def whole_of(material: Material, part: Figure) -> Figure | None:
    """Find the whole that a figure is the first part of; ``None`` where no 其中 is before it."""
    for other in material.before(part):
        between = material.text[other.end : part.start]
        if any(word in between for word in material.rules.words.parts):
            return other if _kin(other, part) else None
        if _amount(other):
            return None
    return None


def _share(material: Material, start: int, end: int) -> Share | None:
    """Find the part after the word and the whole before it."""
    part = material.first_from(end)
    if part is None or not _amount(part) or _interrupted(material.text[end : part.start]):
        return None
    before = _before(material, part, start)
    wholes = [figure for figure in before if _kin(figure, part)]
    if not wholes:
        return None
    whole, *others = wholes
    nearest = next(figure for figure in before if figure.metric.kind is MetricKind.LEVEL)
    sure = nearest is whole and all(bare(other) < bare(part) for other in others)
    return Share(whole, part, _listed(material, part, whole, (start, end)), sure)


def _before(material: Material, part: Figure, start: int) -> list[Figure]:
    """Give the figures before 其中, the nearest first; where it opens its sentence, of the last."""
    found = [figure for figure in material.before(part) if figure.end <= start]
    opening = material.text[material.sentence_start(part.sentence) : start]
    if found or opening.strip() or not part.at:
        return found
    last = material.figures[part.at - 1]
    return [last, *material.before(last)] if last.sentence == part.sentence - 1 else []


def _amount(figure: Figure) -> bool:
    metric = figure.metric
    return metric.kind is MetricKind.LEVEL and bool(metric.unit) and metric.value >= 0


def _kin(whole: Figure, part: Figure) -> bool:
    """Say whether two amounts can be whole and part: same unit, same standing, same time."""
    one, two = whole.metric, part.metric
    same = (whole.unit, one.status, one.period) == (part.unit, two.status, two.period)
    return same and _amount(whole) and _amount(part)


def _interrupted(words: str) -> bool:
    """Say whether another sentence's matter comes between 其中 and the figure."""
    return len(re.findall("[，,；;]", words.lstrip("，,：:"))) > 1


def _listed(material: Material, part: Figure, whole: Figure, word: tuple[int, int]) -> list[Figure]:
    """Collect the further parts of the list that the first one opens.

    A semicolon goes on with the list where 其中 opens its sentence or a colon follows it;
    else it ends the list: 第二产业10亿元，其中工业8亿元；第三产业20亿元.
    """
    start, end = word
    opens = not material.text[material.sentence_start(part.sentence) : start].strip()
    wide = opens or material.text[end : end + 1] in {":", "："}
    found: list[Figure] = []
    last = part
    for figure in material.after(part):
        between = material.text[last.end : figure.start]
        again = any(word in between for word in material.rules.words.parts)
        closed = not wide and re.search("[;；]", between)
        if len(between) > NEAR or again or closed:
            break
        if _kin(whole, figure):
            found.append(figure)
        last = figure
    return found


def _part_finding(material: Material, share: Share) -> Finding:
    """Say whether the first part fits into the whole, and what remains."""
    whole, part = share.whole, share.part
    fits = not material.interval(whole).below(material.interval(part))
    tiny = fits and 0 < bare(part) * material.rules.proportion < bare(whole)
    verdict = Verdict.INCONSISTENT if not fits else Verdict.NOTE if tiny else Verdict.CONSISTENT
    said = told(
        "part",
        verdict,
        part=part.metric.indicator,
        whole=whole.metric.indicator,
        figure=written(part.metric),
        total=written(whole.metric),
    )
    sign = "≤" if fits else ">"
    arithmetic = f"{written(part.metric)} {sign} {written(whole.metric)}"
    if fits and _exact(whole, part):
        rest = remainder(bare(whole) - bare(part), whole.metric.unit)
        arithmetic += f"；{written(whole.metric)} − {written(part.metric)} = {rest}"
    severity = Severity.HINT if tiny else Severity.ERROR if share.sure else Severity.WARNING
    return made("part", (part, whole), verdict, severity, said, arithmetic)


def _sum_finding(material: Material, share: Share) -> Iterator[Finding]:
    """Add up the listed parts: they may leave a rest, overlap, or give the whole."""
    parts = (share.part, *share.listed)
    if not share.listed or not _exact(share.whole, *parts):
        return
    total = material.interval(share.part)
    for figure in share.listed:
        total += material.interval(figure)
    whole = material.interval(share.whole)
    over, under = whole.below(total), total.below(whole)
    if under and not _slip(parts, share.whole):
        return
    verdict = Verdict.NOTE if over or under else _sum_verdict(parts, share.whole)
    terms = " + ".join(written(figure.metric) for figure in parts)
    added = remainder(sum((bare(figure) for figure in parts), Decimal(0)), share.whole.metric.unit)
    sign = "" if verdict is Verdict.CONSISTENT else " > " if over else " < " if under else " ≈ "
    said = told(
        "sum", verdict, whole=share.whole.metric.indicator,
        total=written(share.whole.metric), added=added, count=len(parts),
    )  # fmt: skip
    arithmetic = f"{terms} = {added}{sign}{written(share.whole.metric) if sign else ''}"
    yield made("sum", (share.whole, *parts), verdict, Severity.WARNING, said, arithmetic)


def _sum_verdict(parts: Sequence[Figure], whole: Figure) -> Verdict:
    added = sum((bare(figure) for figure in parts), Decimal(0))
    return Verdict.CONSISTENT if added == bare(whole) else Verdict.ROUNDING


def _slip(parts: Sequence[Figure], whole: Figure) -> bool:
    """Say whether one slip of the pen would explain why listed parts do not reach the whole.

    One digit in figures of four and more, or one part with its point or its 万 misplaced:
    lists that simply leave a rest seldom come so near.
    """
    rest = bare(whole) - sum((bare(figure) for figure in parts), Decimal(0))
    fine = min(shift(ONE, _last_place(figure)) for figure in (whole, *parts))
    digits = [digit for digit in rest.as_tuple().digits if digit]
    if len(digits) == 1 and bare(whole) >= fine * PRECISE:
        return True
    return (
        any(bare(figure) * (times - 1) == rest for figure in parts for times in MISPLACED)
        and bare(whole) >= fine * PRECISE
    )


def _last_place(figure: Figure) -> int:
    """Give the power of ten of a figure's last printed digit, in bare units."""
    return split_unit(figure.metric.unit)[0] - places_of(figure.metric.value)


def _exact(*figures: Figure) -> bool:
    """Say whether no figure is hedged, so that a difference means something."""
    return all(
        figure.metric.bound is Bound.EQ and figure.metric.value_max is None for figure in figures
    )
