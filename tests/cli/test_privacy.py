"""No command opens a socket or writes what was not asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.cli.command import SMALL
from tests.formats.taxonomies.published import ESCO, write

from skillgap.cli.app import Root

if TYPE_CHECKING:
    from pathlib import Path

GUARD = """
import builtins, os, socket, sys

def refuse(*arguments, **more):
    raise AssertionError("a socket was asked for")

socket.socket = socket.create_connection = socket.getaddrinfo = refuse
sys.addaudithook(
    lambda event, arguments: refuse() if event.startswith("socket.") else None
)
from skillgap.cli import run
sys.exit(run(sys.argv[1:]))
"""
CATALOGUE = ("--catalogue", str(SMALL))
EVERY = [
    ("recommend", "-s", "excel", "--for", "bookkeeper", "--format", "table"),
    ("gap", "-s", "excel", "--for", "bookkeeper"),
    ("explore", "-s", "exel"),
    ("match", "excell", "keeping track of the money of a shop"),
    ("plan", "-s", "excel", "--for", "bookkeeper", "--hours-per-week", "5"),
    ("plan", "--for", "bookkeeper", "--compare", "--format", "html"),
    ("why", "payroll-law", "--for", "bookkeeper", "-s", "excel"),
    ("whatif", "--for", "bookkeeper", "-s", "excel", "--add", "java"),
    ("batch", "roster.csv", "--output", "results"),
    ("batch", "roster.csv", "--output", "handed", "--report", "html"),
    ("cohort", "results", "--smallest-group", "1"),
    ("funding", "--family-size", "2", "--income", "52000"),
    ("gap", "-s", "excel", "--for", "bookkeeper", "--record", "kept.json"),
    ("replay", "kept.json"),
    ("diff", "kept.json", "kept.json"),
    ("report", "-s", "excel", "--for", "bookkeeper", "--output", "me.html"),
    ("report", "--for", "bookkeeper", "--lang", "both", "--format", "pdf"),
    ("report", "--for", "bookkeeper", "--format", "docx"),
    ("list", "skills"),
    ("show", "skill", "java"),
    ("catalogue", "check", str(SMALL)),
    ("catalogue", "stats"),
    ("catalogue", "import", "esco", "esco", "--output", "made"),
    ("catalogue", "enrich", "made", "walk.csv", "--from", "crosswalk"),
    ("catalogue", "export", "json", "made", "--output", "esco/made.json"),
    ("catalogue", "import", "list", "list.csv", "--output", "listed"),
    ("schema", "json"),
    ("schema", "profile"),
    ("catalogue", "impact", "made", str(SMALL), "--people", "5"),
    (
        *("catalogue", "new", "skill", str(SMALL), "--name", "Tea", "--dry-run"),
        *("--set", "kind=tool"),
    ),
    ("doctor",),
    ("completion", "bash"),
    ("profile", "new"),
    ("profile", "add", "excel"),
    ("profile", "log", "book", "A book", "--url", "https://example.org/"),
    ("profile", "import", "cv.txt"),
    ("profile", "confirm", "sage", "java"),
    ("profile", "reject", "js", "javascript"),
    ("profile", "show"),
    ("profile", "check"),
    ("profile", "edit"),
    ("profile", "export", "--to", "open-badges"),
    ("recommend", "--resume", "cv.txt"),
    ("explore",),
    ("profile", "forget", "--yes"),
]


def test_every_command_is_among_them() -> None:
    assert set(Root.modules) == {command[0] for command in EVERY}


def test_no_command_opens_a_socket_or_writes_what_was_not_asked(
    tmp_path: Path,
) -> None:
    """In order: a profile is started, used and forgotten."""
    roster = "client,skills,target\nA,excel,bookkeeper\n"
    (tmp_path / "roster.csv").write_text(roster, encoding="utf-8")
    (tmp_path / "cv.txt").write_text("Skills\n- Excel\n- Java\n", encoding="utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "EDITOR": "true",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    write(tmp_path / "esco", ESCO)
    write(tmp_path, {"walk.csv": "noc,onet\n12200,43-3031.00\n"})
    write(tmp_path, {"list.csv": "Title,College\nSQL,Tea College\n"})
    asked = {"cv.txt", "me.html", "esco", "made", "walk.csv", "kept.json"}
    asked |= {"roster.csv", "results", "handed", "handed/reports", "list.csv", "listed"}
    own = {"completion", "schema"}
    making = {
        ("catalogue", verb) for verb in ("import", "enrich", "export", "impact", "new")
    }
    for command in EVERY:
        alone = command[0] in own or command[:2] in making
        where = () if alone else CATALOGUE
        done = subprocess.run(
            [sys.executable, "-c", GUARD, *command, *where],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, (command, done.stderr.decode())
        written = _written(tmp_path, asked)
        assert {path.parent.relative_to(tmp_path).as_posix() for path in written} <= {
            ".",
            ".cache/skillgap",
            ".local/share/skillgap",
        }
    assert _written(tmp_path, asked) == set()


def _written(folder: Path, asked: set[str]) -> set[Path]:
    """The files that are there and that nobody asked for by name."""
    return {
        path
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] not in asked
    }
