"""Of all of several years or of the last one: signs, what words may overrule, the file, the fit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.extraction.interval import Interval
from core.extraction.lexicon import load_lexicon
from core.extraction.signs import SignOdds, read_odds
from core.extraction.year_words import (
    over_years,
    signs_of,
    years_doubt,
)
from core.report import Metric, MetricKind, Proposal, Source, Span
from core.resources import resource_text
from tests.core.test_row_words import judged
from tools.fit_doubts import with_years, years_fitted
from tools.fit_years import OfYears, of_years

TEXT = "五年来，累计新建公厕18座，"
FIGURE = Span(10, 13)
SOURCES = {
    "indicator": Source("noun-before", Span(6, 10)),
    "kind": Source("amount"),
    "period": Source("paragraph", Span(0, 3)),
}
YEARS = Interval((2016, 1), (2020, 12))


def metric(period: str = "2016/2020") -> Metric:
    return Metric(Decimal(18), "座", "新建公厕", MetricKind.LEVEL, period=period)


def test_a_figure_has_signs_of_its_name_its_clause_and_the_time_that_heads_it() -> None:
    assert signs_of(TEXT, FIGURE, metric(), SOURCES) == {
        "always", "kind level", "kind level 座", "unit 座", "named noun-before", "read amount",
        "when paragraph", "of 五年来", "clause 累计", "clause 累", "^新", "^新建", "厕$", "公厕$",
        "建公厕$", "<厕", "<公厕", "<建公厕", ">，", "~新建", "~建公", "~公厕", "≈累计", "≈计新",
        "≈新建", "≈建公", "≈公厕",
    }  # fmt: skip


def test_signs_say_nothing_of_the_period_that_they_decide() -> None:
    ruled = [signs_of(TEXT, FIGURE, metric(period), SOURCES) for period in ("2016/2020", "2020")]
    assert ruled[0] == ruled[1]


@pytest.mark.parametrize(
    ("ruled", "odds", "period", "rule"),
    [
        ("2016/2020", 2.0, "2016/2020", "years-every"),
        ("2016/2020", -0.5, "2016/2020", "years-every"),
        ("2016/2020", -2.0, "2020", "years-end-worded"),
        ("2020", -2.0, "2020", "years-end"),
        ("2020", 0.5, "2020", "years-end"),
        ("2020", 2.0, "2016/2020", "years-every-worded"),
    ],
)
def test_words_overrule_the_rules_only_where_they_are_firm(
    ruled: str, odds: float, period: str, rule: str
) -> None:
    settled, source, _ = over_years(metric(ruled), YEARS, odds)
    assert (settled.period, source.rule) == (period, rule)
    assert replace(settled, period=ruled) == metric(ruled)


@pytest.mark.parametrize(
    ("odds", "every", "code"),
    [(-0.5, True, "years-unlike"), (0.5, True, "years-likely"), (4.0, True, ""),
     (0.5, False, "years-unlike"), (-4.0, False, "")],
)  # fmt: skip
def test_what_the_words_leave_open_is_doubted(odds: float, every: bool, code: str) -> None:
    said = years_doubt(odds, every=every)
    assert (said.code if said else "") == (f"doubt.{code}" if code else "")


def test_the_shipped_file_knows_what_was_built_from_what_is_there() -> None:
    words = read_odds(resource_text("lexicon/year_words.tsv"))
    assert load_lexicon().year_words == words
    assert len(words.weights) > 100
    there = Metric(Decimal(60), "%", "城镇化率", MetricKind.RATE)
    text = "五年来，城镇化率达到60%。"
    rate = signs_of(text, Span(10, 13), there, {**SOURCES, "kind": Source("percent")})
    assert words.odds(signs_of(TEXT, FIGURE, metric(), SOURCES)) > 0 > words.odds(rate)


@pytest.mark.parametrize("text", ["≈累计", "≈累计\tx", "≈累计\t1\t2"])
def test_a_bad_line_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_odds(f"# a remark\n{text}")


@pytest.mark.parametrize(
    ("given", "wanted", "every", "end"),
    [
        ("2016/2020", "2016/2020", True, False),
        ("2016/2020", "2020", False, True),
        ("2020", "2016/2020", True, False),
        ("2020", "2020", False, True),
        ("2016/2020", "2011/2020", False, False),
        ("2020", "2019", False, False),
    ],
)
def test_what_a_person_gave_is_one_of_the_two_or_neither(
    given: str, wanted: str, every: bool, end: bool
) -> None:
    found = Proposal(FIGURE, metric(given), (), {**SOURCES, "years": Source("years-end")})
    told = of_years(TEXT, found, metric(given), wanted, otherwise=False)
    assert (told.every, told.end) == (every, end)


def test_the_fit_finds_which_words_speak_for_all_the_years() -> None:
    rows = []
    for n in range(24):
        signs = frozenset({"always", "≈累计" if n % 2 else "≈达到"})
        years = OfYears(signs, ruled=True, every=bool(n % 2), end=not n % 2, otherwise=False)
        rows.append(replace(judged(n, wrong=not n % 2), years=years))
    settled = with_years(rows, years_fitted(rows))
    assert not any(row.wrong for row in settled)
    assert any(row.wrong for row in with_years(rows, {}))
    assert SignOdds({}).odds({"≈累计"}) == 0
