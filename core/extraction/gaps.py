"""Part the words between figures: which belong to the one before, which to the next.

Between two figures of a clause stand the noun that the first one counts, a mark or a
conjunction, and the words that name the second: 新建|泵站5座、|管网3公里; 引进15家|企业和|3个项目.
Pure functions on words, times taken out (annotation guide, hard case 1).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from core.extraction.clauses import Clause
from core.extraction.context import Place
from core.extraction.figure import Figure, Form
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import LIST_MARK, cut_before
from core.report import Span

SEPARATOR: Final = re.compile(
    r"[，,；;]|、(?![旗县市区]{1,2}[)）])(?!(?<=[国省市区县]、)[省市区县州][级考控管定])(?!(?<=[控考]、)[省市][控考])|(?<=[\u3400-\u9fffA-Za-z”）)])"
    r"(?:(?<![调缓饱总温])和|(?<![惠涉普遍])及(?!以[上下])|(?<!参)与|以及)(?![谐平睦气美])"
)
OPENS: Final = re.compile(r"[、，,；;]|(?:以及|和|及|与|并)(?![谐平睦气美])")
MEASURES: Final = (
    "瓦", "W", "吨", "米", "里", "亩", "顷", "头", "只", "张", "件", "台", "套", "辆"
)  # fmt: skip
"""Units of how large a named work is: 大唐700万吨露天矿."""
SHORTEST: Final = 2
CLOSED_HERE: Final = re.compile(r"^[^（()）]{0,8}[)）]")
"""The end of a note that a clause before opens: （指主营业务…，下同）增加值."""
ALIKE: Final = re.compile("[（(][^（）()]{0,12}下同[)）]")
"""A note that says nothing of a name: 同比（下同）增长."""
DONE_OF: Final = re.compile(
    "(?P<of>[\u3400-\u9fff“”]{2,16}?)(?:已经?|目前)(?:全部)?"
    "(?P<done>(?:开工|复工|完工|竣工|投产|投用|建成|完成|落地|签约|入库|整改|办结|销号|达标|验收|出列|脱贫|摘帽)+)"
)
"""Between all and some of it: what is counted, and how many of it are done."""
TURNED: Final = re.compile(
    r"(?:优化)?(?:整合|合并|归并|重组|撤并|精简|压减|优化|调整|减少|前移|升|降)[^，、]*(?:为|成|到|至)$"
)
"""What makes fewer of many."""
WITH_WHOM: Final = re.compile(r"与[^，、]{2,14}的[\u3400-\u9fff]")
"""What opens a noun by whom it is joined with: 建立1个|与市级医院合作的医联体."""
CLOSES: Final = re.compile(r"(?:[、，,；;]|(?:以及|和|(?<![惠涉普遍])及|与))$")
SIZE: Final = r"\d[\d.]*(?:平方米|立方米|万?千瓦|兆瓦|MW|GW|蒸?吨|马力|千伏安?)"
"""How large each of what is counted is: 2台|36平方米|烧结机."""
STARTS_NOUN: Final = re.compile(
    r"^\s*(?:[“《（(]?[\u3400-\u9fffA-Za-z“]|[2-5][AＡ]级|[3-6]G|\d[\d.]*[^，、\d]{1,5}(?:以上|以下|以内)"
    rf"|{SIZE}[\u3400-\u9fff])"
)
"""What may open a noun; 10蒸吨以下燃煤锅炉 opens with the class of what is counted."""
TO_WHOM: Final = re.compile(
    r"(?:(?<![整变升降成作改增减压定称列认确分缩扩约达])为|向|给|对|惠及)约?$"
)
DOING: Final = re.compile(r"(?:完成|实现|占|(?<![发直])达到?|新增|同比|比上年|较上年)")
RESPECTIVELY: Final = "分别"
REACH: Final = 200  # characters on either side of a figure that can belong to it


def places_of(
    text: str, clause: Clause, figures: Sequence[Figure], times: Times, names: NameLexicon
) -> list[Place]:
    """Give each figure of a clause the words that belong to it."""
    bounds = [clause.span.start]
    for figure in figures:
        bounds += [figure.outer.start, figure.outer.end]
    bounds.append(clause.span.end)
    gaps = [
        times.left_out(text, bounds[i], max(bounds[i], bounds[i + 1]))
        for i in range(0, len(bounds), 2)
    ]
    gaps = [ALIKE.sub("", gap) for gap in gaps]
    opening = CLOSED_HERE.sub("", LIST_MARK.sub("", gaps[0].lstrip()))
    lefts, rights = [opening[-REACH:]], []
    for at, gap in enumerate(gaps[1:-1]):
        right, left = _between(gap, lefts[at], figures[at], figures[at + 1], names)
        rights.append(right[:REACH])
        lefts.append(left[-REACH:])
    behind = gaps[-1].lstrip()
    others = OPENS.match(behind) and not WITH_WHOM.match(behind)
    rights.append("" if others else gaps[-1][:REACH])
    last, lists = len(figures) - 1, _lists(lefts, rights)
    measures = _measures(lefts, rights, names)
    return [
        Place(
            figure, lefts[i], rights[i], i, i > 0 and not gaps[i].strip(), i == last, *lists[i],
            measures[i],
        )
        for i, figure in enumerate(figures)
    ]  # fmt: skip


def _between(
    gap: str, left: str, figure: Figure, following: Figure, names: NameLexicon
) -> tuple[str, str]:
    """Part the words between two figures; ``left`` are those before the first one."""
    words, amount = gap.strip(), following.form is Form.AMOUNT
    done = DONE_OF.fullmatch(words) if amount and figure.unit == following.unit else None
    if done:  # 968个|项目|已完工|374个
        return done["of"], done["done"]
    verb = _giving(gap, names) if amount and TO_WHOM.search(left) else None
    if verb:  # 为20万低保和低收入群体发放补贴7734万元
        return gap[: verb.start()].strip(), gap[verb.start() :].strip()
    named = _named(left, names) or _given_to(left, gap, names)
    measured = amount and figure.unit.endswith(MEASURES)
    return part(gap, named=named, before=following.form, names=names, measured=measured)


def _giving(gap: str, names: NameLexicon) -> re.Match[str] | None:
    """Find the verb of what is given to those that a figure counts."""
    begun = names.keep_start.match(gap.strip()) is not None
    return names.keep_start.search(gap, 3) or (None if begun else names.work.search(gap, 3))


def _lists(lefts: Sequence[str], rights: Sequence[str]) -> list[tuple[int, int]]:
    """Give each figure the first and the last of its list, each with a noun behind it."""
    firsts, lasts = [0], [len(lefts) - 1]
    for at in range(1, len(lefts)):
        firsts.append(firsts[-1] if rights[at - 1] and not lefts[at] else at)
    for at in reversed(range(len(lefts) - 1)):
        lasts.append(lasts[-1] if rights[at + 1] and not lefts[at + 1] else at)
    return list(zip(firsts, reversed(lasts), strict=True))


def _measures(lefts: Sequence[str], rights: Sequence[str], names: NameLexicon) -> list[str]:
    """Give each figure the measure that its list says once, before: 投资35元的…、38元的…."""
    measures = [""]
    for left, right in zip(lefts[:-1], rights[:-1], strict=True):
        said = names.attribute_end.search(left) if right.startswith("的") else None
        goes_on = measures[-1] if right.startswith("的") else ""
        measures.append(said[0] if said else goes_on)
    return measures


def part(
    gap: str, *, named: bool, before: Form, names: NameLexicon, measured: bool = False
) -> tuple[str, str]:
    """Part the words between two figures into those of the first and those of the second.

    ``named`` where a noun stands before the first figure already, ``measured`` where that
    figure is an amount of a measure; ``before`` is the second one's form.
    """
    words = gap.strip()
    hollow = names.hollow.match(words)
    words = words[hollow.end() :] if hollow else words
    opening = OPENS.match(words)
    if opening or not words:
        return "", words[opening.end() :].lstrip() if opening else ""
    closing = CLOSES.search(words)
    if closing and closing.start():
        return words[: closing.start()], ""
    turned = TURNED.search(words) if before is Form.AMOUNT else None
    if turned and turned.start() >= SHORTEST:  # 市属29家|国企整合重组为9家
        return words[: turned.start()], words[turned.start() :]
    parted = _after_name(words, names, measured=measured) if named else _paired(words, names)
    if parted is not None:
        return parted
    arrives = names.changing_to.fullmatch(words)  # 由919亿元|提高到|2327亿元
    if arrives or names.attribute_end.fullmatch(words) or names.works.fullmatch(words):
        return "", words  # 投入1879万元|治理|78处隐患
    if before is not Form.AMOUNT and (rates := RATES.search(words)):
        return _counted(words[: rates.start() + 1], names), words
    at = _cut(words, before, names)
    if at:
        return words[:at].rstrip("、，,；;和及与"), words[at:]
    reached = before is not Form.AMOUNT or names.changing_to.search(words)
    return (_counted(words, names) if reached else words), words


def _paired(words: str, names: NameLexicon) -> tuple[str, str] | None:
    """Part the words before 分别: those before it are counted, or what rates are of."""
    each = words.find(RESPECTIVELY, 1)
    if each <= 0:
        return None
    listed = words[:each]
    measured = names.quantity.search(listed) is not None and SEPARATOR.search(listed) is not None
    if names.attribute_end.search(listed) or names.rate.search(listed) or measured:
        return _counted(listed, names), words  # 43家单位|精简率、压缩率分别为12%和31%
    return listed, words[each:]


def _after_name(words: str, names: NameLexicon, *, measured: bool) -> tuple[str, str] | None:
    """Part the words behind a figure that has a name before it: the second one's, or a noun."""
    if inside := INSIDE.match(words):  # 连片整治387个|村、|受益人口37万
        return "", words[inside.end() :]
    inner = SEPARATOR.search(words, SHORTEST) if measured else None
    if inner and STARTS_NOUN.match(words) and names.keep_start.match(words) is None:
        return words[: inner.start()], words[inner.end() :]  # 甲厂5万千瓦光伏项目和乙厂20万千瓦…
    if measured and words.endswith("等"):  # 长白年产4万吨功能填料等57个项目
        return words[:-1], ""
    return None if words.startswith("的") else ("", words)


def _counted(words: str, names: NameLexicon) -> str:
    """Leave of the words before a rate what the figure before counts: 信访件|销号率达."""
    doing = DOING.search(words, 1)
    words = COMPARED.split(words[: doing.start()] if doing else words)[0]
    grown = names.change.sub("", names.changing_to.sub("", words))  # 4200户企业增加值增长21%
    rate = names.attribute_end.search(grown) or names.quantity.search(grown)
    rate = rate or names.rate.search(grown)
    if not rate or rate.start() <= 1:
        return words
    of_each = OF_EACH.search(words[: rate.start()])
    return words[: of_each.start() if of_each else rate.start()]


INSIDE: Final = re.compile("(?:行政|自然)?(?:村|乡镇|镇|乡|县区?|街道|社区|学校|企业|项目)、")
"""Behind a figure that has its name, what its measure word is of, before the next name."""
OF_EACH: Final = re.compile("(?<=.{2})(?:年?[人户村]均|平均|规上|规模以上|PM|主要$)")
"""Before a quantity, what is no part of what is counted: 131万低收入群众|年人均纯收入."""
RATES: Final = re.compile("率(?:[、和][^、和]*率)+")
"""A list of rates of what is counted: 305件建议提案|办复率、满意率均达到100%."""
COMPARED: Final = re.compile("(?<=.{2})[比较](?:上年|去年|同期|过去|年初|[^，]{1,8}(?:年|月|均值))")


def _cut(words: str, before: Form, names: NameLexicon) -> int:
    """Find where the words of the second figure begin; 0 where nothing tells."""
    cuts = [found.end() for found in SEPARATOR.finditer(words)]
    for cut in cuts:
        if names.lead_verb.match(words, cut) or names.keep_start.match(words, cut):
            return cut
    if cuts:
        return cuts[-1]
    if before is not Form.AMOUNT:
        return 0
    for pattern in (DOING, names.keep_end, names.attribute_end):
        found = pattern.search(words, 1)
        if found and found.start() > (0 if pattern is DOING else 1):
            return found.start()
    verb = names.keep_start.search(words, 2)
    # 为19家企业发放补贴497万元: what stands before the verb is counted by the figure before.
    return verb.start() if verb and len(words) - verb.end() > 1 else 0


def _named(left: str, names: NameLexicon) -> bool:
    noun = cut_before(left, names).noun
    return bool(noun) and names.work.fullmatch(noun) is None


def _given_to(left: str, gap: str, names: NameLexicon) -> bool:
    """Say whether a verb stands right behind those to whom something is given: 为8.3万人发放."""
    return bool(TO_WHOM.search(left)) and names.keep_start.match(gap.strip()) is not None


class Times:
    """The expressions of time of a text, in order, to be left out of names."""

    __slots__ = ("_spans", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [span.start for span in spans]

    def left_out(self, text: str, start: int, end: int) -> str:
        """Cut out words with the expressions of time left out."""
        parts, at = [], start
        place = bisect_right(self._starts, start - 1)
        while place < len(self._spans) and self._spans[place].start < end:
            span = self._spans[place]
            if span.end <= end:
                parts.append(text[at : span.start])
                at = span.end
            place += 1
        return "".join(parts) + text[at:end]
