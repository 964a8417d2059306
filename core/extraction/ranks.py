"""Places in an ordering: 居全国第二, 榜首, 前十; 第七次会议 is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from core.extraction.figure import Figure, Form
from core.extraction.patterns import regexes, words
from core.numerals import chinese_number, decimal_number
from core.report import Bound, Span

NEAR: Final = 24  # characters on either side that tell a place in an ordering
SENTENCE_MARKS: Final = "，。；、,;：:！？!?\n"


@dataclass(frozen=True, slots=True)
class RankLexicon:
    """What stands before a rank, before none, and behind none."""

    before: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]


def compile_ranks(table: object) -> RankLexicon:
    """Compile the table of ``quantities.toml``."""
    return RankLexicon(
        re.compile(rf"(?:{regexes(words(table, 'ranks', 'before'))})\Z"),
        re.compile(rf"(?:{regexes(words(table, 'ranks', 'not_before'))})\Z"),
        re.compile(regexes(words(table, "ranks", "not_after"))),
    )


def read_rank(span: Span, got: Mapping[str, str | None], text: str, known: RankLexicon) -> Figure:
    """Read a place in an ordering; 第七次会议 and 第一产业 are none."""
    if got["nth"]:  # 成为全国第五个节点城市
        nth = decimal_number(got["nth"]) if got["nth"].isdigit() else chinese_number(got["nth"])
        return Figure(span, span, Decimal(nth or 1), "位", Form.RANK)
    among = got["top"] or got["strong"]
    said = got["place"] or among or ""
    number = chinese_number(said) if said and not said.isdigit() else None
    value = decimal_number(said) if said.isdigit() else Decimal(number or 1)
    after = text[span.end : span.end + NEAR]
    before = text[max(0, span.start - NEAR) : span.start]
    bound = Bound.LE if among else Bound.EQ
    closed = bool(got["placeunit"] or got["first"] or among)
    free = not after or after[0] in SENTENCE_MARKS or after[0] in "）)（(的和与 \t"
    ranked = known.before.search(before) and not known.not_before.search(before)
    reason = "" if ranked and (closed or free) and not known.not_after.match(after) else "ordinal"
    if value is None or value <= 0:
        value, reason = Decimal(1), "ordinal"
    return Figure(span, span, value, "位", Form.RANK, bound, reason=reason)
