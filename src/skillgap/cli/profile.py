"""``skillgap profile``: a person's own file of what they can do and have learnt."""

from __future__ import annotations

from typing import Any, ClassVar

from skillgap.cli.app import LazyGroup, make_group
from skillgap.locale import _


class ProfileGroup(LazyGroup):
    """The commands about a profile."""

    modules: ClassVar[dict[str, str]] = {
        "new": "skillgap.cli.profile_new",
        "add": "skillgap.cli.profile_add",
        "log": "skillgap.cli.profile_log",
        "import": "skillgap.cli.profile_import",
        "show": "skillgap.cli.profile_show",
        "check": "skillgap.cli.profile_check",
        "edit": "skillgap.cli.profile_edit",
        "export": "skillgap.cli.profile_export",
        "confirm": "skillgap.cli.profile_confirm",
        "reject": "skillgap.cli.profile_reject",
        "forget": "skillgap.cli.profile_forget",
    }


def profile() -> None:
    """Nothing to do before a command of the group."""


def command() -> Any:
    """The group for the command line."""
    text = _(
        "Keep what you can do and what you learn in a file of your own. It stays on "
        "this computer."
    )
    return make_group(ProfileGroup, text, profile)
