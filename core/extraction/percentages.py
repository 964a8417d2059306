"""Find the kind of a percentage or rank by what it stands beside, where no verb says it.

Annotation guide, section 1: Kind. Pure functions of words and context.
"""

from __future__ import annotations

import re
from typing import Final

from core.extraction.context import Context, Named, Place
from core.extraction.counted import counts_noun
from core.extraction.figure import Form
from core.extraction.kinds import Reading
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import Cut, cut_after, cut_before
from core.report import MetricKind

LESSENS: Final = re.compile("(?:压缩|压减|削减|精简)$")
SPENT_ON: Final = re.compile("用于|支持|投入")
GROWN: Final = re.compile(r"(?<=.{2})(?:增速|增幅|涨幅|降幅|增长|(?:提高|提升|上涨|增长)幅度)$")
LESSENED_BY: Final = re.compile(
    "(?:累计|总体|平均)?(?:精简|精减|压减|压缩|下降|减少|削减|降低|缩减|缩短)(?:比例|幅度|率)"
)
"""By how much what the figures before tell became less: 由5511项减少到1462项，精简比例73.5%."""
INDEX: Final = re.compile("指数$")
LEAST_INDEX: Final = 50  # per cent; a price index is of about a hundred, its growth is not
STATE: Final = re.compile(r"(?:[率面度]|水平|水质|效率|覆盖|达标|援助|设施)$|率")
"""What a percentage tells how far it holds: 水质100%, 覆盖面95%."""
HOLDS: Final = re.compile("(?:稳定|全部|全面)?(?:达标|覆盖)")
"""Behind such a percentage: 水质100%稳定达标."""
DOES: Final = re.compile("成为|用于|达到|实现了?|纳入|通过|投入")
"""What a part of something does: 公共财政八成|用于民生支出."""
TURNS: Final = re.compile(
    "[上跃攀提][升高]|前[移进]|[下后][降滑移]|[升降跌进]|跨入|迈[入进]|跃[居入]|晋升|挺进"
)
"""Behind a place that is left for another: 由第5位|上升到第2位."""
COMPLETED: Final = re.compile(
    "完成(?![^，]*(?:占|比重))(?:[^，]{2,}(?:工程|项目|任务|投资|建设)的?)?$"
)
"""A percentage of a work that was completed: 完成主体工程60%, 完成30%的征迁任务."""
COMPLETION_RATE: Final = re.compile(
    "(?<=[\u3400-\u9fff]{2})(?:综合|总体|整体|总体目标|年度计划|任务|目标|年度)*(?<!教育)完成率$"
)
"""What a percentage of a work is named as: 国企改革三年行动计划综合完成率达94.2%."""
STRIVES: Final = re.compile(
    "(?:并|且|要|我们|实际工作中)?(?:力争|争取|确保|按)(?:达到|实现|完成|超过)?"
)
"""Before what a growth shall come to beside another: 增长13%，力争达到15%."""
ANOTHER: Final = re.compile(r"(?:、|和|(?<![惠涉普遍])及|以及)$")
"""Between one thing and a part of another: 所有城市社区和|90%的行政村."""
HELD: Final = re.compile("(?:已经?|现)?(?:达到?|为)了?")
"""What a share came to, in a clause of its own."""
WORKED: Final = re.compile("(?:完成|实现|推动|推进)了?")
GROWTH_BEHIND: Final = re.compile(
    "的?(?:年均|平均|高速|较快|稳定|同比)?(?:增长|增速|增幅)(?:速度|势头)?"
)
"""Behind a growth that is held: 保持30%以上增长."""
REACHED: Final = re.compile("^实现了?")


def lessened(place: Place, left: str) -> Reading | None:
    """Read a percentage by which the noun behind it is lessened: 压缩5%行政经费."""
    behind = counts_noun(place) or place.right[:1] == "的"
    if place.figure.form is not Form.PERCENT or not behind or not LESSENS.search(left.rstrip()):
        return None
    what = SPENT_ON.split(place.right.lstrip("的"), maxsplit=1)[0]
    return Reading(MetricKind.GROWTH, what, "verb-before", -1)


def nth_of(place: Place, names: NameLexicon) -> Named | None:
    """Name a place among those that did something first: 成为全国第五个|量子通信节点城市."""
    if place.figure.form is not Form.RANK or not counts_noun(place) or TURNS.match(place.right):
        return None
    noun = cut_after(place.right, names, whole=True)
    return Named(Reading(MetricKind.RANK, noun, "rank"), (noun,), "noun-behind") if noun else None


def read_by_name(place: Place, left: str, context: Context, names: NameLexicon) -> Reading | None:
    """Find the kind of a percentage by its name, its noun or the figure before."""
    form = place.figure.form
    if form in (Form.BARE, Form.RANK):
        return None
    left = _naming(place, left, names)
    cut = cut_before(left, names)
    far = COMPLETION_RATE.search(cut.name) if form is Form.PERCENT else None
    if far:
        return Reading(MetricKind.PROGRESS, cut.name[: far.start()], "progress")
    if (
        form in (Form.PERCENT, Form.SHARE)
        and COMPLETED.search(left.strip())
        and not names.rate.search(cut.noun)
    ):
        return _completed(place, left, cut, names)
    if form is Form.PERCENT and GROWTH_BEHIND.fullmatch(place.right):
        return Reading(MetricKind.GROWTH, left, "growth-behind")
    if cut.noun and left.rstrip().endswith("的") and counts_noun(place):
        return Reading(
            MetricKind.SHARE, cut.name + cut_after(place.right, names, whole=True), "part-of-noun"
        )
    if cut.noun:
        if form is Form.SHARE:
            return Reading(MetricKind.SHARE, left, "ratio-of-whole")
        return _by_noun(place, left, cut.noun, names)
    return _nameless(place, left, context, names)


def _naming(place: Place, left: str, names: NameLexicon) -> str:
    """Leave of the words before a part those that can name it: 各级|80%的事项 has none."""
    if not counts_noun(place) and not place.right.startswith("的"):
        return left
    cut = cut_before(left, names)
    says_nothing = len(cut.name) == 1 or names.works.fullmatch(cut.noun) is not None
    part = place.figure.form is Form.PERCENT and says_nothing
    return "" if part or ANOTHER.search(left) else left


def _completed(place: Place, left: str, cut: Cut, names: NameLexicon) -> Reading:
    """Read how far a work is, which stands before or behind: 完成60%的“三通”工程建设."""
    behind = counts_noun(place) or place.right.startswith("的")
    what = cut_after(place.right, names) if behind and not cut.noun else left
    return Reading(MetricKind.PROGRESS, what, "progress")


def _nameless(place: Place, left: str, context: Context, names: NameLexicon) -> Reading:
    """Find the kind of a percentage without a name before it."""
    form, before = place.figure.form, context.kind
    if STRIVES.fullmatch(left.strip()) and before is MetricKind.GROWTH:
        return Reading(MetricKind.GROWTH, "", "percent")
    another = place.right.startswith("的") or counts_noun(place)
    own = before is MetricKind.SHARE and another and not left.strip("、和 ")
    if place.index and before is not None and not own:  # 98%的城市社区、97%的农村社区
        arrived = before is MetricKind.CHANGE and form is Form.PERCENT
        return Reading(MetricKind.RATE if arrived else before, "", "list")
    if counts_noun(place) or place.right.startswith("的"):
        behind = cut_after(place.right, names, opened=False)
        return Reading(MetricKind.SHARE, behind, "part-of-noun")
    if form is Form.SHARE:
        return Reading(MetricKind.SHARE, "", "list")  # 29.3：38.8：31.9
    if HELD.fullmatch(left.strip()) and before is MetricKind.SHARE:
        return Reading(MetricKind.SHARE, "", "list")  # 比重首次超过50%，达到50.3%
    return Reading(MetricKind.RATE, "", "percent")


def _by_noun(place: Place, left: str, noun: str, names: NameLexicon) -> Reading:
    """Find the kind of a percentage by the noun before it.

    What is no rate, index or growth by its name is a part: 标准幼儿园达60%, 覆盖80%以上行政村.
    """
    if LESSENED_BY.fullmatch(noun):
        return Reading(MetricKind.GROWTH, "", "growth-noun", -1)
    if names.rate.search(noun) or place.figure.form is Form.RATIO:  # 收入差距缩小为3.82:1
        return Reading(MetricKind.RATE, left, "rate-name")
    grown = GROWN.search(noun)
    if grown:
        name = names.between.sub("", noun[: grown.start()])
        return Reading(MetricKind.GROWTH, name, "growth-noun")
    if INDEX.search(noun) and "价格" in noun and place.figure.value < LEAST_INDEX:
        return Reading(MetricKind.GROWTH, left, "growth-noun")  # 居民消费价格指数保持在3%以内
    if INDEX.search(noun):
        return Reading(MetricKind.LEVEL, left, "index")
    if STATE.search(noun) and (HOLDS.match(place.right) or not counts_noun(place)):
        return Reading(MetricKind.RATE, left, "percent")
    done = place.right if DOES.match(place.right) or noun.endswith("覆盖") else ""
    if not done and counts_noun(place) and WORKED.match(left.strip()):
        done = place.right  # 完成城区禁燃区90%燃煤小锅炉整治任务
    what = REACHED.sub("", done.lstrip("的")).replace("各类", "")
    return Reading(MetricKind.SHARE, left + what, "percent")
