"""A long text is laid out to its end in short steps, also after another width."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from core.report import Facts, Report
from gui.laying_out import LayingOut
from gui.marks import MarkTable
from gui.report_view import ReportView

TEXT = ("前三季度,GDP完成1202亿元,增速4.5%。" * 6 + "\n") * 6_000
REPORT = Report("甲.txt", "h", "utf-8", "txt", TEXT, Facts())


def shown(qtbot: QtBot, width: int) -> ReportView:
    view = ReportView()
    qtbot.addWidget(view)
    view.resize(width, 400)
    view.show_report(REPORT, MarkTable(TEXT))
    with qtbot.waitExposed(view):
        view.show()
    return view


def whole_range(qtbot: QtBot, width: int) -> int:
    """How far one can scroll when all lines are laid out at once."""
    view = shown(qtbot, width)
    height = view.document().documentLayout().documentSize().height()
    return int(height) - view.viewport().height()


def test_all_of_it_is_laid_out_in_the_end(qtbot: QtBot) -> None:
    wide, narrow = whole_range(qtbot, 600), whole_range(qtbot, 300)
    assert narrow > wide
    view = shown(qtbot, 600)
    bar = view.verticalScrollBar()
    assert bar.maximum() != wide  # it is laid out while the user reads on
    qtbot.waitUntil(lambda: abs(bar.maximum() - wide) <= 1, timeout=20_000)
    view.resize(300, 400)
    qtbot.waitUntil(lambda: abs(bar.maximum() - narrow) <= 1, timeout=20_000)


def test_no_document_is_no_work(qtbot: QtBot) -> None:
    owner = QObject()
    laying_out = LayingOut(owner)
    document = QTextDocument("甲", owner)
    laying_out.begin_again()
    laying_out.follow(document)
    laying_out.forget()
    laying_out.begin_again()
    assert document.toPlainText() == "甲"
