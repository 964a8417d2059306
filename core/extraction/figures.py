"""Find every number of a text: what it is worth, its unit, how it is bounded.

One scan over the text. A number that is no figure keeps the reason why, so that the
program can explain each (annotation guide, section 1: counts, does not count).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from core.extraction.exclusions import Exclusions, compile_exclusions, judged, quoted_places
from core.extraction.figure import Figure, Form
from core.extraction.lists import members
from core.extraction.patterns import one_of, pairs, regexes, words
from core.extraction.ranks import RankLexicon, compile_ranks, read_rank
from core.numerals import (
    DIGITS,
    FULL_WIDTH,
    TENS,
    chinese_number,
    decimal_number,
)
from core.report import Bound, Span

CHINESE: Final = "".join((*DIGITS, *TENS))
NUMBER: Final = (
    r"\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?"
    r"|(?<![\d.])\d{1,3}(?:[ \u2009\xa0]\d{3})+(?=[多余万亿]?[\u3400-\u9fff%])"
    r"|(?<=[\u3400-\u9fff、] )\d+\. \d+(?= ?[万亿][\u3400-\u9fff])"
    r"|\d+(?:\.\d+)?"
)
DASH: Final = r"[-—–－―~～至]|——"
HALF: Final = Decimal("0.5")
DOUBLED: Final = {
    "": "100", "一": "100", "两": "300", "二": "300", "三": "700", "四": "1500", "五": "3100"
}  # fmt: skip
CLAUSE_END: Final = re.compile("[，。；,;：:！？!?\n]")
COUNTABLE: Final = re.compile("[“《]?[\u3400-\u9fffA-Za-z]")
LONGEST_CLAUSE: Final = 80  # characters before a count in which its clause opens
UNCOUNTED: Final = "article"
"""The reason of a numeral that counts nothing at all: 一个, 千百个."""
TOO_LONG: Final = "long"
"""The reason of digits of which nobody makes a value: an account, a bar code."""


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """The units, hedges and exclusions of ``quantities.toml``, compiled."""

    scan: re.Pattern[str]
    before: tuple[tuple[Bound, re.Pattern[str]], ...]
    after: tuple[tuple[Bound, re.Pattern[str]], ...]
    asserting: re.Pattern[str]
    asserted: re.Pattern[str]
    exclusions: Exclusions
    ranks: RankLexicon


def compile_figures(table: object) -> FigureLexicon:
    """Compile the table of ``quantities.toml``."""
    hedges = {name: words(table, "hedges", name) for name in HEDGES}
    return FigureLexicon(
        re.compile(_scan_pattern(table)),
        tuple(
            (bound, re.compile(f"(?<![以签])(?:{one_of(hedges[name])})(?:了|至|到)?[ \u3000]?$"))
            for name, bound in BEFORE.items()
        ),
        tuple(
            (
                bound,
                re.compile(f"[ \u3000]?(?:{_after(table, name)})(?![震额热量姚杭粮功元样彩层媒])"),
            )
            for name, bound in AFTER.items()
        ),
        re.compile(f"(?:{one_of(words(table, 'numerals', 'asserting'))})"),
        re.compile(f"(?:{one_of(words(table, 'numerals', 'asserted'))})"),
        compile_exclusions(table),
        compile_ranks(table),
    )


def _after(table: object, name: str) -> str:
    """Write an expression of the hedges behind a figure that make one bound of it."""
    seen = words(table, "hedges", f"{name}_seen")
    return "|".join(filter(None, (one_of(words(table, "hedges", name)), regexes(seen))))


BEFORE: Final = {
    "ge": Bound.GE, "gt": Bound.GT, "le": Bound.LE, "lt": Bound.LT, "approx": Bound.APPROX,
}  # fmt: skip
AFTER: Final = {
    "after_ge": Bound.GE, "after_le": Bound.LE, "after_approx": Bound.APPROX,
    "after_gt": Bound.GT,
}  # fmt: skip
HEDGES: Final = (*BEFORE, *AFTER, "inside_gt")


def unit_pattern(table: object) -> str:
    """Write an expression of every unit of ``quantities.toml``, without what may follow."""
    groups = ("money", "measure", "count", "percent")
    unit = one_of(word for group in groups for word in words(table, "units", group))
    return rf"(?:{unit})(?:/(?:{unit}))?"


VAGUE_HEDGES: Final = (
    "上", "近", "超", "逾", "过", "约", "达", "突破", "超过", "接近", "破", "重回", "重返"
)  # fmt: skip
TO: Final = "[ \u3000\xa0]?[:：∶][ \u3000\xa0]?"
"""Between the numbers of a ratio, which a page may set apart."""
OPENS: Final = rf"(?=[\d{CHINESE}第首榜之前百翻倍过半{''.join(word[0] for word in VAGUE_HEDGES)}])"
"""What every expression of the scan begins with: most places of a text need no further look."""


def _scan_pattern(table: object) -> str:
    groups = ("money", "measure", "count", "percent", "time", "age")
    guards = dict(pairs(table, "units", "not_before"))
    unit = one_of(word for group in groups for word in words(table, "units", group))
    unit = _guarded(unit, guards)
    bracket = one_of(words(table, "units", "bracketed"))
    per = rf"(?:/[万亿百千]?(?:{unit}|月|天|日|年))?(?:[·•](?:月|年|天|日))?"
    unit = rf"(?:{unit})(?:[（(](?:{bracket})[)）])?{per}"
    inside = one_of(words(table, "hedges", "inside_gt"))
    measure = _guarded(one_of(words(table, "numerals", "measured_by")), guards)
    hedge = one_of(VAGUE_HEDGES)
    return f"{OPENS}(?:%s)" % "|".join(
        (
            r"(?<=翻)(?P<fold>\d+\.\d+)番",
            rf"(?P<ratio>\d+(?:\.\d+)?(?:{TO}\d+(?:\.\d+)?){{1,4}})(?![\d:：∶])",
            r"(?<=[榜告单名球国省市县力展])(?P<strong>\d{2,3})强(?=[，。；、,;\s]|$)",
            r"(?P<fraction>(?<![\d./])\d{1,4}/\d{1,4}(?![\d/]))",
            _amount_pattern(unit, inside),
            rf"(?<=[国省球界])第(?![一1]个)(?P<nth>[{CHINESE}]{{1,3}}|\d{{1,3}})个(?=[\u3400-\u9fff“])",
            rf"第[ \u3000]?(?P<place>[{CHINESE}]{{1,12}}|\d+)[ \u3000]?(?P<placeunit>位|名|强)?",
            r"(?P<first>首位(?!经济|战略|度|产业|城市|联系)|榜首|之首|首席(?=[，。、；]))",
            rf"(?<![提目当以之此年])前(?P<top>[{CHINESE}]{{1,12}}|\d+)(?P<topunit>位|名|强)?(?=[，。；、,;\s]|行列|之列|$)",
            rf"百分之(?P<percent>[{CHINESE}点]{{1,12}}|\d+(?:\.\d+)?)",
            rf"(?P<whole>[{CHINESE}]{{1,12}})分之(?P<part>[{CHINESE}]{{1,12}})",
            r"翻了?(?P<doubled>[一两二三四五])?番|(?<=实现)(?P<twofold>倍增)(?=[，。；、,;]|$)",
            r"(?<=[为是])(?P<none>零)(?=[，。；、,;\s]|$)",
            r"(?<=[至到为])半(?P<halfunit>个?工作日|个?小时|天)",
            r"(?P<half>过半|一半|半数|(?<=减)半(?=[，。；、,;]|$))",
            rf"(?P<tenths>[{CHINESE}])成(?P<tenthshalf>[半五])?(?=以上|左右|的|[\u3400-\u9fff，。；])",
            # 规模以上万元增加值能耗 is of no 上万元
            rf"(?<!以(?=上))(?P<vaguehedge>{hedge})(?P<vague>[百千万亿]+)(?P<vaguein>余)?(?P<vagueunit>(?=大关|(?<=亿)(?:台阶|[，,。；、]|$))|{unit})",
            r"(?P<fold_in_words>[一二两三四五六七八九十])倍(?![增数率频])",
            rf"(?P<chinese>[{CHINESE}]{{1,12}})(?P<chineseunit>{measure})",
        )
    )


def _guarded(units: str, guards: Mapping[str, str]) -> str:
    """Let no measure word be one before what makes another word of it: 五人|制, 三个|月."""
    for word, followers in guards.items():
        units = re.sub(rf"(?<![^|]){word}(?![^|])", f"{word}(?![{followers}])", units)
    return units


def _amount_pattern(unit: str, inside: str) -> str:
    """Write the expression of digits with scale, hedge and unit, or a range of them."""
    return (
        rf"(?P<low>{NUMBER})(?:(?:%|％|(?P<lowunit>{unit})|[百千万亿]+)?(?:{DASH})(?P<high>{NUMBER}))?"
        rf"\s?(?:(?P<scale>[百千万亿]*?)(?P<inside>{inside})?(?P<scale2>[百千万亿]*?)"
        rf"(?P<inside2>{inside})?(?P<unit>{unit})|(?P<inside4>{inside})?(?P<onlyscale>[百千]?[万亿]+)(?P<inside3>{inside})?)?"
    )


def scan(text: str, lexicon: FigureLexicon) -> Iterator[Figure]:
    """Yield every number of the text in order, figures and others."""
    plain = text.translate(FULL_WIDTH)
    quoted = quoted_places(plain)
    for match in lexicon.scan.finditer(plain):
        for figure in _figures(match, plain, text, lexicon):
            yield judged(_bounded(figure, plain, lexicon), plain, lexicon.exclusions, quoted)


def _figures(
    match: re.Match[str], text: str, written: str, lexicon: FigureLexicon
) -> Iterator[Figure]:
    got = match.groupdict()
    if got["unit"] and "/" in got["unit"]:
        got["unit"] = written[slice(*match.span("unit"))]  # 元／人, as it is written
    span = Span(match.start(), match.end())
    if got["low"] is not None:
        yield from _arabic(match, got)
    elif got["ratio"] is not None:
        yield from _ratio(match)
    elif got["fraction"] is not None:
        part, whole = (Decimal(x) for x in got["fraction"].split("/"))
        value = _ratio_of(part, whole) if whole else Decimal(0)
        yield Figure(span, span, value, "", Form.SHARE, reason="" if 0 < part < whole else "date")
    elif got["none"]:  # 零就业家庭动态为零
        yield Figure(span, span, Decimal(0), "", Form.AMOUNT)
    elif got["nth"] or got["place"] or got["first"] or got["top"] or got["strong"]:
        yield read_rank(span, got, text, lexicon.ranks)
    else:
        figure = _in_words(span, got, text, lexicon)
        nothing = Figure(span, span, Decimal(1), "", Form.BARE, reason=UNCOUNTED)
        yield nothing if figure is None else figure


def _arabic(match: re.Match[str], got: dict[str, str | None]) -> Iterator[Figure]:
    low, high = decimal_number(got["low"] or ""), decimal_number(got["high"] or "")
    if low is None:
        span = Span(match.start(), match.end())
        yield Figure(span, span, Decimal(0), "", Form.BARE, reason=TOO_LONG)
        return
    hedged = got["inside"] or got["inside2"] or got["inside3"] or got["inside4"]
    scale = (got["scale"] or "") + (got["scale2"] or "") + (got["onlyscale"] or "")
    unit = scale + (got["unit"] or "")
    end = match.end() - (1 if got["inside3"] else 0)
    while text_is_space(match.string[end - 1]):
        end -= 1
    span = Span(match.start(), end)
    reason = "" if unit else "unitless"
    if got["high"] and (high is None or high <= low):
        reason = "range"
    bound = Bound.GT if hedged else Bound.EQ
    outer = Span(match.start(), match.end())
    yield Figure(span, outer, low, unit, _form(unit), bound, high, reason)


def text_is_space(char: str) -> bool:
    """Say whether a character is white space."""
    return char.isspace()


POINTS: Final = ("百分点", "个点", "基点")


def _form(unit: str) -> Form:
    if unit in ("%", "％", "‰", "成"):
        return Form.PERCENT
    if unit.endswith(POINTS):
        return Form.POINTS
    if unit.endswith("倍"):
        return Form.TIMES
    return Form.AMOUNT if unit else Form.BARE


OF_RATIO: Final = r"(?:为|是|达到?|缩小|扩大|提高|下降|降低|调整|优化|控制|保持)?(?:到|至|在|为)?$"
TO_ONE: Final = re.compile(
    rf"(?:比|比例|比值|差距)(?:{OF_RATIO}|[由从](?:(?:20\d\d|[上去前])年的?)?$)|[:：∶]1{OF_RATIO}"
)
MADE_OF: Final = re.compile(
    rf"(?:比例|比重|结构)(?:{OF_RATIO}|[由从](?:20\d\d年的?)?$)|\d[:：∶]\d{OF_RATIO}"
)
"""Before small parts of a whole: 市、区共享比例由4∶6调整为2∶8."""
TENTHS: Final = 10
BEFORE_RATIO: Final = 12  # characters that say what a ratio is


def _ratio(match: re.Match[str]) -> Iterator[Figure]:
    """Part 3.9:59.5:36.6 into its members; a time of day is one number and no figure.

    What stands to one is one figure: 城乡居民收入比为2.1:1.
    """
    parts = list(re.finditer(r"\d+(?:\.\d+)?", match["ratio"]))
    total = sum(Decimal(part[0]) for part in parts)
    hundred = len(parts) >= 2 and abs(total - Decimal(100)) <= 1  # noqa: PLR2004 - parts of a whole
    before = match.string[max(0, match.start() - BEFORE_RATIO) : match.start()]
    if not hundred and not (total == TENTHS and MADE_OF.search(before)):
        span = Span(match.start(), match.end())
        to_one = [part[0] for part in parts[1:]] == ["1"] and TO_ONE.search(before)
        form, reason = (Form.RATIO, "") if to_one else (Form.BARE, "ratio")
        yield Figure(span, span, Decimal(parts[0][0]), "", form, reason=reason)
        return
    for part in parts:
        span = Span(match.start() + part.start(), match.start() + part.end())
        whole = Span(match.start(), match.end())
        yield Figure(span, whole, Decimal(part[0]), "", Form.SHARE)


def _in_words(
    span: Span, got: dict[str, str | None], text: str, lexicon: FigureLexicon
) -> Figure | None:
    if got["percent"]:
        said = got["percent"]
        whole = said if said[0].isdigit() else str(chinese_number(said.split("点")[0]) or 0)
        return Figure(span, span, Decimal(whole), "%", Form.PERCENT)
    if got["whole"]:
        whole_n, part_n = chinese_number(got["whole"]), chinese_number(got["part"] or "")
        if not whole_n or not part_n or part_n >= whole_n:
            return None
        value = _ratio_of(Decimal(part_n), Decimal(whole_n))
        return Figure(span, span, value, "", Form.SHARE)
    if got["fold"]:  # 翻1.05番
        return Figure(span, span, Decimal(got["fold"]), "番", Form.DOUBLED)
    if text.startswith(("翻", "倍"), span.start):
        return Figure(span, span, Decimal(DOUBLED[got["doubled"] or ""]), "%", Form.DOUBLED)
    if got["fold_in_words"]:  # 提高近一倍
        times = chinese_number(got["fold_in_words"])
        return Figure(span, span, Decimal(times), "倍", Form.TIMES) if times else None
    if got["half"] or got["halfunit"]:
        return _half(span, got)
    if got["tenths"]:
        return _tenths(span, got)
    if got["vague"]:
        return _vague(span, got)
    return _chinese_count(span, got, text, lexicon)


def _half(span: Span, got: dict[str, str | None]) -> Figure:
    """Read 过半, 减半; 半个工作日."""
    if got["halfunit"]:
        return Figure(span, span, HALF, got["halfunit"], Form.AMOUNT)
    bound = Bound.GT if got["half"] == "过半" else Bound.EQ
    return Figure(span, span, HALF, "", Form.SHARE, bound)


def _ratio_of(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole).quantize(Decimal("0.0001")).normalize()


def _tenths(span: Span, got: dict[str, str | None]) -> Figure | None:
    digit = chinese_number(got["tenths"] or "")
    if not digit or digit > 9:  # noqa: PLR2004 - tenths
        return None
    value = Decimal(digit) + (HALF if got["tenthshalf"] else 0)
    quote = Span(span.start, span.start + 2 + bool(got["tenthshalf"]))
    return Figure(quote, quote, value, "成", Form.PERCENT)


VAGUE_BOUNDS: Final = {"上": Bound.GE, "近": Bound.APPROX, "接近": Bound.APPROX, "约": Bound.APPROX,
                       "达": Bound.EQ}  # fmt: skip


def _vague(span: Span, got: dict[str, str | None]) -> Figure:
    """Read 近百家, 超千家, 突破万亿元: one of its scale, hedged."""
    hedge = got["vaguehedge"] or ""
    bound = VAGUE_BOUNDS.get(hedge, Bound.GT)
    quote = Span(span.start + len(hedge), span.end)
    unit = (got["vague"] or "") + (got["vagueunit"] or "")
    return Figure(quote, span, Decimal(1), unit, _form(unit), bound)


CLASS_OF: Final = re.compile(
    r"\d[余多]?[百千万亿]*(?:个|户|名|家|条|座|处|人)[\u3400-\u9fff]{1,8}$"
)
"""Before a numeral that is of what is counted already: 365户农村|六类低收入群体."""


TIMES_DONE: Final = re.compile(
    "(?:提高|上调|下调|捧得|夺得|获得|荣获|蝉联|打破|获(?=国家|全国|省|国务院)|被(?:国家|省|评|授))"
)
"""Behind so many times, what was done: 先后三次|提高失业金标准."""


def clause_before(text: str, at: int) -> str:
    """Give the words of a clause before a place in it, as far back as one looks."""
    return CLAUSE_END.split(text[max(0, at - LONGEST_CLAUSE) : at])[-1]


def _chinese_count(
    span: Span, got: dict[str, str | None], text: str, lexicon: FigureLexicon
) -> Figure | None:
    """Read 三大…, 两个…: a figure only where the clause asserts that many (hard case 7)."""
    number = chinese_number(got["chinese"] or "")
    unit = got["chineseunit"] or ""
    clause = clause_before(text, span.start)
    if number is None or (number < 2 and not _is_of_each(unit, clause)):  # noqa: PLR2004 - an article
        return None
    behind = CLAUSE_END.split(text[span.end : span.end + LONGEST_CLAUSE])[0]
    if CLASS_OF.search(clause):
        return Figure(span, span, Decimal(number), unit, Form.AMOUNT, reason="class")
    told = unit != "大" and len(members(clause)) == number
    done = lexicon.asserting.search(behind, 2) or lexicon.asserted.search(behind, 2)
    again = unit == "次" and TIMES_DONE.match(behind) is not None
    asserted = told or done or again or lexicon.asserting.search(clause)
    reason = "" if asserted and COUNTABLE.match(behind) else "class"
    return Figure(span, span, Decimal(number), unit, Form.AMOUNT, reason=reason)


def _is_of_each(unit: str, clause: str) -> bool:
    """Say whether one thing is counted, for it comes to each of some: 每个县市重点建设|一个园区."""
    return unit in ONES and OF_EACH.search(clause) is not None


ONES: Final = ("个", "所", "座", "名", "家", "处")
OF_EACH: Final = re.compile(
    "至少[^，、。；]{0,8}$|每个?(?:县|市|区|旗|乡|镇|街道|村|社区)[^，。；]{0,24}$"
)
HEDGED_APART: Final = (
    (Bound.APPROX, re.compile("约占[^，、。]{0,16}$")),
    (Bound.GE, re.compile("至少[^，、。；0-9]{1,9}$")),
)
"""Hedges apart from their figures: 约占全国的1/6, 至少新增1户."""
APART: Final = 20  # characters before a figure in which they stand


def _bounded(figure: Figure, text: str, lexicon: FigureLexicon) -> Figure:
    """Take the hedges around a figure into its bound and its outer span."""
    if figure.form is Form.RANK:
        return figure
    start, end, bound = figure.outer.start, figure.outer.end, figure.bound
    before = text[max(0, start - 6) : start]
    hits = [(len(hit[0]), said) for said, words in lexicon.before if (hit := words.search(before))]
    if hits:
        length, bound = max(hits, key=lambda hit: hit[0])  # 迈上, not 上
        start -= length
    if bound is Bound.EQ:
        earliest = max(0, start - APART)
        apart = (said for said, words in HEDGED_APART if words.search(text, earliest, start))
        bound = next(apart, bound)
    for hedged, pattern in lexicon.after:
        found = pattern.match(text, end)
        if found:
            end = found.end()
            bound = hedged if bound in (Bound.EQ, Bound.GT) else bound
            break
    if (start, end, bound) == (figure.outer.start, figure.outer.end, figure.bound):
        return figure
    return replace(figure, outer=Span(start, end), bound=bound)
