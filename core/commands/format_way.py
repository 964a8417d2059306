"""What else is read and written, once: a Word document, and every format of export."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

from core.catalogue import load_catalogue
from core.commands.probes import Probe, carried_out
from core.errors import BugError
from core.exchange.formats import FORMATS, Format, export
from core.exchange.reviewed import Means
from core.extraction.lexicon import load_lexicon
from core.intake import keep
from core.messages import message
from core.paths import SUFFIX
from core.reading import read_report
from core.workspace import Workspace

WORDS = "2022年，GDP完成1202亿元，同比增长4.5%。"


def other_formats() -> Iterator[Probe]:
    """Read a Word document and export a report in every format, each a finding of its own."""
    yield from carried_out(_read_docx)
    with tempfile.TemporaryDirectory(prefix="hedui-", ignore_cleanup_errors=True) as folder:
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        with closing(Workspace.open(Path(folder) / f"test{SUFFIX}")) as workspace:
            lexicon = load_lexicon()
            kept = keep(workspace, "a.txt", WORDS.encode(), lexicon, "", now)
            means = Means(load_catalogue(), load_lexicon, None, "zh")
            for form in FORMATS:
                step = partial(_export, workspace, kept.report_id, form, means)
                yield from carried_out(step)


def _read_docx() -> Iterator[Probe]:
    """Write a document with the library that reads them, and read it as a report."""
    import docx  # noqa: PLC0415 - costs 0.1 s, rarely needed

    written, file = docx.Document(), io.BytesIO()
    written.add_paragraph(WORDS)
    written.save(file)
    if WORDS not in read_report("a.docx", file.getvalue()).text:
        raise BugError("a paragraph of the .docx was not read")
    yield Probe(True, message("self_test.docx"))


def _export(workspace: Workspace, report_id: int, form: Format, means: Means) -> Iterator[Probe]:
    path = workspace.path.with_name(f"a{form.suffix}")
    export(workspace, [report_id], form, path, means)
    if path.stat().st_size == 0:
        raise BugError(f"the file {path.name} is empty")
    yield Probe(True, message("self_test.exported", format=form.suffix))
