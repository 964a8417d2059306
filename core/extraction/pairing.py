"""Pair figures with the things that 分别 gives them to (annotation guide, hard case 4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.extraction.before import MORE
from core.extraction.clauses import Clause
from core.extraction.context import Context, Named, Place
from core.extraction.figure import Form
from core.extraction.gaps import RESPECTIVELY
from core.extraction.kinds import BELOW, Reading, read_kind
from core.extraction.lists import LISTED, members, spread
from core.extraction.members import PAIR, in_a_row, respective
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import listed_words, part_verb, tidy
from core.extraction.owners import holder_of, owner_of, spoken_of, subject_of
from core.extraction.percentages import read_by_name
from core.extraction.relatives import GROWTH_WORDS
from core.report import MetricKind

EACH_ONE: Final = re.compile(RESPECTIVELY)
"""What pairs figures with things: 分别增长5%、6%."""
OVERALL: Final = "全[国省市区州盟](?:平均(?:水平)?|水平)?|[^、和与及]{1,6}平均(?:水平)?"
AGAINST: Final = re.compile(
    f"(?P<name>.*?)(?:均|都)?(?P<how>[比较]|高于|低于|快于|慢于|高出|好于|优于)"
    f"(?P<bases>(?:(?:{OVERALL})[、和与])+(?:{OVERALL}))[低高快慢多少]?$"
)
"""What 分别 holds against several: 增速分别高于全国、全省11.1个和5.4个百分点."""
RANKED: Final = re.compile("分别(?:稳?居|列|位居|位列|排名?)")
RAISED: Final = re.compile("^(?:继续|逐步|稳步)?(?:提高|上调|调高|调整)")
"""What opens a clause that names what the next one's figures are of: 提高低保标准，分别达到…."""
PAIRED: Final = re.compile("分别(?:完成|实现|达到?|[由从])?")
"""Between the members of a list and what each has: 甲县、乙县分别完成投资12亿元和15亿元."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """The figures of one clause, to be paired with the things that it or those before name.

    ``near`` where the figure before stands in the same sentence; ``behind`` are the words of the
    clause before, if it has no figure.
    """

    text: str
    clause: Clause
    context: Context
    names: NameLexicon
    near: bool
    behind: str

    @property
    def ranked(self) -> bool:
        """Whether 分别 gives places in an ordering."""
        return RANKED.search(self.clause.text) is not None

    def named(self, places: Sequence[Place]) -> dict[int, Named]:
        """Name the figures that are paired, by their index; empty where none are."""
        span = self.clause.span
        cues = [found.start() for found in EACH_ONE.finditer(self.text, span.start, span.end)]
        cue, again = (*cues, -1, -1)[:2]
        if again < 0:
            return self._paired(places, cue, self.behind)
        # A、B分别达到90%和27%、分别提高22个和7个百分点
        own = [place for place in places if place.figure.span.start < again]
        later = [place for place in places if place.figure.span.start > again]
        first = self._paired(own, cue, self.behind)
        if first:
            self.context.names = tuple(named.names[0] for named in first.values())
        return first | self._paired(later, again, "")

    def _paired(self, places: Sequence[Place], cue: int, behind: str) -> dict[int, Named]:
        paired, times = respective(places, cue)
        if len(paired) < PAIR or (cue < 0 and times == 1 and not in_a_row(places)):
            return {}
        first = paired[0]
        if first.figure.form is Form.SHARE and first.figure.value >= 1:
            return {}  # 一、二、三产业比例由24:44:32调整到18:46:36
        reading = read_kind(first.figure, first.left, self.names)
        reading = reading or read_by_name(first, tidy(first.left), self.context, self.names)
        if reading is None:
            return {}
        told = listed_words(reading.words, self.names)
        full = PAIRED.sub("", told)
        held = "全" in first.left or "平均" in first.left
        if held and (against := AGAINST.match(PAIRED.sub("", first.left.strip()))):
            return self._against(against, reading, paired)
        unlike = len({place.figure.unit for place in paired}) > 1
        opens = first.index == 0
        count = len(paired) // times
        found = _of_each(told, count, self.names) or self._things(
            full, count, cue, behind, unlike=unlike, opens=opens
        )
        found *= times
        if found and full:
            found = self._owned(found, behind)
        if not found:
            return {}
        return {
            place.index: Named(self._like(reading, place), (name,), "respectively")
            for place, name in zip(paired, found, strict=True)
        }

    def _owned(self, found: list[str], behind: str) -> list[str]:
        """Add whose a list of attributes are: 办理诉求75.4万件，办结率、落实率分别达到99%、97%."""
        context, names = self.context, self.names
        if not all(name in names.attributes or names.is_bare(name) for name in found):
            return found
        owner = spoken_of(behind, names)
        if not owner and self.near and context.clause >= 0 and context.name:
            owner = subject_of(holder_of(context.name, found[0], names), names)
        if not owner or owner in found:
            return found
        return [name if name.startswith(owner[:PAIR]) else owner + name for name in found]

    def _against(
        self, against: re.Match[str], reading: Reading, paired: Sequence[Place]
    ) -> dict[int, Named]:
        """Name what is held against several: 增速分别高于全国、全省11.1个和5.4个百分点."""
        own = against["name"]
        name = self.context.name if not own or self.names.pointers.fullmatch(own) else own
        bases = members(against["bases"])
        if not name or len(bases) != len(paired):
            return {}
        sign = -1 if against["how"] in BELOW else reading.sign
        return {
            place.index: Named(
                Reading(MetricKind.CHANGE, "", "points", sign, base), (name,), "carried"
            )
            for place, base in zip(paired, bases, strict=True)
        }

    def _things(
        self, full: str, count: int, cue: int, behind: str, *, unlike: bool, opens: bool
    ) -> list[str]:
        """Find as many things as there are figures; none where there are not.

        ``unlike`` where the figures are in several units, ``opens`` where the first one is the
        clause's.
        """
        found = spread(full, self.names, count) if full else []
        told = len(found) == count and ("、" in full or not unlike)
        if cue < 0 and (full or unlike) and not told:
            return []
        listed = LISTED.search(behind) and cue >= 0 and opens  # 甲标准、乙标准，较上年分别提高…
        if (listed or cue == self.clause.span.start) and not full and behind:
            found = self._topics(count) or spread(
                RAISED.sub("", listed_words(behind, self.names)), self.names, count
            )
        if len(found) != count:
            found = self._spoken_of(count, full, near=self.near and cue >= 0)
        return found if len(found) == count else []

    def _spoken_of(self, count: int, full: str, *, near: bool) -> list[str]:
        """Give the things spoken of before that 分别 pairs with figures; ``full`` is of each.

        A1亿元、B2亿元，分别增长…: A and B; 10个甲项目、20个乙项目分别完成投资…: 甲项目投资.
        """
        context, names = self.context, self.names
        found = list(context.names)
        if len(found) != count:
            found = self._topics(count) or found
        if len(found) != count and near:
            found = list(context.levels[-count:])
        if len(found) != count and near and not self.behind:
            found = list(dict.fromkeys(name for _, name in context.told))[-count:]
        if self.ranked and full in ("", *GROWTH_WORDS):  # 增速分别居全国第6位和第3位
            grown = context.kind is MetricKind.GROWTH and not full
            return [name + (GROWTH_WORDS[0] if grown else full) for name in found]
        if not full or names.pointers.fullmatch(full):  # 增速分别快5.8和3.8个百分点
            return [MORE.sub("", name) for name in found]
        whole = names.quantity.search(full) and not names.is_bare(full)
        if whole and full not in names.attributes:
            return []  # 养老金、保险待遇提高，最低工资标准分别达到1300元和1200元
        things = [part_verb(name, names).noun or name for name in found]
        return [owner_of(thing, names) + full for thing in things]

    def _topics(self, count: int) -> list[str]:
        """Give what the clauses since the last figure speak of, if they are as many."""
        context = self.context
        told = context.topic_at > context.clause and len(context.topics) == count
        return list(context.topics) if told else []

    def _like(self, reading: Reading, place: Place) -> Reading:
        """Give a later member of a list the kind of the first, with a sign of its own."""
        rated = reading.kind is MetricKind.RATE and place.figure.form is Form.AMOUNT
        if rated:  # 绿地率、人均公园绿地面积分别达到36%、11.6平方米
            return Reading(MetricKind.LEVEL, "", "amount", base=reading.base)
        own = read_kind(place.figure, place.left, self.names)
        sign = own.sign if own is not None and own.rule.endswith("verb") else reading.sign
        return Reading(reading.kind, "", reading.rule, sign, reading.base)


def _of_each(told: str, count: int, names: NameLexicon) -> list[str]:
    """Name what each of some has or did: 集美、海沧新城|分别完成|建筑面积; none where none has."""
    found = PAIRED.search(told)
    had = told[found.end() :] if found else ""
    if found is None or not found.start() or not had or had.startswith(("是", "为")):
        return []
    owners = spread(told[: found.start()], names, count)
    return [owner + had for owner in owners] if len(owners) == count else []
