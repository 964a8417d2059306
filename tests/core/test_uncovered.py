"""Numbers that no row stands on, and why: every one of every text has a worded reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extraction.lexicon import Lexicon, load_lexicon
from core.messages import LANGUAGES, catalogue
from core.numerals import FULL_WIDTH
from core.reading import build_report, read_report
from core.report import Facts, Metric, Report, Row, Span
from core.review.uncovered import (
    PART,
    POSSIBLE,
    Numbers,
    by_reason,
    free_figures,
    next_possible,
    reason_said,
    scanned,
    without_row,
)

LEXICON = load_lexicon()
LONG = "62220212345678901234" * 5
SEEDS = Path(__file__).parents[2] / "seeds"


def read(text: str) -> Report:
    return build_report("甲.txt", "hash", "utf-8", "txt", text, Facts())


def reasons(text: str) -> dict[str, str]:
    return {number.span.of(text): number.reason for number in free_figures(read(text), (), LEXICON)}


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("修建道路5公里。", "5公里", ""),
        ("2022年，修建道路。", "2022年", "date"),
        ("免费为60岁以上老人体检。", "60岁", "age"),
        ("根据武政〔2022〕15号文件，开展工作。", "2022", "document"),
        ("根据武政〔2022〕15号文件，开展工作。", "15", "document"),
        ("详见第12页。", "第12", "page"),
        ("咨询电话：88936123。", "88936123", "phone"),
        ("举报电话13971234567。", "13971234567", "phone"),
        ("会议于10:30开始。", "10:30", "time"),
        ("开通地铁19号线。", "19", "name"),
        ("国家5A级景区。", "5", "name"),
        ("坚定“四个自信”。", "四个", "name"),
        ("加快第三产业发展。", "第三", "ordinal"),
        ("3. 修建道路。", "3", "mark"),
        ("形成一个新格局。", "一个", "article"),
        ("连续12个季度召开会议。", "12个", "frequency"),
        ("对30户以上村庄通路。", "30户", "threshold"),
        (f"账号{LONG}。", LONG, "long"),
        ("名称\t代码\n甲区\t4401\n乙区\t4402\n", "4402", "cell"),
    ],
)  # fmt: skip
def test_why_a_number_counts_nothing(text: str, number: str, reason: str) -> None:
    assert reasons(text)[number] == reason


def texts(shared: Path) -> Iterator[Report]:
    folders = (SEEDS, *(shared / name for name in ("seeds", "samples", "gold")))
    for path in chain.from_iterable(sorted(folder.rglob("*")) for folder in folders):
        if path.suffix in (".txt", ".docx") and path.stat().st_size:
            yield read_report(path.name, path.read_bytes())


def unexplained(report: Report) -> list[str]:
    """Give the digits, and the numerals that the scan looks at, of which nothing is said."""
    told = {at for part in scanned(report, LEXICON) for number in part
            for at in range(number.outer.start, number.outer.end)}  # fmt: skip
    plain = report.text.translate(FULL_WIDTH)
    numerals = chain(re.finditer(r"\d+", plain), LEXICON.figures.scan.finditer(plain))
    return [found[0] for found in numerals if not told.intersection(range(*found.span()))]


def test_every_number_of_the_sample_is_explained() -> None:
    for path in SEEDS.glob("*.txt"):
        report = read_report(path.name, path.read_bytes())
        assert len(list(chain.from_iterable(scanned(report, LEXICON)))) > 100
        assert unexplained(report) == []


def test_every_number_of_every_report_at_hand_has_a_worded_reason(shared_dir: Path) -> None:
    codes = set()
    for report in texts(shared_dir):
        assert unexplained(report) == []
        codes |= {number.reason for number in free_figures(report, (), LEXICON)}
    for language in LANGUAGES:
        assert {reason_said(code).code for code in codes} <= catalogue(language).keys()


def test_every_reason_of_the_lexicon_has_words() -> None:
    for language in LANGUAGES:
        known = catalogue(language)
        assert all(reason_said(reason.code).code in known for reason in LEXICON.reasons)


@given(
    st.text(
        alphabet="0123456789一二三十百万两第个大成分之翻番年月日.,:/—-％%（）()\n。，号页岁家元",
        max_size=60,
    )
)
def test_no_number_is_passed_over(text: str) -> None:
    report = read(text)
    assert unexplained(report) == []


def test_a_text_in_parts_has_the_numbers_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    report = read(
        "".join(f"第{at}段，新建公厕{at}座，占{at}/999，电话88936{at:03}。\n" for at in range(300))
    )
    report = replace(report, furniture=(Span(20, 60), Span(4000, 4100)))
    whole = list(chain.from_iterable(scanned(report, LEXICON)))
    assert len(report.text) < PART
    monkeypatch.setattr("core.review.uncovered.PART", 500)
    parts = list(scanned(report, LEXICON))
    assert len(parts) > 10
    assert list(chain.from_iterable(parts)) == whole


def test_a_text_is_scanned_once() -> None:
    asked: list[int] = []

    def lexicon() -> Lexicon:
        asked.append(1)
        return LEXICON

    numbers, report = Numbers(lexicon), read("修建道路5公里。")
    first = list(numbers.of(report))
    corrected = replace(report, facts=Facts(body="武昌区"))
    assert list(numbers.of(corrected)) == first
    assert len(asked) == 1
    assert [number.span for number in numbers.of(read("新建公厕18座。"))] == [Span(4, 7)]
    assert len(asked) == 2


def test_rows_cover_numbers() -> None:
    report = read("修建道路5公里，新建公厕18座。")
    numbers = list(chain.from_iterable(scanned(report, LEXICON)))
    row = Row(1, 1, None, Span(4, 7), Metric(Decimal(5), "公里", ""))
    free = without_row(numbers, [row])
    assert [number.span.of(report.text) for number in free] == ["18座"]


def test_the_next_number_that_may_count_something() -> None:
    report = read("2022年，修建道路5公里，新建公厕18座。")
    free = free_figures(report, (), LEXICON)
    words = [span.of(report.text) for at in (0, 11, 19) if (span := next_possible(free, at))]
    assert words == ["5公里", "18座", "5公里"]
    assert next_possible([number for number in free if number.reason], 0) is None
    assert by_reason(free) == [(POSSIBLE, 2), ("date", 1)]
