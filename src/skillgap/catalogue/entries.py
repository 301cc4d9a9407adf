"""Single entries of a catalogue by the fingerprints of their content."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from skillgap.model.plain import as_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from skillgap.catalogue.catalogue import Catalogue
    from skillgap.model import Credential, Occupation, Skill

Kind = Literal["skills", "occupations", "credentials"]
KINDS: tuple[Kind, ...] = ("skills", "occupations", "credentials")
_DIGITS = 32


@lru_cache(maxsize=1 << 14)
def entry_fingerprint(entry: Skill | Occupation | Credential) -> str:
    """The SHA-256 of an entry's content, cut to 128 bits, whatever file it stands in.

    Facts that are not given play no part, so that a fact which a later version can
    hold does not change the entries that lack it.
    """
    text = json.dumps(as_plain(entry), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def find_entries(
    catalogue: Catalogue, kind: Kind, ids: Iterable[str]
) -> dict[str, Skill | Occupation | Credential]:
    """The entries of a kind by id, in this order, without those that are absent."""
    looks: dict[Kind, Callable[[str], Skill | Occupation | Credential]] = {
        "skills": catalogue.skill,
        "occupations": catalogue.occupation,
        "credentials": catalogue.credential,
    }
    found = {}
    for one in ids:
        try:
            found[one] = looks[kind](one)
        except KeyError:
            continue
    return found
