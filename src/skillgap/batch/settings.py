"""What a whole batch is run with: the same for every client and every worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.filters import Filters
from skillgap.record import Record

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from skillgap.advice.rank import RankBy
    from skillgap.render.report.kinds import Kind

FITS = 5
"""How many of the occupations that fit best stand in each line."""


class Settings(Record):
    """What is asked for every client, where its row says nothing else.

    ``roster`` is how people know the roster; profiles that rows name lie in
    ``folder``. ``targets`` are ids of occupations. ``pseudonyms`` is the key that
    turns ids into pseudonyms, if any. ``language`` is the one of the texts. ``report``
    is the kind of report that each client gets, if any, and ``made`` the day on it;
    with ``both`` those who say nothing else get it in both languages.
    """

    roster: str
    folder: Path
    targets: tuple[str, ...] = ()
    filters: Filters = Filters()
    rank_by: RankBy = "added"
    top: int = 10
    language: str = "en"
    pseudonyms: bytes | None = None
    report: Kind | None = None
    made: date | None = None
    both: bool = False
