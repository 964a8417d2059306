"""Gold files: reports with rows and clause labels made by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from core.errors import UserError
from core.messages import message
from core.report import Bound, Metric, MetricKind, MetricStatus, Span, StatementStatus

SUFFIX: Final = ".gold.json"


@dataclass(frozen=True, slots=True)
class PlacedMetric:
    """A metric and the words that it stands on."""

    span: Span
    metric: Metric


@dataclass(frozen=True, slots=True)
class LabelledClause:
    """A clause and its label; ``None`` for one that is no statement.

    ``scored`` is false where readers differ (annotation guide, section 2, rule 7); ``said`` is
    the label as the file has it, which parts ``outcome`` from ``none``.
    """

    span: Span
    label: StatementStatus | None
    scored: bool
    said: str = "none"


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold file; ``text_sha256`` is of the canonical text that positions refer to."""

    name: str
    text_sha256: str
    metrics: tuple[PlacedMetric, ...]
    clauses: tuple[LabelledClause, ...]


def gold_files(folder: Path) -> list[Path]:
    """List the gold files of a folder by name.

    Raises:
        UserError: there is no such folder, or no gold file in it.
    """
    if not folder.is_dir():
        raise UserError(message("evaluation.no_folder", folder=folder))
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise UserError(message("evaluation.no_gold", folder=folder, suffix=SUFFIX))
    return files


def read_gold(path: Path) -> Gold:
    """Read one gold file.

    Raises:
        UserError: it cannot be read or breaks the form.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Gold(
            path.name.removesuffix(SUFFIX),
            data["text_sha256"],
            tuple(map(_metric, data["metrics"])),
            tuple(map(_clause, data["labels"])),
        )
    except (OSError, ValueError, KeyError, TypeError, InvalidOperation) as error:
        reason = f"{type(error).__name__} {error}"
        raise UserError(message("evaluation.bad_gold", file=path, reason=reason)) from error


def _metric(row: Mapping[str, Any]) -> PlacedMetric:
    high = row.get("value_max")
    metric = Metric(
        value=Decimal(row["value"]),
        value_max=None if high is None else Decimal(high),
        unit=row["unit"] or "",
        indicator=row["indicator"],
        kind=MetricKind(row["kind"]),
        bound=Bound(row["bound"]),
        period=row["period"] or "",
        status=MetricStatus(row["status"]),
    )
    return PlacedMetric(Span(row["start"], row["end"]), metric)


def _clause(row: Mapping[str, Any]) -> LabelledClause:
    label = None if row["label"] in ("none", "outcome") else StatementStatus(row["label"])
    span = Span(row["start"], row["end"])
    return LabelledClause(span, label, not row.get("unscored"), row["label"])
