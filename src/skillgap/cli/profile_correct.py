"""A person's own word on what a phrase means, kept and shown at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from skillgap.cli.names import find_skill
from skillgap.cli.profile_changes import change_profile, show_change
from skillgap.cli.session import open_session
from skillgap.errors import Problem, UsageError
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.cli.options import Output, ProfileFile

Phrase = Annotated[
    str, typer.Argument(metavar="PHRASE", help=_("Words of yours, as you type them."))
]
Skill = Annotated[
    str,
    typer.Argument(metavar="SKILL", help=_("A skill of the catalogue: label or id.")),
]


def correct(
    phrase: str,
    skill: str,
    verdict: Literal["confirmed", "rejected"],
    file: ProfileFile,
    output: Output,
) -> None:
    """Keep a correction in the profile; show how the phrase is understood from now."""
    from skillgap.model import Claim, Correction
    from skillgap.normalise import label_key
    from skillgap.profile.edit import safe
    from skillgap.profile.merge import correct as corrected

    verb = "confirm" if verdict == "confirmed" else "reject"
    session = open_session(f"profile {verb}", output)
    words = safe(phrase)
    if not label_key(words):
        message = _("The phrase is empty.")
        raise UsageError(Problem("error", "usage", message))
    catalogue = session.load_catalogue()
    correction = Correction(words, find_skill(skill, catalogue).id, verdict)
    change = partial(corrected, correction=correction)
    changed = change_profile(file.profile, change)
    show_change(session, changed, [Claim(words)], catalogue=catalogue)
