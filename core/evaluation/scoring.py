"""Compare proposals with gold: counts that add up over reports, and their F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from core.evaluation.gold import Gold, LabelledClause, PlacedMetric
from core.evaluation.likeness import likeness, same_indicator
from core.quantity import shift, split_unit
from core.report import Metric, Proposal, Span, Statement, StatementStatus

FIELDS: Final = ("indicator", "kind", "period", "status", "bound", "unit")
LABELS: Final = tuple(StatementStatus)
Labels = tuple[StatementStatus | None, StatementStatus | None]
"""A clause's label in the gold and as given."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many were right of those given and of those wanted."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of the given that is right."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of the wanted that was given."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, 0 where nothing is right."""
        total = self.given + self.wanted
        return 2 * self.right / total if self.right else 0.0

    def __add__(self, other: Ratio) -> Ratio:
        """Count two reports together."""
        return Ratio(self.right + other.right, self.given + other.given, self.wanted + other.wanted)


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold metric, the proposed one that was matched with it, and the fields that differ."""

    gold: PlacedMetric
    given: PlacedMetric
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mislabelled:
    """A clause whose label is not the gold's."""

    span: Span
    gold: StatementStatus | None
    given: StatementStatus | None


@dataclass(frozen=True, slots=True)
class Score:
    """What was right and wrong in one report, or in several together."""

    quantity: Ratio
    row: Ratio
    fields: Mapping[str, Ratio]
    labels: Mapping[StatementStatus, Ratio]
    pairs: tuple[Pair, ...] = field(default=(), repr=False)
    missed: tuple[PlacedMetric, ...] = field(default=(), repr=False)
    spurious: tuple[PlacedMetric, ...] = field(default=(), repr=False)
    mislabelled: tuple[Mislabelled, ...] = field(default=(), repr=False)
    labelled: tuple[Labels, ...] = field(default=(), repr=False)

    @property
    def macro(self) -> float:
        """The mean F1 of the four statement labels."""
        return sum(self.labels[label].f1 for label in LABELS) / len(LABELS)


def score(gold: Gold, proposals: Sequence[Proposal]) -> Score:
    """Score one report's proposals; positions must be of the gold's text."""
    given = [
        PlacedMetric(proposal.span, proposal.fields)
        for proposal in proposals
        if isinstance(proposal.fields, Metric)
    ]
    chosen = _matched(gold.metrics, given)
    names = {placed.metric.indicator for placed in gold.metrics}
    pairs = tuple(_compare(gold.metrics[i], given[j], names) for i, j in chosen)
    whole = sum(not pair.wrong for pair in pairs)
    used_gold, used_given = {i for i, _ in chosen}, {j for _, j in chosen}
    labels, mislabelled, labelled = _score_labels(gold.clauses, proposals)
    return Score(
        quantity=Ratio(len(pairs), len(given), len(gold.metrics)),
        row=Ratio(whole, len(given), len(gold.metrics)),
        fields={name: _field_ratio(pairs, name) for name in FIELDS},
        labels=labels,
        pairs=pairs,
        missed=tuple(m for i, m in enumerate(gold.metrics) if i not in used_gold),
        spurious=tuple(m for j, m in enumerate(given) if j not in used_given),
        mislabelled=mislabelled,
        labelled=labelled,
    )


def together(scores: Iterable[Score]) -> Score:
    """Add up the counts of several reports; what was missed where is left out."""
    nothing = Ratio(0, 0, 0)
    every = list(scores)
    return Score(
        quantity=sum((one.quantity for one in every), nothing),
        row=sum((one.row for one in every), nothing),
        fields={name: sum((one.fields[name] for one in every), nothing) for name in FIELDS},
        labels={label: sum((one.labels[label] for one in every), nothing) for label in LABELS},
    )


def _matched(gold: Sequence[PlacedMetric], given: Sequence[PlacedMetric]) -> list[tuple[int, int]]:
    """Match one to one where words overlap and values agree; the likest names first."""
    choices = sorted(
        (-likeness(wanted.metric.indicator, offered.metric.indicator), i, j)
        for i, wanted in enumerate(gold)
        for j, offered in enumerate(given)
        if wanted.span.overlaps(offered.span) and _magnitude(wanted) == _magnitude(offered)
    )
    return list(_in_order(choices))


def _in_order(choices: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """Take each choice whose two sides are still free."""
    used_gold: set[int] = set()
    used_given: set[int] = set()
    for _, i, j in choices:
        if i not in used_gold and j not in used_given:
            used_gold.add(i)
            used_given.add(j)
            yield i, j


def _magnitude(placed: PlacedMetric) -> tuple[Decimal, ...]:
    """Give the figure in bare units, one number or two for a range, signs left out."""
    metric = placed.metric
    power, _ = split_unit(metric.unit)
    figures = (metric.value,) if metric.value_max is None else (metric.value, metric.value_max)
    return tuple(abs(shift(figure, power)) for figure in figures)


def _compare(gold: PlacedMetric, given: PlacedMetric, names: Iterable[str]) -> Pair:
    """Name the fields in which a matched metric differs from the gold's."""
    wanted, offered = gold.metric, given.metric
    right = {
        "indicator": same_indicator(wanted.indicator, offered.indicator, names),
        # The sign belongs to the kind: a fall is not a rise.
        "kind": (wanted.kind, wanted.value < 0) == (offered.kind, offered.value < 0),
        "period": wanted.period == offered.period,
        "status": wanted.status is offered.status,
        "bound": wanted.bound is offered.bound,
        "unit": split_unit(wanted.unit)[1] == split_unit(offered.unit)[1],
    }
    return Pair(gold, given, tuple(name for name in FIELDS if not right[name]))


def _field_ratio(pairs: Sequence[Pair], name: str) -> Ratio:
    """Count the matched metrics that have one field right."""
    return Ratio(sum(name not in pair.wrong for pair in pairs), len(pairs), len(pairs))


def _score_labels(
    clauses: Sequence[LabelledClause], proposals: Sequence[Proposal]
) -> tuple[Mapping[StatementStatus, Ratio], tuple[Mislabelled, ...], tuple[Labels, ...]]:
    """Compare clause by clause, those that readers differ on left out."""
    statements = [
        (proposal.span, proposal.fields.status)
        for proposal in proposals
        if isinstance(proposal.fields, Statement)
    ]
    scored = [clause for clause in clauses if clause.scored]
    both = [(clause, _label_of(clause.span, statements)) for clause in scored]
    ratios = {
        label: Ratio(
            right=sum(clause.label is label and given is label for clause, given in both),
            given=sum(given is label for _, given in both),
            wanted=sum(clause.label is label for clause, _ in both),
        )
        for label in LABELS
    }
    wrong = (Mislabelled(c.span, c.label, given) for c, given in both if c.label is not given)
    return ratios, tuple(wrong), tuple((clause.label, given) for clause, given in both)


def _label_of(
    clause: Span, statements: Sequence[tuple[Span, StatementStatus]]
) -> StatementStatus | None:
    """Give a clause the label that covers at least half of it."""
    cover: Counter[StatementStatus] = Counter()
    for span, status in statements:
        common = min(span.end, clause.end) - max(span.start, clause.start)
        if common > 0:
            cover[status] += common
    best = cover.most_common(1)
    return best[0][0] if best and 2 * best[0][1] >= len(clause) else None
