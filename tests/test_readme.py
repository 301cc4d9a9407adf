"""README is run: each example gives what it shows, and each command is in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from skillgap.cli.app import command_line

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_RUN = ("cd ", "git ", "make", "pip", "python", "source ", "uv ")
"""Commands that install or build: the continuous integration runs them for real."""
MORE = "..."
"""A line that stands for the rest of the output."""


class Example(NamedTuple):
    """A command of a console block, and the output shown under it."""

    command: str
    output: tuple[str, ...]


def examples(block: str) -> list[Example]:
    """The commands of a block; a trailing backslash goes on in the next line."""
    found: list[Example] = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        lines = part.rstrip("\n").split("\n")
        end = next(i for i, line in enumerate(lines) if not line.endswith("\\"))
        shown = [line.rstrip() for line in lines[end + 1 :]]
        while shown and not shown[-1]:
            shown.pop()
        found.append(Example("\n".join(lines[: end + 1]), tuple(shown)))
    return found


def line_number(match: re.Match[str]) -> str:
    return f"line {README[: match.start()].count(chr(10)) + 1}"


BLOCKS = {line_number(match): examples(match[1]) for match in BLOCK.finditer(README)}


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run it as a person would: as installed, in English, 100 columns wide."""
    environment = {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "LANG": "C.UTF-8",
        "COLUMNS": "100",
    }
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_an_example_gives_what_the_readme_shows(
    block: list[Example], tmp_path: Path
) -> None:
    for example in block:
        if example.command.startswith(NOT_RUN):
            continue
        ended = run(example.command, tmp_path)
        printed = [line.rstrip() for line in ended.stdout.rstrip().split("\n")]
        shown = list(example.output)
        if not shown:
            assert ended.returncode == 0, ended.stdout
        elif MORE in shown:
            start = shown[: shown.index(MORE)]
            assert printed[: len(start)] == start
        else:
            assert printed == shown


QUESTIONS = re.findall(r"^\| .*? \| (`skillgap .*`) \|$", README, re.MULTILINE)
ANSWERS = [one for cell in QUESTIONS for one in re.findall(r"`(skillgap .*?)`", cell)]
WITH_MORE = {
    "skillgap list": "skillgap list occupations",
    "skillgap show": "skillgap show occupation bookkeeper",
}
"""Commands that the table names shortly, as they are run."""


def test_each_answer_of_the_table_of_questions_is_run(tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text(
        "client,skills,target\ninvented-1,excel; paying bills,bookkeeper\n", "utf-8"
    )
    assert run("skillgap profile add excel", tmp_path).returncode == 0
    for command in ANSWERS:
        ended = run(WITH_MORE.get(command, command), tmp_path)
        assert ended.returncode == 0, (command, ended.stdout)
    assert len(ANSWERS) >= 14


def test_the_readme_shows_the_main_command() -> None:
    shown = [example.command for block in BLOCKS.values() for example in block]
    assert any(command.startswith("skillgap recommend ") for command in shown)


def commands(
    command: Any,  # noqa: ANN401 - a command of Typer's own copy of click
    path: tuple[str, ...] = (),
) -> list[tuple[tuple[str, ...], TyperCommand]]:
    """Each command that can be run, by the words that call it."""
    if not isinstance(command, TyperGroup):
        return [(path, command)]
    context = typer.Context(command)
    return [
        found
        for name in command.list_commands(context)
        for found in commands(command.get_command(context, name), (*path, name))
    ]


COMMANDS = [
    pytest.param(*found, id=" ".join(found[0])) for found in commands(command_line())
]


@pytest.mark.parametrize(("path", "command"), COMMANDS)
def test_each_command_and_option_has_help(
    path: tuple[str, ...], command: TyperCommand
) -> None:
    del path
    assert command.help
    without = [
        parameter.name
        for parameter in command.params
        if not getattr(parameter, "hidden", False)
        and not getattr(parameter, "help", None)
    ]
    assert without == []


@pytest.mark.parametrize(("path", "command"), COMMANDS)
def test_each_command_is_named_in_the_readme(
    path: tuple[str, ...], command: TyperCommand
) -> None:
    del command
    assert re.search(rf"\bskillgap {' '.join(path)}\b", README)
