"""``skillgap profile edit``: the profile in an editor, checked before it is kept."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.place import profile_path
from skillgap.cli.profile_changes import Changed, show_change
from skillgap.cli.questions import confirmed, is_terminal, say
from skillgap.cli.session import open_session
from skillgap.errors import DataError, Problem, UsageError
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.model import Profile

EDITORS = ("nano", "vi", "notepad")
"""What is tried where neither VISUAL nor EDITOR names an editor."""


def edit(file: ProfileFile, output: Output) -> None:
    """Open a copy in an editor; it takes the profile's place once it is sound."""
    from skillgap.profile import store
    from skillgap.profile.edit import Edited

    session = open_session("profile edit", output)
    path = profile_path(file.profile).resolve()
    before = store.read(path)
    old = _profile(before, path)
    catalogue = session.load_catalogue()
    editor = _editor()
    draft = store.new_draft(path, before)
    new, profile = _edited(editor, draft)
    if new != before:
        _keep(path, draft, before, new)
    draft.unlink(missing_ok=True)
    changed = Changed(path, Edited(old, profile, new))
    added = [claim for claim in profile.claims if claim not in old.claims]
    show_change(session, changed, added, catalogue=catalogue)


def _profile(data: bytes, path: Path) -> Profile:
    """What could be read of the profile; one that is broken may be edited too."""
    from skillgap.profile.read import parse_profile

    return parse_profile(data, str(path))[0]


def _edited(editor: list[str], draft: Path) -> tuple[bytes, Profile]:
    """The text of a draft once it is a sound profile."""
    from skillgap.profile import store
    from skillgap.profile.read import load_profile
    from skillgap.render import render_problems

    while True:
        _run(editor, draft)
        try:
            return store.read(draft), load_profile(draft)
        except DataError as error:
            hint = _("your text is kept there; the profile is as it was")
            kept = Problem("note", "profile", hint, str(draft))
            if not is_terminal():
                raise DataError(*error.problems, kept) from None
            say(render_problems(error.problems).rstrip())
            if not confirmed(_("Open the editor again? [Y/n]"), otherwise=True):
                raise DataError(kept) from None


def _run(editor: list[str], draft: Path) -> None:
    try:
        ended = subprocess.run([*editor, str(draft)], check=False).returncode  # noqa: S603
        reason = _("it ended with code {code}").format(code=ended) if ended else None
    except OSError as error:
        reason = reason_of(error)
    if reason:
        draft.unlink(missing_ok=True)
        message = _("The editor {name} failed: {reason}. Nothing was changed.")
        text = message.format(name=editor[0], reason=reason)
        raise UsageError(Problem("error", "editor", text, hint=_editor_hint()))


def _editor() -> list[str]:
    import shlex

    for variable in ("VISUAL", "EDITOR"):
        if words := shlex.split(os.environ.get(variable, "")):
            return words
    for name in EDITORS:
        if found := shutil.which(name):
            return [found]
    message = _("There is no editor to open the profile in.")
    raise UsageError(Problem("error", "editor", message, hint=_editor_hint()))


def _editor_hint() -> str:
    return _("name one: EDITOR=nano skillgap profile edit")


def _keep(path: Path, draft: Path, before: bytes, new: bytes) -> None:
    """Put the new text in the profile's place, unless that changed meanwhile."""
    from skillgap.profile import store

    def checked(now: bytes) -> bytes:
        if now != before:
            message = _("the profile was changed while you edited it")
            hint = _("your text is kept in {path}").format(path=draft)
            raise DataError(Problem("error", "profile", message, str(path), hint=hint))
        return new

    store.change(path, checked)


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Open your profile in your editor (VISUAL, EDITOR); it is checked before it "
        "takes the old one's place."
    )
    return make_command(edit, text)
