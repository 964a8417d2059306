"""The words of ``indicators.toml``, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.extraction.patterns import one_of, pairs, regexes, words


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
    altering: re.Pattern[str]
    altering_down: frozenset[str]
    attribute_end: re.Pattern[str]
    predicate: re.Pattern[str]
    predicate_silent: re.Pattern[str]
    predicate_light: re.Pattern[str]
    nominal: frozenset[str]
    causing: re.Pattern[str]
    quantity: re.Pattern[str]
    topic_end: re.Pattern[str]
    hollow: re.Pattern[str]
    work: re.Pattern[str]
    works: re.Pattern[str]
    adverbs: re.Pattern[str]


def compile_names(table: object, work: re.Pattern[str], adverbs: re.Pattern[str]) -> NameLexicon:
    """Compile the table of ``indicators.toml``.

    ``work`` are the verbs of pieces of work, ``adverbs`` what stands before them.
    """
    up, down, narrow = (words(table, "change", name) for name in ("up", "down", "narrow"))
    verbs = one_of((*up, *down, *narrow))
    altering_up, altering_down = (words(table, "altering", name) for name in ("up", "down"))
    keep = one_of(words(table, "verbs", "keep"))
    head = one_of(words(table, "heads", "words"))
    between = one_of(words(table, "change", "between"))
    pointers = one_of(words(table, "heads", "pointers"))
    short = regexes(
        f"{word}(?![{followers}])" if followers else word
        for word, followers in pairs(table, "lead", "short")
    )
    guarded = regexes(
        f"(?<![{before}]){word}" if before else word
        for word, before in pairs(table, "tail", "short")
    )
    things = set(words(table, "heads", "things"))
    quantities = one_of(w for w in words(table, "heads", "words") if w not in things)
    return NameLexicon(
        lead=re.compile(f"(?:{one_of(words(table, 'lead', 'words'))}|{short})"),
        lead_verb=re.compile(f"(?:{one_of(words(table, 'lead', 'verbs'))})了?"),
        tail=re.compile(f"(?:{one_of(words(table, 'tail', 'words'))}|{guarded})$"),
        change=re.compile(
            f"(?<!自然)(?P<verb>{verbs})(?:了|率|速度)?(?:为|达到|达|超过|超|约|近)?$"
        ),
        changing_to=re.compile(f"(?:{verbs})(?:到|至|为)$"),
        between=re.compile(f"(?:{between})$"),
        up=frozenset(up),
        down=frozenset(down),
        narrow=frozenset(narrow),
        rate=re.compile(f"(?:{one_of(words(table, 'kinds', 'rate'))})$"),
        share=re.compile(f"(?:{one_of(words(table, 'kinds', 'share'))})"),
        progress=re.compile(
            f"(?:完成|达到?|占|超)?了?(?P<of>(?:全?年度?|年初|总|既定|预定)?的?"
            f"(?:{one_of(words(table, 'kinds', 'progress'))}))的?$"
        ),
        index=re.compile(f"(?:{one_of(words(table, 'kinds', 'index'))})$"),
        head=re.compile(f"(?:{head})$"),
        head_start=re.compile(f"(?:{head})(?:(?:和|及|与|、)(?:{head}))*$"),
        carried=re.compile(f"(?:{one_of(words(table, 'heads', 'carried'))})$"),
        whole=frozenset(words(table, "heads", "whole")),
        attributes=frozenset(words(table, "heads", "attributes")),
        pointers=re.compile(f"(?:{pointers})$"),
        spending=frozenset(words(table, "verbs", "spending")),
        keep_start=re.compile(f"(?:{keep})(?:了)?"),
        altering=re.compile(f"(?P<verb>{one_of((*altering_up, *altering_down))})"),
        altering_down=frozenset(altering_down),
        keep_end=re.compile(f"(?:{keep})(?:了)?$"),
        attribute_end=re.compile(f"(?:{one_of(words(table, 'heads', 'attributes'))})$"),
        predicate=re.compile(f"(?:{one_of(words(table, 'predicate', 'stop'))})"),
        predicate_silent=re.compile(f"(?:{one_of(words(table, 'predicate', 'silent'))})"),
        nominal=frozenset(words(table, "verbs", "nominal")),
        causing=re.compile(f"(?:{one_of(words(table, 'verbs', 'causing'))})$"),
        predicate_light=re.compile(f"(?:{one_of(words(table, 'predicate', 'light'))})了?"),
        quantity=re.compile(f"(?:{quantities})$"),
        topic_end=re.compile(f"(?:{one_of(words(table, 'predicate', 'of_topic'))})"),
        hollow=re.compile(
            f"(?:{one_of(words(table, 'predicate', 'hollow'))})(?=$|[、，,；;和及与并])"
        ),
        work=work,
        works=re.compile(f"{work.pattern}+"),
        adverbs=adverbs,
    )
