"""A change of a profile: made under its lock, then shown with how it was understood."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from skillgap.cli.known import matched
from skillgap.cli.place import is_usual, profile_path
from skillgap.errors import Problem, UsageError
from skillgap.locale import _, current_language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from skillgap.catalogue import Catalogue
    from skillgap.cli.session import Session
    from skillgap.model import Claim, Profile
    from skillgap.profile.edit import Edited
    from skillgap.render import ImportedFile


def change_profile(
    chosen: Path | None, change: Callable[[Profile], Profile]
) -> tuple[Path, Edited]:
    """Change a profile on disk; where there is none, it is started.

    Raises:
        DataError: it cannot be read, changed or written.
    """
    from skillgap.profile import store
    from skillgap.profile.edit import edit
    from skillgap.profile.template import new_profile

    path = profile_path(chosen)
    done: list[Edited] = []

    def edited(data: bytes) -> bytes:
        done.append(edit(data, change, str(path)))
        return done[-1].data

    start = new_profile(current_language()).encode()
    store.change(path, edited, start=start, make_folder=is_usual(path))
    return path, done[-1]


def show_change(
    session: Session,
    path: Path,
    edited: Edited,
    said: Sequence[Claim] = (),
    *,
    learnt: Sequence[Claim] = (),
    catalogue: Catalogue | None = None,
    files: tuple[ImportedFile, ...] = (),
    is_dry_run: bool = False,
    problems: tuple[Problem, ...] = (),
) -> None:
    """Show what a change did, and how the claims that were said are understood."""
    from skillgap.profile.counted import Counted
    from skillgap.profile.merge import changes
    from skillgap.profile.store import previous
    from skillgap.render import ProfileChangeView

    catalogue = catalogue or session.load_catalogue()
    claims = [Counted(claim) for claim in said]
    claims += [Counted(claim, is_learnt=True) for claim in learnt]
    before = previous(path.resolve())
    kept = edited.before != edited.after and not is_dry_run and before.exists()
    view = ProfileChangeView(
        str(path),
        changes(edited.before, edited.after),
        matched(claims, catalogue, edited.after.corrections),
        str(before) if kept else None,
        files,
        is_dry_run,
    )
    session.show(view, catalogue, problems)


def today() -> str:
    """The day of today where the person is (ISO)."""
    return datetime.now().astimezone().date().isoformat()


def a_date(text: str | None, option: str) -> str | None:
    """A date that was typed: a year, a month or a day.

    Raises:
        UsageError: it is none.
    """
    from skillgap.document.kinds import is_date

    if text is None or is_date(text.strip()):
        return text and text.strip()
    message = _("{text} is not a date ({option}).").format(text=text, option=option)
    hint = _("write 2026, 2026-11 or 2026-11-23")
    raise UsageError(Problem("error", "usage", message, hint=hint))


def cleaned(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims whose words may stand in a file; those without any are left out."""
    from skillgap.profile.edit import safe

    named = (claim._replace(phrase=safe(claim.phrase)) for claim in claims)
    return tuple(claim for claim in named if claim.phrase)
