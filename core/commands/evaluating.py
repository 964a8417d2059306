"""The verb ``evaluate``: the extraction's scores on gold files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from core.commands.console import Console
from core.commands.requests import Evaluate
from core.errors import UserError
from core.evaluation.gold import Gold, gold_files, read_gold
from core.evaluation.scoring import Score, score, together
from core.evaluation.table import miss_lines, score_table
from core.extraction.lexicon import Lexicon, load_lexicon
from core.intake import read_and_extract
from core.messages import message
from core.paths import lexicon_overlay
from core.reading.files import read_file


def run_evaluate(request: Evaluate, console: Console) -> int:
    """Score every report of a gold folder and print the table; give the exit status."""
    lexicon = load_lexicon(lexicon_overlay())
    files = gold_files(request.folder)
    scores: dict[str, Score] = {}
    for file in files:
        try:
            gold = read_gold(file)
            scores[gold.name], text = _score_report(gold, request.folder, lexicon, console)
        except UserError as error:
            console.complain_about(file, error.message)
            continue
        if request.misses:
            for line in miss_lines(gold.name, scores[gold.name], text, console.language):
                console.put(f"{line}\n")
    console.put(score_table(scores, together(scores.values()), console.language))
    return 0 if len(scores) == len(files) else 1


def _score_report(
    gold: Gold, folder: Path, lexicon: Lexicon, console: Console
) -> tuple[Score, str]:
    """Extract the text beside a gold file and compare; give its text, too."""
    path = folder / f"{gold.name}.txt"
    report, proposals = read_and_extract(path.name, read_file(path), lexicon)
    if hashlib.sha256(report.text.encode()).hexdigest() != gold.text_sha256:
        console.complain_about(path, message("evaluation.other_text"))
    return score(gold, proposals), report.text
