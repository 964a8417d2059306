"""What the words around a figure say of its kind: signs, degrees, the file, the fit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from core.extraction.kind_words import (
    LABELS,
    KindWords,
    kind_doubt,
    label_of,
    read_kind_words,
    signs_of,
)
from core.extraction.lexicon import load_lexicon
from core.report import Metric, MetricKind, Span
from core.resources import resource_text
from tests.core.test_row_words import judged
from tools.fit_doubts import OfKind, kinds_fitted, with_kinds

TEXT = "今年，居民收入增长8%以上，"
FIGURE = Span(9, 11)


def metric(kind: MetricKind, value: int = 8) -> Metric:
    return Metric(Decimal(value), "%", "居民收入", kind)


def test_a_figure_has_signs_of_its_unit_its_name_and_what_stands_around() -> None:
    assert set(signs_of(TEXT, FIGURE, metric(MetricKind.GROWTH))) == {
        "always", "unit %", "<长", "<增长", "<入增长", "<增长 %", "收入$", "入$ %", "^居民", ">以上",
        "clause 居民", "~居民", "~民收", "~收入", "~入增", "~增长",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "label"),
    [
        (MetricKind.GROWTH, 8, "growth"),
        (MetricKind.GROWTH, -8, "growth-"),
        (MetricKind.CHANGE, -8, "change-"),
        (MetricKind.LEVEL, -8, "level"),
    ],
)
def test_what_falls_has_a_label_of_its_own(kind: MetricKind, value: int, label: str) -> None:
    assert label_of(metric(kind, value)) == label
    assert label in LABELS


def test_what_the_signs_go_with_surprises_less() -> None:
    weights = [0.0] * len(LABELS)
    weights[LABELS.index(MetricKind.GROWTH)] = 3.0
    words = KindWords({"<增长": tuple(weights)})
    signs = signs_of(TEXT, FIGURE, metric(MetricKind.GROWTH))
    assert words.surprise(signs, "growth") == pytest.approx(0.37, abs=0.01)
    assert words.surprise(signs, "level") == pytest.approx(3.37, abs=0.01)


@pytest.mark.parametrize(
    ("surprise", "code"), [(2.0, "kind-unlike"), (0.6, "kind-likely"), (0.01, ""), (0.0, "")]
)
def test_surprise_is_told_in_degrees(surprise: float, code: str) -> None:
    said = kind_doubt(surprise)
    assert (said.code if said else "") == (f"doubt.{code}" if code else "")


def test_the_shipped_file_knows_growth_from_a_share() -> None:
    words = read_kind_words(resource_text("lexicon/kind_words.tsv"))
    assert load_lexicon().kind_words == words
    assert len(words.weights) > 300
    signs = signs_of(TEXT, FIGURE, metric(MetricKind.GROWTH))
    assert words.surprise(signs, "growth") < words.surprise(signs, "share")


@pytest.mark.parametrize("text", ["<增长", "<增长\tx", "<增长\t1\t2"])
def test_a_bad_line_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_kind_words(f"# a remark\n{text}")


def test_the_fit_finds_which_kind_words_go_with() -> None:
    rows = []
    for n in range(24):
        wanted, sign = ("growth", "<增长") if n % 2 else ("level", "<达到")
        kind = OfKind("growth", wanted, ("always", sign))
        rows.append(replace(judged(n, wrong=False), kind=kind))
    doubted = with_kinds(rows, kinds_fitted(rows))
    assert [("kind-unlike" in row.doubts) for row in doubted[:2]] == [True, False]
