"""The one style sheet of all pages, and the policy that allows it and nothing else."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path


@cache
def page_style() -> str:
    """The style sheet: light, dark, narrow and in print; it fetches nothing."""
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


@cache
def page_policy() -> str:
    """What a page may do: show itself in this style sheet, known by its hash."""
    digest = b64encode(sha256(page_style().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
