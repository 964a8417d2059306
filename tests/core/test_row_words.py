"""What the words of a row say of its having been misread: signs, degrees, the file, the fit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.doubting import DoubtWeights, doubt_weights
from core.extraction.doubts import doubt_words
from core.extraction.kind_words import KindWords
from core.extraction.lexicon import load_lexicon
from core.extraction.name_words import name_words
from core.extraction.row_words import signs_of, words_doubt
from core.extraction.signs import SignOdds, read_odds
from core.messages import message
from core.report import Metric, Proposal, Source, Span, Statement, StatementStatus
from core.resources import resource_text
from tests.core.test_extraction import proposals
from tools.fit_doubts import Judged, OfKind, caught, with_words, word_weights
from tools.fit_names import Named

TEXT = "今年新建公厕18座，"
FOUND = Proposal(
    Span(6, 9),
    Metric(Decimal(18), "座", "新建公厕"),
    (),
    {
        "indicator": Source("noun-before", Span(2, 6)),
        "kind": Source("amount"),
        "period": Source("heading", Span(0, 2)),
        "status": Source("looking-back"),
    },
)


def test_a_row_has_signs_of_its_name_its_place_and_what_stands_around() -> None:
    assert isinstance(FOUND.fields, Metric)
    assert set(signs_of(TEXT, FOUND, FOUND.fields)) == {
        "rule noun-before amount", "when heading looking-back", "unit 座", "after ，", "clause 今年", "<公厕", "name 新建公厕",
        "length 4", "^新", "厕$", "建公厕$", "~新建", "~建公", "~公厕", "before 年", ">",
    }  # fmt: skip


@given(st.text(min_size=1, max_size=40))
def test_no_sign_breaks_a_line_of_the_file(text: str) -> None:
    metric = Metric(Decimal(1), "个", text)
    sources = {**FOUND.sources, "indicator": Source("noun-before", Span(0, 1))}
    found = Proposal(Span(0, len(text)), metric, (), sources)
    for sign in signs_of(text, found, metric):
        assert not set("\n\t\r") & set(sign)


@pytest.mark.parametrize(
    ("odds", "code"),
    [(1.4, "words-odd"), (0.6, "words-slight"), (-0.9, "words-plain"), (0.1, ""), (-0.1, "")],
)
def test_odds_are_told_in_degrees(odds: float, code: str) -> None:
    said = words_doubt(odds)
    assert (said.code if said else "") == (f"doubt.{code}" if code else "")


def test_a_doubt_told_in_degrees_counts_by_its_degree() -> None:
    weights = DoubtWeights({"words-odd": 0.5, "name-long": 2.0}, frozenset({"words-odd"}))
    odd, long = message("doubt.words-odd", odds="1.6"), message("doubt.name-long")
    assert weights.of(odd) == pytest.approx(0.8)
    assert weights.score((odd, long)) == pytest.approx(2.8)
    assert weights.worth_saying((long, odd)) == (odd,)


def test_only_metrics_are_doubted_by_their_words_and_names() -> None:
    pledge = Proposal(Span(0, 4), Statement(StatementStatus.PLEDGE, "今年新建"))
    words, names = SignOdds({"~公厕": 1.5}), name_words({"1 新": -3.0})
    kinds = KindWords({"unit 座": (0.0, 3.0, *[0.0] * 8)})
    metric, statement = doubt_words(TEXT, [FOUND, pledge], words, names, kinds)
    assert [said.code for said in metric.doubts] == [
        "doubt.words-odd",
        "doubt.name-unlike",
        "doubt.kind-unlike",
    ]
    assert statement is pledge


def test_signs_add_up_to_the_same_in_any_order() -> None:
    words = SignOdds({"a": 0.1, "b": 0.2, "c": 0.3})
    assert words.odds(["a", "b", "c"]) == words.odds(["c", "b", "a"])


def test_odd_words_are_put_before_plain_ones() -> None:
    plain, odd = proposals("一般公共预算收入120亿元，在发展中改善的2亿元。", "2022")[:2]
    score = doubt_weights().score
    assert score(odd.doubts) > score(plain.doubts)


def test_the_shipped_file_says_something_of_every_kind_of_sign() -> None:
    words = read_odds(resource_text("lexicon/row_words.tsv"))
    assert len(words.weights) > 300
    kinds = ("rule ", "name ", "~", "^", "clause ", "<", ">", "after ", "before ", "unit ")
    assert all(any(sign.startswith(kind) for sign in words.weights) for kind in kinds)
    assert load_lexicon().row_words == words


@pytest.mark.parametrize("text", ["~公厕", "~公厕\tx", "~公厕\t1\t2"])
def test_a_bad_line_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_odds(f"# a remark\n{text}")


def judged(report: int, *signs: str, wrong: bool) -> Judged:
    named, kind = Named("", Span(0, 0), "", ""), OfKind("level", "", ())
    return Judged(f"r{report}", {}, frozenset({"always", *signs}), named, kind, wrong)


def test_the_fit_finds_what_tells_wrong_rows_and_orders_by_it() -> None:
    rows = [judged(n, "~中的", f"~{n % 4}", wrong=True) for n in range(12)]
    rows += [judged(n, "~收入", f"~{n % 4}", wrong=False) for n in range(48)]
    weights = word_weights(rows)
    assert weights["~中的"] > 0 > weights["~收入"]
    assert not any(f"~{n}" in weights for n in range(4))
    doubted = with_words(rows, weights)
    assert "words-odd" in doubted[0].doubts
    assert caught([(sum(row.doubts.values()), row.wrong) for row in doubted]) == 1.0
