"""The checks of one report: what each says of small texts, and of the sample."""

from __future__ import annotations

import pytest

from core.messages import render
from core.report import Bound, MetricStatus, Severity, Verdict
from tests.core.checking_kit import (
    CHANGE,
    GROWTH,
    PROGRESS,
    RATE,
    SHARE,
    findings,
    of_check,
    row,
)

NEWLY = "新登记市场主体22768户,其中企业类11433户。"
TARGET = MetricStatus.TARGET


def said(found: list, code: str) -> list[tuple[str, str, str]]:
    return [
        (one.verdict.value, one.severity.value, one.arithmetic) for one in of_check(found, code)
    ]


# -- part and whole


def newly(part: str, *, bound: Bound = Bound.EQ, unit: str = "户"):
    return findings(
        NEWLY,
        row("22768户", "22768", "户", "新登记市场主体"),
        row("11433户", part, unit, "新登记企业类", bound=bound),
    )


@pytest.mark.parametrize(
    ("part", "more", "expected"),
    [
        ("11433", {}, ("consistent", "error", "11433户 ≤ 22768户；22768户 − 11433户 = 11335户")),
        ("22768", {}, ("consistent", "error", "22768户 ≤ 22768户；22768户 − 22768户 = 0户")),
        ("22769", {}, ("inconsistent", "error", "22769户 > 22768户")),
        ("11433", {"unit": "万户"}, ("inconsistent", "error", "11433万户 > 22768户")),
        ("11", {}, ("note", "hint", "11户 ≤ 22768户；22768户 − 11户 = 22757户")),
        ("11433", {"bound": Bound.GT}, ("consistent", "error", ">11433户 ≤ 22768户")),
    ],
)
def test_a_part_is_not_more_than_its_whole(part: str, more: dict, expected: tuple) -> None:
    found = newly(part, **more)
    assert said(found, "part") == [expected]
    assert of_check(found, "part")[0].rows == (2, 1)


def test_another_unit_period_or_status_is_no_part() -> None:
    whole = row("22768户", "22768", "户", "新登记市场主体")
    for other in (
        row("11433户", "99999", "家", "企业类"),
        row("11433户", "99999", "户", "企业类", period="2022"),
        row("11433户", "99999", "户", "企业类", status=TARGET),
        row("11433户", "99999", "户", "企业类", CHANGE),
    ):
        assert of_check(findings(NEWLY, whole, other), "part") == []


def test_where_another_figure_could_be_the_whole_it_is_less_sure() -> None:
    found = findings(
        "新增企业20家、个体户10家,其中规上12家。",
        row("20家", "20", "家", "新增企业"),
        row("10家", "10", "家", "新增个体户"),
        row("12家", "12", "家", "规上"),
    )
    assert said(found, "part") == [("inconsistent", "warning", "12家 > 10家")]


def test_where_an_amount_of_something_else_is_nearer_it_is_less_sure() -> None:
    found = findings(
        "完成投资5亿元,新开工项目10个,其中亿元以上项目总投资20亿元。",
        row("5亿元", "5", "亿元", "投资"),
        row("10个", "10", "个", "新开工项目"),
        row("20亿元", "20", "亿元", "亿元以上项目总投资"),
    )
    assert said(found, "part") == [("inconsistent", "warning", "20亿元 > 5亿元")]


@pytest.mark.parametrize(
    ("joint", "sums"), [(",其中", []), (",其中:", ["note"]), ("。其中,", ["note"])]
)
def test_a_semicolon_ends_a_list_that_opens_within_a_sentence(joint: str, sums: list) -> None:
    found = findings(
        f"第二产业投资10亿元{joint}工业投资8亿元;第三产业投资30亿元。",
        row("10亿元", "10", "亿元", "第二产业投资"),
        row("8亿元", "8", "亿元", "工业投资"),
        row("30亿元", "30", "亿元", "第三产业投资"),
    )
    assert [one[0] for one in said(found, "sum")] == sums


def test_the_whole_may_stand_in_the_sentence_before() -> None:
    found = findings(
        "公共财政收入42.1亿元。其中,税收收入34.1亿元;非税收入8亿元。",
        row("42.1亿元", "42.1", "亿元", "公共财政收入"),
        row("34.1亿元", "34.1", "亿元", "税收收入"),
        row("8亿元", "8", "亿元", "非税收入"),
    )
    assert said(found, "part")[0][0] == "consistent"
    assert said(found, "sum") == [("consistent", "warning", "34.1亿元 + 8亿元 = 42.1亿元")]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("8.1", [("rounding", "warning", "34.1亿元 + 8.1亿元 = 42.2亿元 ≈ 42.1亿元")]),
        ("9", [("note", "warning", "34.1亿元 + 9亿元 = 43.1亿元 > 42.1亿元")]),
        ("5", []),
    ],
)
def test_listed_parts_round_overlap_or_leave_a_rest(second: str, expected: list) -> None:
    found = findings(
        "公共财政收入42.1亿元,其中税收收入34.1亿元、非税收入8亿元。",
        row("42.1亿元", "42.1", "亿元", "公共财政收入"),
        row("34.1亿元", "34.1", "亿元", "税收收入"),
        row("8亿元", second, "亿元", "非税收入"),
    )
    assert said(found, "sum") == expected


@pytest.mark.parametrize(
    ("summer", "autumn", "expected"),
    [
        ("24.50", "75.79", "24.50万吨 + 75.79万吨 = 100.29万吨"),
        ("24.10", "75.79", "24.10万吨 + 75.79万吨 = 99.89万吨 < 100.29万吨"),
        ("24.50", "7.579", "24.50万吨 + 7.579万吨 = 32.079万吨 < 100.29万吨"),
        ("24.50", "61.33", None),
    ],
)
def test_a_list_that_one_slip_would_complete_is_to_explain(
    summer: str, autumn: str, expected: str | None
) -> None:
    found = findings(
        "粮食产量100.29万吨,其中夏粮产量24.50万吨,秋粮产量75.79万吨。",
        row("100.29万吨", "100.29", "万吨", "粮食产量"),
        row("24.50万吨", summer, "万吨", "夏粮产量"),
        row("75.79万吨", autumn, "万吨", "秋粮产量"),
    )
    assert [one.arithmetic for one in of_check(found, "sum")] == ([expected] if expected else [])


# -- percentage points

GDP = "上半年,GDP增长3.2%。前三季度,GDP增速4.5%,增速相较上半年提升1.3个百分点。"
HALF = "2022-01/2022-06"


def gdp(*, rate: str = "4.5", change: str = "1.3", before: str = "3.2", name: str = "GDP"):
    return findings(
        GDP,
        row("3.2%", before, "%", name, GROWTH, period=HALF),
        row("4.5%", rate, "%", "GDP", GROWTH),
        row("1.3个百分点", change, "个百分点", "GDP", CHANGE, base="上半年", base_period=HALF),
    )


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("3.2", ("consistent", "error", "4.5% − 1.3个百分点 = 3.2% [3.10%, 3.30%] = 3.2%")),
        ("3.3", ("rounding", "error", "4.5% − 1.3个百分点 = 3.2% [3.10%, 3.30%] ≈ 3.3%")),
        ("3.4", ("inconsistent", "error", "4.5% − 1.3个百分点 = 3.2% [3.10%, 3.30%] ≠ 3.4%")),
        ("2.3", ("inconsistent", "error", "4.5% − 1.3个百分点 = 3.2% [3.10%, 3.30%] ≠ 2.3%")),
    ],
)
def test_a_change_gives_the_rate_before(before: str, expected: tuple) -> None:
    found = gdp(before=before)
    assert said(found, "points") == [expected]
    assert of_check(found, "points")[0].rows == (3, 2, 1)


def test_another_name_of_the_indicator_is_less_sure_and_another_scope_is_none() -> None:
    assert said(gdp(before="9", name="地区生产总值"), "points")[0][:2] == (
        "inconsistent",
        "warning",
    )
    assert said(gdp(before="9", name="规上工业"), "points")[0][0] == "unverifiable"


def test_without_the_rate_before_it_says_what_is_missing() -> None:
    found = findings(
        GDP[11:],
        row("4.5%", "4.5", "%", "GDP", GROWTH),
        row("1.3个百分点", "1.3", "个百分点", "GDP", CHANGE, base="上半年", base_period=HALF),
    )
    (one,) = of_check(found, "points")
    assert (one.verdict, one.severity) == (Verdict.UNVERIFIABLE, Severity.HINT)
    assert one.arithmetic == "4.5% − 1.3个百分点 = 3.2% [3.10%, 3.30%]"
    assert one.missing is not None
    assert render(one.missing, "zh") == "上半年的GDP增速"
    assert "3.2%" in render(one.said, "en")


def test_a_fall_is_added_and_the_year_before_is_found() -> None:
    found = findings(
        "失业率4.2%,同比下降0.3个百分点。上年同期失业率4.5%。",
        row("4.2%", "4.2", "%", "失业率", RATE),
        row("0.3个百分点", "-0.3", "个百分点", "失业率", CHANGE),
        row("4.5%", "4.5", "%", "失业率", RATE, period="2021-01/2021-09"),
    )
    assert said(found, "points") == [
        ("consistent", "error", "4.2% + 0.3个百分点 = 4.5% [4.40%, 4.60%] = 4.5%")
    ]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("GDP增长4.5%,占比提高1.3个百分点,比上年同期好。", ("4.5%", "4.5", "%", "GDP", GROWTH)),
        ("GDP占比4.5%,增速同比提高1.3个百分点。", ("4.5%", "4.5", "%", "GDP", SHARE)),
        ("出口增长4.5%,拉动GDP同比提高1.3个百分点。", ("4.5%", "4.5", "%", "出口", GROWTH)),
    ],
)
def test_a_change_of_something_else_is_not_taken_off(text: str, rate: tuple) -> None:
    change = row("1.3个百分点", "1.3", "个百分点", "GDP", CHANGE)
    assert of_check(findings(text, row(*rate), change), "points") == []


# -- from A to B


@pytest.mark.parametrize(
    ("word", "start", "end", "verdict"),
    [
        ("提高到", "63.2", "65.1", "consistent"),
        ("提高到", "65.1", "63.2", "inconsistent"),
        ("提高到", "65.1", "65.1", "inconsistent"),
        ("降至", "65.1", "63.2", "consistent"),
        ("下降到", "63.2", "65.1", "inconsistent"),
        ("变为", "65.1", "63.2", None),
        ("提高到", "0.5", "65.1", "note"),
    ],
)
def test_from_a_to_b_goes_the_way_it_says(
    word: str, start: str, end: str, verdict: str | None
) -> None:
    found = findings(
        f"城镇化率由63.2%{word}65.1%,提高1.9个百分点。",
        row("63.2%", start, "%", "城镇化率", RATE),
        row("65.1%", end, "%", "城镇化率", RATE),
        row("1.9个百分点", "1.9", "个百分点", "城镇化率", CHANGE),
    )
    assert [one[0] for one in said(found, "step")] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("位次由第4位提升到第3位。", (("第4位", "4", "位"), ("第3位", "3", "位"))),
        ("降幅由3.2%收窄到1.5%。", (("3.2%", "-3.2", "%"), ("1.5%", "-1.5", "%"))),
        ("比例由40%到35%。", (("40%", "40", "%"), ("35%", "35", "%"))),
    ],
)
def test_ranks_narrowing_falls_and_plain_pairs_are_left(text: str, made: tuple) -> None:
    assert (
        of_check(
            findings(text, *(row(words, value, unit, "某指标") for words, value, unit in made)),
            "step",
        )
        == []
    )


@pytest.mark.parametrize(("change", "verdict"), [("1.9", "consistent"), ("9.1", "inconsistent")])
def test_from_a_to_b_gives_the_change(change: str, verdict: str) -> None:
    found = findings(
        "城镇化率由63.2%提高到65.1%,提高1.9个百分点。",
        row("63.2%", "63.2", "%", "城镇化率", RATE),
        row("65.1%", "65.1", "%", "城镇化率", RATE),
        row("1.9个百分点", change, "个百分点", "城镇化率", CHANGE),
    )
    assert [one[:2] for one in said(found, "points")] == [(verdict, "error")]
    assert of_check(found, "repeat") == []  # A is of an earlier time, whatever its row says


@pytest.mark.parametrize(
    ("words", "value", "unit", "kind", "expected"),
    [
        ("增长20%", "20", "%", GROWTH, ("growth", "consistent")),
        ("增长20.4%", "20.4", "%", GROWTH, ("growth", "inconsistent")),
        ("增长2%", "2", "%", GROWTH, ("growth", "inconsistent")),
        ("年均增长9.5%", "9.5", "%", GROWTH, None),
        ("增加20家", "20", "家", CHANGE, ("increase", "consistent")),
        ("增加12家", "12", "家", CHANGE, ("increase", "inconsistent")),
    ],
)
def test_from_a_to_b_gives_growth_and_increase(
    words: str, value: str, unit: str, kind: object, expected: tuple | None
) -> None:
    text = f"高新技术企业由100家增加到120家,{words}。"
    quote = words.lstrip("年均增长加")
    found = findings(
        text,
        row("100家", "100", "家", "高新技术企业"),
        row("120家", "120", "家", "高新技术企业"),
        row(quote, value, unit, "高新技术企业", kind, at=text.count(quote) - 1),  # type: ignore[arg-type]
    )
    got = [(one.check, one.verdict.value) for one in found if one.check in {"growth", "increase"}]
    assert got == ([expected] if expected else [])


def test_growth_at_constant_prices_is_not_divided() -> None:
    found = findings(
        "GDP由1000亿元增加到1202亿元,增长4.5%。",
        row("1000亿元", "1000", "亿元", "GDP"),
        row("1202亿元", "1202", "亿元", "GDP"),
        row("4.5%", "4.5", "%", "GDP", GROWTH),
    )
    assert of_check(found, "growth") == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("23.53", ("consistent", "= 23.525% = 23.53%")),
        ("23.5", ("consistent", "= 23.53% = 23.5%")),
        ("23.55", ("rounding", "= 23.525% ≈ 23.55%")),
        ("25.53", ("inconsistent", "= 23.525% ≠ 25.53%")),
    ],
)
def test_an_average_leads_from_a_to_b(value: str, expected: tuple[str, str]) -> None:
    found = findings(
        "预算收入由2010年的5.24亿元增加到2015年的15.07亿元,年均增长23.53%。",
        row("5.24亿元", "5.24", "亿元", "预算收入"),
        row("15.07亿元", "15.07", "亿元", "预算收入"),
        row("23.53%", value, "%", "预算收入", GROWTH),
    )
    verdict, end = expected
    shown = f"(15.07亿元 ÷ 5.24亿元)^(1/5) − 1 {end}"
    assert said(found, "average") == [(verdict, "warning", shown)]


@pytest.mark.parametrize(
    ("value", "base", "expected"),
    [
        ("50.2", "", ["consistent"]),
        ("50.2", "总数", ["consistent"]),
        ("52.0", "新登记市场主体", ["inconsistent"]),
        ("52.0", "全省", []),
    ],
)
def test_a_share_is_that_of_part_and_whole(value: str, base: str, expected: list[str]) -> None:
    found = findings(
        "新登记市场主体22768户,其中企业类11433户,占50.2%。",
        row("22768户", "22768", "户", "新登记市场主体"),
        row("11433户", "11433", "户", "新登记企业类"),
        row("50.2%", value, "%", "新登记企业类", SHARE, base=base),
    )
    assert [one[0] for one in said(found, "share")] == expected


# -- one indicator in several places


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (("1202", "亿元", "GDP"), [("consistent", "warning", "1202亿元 = 1202亿元")]),
        (("1202.3", "亿元", "GDP"), [("consistent", "warning", "1202亿元 = 1202.3亿元")]),
        (("0.12", "万亿元", "GDP"), [("consistent", "warning", "1202亿元 = 0.12万亿元")]),
        (("1203", "亿元", "GDP"), [("inconsistent", "warning", "1202亿元 ≠ 1203亿元")]),
        (("1202", "万元", "GDP"), [("inconsistent", "warning", "1202亿元 ≠ 1202万元")]),
        (("1203", "亿元", "地区生产总值"), [("note", "hint", "1202亿元 ≠ 1203亿元")]),
        (("1203", "亿美元", "GDP"), []),
        (("1203", "亿元", "重大项目投资"), []),
    ],
)
def test_one_indicator_has_one_figure(second: tuple[str, str, str], expected: list) -> None:
    found = findings(
        "GDP完成1202亿元。全年经济稳定,完成1209亿元。",
        row("1202亿元", "1202", "亿元", "GDP"),
        row("1209亿元", *second),
    )
    assert said(found, "repeat") == expected


@pytest.mark.parametrize(
    "more", [{"period": "2021"}, {"status": TARGET}, {"base": "全省"}, {"kind": GROWTH}]
)
def test_other_periods_aims_and_bases_are_other_figures(more: dict) -> None:
    found = findings(
        "GDP完成1202亿元。全年完成1209亿元。",
        row("1202亿元", "1202", "亿元", "GDP"),
        row("1209亿元", "1209", "亿元", "GDP", **more),
    )
    assert of_check(found, "repeat") == []


def test_a_name_that_the_catalogue_does_not_know_may_mean_several_things() -> None:
    found = findings(
        "重大项目24个。重大项目88个。",
        row("24个", "24", "个", "重大项目"),
        row("88个", "88", "个", "重大项目"),
    )
    assert found == []


# -- usage, range, progress


@pytest.mark.parametrize(
    ("text", "unit", "kind", "expected"),
    [
        ("占GDP比重下降3.6%", "%", GROWTH, "note"),
        ("失业率下降了3.6%", "%", GROWTH, "note"),
        ("增速相较上半年提升3.6%", "%", GROWTH, "note"),
        ("城镇化率提高3.6个百分点", "个百分点", CHANGE, "consistent"),
        ("固定资产投资增长3.6%", "%", GROWTH, None),
        ("劳动生产率提高3.6%", "%", GROWTH, None),
        ("增速提高到3.6%", "%", GROWTH, None),
        ("增幅较大的有发酵酒(增长3.6%", "%", GROWTH, None),
        ("失业率3.6%", "%", RATE, None),
        ("比同期增速高3.6%", "%", GROWTH, "note"),
        ("投资拉动GDP增长3.6个百分点", "个百分点", CHANGE, None),
    ],
)
def test_the_difference_of_rates_is_in_points(
    text: str, unit: str, kind: object, expected: str | None
) -> None:
    words = f"3.6{unit}"
    found = findings(f"前三季度,{text}。", row(words, "3.6", unit, "某指标", kind))  # type: ignore[arg-type]
    assert [one[0] for one in said(found, "usage")] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("value", "name", "expected"),
    [
        ("78.9", "空气质量优良率", ["consistent"]),
        ("100", "合格率", ["consistent"]),
        ("189", "合格率", ["note"]),
        ("-3", "合格率", ["note"]),
        ("105", "产销率", []),
        ("-2.1", "人口自然增长率", []),
    ],
)
def test_a_rate_is_between_0_and_100(value: str, name: str, expected: list[str]) -> None:
    found = findings("优良率78.9%。", row("78.9%", value, "%", name, RATE))
    assert [one[0] for one in said(found, "range")] == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (
            "135",
            ("consistent", "185.8亿元 ÷ 137.6% = 135.03亿元 [134.94亿元, 135.11亿元] = 135亿元"),
        ),
        (
            "135.1",
            ("rounding", "185.8亿元 ÷ 137.6% = 135.03亿元 [134.94亿元, 135.11亿元] ≈ 135.1亿元"),
        ),
        (
            "153",
            ("inconsistent", "185.8亿元 ÷ 137.6% = 135.03亿元 [134.94亿元, 135.11亿元] ≠ 153亿元"),
        ),
    ],
)
def test_a_degree_of_completion_gives_the_target(target: str, expected: tuple) -> None:
    found = findings(
        "重大项目完成投资185.8亿元,完成目标进度137.6%。目标为135亿元。",
        row("185.8亿元", "185.8", "亿元", "重大项目投资"),
        row("137.6%", "137.6", "%", "重大项目投资", PROGRESS),
        row("135亿元", target, "亿元", "重大项目投资", status=TARGET, period="2022"),
    )
    assert [(one[0], one[2]) for one in said(found, "progress")] == [expected]
