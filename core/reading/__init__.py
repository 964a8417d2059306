"""From bytes to a report: decoding, formats, outline, furniture, facts."""

from __future__ import annotations

import hashlib
from pathlib import PurePath
from typing import Final

from core.errors import UserError
from core.messages import message
from core.reading.broken_lines import join_lines
from core.reading.decoding import Decoded, decode, signature
from core.reading.docx import docx_text
from core.reading.furniture import find_furniture
from core.reading.outline import find_sections
from core.report import Facts, Report

FOREIGN: Final = {
    ".doc": "doc", ".wps": "doc", ".xls": "xlsx", ".xlsx": "xlsx", ".et": "xlsx", ".pdf": "pdf",
    ".html": "html", ".htm": "html", ".ofd": "pdf", ".rtf": "rtf", ".odt": "odt", ".ppt": "ppt",
    ".pptx": "ppt", ".zip": "archive", ".rar": "archive", ".7z": "archive", ".png": "image",
    ".jpg": "image", ".jpeg": "image", ".tif": "image", ".bmp": "image", ".hedui": "database",
}  # fmt: skip
"""What names end in, of formats that are not read: each has a message of its own."""


def read_report(name: str, data: bytes, *, encoding: str | None = None) -> Report:
    """Read a report of the formats known here (.txt, .docx).

    ``encoding`` overrules what the program would take a text to be in; the same bytes are
    another report then, and :func:`identity` says so.

    Raises:
        UserError: another format, damaged, binary or empty; the message names the
            format and says what to do.
    """
    if not data.strip():
        raise UserError(message("files.empty", file=name))
    if signature(data) == "zip" and PurePath(name).suffix.lower() not in FOREIGN:
        text, used, reader = docx_text(name, data), "", "docx"
    else:
        decoded = _plain_text(name, data, encoding)
        text, used, reader = decoded.text, decoded.encoding, "txt"
    if not text.strip():
        raise UserError(message("files.empty", file=name))
    return build_report(name, identity(data, encoding), used, reader, text)


def identity(data: bytes, encoding: str | None = None) -> str:
    """Name what a report was read from: the SHA-256 of its bytes.

    Where ``encoding`` is not what the program would have taken, it stands behind the hash.
    """
    digest = hashlib.sha256(data).hexdigest()
    if encoding is None:
        return digest
    try:
        taken = decode("", data).encoding
    except UserError:
        taken = ""
    return digest if encoding == taken else f"{digest}:{encoding}"


def _plain_text(name: str, data: bytes, encoding: str | None) -> Decoded:
    """Decode a text file; name the format where it is one of another kind."""
    ending, found = PurePath(name).suffix.lower(), signature(data)
    foreign = "" if found == "zip" else found
    foreign = foreign or FOREIGN.get(ending, "damaged" if ending == ".docx" else "")
    if foreign == "damaged":
        raise UserError(message("reading.damaged", file=name, reason="zip"))
    if foreign:
        raise UserError(message(f"reading.{foreign}", file=name))
    decoded = decode(name, data, encoding=encoding)
    if decoded.text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        raise UserError(message("reading.html", file=name))
    return decoded


def build_report(  # noqa: PLR0917 - the order of Report's own fields
    name: str, sha256: str, encoding: str, reader: str, text: str, facts: Facts | None = None
) -> Report:
    """Make a report of its canonical text: find outline, furniture and, unless given, facts.

    The outline follows from the text alone, so a stored report gets it back here.
    """
    furniture = find_furniture(text)
    sections = find_sections(text, furniture)
    if facts is None:
        from core.reading.metadata import read_facts  # noqa: PLC0415 - not for a stored report

        plain = join_lines(text).text
        facts = read_facts(plain, name, furniture if plain == text else find_furniture(plain))
    return Report(name, sha256, encoding, reader, text, facts, sections, furniture)
