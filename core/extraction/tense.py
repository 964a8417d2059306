"""Which clauses look ahead: by their section, their sentence or their own words.

The status of metrics and the pledges of statements both stand on this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.extraction.clauses import Clause
from core.extraction.headings import PAST_YEAR
from core.extraction.period_lexicon import PeriodLexicon

COMING: Final = re.compile("(?:在|进入)?(?:新的一年|今年|明年|来年|今后|下一步|接下来|20\\d\\d年)")
"""What turns a paragraph that opened with the past year to plans."""


def looking_ahead(
    clauses: Sequence[Clause], lexicon: PeriodLexicon, *, closed: bool = False
) -> list[str]:
    """Say for each clause what makes it look ahead: section, sentence, clause, or nothing.

    ``closed`` where the report is on a whole year: what it then reckons (全年预计) is of that year.
    """
    ahead: list[str] = []
    opened = -1  # the sentence that a cue has turned
    planned = -1  # the sentence that tells a plan, up to what is reached
    past = -1  # the paragraph among plans that looks back
    paragraph = -1
    for clause in clauses:
        if clause.paragraph != paragraph and PAST_YEAR.match(clause.text):
            past = clause.paragraph
        elif past == clause.paragraph and clause.opens and COMING.match(clause.text):
            past = -1
        paragraph = clause.paragraph
        if clause.section is not None and clause.section.outlook and past != paragraph:
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
