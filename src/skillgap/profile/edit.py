"""A profile's text brought to what its record became, with all else left alone.

Edits are functions from profile to profile (``merge``); the text follows by their
difference. What was written is read again before it may be kept: it must give exactly
the profile that was meant, so a faulty patch can never reach the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillgap.errors import DataError, Problem, UsageError
from skillgap.locale import _
from skillgap.model import LEVELS
from skillgap.profile.claims import parse_claims
from skillgap.profile.merge import LISTS, SETTINGS
from skillgap.profile.patch import Patches
from skillgap.profile.read import parse_profile
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from skillgap.model import Claim, Profile
    from skillgap.profile.patch import Path

    Edit = Callable[[Profile], Profile]

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\uffff]"
)


class Edited(Record):
    """An edit: the profile before and after, and the bytes to be kept."""

    before: Profile
    after: Profile
    data: bytes


def edit(data: bytes, change: Edit, shown: str) -> Edited:
    """The text of a profile after a change of its record.

    Raises:
        DataError: the text is no profile, with every problem of it; or it is laid out
            in a way that cannot be changed without laying it out anew.
    """
    before = _parsed(data, shown)
    after = change(before)
    if after == before:
        return Edited(before, after, data)
    text = data.decode("utf-8-sig")
    bom = _BOM if data.startswith(_BOM.encode()) else ""
    try:
        written = (bom + _rewritten(text, before, after)).encode()
        kept = _parsed(written, shown) == after
    except (DataError, KeyError, ValueError):
        kept = False
        written = data
    if not kept:
        message = _("this file is laid out in a way that skillgap cannot add to")
        hint = _("add it yourself: skillgap profile edit")
        raise DataError(Problem("error", "profile", message, shown, hint=hint))
    return Edited(before, after, written)


def safe(text: str) -> str:
    """A text as it may stand in a profile: on one line, without control characters."""
    return " ".join(_UNSAFE.sub(" ", text).split())


def made_safe(record: Any) -> Any:  # noqa: ANN401 - any record of a profile
    """A record with all of its texts safe, those of the records in it too."""
    if isinstance(record, str):
        return safe(record)
    if hasattr(record, "_fields"):
        return type(record)(*map(made_safe, record))
    return tuple(map(made_safe, record)) if isinstance(record, tuple) else record


def plain(record: Any) -> Any:  # noqa: ANN401 - any record of a profile
    """A record of a profile as its mapping in the file; what is unknown is left out."""
    if isinstance(record, str):
        return record
    values = {
        name: _plain_value(name, value)
        for name, value in record._asdict().items()
        if value not in (None, ()) and (name, value) not in _UNSAID
    }
    order = [*(name for name in _FIRST if name in values), *values]
    return {name: values[name] for name in dict.fromkeys(order)}


_FIRST = (
    *("kind", "phrase", "name", "text", "issuer", "credential", "skill", "level"),
    "last_used",
)
_UNSAID = (("verification", "not_checked"),)


def _plain_value(name: str, value: Any) -> Any:  # noqa: ANN401
    if name == "level":
        return LEVELS[value - 1]
    if name == "skills":
        return [short(one) or plain(one) for one in value]
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value


def short(claim: Claim) -> str | None:
    """A claim as it is typed, None where typed it would mean something else."""
    level = f":{LEVELS[claim.level - 1]}" if claim.level else ""
    text = f"{claim.phrase}{level}"
    try:
        return text if parse_claims(text) == (claim,) else None
    except UsageError:
        return None


def _parsed(data: bytes, shown: str) -> Profile:
    profile, problems = parse_profile(data, shown)
    if errors := [each for each in problems if each.severity == "error"]:
        raise DataError(*errors)
    return profile


def _rewritten(text: str, before: Profile, after: Profile) -> str:
    patches = Patches(text)
    for name in SETTINGS:
        if getattr(before, name) != getattr(after, name):
            patches.put((name,), getattr(after, name))
    for name in LISTS:
        old, new = getattr(before, name), getattr(after, name)
        for place, (was, becomes) in enumerate(zip(old, new, strict=False)):
            if was != becomes:
                _rewrite(patches, (name, place), plain(was), plain(becomes))
        if len(new) > len(old):
            patches.append((name,), [plain(one) for one in new[len(old) :]])
    return patches.made()


def _rewrite(
    patches: Patches, path: Path, was: Mapping[str, Any], becomes: Mapping[str, Any]
) -> None:
    """Bring one entry of a list to what it became."""
    if patches.is_text(path):
        patches.put(path, becomes)
        return
    for key, value in becomes.items():
        old = was.get(key)
        if value == old:
            continue
        if isinstance(old, list) and value[: len(old)] == old:
            patches.append((*path, key), value[len(old) :])
        else:
            patches.put((*path, key), value)
