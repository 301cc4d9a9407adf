"""What a folder of results holds, and what it says of itself once it is whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = "batch.json"
RESULTS = "results.jsonl"
SUMMARY = "summary.csv"
REPORTS = "reports"
"""The folder of reports; its name also stands before theirs."""
_PUBLISHED = {RESULTS, SUMMARY, "summary.xlsx", "records.jsonl", REPORTS}


def manifest_of(folder: Path) -> dict[str, Any] | None:
    """The envelope of whole results that lie in a folder; None where there are none."""
    return _manifest(folder / MANIFEST)


def _manifest(path: Path) -> dict[str, Any] | None:
    try:
        envelope: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return envelope if isinstance(envelope.get("data"), dict) else None


def published(folder: Path) -> set[str]:
    """What lies in a folder of whole results besides the manifest, by its own name."""
    return listed(folder / MANIFEST)


def listed(manifest: Path) -> set[str]:
    """The names that a manifest lists, of those that a batch writes."""
    data = (_manifest(manifest) or {}).get("data") or {}
    names = (str(name).partition("/")[0] for name in data.get("files") or ())
    return {name for name in names if name in _PUBLISHED}
