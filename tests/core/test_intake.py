"""From bytes to rows, and into a workspace once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from core.errors import UserError
from core.extraction.lexicon import load_lexicon
from core.intake import keep, read_and_extract, why_empty
from core.messages import LANGUAGES, render
from core.report import Facts, Report, RowKind
from core.workspace import Workspace

AT = "2026-01-02T03:04:05+08:00"


def test_the_sample_gives_rows_in_text_order(seed_path: Path) -> None:
    data = seed_path.read_bytes()
    report, proposals = read_and_extract(seed_path.name, data, load_lexicon())
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert {proposal.kind for proposal in proposals} == set(RowKind)
    starts = [proposal.span.start for proposal in proposals]
    assert starts == sorted(starts)
    assert all(proposal.span.end <= len(report.text) for proposal in proposals)


def test_the_same_bytes_again_find_the_report_that_is_there(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "w.hedui")
    data = "2022年，GDP完成1202亿元，同比增长4.5%。\n".encode()
    first = keep(workspace, "甲.txt", data, load_lexicon(), "张三", AT)
    rows = workspace.rows(first.report_id)
    again = keep(workspace, "乙.txt", data, load_lexicon(), "李四", AT)
    other = keep(workspace, "甲.txt", data + b"\n", load_lexicon(), "张三", AT)
    assert (first.new, again.new, other.new) == (True, False, True)
    assert again.report_id == first.report_id != other.report_id
    assert again.report.name == "甲.txt"
    assert again.report == first.report
    assert len(rows) >= 2
    assert list(workspace.rows(first.report_id)) == list(rows)
    workspace.close()


def test_bytes_that_cannot_be_read_leave_the_workspace_as_it_was(tmp_path: Path) -> None:
    workspace = Workspace.open(tmp_path / "w.hedui")
    with pytest.raises(UserError):
        keep(workspace, "甲.exe", b"MZ\x00\x00\xff\xfe\xff", load_lexicon(), "张三", AT)
    assert not workspace.reports()
    workspace.close()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "intake.no_text"),
        (" \n\t\n", "intake.no_text"),
        ("GDP grew by 4.5 percent in 2022. 中文", "intake.not_chinese"),
        ("各位代表：现在，我代表区人民政府作工作报告", "intake.no_figures"),
        ("今年是“十四五”规划的开局之年", "intake.no_rows"),
    ],
)
def test_no_rows_have_a_reason(text: str, code: str) -> None:
    said = why_empty(Report("x.txt", "", "utf-8", "txt", text, Facts()))
    assert said.code == code
    assert all(render(said, language) != code for language in LANGUAGES)
