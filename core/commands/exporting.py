"""The verb ``export``: reports of a workspace into a file for other programs."""

from __future__ import annotations

from typing import Final

from core.catalogue import load_catalogue
from core.checking.engine import checker
from core.checking.rules import load_check_rules
from core.commands.console import Console, printable
from core.commands.requests import Export
from core.errors import UserError
from core.exchange.formats import FORMATS, export
from core.exchange.reviewed import Means
from core.extraction.lexicon import Lexicon, load_lexicon
from core.messages import message
from core.paths import catalogue_overlay, config_dir, lexicon_overlay
from core.workspace import Workspace

DAMAGED: Final = "view.damaged"


def run_export(request: Export, console: Console) -> int:
    """Export the reports asked for, or all; the workspace is only looked at."""
    workspace = Workspace.view_only(request.workspace)
    try:
        broken = workspace.view if workspace.view and workspace.view.code == DAMAGED else None
        if broken is not None:
            console.complain(broken)
        wanted = reports_of(workspace, request.reports)
        form = next(form for form in FORMATS if form.id == request.format)
        catalogue = load_catalogue(catalogue_overlay())
        check = checker(catalogue, load_check_rules(config_dir()))
        means = Means(catalogue, _lexicon, check, console.language)
        export(workspace, wanted, form, request.out, means)
    finally:
        workspace.close()
    console.say(message("export.done", reports=len(wanted), file=printable(str(request.out))))
    return 0 if broken is None else 1


def reports_of(workspace: Workspace, asked: tuple[int, ...]) -> list[int]:
    """Give the ids of the reports asked for in their order, of all where none was.

    Raises:
        UserError: the workspace has no such report, or none at all.
    """
    entries = workspace.reports()
    if not entries:
        raise UserError(message("export.nothing", file=workspace.path.name))
    known = {entry.id: entry.name for entry in entries}
    for number in asked:
        if number not in known:
            names = "; ".join(f"{number} {name}" for number, name in sorted(known.items()))
            args = {"file": workspace.path.name, "asked": number, "known": names}
            raise UserError(message("export.unknown_report", **args))
    return list(dict.fromkeys(asked)) or list(known)


def _lexicon() -> Lexicon:
    return load_lexicon(lexicon_overlay())
