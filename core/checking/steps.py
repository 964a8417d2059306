"""From A to B: 由63.2%提高到65.1%, with the word that says which way it went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from core.checking.figures import Figure, Material
from core.checking.rules import Words
from core.checking.telling import bare, made, told, written
from core.report import Finding, Severity, Verdict

LEAD: Final = 12
"""How far before A the word 由 may stand: 由2010年的5.24亿元."""


def check_steps(material: Material) -> Iterator[Finding]:
    """Compare A and B with the word between them: 提高到 needs the greater figure after it."""
    for figure in material.figures:
        start = start_of(material, figure)
        if start is not None and start.metric.value_max is None is figure.metric.value_max:
            yield _finding(material, start, figure)


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


def _finding(material: Material, start: Figure, end: Figure) -> Finding:
    words = material.rules.words
    between = material.text[start.end : end.start]
    rises = any(word in between for word in words.rise)
    falls = any(word in between for word in words.fall)
    low, high = (end, start) if falls else (start, end)
    against = material.interval(high).below(material.interval(low)) or (
        bare(high) == bare(low) and start.metric.bound is end.metric.bound
    )
    fits = not against or not (rises or falls)
    verdict = Verdict.CONSISTENT if fits else Verdict.INCONSISTENT
    said = told(
        "step", verdict,
        name=end.metric.indicator, start=written(start.metric), end=written(end.metric),
        words=between.strip("，,"),
    )  # fmt: skip
    one, two = bare(start), bare(end)
    sign = "<" if one < two else ">" if one > two else "="
    arithmetic = f"{written(start.metric)} {sign} {written(end.metric)}"
    return made("step", (start, end), verdict, Severity.ERROR, said, arithmetic)
