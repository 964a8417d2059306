"""The formats that reports of a workspace can be exported in, and the one way to do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from core.errors import UserError
from core.exchange.delivery import deliver
from core.exchange.reviewed import Means, Reviewed, gather
from core.messages import message
from core.workspace import Workspace

Make = Callable[[Iterable[Reviewed], Means], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name on the command line, its files' ending, and how it is made."""

    id: str
    suffix: str
    make: Make


def export(
    workspace: Workspace, report_ids: Sequence[int], form: Format, path: Path, means: Means
) -> None:
    """Write reports of a workspace to a file, whole or not at all.

    Raises:
        UserError: the file cannot be written; the old one is as it was.
    """
    if path.exists() and workspace.path.exists() and path.samefile(workspace.path):
        raise UserError(message("export.onto_workspace", file=path.name))
    deliver(path, form.make((gather(workspace, report_id) for report_id in report_ids), means))


def format_of(path: Path) -> Format | None:
    """Find the format that a file's ending names."""
    return next((form for form in FORMATS if form.suffix == path.suffix.lower()), None)


def _workbook(reports: Iterable[Reviewed], means: Means) -> Iterator[bytes]:
    from core.exchange.xlsx import workbook  # noqa: PLC0415 - openpyxl takes 0.2 s

    yield workbook(reports, means)


def _training(reports: Iterable[Reviewed], means: Means) -> Iterator[bytes]:
    from core.exchange.training import training_lines  # noqa: PLC0415 - reads the lexicon

    yield from training_lines(reports, means)


FORMATS: Final = (Format("xlsx", ".xlsx", _workbook), Format("jsonl", ".jsonl", _training))
"""The registry: what a format is called, and who makes it, stands here alone."""
