"""What naming an amount looks at: its place among those of the clause, and what was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from core.extraction.context import Context, Named, Place
from core.extraction.doubts import FAR_NAME
from core.extraction.kinds import Reading
from core.extraction.name_lexicon import NameLexicon
from core.extraction.names import Cut
from core.messages import Message
from core.quantity import split_unit

LONGEST_VERBS: Final = 4


@dataclass(frozen=True, slots=True)
class Scene:
    """All that naming an amount looks at.

    ``near`` in one sentence with the figure before, ``goes_on`` where its list may go on;
    ``ahead`` and ``behind`` are the words of the clauses of the sentence beside this one,
    ``behind`` only of one without figures.
    """

    place: Place
    places: Sequence[Place]
    context: Context
    names: NameLexicon
    near: bool
    goes_on: bool
    ahead: str = ""
    behind: str = ""

    @property
    def before(self) -> Place | None:
        """The figure of the clause right before this one."""
        return self.places[self.place.index - 1] if self.place.index else None

    @property
    def doubts(self) -> tuple[Message, ...]:
        """Doubt what is taken over from another sentence."""
        return () if self.near else (FAR_NAME,)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount to be named: ``reading`` has the words before it, ``cut`` the name in them.

    ``noun`` is what it counts, ``verb`` what stands alone before it, ``None`` where more does.
    """

    reading: Reading
    cut: Cut
    scene: Scene
    noun: str = ""
    verb: str | None = None

    @property
    def place(self) -> Place:
        """The figure with its own words."""
        return self.scene.place

    @property
    def context(self) -> Context:
        """What the figures before left."""
        return self.scene.context

    @property
    def names(self) -> NameLexicon:
        """The words of names."""
        return self.scene.names

    @property
    def same_unit(self) -> bool:
        """Whether the last amount before is in the same unit, whatever its scale."""
        return alike(self.place.figure.unit, self.context.level_unit)

    def named(
        self, rule: str, *found: str, verb: str = "", ending: str = "", led: str = ""
    ) -> Named:
        """Give names with the rule that found them."""
        return Named(self.reading, found, rule, verb, ending=ending, led=led)


def verbs_only(words: str, names: NameLexicon) -> bool:
    """Say whether some words are a verb or two, and no name by themselves: 落地开工."""
    short = len(words) <= LONGEST_VERBS and words not in names.nominal
    return short and names.works.fullmatch(words) is not None


def alike(unit: str, other: str) -> bool:
    """Say whether two units are one, whatever their scale: 万户, 户."""
    return split_unit(unit)[1] == split_unit(other)[1]
