"""What a command line asks for, as plain data."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn

from core.errors import UserError
from core.messages import LANGUAGES, Message, message

FORMATS: Final = ("json",)
"""What ``extract`` prints."""

EXPORTED: Final = ("xlsx", "jsonl")
"""What ``export`` writes: the names in the registry of formats, which takes long to load."""


class UsageError(UserError):
    """The command line itself is wrong (exit status 2)."""


@dataclass(frozen=True, slots=True)
class Window:
    """Open the window with these files."""

    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """Print the rows of files, or write them below ``out``, with ``jobs`` processes."""

    files: tuple[Path, ...]
    out: Path | None
    jobs: int
    explain: bool


@dataclass(frozen=True, slots=True)
class Evaluate:
    """Score the extraction on a folder of gold files; ``page`` is where to write it as HTML."""

    folder: Path
    misses: bool
    page: Path | None


@dataclass(frozen=True, slots=True)
class Export:
    """Write reports of a workspace, all where ``reports`` is empty, to the file ``out``."""

    workspace: Path
    format: str
    out: Path
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SelfTest:
    """Try the program on its own sample."""


@dataclass(frozen=True, slots=True)
class Version:
    """Say which version this is."""


@dataclass(frozen=True, slots=True)
class Help:
    """Say how the program, or one of its verbs, is called; ``code`` is the message."""

    code: str


Request = Window | Extract | Evaluate | Export | SelfTest | Version | Help


def take_language(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take ``--lang`` out of a command line, wherever it stands.

    Raises:
        UsageError: its value is missing or no language of ours.
    """
    asked: str | None = None
    rest: list[str] = []
    upcoming = iter(words)
    for word in upcoming:
        if word == "--":
            rest += [word, *upcoming]
        elif word == "--lang" or word.startswith("--lang="):
            asked = word.partition("=")[2] or next(upcoming, "")
            if asked not in LANGUAGES:
                raise UsageError(message("cli.bad_language", asked=asked))
        else:
            rest.append(word)
    return asked, rest


def parse(words: Sequence[str]) -> Request:
    """Read a command line without its ``--lang``.

    Raises:
        UsageError: it asks for nothing that exists.
    """
    if words and words[0] == "extract":
        return _extract(words[1:])
    if words and words[0] == "evaluate":
        return _evaluate(words[1:])
    if words and words[0] == "export":
        return _export(words[1:])
    return _program(words)


def extract_parser() -> argparse.ArgumentParser:
    """Describe the words after ``extract``."""
    parser = _Parser()
    parser.add_argument("--format", default="json")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--jobs", default="1")
    parser.add_argument("--explain", action="store_true")
    return parser


def evaluate_parser() -> argparse.ArgumentParser:
    """Describe the words after ``evaluate``."""
    parser = _Parser()
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--html", type=Path)
    return parser


def export_parser() -> argparse.ArgumentParser:
    """Describe the words after ``export``."""
    parser = _Parser()
    parser.add_argument("--format", default="")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--report", nargs="+", action="extend", default=[])
    return parser


def program_parser() -> argparse.ArgumentParser:
    """Describe a command line without a verb."""
    parser = _Parser()
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--version", action="store_true")
    return parser


def _extract(words: Sequence[str]) -> Request:
    asked = _read(extract_parser(), words)
    if asked.help:
        return Help("cli.help_extract")
    if asked.format not in FORMATS:
        raise UsageError(message("cli.bad_format", asked=asked.format, known=", ".join(FORMATS)))
    if not asked.jobs.isascii() or not asked.jobs.isdigit() or int(asked.jobs) < 1:
        raise UsageError(message("cli.bad_jobs", asked=asked.jobs))
    if not asked.files:
        raise UsageError(message("cli.no_file"))
    if len(asked.files) > 1 and asked.out is None:
        raise UsageError(message("cli.needs_out"))
    if asked.out is not None and asked.out.exists() and not asked.out.is_dir():
        raise UsageError(message("cli.out_no_folder", path=asked.out))
    return Extract(tuple(asked.files), asked.out, int(asked.jobs), asked.explain)


def _evaluate(words: Sequence[str]) -> Request:
    asked = _read(evaluate_parser(), words)
    if asked.help:
        return Help("cli.help_evaluate")
    if len(asked.files) != 1:
        raise UsageError(message("cli.one_folder"))
    return Evaluate(asked.files[0], asked.misses, asked.html)


def _export(words: Sequence[str]) -> Request:
    asked = _read(export_parser(), words)
    if asked.help:
        return Help("cli.help_export")
    if len(asked.files) != 1:
        raise UsageError(message("cli.one_workspace"))
    if asked.format not in EXPORTED:
        raise UsageError(message("cli.bad_format", asked=asked.format, known=", ".join(EXPORTED)))
    if asked.out is None:
        raise UsageError(message("cli.export_needs_out"))
    for number in asked.report:
        if not number.isascii() or not number.isdigit():
            raise UsageError(message("cli.bad_report", asked=number))
    return Export(asked.files[0], asked.format, asked.out, tuple(map(int, asked.report)))


def _program(words: Sequence[str]) -> Request:
    asked = _read(program_parser(), words)
    if asked.help:
        return Help("cli.help")
    if asked.version:
        return Version()
    if asked.self_test:
        return SelfTest()
    return Window(tuple(asked.files))


class _Parser(argparse.ArgumentParser):
    """argparse without its own English help and exits; every one takes files and ``--help``."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)
        self.add_argument("files", nargs="*", type=Path)
        self.add_argument("-h", "--help", action="store_true")

    def error(self, message: str) -> NoReturn:
        """Raise instead of exiting; argparse's own words are the reason."""
        raise UsageError(Message("cli.usage", (("reason", message),)))


def _read(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """Parse words of which options and files may stand in any order; after ``--`` all are files."""
    end = words.index("--") if "--" in words else len(words)
    asked, unknown = parser.parse_known_intermixed_args(words[:end])
    if unknown:
        raise UsageError(message("cli.unknown_option", words=" ".join(unknown)))
    asked.files += map(Path, words[end + 1 :])
    return asked
