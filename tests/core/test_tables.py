"""Cells of tables as rows (annotation guide, hard case 10)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extraction.lexicon import load_lexicon
from core.extraction.pipeline import extract
from core.reading import read_report
from core.report import Metric

TITLE = "某市2012年国民经济和社会发展统计公报\n"
DEPOSITS = (
    "2012年末全市金融机构存贷\n单位：亿元\n指 标\t12月末\t比年初增加额\n"
    "金融机构存款余额\t1970.6\t266.0\n#单位存款\t775.0\t-103.0\n"
)
PEOPLE = (
    "2012年人口构成情况\n指 标\t年末数（万人）\t比重（%）\n"
    "总人口\t281.7\t100.0\n其中：非农业\t144.7\t51.4\n女 性\t140.8\t\n"
)
MAIN = (
    "表2 主要指标\n指标名称\t单位\t绝对数\t比上年增长（%）\t位次\n"
    "一、地区生产总值\t亿元\t1,202\t4.5\t3\n粮食产量\t万吨\t35.6\t-1.2\t-\n"
)


def rows(text: str) -> list[str]:
    report = read_report("a.txt", (TITLE + text).encode())
    return [
        f"{p.fields.value:f}{p.fields.unit} {p.fields.indicator} {p.fields.kind} {p.fields.period}"
        for p in extract(report, load_lexicon())
        if isinstance(p.fields, Metric)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DEPOSITS, [
            "1970.6亿元 金融机构存款余额 level 2012-12-31",
            "266.0亿元 金融机构存款余额 change 2012-12-31",
            "775.0亿元 单位存款 level 2012-12-31",
            "-103.0亿元 单位存款 change 2012-12-31",
        ]),
        (PEOPLE, [
            "281.7万人 总人口 level 2012-12-31", "100.0% 总人口 share 2012-12-31",
            "144.7万人 非农业人口 level 2012-12-31", "51.4% 非农业人口 share 2012-12-31",
            "140.8万人 女性人口 level 2012-12-31",
        ]),
        (MAIN, [
            "1202亿元 地区生产总值 level 2012", "4.5% 地区生产总值 growth 2012",
            "3位 地区生产总值 rank 2012",
            "35.6万吨 粮食产量 level 2012", "-1.2% 粮食产量 growth 2012",
        ]),
        # a quantity joins no other
        ("产品名称\t单位\t产量\t比上年增长（%）\n原煤\t万吨\t352.1\t-3.4\n发电量\t亿千瓦时\t21.7\t6.0\n", [
            "352.1万吨 原煤产量 level 2012", "-3.4% 原煤产量 growth 2012",
            "21.7亿千瓦时 发电量 level 2012", "6.0% 发电量 growth 2012",
        ]),
        # with bars
        ("| 指标 | 2012年（亿元） | 增长（%） |\n|---|---|---|\n| 生产总值 | 1202 | 4.5 |\n", [
            "1202亿元 生产总值 level 2012", "4.5% 生产总值 growth 2012",
        ]),
        # parts take the ending of the row that they are a part of
        ("| 指标 | 单位 | 绝对数 |\n|---|---|---|\n| 房地产开发投资 | 亿元 | 100 |\n| 其中：住宅 | 亿元 | 76 |\n"
         "| 房屋施工面积 | 万平方米 | 733 |\n| 其中：住宅 | 万平方米 | 513 |\n", [
            "100亿元 房地产开发投资 level 2012", "76亿元 住宅投资 level 2012",
            "733万平方米 房屋施工面积 level 2012", "513万平方米 住宅施工面积 level 2012",
        ]),
        # a year a column
        ("指标\t单位\t2012年\t2011年\n地区生产总值\t亿元\t1202\t1103\n", [
            "1202亿元 地区生产总值 level 2012", "1103亿元 地区生产总值 level 2011",
        ]),
        # heads over two lines; the growth is of the level beside it
        ("指 标\t工业增加值\t\n\t绝对数（亿元）\t增长（%）\n国有企业\t35.2\t4.1\n", [
            "35.2亿元 国有企业工业增加值 level 2012", "4.1% 国有企业工业增加值 growth 2012",
        ]),
        ("区县\t工业增加值（亿元）\t固定资产投资（亿元）\n甲区\t12\t30\n乙县\t7.5\t11\n", [
            "12亿元 甲区工业增加值 level 2012", "30亿元 甲区固定资产投资 level 2012",
            "7.5亿元 乙县工业增加值 level 2012", "11亿元 乙县固定资产投资 level 2012",
        ]),
    ],
)  # fmt: skip
def test_a_cell_is_a_row(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list of products without a head: the last column is growth
        ("- 成 品 糖 万吨 903 -12.6\n- 原 煤 亿吨 21.9 9.9\n- 其中：轿车 万辆 277 19.7\n", [
            "903万吨 成品糖 level 2012", "-12.6% 成品糖 growth 2012",
            "21.9亿吨 原煤 level 2012", "9.9% 原煤 growth 2012",
            "277万辆 轿车 level 2012", "19.7% 轿车 growth 2012",
        ]),
        # the unit behind the amount, full-width points, no change
        ("牛 奶 501 万吨 7．8\n绵羊毛 24．7 万吨 2．9\n羊出栏数 2．06 亿只 持平\n", [
            "501万吨 牛奶 level 2012", "7.8% 牛奶 growth 2012",
            "24.7万吨 绵羊毛 level 2012", "2.9% 绵羊毛 growth 2012", "2.06亿只 羊出栏数 level 2012",
        ]),
        # a head of words, the unit above it; a part takes the ending of what it is a part of
        ("单位：亿元\n指标名称 绝对数 比上年增长%\n固定资产投资 1,202 4.5\n其中：第一产业 35.6 -1.2\n", [
            "1202亿元 固定资产投资 level 2012", "4.5% 固定资产投资 growth 2012",
            "35.6亿元 第一产业投资 level 2012", "-1.2% 第一产业投资 growth 2012",
        ]),
        # so do the parts after it, each with the unit of its own column
        ("指标 单位 绝对数 比上年增长%\n固定资产投资 亿元 100 3\n其中：住宅 亿元 76 2\n商业 亿元 10 -1\n", [
            "100亿元 固定资产投资 level 2012", "3% 固定资产投资 growth 2012",
            "76亿元 住宅投资 level 2012", "2% 住宅投资 growth 2012",
            "10亿元 商业投资 level 2012", "-1% 商业投资 growth 2012",
        ]),
        # two levels in a row are told apart by their columns
        ("产品名称 单位 数量 金额（万元）\n原煤 万吨 352.1 100\n水泥 万吨 21.7 —\n", [
            "352.1万吨 原煤数量 level 2012", "100万元 原煤金额 level 2012",
            "21.7万吨 水泥数量 level 2012",
        ]),
        # a head that says so
        ("产品名称 单位 产量 比上年增长(%)\n布 亿米 470 11.9\n纱 万吨 1440 11.5\n原油 亿吨 1.81 2.8\n", [
            "470亿米 布 level 2012", "11.9% 布 growth 2012", "1440万吨 纱 level 2012",
            "11.5% 纱 growth 2012", "1.81亿吨 原油 level 2012", "2.8% 原油 growth 2012",
        ]),
    ],
)  # fmt: skip
def test_columns_may_be_parted_by_blanks(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "布 亿米 470 11.9\n纱 万吨 1440 11.5\n",  # two lines may be anything
        "名称 单位 本年 上年\n布 亿米 470 411\n纱 万吨 1440 1291\n原油 亿吨 1.81 1.76\n",
        "本年重点 完成情况 增长较快\n全市生产总值 1202 亿元\n",  # one row is no table
        "张三 科长 8203 12\n李四 科员 8204 13\n王五 科员 8205 14\n",  # no units
    ],
)
def test_what_is_no_growth_is_not_taken_for_it(text: str) -> None:
    assert not any("growth" in row for row in rows(text))


@pytest.mark.parametrize(
    "text",
    ["姓名\t电话\n", "1202\t4.5\n1203\t4.6\n", "联系人\t张三\n地址\t中山路\n"],
)
def test_what_is_no_table_of_figures_gives_none(text: str) -> None:
    assert rows(text) == []


def test_prose_beside_a_table_is_read_as_ever() -> None:
    found = rows(f"全年完成投资5亿元。\n{MAIN}新建公厕18座。\n")
    assert found[0] == "5亿元 投资 level 2012"
    assert found[-1] == "18座 新建公厕 level 2012"


@given(
    st.lists(
        st.lists(st.text("0123456789.,-%（）亿元年\t 指标", max_size=8), max_size=5), max_size=8
    )
)
def test_no_table_is_too_strange(cells: list[list[str]]) -> None:
    text = "\n".join("\t".join(line) for line in cells)
    report = read_report("a.txt", (TITLE + "正文。\n" + text).encode())
    for proposal in extract(report, load_lexicon()):
        assert proposal.span.end <= len(report.text)
