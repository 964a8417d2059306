"""What a name before an amount says itself of what was done, so that it takes over no verb.

Annotation guide, section 1: Indicator (verbs that say which count it is stay). Pure functions.
"""

from __future__ import annotations

import re
from typing import Final

from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import Cut
from core.extraction.scene import Amount

DOES: Final = re.compile("(?<=.{2})招生$")
"""A name that says what is done, and by whom: 高职招生."""
MEASURED_ALONE: Final = re.compile(
    "(?:(?<=.{2})就业|面积|投资|产量|收入|融资|增加值|成交额|产值|吞吐量|存栏|出栏|总产|总量|里程)$"
)
"""What ends an indicator that no verb of a list is done to: 新建温室50座，|粮食产量12万吨."""
DRIVEN: Final = ("带动", "拉动")
"""What is driven is told by whom only in the same clause: 发放补贴66亿元、拉动消费785亿元."""
MOVED: Final = (*DRIVEN, "稳定")
"""What is done to a quantity, and says not which it is: 稳定|粮食产量, 带动|零售额."""
OBTAINED: Final = re.compile("(?:成功|累计|全年|共|积极|多渠道|全力)*(?P<verb>落实|争取)到?")
FUNDS: Final = re.compile("(?:资金|债券|国债|补助|贷款|专项债|经费|补贴)$")
NEWLY_DONE: Final = re.compile(
    "新(?:招录|招聘|成立|签约|开工|开通|认定|认证|申报|投放|购置|聘|录|筹集|引进|引育|挂牌|组建|辟|核准)"
)
"""What was newly done, which a name says itself: 新建学校8所，|新招录教师200人."""


def told_alone(noun: str, names: NameLexicon) -> bool:
    """Say whether a member of a list says itself what was done, or is an indicator by itself."""
    if DOES.search(noun) or NEWLY_DONE.match(noun) or MEASURED_ALONE.search(noun):
        return True
    verb = names.work.match(noun)
    return verb is not None and verb[0] not in names.opening_nouns and len(noun) > verb.end() + 1


def moved(cut: Cut, names: NameLexicon) -> bool:
    """Say whether a quantity was moved, which says not which it is: 稳定|粮食产量40亿斤."""
    return cut.verb in MOVED and names.quantity.search(cut.noun) is not None


def obtained(amount: Amount) -> str:
    """Give how money was come by, where its name is of such: 落实|水库移民资金3.2亿元."""
    found = OBTAINED.match(amount.place.left.strip())
    fund = FUNDS.search(amount.cut.noun) and amount.place.figure.unit.endswith("元")
    return found["verb"] if found and fund else ""
