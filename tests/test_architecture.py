"""The rules of the house that a machine can hold: layers, sizes, owners, words."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

MAX_FILE_LINES = 500
MAX_FUNCTION_LINES = 60
Rule = Callable[[ast.AST], Iterator[int]]

IMPORT_ALL_OF_CORE = """
import importlib, pkgutil, sys
import core
for module in pkgutil.walk_packages(core.__path__, "core."):
    importlib.import_module(module.name)
print([name for name in sys.modules if name.split(".")[0] in
       {"PySide6", "shiboken6", "pyqtgraph", "gui"}])
"""


def sources(*folders: str) -> list[Path]:
    found = [PROJECT / "main.py"] if (PROJECT / "main.py").exists() else []
    for folder in folders:
        found.extend(sorted((PROJECT / folder).rglob("*.py")))
    return found


def named(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name in names:
                yield node


def prints(tree: ast.AST) -> Iterator[int]:
    yield from (call.lineno for call in calls(tree, "print") if isinstance(call.func, ast.Name))


def untranslatable(tree: ast.AST) -> Iterator[int]:
    """Find words handed to the translator that its extractor cannot see."""
    for call in calls(tree, "tr", "translate"):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        own_words = name == "tr"  # a painter's translate moves the origin
        by_name = isinstance(owner, ast.Name) and owner.id in ("QCoreApplication", "Q")
        at = 0 if own_words else 1
        if (own_words or by_name) and at < len(call.args):
            value = call.args[at]
            if not (isinstance(value, ast.Constant) and isinstance(value.value, str)):
                yield call.lineno


def leaking_lambdas(tree: ast.AST) -> Iterator[int]:
    """Find `.connect(lambda: … self …)`: the widget would never be freed."""
    for call in calls(tree, "connect"):
        for argument in call.args:
            if isinstance(argument, ast.Lambda) and any(
                isinstance(node, ast.Name) and node.id == "self" for node in ast.walk(argument)
            ):
                yield call.lineno


def uses(*names: str) -> Rule:
    def rule(tree: ast.AST) -> Iterator[int]:
        for node in ast.walk(tree):
            mentioned = {node.id} if isinstance(node, ast.Name) else set()
            if isinstance(node, ast.Import | ast.ImportFrom):
                mentioned = {alias.name.split(".")[0] for alias in node.names}
                mentioned.add((getattr(node, "module", "") or "").split(".")[0])
            if mentioned & set(names):
                yield node.lineno  # type: ignore[attr-defined]

    return rule


def long_functions(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            last = node.end_lineno or node.lineno
            if last - node.lineno + 1 > MAX_FUNCTION_LINES:
                yield node.lineno


RULES: dict[str, tuple[Rule, tuple[str, ...], tuple[str, ...]]] = {
    # name: rule, folders it holds in, owners it does not hold for
    "no print": (prints, ("core", "gui"), ()),
    "only literals are translated": (untranslatable, ("gui",), ()),
    "no lambda keeps its widget alive": (leaking_lambdas, ("gui",), ()),
    "dialogs have one owner": (uses("QMessageBox", "QFileDialog"), ("gui",), ("gui/dialogs.py",)),
    "SQL has one owner": (uses("sqlite3", "sqlite_utils"), ("core", "gui"), ("core/workspace/",)),
    "charts have one owner": (uses("pyqtgraph"), ("core", "gui"), ("gui/charts/",)),
    "functions are short": (long_functions, ("core", "gui", "tools"), ()),
}

BAD = {
    "no print": "print('x')",
    "only literals are translated": "self.tr(name)\nself.tr(f'{n} rows')\nQ.translate('C', name)",
    "no lambda keeps its widget alive": "b.clicked.connect(lambda: self.go())",
    "dialogs have one owner": "from PySide6.QtWidgets import QMessageBox",
    "SQL has one owner": "import sqlite3",
    "charts have one owner": "import pyqtgraph as pg",
    "functions are short": "def f():\n" + "    x = 1\n" * MAX_FUNCTION_LINES,
}


@pytest.mark.parametrize("name", RULES)
def test_rule(name: str) -> None:
    rule, folders, owners = RULES[name]
    broken = [
        f"{named(path)}:{line}"
        for path in sources(*folders)
        if not named(path).startswith(owners or ("\0",))
        for line in rule(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert broken == []


@pytest.mark.parametrize("name", RULES)
def test_the_rule_sees_what_it_forbids(name: str) -> None:
    lines = BAD[name].count("\n") + 1 if name.startswith("only literals") else 1
    assert len(list(RULES[name][0](ast.parse(BAD[name])))) == lines


def test_core_imports_no_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL_OF_CORE],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_files_are_small() -> None:
    long = {
        named(path): lines
        for path in sources("core", "gui", "tools", "tests", "benchmarks")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MAX_FILE_LINES
    }
    assert long == {}
