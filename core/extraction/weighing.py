"""Label a clause by its words where no rule speaks: each says for or against each label.

The weights stand in ``resources/lexicon/clause_words.tsv``, fitted on labelled reports by
``tools/fit_clauses.py`` (multinomial logistic regression with a lasso: Hastie, Tibshirani and
Friedman, Elements of Statistical Learning, 4.4 and 18.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.extraction.signs import read_weights, totals

LABELS: Final = ("pledge", "done", "ongoing", "problem", "outcome", "none")
"""The labels of the annotation guide, section 2, in the order of the file's columns."""

LONGEST: Final = 60  # characters of a clause that are looked at
LENGTHS: Final = range(1, 5)  # characters of a beginning or an end that are one word
STEP: Final = 5  # characters by which lengths differ
DIGITS: Final = re.compile(r"\d[\d.,]*")
LIST_MARK: Final = re.compile(r"^(?:[（(]?[\d一二三四五六七八九十]{1,3}\s?[)）.、．]\s*|[—─-]+)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A clause as the weights see it: its words, what a rule said, what stands around it.

    ``rule`` is the name of the rule, ``ahead`` true where it looks ahead, ``kinds`` are those
    of its metrics; ``before`` and ``after`` the labels that rules gave its neighbours, empty at
    the ends; ``past_adverbs`` are the words without the adverbs that open them.
    """

    words: str
    past_adverbs: str
    rule: str
    ahead: bool
    opens: bool
    mark: str
    kinds: Sequence[str] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """What each sign says for each label of :data:`LABELS`, and a rule for its own.

    Both are logarithms of odds.
    """

    weights: Mapping[str, tuple[float, ...]]
    favour: float = 0.0

    def weigh(self, signs: Iterable[str], favoured: Sequence[str] = ()) -> str:
        """Give the label that the signs of a clause speak for most.

        The labels that a rule gave are ``favoured``: another has to be clearly more likely.
        """
        favour = [self.favour if label in favoured else 0.0 for label in LABELS]
        odds = totals(self.weights, signs, favour)
        return LABELS[odds.index(max(odds))]


def signs_of(clause: Spoken) -> list[str]:
    """Give what is seen of a clause, each sign in the form that the file has it in."""
    words = DIGITS.sub("0", LIST_MARK.sub("", clause.words[:LONGEST]))
    past_adverbs = DIGITS.sub("0", clause.past_adverbs[:LONGEST])
    return [
        "always",
        f"rule {'ahead ' if clause.ahead else ''}{clause.rule}",
        f"mark {clause.mark.strip() or 'line'}",
        *(("opens",) if clause.opens else ()),
        *[f"metric {kind}" for kind in clause.kinds],
        f"before {clause.before or 'nothing'}",
        f"after {clause.after or 'nothing'}",
        f"length {min(len(words), LONGEST // 2) // STEP * STEP}",
        *[f"^{words[:length]}" for length in LENGTHS],
        *[f"{words[-length:]}$" for length in LENGTHS],
        *[f">{past_adverbs[:length]}" for length in LENGTHS[:-1]],
        *["~" + character for character in words],
        *["~" + words[at : at + 2] for at in range(len(words))],
    ]


def read_clause_words(text: str) -> ClauseWords:
    """Read the file of weights: a sign and its weights for each label a line, parted by tabs.

    Raises:
        ValueError: a line breaks the form; it names the line.
    """
    return ClauseWords(read_weights(text, len(LABELS)))
