"""The JSON of the output contract, field by field."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from core.catalogue import load_catalogue
from core.exchange.contract import document, dumps
from core.messages import message
from core.report import (
    Bound,
    Facts,
    Metric,
    MetricKind,
    MetricStatus,
    Proposal,
    Report,
    Section,
    Source,
    Span,
    Statement,
    StatementStatus,
)

TEXT = "前三季度，GDP完成1202亿元、增速4.5%。新建公厕18座，将于年底投用。\n"
REPORT = Report(
    name="区报告.txt",
    sha256="ab" * 32,
    encoding="utf-8",
    reader="txt",
    text=TEXT,
    facts=Facts(title="区政府工作情况报告", period="2022-01/2022-09"),
    sections=(Section(Span(0, len(TEXT)), "前三季度", 1, outlook=False),),
)


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


GDP = Proposal(
    at("1202亿元"),
    Metric(Decimal(1202), "亿元", "GDP", period="2022-01/2022-09"),
    sources={"indicator": Source("before", at("GDP")), "status": Source("default")},
)
GROWTH = Proposal(
    at("4.5%"),
    Metric(Decimal("4.50"), "%", "GDP", MetricKind.GROWTH, base="上半年", base_period="2022"),
    doubts=(message("doubt.unit-missing"),),
)
TOILETS = Proposal(
    at("18座"),
    Metric(Decimal("-18"), "座", "新建公厕", bound=Bound.GE, status=MetricStatus.TARGET),
)
DONE = Proposal(at("新建公厕18座"), Statement(StatementStatus.DONE))
PLEDGE = Proposal(
    at("将于年底投用"), Statement(StatementStatus.PLEDGE, body="城管局", deadline="2022-12-31")
)
EVERY = (GDP, GROWTH, DONE, TOILETS, PLEDGE)


def made(*proposals: Proposal, explain: bool = False, language: str = "zh") -> dict:
    text = dumps(document(REPORT, proposals, load_catalogue(), language, explain=explain))
    assert text.endswith("}\n")
    loaded: dict = json.loads(text)
    return loaded


def test_the_whole_of_a_metric() -> None:
    assert made(GDP)["metrics"] == [
        {
            "id": "m0001",
            "start": 10,
            "end": 16,
            "text": "1202亿元",
            "value": "1202",
            "value_max": None,
            "unit": "亿元",
            "quantity": "120200000000 元",
            "indicator": "GDP",
            "indicator_id": "gdp",
            "kind": "level",
            "bound": "eq",
            "period": "2022-01/2022-09",
            "base": None,
            "base_period": None,
            "status": "actual",
            "evidence": {"indicator": [5, 8]},
            "doubts": [],
        }
    ]


def test_the_whole_of_a_statement() -> None:
    done, pledge = made(*EVERY)["statements"]
    assert done == {
        "id": "s0001",
        "start": 24,
        "end": 31,
        "text": "新建公厕18座",
        "status": "done",
        "body": None,
        "deadline": None,
        "metrics": ["m0003"],
        "doubts": [],
    }
    assert (pledge["id"], pledge["body"], pledge["deadline"]) == ("s0002", "城管局", "2022-12-31")


def test_the_report_and_its_sections() -> None:
    document = made(*EVERY)
    assert list(document) == [
        "format_version",
        "report",
        "text",
        "sections",
        "metrics",
        "statements",
        "findings",
    ]
    assert document["report"] == {
        "title": "区政府工作情况报告",
        "issuer": None,
        "body": None,
        "region": None,
        "period": "2022-01/2022-09",
        "delivered": None,
        "published": None,
        "source": "区报告.txt",
        "encoding": "utf-8",
        "sha256": "ab" * 32,
        "characters": len(TEXT),
    }
    heading = {"heading": "前三季度", "level": 1, "outlook": False}
    assert document["sections"] == [{"start": 0, "end": len(TEXT)} | heading]
    assert (document["format_version"], document["text"], document["findings"]) == (1, TEXT, [])


@pytest.mark.parametrize(
    ("value", "value_max", "unit", "kind", "expected"),
    [
        ("1E+3", None, "亿元", "level", ("1000", None, "100000000000 元")),
        ("6", "6.5", "%", "growth", ("6", "6.5", "6..6.5 %")),
        ("0.5", None, "", "progress", ("0.5", None, None)),
        ("1", None, "位", "rank", ("1", None, None)),
    ],
)
def test_figures_are_decimal_texts(
    value: str, value_max: str | None, unit: str, kind: str, expected: tuple
) -> None:
    high = None if value_max is None else Decimal(value_max)
    metric = Metric(Decimal(value), unit, "什么", MetricKind(kind), value_max=high)
    row = made(Proposal(Span(0, 1), metric))["metrics"][0]
    assert (row["value"], row["value_max"], row["quantity"]) == expected
    assert row["indicator_id"] is None


def test_doubts_have_a_code_and_words() -> None:
    doubt = made(GROWTH)["metrics"][0]["doubts"][0]
    assert doubt["code"] == "unit-missing"
    assert doubt["text"]


def test_fields_of_a_metric_that_are_not_defaults() -> None:
    growth, toilets = made(GROWTH, TOILETS)["metrics"]
    assert (growth["kind"], growth["base"], growth["base_period"]) == ("growth", "上半年", "2022")
    assert growth["value"] == "4.50"
    assert (toilets["bound"], toilets["status"], toilets["period"]) == ("ge", "target", "")
    assert toilets["value"] == "-18"


def test_a_trace_only_where_asked_for() -> None:
    assert "trace" not in made(GDP)["metrics"][0]
    document = made(*EVERY, explain=True)
    assert document["metrics"][0]["trace"] == {
        "indicator": {"rule": "before", "span": [5, 8]},
        "status": {"rule": "default", "span": None},
    }
    assert all("trace" in row for row in document["metrics"] + document["statements"])


def test_ids_count_in_text_order_by_kind() -> None:
    document = made(*EVERY)
    assert [row["id"] for row in document["metrics"]] == ["m0001", "m0002", "m0003"]
    assert [row["id"] for row in document["statements"]] == ["s0001", "s0002"]


def test_chinese_stays_readable() -> None:
    assert "区政府工作情况报告" in dumps(document(REPORT, (), load_catalogue(), "zh"))
