"""Each reason for refusing or leaving out is in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import skillgap.formats

ROOT = Path(__file__).resolve().parents[2]
READERS = (
    *("archives", "baked", "clr", "detect", "documents", "europass", "found"),
    *("json_resume", "json_text", "jwt", "ler_rs", "linkedin", "open_badges", "pdf"),
    *("reading", "text", "xml_text"),
)


def test_every_rule_is_documented_and_no_other() -> None:
    folder = Path(skillgap.formats.__file__).parent
    texts = [(folder / f"{name}.py").read_text("utf-8") for name in READERS]
    used = {rule for text in texts for rule in re.findall(r'"(import-[a-z-]+)"', text)}
    page = (ROOT / "docs" / "import-formats.md").read_text("utf-8")
    assert set(re.findall(r"`(import-[a-z-]+)`", page)) == used
