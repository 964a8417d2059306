"""The report on the screen: positions, clicks, the frame, and no input method."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.report import Facts, Report, RowKind, RowState, Section, Span
from gui.marks import Mark, MarkTable
from gui.report_view import ReportView

TEXT = (
    "政府工作报告\n一、回顾\n𠮷祥区GDP完成1202亿元,增速4.5%。\n"
    + "其他工作稳步推进。\n" * 80
    + "新建公厕18座。"
)
REPORT = Report(
    "r.txt",
    "",
    "utf-8",
    "txt",
    TEXT,
    Facts(title="政府工作报告"),
    (Section(Span(7, len(TEXT)), "一、回顾", 1, False),),
    (Span(TEXT.index("其他"), TEXT.index("其他") + 9),),
)


def of(
    words: str, row_id: int, state: RowState = RowState.UNREVIEWED, kind: str = "metric"
) -> Mark:
    start = TEXT.index(words)
    return Mark(row_id, Span(start, start + len(words)), RowKind(kind), state)


@pytest.fixture
def view(qtbot: QtBot) -> ReportView:
    shown = ReportView()
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    marks = [of("1202亿元", 1), of("4.5%", 2), of("新建公厕18座", 3, kind="statement")]
    shown.show_report(REPORT, MarkTable(TEXT, marks))
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def place_of(view: ReportView, words: str) -> QPoint:
    start = TEXT.index(words)
    rect = view.cursorRect(view.cursor_on(Span(start, start)))
    return rect.center() + QPoint(view.fontMetrics().height() // 3, 0)


def click(view: ReportView, place: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_positions_are_code_points_beyond_the_bmp_too(view: ReportView) -> None:
    for words in ("𠮷祥", "1202亿元", "公厕"):
        start = TEXT.index(words)
        view.select_words(Span(start, start + len(words)))
        assert view.selected_span() == Span(start, start + len(words))
        assert view.textCursor().selectedText() == words


def test_clicking_marked_words_names_their_rows(view: ReportView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.words_chosen) as chosen:
        click(view, place_of(view, "1202亿元"))
    assert chosen.args == [[1]]
    with qtbot.assertNotEmitted(view.words_chosen):
        click(view, place_of(view, "一、回顾"))
        click(view, QPoint(view.viewport().width() - 2, place_of(view, "一、回顾").y()))


def test_dragging_selects_words_and_chooses_no_row(view: ReportView, qtbot: QtBot) -> None:
    start, end = place_of(view, "GDP"), place_of(view, "4.5%")
    with qtbot.assertNotEmitted(view.words_chosen):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view.viewport(), end)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    selected = view.selected_span()
    assert selected is not None
    assert "1202亿元" in selected.of(TEXT)


def test_the_caret_chooses_the_row_under_it_once(view: ReportView, qtbot: QtBot) -> None:
    start = TEXT.index("1202")
    cursor = view.textCursor()
    cursor.setPosition(view.marks.paragraphs.to_utf16(start - 1))
    view.setTextCursor(cursor)
    with qtbot.waitSignal(view.words_chosen) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert chosen.args == [[1]]
    view.show_current(of("1202亿元", 1).span)
    with qtbot.assertNotEmitted(view.words_chosen):
        QTest.keyClick(view, Qt.Key.Key_Right)


def test_revealing_scrolls_only_where_it_must(view: ReportView) -> None:
    view.reveal(of("1202亿元", 1).span)
    assert view.verticalScrollBar().value() == 0
    last = of("新建公厕18座", 3).span
    view.reveal(last)
    assert view.verticalScrollBar().value() > 0
    assert view.visible_span().overlaps(last)
    assert not view.visible_span().overlaps(of("1202亿元", 1).span)


def test_no_input_method_ever(view: ReportView, qtbot: QtBot) -> None:
    view.clearFocus()
    view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_single_key_goes_to_the_commands_first(view: ReportView) -> None:
    taken: list[int] = []

    def take(event: object) -> bool:
        taken.append(event.key())  # type: ignore[attr-defined]
        return True

    view.take_key = take
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Q, Qt.Key.Key_Insert):
        QTest.keyClick(view, key)
    assert taken == [Qt.Key.Key_Return, Qt.Key.Key_Q, Qt.Key.Key_Insert]


def painted(view: ReportView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def colours(image: QImage, place: QPoint, reach: int) -> set[str]:
    ratio = image.devicePixelRatio()
    return {
        image.pixelColor(round((place.x() + dx) * ratio), round((place.y() + dy) * ratio)).name()
        for dx in range(-reach, reach)
        for dy in range(-reach, reach)
    }


def test_a_decision_changes_the_look_of_its_own_words_only(view: ReportView) -> None:
    before = painted(view)
    view.marks.put(of("1202亿元", 1, RowState.CONFIRMED))
    view.repaint_words([of("1202亿元", 1).span])
    after = painted(view)
    own, other = place_of(view, "1202亿元"), place_of(view, "一、回顾")
    assert colours(before, own, 6) != colours(after, own, 6)
    assert colours(before, other, 6) == colours(after, other, 6)


@pytest.mark.parametrize("kind", list(RowKind))
def test_every_state_looks_different(view: ReportView, kind: RowKind) -> None:
    mark = of("1202亿元", 1, kind=kind)
    view.marks.put(mark)
    looks = set()
    for state in RowState:
        view.marks.put(replace(mark, state=state))
        view.repaint_words([mark.span])
        image = painted(view)
        looks.add(bytes(image.constBits()))
    assert len(looks) == len(RowState)


def test_search_hits_and_flash_pass_over_the_text_only(view: ReportView) -> None:
    hits = [of("1202亿元", 1).span, of("新建公厕18座", 3).span]
    view.show_hits(hits)
    assert len(view.extraSelections()) == 1  # the other is out of sight
    view.flash(hits[0])
    assert len(view.extraSelections()) == 2
    view._flash_end.timeout.emit()
    view.show_hits([])
    assert view.extraSelections() == []
    assert not view.document().isUndoAvailable()


def test_another_report_leaves_nothing_of_the_first(view: ReportView) -> None:
    view.show_hits([of("1202亿元", 1).span])
    view.show_current(of("1202亿元", 1).span)
    short = Report("s.txt", "", "utf-8", "txt", "短", Facts())
    view.show_report(short, MarkTable("短"))
    painted(view)
    assert view.extraSelections() == []
    assert view.visible_span() == Span(0, 1)


def test_headings_stand_out_and_furniture_steps_back(view: ReportView) -> None:
    looks = {}
    for words in ("政府工作", "回顾", "其他工作", "增速"):
        at = view.marks.paragraphs.to_utf16(TEXT.index(words) + 1)
        looks[words] = view.cursor_on(Span(at, at)).charFormat()
        cursor = view.textCursor()
        cursor.setPosition(at)
        looks[words] = cursor.charFormat()
    assert looks["政府工作"].fontWeight() > looks["增速"].fontWeight()
    assert looks["回顾"].fontWeight() > looks["增速"].fontWeight()
    assert looks["其他工作"].foreground() != looks["增速"].foreground()
