"""``skillgap profile check``: every problem of a profile, and what it stands for."""

from __future__ import annotations

from typing import Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.place import profile_path
from skillgap.cli.profile_findings import findings
from skillgap.cli.session import open_session
from skillgap.locale import _

FINDINGS = 1
"""The exit code where the check found errors."""


def check(file: ProfileFile, output: Output) -> None:
    """Show what is wrong in the profile, where, and what to do."""
    from skillgap.profile.read import check_profile
    from skillgap.render import CheckView

    session = open_session("profile check", output)
    path = profile_path(file.profile)
    read = check_profile(path)
    catalogue = session.load_catalogue()
    found = read.check
    if not found.problems:
        found = found._replace(problems=findings(path, read, catalogue))
    session.show(CheckView(found), catalogue, found.problems)
    if any(problem.severity == "error" for problem in found.problems):
        raise typer.Exit(FINDINGS)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        check,
        _("Find every problem of your profile, and what is not understood in it."),
    )
