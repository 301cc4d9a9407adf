"""``skillgap profile export``: the profile for other programs and for people."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import CatalogueFolder, Lang, Output, ProfileFile
from skillgap.cli.place import profile_path
from skillgap.cli.profile_changes import today
from skillgap.cli.profile_show import profile_view
from skillgap.cli.session import put_out
from skillgap.locale import _, ngettext

if TYPE_CHECKING:
    from skillgap.model import Profile

To = Annotated[
    Literal["json-resume", "open-badges", "markdown"],
    typer.Option(
        "--to",
        metavar="json-resume|open-badges|markdown",
        help=_("JSON Resume 1.0, Open Badges 3.0 (self-asserted), or a page to read."),
    ),
]
Target = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="FILE", help=_("Write to a file (else standard output).")
    ),
]


def export(
    to: To,
    file: ProfileFile,
    output: Target = None,
    catalogue: CatalogueFolder = None,
    lang: Lang = None,
) -> None:
    """Write the profile in another format."""
    options = Output(catalogue, lang)
    text = _markdown(file, options) if to == "markdown" else _json(file, to)
    put_out(text, output)


def _markdown(file: ProfileFile, options: Output) -> str:
    from skillgap.render import Result, render

    view, catalogue = profile_view(file, options, today())
    return render(Result("profile show", catalogue.info, view), format="markdown")


def _json(file: ProfileFile, to: str) -> str:
    from skillgap.profile.read import load_profile
    from skillgap.render.safe import json_safe

    profile = load_profile(profile_path(file.profile))
    found = _resume(profile) if to == "json-resume" else _badges(profile)
    return json_safe(json.dumps(found, indent=2, ensure_ascii=False)) + "\n"


def _resume(profile: Profile) -> dict[str, Any]:
    from skillgap.formats.json_resume_export import to_json_resume, without_place

    if left_out := without_place(profile):
        text = ngettext(
            "{number} thing that you learnt from is left out: JSON Resume has no "
            "place for it.",
            "{number} things that you learnt from are left out: JSON Resume has no "
            "place for them.",
            len(left_out),
        )
        sys.stderr.write(text.format(number=len(left_out)) + "\n")
    return to_json_resume(profile)


def _badges(profile: Profile) -> dict[str, Any]:
    from skillgap.formats.open_badges_export import to_open_badges

    return to_open_badges(profile)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        export, _("Write your profile as JSON Resume, as badges or as a page.")
    )
