"""The tab of findings: listed, chosen, dismissed with a reason, remarked on, kept in step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from core.catalogue import load_catalogue
from core.checking.checked import Checked, Summary
from core.errors import UserError
from core.extraction.lexicon import load_lexicon
from core.messages import message, render
from core.paths import config_dir
from core.report import (
    Decision,
    Finding,
    Metric,
    Report,
    Row,
    RowKind,
    Severity,
    Verdict,
)
from core.review.findings import (
    OPEN,
    FindingGroup,
    arranged,
    count_open,
    counted,
    group_of,
)
from core.review.session import ReviewSession
from core.workspace import Workspace
from gui.bench import Bench
from gui.checker import check_rules, checker_of
from gui.checks import Checks
from gui.editing import Editing
from gui.finding_chips import SHOWN_AT_FIRST
from gui.finding_model import ARITHMETIC, FindingModel
from gui.in_step import InStep, Parts
from gui.row_actions import RowActions
from gui.rows_pane import Tab
from gui.verdicts import SHAPES, verdict_colour, verdict_name, verdict_style
from tests.gui.keyboard import compose, type_chinese
from tests.gui.kit import AT, ids, keep_sample, on

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def finding(number: int, verdict: Verdict, severity: Severity, rows: tuple[int, ...]) -> Finding:
    missing = message("doubt.unit-missing") if verdict is Verdict.UNVERIFIABLE else None
    said = message("cli.version", version=f"{number}")
    return Finding("test", rows, verdict, severity, said, f"{number} + 1", f"k{number}", missing)


class Checker:
    """Find the same five things in the sample, and count how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.silent = False
        self.instead: Callable[[Report, Sequence[Row]], Checked] | None = None

    def __call__(self, report: Report, rows: Sequence[Row]) -> Checked:
        self.asked += 1
        if self.instead is not None:
            return self.instead(report, rows)
        if self.silent:
            return Checked((), Summary(6, 0, 0))
        numbers = [row.id for row in rows if row.kind is RowKind.METRIC]
        gdp, growth, fixed, rise, firms, toilets = numbers
        value = rows[0].fields.value if isinstance(rows[0].fields, Metric) else Decimal(0)
        differs = finding(2, Verdict.INCONSISTENT, Severity.ERROR, (fixed, gdp))
        found = (
            finding(1, Verdict.UNVERIFIABLE, Severity.ERROR, (growth,)),
            replace(differs, key=f"k2 {value}"),
            finding(3, Verdict.CONSISTENT, Severity.ERROR, (rise,)),
            finding(4, Verdict.INCONSISTENT, Severity.WARNING, (firms, toilets)),
            finding(5, Verdict.NOTE, Severity.HINT, (toilets,)),
        )
        return Checked(found, Summary(6, 5, 1))


@pytest.fixture
def checker() -> Checker:
    return Checker()


@pytest.fixture
def session(tmp_path: Path, checker: Checker) -> Iterator[ReviewSession]:
    workspace = Workspace.open(tmp_path / "w.hedui")
    made = ReviewSession(workspace, "张三", lambda: AT, checker)
    made.open_report(keep_sample(workspace))
    yield made
    workspace.close()


@pytest.fixture
def checks(
    bench: Bench, in_step: InStep, parts: Parts, editing: Editing, qtbot: QtBot
) -> Iterator[Checks]:
    made = Checks(parts, bench, parts.pane)
    made.show_report()
    parts.pane.activateWindow()
    with qtbot.waitActive(parts.pane):
        parts.pane.tables[RowKind.METRIC].setFocus()
    yield made
    made.close()


@pytest.fixture
def tab(checks: Checks, parts: Parts) -> Parts:
    """Show the tab of findings with the keyboard in it."""
    parts.pane.show_tab(Tab.FINDINGS)
    parts.pane.focus_table()
    return parts


@pytest.fixture
def actions(tab: Parts, bench: Bench) -> RowActions:
    return RowActions(tab, bench, load_catalogue(), load_lexicon, tab.pane)


def listed(parts: Parts) -> list[str]:
    model = parts.pane.findings.table.findings
    return [model.finding(place).key for place in range(model.rowCount())]


def text_of(parts: Parts, name: str) -> str:
    label = parts.pane.finding_form.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def tab_title(parts: Parts) -> str:
    return parts.pane._tabs.tabText(2)


# -- pure

VERDICTS = st.sampled_from(Verdict)
FINDINGS = st.lists(st.tuples(VERDICTS, st.sampled_from(Severity)), max_size=12).map(
    lambda kinds: [finding(at, *kind, (at,)) for at, kind in enumerate(kinds)]
)


@given(FINDINGS, st.sets(st.integers(0, 11)), st.sets(st.sampled_from(FindingGroup)))
def test_what_is_listed(findings: list[Finding], away: set[int], groups: set[FindingGroup]) -> None:
    dismissed = {f"k{at}" for at in away}
    shown = arranged(findings, dismissed, groups)
    assert sorted(one.key for one in shown) == sorted(
        one.key for one in findings if group_of(one, dismissed) in groups
    )
    for one, other in pairwise(shown):  # nothing that weighs more comes later
        if group_of(one, dismissed) == group_of(other, dismissed) and (
            (one.verdict, one.severity) == (other.verdict, other.severity)
        ):
            assert findings.index(one) < findings.index(other)
    counts = counted(findings, dismissed)
    assert sum(counts.values()) == len(findings)
    assert count_open(counts) == len(arranged(findings, dismissed, OPEN))


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_colour_and_shape_and_word(verdict: Verdict, qtbot: QtBot) -> None:
    style = verdict_style(verdict)
    assert style.colour.isValid()
    assert not style.icon.isNull()
    assert style.text == verdict_name(verdict)
    others = set(Verdict) - {verdict}
    assert all(verdict_name(other) != style.text for other in others)
    assert all(SHAPES[other] is not SHAPES[verdict] for other in others)
    palette = QPalette(QApplication.palette())
    before = QPalette(palette)
    palette.setColor(QPalette.ColorRole.Base, QColor("#111"))
    QApplication.setPalette(palette)
    try:
        assert verdict_colour(verdict) != style.colour
    finally:
        QApplication.setPalette(before)


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = FindingModel("zh")
    QAbstractItemModelTester(model)
    one = finding(1, Verdict.INCONSISTENT, Severity.ERROR, (1,))
    model.show([one, finding(2, Verdict.NOTE, Severity.HINT, (2,))], {"k2"})
    words = model.index(0, 1)
    assert words.data() == render(one.said, "zh")
    assert words.data(ARITHMETIC) == "1 + 1"
    spoken = words.data(Qt.ItemDataRole.AccessibleTextRole)
    assert verdict_name(Verdict.INCONSISTENT) in spoken
    assert "1 + 1" in spoken
    grey = model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole)
    assert grey == QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
    assert model.place_of(replace(one, key="another value")) == 0
    assert model.place_of(replace(one, key="k0", check="another check")) is None
    model.show([], {})
    assert model.rowCount() == 0
    assert model.columnCount(QModelIndex()) == 2


# -- the tab


def test_nothing_is_computed_before_the_tab_is_seen(
    checks: Checks, parts: Parts, checker: Checker, qtbot: QtBot
) -> None:
    before = tab_title(parts)
    parts.session.decide(ids(parts.session)[:1], Decision.ACCEPTED)
    assert not checks._pause.isActive()
    assert checker.asked == 0
    parts.pane.show_tab(Tab.FINDINGS)
    assert checker.asked == 1
    assert tab_title(parts) == f"{before} 3"
    parts.pane.show_tab(Tab.METRICS)
    parts.session.decide(ids(parts.session)[:1], Decision.NONE)
    assert tab_title(parts) == f"{before} 3…"
    assert checker.asked == 1
    parts.pane.show_tab(Tab.FINDINGS)
    assert checker.asked == 2
    assert tab_title(parts) == f"{before} 3"


def test_what_is_shown_at_first(tab: Parts) -> None:
    assert [key[:2] for key in listed(tab)] == ["k2", "k4", "k5", "k1"]
    panel = tab.pane.findings
    assert all(number in panel._counts.text() for number in ("6", "5", "1"))
    assert panel._limits.isVisibleTo(tab.pane)
    assert panel.chips.isVisibleTo(tab.pane)
    assert panel.chips.groups() == SHOWN_AT_FIRST
    assert panel.table.accessibleName()
    assert not panel.table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_chips_choose_what_is_listed(tab: Parts) -> None:
    chips = tab.pane.findings.chips
    chips.toggle(3)
    assert [key[:2] for key in listed(tab)] == ["k2", "k4", "k5", "k1", "k3"]
    for at in range(4):
        chips.toggle(at)
    assert listed(tab) == []
    assert tab.pane.findings.table.hint
    assert [chip.text().split()[-1] for chip in chips._chips.values()][:4] == ["2", "1", "1", "1"]


def test_a_chosen_finding_shows_its_rows(tab: Parts) -> None:
    gdp, _, fixed, *_ = ids(tab.session)
    assert tab.pane.tab is Tab.FINDINGS
    assert tab.selection.row_id == fixed
    assert tab.view._flashed == on("360亿元")
    assert tab.view._painter.current == on("360亿元")
    assert list(tab.view._painter.used) == [on("1202亿元")]
    form = tab.pane.finding_form
    assert form.isVisibleTo(tab.pane)
    assert "2 + 1" in text_of(tab, "arithmetic")
    assert "1202亿元" in text_of(tab, "used-rows")
    assert form.accessibleDescription()
    form.page.follow(f"words:{gdp}")
    assert tab.view._flashed == on("1202亿元")
    tab.pane.show_tab(Tab.METRICS)
    assert not tab.view._painter.used
    assert tab.pane.inspector.isVisibleTo(tab.pane)


def test_the_keyboard(tab: Parts) -> None:
    table = tab.pane.findings.table
    QTest.keyClick(table, Qt.Key.Key_Down)
    firms, toilets = ids(tab.session)[4:6]
    assert tab.selection.row_id == firms
    QTest.keyClick(table, Qt.Key.Key_2)
    assert tab.view._flashed == on("18座")
    assert not table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert tab.pane.tab is Tab.METRICS
    assert tab.pane.tables[RowKind.METRIC].hasFocus()
    assert tab.selection.row_id == firms
    form = tab.pane.finding_form
    form.page.follow(f"row:{toilets}")
    assert tab.selection.row_id == toilets


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_Delete])
def test_dismissing_takes_a_reason(tab: Parts, bench: Bench, key: Qt.Key, qtbot: QtBot) -> None:
    table, line = tab.pane.findings.table, tab.pane.finding_form.dismissal
    first = listed(tab)[0]
    QTest.keyClick(table, key)
    assert line.reason.hasFocus()
    QTest.keyClick(line.reason, Qt.Key.Key_Return)
    assert not tab.session.dismissals()
    assert line._problem.text()
    compose(line.reason, "kou jing")
    QTest.keyClick(line.reason, Qt.Key.Key_Return)
    assert not tab.session.dismissals()  # Enter was the input method's
    type_chinese(line.reason, "口径不同")
    QTest.keyClick(line.reason, Qt.Key.Key_Return)
    assert tab.session.dismissals()[first].reason == "口径不同"
    assert table.hasFocus()
    qtbot.waitUntil(lambda: first not in listed(tab))
    assert tab.selection.row_id == ids(tab.session)[4]  # the next one is chosen
    assert tab_title(tab).endswith(" 2")
    tab.pane.show_tab(Tab.METRICS)
    with qtbot.waitSignal(bench.said) as said:
        bench.undo()
    assert said.args is not None
    assert "口径不同" in said.args[0]
    qtbot.waitUntil(lambda: first in listed(tab))
    assert table.chosen() is not None
    assert tab.selection.row_id == ids(tab.session)[2]
    assert tab_title(tab).endswith(" 3")


def test_a_dismissed_one_stays_and_comes_back(tab: Parts, qtbot: QtBot) -> None:
    table, form = tab.pane.findings.table, tab.pane.finding_form
    first = listed(tab)[0]
    tab.session.dismiss(first, "四舍五入")
    qtbot.waitUntil(lambda: first not in listed(tab))
    assert not tab.pane.findings.chips._chips[FindingGroup.DISMISSED].isChecked()
    assert tab.pane.findings.go_to(first)
    assert tab.pane.findings.chips._chips[FindingGroup.DISMISSED].isChecked()
    assert listed(tab)[-1] == first
    table.finding_chosen.emit(table.chosen())
    assert "四舍五入" in text_of(tab, "verdict")
    assert form._restore.isVisibleTo(form)
    assert not form._dismiss.isVisibleTo(form)
    QTest.keyClick(table, Qt.Key.Key_Backspace)
    assert not tab.session.dismissals()
    qtbot.waitUntil(lambda: listed(tab)[0] == first)
    assert form._dismiss.isVisibleTo(form)


def test_giving_up_a_reason_and_leaving_with_one(tab: Parts) -> None:
    table, line = tab.pane.findings.table, tab.pane.finding_form.dismissal
    first = listed(tab)[0]
    QTest.keyClick(table, Qt.Key.Key_D)
    line.reason.put("还没想好")
    QTest.keyClick(line.reason, Qt.Key.Key_Escape)
    assert not tab.session.dismissals()
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_D)
    line.reason.put("口径不同")
    tab.pane.leave()
    assert tab.session.dismissals()[first].reason == "口径不同"


def test_a_reason_is_for_the_finding_it_was_begun_on(tab: Parts, qtbot: QtBot) -> None:
    table, line = tab.pane.findings.table, tab.pane.finding_form.dismissal
    first, second, *_ = listed(tab)
    QTest.keyClick(table, Qt.Key.Key_D)
    line.reason.put("口径不同")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert list(tab.session.dismissals()) == [first]
    qtbot.waitUntil(lambda: first not in listed(tab))
    chosen = table.chosen()
    assert chosen is not None
    assert chosen.key == second


def test_a_reason_that_cannot_be_kept_stays(tab: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_key: str, _reason: str) -> None:
        raise UserError(message("workspace.disk_full", reason="满"))

    table, line = tab.pane.findings.table, tab.pane.finding_form.dismissal
    first = table.chosen()
    QTest.keyClick(table, Qt.Key.Key_D)
    line.reason.put("口径不同")
    monkeypatch.setattr(tab.session, "dismiss", refuse)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen() == first
    assert line.reason.text() == "口径不同"
    assert "满" in line._problem.text()
    assert not tab.pane.settle()


def test_a_remark_begins_with_the_findings_words(
    actions: RowActions, tab: Parts, qtbot: QtBot
) -> None:
    chosen = tab.pane.findings.chosen()
    assert chosen is not None
    actions.remark()
    form = tab.pane.remark_form
    assert form._reason.text() == tab.pane.findings.words(chosen)
    assert form.settle()
    assert not tab.session.remarks()  # what nobody touched is nobody's remark
    actions.remark()
    QTest.keyClick(form._reason, Qt.Key.Key_Return)
    (remark,) = tab.session.remarks()
    assert (remark.row_id, remark.span) == (ids(tab.session)[2], on("360亿元"))
    assert tab.pane.finding_form.isVisibleTo(tab.pane)
    assert tab.pane.findings.table.hasFocus()
    qtbot.waitUntil(lambda: remark.reason in text_of(tab, "remarks-on-rows"))


def test_findings_are_copied_as_lines_of_a_sheet(actions: RowActions, tab: Parts) -> None:
    actions.copy_rows()
    clipboard = QApplication.clipboard()
    verdict, words, arithmetic = clipboard.text().strip().split("\t")
    assert verdict == verdict_name(Verdict.INCONSISTENT)
    assert "2" in words
    assert arithmetic == "2 + 1"
    actions.copy_table()
    assert len(clipboard.text().splitlines()) == len(listed(tab))


def test_a_finding_is_no_row_to_decide(tab: Parts, bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.said):
        bench.confirm()
    assert all(tab.session.row(row).decision is Decision.NONE for row in ids(tab.session))
    assert not tab.pane._decisions.isVisibleTo(tab.pane)


def test_a_corrected_value_changes_the_finding_in_its_place(
    tab: Parts, checks: Checks, qtbot: QtBot
) -> None:
    first = listed(tab)[0]
    row = tab.session.row(ids(tab.session)[0])
    assert isinstance(row.fields, Metric)
    tab.session.dismiss(first, "四舍五入")
    tab.pane.findings.chips.toggle(4)
    tab.session.edit(row.id, replace(row.fields, value=Decimal(1220)))
    qtbot.waitUntil(lambda: "k2 1220" in listed(tab))
    assert first not in listed(tab)  # the dismissal lapsed with the value
    assert listed(tab)[0] == "k2 1220"


def test_why_there_is_nothing(checks: Checks, parts: Parts, checker: Checker) -> None:
    checker.silent = True
    parts.pane.show_tab(Tab.FINDINGS)
    table = parts.pane.findings.table
    assert listed(parts) == []
    no_relation, table.hint = table.hint, ""
    assert no_relation
    assert not parts.pane.finding_form._buttons.isVisibleTo(parts.pane)
    parts.pane.findings.show_findings((), {}, Summary())
    no_figures, table.hint = table.hint, ""
    assert no_figures not in ("", no_relation)
    parts.pane.findings.forget()
    assert table.hint not in ("", no_relation, no_figures)


def test_rules_that_cannot_be_read_are_told_of(
    tab: Parts, checks: Checks, checker: Checker
) -> None:
    config_dir().mkdir(parents=True)
    (config_dir() / "checks.toml").write_text("near = [", encoding="utf-8")
    checker.instead = checker_of(load_catalogue())
    check_rules.cache_clear()
    tab.session.decide(ids(tab.session)[:1], Decision.ACCEPTED)
    checks.refresh()
    assert listed(tab) == []
    assert "checks.toml" in tab.pane.findings.table.hint
    (config_dir() / "checks.toml").unlink()
    checks.refresh()
    assert "checks.toml" not in tab.pane.findings.table.hint
    assert "6" in tab.pane.findings._counts.text()


def test_another_report_begins_anew(tab: Parts, checks: Checks) -> None:
    parts = tab
    assert listed(parts)
    checks.show_report()
    assert listed(parts) == []
    assert parts.pane.finding_form.finding is None
    assert not parts.view._painter.used
    checks.refresh()
    assert listed(parts)
