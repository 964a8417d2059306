"""Which characters near a figure belong to its name: places, signs, degrees, the file, the fit."""

from __future__ import annotations

from math import exp, log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extraction.lexicon import load_lexicon
from core.extraction.name_words import (
    name_doubt,
    name_words,
    placed,
    read_name_words,
    seen_near,
    signs_of,
    surroundings,
)
from core.report import Span
from core.resources import resource_text
from tools.fit_names import Named, name_weights

TEXT = "成绩显著。今年新建公厕18座，受到好评"
FIGURE = Span(11, 14)


def placed_in(name: str, text: str, number: str) -> str:
    at = text.index(number)
    figure = Span(at, at + len(number))
    around = surroundings(text, figure)
    inside = placed(name, text, around, figure)
    return "".join(text[i] for i in sorted(inside))


def test_what_stands_near_a_figure_is_of_its_own_sentence() -> None:
    assert surroundings(TEXT, FIGURE).of(TEXT) == "今年新建公厕18座，受到好评"
    assert surroundings("公厕\n新建18座\n好评", Span(5, 8)).of("公厕\n新建18座\n好评") == "新建18座"
    assert len(surroundings("长" * 99 + "18座" + "短" * 99, Span(99, 102))) == 24 + 3 + 8


@pytest.mark.parametrize(
    ("name", "text", "number", "expected"),
    [
        ("新建公厕", "今年新建公厕18座", "18座", "新建公厕"),
        # put together of words on both sides, and of a list's head
        ("引进数字经济企业", "引进15家数字经济企业", "15家", "引进数字经济企业"),
        ("新建公厕", "新建绿地4.78公顷、公厕5座", "5座", "新建公厕"),
        # one character alone is found by chance, and left
        ("新建绿道", "新建绿地4.78公顷、绿道5.6公里", "5.6公里", "新建绿"),
        # the nearest one of two; marks say nothing; words that stand nowhere have no place
        ("收入", "收入增长，居民收入12元", "12元", "收入"),
        ("“小巨人”企业", "新增“小巨人”企业5家", "5家", "小巨人企业"),
        ("农村居民收入", "城乡居民收入12元", "12元", "居民收入"),
    ],
)
def test_the_characters_of_a_name_have_places(
    name: str, text: str, number: str, expected: str
) -> None:
    assert placed_in(name, text, number) == expected


@given(
    st.text("新建公厕绿道、，。\n12“”的 ", max_size=60), st.text("新建公厕绿道“”的", max_size=30)
)
def test_places_and_signs_stay_in_their_sentence(text: str, name: str) -> None:
    figure = Span(len(text) // 2, min(len(text), len(text) // 2 + 2))
    around = surroundings(text, figure)
    inside = placed(name, text, around, figure)
    assert all(at in range(around.start, around.end) for at in inside)
    found = seen_near(text, around, figure, inside)
    assert len(found) == len(around) - len(figure)
    for signs in map(signs_of, found):
        assert not any(set("\n\t\r") & set(sign) or sign.startswith("#") for sign in signs)
    words = read_name_words(resource_text("lexicon/name_words.tsv"))
    weights = words.weights
    odds = [(seen[0][1], sum(weights.get(sign, 0.0) for sign in signs_of(seen))) for seen in found]
    expected = sum(log1p(exp(-total if held == "1" else total)) for held, total in odds)
    assert words.surprise(text, figure, name) == pytest.approx(expected)


def test_a_character_has_signs_of_itself_its_neighbours_and_its_place() -> None:
    inside = frozenset({7, 8, 9, 10})
    near = seen_near(TEXT, surroundings(TEXT, FIGURE), FIGURE, inside)
    signs = dict(zip((*range(10, 4, -1), *range(14, len(TEXT))), map(signs_of, near), strict=True))
    assert set(signs[7]) == {
        "clause <0", "far <3", "in 011", "in 011 clause <0", "1 新", "before 011 年新", "behind 011 新建",
        "clause <0 新",
    }  # fmt: skip
    assert {"clause >1", "far >1", "0 受", "clause >1 受"} <= set(signs[15])


def test_what_fits_surprises_less() -> None:
    words = name_words(
        {"1 公": 2.0, "0 公": 2.0, "1 厕": 2.0, "0 厕": 2.0, "0 年": -2.0, "1 年": -2.0}
    )
    surprise = {name: words.surprise(TEXT, FIGURE, name) for name in ("公厕", "新建", "今年")}
    assert surprise["公厕"] < surprise["新建"] < surprise["今年"]


@pytest.mark.parametrize(
    ("surprise", "code"), [(3.0, "name-unlike"), (1.2, "name-likely"), (0.1, "")]
)
def test_surprise_is_told_in_degrees(surprise: float, code: str) -> None:
    said = name_doubt(surprise)
    assert (said.code if said else "") == (f"doubt.{code}" if code else "")


def test_the_shipped_file_finds_a_name_that_was_cut_short() -> None:
    words = read_name_words(resource_text("lexicon/name_words.tsv"))
    assert load_lexicon().name_words == words
    assert len(words.weights) > 1000
    text = "全年规模以上工业增加值增长8.5%，好于预期"
    figure = Span(text.index("8.5%"), text.index("，"))
    whole, short = "规模以上工业增加值", "上工业增加值"
    assert words.surprise(text, figure, whole) < words.surprise(text, figure, short)


@pytest.mark.parametrize("text", ["1 年", "1 年\tx", "1 年\t1\t2"])
def test_a_bad_line_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        read_name_words(f"# a remark\n{text}")


def test_the_fit_finds_what_belongs_to_names() -> None:
    figures = [
        Named(f"今年{owner}新建公厕18座", Span(6 + len(owner), 9 + len(owner)), "公厕", "新建公厕")
        for owner in ("甲县", "乙市", "丙", "我们", "各地", "全区")
    ]
    words = name_words(name_weights(figures))
    one = figures[0]
    assert words.surprise(one.text, one.figure, "新建公厕") < words.surprise(
        one.text, one.figure, "今年甲县新建公厕"
    )
