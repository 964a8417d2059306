"""Scores: small cases by hand, and the same numbers as the scorer beside the repository."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue import load_catalogue
from core.errors import UserError
from core.evaluation.faults import confused_kinds, confused_labels, faults_of
from core.evaluation.gold import Gold, LabelledClause, PlacedMetric, gold_files, read_gold
from core.evaluation.likeness import likeness, same_indicator
from core.evaluation.page import Scored, page
from core.evaluation.scoring import LABELS, Ratio, Score, score, together
from core.evaluation.table import display_width, fault_lines, matrix_table, score_table
from core.exchange.contract import document, dumps
from core.report import (
    Bound,
    Facts,
    Metric,
    MetricKind,
    MetricStatus,
    Proposal,
    Report,
    Span,
    Statement,
    StatementStatus,
)

GDP = Metric(Decimal(1202), "亿元", "GDP", period="2022")
PLEDGE, DONE, ONGOING, PROBLEM = LABELS


def gold(*metrics: tuple[int, int, Metric], clauses: tuple[LabelledClause, ...] = ()) -> Gold:
    placed = tuple(PlacedMetric(Span(start, end), metric) for start, end, metric in metrics)
    return Gold("x", "", placed, clauses)


def given_rows(*rows: tuple[int, int, Metric | Statement]) -> list[Proposal]:
    return [Proposal(Span(start, end), fields) for start, end, fields in rows]


def clause(start: int, label: StatementStatus | None, *, scored: bool = True) -> LabelledClause:
    return LabelledClause(Span(start, start + 10), label, scored)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("GDP", "gdp", 1.0),
        ("新建绿道", "绿道新建", 1.0),
        ("“六税两费”减免", "减免六税两费", 1.0),
        ("工业增加值", "工业总产值", 0.6),
        ("", "", 1.0),
        ("", "GDP", 0.0),
    ],
)
def test_likeness_is_the_share_of_common_characters(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)


@given(st.text(), st.text())
def test_likeness_has_no_sides(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1


def test_a_name_nearer_to_another_indicator_is_wrong() -> None:
    names = {"城镇居民人均可支配收入", "农村居民人均可支配收入"}
    assert same_indicator("城镇居民人均可支配收入", "城镇居民可支配收入", names)
    assert not same_indicator("城镇居民人均可支配收入", "农村居民人均可支配收入", names)
    assert same_indicator("城镇居民人均可支配收入", "农村居民人均可支配收入", set())


def test_the_same_row_is_right_in_everything() -> None:
    result = score(gold((0, 6, GDP)), given_rows((0, 6, GDP)))
    assert result.quantity == result.row == Ratio(1, 1, 1)
    assert all(ratio == Ratio(1, 1, 1) for ratio in result.fields.values())


@pytest.mark.parametrize(
    ("given_metric", "wrong"),
    [
        (replace(GDP, value=Decimal("0.1202"), unit="万亿元"), ()),
        (replace(GDP, indicator="财政收入"), ("indicator",)),
        (replace(GDP, kind=MetricKind.GROWTH), ("kind",)),
        (replace(GDP, value=Decimal(-1202)), ("kind",)),
        (replace(GDP, period="2021"), ("period",)),
        (replace(GDP, status=MetricStatus.TARGET), ("status",)),
        (replace(GDP, bound=Bound.GT), ("bound",)),
        (replace(GDP, unit="亿美元"), ("unit",)),
        (replace(GDP, base="上半年", base_period="2021"), ()),
    ],
)
def test_each_field_counts_for_itself(given_metric: Metric, wrong: tuple[str, ...]) -> None:
    result = score(gold((0, 6, GDP)), given_rows((2, 9, given_metric)))
    assert result.quantity == Ratio(1, 1, 1)
    assert result.pairs[0].wrong == wrong
    assert result.row == Ratio(int(not wrong), 1, 1)
    assert {name for name, ratio in result.fields.items() if not ratio.right} == set(wrong)


@pytest.mark.parametrize(
    "row",
    [
        (6, 9, GDP),  # beside it
        (0, 6, replace(GDP, value=Decimal(1203))),
        (0, 6, replace(GDP, unit="万元")),
        (0, 6, replace(GDP, value_max=Decimal(1300))),
        (0, 6, Statement(DONE)),
    ],
)
def test_other_words_or_another_figure_is_no_match(row: tuple[int, int, Metric]) -> None:
    result = score(gold((0, 6, GDP)), given_rows(row))
    metrics = int(isinstance(row[2], Metric))
    assert result.quantity == Ratio(0, metrics, 1)
    assert (len(result.missed), len(result.spurious)) == (1, metrics)


def test_two_rows_on_one_span_are_matched_by_their_names() -> None:
    full = Metric(Decimal(100), "%", "合格率", MetricKind.RATE)
    other = replace(full, indicator="调解成功率")
    result = score(gold((0, 4, full), (0, 4, other)), given_rows((0, 4, other), (0, 4, full)))
    assert result.row == Ratio(2, 2, 2)


def test_f1_over_two_reports_counts_rows_not_reports() -> None:
    right = score(gold((0, 6, GDP)), given_rows((0, 6, GDP)))
    poor = score(gold((0, 6, GDP), (9, 12, GDP)), given_rows((20, 26, GDP)))
    both = together([right, poor]).quantity
    assert both == Ratio(1, 2, 3)
    assert (both.precision, both.recall) == (1 / 2, 1 / 3)
    assert both.f1 == pytest.approx(0.4)
    assert Ratio(0, 0, 0).f1 == 0


def test_labels_go_to_the_clauses_that_are_half_covered() -> None:
    clauses = (
        clause(0, DONE),
        clause(10, DONE),
        clause(20, None),
        clause(30, PLEDGE),
        clause(40, PLEDGE, scored=False),
    )
    rows = given_rows(
        (0, 15, Statement(DONE)), (21, 25, Statement(DONE)), (30, 50, Statement(DONE))
    )
    result = score(gold(clauses=clauses), rows)
    assert result.labels[DONE] == Ratio(2, 3, 2)
    assert result.labels[PLEDGE] == Ratio(0, 0, 1)
    assert [(wrong.gold, wrong.given) for wrong in result.mislabelled] == [(PLEDGE, DONE)]
    assert result.macro == pytest.approx(0.8 / 4)


def test_of_two_statements_on_a_clause_the_longer_counts() -> None:
    rows = given_rows((0, 4, Statement(DONE)), (4, 10, Statement(PLEDGE)))
    result = score(gold(clauses=(clause(0, PLEDGE),)), rows)
    assert result.labels[PLEDGE] == Ratio(1, 1, 1)


def write_gold(folder: Path, name: str, content: object) -> Path:
    path = folder / f"{name}.gold.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


GOLD_ROW = {
    "start": 3,
    "end": 9,
    "quote": "1202亿元",
    "value": "1202",
    "value_max": None,
    "unit": "亿元",
    "indicator": "GDP",
    "kind": "level",
    "bound": "eq",
    "period": "2022",
    "status": "actual",
}
GOLD_CLAUSES = [
    {"clause": "c0001", "start": 0, "end": 9, "label": "outcome", "unscored": False},
    {"clause": "c0002", "start": 10, "end": 20, "label": "pledge", "unscored": True},
]


def test_a_gold_file_is_read(tmp_path: Path) -> None:
    content = {"text_sha256": "ab", "metrics": [GOLD_ROW], "labels": GOLD_CLAUSES}
    path = write_gold(tmp_path, "甲", content)
    assert gold_files(tmp_path) == [path]
    assert read_gold(path) == Gold(
        "甲",
        "ab",
        (PlacedMetric(Span(3, 9), GDP),),
        (
            LabelledClause(Span(0, 9), None, scored=True, said="outcome"),
            LabelledClause(Span(10, 20), PLEDGE, scored=False, said="pledge"),
        ),
    )


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"text_sha256": "", "metrics": []},
        {"text_sha256": "", "metrics": [GOLD_ROW | {"kind": "sum"}], "labels": []},
        {"text_sha256": "", "metrics": [GOLD_ROW | {"value": "many"}], "labels": []},
        {"text_sha256": "", "metrics": [GOLD_ROW | {"end": 1}], "labels": []},
    ],
)
def test_a_broken_gold_file_is_named(tmp_path: Path, content: object) -> None:
    path = write_gold(tmp_path, "x", content)
    with pytest.raises(UserError) as caught:
        read_gold(path)
    assert caught.value.message.code == "evaluation.bad_gold"
    assert dict(caught.value.message.args)["file"] == str(path)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        gold_files(tmp_path)
    assert caught.value.message.code == "evaluation.no_gold"
    with pytest.raises(UserError) as caught:
        gold_files(tmp_path / "nowhere")
    assert caught.value.message.code == "evaluation.no_folder"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_has_a_line_for_each_report_and_stands_in_columns(language: str) -> None:
    scores = {
        "武昌区": score(gold((0, 6, GDP)), given_rows((0, 6, GDP))),
        "d07": score(gold(clauses=(clause(0, DONE),)), given_rows((0, 9, Statement(DONE)))),
    }
    lines = score_table(scores, together(scores.values()), language).splitlines()
    assert len({display_width(line) for line in lines[:4]}) == 1
    assert lines[1].split()[:2] == ["武昌区", "1.000"]
    assert lines[2].split()[1:7] == ["-", "-", "-", "-", "-", "1.000"]
    assert lines[3].split()[1] == "1.000"
    assert "1.000" in lines[5]


TOLD = "GDP完成1202亿元，投资360亿元，新建绿道。"


def faulty() -> tuple[Gold, list[Proposal]]:
    invest = Metric(Decimal(360), "亿元", "固投")
    wanted = gold((14, 19, invest), (5, 11, GDP), clauses=(clause(20, DONE),))
    return wanted, given_rows((5, 11, replace(GDP, period="2021")), (20, 24, GDP))


def test_faults_are_told_by_kind_with_the_words_around() -> None:
    wanted, rows = faulty()
    found = faults_of("x", score(wanted, rows))
    assert [fault.kind for fault in found] == ["period", "missed", "spurious", "mislabelled"]
    assert list(fault_lines(found, {"x": TOLD}, "en")) == [
        "Missed 1",
        "  x 14 …GDP完成1202亿元，投资【360亿元】，新建绿道。… should be 固投, got —",
        "Not in the gold 1",
        "  x 20 …P完成1202亿元，投资360亿元，【新建绿道】。… should be —, got GDP",
        "Period 1",
        "  x 5 …GDP完成【1202亿元】，投资360亿元，新建绿… should be 2022, got 2021",
        "Mislabelled 1",
        "  x 20 …P完成1202亿元，投资360亿元，【新建绿道。】… should be done, got none",
    ]


def test_the_matrices_count_what_is_taken_for_what() -> None:
    wanted, rows = faulty()
    result = score(wanted, rows)
    assert confused_labels([result]) == {("done", "none"): 1}
    assert confused_kinds([result]) == {("level", "level"): 1}
    lines = matrix_table("confused_labels", confused_labels([result]), "zh").splitlines()
    assert [line.split()[-2:] for line in lines[1:]] == [["·", "1"], ["·", "·"]]
    assert len({display_width(line) for line in lines}) == 1


def test_the_page_marks_the_text_and_lets_nothing_through() -> None:
    wanted, rows = faulty()
    result = score(wanted, rows)
    text = TOLD.replace("绿道", "<b>")
    made = page([Scored(wanted, text, rows, result, faults_of("x", result))], "a < b", "zh")
    assert "<b>" not in made
    assert "a &lt; b" in made
    for shade in ("wrong", "missed", "spurious"):
        assert f"<mark class='{shade}'" in made
    assert made.count("<mark") == made.count("</mark>")
    assert "http" not in made


def disturbed(wanted: Gold) -> list[Proposal]:
    """Make proposals that are right, wrong in each field, missing and too many."""
    rows: list[Proposal] = []
    for at, placed in enumerate(wanted.metrics):
        metric = placed.metric
        variants = (
            metric,
            replace(metric, indicator=wanted.metrics[at - 1].metric.indicator),
            replace(metric, indicator=metric.indicator[1:], period="2020"),
            replace(metric, value=-metric.value, bound=Bound.GE),
            replace(metric, value=metric.value + 1),
            replace(metric, unit=f"{metric.unit}x", status=MetricStatus.TARGET),
        )
        rows.append(Proposal(placed.span, variants[at % len(variants)]))
        if at % 7 == 0:
            rows.append(Proposal(placed.span, metric))
    labels = (*LABELS, None)
    for at, labelled in enumerate(wanted.clauses):
        label = labelled.label if at % 3 else labels[at % 5]
        if label:
            end = labelled.span.end - (at % 4) * len(labelled.span) // 4
            rows.append(Proposal(Span(labelled.span.start, end), Statement(label)))
    return rows


def test_the_numbers_are_those_of_the_scorer_beside_the_repository(
    shared_dir: Path, tmp_path: Path
) -> None:
    folder = shared_dir / "gold" / "dev"
    scores: list[Score] = []
    for file in gold_files(folder):
        wanted = read_gold(file)
        rows = disturbed(wanted)
        scores.append(score(wanted, rows))
        text = (folder / f"{wanted.name}.txt").read_text(encoding="utf-8")
        report = Report(wanted.name, "", "utf-8", "txt", text, Facts())
        made = dumps(document(report, rows, load_catalogue(), "zh"))
        (tmp_path / f"{wanted.name}.json").write_text(made, encoding="utf-8")
    assert_same_numbers(together(scores), shared_dir, tmp_path)


def assert_same_numbers(ours: Score, shared_dir: Path, output: Path) -> None:
    """Compare with what the scorer prints for the JSON in a folder."""
    script = shared_dir / "eval" / "score.py"
    folders = [str(shared_dir / "gold" / "dev"), str(output)]
    command = [sys.executable, str(script), *folders, "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    for name, ratio in [("quantity", ours.quantity), ("row", ours.row), *ours.labels.items()]:
        shares = {"p": ratio.precision, "r": ratio.recall, "f1": ratio.f1, "n": ratio.wanted}
        assert theirs[name] == pytest.approx(shares), name
    fields = {name: ratio.precision for name, ratio in ours.fields.items()}
    assert theirs["fields"] == pytest.approx(fields)
    assert theirs["macro"] == pytest.approx(ours.macro)
    assert 0.2 < ours.row.f1 < 0.9
