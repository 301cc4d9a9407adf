"""ESCO's labels as they stand in its files, and the French ones joined by address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.csv_cells import bare
from skillgap.formats.intake import Tally, refusal
from skillgap.formats.sheets import column, maybe, rows
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.formats.esco_files import Part, Parts
    from skillgap.formats.esco_occupations import RoughOccupation
    from skillgap.formats.esco_skills import Skills
    from skillgap.formats.intake import Progress
    from skillgap.formats.settling import Rough

LEAST_JOINED = 0.5
"""Where fewer French rows than this meet an English one, they are of something else."""

_COLUMNS = (
    column("conceptUri", "ORIGINURI"),
    column("preferredLabel"),
    maybe("altLabels"),
)


def tidy(text: str) -> str:
    """The label of a cell on one line (see ``on_one_line``)."""
    return on_one_line(bare(text))


def on_one_line(text: str) -> str:
    """A label with single spaces and no invisible characters."""
    text = " ".join(text.split())
    return text if text.isprintable() else "".join(filter(str.isprintable, text))


def several(text: str) -> list[str]:
    """The labels of a cell, one a line."""
    if not text:
        return []
    return [label for line in bare(text).split("\n") if (label := on_one_line(line))]


def join_french(
    parts: Parts,
    skills: Skills,
    occupations: Mapping[str, RoughOccupation],
    tallies: list[Tally],
    progress: Progress | None,
) -> None:
    """Give skills and occupations their French labels, where the set has any.

    Raises:
        DataError: most of the French rows meet no English one.
    """
    by_uri = {rough.uri: rough for rough in skills.roughs if rough.uri}
    titles = {rough.uri: rough for rough in occupations.values() if rough.uri}
    for role, known in (("skills", by_uri), ("occupations", titles)):
        part = parts.one(role, "fr")
        if part is not None:
            tallies.append(_join(part, known, progress))


def _join(
    part: Part,
    known: Mapping[str, Rough] | Mapping[str, RoughOccupation],
    progress: Progress | None,
) -> Tally:
    tally = Tally(part.path.name)
    for uri, label, alternatives in rows(part.path, _COLUMNS, tally, progress):
        rough = known.get(uri)
        if rough is None:
            tally.drop(_("no English label has this address"), tidy(label))
        elif not tidy(label):
            tally.drop(_("no label"), uri)
        elif rough.french is not None:
            tally.drop(_("the address stands there twice"), uri)
        else:
            rough.french = tidy(label)
            rough.alternatives["fr"] += several(alternatives)
            tally.keep()
    if tally.kept < LEAST_JOINED * tally.rows:
        message = _(
            "only {number} of {total} French labels belong to an English one"
        ).format(number=tally.kept, total=tally.rows)
        hint = _("the files are of different versions, or one is cut off")
        raise refusal(message, str(part.path), hint)
    return tally
