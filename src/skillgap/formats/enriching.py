"""The sources that add facts to a catalogue, by the names that people know them by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from skillgap.formats.cops import add_cops
from skillgap.formats.crosswalk import add_codes
from skillgap.formats.jobbank import add_outlooks, add_wages, has_wages
from skillgap.formats.joined import add_requirements

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from skillgap.formats.additions import Base
    from skillgap.formats.intake import Intake, Progress

Addition = Literal["jobbank", "cops", "crosswalk", "catalogue"]
ADDITIONS: tuple[str, ...] = get_args(Addition)


def enrich(
    base: Base,
    kind: Addition,
    paths: Iterable[Path],
    region: str,
    progress: Progress | None = None,
) -> Intake:
    """Add the facts of sources of one kind to a catalogue, one after the other.

    Args:
        base: the catalogue.
        kind: what the sources are.
        paths: their files, or the folders of the other catalogues.
        region: the digits of the region whose wages and outlooks are taken.
        progress: told how far the reading has come.

    Raises:
        DataError: a source cannot be read, or is another than it is called.
    """
    from skillgap.formats.intake import Intake

    joined = Intake(base.content, ())
    for path in paths:
        more = _one(base._replace(content=joined.content), kind, path, region, progress)
        joined = Intake(
            more.content,
            (*joined.counted, *more.counted),
            (*joined.notes, *more.notes),
            conflicts=(*joined.conflicts, *more.conflicts),
        )
    return joined


def _one(
    base: Base, kind: Addition, path: Path, region: str, progress: Progress | None
) -> Intake:
    match kind:
        case "jobbank" if has_wages(path):
            return add_wages(base, path, region=region, progress=progress)
        case "jobbank":
            return add_outlooks(base, path, province=region, progress=progress)
        case "cops":
            return add_cops(base, path, progress)
        case "crosswalk":
            return add_codes(base, path, progress)
        case "catalogue":
            from skillgap.catalogue.content import read_content

            return add_requirements(base, read_content(path), path.name)
