"""The words of ``statements.toml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core.extraction.patterns import number, one_of, regexes, words
from core.extraction.weighing import ClauseWords


@dataclass(frozen=True, slots=True)
class StatementLexicon:
    """What tells a pledge, work done, work under way and a problem apart."""

    lead: re.Pattern[str]
    action: re.Pattern[str]
    counted: re.Pattern[str]
    result: re.Pattern[str]
    ongoing: re.Pattern[str]
    problem_announced: re.Pattern[str]
    problem_part: re.Pattern[str]
    problem_about: re.Pattern[str]
    problem_between: re.Pattern[str]
    problem_end: re.Pattern[str]
    problem_alone: re.Pattern[str]
    manner: re.Pattern[str]
    state: re.Pattern[str]
    drives: re.Pattern[str]
    circumstance: re.Pattern[str]
    outcome: re.Pattern[str]
    goal: re.Pattern[str]
    under: re.Pattern[str]
    reached: re.Pattern[str]
    given: re.Pattern[str]
    body: re.Pattern[str]
    deadline: re.Pattern[str]
    context: re.Pattern[str]
    slogan_end: re.Pattern[str]
    aim: re.Pattern[str]
    words: ClauseWords


def compile_statements(table: object, clause_words: ClauseWords) -> StatementLexicon:
    """Compile the table of ``statements.toml``; ``clause_words`` speak where it says nothing."""

    def plain(*path: str) -> re.Pattern[str]:
        return re.compile(f"(?:{one_of(words(table, *path))})")

    def expressions(*path: str) -> re.Pattern[str]:
        return re.compile(regexes(words(table, *path)))

    return StatementLexicon(
        lead=plain("lead", "words"),
        action=plain("action", "verbs"),
        counted=plain("done", "counted"),
        result=expressions("done", "result"),
        ongoing=expressions("ongoing", "signs"),
        problem_announced=expressions("problem", "announced"),
        problem_part=expressions("problem", "part"),
        problem_about=expressions("problem", "about"),
        problem_between=expressions("problem", "between"),
        problem_end=expressions("problem", "end"),
        problem_alone=expressions("problem", "alone"),
        manner=expressions("none", "manner"),
        state=expressions("outcome", "state"),
        drives=expressions("outcome", "unless_driven"),
        circumstance=expressions("none", "circumstance"),
        outcome=expressions("outcome", "indicator"),
        goal=expressions("pledge", "goal"),
        under=expressions("pledge", "under"),
        reached=expressions("outcome", "reached"),
        given=plain("done", "given"),
        body=expressions("fields", "body"),
        deadline=expressions("fields", "deadline"),
        context=expressions("none", "context"),
        slogan_end=expressions("none", "slogan_end"),
        aim=expressions("none", "aim"),
        words=replace(clause_words, favour=number(table, "words", "favour")),
    )
