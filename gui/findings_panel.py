"""The tab of findings: what the checks say, how much they could check, and what they cannot say."""

from __future__ import annotations

from collections.abc import Container, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from core.checking.checked import Summary
from core.report import Finding
from core.review.findings import arranged, counted, group_of
from gui.finding_chips import FindingChips
from gui.finding_model import FindingModel
from gui.finding_table import FindingTable
from gui.inspector_parts import Page, wrapped
from gui.labels import fade
from gui.verdicts import verdict_name


class FindingsPanel(QWidget):
    """Show the findings of the open report under a line that says how much was checked.

    ``chips`` choose what is listed; whoever lays the window out gives them their place.

    Signals:
        shown_anew(): another choice of chips changed what is listed.
    """

    shown_anew = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: Sequence[Finding] = ()
        self._dismissed: Container[str] = ()
        self._summary: Summary | None = None
        self._model = FindingModel(language, self)
        self.chips = FindingChips(self)
        self.table = FindingTable(self._model, self)
        self.table.setAccessibleName(self.tr("Findings of the checks"))
        self._counts = wrapped(QLabel(self), "check-summary")
        self._limits = wrapped(QLabel(self), "check-limits")
        self._limits.setText(
            self.tr(
                "Checks say that figures disagree, not which is right;"
                " truth outside this report is not judged."
            )
        )
        fade(self._limits)
        self.setFocusProxy(self.table)
        self.chips.changed.connect(self._list_anew)
        self._build()

    def _build(self) -> None:
        head = Page(self)
        words = QVBoxLayout(head)
        words.setContentsMargins(8, 4, 8, 4)
        words.setSpacing(2)
        words.addWidget(self._counts)
        words.addWidget(self._limits)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(head)
        lines.addWidget(self.table, 1)

    # What is shown

    def show_findings(
        self, findings: Sequence[Finding], dismissed: Container[str], summary: Summary
    ) -> None:
        """Show what the checks say now; the chosen finding stays chosen."""
        self._findings, self._dismissed, self._summary = findings, dismissed, summary
        self._counts.setText(
            self.tr("{0} figures, {1} checked, {2} not checkable").format(
                summary.found, summary.checked, summary.unverifiable
            )
        )
        self._list()

    def forget(self) -> None:
        """Show nothing: no report is open, or one that was not checked yet."""
        self._counts.clear()
        self._findings, self._dismissed, self._summary = (), (), None
        self._list()

    def say(self, words: str) -> None:
        """Say in the place of the list why there is none."""
        self.forget()
        self.table.hint = words

    def chosen(self) -> Finding | None:
        """Give the chosen finding."""
        return self.table.chosen()

    def words(self, finding: Finding) -> str:
        """Word a finding."""
        return self._model.words(finding)

    def lines(self, *, all_of_them: bool) -> list[str]:
        """Write the chosen finding, or all that are listed, as lines with tabs for a sheet."""
        chosen = self.chosen()
        findings = self._model.findings() if all_of_them else [chosen] if chosen else []
        return [
            "\t".join(
                " ".join(words.split())
                for words in (verdict_name(one.verdict), self.words(one), one.arithmetic)
            )
            for one in findings
        ]

    def go_to(self, key: str) -> bool:
        """Choose a finding without saying so, showing its group if need be."""
        finding = next((one for one in self._findings if one.key == key), None)
        if finding is None:
            return False
        self.chips.show_group(group_of(finding, self._dismissed))
        self.table.go_to(self._model.place_of_key(key) or 0)
        return True

    def _list_anew(self) -> None:
        self._list()
        self.shown_anew.emit()

    def _list(self) -> None:
        """List what the chips choose, at the finding chosen before or at its place."""
        chosen, place = self.table.chosen(), max(0, self.table.currentIndex().row())
        groups = self.chips.groups()
        shown = arranged(self._findings, self._dismissed, groups)
        self.table.hint = "" if shown else self._why_empty()
        blocked = self.table.blockSignals(True)
        self._model.show(shown, self._dismissed)
        self.table.blockSignals(blocked)
        found = self._model.place_of(chosen) if chosen is not None else None
        self.table.go_to(place if found is None else found)
        self.chips.show_counts(counted(self._findings, self._dismissed))

    def _why_empty(self) -> str:
        """Say why nothing is listed, and what to do next."""
        if self._summary is None:
            return self.tr("Open a report: its figures are checked against each other here.")
        if not self._summary.found:
            return self.tr("No figures in this report, so there is nothing to check.")
        if not self._findings:
            return self.tr(
                "None of the figures states a relation to another one, so nothing could be"
                " checked. This does not mean that they are right."
            )
        if not self.chips.groups():
            return self.tr("No group is chosen above. Click one, or press Ctrl+1 … Ctrl+5.")
        return self.tr(
            "Nothing here waits for you. Click “Agrees” or “Dealt with” above for the rest."
        )
