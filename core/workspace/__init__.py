"""The workspace file: reports, rows, remarks and the journal in one SQLite file."""

from __future__ import annotations

from core.workspace.report_table import Progress, ReportEntry
from core.workspace.row_table import StoredRow
from core.workspace.store import Workspace

__all__ = ["Progress", "ReportEntry", "StoredRow", "Workspace"]
