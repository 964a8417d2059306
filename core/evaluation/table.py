"""Scores as text: a table for people, three decimals, one line a report."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from core.evaluation.faults import Fault, around, by_kind, matrix
from core.evaluation.scoring import FIELDS, LABELS, Ratio, Score
from core.messages import message, render


def score_table(scores: Mapping[str, Score], overall: Score, language: str) -> str:
    """Lay out the scores of reports by name and of all together.

    A dash stands where a report has nothing of a kind and nothing was proposed.
    """
    heads = [render(message(f"evaluation.{code}"), language) for code in _COLUMNS]
    lines = [heads]
    lines += [[name, *_figures(score)] for name, score in scores.items()]
    lines.append([render(message("evaluation.together"), language), *_figures(overall)])
    widths = [max(map(display_width, column)) for column in zip(*lines, strict=True)]
    table = "".join(_line(cells, widths) for cells in lines)
    return f"{table}\n{_field_line(overall, language)}\n"


def fault_lines(faults: Sequence[Fault], texts: Mapping[str, str], language: str) -> Iterator[str]:
    """Tell the faults by their kinds, each with the words around it; ``texts`` by report."""
    for kind, own in by_kind(faults).items():
        yield f"{kind_name(kind, language)} {len(own)}"
        for fault in own:
            before, words, after = around(fault.span, texts[fault.report])
            line = render(
                message("evaluation.should_be", gold=fault.gold or "—", given=fault.given or "—"),
                language,
            )
            yield f"  {fault.report} {fault.span.start} …{before}【{words}】{after}… {line}"


def kind_name(kind: str, language: str) -> str:
    """Word a kind of fault; a field is named as in the tables."""
    group = "table." if kind in FIELDS else "evaluation.fault_"
    return render(message(f"{group}{kind}"), language)


def matrix_table(code: str, counts: Mapping[tuple[str, str], int], language: str) -> str:
    """Lay out a confusion matrix: a line for each gold value, a column for each given one."""
    rows = list(matrix(counts))
    lines = [[render(message(f"evaluation.{code}"), language), *(name for name, _ in rows)]]
    lines += [[gold, *(str(count or "·") for count in line.values())] for gold, line in rows]
    widths = [max(map(display_width, column)) for column in zip(*lines, strict=True)]
    return "".join(_line(cells, widths) for cells in lines)


def display_width(text: str) -> int:
    """Count the columns of a terminal that a text takes; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


_COLUMNS = ("report", "quantity", "precision", "recall", "row", *LABELS, "macro")


def _figures(score: Score) -> list[str]:
    quantity = score.quantity
    return [
        _share(quantity, quantity.f1),
        _share(quantity, quantity.precision),
        _share(quantity, quantity.recall),
        _share(score.row, score.row.f1),
        *(_share(score.labels[label], score.labels[label].f1) for label in LABELS),
        f"{score.macro:.3f}",
    ]


def _share(ratio: Ratio, value: float) -> str:
    return f"{value:.3f}" if ratio.given or ratio.wanted else "-"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Put the name to the left and figures to the right of their columns."""
    pads = [" " * (width - display_width(cell)) for cell, width in zip(cells, widths, strict=True)]
    rest = (pad + cell for pad, cell in zip(pads[1:], cells[1:], strict=True))
    return "  ".join((cells[0] + pads[0], *rest)) + "\n"


def _field_line(overall: Score, language: str) -> str:
    """Give the share of matched figures that have each field right."""
    shares = "  ".join(
        f"{render(message(f'table.{name}'), language)} {overall.fields[name].precision:.3f}"
        for name in FIELDS
    )
    return render(message("evaluation.fields", shares=shares), language)
