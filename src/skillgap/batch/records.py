"""The records of a batch: each client's advice with all that it rests on.

They are made once the lines are there, from them and the roster read again, so that
they say what was written; a client who could not be advised has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.batch.client import profile_of, read_client
from skillgap.batch.manifest import RESULTS
from skillgap.batch.run import unique
from skillgap.history.batches import as_line
from skillgap.history.keeping import make_record, record_line
from skillgap.locale import current_language, use_language
from skillgap.model.history import Inputs
from skillgap.model.plain import as_plain
from skillgap.model.told import Told
from skillgap.render.json import CONTRACT
from skillgap.render.safe import json_safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from skillgap.advice.filters import Filters
    from skillgap.batch.client import Client
    from skillgap.batch.roster import Roster
    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue
    from skillgap.history.batches import Line

RECORDS = "records.jsonl"
_COUNTED = ("covered", "below_level", "missing")
_OF_A_LINE = frozenset(
    {"client", "fits", "language", "problems", "report", "row", "since", "status"}
)


def write_records(  # noqa: PLR0913, PLR0917 - what a batch was made of
    path: Path,
    lines: Path,
    roster: Roster,
    settings: Settings,
    catalogue: Catalogue,
    folder: str | None,
) -> None:
    """Write a record a line for each client of the lines that was advised."""
    spoken = current_language()
    with path.open("w", encoding="utf-8", newline="") as file:
        for row, line in _paired(roster, lines):
            if line.data["status"] == "ok":
                inputs = _inputs(row, settings)
                use_language(str(line.data["language"]))
                record = make_record(
                    "recommend",
                    inputs,
                    _result(line.data),
                    catalogue,
                    folder=folder,
                    contract=CONTRACT,
                    client=line.client,
                )
                file.write(json_safe(record_line(record)) + "\n")
    use_language(spoken)


def _paired(roster: Roster, lines: Path) -> Iterator[tuple[Row, Line]]:
    """Each line with the row that it is of; both stand in the order of the roster."""
    with lines.open("rb") as file:
        content, number = file.readline(), 1
        for row in unique(roster.rows(), roster.shown):
            if not content:
                return
            line = as_line(content, RESULTS, number)
            if line.data["row"] == row.number:
                yield row, line
                content, number = file.readline(), number + 1


def _inputs(row: Row, settings: Settings) -> Inputs:
    """What the row says, as ``recommend`` would have been told it."""
    use_language(settings.language)
    client = read_client(row, settings)
    profile = profile_of(row, settings)
    cell = row.cell("skills")
    texts = (cell,) if isinstance(cell, str) else cell
    told = Told(
        phrases=tuple(text for text in texts if text.strip()),
        profile=profile,
        corrections=profile.corrections if profile else (),
    )
    return Inputs(told, _options(client, settings))


def _options(client: Client, settings: Settings) -> dict[str, Any]:
    options = {
        "--for": list(client.targets),
        "--rank-by": settings.rank_by,
        "--top": settings.top,
        **_filter_options(client.filters),
    }
    return {name: value for name, value in options.items() if value not in (None, [])}


def _filter_options(filters: Filters) -> dict[str, Any]:
    return {
        "--delivery": as_plain(filters.delivery),
        "--field": as_plain(filters.fields),
        "--focus": filters.focus,
        "--funding": filters.funding,
        "--issuer": as_plain(filters.issuers),
        "--kind": as_plain(filters.kinds),
        "--language": as_plain(filters.languages),
        "--max-cost": filters.max_cost,
        "--max-hours": filters.max_hours,
        "--strict": filters.strict,
    }


def _result(line: Mapping[str, Any]) -> dict[str, Any]:
    """What ``recommend`` answers, which only counts what the gaps of a line list."""
    gaps = [
        gap | {name: len(gap[name]) for name in _COUNTED if name in gap}
        for gap in line["gaps"]
    ]
    kept = {key: value for key, value in line.items() if key not in _OF_A_LINE}
    return kept | {"gaps": gaps}
