"""Export: what the command line writes, and what is said where it cannot."""

from __future__ import annotations

import argparse
import errno
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from core.commands import requests, run
from core.commands.requests import EXPORTED, Export, Help, UsageError, parse
from core.errors import UserError
from core.exchange.delivery import LOCKS, deliver
from core.exchange.formats import FORMATS, format_of
from core.messages import LANGUAGES, message, render
from core.report import Decision
from core.review.session import ReviewSession
from core.workspace import Workspace
from tests.core import samples
from tests.core.test_commands import DESK, hedui

OLD = b"the old file"


@pytest.fixture(autouse=True)
def chinese_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Keep a workspace with one report and one decision."""
    path = tmp_path / "核对.hedui"
    workspace = Workspace.open(path)
    samples.keep(workspace)
    session = ReviewSession(workspace, "张三")
    session.open_report(1)
    session.decide([1], Decision.ACCEPTED)
    workspace.close()
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "out.xlsx"
    path.write_bytes(OLD)
    return path


# The command line


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("export --help", Help("cli.help_export")),
        ("export a.hedui --format xlsx --out b", Export(Path("a.hedui"), "xlsx", Path("b"), ())),
        (
            "export --out b --format jsonl a.hedui --report 1 2 --report 7",
            Export(Path("a.hedui"), "jsonl", Path("b"), (1, 2, 7)),
        ),
    ],
)
def test_right_usage(words: str, request_: requests.Request) -> None:
    assert parse(words.split()) == request_


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("export --format xlsx --out b", "cli.one_workspace"),
        ("export a b --format xlsx --out b", "cli.one_workspace"),
        ("export a --format doc --out b", "cli.bad_format"),
        ("export a --out b", "cli.bad_format"),
        ("export a --format xlsx", "cli.export_needs_out"),
        ("export a --format xlsx --out b --report 1 三", "cli.bad_report"),
        ("export a --format xlsx --out b --jobs 2", "cli.unknown_option"),
    ],
)
def test_wrong_usage(words: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(words.split())
    assert caught.value.message.code == code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_every_option_and_format(language: str) -> None:
    words = render(message("cli.help_export"), language)
    parser: argparse.ArgumentParser = requests.export_parser()
    options = {name for action in parser._actions for name in action.option_strings}
    assert set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", words)) - {"--lang", "-h"} == options - {
        "-h"
    }
    assert all(f"--format {form}" in words for form in EXPORTED)


def test_the_command_line_knows_the_registry() -> None:
    assert [form.id for form in FORMATS] == list(EXPORTED)
    assert format_of(Path("a.b.XLSX")) == FORMATS[0]
    assert format_of(Path("a.doc")) is None


def test_training_data_of_a_workspace_that_stays_as_it_is(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept.read_bytes()
    out = tmp_path / "a.jsonl"
    assert run.run(["export", str(kept), "--format", "jsonl", "--out", str(out)], DESK) == 0
    assert capsys.readouterr().out == f"已导出 1 份报告：{out}\n"
    made = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert made[0]["text"] == samples.TEXT
    assert [line["state"] for line in made if line["type"] == "row"].count("confirmed") == 1
    assert kept.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl", "核对.hedui"]


def test_a_workbook_while_the_window_has_the_workspace_open(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    workspace = Workspace.open(kept)
    session = ReviewSession(workspace, "李四")
    session.open_report(1)
    session.decide([2], Decision.REJECTED)
    assert run.run(["export", str(kept), "--format", "xlsx", "--out", str(out)], DESK) == 0
    workspace.close()
    book = openpyxl.load_workbook(out)
    assert book["核对"].max_row > 1
    assert [cell.value for cell in book["指标"]["B"][1:]] == ["确认", "驳回", "未审", "未审"]


def test_the_verb_needs_no_display_and_no_qt(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    blocked = tmp_path / "PySide6.py"
    blocked.write_text("raise RuntimeError('Qt was imported')", encoding="utf-8")
    done = hedui(
        "export", kept, "--format", "xlsx", "--out", out, "--lang", "en",
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert openpyxl.load_workbook(out).sheetnames[0] == "Metrics"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--report", "9"], "没有编号为 9 的报告。现有的报告：1 三季度.txt"),
        (["--out", "nowhere/a.jsonl"], "找不到文件夹"),
        (["--out", "核对.hedui"], "就是要导出的工作区"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    kept: Path,
    more: list[str],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(kept.parent)
    before = kept.read_bytes()
    words = ["export", kept.name, "--format", "jsonl", "--out", "a.jsonl", *more]
    assert run.run(words, DESK) == 1
    assert said in capsys.readouterr().err
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    assert kept.read_bytes() == before


def test_a_workspace_without_reports_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "空.hedui"
    Workspace.open(path).close()
    out = tmp_path / "a.xlsx"
    assert run.run(["export", str(path), "--format", "xlsx", "--out", str(out)], DESK) == 1
    assert "没有可以导出的内容" in capsys.readouterr().err
    assert not out.exists()


# Whole or not at all


def refused(path: Path, parts: Iterator[bytes] | list[bytes]) -> str:
    with pytest.raises(UserError) as caught:
        deliver(path, parts)
    return caught.value.message.code


def full() -> Iterator[bytes]:
    yield b"half"
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_old_file_whole(target: Path) -> None:
    assert refused(target, full()) == "export.full"
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_fault_of_ours_leaves_the_old_file_whole(target: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        deliver(target, broken())
    assert target.read_bytes() == OLD
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_file_open_in_an_office_program_is_left_alone(target: Path, lock: str) -> None:
    (target.parent / lock.format(target.name)).touch()
    assert refused(target, [b"new"]) == "export.held"
    assert target.read_bytes() == OLD
    deliver(target.with_name("other.xlsx"), [b"new"])
    assert target.with_name("other.xlsx").read_bytes() == b"new"


def test_a_file_that_windows_holds_is_left_alone(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, other: Path) -> Path:
        raise PermissionError(errno.EACCES, "Access is denied", str(self), None, str(other))

    monkeypatch.setattr(Path, "replace", held)
    assert refused(target, [b"new"]) == "export.in_use"
    assert [path.name for path in target.parent.iterdir()] == [target.name]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "export.no_right"),
        (errno.EROFS, "export.no_right"),
        (errno.EIO, "export.failed"),
    ],
)
def test_a_folder_that_takes_no_file(
    target: Path, number: int, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(**_places: object) -> tuple[int, str]:
        raise OSError(number, os.strerror(number), str(target))

    monkeypatch.setattr(tempfile, "mkstemp", forbidden)
    assert refused(target, [b"new"]) == code
    assert target.read_bytes() == OLD


def test_a_read_only_file_is_left_alone(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_access(_path: Path, _mode: int) -> bool:
        return False

    monkeypatch.setattr(os, "access", no_access)
    assert refused(target, [b"new"]) == "export.read_only"
    assert target.read_bytes() == OLD


def test_places_that_are_none(tmp_path: Path) -> None:
    assert refused(tmp_path, [b"new"]) == "export.folder"
    assert refused(tmp_path / "no" / "a.xlsx", [b"new"]) == "export.no_folder"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_without_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert refused(tmp_path / "a.xlsx", [b"new"]) == "export.no_right"
    tmp_path.chmod(0o700)
