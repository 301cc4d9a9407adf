"""What the commands about a profile hand over to be shown."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.model import Claim, Credential, Match, Profile, Skill
    from skillgap.profile.merge import Change
    from skillgap.profile.timeline import LearntYear

_NONE: Mapping[str, object] = MappingProxyType({})


class ShownClaim(Record):
    """A claim as it counts, and how it was understood.

    ``is_learnt`` where the person only learnt about it, ``is_old`` where they last
    used it more than five years ago.
    """

    claim: Claim
    match: Match
    is_learnt: bool = False
    is_old: bool = False


class ProfileView(Record):
    """A whole profile on a day (``today``, ISO), with the records its ids stand for."""

    path: str
    profile: Profile
    claims: tuple[ShownClaim, ...]
    years: tuple[LearntYear, ...]
    today: str
    credentials: Mapping[str, Credential] = _NONE  # type: ignore[assignment]
    skills: Mapping[str, Skill] = _NONE  # type: ignore[assignment]


class ImportedFile(Record):
    """A file that was read into a profile: its format, and how much was in it.

    ``languages`` are those that it says the person speaks; a profile has no place for
    them, as long as catalogues have no such skills.
    """

    path: str
    format: str
    claims: int
    awards: int
    languages: tuple[str, ...] = ()


class ProfileChangeView(Record):
    """What a command changed in a profile.

    ``matches`` tell how what is new was understood; ``previous`` is where the version
    before is kept, None where there was none. ``is_new`` where the profile was
    started; where ``is_dry_run``, nothing was written.
    """

    path: str
    changes: tuple[Change, ...]
    matches: tuple[Match, ...] = ()
    previous: str | None = None
    files: tuple[ImportedFile, ...] = ()
    is_new: bool = False
    is_dry_run: bool = False


class ForgetView(Record):
    """The files that were removed, and those that could not be, with the reason."""

    removed: tuple[str, ...]
    failed: tuple[tuple[str, str], ...] = ()
