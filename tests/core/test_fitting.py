"""The tool that fits the weights of words finds what tells labels apart, and keeps little else."""

from __future__ import annotations

from core.extraction.weighing import LABELS, ClauseWords
from tools.fit_clauses import Example, Fit, f1s, left_out_in_turn


def example(report: int, gold: str, *signs: str, rule: str = "none", said: str = "none") -> Example:
    return Example(f"r{report}", ("always", *signs), rule, said, gold, scored=True)


def examples() -> list[Example]:
    return [
        made
        for report in range(16)
        for made in (
            example(report, "done", "完工$", "~今"),
            example(report, "pledge", "^要", "~今"),
            example(report, "none", f"~{report % 4}", "~今"),
            example(report, "problem", rule="problem-part", said="problem"),
        )
    ]


def test_the_signs_that_tell_are_kept_and_no_others() -> None:
    weights = Fit(examples()).weights()
    assert {"完工$", "^要"} <= weights.keys()
    assert not any(sign in weights for sign in ("~0", "~1", "~2", "~3"))
    words = ClauseWords(weights)
    assert words.weigh(("always", "完工$")) == "done"
    assert words.weigh(("always", "^要")) == "pledge"


def test_what_is_rare_has_no_weight() -> None:
    rare = [example(0, "ongoing", "^正在"), example(1, "ongoing", "^正在")]
    assert "^正在" not in Fit([*examples(), *rare]).weights()


def test_a_rule_is_never_outvoted() -> None:
    pairs = left_out_in_turn(examples())
    assert sorted({gold for gold, given in pairs if gold != given}) == []
    assert ("problem", "problem") in pairs


def test_f1_counts_both_kinds_of_fault() -> None:
    table = f1s([("done", "done"), ("done", "none"), ("none", "done"), ("pledge", "pledge")])
    assert table["done"] == 0.5
    assert table["pledge"] == 1.0
    assert list(table) == list(LABELS[:4])
