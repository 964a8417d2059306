"""The tables of reports, their bytes, extractions and proposals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.errors import BugError
from core.reading import build_report
from core.report import Facts, Proposal, Report, RowKind
from core.workspace import codec
from core.workspace.sql import Sql

FACTS: Final = tuple(Facts.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many rows of a table are decided, of how many."""

    decided: int
    total: int


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report of the workspace in short, for lists."""

    id: int
    name: str
    facts: Facts
    characters: int
    counts: Mapping[RowKind, Progress]


@dataclass(frozen=True, slots=True)
class Run:
    """One extraction: which program and words made it, and when (ISO 8601 with offset)."""

    extractor: str
    lexicon_hash: str
    at: str


def entries(sql: Sql) -> tuple[ReportEntry, ...]:
    """List the reports by body and period, without those that were taken out."""
    counts: dict[int, dict[RowKind, Progress]] = {}
    for row in sql.all(
        "SELECT report_id, kind, sum(decision != 'none'), count(*) FROM row"
        " GROUP BY report_id, kind"
    ):
        counts.setdefault(row[0], {})[RowKind(row[1])] = Progress(row[2], row[3])
    listed = [
        ReportEntry(
            row["id"],
            row["name"],
            codec.facts_of(row),
            row["characters"],
            {kind: counts.get(row["id"], {}).get(kind, Progress(0, 0)) for kind in RowKind},
        )
        for row in sql.all(
            f"SELECT id, name, {', '.join(FACTS)}, length(text) AS characters"
            " FROM report WHERE NOT removed"
        )
    ]
    return tuple(sorted(listed, key=lambda e: (e.facts.body, e.facts.period, e.name, e.id)))


def find(sql: Sql, sha256: str) -> int | None:
    """Find the report that was read from bytes of this hash, taken out or not."""
    row = sql.one("SELECT id FROM report WHERE sha256 = ?", (sha256,))
    return None if row is None else int(row[0])


def read(sql: Sql, report_id: int) -> Report:
    """Give a report with its outline, which follows from its text."""
    row = sql.one("SELECT * FROM report WHERE id = ?", (report_id,))
    if row is None:
        raise BugError(f"no report {report_id}")
    facts = codec.facts_of(row)
    return build_report(
        row["name"], row["sha256"], row["encoding"], row["reader"], row["text"], facts
    )


def facts(sql: Sql, report_id: int) -> Facts | None:
    """Give what a report says of itself; ``None`` where it was taken out."""
    row = sql.one("SELECT * FROM report WHERE id = ? AND NOT removed", (report_id,))
    return None if row is None else codec.facts_of(row)


def source(sql: Sql, report_id: int) -> bytes:
    """Give the bytes of the file that a report was read from."""
    row = sql.one("SELECT bytes FROM source WHERE report_id = ?", (report_id,))
    if row is None:
        raise BugError(f"no source of report {report_id}")
    return bytes(row[0])


def put(sql: Sql, report: Report, data: bytes) -> int:
    """Keep a report and its bytes; give its id."""
    report_id = sql.run(
        f"INSERT INTO report (sha256, name, encoding, reader, text, {', '.join(FACTS)})"
        f" VALUES ({', '.join('?' * (5 + len(FACTS)))})",
        (
            report.sha256, report.name, report.encoding, report.reader, report.text,
            *(getattr(report.facts, name) for name in FACTS),
        ),
    )  # fmt: skip
    sql.run("INSERT INTO source VALUES (?, ?)", (report_id, data))
    return report_id


def set_facts(sql: Sql, report_id: int, facts: Facts | None) -> None:
    """Write what a report says of itself; ``None`` takes it out of the lists."""
    if facts is None:
        sql.run("UPDATE report SET removed = 1 WHERE id = ?", (report_id,))
        return
    places = ", ".join(f"{name} = ?" for name in FACTS)
    values = [getattr(facts, name) for name in FACTS]
    sql.run(f"UPDATE report SET removed = 0, {places} WHERE id = ?", (*values, report_id))


def put_proposals(
    sql: Sql, report_id: int, proposals: Sequence[Proposal], run: Run
) -> list[tuple[int, Proposal]]:
    """Keep what one extraction said; give each proposal with its id."""
    return put_found(sql, put_run(sql, report_id, run), proposals)


def put_run(sql: Sql, report_id: int, run: Run) -> int:
    """Keep that there was an extraction; give its id."""
    return sql.run(
        "INSERT INTO extraction (report_id, extractor, lexicon_hash, at) VALUES (?, ?, ?, ?)",
        (report_id, run.extractor, run.lexicon_hash, run.at),
    )


def put_found(
    sql: Sql, extraction_id: int, proposals: Sequence[Proposal]
) -> list[tuple[int, Proposal]]:
    """Keep proposals of an extraction; give each with its id."""
    first = sql.number("SELECT max(id) FROM proposal") + 1
    numbered = list(enumerate(proposals, first))
    sql.run_many(
        "INSERT INTO proposal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number, extraction_id, found.kind.value, found.span.start, found.span.end,
                codec.dump(codec.fields_json(found.fields)), codec.doubts_json(found.doubts),
                codec.trace_json(found.sources),
            )
            for number, found in numbered
        ),
    )  # fmt: skip
    return numbered


def proposal(sql: Sql, proposal_id: int) -> Proposal:
    """Give a proposal."""
    row = sql.one("SELECT * FROM proposal WHERE id = ?", (proposal_id,))
    if row is None:
        raise BugError(f"no proposal {proposal_id}")
    return codec.proposal_of(row)


def proposals(sql: Sql, report_id: int) -> dict[int, Proposal]:
    """Give every proposal on a report, of all its extractions, by id."""
    found = sql.all(
        "SELECT proposal.* FROM proposal JOIN extraction ON extraction.id = extraction_id"
        " WHERE report_id = ? ORDER BY proposal.id",
        (report_id,),
    )
    return {row["id"]: codec.proposal_of(row) for row in found}


def doubts(sql: Sql, report_id: int) -> dict[int, str]:
    """Give the doubts, as they are kept, on each proposal of a report's rows that has any.

    Reading them all would take longer than opening the report: :func:`codec.doubts_of` one.
    """
    found = sql.all(
        "SELECT proposal.id, doubts FROM proposal JOIN row"
        " ON row.proposal_id = proposal.id WHERE row.report_id = ? AND doubts != '[]'",
        (report_id,),
    )
    return {row[0]: row[1] for row in found}
