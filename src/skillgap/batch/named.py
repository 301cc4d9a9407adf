"""What files about clients are called: by their ids, and never by a path.

An id is what somebody typed. Of it only letters, digits and a few signs stay, so that
it is a plain name on every system; two that look alike there (systems differ in cases
and accents) are told apart by the row.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from skillgap.batch.pseudonyms import pseudonym
from skillgap.batch.row import said
from skillgap.batch.seen import Seen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings

LONGEST = 60
"""Characters of a name, which leaves room in the longest path of Windows (260)."""

INDEX = "index"
_KEPT = re.compile(r"[^A-Za-z0-9_.-]+")
_DEVICES = re.compile(
    r"(?:con|prn|aux|nul|(?:com|lpt)[0-9]|conin\$|conout\$)(?:\..*)?", re.IGNORECASE
)
_TWIN = "~"
"""Stands before the row of a later one; no id keeps it, so no name is given twice."""


def with_stems(rows: Iterable[Row], settings: Settings) -> Iterator[Row]:
    """The rows of which a file may be written, each with the name of its file."""
    with Seen() as seen:
        seen.first(INDEX, 0)
        for row in rows:
            id_ = "" if row.problem else said(row.cell("id"))
            if not id_:
                yield row
                continue
            if settings.pseudonyms is not None:
                id_ = pseudonym(id_, settings.pseudonyms)
            stem = stem_of(id_)
            first = seen.first(stem.casefold(), row.number)
            own = stem if first == row.number else f"{stem}{_TWIN}{row.number}"
            yield row._replace(stem=own)


def stem_of(id_: str) -> str:
    """The name for a file about a client: ASCII, short, no path, no device.

    The same on every system; different ids may share one.
    """
    bare = unicodedata.normalize("NFKD", id_)
    letters = "".join(one for one in bare if not unicodedata.combining(one))
    stem = _KEPT.sub("-", letters).strip("-.")[:LONGEST].rstrip("-.")
    if not stem or _DEVICES.fullmatch(stem):
        return f"client-{stem}" if stem else "client"
    return stem
