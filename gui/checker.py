"""The checks of the window: read with their rules only when their tab is first seen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from core.catalogue import Catalogue
from core.checking.checked import Checked, Checker
from core.paths import config_dir
from core.report import Report, Row

if TYPE_CHECKING:
    from core.checking.rules import CheckRules


def checker_of(catalogue: Catalogue) -> Checker:
    """Make the function that checks a report's rows.

    It raises a ``UserError`` where the user's own rules cannot be read.
    """

    def run(report: Report, rows: Sequence[Row]) -> Checked:
        from core.checking.engine import checker  # noqa: PLC0415 - 20 ms that a start has not

        return checker(catalogue, check_rules())(report, rows)

    return run


@cache
def check_rules() -> CheckRules:
    """Read the rules of the checks, the user's over those that ship."""
    from core.checking.rules import load_check_rules  # noqa: PLC0415 - as above

    return load_check_rules(config_dir())
