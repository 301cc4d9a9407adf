"""Every rule is documented, and the page says what the code says."""

from __future__ import annotations

import re
from pathlib import Path

from skillgap.review.rulebook import all_rules, rule_pages, rules_page

ROOT = Path(__file__).parents[2]


def test_the_page_is_made_from_the_code() -> None:
    page = (ROOT / "docs" / "check-rules.md").read_text(encoding="utf-8")
    assert page == rules_page()


def test_there_is_a_current_page_for_each_rule() -> None:
    folder = ROOT / "docs" / "rules"
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert there == rule_pages()  # written by tools/rules.py
    assert {name.removesuffix(".md") for name in there} == set(all_rules())


def test_every_rule_that_is_reported_is_documented_and_the_reverse() -> None:
    rooms = ("document", "catalogue", "review")
    folders = [ROOT / "src/skillgap" / room for room in rooms]
    used = {
        rule
        for folder in folders
        for path in folder.rglob("*.py")
        if path.name != "rulebook.py"
        for rule in re.findall(r'"(SG[0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    assert used == set(all_rules())


def test_every_rule_has_a_meaning() -> None:
    assert all(meaning.endswith((".", ").")) for meaning in all_rules().values())
