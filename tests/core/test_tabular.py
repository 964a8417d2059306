"""Rows for Excel and WPS: one line each, numbers as numbers, nothing that runs."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import load_catalogue
from core.exchange.columns import ShownRow
from core.exchange.tabular import metrics_tsv, statements_tsv
from core.report import (
    Decision,
    Metric,
    MetricKind,
    Row,
    RowState,
    Span,
    Statement,
    StatementStatus,
)

TEXT = "GDP完成1202亿元，\n完成“放管服”改革\n=1+1"
GDP = Metric(Decimal("-3.20"), "%", "GDP", MetricKind.GROWTH, period="2022-01/2022-09")


WORDS = Span(5, 11)


def shown(fields: Metric | Statement, span: Span = WORDS, note: str = "") -> ShownRow:
    row = Row(1, 1, 1, span, fields, Decision.ACCEPTED, note, "张三", "2026-01-02T03:04:05+08:00")
    return row, RowState.CONFIRMED


def read(table: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does."""
    assert table.endswith("\n")
    return list(csv.DictReader(table.splitlines(keepends=True), dialect="excel-tab", strict=True))


def test_a_metric_fills_its_line() -> None:
    (line,) = read(metrics_tsv([shown(GDP)], TEXT, load_catalogue(), "en"))
    assert line == {
        "State": line["State"],
        "Indicator": "GDP",
        "Catalogue indicator": "GDP",
        "Value": "-3.20",
        "Value to": "",
        "Unit": "%",
        "Kind": line["Kind"],
        "Bound": line["Bound"],
        "Period": "2022-01/2022-09",
        "Status": line["Status"],
        "Base": "",
        "Base period": "",
        "Words": "1202亿元",
        "Note": "",
        "Reviewer": "张三",
        "Decided at": "2026-01-02T03:04:05+08:00",
        "Start": "5",
        "End": "11",
    }


def test_chinese_heads_and_the_catalogue_name() -> None:
    (line,) = read(metrics_tsv([shown(GDP)], TEXT, load_catalogue(), "zh"))
    assert line["目录指标"] == "地区生产总值"
    assert list(line)[:6] == ["状态", "指标名称", "目录指标", "数值", "数值上限", "单位"]


def test_a_statement_fills_its_line() -> None:
    statement = Statement(StatementStatus.DONE, body="政务局", deadline="2022-12-31")
    (line,) = read(statements_tsv([shown(statement, Span(13, 22))], TEXT, "zh"))
    assert line["原文"] == "完成“放管服”改革"[:9]
    assert (line["牵头单位"], line["时限"], line["核对人"]) == ("政务局", "2022-12-31", "张三")


def test_each_table_takes_its_own_rows_only() -> None:
    rows = [shown(GDP), shown(Statement(StatementStatus.DONE))]
    assert len(read(metrics_tsv(rows, TEXT, load_catalogue(), "zh"))) == 1
    assert len(read(statements_tsv(rows, TEXT, "zh"))) == 1
    assert metrics_tsv([], TEXT, load_catalogue(), "zh").count("\n") == 1


@pytest.mark.parametrize("note", ["=1+1", "+86", "-不对", "@SUM(A1)", "＝1+1", "\t=1", "\r=1"])
def test_no_text_is_a_formula(note: str) -> None:
    (line,) = read(metrics_tsv([shown(GDP, note=note)], TEXT, load_catalogue(), "zh"))
    assert line["说明"] == f"'{note}"
    assert line["数值"] == "-3.20"


def test_words_of_the_report_are_harmless_too() -> None:
    span = Span(TEXT.index("=1"), len(TEXT))
    (line,) = read(metrics_tsv([shown(GDP, span)], TEXT, load_catalogue(), "zh"))
    assert line["原文"] == "'=1+1"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters='\t\n\r"')))
def test_no_text_breaks_out_of_its_cell(note: str) -> None:
    (line,) = read(metrics_tsv([shown(GDP, note=note)], TEXT, load_catalogue(), "zh"))
    assert line["说明"].removeprefix("'") == note.removeprefix("'")
    assert line["止"] == "11"
