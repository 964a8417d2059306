"""Text of a Word document: a paragraph a line, a table row a line with tabs.

Automatic list numbers are no characters of the file and stay out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from core.errors import UserError
from core.messages import message

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

UNPACKED_LIMIT: Final = 512 * 1024 * 1024
"""Bytes; a small file that unpacks to more is an attack on the memory."""

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN_PART: Final = "word/document.xml"


def docx_text(name: str, data: bytes) -> str:
    """Read paragraphs and tables in the order of the document.

    Raises:
        UserError: no Word document, damaged, or unpacking to too much.
    """
    _refuse_what_is_no_document(name, data)
    import docx  # noqa: PLC0415 - costs 0.1 s, rarely needed

    try:
        document = docx.Document(io.BytesIO(data))
        return "\n".join(_lines(document)) + "\n"
    except UserError:
        raise
    except Exception as fault:  # a damaged file can break the parser anywhere
        raise UserError(message("reading.damaged", file=name, reason=fault)) from fault


def _refuse_what_is_no_document(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.namelist()
            unpacked = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError) as fault:
        raise UserError(message("reading.damaged", file=name, reason=fault)) from fault
    if MAIN_PART not in members:
        code = "reading.xlsx" if any(m.startswith("xl/") for m in members) else "reading.zip"
        raise UserError(message(code, file=name))
    if unpacked > UNPACKED_LIMIT:
        raise UserError(message("reading.damaged", file=name, reason="zip"))


def _lines(document: Document) -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield _paragraph_text(block._p)  # noqa: SLF001 - the library leaves out insertions
        elif isinstance(block, Table):
            yield from _table_lines(block)


def _paragraph_text(element: object) -> str:
    """Join a paragraph's text, tracked insertions and content controls included."""
    parts = []
    for node in element.iter():  # type: ignore[attr-defined]
        if node.tag == f"{WORD}t":
            parts.append(node.text or "")
        elif node.tag == f"{WORD}tab":
            parts.append("\t")
        elif node.tag in (f"{WORD}br", f"{WORD}cr"):
            parts.append("" if node.get(f"{WORD}type") == "page" else " ")
    return "".join(parts).replace("\n", " ").rstrip()


def _table_lines(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells: list[object] = []
        for cell in row.cells:  # a merged cell is given once for each place it covers
            if not cells or cells[-1] is not cell._tc:  # noqa: SLF001
                cells.append(cell._tc)  # noqa: SLF001
        yield "\t".join(_cell_text(cell) for cell in cells)


def _cell_text(cell: object) -> str:
    paragraphs = cell.iter(f"{WORD}p")  # type: ignore[attr-defined]
    return " ".join(filter(None, (_paragraph_text(part).strip() for part in paragraphs)))
