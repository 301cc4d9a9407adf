"""Writes the pages of the check rules from the code: docs/check-rules.md, docs/rules/.

python tools/rules.py
"""

from __future__ import annotations

from pathlib import Path

from skillgap.review.rulebook import rule_pages, rules_page

DOCS = Path(__file__).parent.parent / "docs"


def main() -> None:
    """Write the list of all rules, a page for each, and remove pages of none."""
    (DOCS / "check-rules.md").write_text(rules_page(), encoding="utf-8")
    folder = DOCS / "rules"
    folder.mkdir(exist_ok=True)
    pages = rule_pages()
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
