"""Propose statements: what each clause says of a piece of work (annotation guide, section 2).

Rules label a clause first; where none speaks, its words are weighed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from core.extraction.clauses import Clause
from core.extraction.labelling import Label, label_by_rules, past_adverbs
from core.extraction.statement_lexicon import StatementLexicon
from core.extraction.weighing import LONGEST, ClauseWords, Spoken, signs_of
from core.report import Metric, Proposal, Report, Source, Span, Statement, StatementStatus

UNSAID: Final = ("none", "member-of-list")
"""Rules that say nothing of a clause's own words."""

FIRM: Final = ("heading", "context", "problem-part", "problem-alone")
"""Rules that no words outvote; nor do they those of what looks ahead."""

NO_WORK: Final = ("outcome", "none")
STATUSES: Final = {status.value: status for status in StatementStatus}


def propose_statements(
    report: Report,
    clauses: Sequence[Clause],
    ahead: Sequence[str],
    metrics: Sequence[Proposal],
    lexicon: StatementLexicon,
) -> list[Proposal]:
    """Propose a row for each run of neighbouring clauses of one sentence with one label."""
    labels = label_clauses(report, clauses, ahead, metrics, lexicon)
    found = []
    numbered = list(enumerate(clauses))
    for (_sentence, status), run in groupby(
        numbered, key=lambda item: (item[1].sentence, labels[item[0]].status)
    ):
        members = list(run)
        if status is None:
            continue
        first, last = members[0], members[-1]
        span = Span(first[1].span.start, last[1].span.end)
        body, body_source = _body(report.text, span, lexicon)
        promised = status is StatementStatus.PLEDGE
        deadline, deadline_source = _deadline(report.text, span, lexicon) if promised else ("", {})
        sources = {"status": Source(labels[first[0]].rule)} | body_source | deadline_source
        found.append(Proposal(span, Statement(status, body, deadline), (), sources))
    return found


def label_clauses(
    report: Report,
    clauses: Sequence[Clause],
    ahead: Sequence[str],
    metrics: Sequence[Proposal],
    lexicon: StatementLexicon,
) -> list[Label]:
    """Label each clause, in order: by a rule, or by its words where they say more."""
    labels = label_by_rules(report, clauses, ahead, metrics, lexicon)
    told = Told(clauses, ahead, labels, metrics, lexicon)
    return [
        decided(label, signs_of(told.spoken(at)), lexicon.words)
        if open_to_words(label.rule, ahead=bool(ahead[at]))
        else label
        for at, label in enumerate(labels)
    ]


def open_to_words(rule: str, *, ahead: bool) -> bool:
    """Say whether the words of a clause are asked beside its rule."""
    return rule in UNSAID or not (ahead or rule in FIRM)


def decided(label: Label, signs: Iterable[str], words: ClauseWords) -> Label:
    """Give the label of a clause whose words are asked; what they agree with keeps its rule.

    Words tell work done, under way and no work apart from each other where a rule spoke; what
    is promised and what is a problem only where none did.
    """
    if label.rule in UNSAID:
        return Label(STATUSES.get(words.weigh(signs)), "words-weighed")
    ruled = (label.status.value,) if label.status is not None else NO_WORK
    status = STATUSES.get(words.weigh(signs, ruled))
    other = status in (StatementStatus.PLEDGE, StatementStatus.PROBLEM)
    return label if other or status is label.status else Label(status, "words-weighed")


class Told:
    """The clauses of a report with what rules said of them, to be shown one by one."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        ahead: Sequence[str],
        labels: Sequence[Label],
        metrics: Sequence[Proposal],
        lexicon: StatementLexicon,
    ) -> None:
        self._clauses, self._ahead, self._labels = clauses, ahead, labels
        self._metrics, self._lexicon = metrics, lexicon
        self._starts = [metric.span.start for metric in metrics]

    def spoken(self, at: int) -> Spoken:
        """Show a clause as its words are weighed, with what rules said of its neighbours."""
        clause = self._clauses[at]
        words = clause.text[:LONGEST]
        return Spoken(
            words,
            past_adverbs(words, self._lexicon),
            self._labels[at].rule,
            bool(self._ahead[at]),
            clause.opens,
            clause.mark,
            self._kinds(clause.span),
            self._said(at, at - 1),
            self._said(at, at + 1),
        )

    def _kinds(self, span: Span) -> list[str]:
        first, last = (bisect_left(self._starts, at) for at in (span.start, span.end))
        inside = (metric.fields for metric in self._metrics[first:last])
        return [fields.kind.value for fields in inside if isinstance(fields, Metric)]

    def _said(self, at: int, beside: int) -> str:
        """Give the label of a neighbour, and whether it stands in another sentence."""
        if not 0 <= beside < len(self._clauses):
            return ""
        status = self._labels[beside].status
        near = self._clauses[at].sentence == self._clauses[beside].sentence
        return ("" if near else "over ") + (status.value if status is not None else "none")


def _body(text: str, span: Span, lexicon: StatementLexicon) -> tuple[str, dict[str, Source]]:
    """Find the responsible body that is named behind the statement or in the next line."""
    window = text[span.end : span.end + BODY_REACH]
    found = lexicon.body.search(window)
    if not found or window[: found.start()].count("\n") > 1:
        return "", {}
    at = Span(span.end + found.start("body"), span.end + found.end("body"))
    return found["body"].strip(), {"body": Source("named-body", at)}


def _deadline(text: str, span: Span, lexicon: StatementLexicon) -> tuple[str, dict[str, Source]]:
    """Find until when the work is promised: 年底前, 到2025年, 9月底前."""
    found = lexicon.deadline.search(text, span.start, span.end)
    if not found:
        return "", {}
    at = Span(found.start("deadline"), found.end("deadline"))
    return found["deadline"], {"deadline": Source("named-deadline", at)}


BODY_REACH: Final = 60  # characters after a statement within which 牵头单位 is its own
