"""Find words that are cut off and widgets that leave their window, as an eye would."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

SLACK = 1  # pixels of rounding


def faults(root: QWidget) -> list[str]:
    """Name what is cut off in a window that is shown."""
    seen = [root, *(one for one in root.findChildren(QWidget) if one.isVisibleTo(root))]
    return [
        f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}: {fault}"
        for widget in seen
        if not (isinstance(widget, QMenu) or of_qt(widget))
        for look in LOOKS
        for fault in look(widget)
    ]


def of_qt(widget: QWidget) -> bool:
    """Pass over the inner parts of Qt's own widgets, which are laid out by them."""
    inner = widget.objectName().startswith("qt_") and not isinstance(widget, QTabBar)
    return inner or isinstance(widget, QScrollBar)


def leaves_its_parent(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or is_scrolled(widget):
        return
    room = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    if not widget.size().isEmpty() and not room.contains(widget.geometry()):
        yield f"at {rect(widget.geometry())} beyond {rect(parent.rect())} of its parent"


def is_scrolled(widget: QWidget) -> bool:
    """Say whether a widget lies in something that scrolls, and may be higher than it."""
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def label_is_cut(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QLabel) or not widget.text():
        return
    room = widget.contentsRect()
    if widget.wordWrap():
        wanted = widget.heightForWidth(widget.width())
        if wanted > widget.height() + SLACK:
            yield f"“{widget.text()}” needs {wanted} of height, has {widget.height()}"
    elif plain_width(widget) > room.width() + SLACK:
        yield f"“{widget.text()}” needs {plain_width(widget)}, has {room.width()}"


def plain_width(label: QLabel) -> int:
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        return round(document.idealWidth())
    return max(label.fontMetrics().horizontalAdvance(line) for line in label.text().split("\n"))


def button_is_cut(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QAbstractButton) or not widget.text():
        return
    if isinstance(widget, (QPushButton, QToolButton)):
        wanted = QSize(widget.fontMetrics().horizontalAdvance(widget.text().replace("&", "")), 0)
        wanted.setHeight(widget.fontMetrics().height())
    else:
        wanted = widget.sizeHint()
    if wanted.width() > widget.width() + SLACK or wanted.height() > widget.height() + SLACK:
        yield f"“{widget.text()}” needs {size(wanted)}, has {size(widget.size())}"


def tab_is_cut(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QTabBar):
        return
    for at in range(widget.count()):
        words, room = widget.tabText(at), widget.tabRect(at)
        needed = widget.fontMetrics().horizontalAdvance(words)
        if needed > room.width() + SLACK or room.right() > widget.width() + SLACK:
            yield f"tab “{words}” needs {needed}, has {rect(room)} of {widget.width()}"


def head_is_cut(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QHeaderView) or widget.orientation() is Qt.Orientation.Vertical:
        return
    for at in range(widget.count()):
        words = str(widget.model().headerData(at, widget.orientation()) or "")
        needed = widget.fontMetrics().horizontalAdvance(words)
        if needed > widget.sectionSize(at) + SLACK and not widget.isSectionHidden(at):
            yield f"head “{words}” needs {needed}, has {widget.sectionSize(at)}"


def line_is_cut(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QLineEdit) or widget.text() or not widget.placeholderText():
        return
    needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
    if needed > widget.width() - widget.height() // 3:
        yield f"hint “{widget.placeholderText()}” needs {needed}, has {widget.width()}"


def choice_is_cut(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QComboBox):
        return
    option = QStyleOptionComboBox()
    option.initFrom(widget)
    field = QStyle.SubControl.SC_ComboBoxEditField
    control = QStyle.ComplexControl.CC_ComboBox
    room = widget.style().subControlRect(control, option, field, widget)
    needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
    if needed > room.width() + SLACK:
        yield f"choice “{widget.currentText()}” needs {needed}, has {room.width()}"


def bar_is_cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QMenuBar):
        for action in widget.actions():
            place = widget.actionGeometry(action)
            if action.isVisible() and not widget.rect().contains(place):
                yield f"menu “{action.text()}” at {rect(place)}"


def rect(place: QRect) -> str:
    return f"{place.x()},{place.y()} {place.width()}×{place.height()}"


def size(one: QSize) -> str:
    return f"{one.width()}×{one.height()}"


LOOKS: tuple[Callable[[QWidget], Iterator[str]], ...] = (
    leaves_its_parent,
    label_is_cut,
    button_is_cut,
    tab_is_cut,
    head_is_cut,
    line_is_cut,
    choice_is_cut,
    bar_is_cut,
)
