"""What a batch is asked for: the options, the roster, and what follows from them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skillgap.cli.batch_reports import BOTH, made_on
from skillgap.cli.filters import credential_filters
from skillgap.cli.targets import find_occupations
from skillgap.locale import current_language
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.batch.roster import Roster
    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue
    from skillgap.cli.batch_options import Columns, Run, Shown
    from skillgap.cli.options import Filters, RankBy, Targets

_BLOCK = 1 << 20


class Asked(Record):
    """What the command was asked for."""

    roster: str
    columns: Columns
    targets: Targets
    filters: Filters
    run: Run
    shown: Shown
    rank_by: RankBy
    top: int


def roster_of(asked: Asked) -> Roster:
    """The roster that is named; standard input is put into a file first."""
    from skillgap.batch.roster import STDIN, Roster

    columns = tuple(sorted(asked.columns.chosen().items()))
    encoding = asked.columns.encoding
    if asked.roster == STDIN:
        path = _spooled(asked.run.folder)
        return Roster(path, STDIN, Path.cwd(), columns, encoding)
    path = Path(asked.roster)
    if path.exists() and not (path.is_file() or path.is_dir()):
        # A named pipe or a device: read once, as standard input is.
        spooled = _spooled(asked.run.folder, path)
        return Roster(spooled, STDIN, path.parent, columns, encoding)
    folder = path if path.is_dir() else path.parent
    return Roster(path, asked.roster, folder, columns, encoding)


def _spooled(folder: Path, source: Path | None = None) -> Path:
    """What comes through a pipe in a file: it is read twice, and again after a stop."""
    import shutil

    from skillgap.batch import results

    path = folder / results.UNFINISHED / "roster"
    with results.writing(folder), path.open("wb") as file:
        if source is None:
            shutil.copyfileobj(sys.stdin.buffer, file, _BLOCK)
        else:
            with source.open("rb") as pipe:
                shutil.copyfileobj(pipe, file, _BLOCK)
    return path


def settings_of(asked: Asked, roster: Roster, catalogue: Catalogue) -> Settings:
    """What the options ask for every client."""
    from skillgap.batch.pseudonyms import read_key
    from skillgap.batch.settings import Settings

    key = asked.run.pseudonyms
    names = asked.targets.occupation or ()
    return Settings(
        roster=roster.shown,
        folder=roster.folder,
        targets=tuple(one.id for one in find_occupations(names, catalogue)),
        filters=credential_filters(asked.filters, catalogue),
        rank_by=asked.rank_by,
        top=asked.top,
        language=current_language(),
        pseudonyms=read_key(key) if key else None,
        report=asked.run.report,
        made=made_on(asked.run),
        both=asked.shown.lang == BOTH,
    )


def options_of(settings: Settings, roster: Roster) -> dict[str, Any]:
    """The options that the results follow from."""
    encoding = {"encoding": roster.encoding} if roster.encoding else {}
    return encoding | {
        "for": list(settings.targets),
        "rank_by": settings.rank_by,
        "top": settings.top,
        "filters": settings.filters._asdict(),
        "columns": dict(roster.columns),
        "language": settings.language,
        "pseudonyms": settings.pseudonyms is not None,
    }
