"""The shape of the code: small modules and functions, and imports that cost little."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "skillgap"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted(
    path
    for folder in ("bench", "tools", "training")
    for path in (ROOT / folder).rglob("*.py")
)
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}
HEAVY = {
    "defusedxml",
    "docx",
    "icalendar",
    "jinja2",
    "numpy",
    "openpyxl",
    "pyarrow",
    "pypdfium2",
    "rapidfuzz",
    "rich",
    "sqlite3",
    "typer",
    "typst",
    "yaml",
}
NEEDED_AT_ONCE = {
    "skillgap.catalogue": {"sqlite3"},
    "skillgap.history": {"sqlite3"},
}
ROOMS = (
    "skillgap",
    "skillgap.model",
    "skillgap.errors",
    "skillgap.document",
    "skillgap.catalogue",
    "skillgap.profile",
    "skillgap.formats",
    "skillgap.matching",
    "skillgap.advice",
    "skillgap.history",
    "skillgap.batch",
    "skillgap.render",
    "skillgap.render.report",
    "skillgap.report",
    "skillgap.cli",
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=name)
def test_a_module_holds_one_topic(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_MODULE


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=name)
def test_a_function_does_one_thing(path: Path) -> None:
    long = {
        f"{node.name}, line {node.lineno}": lines
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_no_module_is_a_drawer() -> None:
    assert [name(path) for path in MODULES if path.stem in DRAWERS] == []


def test_rich_is_imported_for_the_terminal_table_alone() -> None:
    importing = {
        name(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if any(module.split(".")[0] == "rich" for module in imported(node))
    }
    assert importing <= {"src/skillgap/render/table.py"}


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module]
    return []


@pytest.mark.parametrize("room", ROOMS)
def test_importing_a_room_loads_nothing_heavy(room: str) -> None:
    code = f"import json, sys; import {room}; print(json.dumps(sorted(sys.modules)))"
    printed = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout
    loaded = {module.split(".")[0] for module in json.loads(printed)}
    assert loaded & HEAVY <= NEEDED_AT_ONCE.get(room, set())
