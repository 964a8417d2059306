"""Label clauses by rules: what each says of a piece of work (annotation guide, section 2)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from core.extraction.clauses import Clause
from core.extraction.statement_lexicon import StatementLexicon
from core.extraction.weighing import LIST_MARK
from core.report import Proposal, Report, StatementStatus

HEADING_LEVELS: Final = 2  # headings with digits are items of a list, whose words count
MEANS: Final = re.compile(
    r"(?:以(?![^，]*(?:为(?:主|抓|重|引|导|核|支|动|目|契|中|基|统|牵|载|依|根|总|突|指导)|成绩|作风|保证|精神|状态|需要|实践$))|对|为(?!.*(?:提供.{0,4}(?:保障|支撑)|奠定|作出|赋能)$)|向|把(?![^，]*(?:作为|放在|摆在|贯穿|转化))|在[^，]*(?:等领域|方面|中|上)|通过|保持)"
)
LONGEST: Final = 300  # characters of a clause that are looked at; what is longer is no prose
LONGEST_HEADING: Final = 2  # clauses of a sentence that only heads an item of a list
LISTED: Final = re.compile(r"^[一二三四五六七八九十]{1,2}是")

NUMBERED: Final = re.compile(r"(?:[（(]\d{1,2}[)）]|\d{1,2}[、.．])\s*[^\d]+")
"""What a digit opens and counts nothing: 1、推进全民创业就业."""
FIRST_COUNT: Final = re.compile(r"^(.*?\d[^、]{1,4}?)、")
"""A clause up to the end of its first count: 新增省实验室5家、."""
HEDGE_OVER: Final = re.compile(r"(?<![比率积量额])超过?(?=\d)")
"""A hedge of what was done, no mark that was reached: 新增泊位超10万个."""
UNDER: Final = re.compile(r"^在[^，]{2,30}(?:情况|形势|背景|条件|环境)下(?=.{4})")
VALUE: Final = re.compile(r"[额率值量][\d第]|第[一二三四五六七八九十\d]|首位|榜首")
"""An indicator's value in a list of work done: 技术合同成交额2198亿元, 总量全市第一."""


@dataclass(frozen=True, slots=True)
class Label:
    """A clause's label, ``None`` where it makes no row, and the rule that gave it."""

    status: StatementStatus | None
    rule: str


NONE: Final = Label(None, "none")
MEMBER: Final = Label(StatementStatus.DONE, "member-of-list")


def label_by_rules(
    report: Report,
    clauses: Sequence[Clause],
    ahead: Sequence[str],
    metrics: Sequence[Proposal],
    lexicon: StatementLexicon,
) -> list[Label]:
    """Label each clause by the rules alone."""
    starts = sorted(metric.span.start for metric in metrics)
    labels: list[Label] = []
    openings: dict[int, int] = {}
    in_problems = _problem_parts(clauses, lexicon)
    listed = _listed(clauses, lexicon)
    for at, whole in enumerate(clauses):
        clause = whole if len(whole.text) <= LONGEST else replace(whole, text=whole.text[:LONGEST])
        counted = bisect_left(starts, clause.span.start) < bisect_left(starts, clause.span.end)
        if in_problems[at] and not _in_heading(report, clause):
            labels.append(Label(StatementStatus.PROBLEM, "problem-part"))
        elif _in_heading(report, clause) or listed[at]:
            labels.append(Label(None, "heading"))
        elif lexicon.context.search(clause.text):
            labels.append(Label(None, "context"))
        elif ahead[at]:
            labels.append(
                _goal_of(clause, openings, lexicon) or _ahead(clause.text, counted, lexicon)
            )
        else:
            label = _past(clause.text, counted, lexicon)
            member = counted and label is NONE and not clause.opens
            after_done = bool(labels) and labels[-1].status is StatementStatus.DONE
            member = member and after_done and not VALUE.search(clause.text)
            labels.append(MEMBER if member else label)
    return labels


def _goal_of(clause: Clause, openings: dict[int, int], lexicon: StatementLexicon) -> Label | None:
    """Label the clauses of the sentence that tells the goals: targets all of them."""
    section = clause.section
    if section is None or not lexicon.under.search(section.heading):
        return None
    first = openings.setdefault(section.span.start, clause.sentence)
    return Label(StatementStatus.PLEDGE, "goal") if clause.sentence == first else None


def _in_heading(report: Report, clause: Clause) -> bool:
    section = clause.section
    if section is None or section.level > HEADING_LEVELS:
        return False
    end = section.span.start + len(section.heading)
    return clause.span.start < end and not _opens_content(report.text, end)


def _listed(clauses: Sequence[Clause], lexicon: StatementLexicon) -> list[bool]:
    """Mark the clauses that are in a sentence that opens with 一是 and heads its item (rule 5).

    It heads what the next sentences tell; one of many clauses tells its item itself. So does
    what a digit opens and counts nothing: 1、推进全民创业就业。新增城镇就业3万人.
    """
    marked: list[bool] = []
    for _, sentence in groupby(clauses, key=lambda clause: clause.sentence):
        own = list(sentence)
        behind = len(marked) + len(own)
        after = clauses[behind] if behind < len(clauses) else None
        opens = after is None or LISTED.match(after.text) or NUMBERED.match(after.text)
        told = after is not None and after.paragraph == own[0].paragraph and not opens
        heads = LISTED.match(own[0].text) is not None and (told or len(own) == 1)
        if told and after is not None and len(own) == 1 and NUMBERED.fullmatch(own[0].text):
            heads = not (lexicon.goal.search(own[0].text) or lexicon.context.search(after.text))
        marked += [heads and len(own) <= LONGEST_HEADING] * len(own)
    return marked


def _opens_content(text: str, end: int) -> bool:
    """Say whether a section without a heading of its own begins with content."""
    return text[end : end + 1] in ("，", ",", "：", ":", "是")


def _problem_parts(clauses: Sequence[Clause], lexicon: StatementLexicon) -> list[bool]:
    """Mark the clauses that tell problems, from their announcement to the turn."""
    marked, listing, paragraph = [], False, -1
    for clause in clauses:
        text = clause.text
        if listing and (clause.paragraph != paragraph or lexicon.problem_end.search(text)):
            listing = False
        says, announces = _tells_problems(clause, lexicon)
        between = clause.mark in "：:" or lexicon.problem_between.search(text) is not None
        marked.append(not announces and (says or (listing and not between)))
        listing = listing or says or announces
        paragraph = clause.paragraph
    return marked


def _tells_problems(clause: Clause, lexicon: StatementLexicon) -> tuple[bool, bool]:
    """Say whether a clause looking back tells problems itself, and whether it announces some."""
    if clause.section is not None and clause.section.outlook:
        return False, False
    says = lexicon.problem_part.search(clause.text) is not None
    announces = lexicon.problem_announced.search(clause.text) is not None
    told = (says or announces) and lexicon.problem_about.search(clause.text) is None
    return says and told, announces and told


def past_adverbs(text: str, lexicon: StatementLexicon) -> str:
    """Leave out a list mark and the adverbs and subjects that open a clause."""
    text = LIST_MARK.sub("", text)
    while True:
        found = lexicon.lead.match(text)
        if not found or found.end() == len(text):
            return text
        text = text[found.end() :]


def _acts(words: str, lexicon: StatementLexicon) -> bool:
    """Say whether a clause opens with a verb of work, adverbs passed over."""
    return any(lexicon.action.match(it) for it in (words, past_adverbs(words, lexicon)))


def _ahead(text: str, counted: bool, lexicon: StatementLexicon) -> Label:
    """Label a clause of the coming period: actions and targets are pledges (rule 3)."""
    words = LIST_MARK.sub("", text)
    if counted:
        return Label(StatementStatus.PLEDGE, "target")
    if lexicon.problem_alone.search(words) and not (
        _acts(words, lexicon) or lexicon.manner.search(words)
    ):
        return Label(StatementStatus.PROBLEM, "problem-alone")
    if lexicon.aim.search(words):
        return Label(None, "aim")
    by = MEANS.match(words) and not lexicon.circumstance.search(words)
    if by and lexicon.action.search(words, 2):
        return Label(StatementStatus.PLEDGE, "action-by-means")
    if lexicon.manner.search(words):
        return Label(None, "manner")
    if lexicon.slogan_end.search(words):
        return Label(None, "slogan")
    if _acts(words, lexicon):
        return Label(StatementStatus.PLEDGE, "action-ahead")
    if lexicon.goal.search(words):
        return Label(StatementStatus.PLEDGE, "goal-ahead")
    return NONE


def _past(text: str, counted: bool, lexicon: StatementLexicon) -> Label:
    """Label a clause that looks back (rules 1, 2 and 4)."""
    words = UNDER.sub("", LIST_MARK.sub("", text))
    manner = lexicon.manner.search(words)
    if lexicon.problem_alone.search(words) and not manner:
        return Label(StatementStatus.PROBLEM, "problem-alone")
    if manner and not counted:
        return Label(None, "manner")
    label = _reached(words, lexicon) if counted else NONE
    return label if label is not NONE else _worked(words, counted, lexicon)


def _reached(words: str, lexicon: StatementLexicon) -> Label:
    """Tell what the body gave or made from an amount that was reached."""
    if lexicon.given.match(past_adverbs(words, lexicon)):
        return Label(StatementStatus.DONE, "given")
    return Label(None, "amount-reached") if lexicon.reached.search(words) else NONE


def _deed(words: str) -> str:
    """Leave of a clause that counts what was done the first count, without what it came to.

    新增省实验室5家、总数达到12家; 新增公共停车泊位超10万个.
    """
    first = FIRST_COUNT.match(words)
    return HEDGE_OVER.sub("", first[1] if first else words)


def _worked(words: str, counted: bool, lexicon: StatementLexicon) -> Label:
    """Tell work done and under way from the state of things."""
    acts = _acts(words, lexicon)
    told = _deed(words) if acts and counted else words
    rules: tuple[tuple[re.Pattern[str], Label], ...] = (
        (lexicon.aim, Label(None, "aim")),
        (lexicon.ongoing, Label(StatementStatus.ONGOING, "under-way")),
        (lexicon.outcome, Label(None, "outcome")),
        (lexicon.result, Label(StatementStatus.DONE, "result")),
    )
    for pattern, label in rules:
        if pattern.search(told if label.rule == "outcome" else words):
            return label
    if lexicon.state.search(words) and not (counted or (acts and lexicon.drives.match(words))):
        return Label(None, "state")
    if acts:
        return Label(StatementStatus.DONE, "action")
    if counted and lexicon.counted.search(words):
        return Label(StatementStatus.DONE, "counted-action")
    return NONE
