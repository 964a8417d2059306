"""Every rule that names a field of a row has words in both languages (the inspector shows them)."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

MAKERS = {"Named", "Reading", "Source", "Label", "named"}
RULE = re.compile(r"[a-z]+(?:-[a-z]+)*")
NO_ROW = {"none"}
"""What says nothing of a clause makes no row."""


def _rules(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name in MAKERS:
            words = (arg.value for arg in node.args if isinstance(arg, ast.Constant))
            yield from (word for word in words if isinstance(word, str) and RULE.fullmatch(word))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_rule_has_words(language: str) -> None:
    files = (PROJECT / "core" / "extraction").glob("*.py")
    rules = {rule for file in files for rule in _rules(file)} - NO_ROW
    table = tomllib.loads(
        (PROJECT / "resources" / "messages" / f"{language}.toml").read_text("utf-8")
    )
    assert len(rules) > 60  # the scan still finds them
    assert not rules - table["rule"].keys()
