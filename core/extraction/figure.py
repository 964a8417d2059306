"""A number of the text, as the scan found it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.report import Bound, Span


class Form(StrEnum):
    """What a number looks like; its kind follows from this and from the words."""

    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"
    RANK = "rank"
    DOUBLED = "doubled"
    SHARE = "share"
    RATIO = "ratio"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text.

    ``span`` is what the guide calls the quote; ``outer`` takes in the hedges before and
    after it. ``reason`` says why it is no figure, empty for a figure. ``value`` has no
    sign yet.
    """

    span: Span
    outer: Span
    value: Decimal
    unit: str
    form: Form
    bound: Bound = Bound.EQ
    value_max: Decimal | None = None
    reason: str = ""
