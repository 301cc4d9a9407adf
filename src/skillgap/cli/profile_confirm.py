"""``skillgap profile confirm``: a phrase means this skill."""

from __future__ import annotations

from typing import Any

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.profile_correct import Phrase, Skill, correct
from skillgap.locale import _


def confirm(phrase: Phrase, skill: Skill, file: ProfileFile, output: Output) -> None:
    """Remember that a phrase means this skill."""
    correct(phrase, skill, "confirmed", file, output)


def command() -> Any:
    """The command for the command line."""
    text = _("Say which skill a phrase of yours means; it is remembered.")
    return make_command(confirm, text)
