"""The workbook: what Excel and WPS are given, read back by openpyxl."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import load_catalogue
from core.checking.checked import Checked
from core.exchange.reviewed import Means, Reviewed
from core.exchange.xlsx import LONGEST, workbook
from core.extraction.lexicon import load_lexicon
from core.messages import message
from core.report import (
    Decision,
    Dismissal,
    Fields,
    Finding,
    Metric,
    Proposal,
    Remark,
    Report,
    Row,
    RowState,
    Severity,
    Statement,
    StatementStatus,
    Verdict,
)
from tests.core import samples

ROW = Row(
    7, 1, 1, samples.span_of("1202亿元"), Metric(Decimal("1202.50"), "亿元", "GDP", period="2022"),
    Decision.ACCEPTED, "=1+1", "张三", samples.AT,
)  # fmt: skip
WORK = Row(
    8, 1, None, samples.span_of("𠮷新建公厕18座"), Statement(StatementStatus.DONE, "", "2022")
)
FOUND = Finding(
    "part-of-whole", (7,), Verdict.INCONSISTENT, Severity.ERROR, message("doubt.unit-missing"),
    "1202 > 1000", "key", message("doubt.period-unknown"),
)  # fmt: skip
DISMISSED = Dismissal(1, 1, "key", "口径不同", "李四", samples.AT)


def finding_only(report: Report, rows: object) -> Checked:
    return Checked((FOUND,))


def sheets(*reports: Reviewed, language: str = "zh", checked: bool = True) -> Any:
    checker = finding_only if checked else None
    means = Means(load_catalogue(), load_lexicon, checker, language)
    return openpyxl.load_workbook(BytesIO(workbook(reports, means)))


def one(row: Row = ROW, *remarks: Remark) -> Reviewed:
    proposals: dict[int, Proposal] = {}
    return Reviewed(
        samples.report(), ((row, RowState.CONFIRMED), (WORK, RowState.ADDED)), proposals, remarks,
        {"key": DISMISSED},
    )  # fmt: skip


def line(sheet: Any, number: int = 2) -> dict[str, Any]:
    """Give the cells of a line by the words over them."""
    return dict(zip((cell.value for cell in sheet[1]), sheet[number], strict=True))


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("zh", ["指标", "事项", "核对", "意见"]),
        ("en", ["Metrics", "Statements", "Findings", "Remarks"]),
    ],
)
def test_four_sheets_with_a_frozen_head_and_filters(language: str, titles: list[str]) -> None:
    book = sheets(one(), language=language)
    assert book.sheetnames == titles
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.value and cell.font.bold for cell in sheet[1])


@pytest.mark.parametrize(
    ("printed", "form"),
    [("1202", "0"), ("1202.50", "0.00"), ("-3.2", "0.0"), ("0.0001", "0.0000"), ("1E+3", "0")],
)
def test_a_figure_is_a_number_with_its_printed_decimals(printed: str, form: str) -> None:
    row = Row(7, 1, 1, ROW.span, Metric(Decimal(printed), "亿元", "GDP"))
    cell = line(sheets(one(row))["指标"])["数值"]
    assert (cell.data_type, cell.number_format) == ("n", form)
    assert Decimal(str(cell.value)) == Decimal(printed)


def test_more_digits_than_a_spreadsheet_keeps_stay_text() -> None:
    row = Row(7, 1, 1, ROW.span, Metric(Decimal("12345678901234567.8"), "元", "GDP"))
    assert line(sheets(one(row))["指标"])["数值"].value == "12345678901234567.8"


def test_periods_and_times_are_text_and_stay_it() -> None:
    cells = line(sheets(one())["指标"])
    for head in ("时期", "核定时间"):
        assert (cells[head].data_type, cells[head].number_format) == ("s", "@")
    assert line(sheets(one())["事项"])["时限"].number_format == "@"


def test_every_row_names_its_report_and_words() -> None:
    sheet = sheets(one(), one())["事项"]
    assert sheet.max_row == 3
    cells = line(sheet, 3)
    assert (cells["报告"].value, cells["原文"].value) == ("三季度.txt", "𠮷新建公厕18座")
    assert (cells["状态"].value, cells["性质"].value) == ("新增", "已办")


def test_a_finding_shows_verdict_arithmetic_words_and_why_it_was_dismissed() -> None:
    cells = line(sheets(one())["核对"])
    assert cells["核对内容"].value == "没有单位"
    assert cells["算式"].value == "1202 > 1000"
    assert cells["还缺什么"].value == "不知道是哪个时期"
    assert cells["原文"].value == "1202亿元"
    assert (cells["无需处理的理由"].value, cells["核对人"].value) == ("口径不同", "李四")


def test_without_a_checker_the_sheet_has_its_head_alone() -> None:
    assert sheets(one(), checked=False)["核对"].max_row == 1


def test_a_remark_names_its_indicator() -> None:
    remark = Remark(1, 1, ROW.span, "与统计公报不符", "1220亿元", ROW.id, "张三", samples.AT, True)
    cells = line(sheets(one(ROW, remark))["意见"])
    assert [cells[head].value for head in ("原文", "建议改为", "理由", "指标名称", "已处理")] == [
        "1202亿元", "1220亿元", "与统计公报不符", "GDP", "是",
    ]  # fmt: skip


@pytest.mark.parametrize("note", ["=1+1", "+86", "-不对", "@SUM(A1)", "＝1+1", "\t=1", "\r=1"])
def test_no_text_is_a_formula(note: str) -> None:
    row = Row(7, 1, 1, ROW.span, ROW.fields, note=note)
    made = workbook([one(row)], Means(load_catalogue(), load_lexicon, None, "zh"))
    cell = line(openpyxl.load_workbook(BytesIO(made))["指标"])["说明"]
    assert cell.data_type == "s"
    assert cell.value[0] == "'"
    assert b"<f>" not in zipfile.ZipFile(BytesIO(made)).read("xl/worksheets/sheet1.xml")


ANY: st.SearchStrategy[Fields] = st.builds(
    Metric, st.decimals(allow_nan=False, allow_infinity=False), st.text(max_size=9), st.text()
)


@given(ANY, st.text())
def test_any_text_and_figure_can_be_written(fields: Fields, note: str) -> None:
    cells = line(sheets(one(Row(7, 1, 1, ROW.span, fields, note=note)))["指标"])
    assert cells["数值"].value is not None
    assert (cells["说明"].value is None) == (note == "")


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    row = Row(7, 1, 1, ROW.span, ROW.fields, note="字" * (LONGEST + 1))
    words = line(sheets(one(row))["指标"])["说明"].value
    assert len(words) == LONGEST
    assert words[-1] == "…"
