"""Percent and percentage points: the difference of two rates is written 个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.checking.figures import Figure, Material
from core.checking.rules import Words
from core.checking.telling import PERCENT, POINTS, made, told, written
from core.report import Finding, MetricKind, Severity, Verdict


def check_usage(material: Material) -> Iterator[Finding]:
    """Look at how the change of a rate is written: 比重下降3.6% is a matter to explain."""
    pattern = _pattern(material.rules.words)
    for figure in material.figures:
        kind = figure.metric.kind
        if figure.unit == POINTS and kind is MetricKind.CHANGE:
            if _moves(material.rules.words, material.clause_words(figure)):
                yield _finding(figure, Verdict.CONSISTENT, Severity.ERROR)
        elif figure.unit == PERCENT and kind in {MetricKind.GROWTH, MetricKind.CHANGE}:
            before = material.clause_words(figure)
            # 城镇化率达65.1%，提高1.9%: the clause leaves its subject to the one before.
            found = pattern.search(before) or pattern.search(figure.metric.indicator + before)
            if found and not found["ratio"].endswith(material.rules.words.no_ratios):
                yield _finding(figure, Verdict.NOTE, Severity.WARNING)


def _pattern(words: Words) -> re.Pattern[str]:
    """Match 占比…提高 right before a figure; 提高到 gives the rate itself and does not fit."""
    ratios = "|".join(map(re.escape, words.ratios))
    moves = "|".join(map(re.escape, (*words.rise, *words.fall, *words.higher)))
    return re.compile(
        rf"(?P<ratio>\w*(?:{ratios}))(?P<between>[^\d%％()（）有]{{0,12}}?)(?:{moves})了?[约近超逾]?[过出]?$"
    )


def _moves(words: Words, before: str) -> bool:
    """Say whether a rate is said to move; what pulls another rate up moves nothing of its own."""
    pulls = any(word in before for word in words.pull)
    return not pulls and any(word in before for word in (*words.rise, *words.fall))


def _finding(figure: Figure, verdict: Verdict, severity: Severity) -> Finding:
    metric = figure.metric
    said = told("usage", verdict, name=metric.indicator, figure=written(metric, size=True))
    right = f"{written(metric, size=True)}"
    points = f"{format(metric.value.copy_abs(), 'f')}个百分点"
    arithmetic = right if verdict is Verdict.CONSISTENT else f"{right} → {points}"
    return made("usage", (figure,), verdict, severity, said, arithmetic)
