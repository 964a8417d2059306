"""When two names of indicators count as the same one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

NEAR: Final = 0.7
"""From what share of common characters two names can be one."""

IGNORED: Final = re.compile(r"[\s“”\"'‘’《》()（）、·的]")


def same_indicator(gold: str, given: str, others: Iterable[str]) -> bool:
    """Say whether a given name means the gold's: near, and nearer than any other.

    ``others`` are the indicators of the gold report; a name that is nearer to
    another of them than to the gold's own is wrong however near it is.
    """
    near = likeness(gold, given)
    if near < NEAR:
        return False
    own = plain_name(gold)
    return all(likeness(other, given) <= near for other in others if plain_name(other) != own)


def likeness(one: str, other: str) -> float:
    """Give the share of characters in common, in any order, from 0 to 1.

    Readers put the predicate before or after the noun (新建绿道, 绿道新建): order
    does not count.
    """
    first, second = _characters(one), _characters(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def plain_name(name: str) -> str:
    """Leave out what readers write or not: quotation marks, brackets, blanks, 的."""
    return IGNORED.sub("", name).upper()


@lru_cache(maxsize=4096)
def _characters(name: str) -> Counter[str]:
    return Counter(plain_name(name))
