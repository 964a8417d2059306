"""All the words that extraction knows, compiled once and passed in as a value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.extraction.figures import FigureLexicon, compile_figures, unit_pattern
from core.extraction.kind_words import KindWords, read_kind_words
from core.extraction.name_lexicon import NameLexicon, compile_names
from core.extraction.name_words import NameWords, read_name_words
from core.extraction.period_lexicon import PeriodLexicon, compile_periods
from core.extraction.reasons import Explanation, compile_reasons
from core.extraction.signs import SignOdds, read_odds
from core.extraction.statement_lexicon import StatementLexicon, compile_statements
from core.extraction.table_lexicon import TableLexicon, compile_tables
from core.extraction.weighing import read_clause_words
from core.lexicon_files import LexiconFiles


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lexicon of an extraction; ``hash`` is of the files that it was made of."""

    figures: FigureLexicon
    names: NameLexicon
    periods: PeriodLexicon
    statements: StatementLexicon
    tables: TableLexicon
    reasons: tuple[Explanation, ...]
    row_words: SignOdds
    name_words: NameWords
    kind_words: KindWords
    year_words: SignOdds
    hash: str


@cache
def load_lexicon(overlay: Path | None = None) -> Lexicon:
    """Read and compile the lexicon; files in ``overlay`` take the place of shipped ones.

    Raises:
        UserError: a file of the overlay cannot be read or breaks the form.
    """
    files = LexiconFiles(overlay)
    with files.blamed("quantities.toml"):
        quantities = files.table("quantities.toml")
        figures, reasons = compile_figures(quantities), compile_reasons(quantities)
    clause_words = files.parsed("clause_words.tsv", read_clause_words)
    row_words = files.parsed("row_words.tsv", read_odds)
    name_words = files.parsed("name_words.tsv", read_name_words)
    kind_words = files.parsed("kind_words.tsv", read_kind_words)
    year_words = files.parsed("year_words.tsv", read_odds)
    with files.blamed("statements.toml"):
        statements = compile_statements(files.table("statements.toml"), clause_words)
    with files.blamed("indicators.toml"):
        names = compile_names(files.table("indicators.toml"), statements.action, statements.lead)
    with files.blamed("periods.toml"):
        periods = compile_periods(files.table("periods.toml"))
    with files.blamed("tables.toml"):
        tables = compile_tables(files.table("tables.toml"), unit_pattern(quantities))
    return Lexicon(
        figures,
        names,
        periods,
        statements,
        tables,
        reasons,
        row_words,
        name_words,
        kind_words,
        year_words,
        files.hash(),
    )
