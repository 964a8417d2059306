"""What a clerk does on the sample, through the real ``main`` in a process of its own.

Run as ``python -m tests.e2e.bench_steps work|look FILE``; only Qt's event loop is
replaced, by these steps. Everything is done with the keyboard and, for Chinese, an
input method; what stands at the end is written to FILE.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import main
from core.report import RowKind, Span
from gui.editors import TextEditor
from gui.window import MainWindow
from tests.gui.keyboard import type_chinese

CONTROL = Qt.KeyboardModifier.ControlModifier


def window() -> MainWindow:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))


def focused() -> QWidget:
    QApplication.processEvents()
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)
    QApplication.processEvents()


def retype(words: str) -> None:
    editor = focused()
    assert isinstance(editor, TextEditor), editor
    editor.selectAll()
    type_chinese(editor, words)


def snapshot(shown: MainWindow) -> object:
    """Say everything that must be the same after a restart."""
    session = shown.desk.session
    rows = [row for kind in RowKind for row in session.rows(kind)]
    return {
        "rows": [[repr(row), session.state(row.id)] for row in rows],
        "remarks": [repr(remark) for remark in session.remarks()],
        "progress": [asdict(session.progress(kind)) for kind in RowKind],
        "facts": asdict(session.report.facts),
        "title": shown.windowTitle(),
    }


def work() -> int:
    """Confirm three rows, correct one, reject one, add one, remark on one, undo twice."""
    shown = window()
    desk = shown.desk
    QTest.qWaitForWindowActive(shown)
    assert desk.pane.tables[RowKind.METRIC].hasFocus()
    for _ in range(3):
        press(Qt.Key.Key_Return)
    correct(shown)
    press(Qt.Key.Key_Delete)
    add(shown)
    remark(shown)
    assert desk.session.remarks()
    before = [len(desk.session.rows(kind)) for kind in RowKind]
    press(Qt.Key.Key_Z, CONTROL)
    assert not desk.session.remarks()
    press(Qt.Key.Key_Z, CONTROL)
    assert [len(desk.session.rows(kind)) for kind in RowKind] == before  # its name is undone
    states = [desk.session.state(row.id).value for row in desk.session.rows(RowKind.METRIC)]
    assert [states.count(s) for s in ("confirmed", "corrected", "rejected", "added")] == [
        3,
        1,
        1,
        1,
    ]
    return finish(shown)


def correct(shown: MainWindow) -> None:
    """Write another value into the chosen row, commit, confirm and go on."""
    row_id = shown.desk.selection.row_id
    assert row_id is not None
    table = shown.desk.pane.tables[RowKind.METRIC]
    while table.rows.field_at(table.currentIndex()) != "value":
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_F2)
    retype("1220")
    press(Qt.Key.Key_Return, CONTROL)
    assert shown.desk.selection.row_id != row_id


def add(shown: MainWindow) -> None:
    """Select words of the report and make a row of them."""
    text = shown.desk.session.report.text
    start = text.index("5年发展规划")
    shown.desk.view.setFocus()
    shown.desk.view.select_words(Span(start, start + 6))
    press(Qt.Key.Key_Insert)
    retype("发展规划年限")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)


def remark(shown: MainWindow) -> None:
    press(Qt.Key.Key_M)
    retype("与上期口径不一致")
    press(Qt.Key.Key_Return)


def look() -> int:
    shown = window()
    QApplication.processEvents()
    return finish(shown)


def finish(shown: MainWindow) -> int:
    RESULT.write_text(json.dumps(snapshot(shown), ensure_ascii=False), encoding="utf-8")
    shown.close()
    QApplication.processEvents()
    return 0


def step(_application: object = None) -> int:
    """Stand in for the event loop; a failed step is this process's failure."""
    return STEPS[VERB]()


STEPS: dict[str, Callable[[], int]] = {"work": work, "look": look}

if __name__ == "__main__":
    VERB, RESULT = sys.argv[1], Path(sys.argv[2])
    QApplication.exec = step  # type: ignore[method-assign]
    sys.argv = ["main.py", "--lang", "zh"]
    sys.exit(main.main())
