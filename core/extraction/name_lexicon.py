"""The words of ``indicators.toml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.extraction.patterns import one_of, pairs, regexes, words

NO_VERB: Final = "[业性额率量区费者力值](?![争])|总值|资料|指数"
"""What makes a noun of a verb that it stands behind: 生产总值, 服务业."""


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """What is stripped from a name, what turns it, and what it may end with."""

    lead: re.Pattern[str]
    lead_verb: re.Pattern[str]
    tail: re.Pattern[str]
    change: re.Pattern[str]
    changing_to: re.Pattern[str]
    between: re.Pattern[str]
    up: frozenset[str]
    down: frozenset[str]
    narrow: frozenset[str]
    rate: re.Pattern[str]
    share: re.Pattern[str]
    progress: re.Pattern[str]
    index: re.Pattern[str]
    head: re.Pattern[str]
    head_start: re.Pattern[str]
    carried: re.Pattern[str]
    whole: frozenset[str]
    attributes: frozenset[str]
    pointers: re.Pattern[str]
    spending: frozenset[str]
    keep_start: re.Pattern[str]
    keep_end: re.Pattern[str]
    shared_verb: re.Pattern[str]
    altering: re.Pattern[str]
    altering_down: frozenset[str]
    attribute_end: re.Pattern[str]
    predicate: re.Pattern[str]
    predicate_silent: re.Pattern[str]
    predicate_light: re.Pattern[str]
    nominal: frozenset[str]
    opening_nouns: frozenset[str]
    causing: re.Pattern[str]
    quantity: re.Pattern[str]
    topic_end: re.Pattern[str]
    subject_end: re.Pattern[str]
    field: re.Pattern[str]
    hollow: re.Pattern[str]
    work: re.Pattern[str]
    works: re.Pattern[str]
    adverbs: re.Pattern[str]

    def is_bare(self, name: str) -> bool:
        """Say whether a name is but a quantity, which has to be of something: 数量, 增加值."""
        return self.quantity.fullmatch(name) is not None and name not in self.whole


def compile_names(table: object, work: re.Pattern[str], adverbs: re.Pattern[str]) -> NameLexicon:
    """Compile the table of ``indicators.toml``.

    ``work`` are the verbs of pieces of work, ``adverbs`` what stands before them.
    """

    def plain(*path: str, behind: str = "") -> re.Pattern[str]:
        return re.compile(f"(?:{one_of(words(table, *path))}){behind}")

    def ending(*path: str) -> re.Pattern[str]:
        return plain(*path, behind="$")

    def among(*path: str) -> frozenset[str]:
        return frozenset(words(table, *path))

    head = plain("heads", "words").pattern
    things = among("heads", "things")
    quantities = one_of(word for word in words(table, "heads", "words") if word not in things)
    return NameLexicon(
        lead=_guarded(table, "lead"),
        lead_verb=plain("lead", "verbs", behind="(?:了|好(?![人品房]))?(?!率|度(?!假)|(?<=达)标)"),
        tail=_guarded(table, "tail"),
        between=ending("change", "between"),
        up=among("change", "up"),
        down=among("change", "down"),
        narrow=among("change", "narrow"),
        rate=ending("kinds", "rate"),
        share=plain("kinds", "share"),
        index=ending("kinds", "index"),
        head=re.compile(f"{head}$"),
        head_start=re.compile(f"{head}(?:(?:和|及|与|、){head})*$"),
        carried=ending("heads", "carried"),
        whole=among("heads", "whole"),
        attributes=among("heads", "attributes"),
        attribute_end=ending("heads", "attributes"),
        quantity=re.compile(f"(?:{quantities})$"),
        pointers=ending("heads", "pointers"),
        spending=among("verbs", "spending"),
        nominal=among("verbs", "nominal"),
        opening_nouns=among("verbs", "opening_nouns"),
        causing=ending("verbs", "causing"),
        keep_start=_opening(table, behind=f"(?:了)?(?!{NO_VERB})"),
        keep_end=plain("verbs", "keep", behind="(?:了)?$"),
        shared_verb=re.compile(f".{{2,}}?({one_of(words(table, 'verbs', 'shared'))})了?(?=.{{2}})"),
        altering_down=among("altering", "down"),
        work=work,
        works=re.compile(f"{work.pattern}+"),
        adverbs=adverbs,
        **_predicates(table),
        **_changes(table),
    )


def _predicates(table: object) -> dict[str, re.Pattern[str]]:
    """Compile where a noun ends and what is done begins."""

    def any_of(*names: str) -> str:
        return one_of(word for name in names for word in words(table, "predicate", name))

    no_each = "(?<![平人户亩年]均)(?!(?<=均)[衡等])"
    return {
        "predicate": re.compile(f"(?:{any_of('stop')}){no_each}(?<![发直]达)"),
        "predicate_silent": re.compile(f"(?:{any_of('silent')})"),
        "predicate_light": re.compile(f"(?:{any_of('light')}){no_each}了?"),
        "topic_end": re.compile(f"(?:{any_of('of_topic')})(?!{NO_VERB})"),
        "subject_end": re.compile(f"(?:{any_of('of_topic', 'of_subject')})(?!{NO_VERB})"),
        "field": re.compile(f"(?:{any_of('field')})+$"),
        "hollow": re.compile(f"(?:{any_of('hollow')})(?=$|[、，,；;和及与并])"),
    }


def _opening(table: object, *, behind: str) -> re.Pattern[str]:
    """Compile the verbs that open a name and say which count it is."""
    verbs = (*words(table, "verbs", "keep"), *words(table, "verbs", "opening"))
    return re.compile(f"(?:{one_of(verbs)}){behind}")


def _changes(table: object) -> dict[str, re.Pattern[str]]:
    """Compile what turns a figure into a change, growth or progress."""
    kinds = ("up", "down", "narrow")
    verbs = one_of(word for kind in kinds for word in words(table, "change", kind))
    altering = one_of(word for kind in kinds[:2] for word in words(table, "altering", kind))
    of = one_of(words(table, "kinds", "progress"))
    reached = "(?:为|达到|达|超过|超|约|近)?"
    return {
        "change": re.compile(f"(?<!自然)(?<!最)(?P<verb>{verbs})(?:了|率|速度)?{reached}$"),
        "changing_to": re.compile(f"(?:{verbs})(?:到|至|(?<![率幅速度])为)$"),
        "altering": re.compile(f"(?P<verb>{altering})"),
        "progress": re.compile(
            f"(?:完成|达到?|占|超)?了?(?P<of>(?:(?:国家|自治区|[省市区县])(?:政府)?(?:下达|确定)的?)?(?:全?年度?|年初|总|既定|预定)?的?(?:{of}))的?$"
        ),
    }


def _guarded(table: object, end: str) -> re.Pattern[str]:
    """Compile the words that are stripped at an end, some only beside certain characters."""
    lead = end == "lead"
    guard = "(?![{}])" if lead else "(?<![{}])"
    short = regexes(
        (word + guard.format(beside) if lead else guard.format(beside) + word) if beside else word
        for word, beside in pairs(table, end, "short")
    )
    return re.compile(f"(?:{one_of(words(table, end, 'words'))}|{short}){'' if lead else '$'}")
