"""What a person types into a field: read generously, refused with what is allowed.

Values as they are written (１,２０２亿元), choices by code or by name in either language,
periods as people write them (2022年1-9月, 2022Q3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeVar

from core.errors import UserError
from core.extraction.interval import parse_interval
from core.extraction.times import Scope, TimeWords, time_words
from core.messages import LANGUAGES, message, render
from core.numerals import FULL_WIDTH, decimal_number
from core.report import (
    Bound,
    Fields,
    Metric,
    MetricKind,
    MetricStatus,
    Row,
    Statement,
    StatementStatus,
)

NUMBER: Final = re.compile(r"([-+−－]?)\s*([\d,]*\.?\d+)\s*(.*)")
RANGE: Final = re.compile(r"(?<=[\d%])\s*(?:[-—–~～至]|\.\.)\s*(?=\d)")
QUARTER: Final = re.compile(r"(\d{4})\s*年?\s*[Qq第]?([1-4])(?:季度)?")
DOTTED: Final = re.compile(r"(\d{4})[.年/]\s*(\d{1,2})(?:月)?(?:\s*[-—–~～至]\s*(\d{1,2})月?)?")
MONTHS: Final = 12
Option = TypeVar("Option", bound=StrEnum)
Words = TypeVar("Words", Metric, Statement)
LONGEST: Final = 200  # characters of a field


def choices(field: str, fields: Fields) -> Sequence[StrEnum]:
    """List what a field may be; empty where words are typed."""
    if field == "status":
        return tuple(MetricStatus if isinstance(fields, Metric) else StatementStatus)
    options: Mapping[str, Sequence[StrEnum]] = {"kind": tuple(MetricKind), "bound": tuple(Bound)}
    return options.get(field, ())


def field_text(fields: Fields, field: str) -> str:
    """Write a field as it is typed."""
    value = getattr(fields, field)
    if isinstance(value, Decimal):
        return format(value, "f")
    return "" if value is None else str(value)


def parse_field(field: str, text: str, row: Row) -> Fields:
    """Read what was typed into a field of a row and give its fields with it.

    Raises:
        UserError: what was typed cannot stand there; the message says what can.
    """
    fields, typed = row.fields, text.strip()
    if len(typed) > LONGEST:
        raise UserError(message("field.too_long", limit=LONGEST))
    if isinstance(fields, Statement):
        if field == "status":
            return replace(fields, status=_choice(StatementStatus, field, typed))
        return _words(fields, field, typed)
    reader = READERS.get(field)
    if reader is not None:
        return reader(fields, typed)
    if field == "indicator" and not typed:
        raise UserError(message("field.indicator"))
    return _words(fields, field, typed)


def _words(fields: Words, field: str, typed: str) -> Words:
    """Put words as they are typed into one of the fields that hold words."""
    changed: dict[str, Any] = {field: typed}
    return replace(fields, **changed)


def _value(fields: Metric, typed: str) -> Metric:
    """Read a value; a unit typed behind it and a range are taken along."""
    plain = typed.translate(FULL_WIDTH)
    parts = RANGE.split(plain)
    low = NUMBER.fullmatch(parts[0].strip())
    value = decimal_number(low[2]) if low else None
    if low is None or value is None or len(parts) > 2:  # noqa: PLR2004 - two ends
        raise UserError(message("field.value", typed=typed))
    if low[1] in ("-", "−", "－"):
        value = -value
    unit, high = low[3].strip(), fields.value_max
    if len(parts) == 2:  # noqa: PLR2004 - two ends
        last = NUMBER.fullmatch(parts[1].strip())
        high = decimal_number(last[2]) if last else None
        unit = last[3].strip() if last else unit
        if high is None or high <= value:
            raise UserError(message("field.range", typed=typed))
    return replace(fields, value=value, value_max=high, unit=unit or fields.unit)


def _value_max(fields: Metric, typed: str) -> Metric:
    if not typed:
        return replace(fields, value_max=None)
    found = NUMBER.fullmatch(typed.translate(FULL_WIDTH))
    value = decimal_number(found[2]) if found else None
    if found is None or value is None:
        raise UserError(message("field.value", typed=typed))
    value = -value if found[1] in ("-", "−", "－") else value
    if value <= fields.value:
        raise UserError(message("field.range", typed=typed))
    return replace(fields, value_max=value)


def _choice(kind: type[Option], field: str, typed: str) -> Option:
    """Find a choice by its code or its name in either language."""
    for option in kind:
        names = {render(message(f"{field}.{option}"), language) for language in LANGUAGES}
        if typed.casefold() in {option.value, *(name.casefold() for name in names)}:
            return option
    allowed = "、".join(render(message(f"{field}.{option}"), "zh") for option in kind)
    raise UserError(message("field.choice", typed=typed, allowed=allowed))


def parse_period(typed: str) -> str:
    """Read a period as people write it and give it in the guide's form.

    Raises:
        UserError: no period; the message shows the forms.
    """
    plain = typed.translate(FULL_WIDTH).strip()
    if not plain:
        return ""
    interval = parse_interval(plain) if re.fullmatch(r"[\d/-]+", plain) else None
    if interval is not None and _sane(interval.first, interval.last):
        return interval.iso()
    for reader in (_quarter, _dotted, _worded):
        found = reader(plain)
        if found:
            return found
    raise UserError(message("field.period", typed=typed))


def _sane(first: tuple[int, int], last: tuple[int, int]) -> bool:
    months = 1 <= first[1] <= MONTHS and 1 <= last[1] <= MONTHS
    return months and first <= last and 1900 <= first[0] <= last[0] <= 2100  # noqa: PLR2004


def _quarter(plain: str) -> str:
    found = QUARTER.fullmatch(plain)
    if not found or ("Q" not in plain.upper() and "季" not in plain):
        return ""
    last = int(found[2]) * 3
    return f"{found[1]}-{last - 2:02d}/{found[1]}-{last:02d}"


def _dotted(plain: str) -> str:
    found = DOTTED.fullmatch(plain)
    if not found:
        return ""
    year, first, last = int(found[1]), int(found[2]), int(found[3] or found[2])
    if not _sane((year, first), (year, last)):
        return ""
    if found[3] is None:
        return f"{year}-{first:02d}"
    return f"{year}-{first:02d}/{year}-{last:02d}" if (first, last) != (1, 12) else str(year)


def _worded(plain: str) -> str:
    """Read a period in the words of reports, if it is all that was typed."""
    found = [words for words in time_words(plain) if len(words.span) >= len(plain)]
    return _iso(found[0]) if found and found[0].year is not None else ""


def _iso(words: TimeWords) -> str:
    year = words.year or 0
    if words.scope is Scope.YEARS and words.last_year is not None:
        return f"{year}/{words.last_year}"
    first, last = words.months
    if words.scope is Scope.DATE:
        return f"{year}-{last:02d}-{words.day:02d}"
    if (first, last) == (1, MONTHS):
        return str(year)
    start = f"{year}-{first:02d}"
    return start if first == last else f"{start}/{year}-{last:02d}"


READERS: Final[Mapping[str, Callable[[Metric, str], Metric]]] = {
    "value": _value,
    "value_max": _value_max,
    "kind": lambda fields, typed: replace(fields, kind=_choice(MetricKind, "kind", typed)),
    "bound": lambda fields, typed: replace(fields, bound=_choice(Bound, "bound", typed)),
    "status": lambda fields, typed: replace(fields, status=_choice(MetricStatus, "status", typed)),
    "period": lambda fields, typed: replace(fields, period=parse_period(typed)),
    "base_period": lambda fields, typed: replace(fields, base_period=parse_period(typed)),
}
