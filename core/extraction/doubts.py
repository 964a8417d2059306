"""Why a person should look twice at a proposed metric, in words (design, section 1, point 7).

Heavy and slight reasons alike; how much each one counts stands in
``resources/lexicon/doubts.toml``, and only the heavy ones are shown beside a row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from core.extraction import kind_words, row_words
from core.extraction.kind_words import KindWords, kind_doubt, label_of
from core.extraction.lists import LISTED
from core.extraction.name_lexicon import NameLexicon
from core.extraction.name_words import NameWords, name_doubt
from core.extraction.row_words import words_doubt
from core.extraction.signs import SignOdds
from core.messages import Message, message
from core.quantity import split_unit
from core.report import Metric, MetricKind, MetricStatus, Proposal, Source

NO_NAME: Final = message("doubt.indicator-missing")
FAR_NAME: Final = message("doubt.indicator-far")
REPEATED: Final = message("doubt.name-repeated")
SHORT: Final = 2
LONG: Final = 15  # characters from which on a name may have taken in other words
BRIEF: Final = 4
WHOLE: Final = 100  # per cent
BY_RULE: Final = {
    "counted-noun": "name-behind",
    "noun-around": "name-around",
    "carried": "name-carried",
    "carried-verb": "name-carried",
    "shared-head": "name-carried",
    "pulled": "name-carried",
    "altered": "name-carried",
    "attribute": "name-owner",
    "verb-only": "name-verb",
    "each": "name-each",
    "topic": "name-topic",
    "cost-of-work": "name-topic",
    "given-to": "name-topic",
    "part-of-whole": "name-topic",
}
"""The doubt on a name by the rule that gave it; none on what stands right before its figure."""
IN_WORDS: Final = re.compile("[一二三四五六七八九十两]")
SO_ON: Final = re.compile("[的等]")
GUESSED: Final = ("percent", "list", "part-of-noun", "rank", "progress")
"""Rules of a kind that say only what the figure looks like."""

DIGIT: Final = re.compile(r"\d")
INNER: Final = re.compile(
    r"(?:具有|符合|纳入|被|将|到(?![位资达期户岗账])|(?<![方动朝走意导])向|(?<!供)给|使(?!用)|让(?!利))(?=.)"
    r"|(?:全[市省区国县]|并)$"
)
"""Words that stand between a name and something else, seldom inside a name."""

MONEY_NAME: Final = re.compile(r"(?:产值|增加值|收入|支出|投资|利润|零售额|总额|税收|余额)$")


def metric_doubts(
    metric: Metric, sources: dict[str, Source], names: NameLexicon, quote: str = ""
) -> Iterator[Message]:
    """Yield the doubts on a metric, from its fields and from the rules that gave them.

    ``quote`` are the words of the figure.
    """
    yield from _on_figure(metric)
    if IN_WORDS.match(quote):
        yield message("doubt.count-in-words")
    yield from _on_name(metric.indicator, sources["indicator"].rule, names)
    yield from _on_place(sources)
    if sources["kind"].rule in GUESSED:
        yield message("doubt.kind-guessed")
    if metric.status is MetricStatus.TARGET:
        yield message("doubt.looks-ahead")
    if sources["period"].rule == "report-next":
        yield message("doubt.period-next")


def _on_figure(metric: Metric) -> Iterator[Message]:
    level = metric.kind is MetricKind.LEVEL and metric.unit
    if level and MONEY_NAME.search(metric.indicator) and not metric.unit.endswith(("元", "%")):
        yield message("doubt.unit-unlike-name")
    if metric.unit and not metric.unit.strip("百千万亿"):  # 4454万: of what?
        yield message("doubt.unit-missing")
    if not metric.period:
        yield message("doubt.period-unknown")
    if metric.kind is MetricKind.SHARE and metric.unit == "%" and abs(metric.value) > WHOLE:
        yield message("doubt.share-over-whole")


def _is_general(name: str, names: NameLexicon) -> bool:
    """Say whether a name is nothing but the end of one: 增加值, 总量."""
    alone = names.head.fullmatch(name) or names.pointers.fullmatch(name)
    return (alone is not None or name in names.attributes) and name not in names.whole


def _on_place(sources: dict[str, Source]) -> Iterator[Message]:
    """Doubt a name that stands nowhere in the text as it is."""
    if sources["indicator"].span is None:
        yield message("doubt.name-put-together")


def _on_name(name: str, rule: str, names: NameLexicon) -> Iterator[Message]:
    if not name:
        return
    if len(name) <= SHORT:
        yield message("doubt.name-short")
    elif len(name) >= LONG:
        yield message("doubt.name-long")
    for code, holds in (
        ("name-digits", DIGIT.search(name)),
        ("name-list", LISTED.search(name)),
        ("name-so-on", SO_ON.search(name)),
        ("name-brief", SHORT < len(name) <= BRIEF),
        ("name-inner", INNER.search(name)),
        ("name-general", _is_general(name, names)),
        ("name-unusual", not names.head.search(name)),
    ):
        if holds:
            yield message(f"doubt.{code}")
    doubt = BY_RULE.get(rule)
    if doubt is not None:
        yield message(f"doubt.{doubt}")


def doubt_words(
    text: str,
    proposals: Sequence[Proposal],
    rows: SignOdds,
    names: NameWords,
    kinds: KindWords,
) -> Iterator[Proposal]:
    """Doubt metrics by their words, and by what stands around their names and their figures.

    ``text`` is what their places are of.
    """
    for found in proposals:
        metric, figure = found.fields, found.span
        if not isinstance(metric, Metric):
            yield found
            continue
        said = (
            words_doubt(rows.odds(set(row_words.signs_of(text, found, metric)))),
            name_doubt(names.surprise(text, figure, metric.indicator)),
            kind_doubt(kinds.surprise(kind_words.signs_of(text, figure, metric), label_of(metric))),
        )
        yield replace(found, doubts=(*found.doubts, *filter(None, said)))


def doubt_repeats(proposals: Sequence[Proposal]) -> list[Proposal]:
    """Doubt metrics of one name, kind, period and unit whose values differ: names too short."""
    values: dict[tuple[object, ...], set[Decimal]] = defaultdict(set)
    for found in proposals:
        if isinstance(found.fields, Metric):
            values[_thing(found.fields)].add(found.fields.value)
    return [
        replace(found, doubts=(*found.doubts, REPEATED))
        if isinstance(found.fields, Metric) and len(values[_thing(found.fields)]) > 1
        else found
        for found in proposals
    ]


def _thing(metric: Metric) -> tuple[object, ...]:
    unit = split_unit(metric.unit)[1]
    return (metric.indicator, metric.kind, metric.period, metric.status, unit, metric.base)
