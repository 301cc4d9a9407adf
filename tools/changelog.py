"""Checks that the changelog and the version of the package tell the same story."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADING = re.compile(r"^## \[(?P<name>[^\]]+)\](?: - (?P<date>\S+))?.*$", re.MULTILINE)
VERSION = re.compile(r'^__version__ = "(?P<version>\d+\.\d+\.\d+)"$', re.MULTILINE)
GROUPS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def main() -> int:
    """Print each fault; 1 where there is one."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    code = (ROOT / "src" / "skillgap" / "version.py").read_text(encoding="utf-8")
    found = VERSION.search(code)
    version = found["version"] if found else ""
    faults = faults_of_changelog(changelog, version)
    for fault in faults:
        print(f"CHANGELOG.md: {fault}", file=sys.stderr)
    if not faults:
        print(f"Changelog: in step with version {version}.")
    return 1 if faults else 0


def faults_of_changelog(changelog: str, version: str) -> list[str]:
    """What is wrong, a line each; an unreleased version heads no dated section yet."""
    headings = list(HEADING.finditer(changelog))
    faults = [
        f"the group {group!r} is none of {', '.join(sorted(GROUPS))}"
        for group in re.findall(r"^### (.+)$", changelog, re.MULTILINE)
        if group not in GROUPS
    ]
    if not headings or headings[0]["name"] != "Unreleased":
        return [*faults, "the first section must be ## [Unreleased]"]
    released = headings[1:]
    faults += [
        f"{h['name']} needs a date: ## [1.2.3] - 2026-01-31"
        for h in released
        if not is_date(h["date"])
    ]
    order = [as_numbers(heading["name"]) for heading in released]
    if order != sorted(order, reverse=True):
        faults.append("versions must stand newest first")
    if not version:
        faults.append('the package has no __version__ = "x.y.z"')
    elif order and as_numbers(version) < order[0]:
        faults.append(f"the package is at {version}, older than the newest section")
    return faults


def is_date(text: str | None) -> bool:
    """Whether a heading carries an ISO date."""
    try:
        return bool(text and date.fromisoformat(text))
    except ValueError:
        return False


def as_numbers(version: str) -> tuple[int, ...]:
    """A version as numbers to compare; what is no version comes first."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


if __name__ == "__main__":
    sys.exit(main())
