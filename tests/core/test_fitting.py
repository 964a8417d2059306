"""The tool that fits the weights of words finds what tells labels apart, and keeps little else."""

from __future__ import annotations

import pytest

from core.extraction.labelling import Label
from core.extraction.statements import FIRM, decided, open_to_words
from core.extraction.weighing import LABELS, ClauseWords
from core.report import StatementStatus
from tools.fit_clauses import Example, f1s, fitted, left_out_in_turn

SILENT = Label(None, "none")
PROBLEM = Label(StatementStatus.PROBLEM, "problem-part")


def example(report: int, gold: str, *signs: str, label: Label = SILENT) -> Example:
    return Example(f"r{report}", ("always", *signs), label, ahead=False, gold=gold, scored=True)


def examples() -> list[Example]:
    return [
        made
        for report in range(16)
        for made in (
            example(report, "done", "完工$", "~今"),
            example(report, "pledge", "^要", "~今"),
            example(report, "none", f"~{report % 4}", "~今"),
            example(report, "problem", label=PROBLEM),
        )
    ]


def test_the_signs_that_tell_are_kept_and_no_others() -> None:
    weights = fitted(examples())
    assert {"完工$", "^要"} <= weights.keys()
    assert not any(sign in weights for sign in ("~0", "~1", "~2", "~3"))
    words = ClauseWords(weights)
    assert words.weigh(("always", "完工$")) == "done"
    assert words.weigh(("always", "^要")) == "pledge"


def test_what_is_rare_has_no_weight() -> None:
    rare = [example(0, "ongoing", "^正在"), example(1, "ongoing", "^正在")]
    assert "^正在" not in fitted([*examples(), *rare])


def test_a_firm_rule_is_never_outvoted() -> None:
    pairs = left_out_in_turn(examples(), favour=1.0)
    assert sorted({gold for gold, given in pairs if gold != given}) == []
    assert ("problem", "problem") in pairs


def test_f1_counts_both_kinds_of_fault() -> None:
    table = f1s([("done", "done"), ("done", "none"), ("none", "done"), ("pledge", "pledge")])
    assert table["done"] == 0.5
    assert table["pledge"] == 1.0
    assert list(table) == list(LABELS[:4])


ACTION = Label(StatementStatus.DONE, "action")


@pytest.mark.parametrize(
    ("label", "weighed", "status", "rule"),
    [
        (SILENT, "done", "done", "words-weighed"),
        (SILENT, "pledge", "pledge", "words-weighed"),
        (SILENT, "outcome", None, "words-weighed"),
        (ACTION, "done", "done", "action"),  # they agree: the rule is the better reason
        (ACTION, "ongoing", "ongoing", "words-weighed"),
        (ACTION, "outcome", None, "words-weighed"),
        (ACTION, "problem", "done", "action"),
        (ACTION, "pledge", "done", "action"),
        (Label(None, "state"), "none", None, "state"),
    ],
)
def test_words_outvote_a_rule_on_what_is_done(
    label: Label, weighed: str, status: str | None, rule: str
) -> None:
    words = ClauseWords({weighed: tuple(2.0 if it == weighed else 0.0 for it in LABELS)}, 1.0)
    given = decided(label, [weighed], words)
    assert (given.status, given.rule) == (status and StatementStatus(status), rule)


def test_words_have_to_be_clear_to_outvote_a_rule() -> None:
    words = ClauseWords({"~今": (0.0, 0.0, 0.9, 0.0, 0.0, 0.0)}, favour=1.0)
    assert decided(ACTION, ["~今"], words) == ACTION
    assert decided(SILENT, ["~今"], words).status is StatementStatus.ONGOING


def test_promises_and_firm_rules_are_not_open_to_words() -> None:
    assert open_to_words("none", ahead=True)
    assert open_to_words("action", ahead=False)
    assert not open_to_words("action-ahead", ahead=True)
    assert not any(open_to_words(rule, ahead=False) for rule in FIRM)
