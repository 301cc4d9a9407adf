"""``skillgap profile forget``: all that skillgap keeps on a computer."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.place import is_usual, profile_path, usual_place
from skillgap.cli.questions import confirmed, is_terminal, say
from skillgap.cli.session import cache_folder, open_session
from skillgap.errors import Problem, UsageError
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Yes = Annotated[
    bool, typer.Option("--yes", help=_("Remove it without asking; it is not undone."))
]


def forget(file: ProfileFile, output: Output, yes: Yes = False) -> None:
    """Remove the profile, the versions before, drafts, locks and compiled catalogues.

    Only files that skillgap made are touched, by their names; folders go only when
    nothing else is in them.
    """
    from skillgap.profile import store
    from skillgap.render import ForgetView

    session = open_session("profile forget", output)
    path = profile_path(file.profile)
    found = [*store.files_of(path), *_compiled(cache_folder())]
    if found and not yes:
        _ask(found)
    removed, failed = _remove(found)
    folders = [cache_folder(), *([usual_place().parent] if is_usual(path) else [])]
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()
    session.show(ForgetView(removed, failed), None)
    if failed:
        raise typer.Exit(1)


def _compiled(folder: Path) -> list[Path]:
    from skillgap.catalogue.cache import files_in

    return sorted(files_in(folder))


def _ask(found: Iterable[Path]) -> None:
    if not is_terminal():
        message = _("This removes your profile and all that belongs to it.")
        hint = _("Add --yes if you are sure.")
        raise UsageError(Problem("error", "usage", message, hint=hint))
    say(_("These files will be removed; this is not undone:"))
    for path in found:
        say(f"  {path}")
    if not confirmed(_("Remove them? [y/N]"), otherwise=False):
        raise KeyboardInterrupt


def _remove(
    found: Iterable[Path],
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    removed, failed = [], []
    for path in found:
        try:
            path.unlink()
            removed.append(str(path))
        except OSError as error:
            failed.append((str(path), reason_of(error)))
    return tuple(removed), tuple(failed)


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Remove everything that skillgap keeps: the profile, the version before, "
        "drafts, locks and compiled catalogues."
    )
    return make_command(forget, text)
