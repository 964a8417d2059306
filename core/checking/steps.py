"""From A to B: 由63.2%提高到65.1%, with the word that says which way it went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from core.checking.figures import Figure, Material
from core.checking.rules import Words
from core.checking.telling import bare, made, told, written
from core.report import Finding, MetricKind, Severity, Verdict

LEAD: Final = 12
"""How far before A the word 由 may stand: 由2010年的5.24亿元."""


def check_direction(material: Material, start: Figure, end: Figure) -> Iterator[Finding]:
    """Compare A and B with the word between them: 提高到 needs the greater figure after it."""
    if _comparable(material, start, end):
        yield from _findings(material, start, end)


def start_of(material: Material, end: Figure) -> Figure | None:
    """Find A where the words are 由A提高到B and B is this figure."""
    start = material.figures[end.at - 1] if end.at else end
    if start.sentence != end.sentence or start.end > end.start or not _same(material, start, end):
        return None
    words = material.rules.words
    led = any(word in material.clause_words(start)[-LEAD:] for word in words.from_)
    return start if led and _moved(words, material.text[start.end : end.start]) else None


def is_start(material: Material, figure: Figure) -> bool:
    """Say whether a figure is the A of 由A提高到B: it is of an earlier time than its row says."""
    following = next(material.after(figure), None)
    return following is not None and start_of(material, following) is figure


def _comparable(material: Material, *figures: Figure) -> bool:
    """Say whether more means up: not so for ranks, nor for a fall that narrows."""
    return all(
        figure.metric.kind is not MetricKind.RANK
        and "第" not in material.text[figure.start - 1 : figure.end]
        and figure.metric.value >= 0
        and figure.metric.value_max is None
        for figure in figures
    )


def _same(material: Material, start: Figure, end: Figure) -> bool:
    one, two = start.metric, end.metric
    alike = (start.unit, one.kind) == (end.unit, two.kind)
    return alike and material.name(one.indicator) == material.name(two.indicator)


def _moved(words: Words, between: str) -> bool:
    """Say whether only 提高到 (with a year: 提高到2015年的) stands between A and B."""
    verbs = "|".join(map(re.escape, (*words.rise, *words.fall)))
    to = "|".join(map(re.escape, words.to))
    return bool(
        re.fullmatch(rf"[,，]?(?:{verbs})?(?:{to})(?:\d{{4}}年(?:底|末)?的?)?\w{{0,2}}", between)
        or re.fullmatch(rf"[,，]?(?:{verbs})\w{{0,2}}", between)
    )


def _findings(material: Material, start: Figure, end: Figure) -> Iterator[Finding]:
    """Compare two figures; words that say no direction (变为) state nothing to compare with."""
    words = material.rules.words
    between = material.text[start.end : end.start]
    rises = any(word in between for word in words.rise)
    falls = any(word in between for word in words.fall)
    if rises == falls:
        return
    low, high = (end, start) if falls else (start, end)
    against = material.interval(high).below(material.interval(low)) or (
        bare(high) == bare(low) and start.metric.bound is end.metric.bound
    )
    fits = not against
    far = fits and _far(bare(start), bare(end), material.rules.step)
    verdict = Verdict.INCONSISTENT if not fits else Verdict.NOTE if far else Verdict.CONSISTENT
    said = told(
        "step", verdict,
        name=end.metric.indicator, start=written(start.metric), end=written(end.metric),
        words=between.strip("，,"),
    )  # fmt: skip
    one, two = bare(start), bare(end)
    sign = "<" if one < two else ">" if one > two else "="
    arithmetic = f"{written(start.metric)} {sign} {written(end.metric)}"
    severity = Severity.HINT if far else Severity.ERROR
    yield made("step", (start, end), verdict, severity, said, arithmetic)


def _far(one: Decimal, two: Decimal, times: Decimal) -> bool:
    """Say whether two amounts are so far apart that a unit may be misplaced."""
    low, high = sorted((one, two))
    return low > 0 and high > low * times
