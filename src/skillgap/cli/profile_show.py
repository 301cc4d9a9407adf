"""``skillgap profile show``: what a profile says, and how it is understood."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.place import profile_path
from skillgap.cli.profile_changes import today as this_day
from skillgap.cli.session import open_session
from skillgap.locale import _, use_language
from skillgap.matching.awards import linked
from skillgap.matching.counted import matched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from skillgap.catalogue import Catalogue
    from skillgap.model import Profile
    from skillgap.render import ProfileView

Today = Annotated[
    datetime | None,
    typer.Option(
        "--today",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help=_("Count what is old on this day (else today)."),
    ),
]


def show(file: ProfileFile, output: Output, today: Today = None) -> None:
    """Show the whole profile."""
    session = open_session("profile show", output)
    day = today.date().isoformat() if today else this_day()
    view, catalogue = profile_view(file, output, day)
    session.show(view, catalogue)


def profile_view(
    file: ProfileFile, output: Output, day: str
) -> tuple[ProfileView, Catalogue]:
    """A profile with what its words and ids stand for; its language is spoken on."""
    from skillgap.profile.counted import counted, is_old
    from skillgap.profile.read import load_profile
    from skillgap.profile.timeline import learnt_by_year
    from skillgap.render import ProfileView, ShownClaim

    path = profile_path(file.profile)
    profile = load_profile(path)
    if profile.language and not (output.lang or os.environ.get("SKILLGAP_LANG")):
        use_language(profile.language)
    catalogue = open_session("profile show", output).load_catalogue()
    profile = profile._replace(awards=linked(profile.awards, catalogue))
    every = counted(profile)
    matches = matched(every, catalogue, profile.corrections)
    claims = tuple(
        ShownClaim(one.claim, match, one.is_learnt, is_old(one.claim.last_used, day))
        for one, match in zip(every, matches, strict=True)
    )
    view = ProfileView(
        str(path), profile, claims, learnt_by_year(profile), day
    )._replace(
        credentials=_known(catalogue.credential, _credential_ids(profile)),
        skills=_known(catalogue.skill, (each.skill for each in profile.corrections)),
    )
    return view, catalogue


def _credential_ids(profile: Profile) -> Iterable[str]:
    return (award.credential for award in profile.awards if award.credential)


def _known(get: Callable[[str], Any], ids: Iterable[str]) -> dict[str, Any]:
    """The records of the ids that this catalogue has."""
    found = {}
    for identifier in ids:
        try:
            found[identifier] = get(identifier)
        except KeyError:
            continue
    return found


def command() -> Any:
    """The command for the command line."""
    return make_command(
        show, _("Show what your profile says, and what you learnt over time.")
    )
