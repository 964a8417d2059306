"""Lines that a page's width broke: joined for reading, with the way back to the text as it is."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extraction.lexicon import load_lexicon
from core.extraction.pipeline import extract
from core.reading import build_report, read_report
from core.reading.broken_lines import join_lines
from core.report import Metric, Span

MARKS = "，。；、：”）"


def folded(text: str, columns: int) -> str:
    """Fold each paragraph at a page's width, as text copied out of a page is; marks open none."""
    lines = []
    for paragraph in text.split("\n"):
        line, width = "", 0
        for character in paragraph:
            wide = 1 + (unicodedata.east_asian_width(character) in "WF")
            if width + wide > columns and character not in MARKS:
                lines.append(line)
                line, width = "", 0
            line, width = line + character, width + wide
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        # a number, its unit, what it is of
        ("全年完成投资，比上年增长12\n.4亿元。", "全年完成投资，比上年增长12.4亿元。"),
        ("新增港口能力，改建公路320\n公里，新建泊位13个。", "新增港口能力，改建公路320公里，新建泊位13个。"),
        ("财政收入快速增长，农业总产值\n97.4亿元，增长10%。", "财政收入快速增长，农业总产值97.4亿元，增长10%。"),
        ("较好地完成了任务，全省上下认真总结2006\n年的工作。", "较好地完成了任务，全省上下认真总结2006年的工作。"),
        # what ends a line by itself
        ("（二）坚持创新，推动工业经济稳步提升\n12家企业上市。", None),
        ("感恩前行，笃行实干的难忘的2022\n6月8日，习近平总书记亲临视察。", None),
        ("重点工作，咨询指导、收件送件等服务附件2\n名词解释", None),
        ("指标，单位，绝对数|增长12\n13|14", None),
        ("完成投资，增长12\n\n.4亿元", None),
        ("一、工作回顾\n二、工作安排", None),
    ],
)  # fmt: skip
def test_what_is_joined(text: str, joined: str | None) -> None:
    assert join_lines(text).text == (text if joined is None else joined)


def test_a_page_is_known_by_its_width(seed_path: Path) -> None:
    text = read_report(seed_path.name, seed_path.read_bytes()).text
    assert join_lines(text).text == text
    for columns in (60, 76, 90):
        assert join_lines(folded(text, columns)).text.split("\n") == text.split("\n")


def test_a_folded_report_reads_as_it_does_whole(seed_path: Path) -> None:
    lexicon = load_lexicon()
    whole = read_report(seed_path.name, seed_path.read_bytes())
    page = build_report(seed_path.name, "", "utf-8", "txt", folded(whole.text, 72), whole.facts)
    assert page.text != whole.text
    plain, broken = extract(whole, lexicon), extract(page, lexicon)
    assert [found.fields for found in broken] == [found.fields for found in plain]
    for one, other in zip(plain, broken, strict=True):
        words = re.sub(r"\s", "", other.span.of(page.text))
        assert words == re.sub(r"\s", "", one.span.of(whole.text))
    amount = next(found for found in broken if isinstance(found.fields, Metric))
    evidence = amount.sources["value"].span
    assert evidence is not None
    assert evidence.of(page.text) == amount.span.of(page.text)


@given(
    st.lists(st.text("增长，。；12.亿元 　一、", max_size=24), max_size=12).map("\n".join),
    st.data(),
)
def test_places_are_taken_back_to_the_same_words(text: str, data: st.DataObject) -> None:
    joined = join_lines(text)
    start = data.draw(st.integers(0, len(joined.text)))
    end = data.draw(st.integers(start, len(joined.text)))
    back = joined.back(Span(start, end))
    kept = re.sub(r"\s", "", joined.text[start:end])
    assert re.sub(r"\s", "", back.of(text)) == kept
    assert 0 <= back.start <= back.end <= len(text)


@given(st.lists(st.text("增长，。；12.亿元", max_size=40), max_size=12).map("\n".join))
def test_nothing_but_blanks_and_line_ends_is_left_out(text: str) -> None:
    joined = join_lines(text)
    assert re.sub(r"\s", "", joined.text) == re.sub(r"\s", "", text)
    assert len(text) == len(joined.text) + (joined.left[-1] if joined.left else 0)
