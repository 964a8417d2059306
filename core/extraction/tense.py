"""Which clauses look ahead: by their section, their sentence or their own words.

The status of metrics and the pledges of statements both stand on this.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.extraction.clauses import Clause
from core.extraction.period_lexicon import PeriodLexicon


def looking_ahead(
    clauses: Sequence[Clause], lexicon: PeriodLexicon, *, closed: bool = False
) -> list[str]:
    """Say for each clause what makes it look ahead: section, sentence, clause, or nothing.

    ``closed`` where the report is on a whole year: what it then reckons (全年预计) is of that year.
    """
    ahead: list[str] = []
    opened = -1  # the sentence that a cue has turned
    planned = -1  # the sentence that tells a plan, up to what is reached
    for clause in clauses:
        if clause.section is not None and clause.section.outlook:
            ahead.append("section")
            continue
        if lexicon.ahead_sentence.search(clause.text):
            opened = clause.sentence
        if lexicon.planned.search(clause.text):
            planned = clause.sentence
        elif lexicon.reached.search(clause.text):
            planned = -1
        if clause.sentence in {opened, planned}:
            ahead.append("sentence")
        else:
            text = lexicon.closing.sub("", clause.text) if closed else clause.text
            ahead.append("clause" if lexicon.ahead_clause.search(text) else "")
    return ahead
