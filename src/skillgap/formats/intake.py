"""What came of what was imported: rows in, kept, and dropped for which reason.

Nothing is left out in silence. Every row (or label, or relation) of a source is either
kept or counted under the reason for which it was dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.locale.reasons import reason_of
from skillgap.model.intake import Counted, Dropped
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from skillgap.catalogue.written import Content
    from skillgap.model.intake import Conflict, Proposed, Unread

    Progress = Callable[[str, float], None]
    """Told the file being read and how much of it has been, from 0 to 1."""


_FEW = 20
_MOST_LACKING = 0.05


class Intake(Record):
    """A catalogue made of a source, and the account of how.

    ``unread`` are the files that lay with the source and have no part in it, each with
    the reason; ``notes`` say which rule settled what; ``waiting`` are the credentials
    that wait for a maintainer to judge their skills.
    """

    content: Content
    counted: tuple[Counted, ...]
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    proposed: tuple[Proposed, ...] = ()
    waiting: int = 0


class Tally:
    """Counts the rows of one file, or of one part of it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.kept = 0
        self._dropped: dict[str, list[str | int | None]] = {}

    def keep(self, number: int = 1) -> None:
        """Count rows as kept."""
        self.kept += number

    def drop(self, reason: str, example: str | None = None, number: int = 1) -> None:
        """Count rows as dropped; the first example of a reason is kept."""
        entry = self._dropped.setdefault(reason, [0, example])
        entry[0] = int(entry[0] or 0) + number

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        """The reasons, the most frequent first."""
        found = (
            Dropped(reason, int(count or 0), None if text is None else str(text))
            for reason, (count, text) in self._dropped.items()
        )
        return tuple(sorted(found, key=lambda one: (-one.rows, one.reason)))

    @property
    def rows(self) -> int:
        """All that was read."""
        return self.kept + sum(one.rows for one in self.dropped)

    def counted(self) -> Counted:
        """The account."""
        return Counted(self.name, self.rows, self.kept, self.dropped)


def read_whole(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        DataError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        message = _("the file cannot be read: {reason}").format(reason=reason)
        raise refusal(message, str(path)) from error


def check_whole(path: Path, there: Collection[str], wanted: Collection[str]) -> None:
    """Refuse a file that ends too early, though at the end of a row.

    Args:
        path: the file.
        there: the occupations that it says something of.
        wanted: the occupations that it ought to say something of.

    Raises:
        DataError: more than one in twenty lack, and not only a few.
    """
    lacking = len({*wanted} - {*there})
    if lacking > max(_FEW, _MOST_LACKING * len(wanted)):
        message = _(
            "the file says nothing of {number} of the {total} occupations of the set"
        ).format(number=lacking, total=len({*wanted}))
        hint = _("the files are of different versions, or one is cut off")
        raise refusal(message, str(path), hint)


def refusal(
    message: str,
    path: str | None = None,
    hint: str | None = None,
    line: int | None = None,
) -> DataError:
    """The error of a source that cannot be imported."""
    return DataError(Problem("error", "import", message, path, line, hint=hint))
