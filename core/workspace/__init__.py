"""The workspace file: reports, rows, remarks and the journal in one SQLite file."""

from __future__ import annotations

from core.workspace.store import Progress, ReportEntry, StoredRow, Workspace

__all__ = ["Progress", "ReportEntry", "StoredRow", "Workspace"]
