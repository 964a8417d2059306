"""The worker of long imports: what it reads, tells and survives; large reports kept in pieces."""

from __future__ import annotations

import os
import pickle
import signal
import sqlite3
from contextlib import closing
from multiprocessing import Pipe, get_context
from pathlib import Path

import pytest

from core import importing
from core.extraction.lexicon import load_lexicon
from core.importing import (
    PIECE,
    SMALL,
    Begun,
    Counted,
    Failed,
    Finished,
    Gathering,
    Head,
    Job,
    Piece,
    Result,
    Tally,
    is_small,
    read_all,
    work,
)
from core.intake import Arrival, Kept, keep, keep_in_pieces, keep_read, read_and_extract
from core.messages import message
from core.paths import SUFFIX
from core.reading.folders import report_files
from core.report import Decision
from core.rereading import read_as, worked_on
from core.review.session import ReviewSession
from core.workspace import Workspace

AT = "2026-01-02T03:04:05+08:00"
RUN = Arrival("words", "张三", AT)
LINE = "2022年，GDP完成1202亿元，同比增长4.5%。\n"
TRADITIONAL = "2022年，地區生產總值完成1202億元，同比增長4.5%。\n各位代表，現在報告，請審議。\n"


def written(path: Path, text: str = LINE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# -- which files


def test_a_folder_gives_its_reports_and_nothing_hidden(tmp_path: Path) -> None:
    names = ["乙.txt", "甲.docx", "子/丙.TXT", "丁.pdf", "戊.html"]
    for name in (*names, "~$甲.docx", ".x.txt", ".git/y.txt", "表.xlsx", f"库{SUFFIX}", "z.py"):
        written(tmp_path / "夹" / name)
    found = [path.relative_to(tmp_path / "夹").as_posix() for path in report_files([tmp_path])]
    assert sorted(found) == sorted(names)
    assert list(report_files([tmp_path / "夹"])) == list(report_files([tmp_path / "夹"]))


def test_links_lead_nowhere_round_and_round(tmp_path: Path) -> None:
    written(tmp_path / "夹" / "甲.txt")
    try:
        (tmp_path / "夹" / "环").symlink_to(tmp_path / "夹", target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert len(list(report_files([tmp_path]))) == 1


def test_files_named_by_the_user_are_taken_as_they_are(tmp_path: Path) -> None:
    paths = [tmp_path / "没有.txt", tmp_path / "~$a.docx"]
    assert list(report_files(paths)) == paths


@pytest.mark.parametrize(
    ("sizes", "small"), [((), True), ((10,), True), ((SMALL + 1,), False), ((10, 10), False)]
)
def test_one_small_file_needs_no_worker(
    tmp_path: Path, sizes: tuple[int, ...], small: bool
) -> None:
    paths = [written(tmp_path / f"{at}.txt", "a" * size) for at, size in enumerate(sizes)]
    assert is_small(paths) is small


def test_a_folder_needs_a_worker_and_a_missing_file_none(tmp_path: Path) -> None:
    assert not is_small([tmp_path])
    assert is_small([tmp_path / "没有.txt"])


# -- what the worker tells


def test_the_worker_tells_every_file_and_goes_on_after_a_bad_one(tmp_path: Path) -> None:
    good, bad = written(tmp_path / "甲.txt"), written(tmp_path / "乙.pdf", "%PDF-1.7")
    last = written(tmp_path / "丙.txt", LINE * 3)
    news = list(read_all(Job((good, bad, last))))
    assert news[0] == Counted((good, bad, last), 0)
    assert [one.path for one in news if isinstance(one, Begun)] == [good, bad, last]
    assert [(one.path, one.why.code) for one in news if isinstance(one, Failed)] == [
        (bad, "reading.pdf")
    ]
    assert isinstance(news[-1], Finished)
    assert pickle.loads(pickle.dumps(news)) == news


def test_a_result_in_pieces_is_the_whole(tmp_path: Path) -> None:
    path = written(tmp_path / "甲.txt", LINE * 300)
    gathering, results = Gathering(), []
    for news in read_all(Job((path,))):
        if isinstance(news, Head | Piece):
            if isinstance(news, Piece):
                assert len(news.proposals) <= PIECE
            results.append(gathering.take(news))
    whole = [result for result in results if result is not None]
    report, proposals = read_and_extract(path.name, path.read_bytes(), load_lexicon())
    assert len(proposals) > PIECE
    assert whole == [Result(path, path.read_bytes(), report, proposals)]
    assert results[-1] is not None


def test_words_without_a_file_are_read_by_their_name() -> None:
    news = list(read_all(Job((Path("剪贴板.txt"),), LINE.encode())))
    heads = [one for one in news if isinstance(one, Head)]
    assert [(head.report.name, head.data) for head in heads] == [("剪贴板.txt", LINE.encode())]


def test_our_own_fault_on_one_file_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = (written(tmp_path / "甲.txt"), written(tmp_path / "乙.txt", LINE * 2))

    def broken(name: str, data: bytes, lexicon: object) -> object:
        if name == "甲.txt":
            raise ZeroDivisionError
        return read_and_extract(name, data, load_lexicon())

    monkeypatch.setattr(importing, "read_and_extract", broken)
    news = list(read_all(Job(paths)))
    assert [one.why.code for one in news if isinstance(one, Failed)] == ["cli.unexpected"]
    assert [one.path for one in news if isinstance(one, Head)] == [paths[1]]


def test_too_many_files_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "MOST", 2)
    for at in range(4):
        written(tmp_path / f"{at}.txt")
    first = next(read_all(Job((tmp_path,))))
    assert first == Counted((tmp_path / "0.txt", tmp_path / "1.txt"), 2)


def test_a_real_worker_sends_everything_and_ends(tmp_path: Path) -> None:
    path = written(tmp_path / "甲.txt")
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(Job((path,)), there), daemon=True)
    process.start()
    there.close()
    kinds: list[str] = []
    while not kinds or kinds[-1] != "Finished":
        assert here.poll(60)
        kinds.append(type(here.recv()).__name__)
    process.join(30)
    assert process.exitcode == 0
    assert kinds == ["Counted", "Begun", "Head", "Piece", "Finished"]


def test_a_worker_to_whom_nobody_listens_ends_in_peace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "nice", lambda _: 0, raising=False)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    here, there = Pipe(duplex=False)
    here.close()
    work(Job((written(tmp_path / "甲.txt"),)), there)
    assert there.closed


# -- what became of it


def test_the_tally_counts_and_tells(tmp_path: Path) -> None:
    tally = Tally()
    lexicon = load_lexicon()
    for data, new in ((LINE.encode(), True), (LINE.encode(), False), ("无".encode(), True)):
        report, proposals = read_and_extract("甲.txt", data, lexicon)
        tally.add(Path("甲.txt"), Kept(1, new, report), len(proposals))
    cut, _ = read_and_extract("乙.txt", (LINE * 9).encode()[:-2], lexicon)
    tally.add(Path("乙.txt"), Kept(2, True, cut), 9)
    tally.troubles.append(importing.Trouble(Path("丙.txt"), message("reading.pdf")))
    assert (len(tally.kept), len(tally.known), tally.failed, tally.done) == (3, 1, 1, 5)
    codes = [trouble.why.code for trouble in tally.troubles]
    assert codes == ["intake.no_figures", "reading.lost", "reading.pdf"]


# -- large reports in pieces


def large() -> bytes:
    return (LINE * 400).encode()


def test_pieces_make_the_same_report_as_one_go(tmp_path: Path) -> None:
    report, proposals = read_and_extract("大.txt", large(), load_lexicon())
    one, other = Workspace.open(tmp_path / "1.hedui"), Workspace.open(tmp_path / "2.hedui")
    keep_read(one, large(), report, proposals, RUN)
    steps = list(keep_in_pieces(other, large(), report, proposals, RUN))
    assert steps[:-1] == [None] * (len(steps) - 1)
    assert len(steps) > 3
    assert steps[-1] == Kept(1, True, report)
    for workspace in (one, other):
        assert workspace.report(1) == report
        assert len(workspace.rows(1)) == len(proposals)
    assert one.rows(1) == other.rows(1)
    assert one.proposals(1) == other.proposals(1)
    assert one.reports() == other.reports()
    one.close()
    other.close()


def test_half_a_report_is_nowhere_to_be_seen_and_goes_with_the_next(tmp_path: Path) -> None:
    report, proposals = read_and_extract("大.txt", large(), load_lexicon())
    workspace = Workspace.open(tmp_path / "w.hedui")
    half = keep_in_pieces(workspace, large(), report, proposals, RUN)
    assert [next(half), next(half)] == [None, None]
    del half  # as when the program is killed
    assert workspace.reports() == ()
    assert workspace.find(report.sha256) is None
    workspace.close()
    workspace = Workspace.open(tmp_path / "w.hedui")
    *_, kept = keep_in_pieces(workspace, large(), report, proposals, RUN)
    assert kept is not None
    assert kept.new
    assert len(workspace.rows(kept.report_id)) == len(proposals)
    assert len(workspace.reports()) == 1
    workspace.close()
    with closing(sqlite3.connect(tmp_path / "w.hedui")) as file:
        for table in ("report", "source", "extraction"):
            assert file.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)
        assert file.execute("SELECT count(*) FROM row").fetchone() == (len(proposals),)


# -- another encoding


def test_another_reading_is_kept_beside_and_found_again(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "w.hedui")
    data, lexicon = (TRADITIONAL * 3).encode("big5"), load_lexicon()
    first = keep(workspace, "甲.txt", data, lexicon, "张三", AT)
    assert first.report.encoding == "big5"
    other = read_as(workspace, "甲.txt", data, "gb18030", lexicon, RUN)
    assert other.new
    assert other.report.encoding == "gb18030"
    assert workspace.source(other.report_id) == data
    assert not read_as(workspace, "甲.txt", data, "gb18030", lexicon, RUN).new
    back = read_as(workspace, "甲.txt", data, "big5", lexicon, RUN)
    assert (back.new, back.report_id) == (False, first.report_id)
    session = ReviewSession(workspace, "张三", lambda: AT)
    session.drop_report(first.report_id)
    again = keep(workspace, "甲.txt", data, lexicon, "张三", AT)
    assert (again.new, again.report_id) == (False, other.report_id)
    workspace.close()


def test_what_people_left_on_a_report_counts_as_work(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "w.hedui")
    session = ReviewSession(workspace, "张三", lambda: AT)
    for at, act in enumerate(("decide", "edit", "remark", "facts", "draft", "none")):
        data = (LINE + "\n" * at).encode()
        report_id = keep(workspace, f"{act}.txt", data, load_lexicon(), "张三", AT).report_id
        session.open_report(report_id)
        row = workspace.rows(report_id)[0].row
        assert not worked_on(workspace, report_id)
        if act == "decide":
            session.decide([row.id], Decision.REJECTED)
        elif act == "edit":
            session.move(row.id, workspace.rows(report_id)[1].row.span)
        elif act == "remark":
            session.add_remark(row.span, "不对", "")
        elif act == "facts":
            session.set_facts(session.report.facts.__class__(title="改"))
        elif act == "draft":
            session.set_draft(row.id, {"value": "x"})
        assert worked_on(workspace, report_id) is (act != "none")
    workspace.close()
