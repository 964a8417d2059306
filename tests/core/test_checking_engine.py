"""The checks together: order, keys, summary, the sample report, words and rules."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from core.catalogue import load_catalogue
from core.checking.engine import checker
from core.checking.rules import FILE, load_check_rules
from core.errors import UserError
from core.extraction.lexicon import load_lexicon
from core.extraction.pipeline import extract
from core.intake import read_and_extract
from core.messages import LANGUAGES, catalogue, render
from core.report import Decision, Row, Verdict
from tests.core.checking_kit import findings, placed, report_of, row

NEWLY = "新登记市场主体22768户,其中企业类11433户。"
WHOLE = row("22768户", "22768", "户", "新登记市场主体")


def test_rejected_rows_take_no_part() -> None:
    made = (WHOLE, row("11433户", "99999", "户", "新登记企业类"))
    report = report_of(NEWLY)
    rows = placed(report.text, made)
    run = checker(load_catalogue(), load_check_rules())
    assert len(run(report, rows).findings) == 1
    rows[1] = replace(rows[1], decision=Decision.REJECTED)
    checked = run(report, rows)
    assert checked.findings == ()
    assert (checked.summary.found, checked.summary.checked) == (1, 0)


def test_the_key_holds_while_the_values_do() -> None:
    keys = {
        one.key
        for value in ("9", "9", "8")
        for one in findings(NEWLY, WHOLE, row("11433户", value, "户", "企业类"))
    }
    assert len(keys) == 2


def test_findings_come_in_the_order_of_the_text(sample: tuple) -> None:
    rows, checked = sample
    starts = {one.id: one.span.start for one in rows}
    places = [starts[one.rows[0]] for one in checked.findings]
    assert places == sorted(places)
    assert len({one.key for one in checked.findings}) == len(checked.findings)


@pytest.fixture(scope="module")
def sample(seed_path: Path) -> tuple:
    report, proposals = read_and_extract("样例.txt", seed_path.read_bytes(), load_lexicon())
    rows = [Row(at, 1, at, one.span, one.fields) for at, one in enumerate(proposals, 1)]
    run = checker(load_catalogue(), load_check_rules())
    return rows, run(report, rows)


def test_the_sample_agrees_with_itself(sample: tuple) -> None:
    rows, checked = sample
    text_of = {one.id: one.span.start for one in rows}
    stated = {
        (one.check, tuple(text_of[row_id] for row_id in one.rows)) for one in checked.findings
    }
    assert stated >= {
        ("points", (219, 205)),  # K001
        ("usage", (219,)),  # K006
        ("progress", (1107, 1093)),  # K007
        ("progress", (1735, 1708)),  # K010
        ("part", (1720, 1708)),  # K019
        *((("range"), (at,)) for at in (2153, 2415, 3080)),  # K047, K048, K051
    }
    verdicts = {one.verdict for one in checked.findings}
    assert verdicts == {Verdict.CONSISTENT, Verdict.UNVERIFIABLE}
    arithmetic = [one.arithmetic for one in checked.findings]
    assert "22768户 ÷ 91.22% = 24959.4户 [24958.1户, 24960.8户]" in arithmetic
    summary = checked.summary
    assert summary.found == sum(hasattr(one.fields, "unit") for one in rows)
    assert (summary.checked, summary.unverifiable) == (7, 4)


def test_every_sentence_of_a_check_has_words_in_both_languages() -> None:
    codes = [
        set(filter(lambda code: code.startswith("check."), catalogue(one))) for one in LANGUAGES
    ]
    assert codes[0] == codes[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_check_never_says_which_figure_is_wrong(language: str) -> None:
    words = " ".join(
        text for code, text in catalogue(language).items() if code.startswith("check.")
    )
    assert not any(word in words for word in ("错误", "有误", "wrong", "mistake", "incorrect"))


# -- the rules


def test_the_users_rules_lie_over_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[widths]\nabout = "0.1"\n', encoding="utf-8")
    rules = load_check_rules(tmp_path)
    assert rules.about == Decimal("0.1")
    assert replace(rules, about=load_check_rules().about) == load_check_rules()


@pytest.mark.parametrize(
    "broken",
    ["[widths", "[widths]\nabout = 0.05", '[widths]\nabout = "viel"', '[widths]\nnear = "1.5"',
     "[hedges]\ndigit = 3", "[hedges]\nsomehow = ['余']", "words = 1", "[words]\nparts = []"],
)  # fmt: skip
def test_a_broken_file_is_named(tmp_path: Path, broken: str) -> None:
    file = tmp_path / FILE
    file.write_text(broken, encoding="utf-8")
    with pytest.raises(UserError) as failed:
        load_check_rules(tmp_path)
    assert str(file) in render(failed.value.message, "zh")


# -- errors that are planted in stated relations: each has to be seen

GOOD = (
    "上半年,GDP增速3.2%。前三季度,GDP增速4.5%,增速相较上半年提升1.3个百分点。"
    "城镇化率由63.2%提高到65.1%,提高1.9个百分点。"
    "高新技术企业由1240家增加到1488家,增长20%。"
    "新登记市场主体22768户,其中企业类11433户,占50.2%。"
    "粮食产量100.29万吨,其中夏粮产量24.50万吨,秋粮产量75.79万吨。"
)


def told_of(text: str) -> list[str]:
    report = report_of(f"武昌区2022年三季度工作情况报告\n2022年前三季度情况如下。{text}")
    rows = [
        Row(at, 1, at, one.span, one.fields)
        for at, one in enumerate(extract(report, load_lexicon()), 1)
    ]
    found = checker(load_catalogue(), load_check_rules())(report, rows).findings
    to_see = {Verdict.INCONSISTENT, Verdict.NOTE}
    return [one.check for one in found if one.verdict in to_see]


def test_the_good_text_is_clean() -> None:
    assert told_of(GOOD) == []


@pytest.mark.parametrize(
    ("right", "planted"),
    [
        ("增速3.2%", "增速2.3%"),
        ("增速4.5%", "增速5.4%"),
        ("1.3个百分点", "1.8个百分点"),
        ("1.3个百分点", "1.3%"),
        ("由63.2%", "由36.2%"),
        ("由63.2%提高到65.1%", "由65.1%提高到63.2%"),
        ("1.9个百分点", "1.9%"),
        ("1240家", "1420家"),
        ("1488家", "1488万家"),
        ("增长20%", "增长2.0%"),
        ("企业类11433户", "企业类11433万户"),
        ("22768户", "2768户"),
        ("11433户", "17433户"),
        ("50.2%", "52.0%"),
        ("100.29万吨", "102.29万吨"),
        ("24.50万吨", "24.50亿吨"),
        ("75.79万吨", "7.579万吨"),
    ],
)
def test_a_planted_error_is_seen(right: str, planted: str) -> None:
    assert GOOD.count(right) == 1
    assert told_of(GOOD.replace(right, planted))
