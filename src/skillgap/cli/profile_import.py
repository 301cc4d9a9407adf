"""``skillgap profile import``: a résumé, badge or export read into the profile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.place import profile_path
from skillgap.cli.profile_changes import change_profile, show_change, today, try_change
from skillgap.cli.session import open_session
from skillgap.errors import DataError, Problem
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.formats import Imported
    from skillgap.model import Claim, Correction, Match, Profile
    from skillgap.render import ImportedFile

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help=_(
            "PDF, DOCX, text or Markdown; JSON Resume, Open Badges (also in a PNG or "
            "SVG), CLR, Europass, LinkedIn's export."
        ),
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Show what would be added; write nothing."))
]


def import_files(
    files: Files, file: ProfileFile, output: Output, dry_run: DryRun = False
) -> None:
    """Add what files say to the profile; show what was found and what was refused."""
    from skillgap.render import render_problems

    session = open_session("profile import", output)
    catalogue = session.load_catalogue()
    found, refusals = _read(files, catalogue, _corrections(file.profile))
    if not found:
        raise DataError(*refusals)
    make = try_change if dry_run else change_profile
    said: list[Claim] = []

    def change(profile: Profile) -> Profile:
        said.clear()
        return _joined(profile, [each for _path, each in found], said)

    changed = make(file.profile, change)
    notes = tuple(note for _path, each in found for note in each.notes)
    problems = (*refusals, *notes)
    summaries = tuple(_summary(path, each) for path, each in found)
    show_change(
        session,
        changed,
        said,
        catalogue=catalogue,
        files=summaries,
        problems=problems,
    )
    import sys

    sys.stderr.write(render_problems(problems))
    if refusals:
        raise typer.Exit(DataError.exit_code)


def _corrections(chosen: Path | None) -> tuple[Correction, ...]:
    from skillgap.profile.read import load_profile

    path = profile_path(chosen)
    return load_profile(path).corrections if path.exists() else ()


def _read(
    files: Sequence[Path], catalogue: Catalogue, corrections: tuple[Correction, ...]
) -> tuple[list[tuple[Path, Imported]], list[Problem]]:
    """What the files say, and why some were refused."""
    from skillgap.formats import import_file
    from skillgap.matching import match_claims

    def match(claims: Sequence[Claim]) -> tuple[Match, ...]:
        return match_claims(claims, catalogue, corrections)

    found: list[tuple[Path, Imported]] = []
    refusals: list[Problem] = []
    for path in files:
        try:
            found.append((path, import_file(path, catalogue, match, today())))
        except DataError as error:
            refusals += error.problems
    return found, refusals


def _joined(profile: Profile, found: Sequence[Imported], said: list[Claim]) -> Profile:
    """The profile with what files say; ``said`` gets the claims as they stand then."""
    from skillgap.normalise import label_key
    from skillgap.profile.imported import fit_awards, fit_claims
    from skillgap.profile.merge import add_awards, add_claims

    for each in found:
        claims = fit_claims(each.claims, today())
        profile = add_claims(profile, claims, own_word=False)
        profile = add_awards(profile, fit_awards(each.awards))
    keys = {label_key(claim.phrase) for each in found for claim in each.claims}
    said += [claim for claim in profile.claims if label_key(claim.phrase) in keys]
    return profile


def _summary(path: Path, found: Imported) -> ImportedFile:
    from skillgap.render import ImportedFile

    return ImportedFile(
        str(path),
        found.format,
        len(found.claims),
        len(found.awards),
        tuple(each.name for each in found.languages),
    )


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Read a résumé, a badge or an export into your profile. Only what is about "
        "skills is kept."
    )
    return make_command(import_files, text)
