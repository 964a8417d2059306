"""The command line: what it understands, prints, writes, and how it ends."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from core.commands import extracting, requests, run
from core.commands.console import Console
from core.commands.probes import Probe
from core.commands.requests import (
    Evaluate,
    Extract,
    Help,
    SelfTest,
    UsageError,
    Version,
    Window,
    parse,
    take_language,
)
from core.extraction.lexicon import load_lexicon
from core.messages import LANGUAGES, Message, catalogue, message, render
from core.paths import config_dir, log_file, settings_file
from core.reading.files import read_file
from core.version import VERSION
from tests.conftest import PROJECT

REPORT = "2022年，GDP完成1202亿元，同比增长4.5%。新建公厕18座。\n"


def no_window(files: Sequence[Path], language: str | None) -> int:
    raise AssertionError("a verb opened the window")


def no_drawing(workspace: Path, picture: Path, language: str) -> None:
    raise AssertionError("a verb drew the window")


def no_look(language: str) -> Sequence[Probe]:
    raise AssertionError("a verb looked at Qt")


DESK = run.Desk(no_window, no_drawing, no_look)


@pytest.fixture(autouse=True)
def chinese_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


def write(folder: Path, name: str, text: str = REPORT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def hedui(*words: str | Path, **options: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a user does."""
    command = [sys.executable, str(PROJECT / "main.py"), *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


# What is understood


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("", Window(())),
        ("a.docx b.hedui", Window((Path("a.docx"), Path("b.hedui")))),
        ("./extract", Window((Path("extract"),))),
        ("--version", Version()),
        ("--self-test", SelfTest()),
        ("--help", Help("cli.help")),
        ("-h", Help("cli.help")),
        ("extract --help", Help("cli.help_extract")),
        ("evaluate -h", Help("cli.help_evaluate")),
        ("extract a.txt", Extract((Path("a.txt"),), None, 1, explain=False)),
        (
            "extract a --out o --jobs 3 b --explain --format json",
            Extract((Path("a"), Path("b")), Path("o"), 3, explain=True),
        ),
        ("extract -- --x.txt", Extract((Path("--x.txt"),), None, 1, explain=False)),
        ("evaluate gold", Evaluate(Path("gold"), misses=False, page=None)),
        (
            "evaluate --misses gold --html p.html",
            Evaluate(Path("gold"), misses=True, page=Path("p.html")),
        ),
    ],
)
def test_right_usage(words: str, request_: requests.Request) -> None:
    assert parse(words.split()) == request_


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("--bogus", "cli.unknown_option"),
        ("--ver", "cli.unknown_option"),
        ("extract", "cli.no_file"),
        ("extract a b", "cli.needs_out"),
        ("extract a --format html", "cli.bad_format"),
        ("extract a --jobs 0", "cli.bad_jobs"),
        ("extract a --jobs -1", "cli.bad_jobs"),
        ("extract a --jobs ２", "cli.bad_jobs"),
        ("extract a --jobs", "cli.usage"),
        ("extract a --misses", "cli.unknown_option"),
        (f"extract a --out {__file__}", "cli.out_no_folder"),
        ("evaluate", "cli.one_folder"),
        ("evaluate a b", "cli.one_folder"),
    ],
)
def test_wrong_usage(words: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(words.split())
    assert caught.value.message.code == code


@pytest.mark.parametrize(
    ("words", "asked", "rest"),
    [
        ("extract a", None, "extract a"),
        ("--lang en extract a", "en", "extract a"),
        ("extract --lang=zh a", "zh", "extract a"),
        ("extract a --lang en", "en", "extract a"),
        ("extract -- --lang en", None, "extract -- --lang en"),
    ],
)
def test_the_language_may_stand_anywhere(words: str, asked: str | None, rest: str) -> None:
    assert take_language(words.split()) == (asked, rest.split())


@pytest.mark.parametrize("words", [["--lang"], ["--lang", "fr"], ["--lang="]])
def test_a_language_that_is_none(words: list[str]) -> None:
    with pytest.raises(UsageError):
        take_language(words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("code", "parser"),
    [
        ("cli.help", requests.program_parser()),
        ("cli.help_extract", requests.extract_parser()),
        ("cli.help_evaluate", requests.evaluate_parser()),
    ],
)
def test_the_help_names_every_option_and_no_other(
    language: str, code: str, parser: argparse.ArgumentParser
) -> None:
    words = render(message(code), language)
    options = {name for action in parser._actions for name in action.option_strings}
    named = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", words))
    assert named - {"--lang", "-h"} == options - {"-h"}


# What is printed and written


def test_one_file_goes_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "报告.txt")
    assert run.run(["extract", str(file)], DESK) == 0
    out, err = capsys.readouterr()
    made = json.loads(out)
    assert made["report"]["source"] == "报告.txt"
    assert made["text"] == REPORT
    assert {"1202亿元", "4.5%"} <= {metric["text"] for metric in made["metrics"]}
    assert err == ""


def test_explain_adds_the_rule_of_each_field(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.run(["extract", str(write(tmp_path, "a.txt")), "--explain"], DESK) == 0
    made = json.loads(capsys.readouterr().out)
    gdp = next(metric for metric in made["metrics"] if metric["text"] == "1202亿元")
    assert gdp["trace"]
    assert all(set(source) == {"rule", "span"} for source in gdp["trace"].values())


def test_unreadable_files_are_told_and_the_others_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, missing = write(tmp_path, "好.txt"), tmp_path / "没有.txt"
    (tmp_path / "夹").mkdir()
    out = tmp_path / "out"
    files = [str(missing), str(good), str(tmp_path / "夹")]
    assert run.run(["extract", *files, "--out", str(out)], DESK) == 1
    assert [path.name for path in out.iterdir()] == ["好.json"]
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition("：")[0] for line in lines] == [files[0], files[2]]


def test_a_fault_in_the_users_own_words_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = config_dir() / "lexicon"
    folder.mkdir(parents=True)
    (folder / "tables.toml").write_text("x = [", encoding="utf-8")
    load_lexicon.cache_clear()
    assert run.run(["extract", str(write(tmp_path, "好.txt"))], DESK) == 1
    assert str(folder / "tables.toml") in capsys.readouterr().err


def test_a_report_without_rows_says_why_and_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "a.txt", "Nothing to see here.\n")
    assert run.run(["extract", str(file), "--lang", "en"], DESK) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["metrics"] == []
    assert err.startswith(f"{file}: No rows")


def test_a_result_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path, "a.txt")
    (tmp_path / "out" / "a.json").mkdir(parents=True)
    assert run.run(["extract", str(file), "--out", str(tmp_path / "out")], DESK) == 1
    assert "a.json" in capsys.readouterr().err


def test_equal_stems_are_numbered() -> None:
    files = [Path(name) for name in ("x/a.txt", "y/a.docx", "A.txt", "a-2.txt", "b.txt")]
    names = [path.name for path in extracting.targets_in(Path("o"), files)]
    assert names == ["a.json", "a-2.json", "A-3.json", "a-2-2.json", "b.json"]


def test_several_processes_give_what_one_gives(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{n}.txt", f"{2010 + n}年，GDP完成{n}亿元。\n") for n in range(1, 4)]
    files.append(tmp_path / "missing.txt")
    status = {
        jobs: hedui("extract", *files, "--out", tmp_path / jobs, "--jobs", jobs).returncode
        for jobs in ("1", "2")
    }
    assert status == {"1": 1, "2": 1}
    written = [sorted((tmp_path / jobs).iterdir()) for jobs in ("1", "2")]
    assert [path.name for path in written[0]] == ["1.json", "2.json", "3.json"]
    assert [p.read_bytes() for p in written[0]] == [p.read_bytes() for p in written[1]]


def test_a_fault_of_ours_on_one_file_does_not_cost_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = read_file
    monkeypatch.setattr(extracting, "read_file", lambda path: real(path) if "b" in path.stem else 1)
    files = [str(write(tmp_path, name)) for name in ("a.txt", "b.txt")]
    assert run.run(["extract", *files, "--out", str(tmp_path / "out")], DESK) == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.json"]
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert str(log_file()) in err
    assert "Traceback" in log_file().read_text(encoding="utf-8")


def test_evaluate_scores_a_folder_and_names_what_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = {"text_sha256": "another text", "metrics": [], "labels": []}
    for name in ("a", "b"):
        write(tmp_path, f"{name}.gold.json", json.dumps(gold))
    write(tmp_path, "a.txt")
    assert run.run(["evaluate", str(tmp_path), "--misses"], DESK) == 1
    out, err = capsys.readouterr()
    assert "1202亿元" in out
    assert [line.split()[0] for line in out.splitlines()[-4:-2]] == ["a", "合计"]
    assert render(message("evaluation.other_text"), "zh") in err
    assert "b.gold.json" in err


def test_evaluate_of_no_gold_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.run(["evaluate", str(tmp_path)], DESK) == 1
    assert str(tmp_path) in capsys.readouterr().err


# How it ends


def answer(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def fail(files: Sequence[Path], language: str | None) -> int:
        raise error

    return run.run([], run.Desk(fail, no_drawing, no_look))


def test_ctrl_c_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "")


def test_a_bug_goes_to_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(monkeypatch, ZeroDivisionError("x")) == 70
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert str(log_file()) in err
    assert "ZeroDivisionError" in log_file().read_text(encoding="utf-8")


def test_a_missing_package_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = ModuleNotFoundError("No module named 'PySide6.QtCore'", name="PySide6.QtCore")
    assert answer(monkeypatch, gone) == 70
    assert "PySide6" in capsys.readouterr().err
    assert not log_file().exists()


def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.run(["extract", "a", "b"], DESK) == 2
    assert "--out" in capsys.readouterr().err


def test_the_window_gets_files_and_language() -> None:
    seen: list[object] = []

    def window(files: Sequence[Path], language: str | None) -> int:
        seen.extend((tuple(files), language))
        return 7

    assert run.run(["--lang", "en", "a.txt"], run.Desk(window, no_drawing, no_look)) == 7
    assert seen == [(Path("a.txt"),), "en"]


def test_the_settings_choose_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('language = "en"\n', encoding="utf-8")
    assert run.run(["--version"], DESK) == 0
    assert capsys.readouterr().out == f"Hedui {VERSION}\n"
    assert run.run(["--version", "--lang", "zh"], DESK) == 0
    assert capsys.readouterr().out == f"核对 Hedui {VERSION}\n"


def test_broken_settings_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("language", encoding="utf-8")
    assert run.run(["--version"], DESK) == 0
    assert "settings.toml.broken" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["extract", "--help"], ["evaluate", "--help"]])
def test_help_is_in_both_languages(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    shown = []
    for language in LANGUAGES:
        assert run.run([*words, "--lang", language], DESK) == 0
        shown.append(capsys.readouterr().out)
    assert "提取" in shown[0]
    assert "xtract" in shown[1]


# As a program of its own


def test_the_verbs_import_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['main.py', 'extract', sys.argv[1]]\n"
        "import main\n"
        "status = main.main()\n"
        "bad = [n for n in sys.modules if n.split('.')[0] in {'PySide6', 'shiboken6', 'gui',"
        " 'pyqtgraph'}]\n"
        "sys.exit(repr(bad) if bad else status)"
    )
    file = write(tmp_path, "a.txt")
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], cwd=PROJECT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_is_utf8_whatever_the_system_says(tmp_path: Path) -> None:
    file = write(tmp_path, "报告.txt")
    environment = os.environ | {"PYTHONIOENCODING": "gbk", "PYTHONUTF8": "0"}
    done = hedui("extract", file, env=environment)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["report"]["source"] == "报告.txt"
    assert b"\r\n" not in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_shown_as_far_as_it_is(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/\xb1\xa8.txt"
    Path(os.fsdecode(file)).write_text(REPORT, encoding="utf-8")
    done = hedui("extract", os.fsdecode(file))
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["report"]["source"] == "\ufffd\ufffd.txt"


@pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", REPORT * 3000)
    command = [sys.executable, str(PROJECT / "main.py"), "extract", str(file)]
    # Unbuffered, Python itself forgets what a pipe did not take (a short write is no error).
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == run.READER_GONE


# The bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, drawn in ((io.StringIO(), False), (Terminal(), True)):
        monkeypatch.setattr(sys, "stderr", stream)
        console = Console("zh")
        console.progress(1, 2)
        assert bool(stream.getvalue()) is drawn


def test_a_line_takes_the_bar_off_first(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    console = Console("zh")
    console.progress(1, 2)
    bar = terminal.getvalue()
    console.complain_about(Path("x.txt"), Message("cli.no_file"))
    blank = f"\r{' ' * (len(bar) - 1)}\r"
    assert terminal.getvalue().startswith(bar + blank + "x.txt")
    console.progress(1, 1)
    assert terminal.getvalue().endswith("\n")


def test_every_message_has_the_same_places_in_both_languages() -> None:
    own = ("cli.", "self_test.", "intake.", "settings.", "evaluation.", "table.")
    places = [
        {
            code: set(re.findall(r"\{(\w+)\}", words))
            for code, words in catalogue(language).items()
            if code.startswith(own)
        }
        for language in LANGUAGES
    ]
    assert places[0] == places[1]
