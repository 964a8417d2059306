"""The user guide in a window of its own, beside the bench, with its chapters to choose from."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QSplitter, QTextBrowser, QWidget

from core.resources import program_folder

CHAPTER: Final = 2  # the level of a chapter's heading in the guide's Markdown
LINE_HEIGHT: Final = 135.0  # percent: Chinese reads ill when set solid
CELL: Final = 5.0  # pixels around the words of a table's cell


class GuideWindow(QDialog):
    """Show ``docs/guide`` in the language of the screen; stays open while one works."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("User guide"))
        self.chapters = QListWidget(self)
        self.chapters.setAccessibleName(self.tr("Chapters"))
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(self.tr("User guide"))
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(self.fontMetrics().height())
        self.page.setMarkdown(guide_text(language))
        self._set_apart()
        self._places = [block.position() for block in self._blocks() if is_chapter(block)]
        for place in self._places:
            self.chapters.addItem(self.page.document().findBlock(place).text())
        self.chapters.currentRowChanged.connect(self._go_to)
        halves = QSplitter(self)
        halves.addWidget(self.chapters)
        halves.addWidget(self.page)
        em = self.fontMetrics().height()
        halves.setSizes([em * 14, em * 38])
        halves.setStretchFactor(1, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(halves)
        self.resize(em * 52, em * 38)

    def _go_to(self, chapter: int) -> None:
        """Bring a chapter's heading to the top."""
        bar = self.page.verticalScrollBar()
        cursor = QTextCursor(self.page.document())
        cursor.setPosition(self._places[chapter])
        self.page.setTextCursor(cursor)
        bar.setValue(bar.value() + self.page.cursorRect().top())

    def _blocks(self) -> list[QTextBlock]:
        document = self.page.document()
        return [document.findBlockByNumber(at) for at in range(document.blockCount())]

    def _set_apart(self) -> None:
        """Give lines and cells room."""
        form = QTextBlockFormat()
        form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for block in self._blocks():
            cursor = QTextCursor(block)
            cursor.mergeBlockFormat(form)
            table = cursor.currentTable()
            if table is not None and table.format().cellPadding() != CELL:
                shape = table.format()
                shape.setCellPadding(CELL)
                shape.setCellSpacing(0)
                shape.setProperty(QTextFormat.Property.TableBorderCollapse, True)
                table.setFormat(shape)


def guide_text(language: str) -> str:
    """Read the guide in a language."""
    return (program_folder() / "docs" / "guide" / f"{language}.md").read_text(encoding="utf-8")


def is_chapter(block: QTextBlock) -> bool:
    """Say whether a paragraph is the heading of a chapter."""
    return block.blockFormat().headingLevel() == CHAPTER
