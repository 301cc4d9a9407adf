"""``skillgap profile reject``: a phrase does not mean this skill."""

from __future__ import annotations

from typing import Any

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.profile_correct import Phrase, Skill, correct
from skillgap.locale import _


def reject(phrase: Phrase, skill: Skill, file: ProfileFile, output: Output) -> None:
    """Remember that a phrase does not mean this skill."""
    correct(phrase, skill, "rejected", file, output)


def command() -> Any:
    """The command for the command line."""
    text = _("Say which skill a phrase of yours does not mean; it is remembered.")
    return make_command(reject, text)
