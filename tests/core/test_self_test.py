"""The self-test: what it says of the surroundings, of sockets, and how it ends."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from core.commands import format_way, run
from core.commands.format_way import other_formats
from core.commands.probes import Probe, carried_out
from core.commands.sockets import SocketWatch
from core.commands.surroundings import lent, surroundings
from core.errors import BugError, UserError
from core.exchange.formats import FORMATS, Format
from core.messages import catalogue, message, render
from core.paths import config_dir, data_dir, log_file

PNG = b"\x89PNG"


def no_window(files: Sequence[Path], language: str | None) -> int:
    raise AssertionError("the self-test opened the window")


def draw(workspace: Path, picture: Path, language: str) -> None:
    picture.write_bytes(PNG)


def draw_nothing(workspace: Path, picture: Path, language: str) -> None:
    picture.touch()


def fail_to_draw(workspace: Path, picture: Path, language: str) -> None:
    raise OSError("no picture")


def all_well(language: str) -> Sequence[Probe]:
    return [Probe(True, message("self_test.font", family="宋体"))]


def no_font(language: str) -> Sequence[Probe]:
    return [Probe(False, message("self_test.no_font"))]


def call_out(language: str) -> Sequence[Probe]:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    return []


@pytest.mark.parametrize(
    ("desk", "status", "wrong"),
    [
        (run.Desk(no_window, draw, all_well), 0, []),
        (run.Desk(no_window, draw, no_font), 1, ["没有中文字体"]),
        (run.Desk(no_window, draw_nothing, all_well), 1, ["这一步没有做完"]),
        (run.Desk(no_window, fail_to_draw, no_font), 1, ["没有中文字体", "这一步没有做完"]),
        (run.Desk(no_window, draw, call_out), 1, ["程序不该联网"]),
    ],
)
def test_every_line_is_marked_and_what_is_wrong_counts(
    capsys: pytest.CaptureFixture[str], desk: run.Desk, status: int, wrong: list[str]
) -> None:
    assert run.run(["--self-test", "--lang", "zh"], desk) == status
    *lines, last = capsys.readouterr().out.splitlines()
    assert {line[:2] for line in lines} <= {"✓ ", "✗ "}
    complaints = [line[2:] for line in lines if line.startswith("✗")]
    assert [line[: len(start)] for line, start in zip(complaints, wrong, strict=True)] == wrong
    told = message("self_test.failed", count=len(wrong)) if wrong else message("cli.tested_all")
    assert last == render(told, "zh")
    assert not config_dir().exists()
    assert not data_dir().exists()


def test_the_surroundings_name_each_folder_once_and_leave_nothing(home: Path) -> None:
    probes = list(surroundings())
    assert all(probe.well for probe in probes)
    codes = [probe.said.code for probe in probes]
    assert codes == ["self_test.system", *["self_test.writable"] * 3, "self_test.sqlite"]
    said = "\n".join(render(probe.said, "zh") for probe in probes)
    assert all(str(path) in said for path in (config_dir(), data_dir(), log_file().parent))
    assert list(home.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(home: Path) -> None:
    data_dir().parent.parent.mkdir(parents=True, exist_ok=True)
    data_dir().parent.touch()
    wrong = [probe.said for probe in surroundings() if not probe.well]
    assert [said.code for said in wrong] == ["self_test.unwritable", "self_test.no_workspace"]
    assert str(data_dir()) in render(wrong[0], "en")


def test_on_a_stick_there_is_one_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "hedui"))
    (tmp_path / "data").mkdir()
    codes = [probe.said.code for probe in surroundings()]
    assert codes[1:] == ["self_test.portable", "self_test.writable", "self_test.sqlite"]
    assert list((tmp_path / "data").iterdir()) == []


def test_a_lent_folder_is_gone_unless_it_was_there_or_has_something_in_it(tmp_path: Path) -> None:
    for there, filled in ((False, False), (True, False), (False, True)):
        folder = tmp_path / f"{there}{filled}" / "a" / "b"
        if there:
            folder.mkdir(parents=True)
        with lent(folder):
            assert folder.is_dir()
            if filled:
                (folder / "x").touch()
        assert folder.exists() is (there or filled)


def user_error() -> Iterator[Probe]:
    yield Probe(True, message("cli.tested_window"))
    raise UserError(message("cli.no_file"))


def bug() -> Iterator[Probe]:
    raise BugError("lost")
    yield


def test_a_failure_in_a_step_is_a_finding() -> None:
    first, second = carried_out(user_error)
    assert (first.well, second.well) == (True, False)
    assert second.said.code == "cli.no_file"
    (probe,) = carried_out(bug)
    assert "lost" in render(probe.said, "zh")
    assert "BugError" in log_file().read_text(encoding="utf-8")


def nothing(reports: object, means: object) -> list[bytes]:
    return []


def test_every_format_is_a_finding_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Format("broken", ".broken", nothing)
    monkeypatch.setattr(format_way, "FORMATS", (broken, *FORMATS))
    docx, failed, *others = other_formats()
    assert (docx.said.code, failed.well) == ("self_test.docx", False)
    assert "a.broken" in render(failed.said, "zh")
    assert [probe.well for probe in others] == [True] * len(FORMATS)


@pytest.mark.skipif(os.name == "nt", reason="no such sockets there")
def test_local_sockets_are_nobodys_business() -> None:
    with SocketWatch() as watch:
        for one in socket.socketpair():
            one.close()
        assert watch.heard() == []


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_network_sockets_are_heard_of(family: int) -> None:
    with SocketWatch() as watch:
        socket.socket(family, socket.SOCK_STREAM).close()
    assert watch.heard() == ["socket.__new__"]
    socket.socket(family, socket.SOCK_STREAM).close()
    assert watch.heard() == ["socket.__new__"]


@pytest.mark.skipif(sys.platform != "linux", reason="open files are listed on Linux")
def test_a_librarys_socket_is_seen_among_the_open_files() -> None:
    with SocketWatch() as watch:
        pass
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as opened:
        assert watch.heard() == [f"fd {opened.fileno()}"]
        with SocketWatch() as later:
            assert later.heard() == []  # it was there before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_marks_are_put_in_one_place(language: str) -> None:
    assert [words for words in catalogue(language).values() if words[:1] in "✓✗"] == []
