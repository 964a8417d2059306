"""What a figure is compared with or taken of, in words and as a period (guide, section 1)."""

from __future__ import annotations

import pytest

from core.extraction.lexicon import load_lexicon
from core.extraction.pipeline import extract
from core.reading import read_report
from core.report import Metric

TITLE = "某市2021年工作报告\n"


def bases(text: str) -> list[str]:
    found = extract(read_report("a.txt", (TITLE + text).encode()), load_lexicon())
    fields = [p.fields for p in found if isinstance(p.fields, Metric)]
    return [f"{m.base} {m.base_period}".strip() for m in fields]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year, the one before the figure's own, its own months a year before
        ("工业增加值比2015年增长45%，比上年增长8%。", ["2015年 2015", "上年 2020"]),
        ("2022年1—9月，投资比上年同期增长12.4%。", ["上年同期 2021-01/2021-09"]),
        ("1-6月，投资增长12.4%，较去年同期提高3.2个百分点。", ["", "去年同期 2020-01/2020-06"]),
        ("年末城镇化率58.3%，比上年末提高1.2个百分点。", ["", "上年末 2020-12-31"]),
        ("利用外资是“十二五”末的1.65倍。", ["“十二五”末 2015"]),
        ("出口比“十二五”时期增长48.5%。", ["“十二五”时期 2011/2015"]),
        # 同比 alone is the same period of the year before and says no words of its own
        ("投资同比增长12.4%。", [""]),
        # of what a share or progress is taken
        ("民间投资占全部投资的比重达65.2%。", ["全部投资"]),
        ("税收占一般公共预算收入的73.6%。", ["一般公共预算收入"]),
        ("完成投资12亿元，占年度目标的80%。", ["", "年度目标"]),
        # above the average of others
        ("工业增加值增长8%，高于全省平均水平2.3个百分点。", ["", "全省平均水平"]),
        # among whom a place is
        ("营商环境评价居全省第二。", ["全省"]),
        ("农村居民人均收入连续17年居全省第一。", ["全省"]),
        ("城市综合信用排名提升至全国第28名。", ["全国"]),
        ("养老金平均水平居全省市（州）首位。", ["全省市（州）"]),
        ("荣获营商环境考核优异等次第一。", [""]),
    ],
)  # fmt: skip
def test_bases(text: str, expected: list[str]) -> None:
    assert bases(text) == expected
