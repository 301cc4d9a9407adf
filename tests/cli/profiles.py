"""What tests of profiles share: an invented one, and how answers are read."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import jsonschema

from skillgap.render import json_contract_schema

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Outcome

PROFILE = """\
# Mine.
claims:
  - excel:advanced            # since school
  - phrase: paying bills
    last_used: 2015
    evidence:
      - {kind: work, text: 3 years at a dental office}
  - juggling fire
awards:
  - {name: Introduction to Bookkeeping, issuer: Example College, awarded: 2024-05}
learning:
  - {kind: book, text: A book on queries, skills: [SQL], hours: 12, date: 2026-10-02}
  - {kind: podcast, text: Ledger talk, date: 2024}
targets: [bookkeeper]
"""


def data(outcome: Outcome, command: str) -> dict[str, Any]:
    """The data of an envelope that keeps the contract."""
    envelope = json.loads(outcome.out)
    jsonschema.validate(envelope, json_contract_schema(command))
    assert envelope["command"] == command
    found: dict[str, Any] = envelope["data"]
    return found


def an_editor(folder: Path, old: str, new: str) -> str:
    """An editor that replaces one text by another."""
    script = folder / "editor.py"
    script.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        f"text = path.read_text('utf-8').replace({old!r}, {new!r})\n"
        "path.write_text(text, 'utf-8')\n",
        encoding="utf-8",
    )
    return f"{sys.executable} {script}"
