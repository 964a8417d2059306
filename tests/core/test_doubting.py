"""Doubts: each has words and a weight, the heavy ones are said, all of them order."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.doubting import GROUP, DoubtWeights, doubt_weights
from core.extraction.doubts import doubt_repeats, metric_doubts
from core.extraction.lexicon import load_lexicon
from core.messages import LANGUAGES, catalogue, message
from core.report import (
    Decision,
    Metric,
    MetricKind,
    MetricStatus,
    Proposal,
    RowKind,
    Source,
    Span,
)
from core.resources import resource_text
from core.review.query import DOUBT, RowQuery, select
from core.review.session import ReviewSession
from core.workspace import Workspace
from tests.core import samples

GDP = Metric(Decimal(1202), "亿元", "地区生产总值", period="2022")
AT = Span(0, 2)


def codes(metric: Metric, rule: str = "noun-before", kind: str = "amount") -> set[str]:
    sources = {
        "indicator": Source(rule, AT),
        "kind": Source(kind),
        "period": Source("report"),
        "value": Source("figure-amount", AT),
    }
    found = metric_doubts(metric, sources, load_lexicon().names)
    return {said.code.removeprefix(GROUP) for said in found}


@pytest.mark.parametrize(
    ("metric", "doubt"),
    [
        (replace(GDP, indicator="增加值"), "name-general"),
        (replace(GDP, indicator="总量"), "name-general"),
        (replace(GDP, indicator="开发区规上工业总产值", unit="个"), "unit-unlike-name"),
        (replace(GDP, indicator="龙城街道7个月"), "name-digits"),
        (replace(GDP, indicator="遴选高校优秀学生到农村地区"), "name-inner"),
        (replace(GDP, indicator="茶叶、核桃产量"), "name-list"),
        (replace(GDP, indicator="建设具有儿童重症救治能力的省级医学救治中心"), "name-long"),
        (replace(GDP, unit="万"), "unit-missing"),
        (replace(GDP, period=""), "period-unknown"),
        (replace(GDP, kind=MetricKind.SHARE, unit="%", value=Decimal(137)), "share-over-whole"),
        (replace(GDP, status=MetricStatus.TARGET), "looks-ahead"),
    ],
)
def test_what_is_odd_is_doubted(metric: Metric, doubt: str) -> None:
    assert doubt in codes(metric)


def test_an_ordinary_row_is_not_doubted() -> None:
    assert codes(GDP) == set()
    assert codes(replace(GDP, indicator="进出口总额", unit="亿美元")) == set()  # whole by itself
    assert codes(GDP, kind="percent") == {"kind-guessed"}
    assert codes(GDP, rule="counted-noun") == {"name-behind"}


def test_two_figures_of_one_name_doubt_each_other() -> None:
    def found(name: str, value: int) -> Proposal:
        return Proposal(AT, replace(GDP, indicator=name, value=Decimal(value)))

    rows = doubt_repeats([found("投资", 3), found("出口", 4), found("投资", 5), found("出口", 4)])
    assert [bool(row.doubts) for row in rows] == [True, False, True, False]


def test_every_weight_has_words_and_every_shown_doubt_is_known() -> None:
    table = tomllib.loads(resource_text("lexicon/doubts.toml"))
    for language in LANGUAGES:
        worded = {code.removeprefix(GROUP) for code in catalogue(language) if GROUP in code}
        assert set(table["weights"]) | set(table["shown"]) <= worded


def test_the_heaviest_doubt_is_said_first_and_the_slight_ones_only_count() -> None:
    weights = DoubtWeights({"a": 1.0, "b": 2.0, "c": 0.5}, frozenset({"a", "b"}))
    doubts = (message("doubt.c"), message("doubt.a"), message("doubt.b"))
    assert [said.code for said in weights.worth_saying(doubts)] == ["doubt.b", "doubt.a"]
    assert weights.score(doubts) == pytest.approx(3.5)


def test_rows_are_ordered_by_doubt_until_they_are_decided(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "a.hedui")
    report_id = samples.keep(workspace)
    session = ReviewSession(workspace, "张三")
    session.open_report(report_id)

    def order() -> list[int]:
        rows = session.rows(RowKind.METRIC)
        query = RowQuery(sort=DOUBT)
        return select(rows, query, session.state, session.report.text, session.doubt)

    doubted = [row.id for row in session.rows(RowKind.METRIC) if session.doubts(row.id)]
    assert session.doubt(doubted[0]) == doubt_weights().score(session.doubts(doubted[0]))
    assert order()[: len(doubted)] == doubted
    session.decide(doubted, Decision.ACCEPTED)
    assert session.doubt(doubted[0]) == 0
    assert order() == sorted(order(), key=lambda row: session.row(row).span)
    workspace.close()
