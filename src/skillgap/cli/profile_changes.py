"""A change of a profile: made under its lock, then shown with how it was understood."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.cli.place import is_usual, profile_path
from skillgap.errors import Problem, UsageError
from skillgap.locale import _, current_language
from skillgap.matching.counted import matched
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.cli.session import Session
    from skillgap.model import Claim, Profile
    from skillgap.profile.edit import Edited
    from skillgap.render import ImportedFile


class Changed(Record):
    """A change that was made: where, what, and whether the profile was started."""

    path: Path
    edited: Edited
    is_new: bool = False
    is_dry_run: bool = False


def change_profile(
    chosen: Path | None, change: Callable[[Profile], Profile]
) -> Changed:
    """Change a profile on disk; where there is none, it is started.

    Raises:
        DataError: it cannot be read, changed or written.
    """
    from skillgap.profile import store
    from skillgap.profile.edit import edit

    path = profile_path(chosen)
    done: list[Edited] = []

    def edited(data: bytes) -> bytes:
        done.append(edit(data, change, str(path)))
        return done[-1].data

    is_new = not path.exists()
    store.change(path, edited, start=first_text(), make_folder=is_usual(path))
    return Changed(path, done[-1], is_new)


def try_change(chosen: Path | None, change: Callable[[Profile], Profile]) -> Changed:
    """What the same change would do; nothing is written.

    Raises:
        DataError: the profile cannot be read or changed.
    """
    from skillgap.profile import store
    from skillgap.profile.edit import edit

    path = profile_path(chosen)
    is_new = not path.exists()
    data = first_text() if is_new else store.read(path)
    return Changed(path, edit(data, change, str(path)), is_new, is_dry_run=True)


def first_text() -> bytes:
    """What a new profile holds, in the language in use."""
    from skillgap.profile.template import new_profile

    return new_profile(current_language()).encode()


def show_change(
    session: Session,
    changed: Changed,
    said: Sequence[Claim] = (),
    *,
    learnt: Sequence[Claim] = (),
    catalogue: Catalogue | None = None,
    files: tuple[ImportedFile, ...] = (),
    problems: tuple[Problem, ...] = (),
) -> None:
    """Show what a change did, and how the claims that were said are understood."""
    from skillgap.profile.counted import Counted
    from skillgap.profile.merge import changes
    from skillgap.render import ProfileChangeView

    catalogue = catalogue or session.load_catalogue()
    claims = [Counted(claim) for claim in said]
    claims += [Counted(claim, is_learnt=True) for claim in learnt]
    before, after, _data = changed.edited
    view = ProfileChangeView(
        str(changed.path),
        changes(before, after),
        matched(claims, catalogue, after.corrections),
        _previous(changed),
        files,
        changed.is_new and not changed.is_dry_run,
        changed.is_dry_run,
    )
    commands = _next(changed.path) if changed.is_new else ()
    session.show(view, catalogue, problems, next_commands=commands)


def _next(path: Path) -> tuple[str, ...]:
    """What to try with a profile that was just started."""
    import shlex

    named = "" if path == profile_path(None) else f" --profile {shlex.quote(str(path))}"
    return (f"skillgap profile show{named}", f"skillgap recommend{named}")


def _previous(changed: Changed) -> str | None:
    """Where the version before this change is kept."""
    from skillgap.profile.store import previous

    path, (before, after, _data), is_new, is_dry_run = changed
    if is_new or is_dry_run or before == after:
        return None
    return str(previous(path.resolve()))


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
    from skillgap.profile.edit import made_safe

    named = (made_safe(claim) for claim in claims)
    return tuple(claim for claim in named if claim.phrase)
