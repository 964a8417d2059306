"""Scores as text: a table for people, three decimals, one line a report."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from core.evaluation.gold import PlacedMetric
from core.evaluation.scoring import FIELDS, LABELS, Ratio, Score
from core.messages import message, render
from core.report import Metric, Span


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


def miss_lines(name: str, score: Score, text: str, language: str) -> Iterator[str]:
    """Tell each figure and clause of a report that was not read as in the gold."""

    def line(code: str, span: Span, **args: object) -> str:
        words = span.of(text)
        return render(message(f"evaluation.{code}", at=span.start, words=words, **args), language)

    told: list[tuple[int, str]] = []
    for pair in score.pairs:
        for field in pair.wrong:
            args = {"gold": _show(pair.gold, field), "given": _show(pair.given, field)}
            told.append((pair.gold.span.start, line("wrong", pair.gold.span, field=field, **args)))
    for code, lost in (("missed", score.missed), ("spurious", score.spurious)):
        for placed in lost:
            indicator = placed.metric.indicator
            told.append((placed.span.start, line(code, placed.span, indicator=indicator)))
    for wrong in score.mislabelled:
        labels = {"gold": wrong.gold or "none", "given": wrong.given or "none"}
        told.append((wrong.span.start, line("mislabelled", wrong.span, **labels)))
    return (f"{name} {words}" for _, words in sorted(told))


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


def _show(placed: PlacedMetric, field: str) -> str:
    metric: Metric = placed.metric
    value = str(getattr(metric, field))
    # A kind is wrong, too, when its sign is: a fall is not a rise.
    return f"{value} {metric.value:+f}" if field == "kind" else value
