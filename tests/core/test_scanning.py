"""The scans for numbers and times look closer only where an expression can begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extraction import figures, times
from core.extraction.lexicon import load_lexicon

LEXICON = load_lexicon()
TIMES = [
    "2019-2022年", "截至2022年9月底", "今年3月5日", "1-9月", "2022年1至9月份", "上半年", "前三季度",
    "前3季度", "首季", "第三季度末", "四季度", "当年末", "2015年底", "2012年以来", "2021年全年",
    "“十四五”时期", "十三五末", "五年来", "过去五年", "近3年", "本届五年来", "最近两年", "今后五年",
    "未来三年", "接下来5年", "此后三年", "的五年，", "，三年累计", "两年翻番", "实现两年翻番",
    "今年以来", "年初以来", "本年度", "全年", "年内", "去年全年", "明年", "来年", "过去一年", "一年来",
    "这一年", "年末", "期末", "9月份",
]  # fmt: skip
NUMBERS = [
    "1202亿元", "29.3:38.8:31.9", "名单100强，", "1/3", "全国第5个“", "第三位", "首位", "榜首", "之首，",
    "前十名，", "百分之五点六", "三分之一", "翻一番", "实现倍增。", "过半", "一半", "半数", "八成以上", "上亿元",
    "超百亿元", "突破千亿元", "接近万亩", "近百家", "两家", "二十条", "3.5万平方米",
]  # fmt: skip
SCANS = [
    (times.SCAN, times.OPENS, TIMES),
    (LEXICON.figures.scan, figures.OPENS, NUMBERS),
]


def found(scan: re.Pattern[str], text: str) -> list[str]:
    return [match[0] for match in scan.finditer(text)]


def without_look(scan: re.Pattern[str], opens: str) -> re.Pattern[str]:
    return re.compile(scan.pattern.removeprefix(opens))


@pytest.mark.parametrize(("scan", "opens", "known"), SCANS, ids=["times", "numbers"])
def test_each_kind_of_expression_is_found_with_the_look_ahead(
    scan: re.Pattern[str], opens: str, known: list[str]
) -> None:
    whole = without_look(scan, opens)
    for words in known:
        assert found(whole, words), words
        assert found(scan, words) == found(whole, words)


@pytest.mark.parametrize(("scan", "opens", "known"), SCANS, ids=["times", "numbers"])
@given(data=st.data())
def test_no_text_hides_an_expression_from_the_look_ahead(
    scan: re.Pattern[str], opens: str, known: list[str], data: st.DataObject
) -> None:
    pieces = st.one_of(st.sampled_from(known), st.text(sorted(set("".join(known))), max_size=3))
    text = "".join(data.draw(st.lists(pieces, max_size=8)))
    assert found(scan, text) == found(without_look(scan, opens), text)
