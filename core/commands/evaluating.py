"""The verb ``evaluate``: the extraction's scores on gold files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from core.atomic import write_text
from core.commands.console import Console
from core.commands.requests import Evaluate
from core.errors import UserError
from core.evaluation.faults import confused_kinds, confused_labels, faults_of
from core.evaluation.gold import Gold, gold_files, read_gold
from core.evaluation.page import Scored, page
from core.evaluation.scoring import score, together
from core.evaluation.table import fault_lines, matrix_table, score_table
from core.extraction.lexicon import Lexicon, load_lexicon
from core.intake import read_and_extract
from core.messages import message
from core.paths import lexicon_overlay
from core.reading.files import read_file


def run_evaluate(request: Evaluate, console: Console) -> int:
    """Score every report of a gold folder and print the table; give the exit status."""
    lexicon = load_lexicon(lexicon_overlay())
    files = gold_files(request.folder)
    scored: list[Scored] = []
    for file in files:
        try:
            scored.append(_score_report(read_gold(file), request.folder, lexicon, console))
        except UserError as error:
            console.complain_about(file, error.message)
    scores = {report.gold.name: report.score for report in scored}
    table = score_table(scores, together(scores.values()), console.language)
    if request.misses:
        _tell_misses(scored, console)
    console.put(table)
    if request.page is not None:
        _write_page(request.page, page(scored, table, console.language))
    return 0 if len(scored) == len(files) else 1


def _tell_misses(scored: list[Scored], console: Console) -> None:
    """Print the faults by kind, and which labels and kinds are taken for which."""
    faults = [fault for report in scored for fault in report.faults]
    texts = {report.gold.name: report.text for report in scored}
    for line in fault_lines(faults, texts, console.language):
        console.put(f"{line}\n")
    scores = [report.score for report in scored]
    for code, counts in (
        ("confused_labels", confused_labels(scores)),
        ("confused_kinds", confused_kinds(scores)),
    ):
        console.put(f"\n{matrix_table(code, counts, console.language)}")
    console.put("\n")


def _write_page(path: Path, words: str) -> None:
    try:
        write_text(path, words)
    except OSError as error:
        raise UserError(message("cli.cannot_write", file=path, reason=error)) from error


def _score_report(gold: Gold, folder: Path, lexicon: Lexicon, console: Console) -> Scored:
    """Extract the text beside a gold file and compare."""
    path = folder / f"{gold.name}.txt"
    report, proposals = read_and_extract(path.name, read_file(path), lexicon)
    if hashlib.sha256(report.text.encode()).hexdigest() != gold.text_sha256:
        console.complain_about(path, message("evaluation.other_text"))
    result = score(gold, proposals)
    return Scored(gold, report.text, proposals, result, faults_of(gold.name, result))
