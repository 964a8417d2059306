"""What making a metric works with: the figure's place, and what the figures before left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from core.extraction.clauses import Clause
from core.extraction.figure import Figure
from core.extraction.kinds import Reading
from core.messages import Message
from core.report import MetricKind

T = TypeVar("T")


@dataclass(slots=True)
class Context:
    """What the figures before in this paragraph leave to the next one.

    ``levels`` are the names of the levels in a row before, for 分别 behind them; ``told`` are
    kind and name of all in a row of clauses with figures, for 均 behind them; ``sign``
    is that of a change whose list goes on (增加水稻26万亩、蔬菜16万亩), 0 where none does.
    ``topics`` are what the last clause without a figure speaks of, ``topic_at`` is that
    clause; ``rule`` named the last figure; ``ranked`` is what the clause's last place in an
    ordering was of; ``share`` are the words of the last share: 占比, 占规上工业比重; ``ending`` is
    what the parts of the whole before are of: 制造业占54.0%；房地产业占20.1%;
    ``led`` is who did what to all of a list: 基地入驻|企业90家、团队170个.
    """

    paragraph: int = -1
    sentence: int = -1
    clause: int = -1
    name: str = ""
    names: tuple[str, ...] = ()
    verb: str = ""
    head: str = ""
    kind: MetricKind | None = None
    level: str = ""
    level_unit: str = ""
    levels: tuple[str, ...] = ()
    told: tuple[tuple[MetricKind, str], ...] = ()
    sign: int = 0
    unit: str = ""
    rule: str = ""
    topics: tuple[str, ...] = ()
    topic_at: int = -1
    ranked: str = ""
    share: str = ""
    ending: str = ""
    led: str = ""

    @property
    def alike(self) -> tuple[str, ...]:
        """The names told in a row of clauses that are of the last one's kind."""
        return tuple(dict.fromkeys(name for kind, name in self.told if kind is self.kind))

    def enter(self, clause: Clause) -> None:
        """Forget what another paragraph said, and of which places another clause told."""
        self.ranked = ""
        if clause.paragraph != self.paragraph:
            self.name, self.names, self.verb, self.head, self.level = "", (), "", "", ""
            self.kind, self.levels, self.sign, self.rule = None, (), 0, ""
            self.level_unit = ""
            self.topics, self.topic_at = (), -1
        self.paragraph = clause.paragraph


@dataclass(frozen=True, slots=True)
class Named:
    """A kind and the names that it holds for, with the rule that gave the names.

    ``ending`` is what the name took over from the whole that it is a part of, ``led`` what the
    next of its list take over.
    """

    reading: Reading
    names: tuple[str, ...]
    rule: str
    verb: str = ""
    doubts: tuple[Message, ...] = field(default_factory=tuple)
    ending: str = ""
    led: str = ""


def first_named(rules: Iterable[Callable[[T], Named | None]], told: T) -> Named | None:
    """Name a figure by the first rule that fits what is told of it."""
    return next(filter(None, (rule(told) for rule in rules)), None)


@dataclass(frozen=True, slots=True)
class Place:
    """A figure in its clause with the words of its own on both sides, times taken out.

    ``glued`` where it stands right behind the figure before (13处15402个). ``list_first`` and
    ``list_last`` are the ends of its list of figures each with a noun behind it; ``measure`` is
    what the list before says once of all: 投资3500万元的管网改造、3800万元的巷道改造.
    """

    figure: Figure
    left: str
    right: str
    index: int
    glued: bool
    last: bool
    list_first: int
    list_last: int
    measure: str
