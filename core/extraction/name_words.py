"""Which characters around a figure belong to its name, as reports that were read by hand have it.

A second opinion beside the rules: for each character near a figure it adds up what is seen there,
and doubts a name that leaves out what mostly belongs to names, or holds what mostly does not. The
weights stand in ``resources/lexicon/name_words.tsv``, fitted on labelled reports by
``tools/fit_doubts.py`` (docs/decisions/0012). Like all doubts it only orders rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product
from math import exp, log1p
from typing import Final

from core.extraction.signs import BLANKS, read_odds, unlike
from core.messages import Message
from core.report import Span

BEFORE: Final = 24  # characters before a figure that are weighed
BEHIND: Final = 8  # and behind it
FARTHEST: Final = 12  # characters from the figure; farther ones are as far
MOST_CLAUSES: Final = 3
UNSEEN: Final = re.compile(r"[\s“”\"'‘’《》()（）、·的]")
"""What says nothing of which name it is, and is not looked for."""
OUTSIDE: Final = "#"
FIRM: Final = 2.0
SLIGHT: Final = 0.3
"""Sums of surprise from which on a name is told as unlike others, and is not told at all."""


Seen = tuple[str, str, str, str]
"""What is seen of a character near a figure: ``held`` tells whether the character before it, itself
and the one behind are in the name, as 011; ``where`` how many clauses and characters away it
stands (<1 3); then it with the one before and it with the one behind."""


def signs_of(seen: Seen) -> list[str]:
    """Give the signs of a character, in the form that the file has them in."""
    held, where, left, right = seen
    place, far = WHERE[where]
    return [
        *_signs_of_place(held, place, far), f"{held[1]} {left[1]}", f"before {held} {left}",
        f"behind {held} {right}", f"{place} {left[1]}",
    ]  # fmt: skip


def _signs_of_place(held: str, place: str, far: str) -> tuple[str, ...]:
    return place, far, f"in {held}", f"in {held} {place}"


@dataclass(frozen=True, slots=True)
class NameWords:
    """How much each sign speaks for a character's being part of a name, in logarithms of odds.

    Sorted for haste: ``places`` has by ``held`` and ``where`` the sums of signs that say nothing of
    which character it is; the others have the weights of characters by ``held`` or ``where``.
    """

    weights: Mapping[str, float]
    places: Mapping[str, Mapping[str, float]]
    own: Mapping[str, Mapping[str, float]]
    own_there: Mapping[str, Mapping[str, float]]
    lefts: Mapping[str, Mapping[str, float]]
    rights: Mapping[str, Mapping[str, float]]

    def surprise(self, text: str, figure: Span, name: str) -> float:
        """Give how unlikely it is that just these characters are the name: −log of the chance.

        The odds of each character are the weights of :func:`signs_of`, added up. 0 where nothing
        else was to be expected.
        """
        around = surroundings(text, figure)
        inside = placed(name, text, around, figure)
        own, own_there, places = self.own, self.own_there, self.places
        lefts, rights = self.lefts, self.rights
        total = 0.0
        for held, where, left, right in seen_near(text, around, figure, inside):
            it, taken = left[1], held[1]
            odds = (
                places[held][where]
                + own[taken].get(it, 0.0)
                + own_there[where].get(it, 0.0)
                + lefts[held].get(left, 0.0)
                + rights[held].get(right, 0.0)
            )
            total += log1p(exp(-odds if taken == "1" else odds))
        return total


def name_words(weights: Mapping[str, float]) -> NameWords:
    """Make weights ready: sort them by how their signs begin, sum up what is of whole places."""
    begun: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for sign, weight in weights.items():
        start, _, end = sign.rpartition(" ")
        begun[start][end] = weight
    places = {
        held: {
            where: sum(weights.get(sign, 0.0) for sign in _signs_of_place(held, *at))
            for where, at in WHERE.items()
        }
        for held in HELD
    }
    return NameWords(
        weights,
        places,
        own={held: begun[held] for held in "01"},
        own_there={where: begun[place] for where, (place, _) in WHERE.items()},
        lefts={held: begun[f"before {held}"] for held in HELD},
        rights={held: begun[f"behind {held}"] for held in HELD},
    )


def surroundings(text: str, figure: Span) -> Span:
    """Give the characters that are weighed: those near a figure, of its own sentence."""
    earliest = max(0, figure.start - BEFORE)
    marks = (text.rfind(mark, earliest, figure.start) + 1 for mark in "\n。")
    start = max(earliest, *marks)
    end = min(len(text), figure.end + BEHIND)
    ends = (text.find(mark, figure.end, end) for mark in "\n。")
    return Span(start, min((found for found in ends if found >= 0), default=end))


def placed(name: str, text: str, around: Span, figure: Span) -> frozenset[int]:
    """Find the characters of a name near its figure, its longest pieces first, the nearest ones."""
    found: set[int] = set()
    rest = [UNSEEN.sub("", name)]
    while rest:
        words = rest.pop()
        piece = _longest(words, text, around, figure, found)
        if piece is None:
            continue
        at, length, place = piece
        found.update(range(place, place + length))
        rest += [words[:at], words[at + length :]]
    return frozenset(found)


def _longest(
    words: str, text: str, around: Span, figure: Span, taken: AbstractSet[int]
) -> tuple[int, int, int] | None:
    """Find the longest piece of some words near a figure: where in them, how long, its place.

    Pieces of one character are found by chance, and left.
    """
    for length in range(min(len(words), len(around)), 1, -1):
        for at in range(len(words) - length + 1):
            piece = words[at : at + length]
            place = text.rfind(piece, around.start, figure.start)
            if place < 0:
                place = text.find(piece, figure.end, around.end)
            if place >= 0 and taken.isdisjoint(range(place, place + length)):
                return at, length, place
    return None


def seen_near(text: str, around: Span, figure: Span, inside: AbstractSet[int]) -> list[Seen]:
    """Tell what is seen of each character near a figure, the nearest first, those before first.

    ``inside`` are the places that a name takes.
    """
    start, end = around.start, around.end
    words = OUTSIDE + text[start:end].translate(BLANKS) + OUTSIDE
    marks = "".join(["1" if at in inside else "0" for at in range(start - 1, end + 1)])
    found = []
    for side, places in (
        ("<", range(figure.start - start - 1, -1, -1)),
        (">", range(figure.end - start, end - start)),
    ):
        clause, wheres = 0, BY_SIDE[side]
        for far, at in enumerate(places):
            if words[at + 1] in COMMAS and clause < MOST_CLAUSES:
                clause += 1
            where = wheres[clause][far]
            found.append((marks[at : at + 3], where, words[at : at + 2], words[at + 1 : at + 3]))
    return found


HELD: Final = tuple("".join(held) for held in product("01", repeat=3))
BY_SIDE: Final = {
    side: [
        [f"{side}{clause} {min(far, FARTHEST)}" for far in range(max(BEFORE, BEHIND))]
        for clause in range(MOST_CLAUSES + 1)
    ]
    for side in "<>"
}
WHERE: Final = {
    f"{side}{clause} {far}": (f"clause {side}{clause}", f"far {side}{far}")
    for side, clause, far in product("<>", range(MOST_CLAUSES + 1), range(FARTHEST + 1))
}
"""How many clauses and characters away from a figure, with the signs of both."""
COMMAS: Final = "，；,;"


def name_doubt(surprise: float) -> Message | None:
    """Say what the second opinion on a name comes to; ``None`` where it is next to nothing."""
    return unlike("name", surprise, slight=SLIGHT, firm=FIRM)


def read_name_words(text: str) -> NameWords:
    """Read the file of weights: a sign and its weight a line, parted by a tab.

    Raises:
        ValueError: a line breaks the form; it names the line.
    """
    return name_words(read_odds(text).weights)
