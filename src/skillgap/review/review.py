"""A folder checked by every rule: those that it must keep, and those that advise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.catalogue import Catalogue, CatalogueCheck
from skillgap.catalogue.cache import identity
from skillgap.catalogue.compiled import compile_draft, counts
from skillgap.catalogue.draft import read_draft, sort_problems
from skillgap.catalogue.files import fingerprint, read_files
from skillgap.document.sink import Sink
from skillgap.errors import Problem
from skillgap.garbage import without_collection
from skillgap.review.reviewed import Reviewed
from skillgap.review.rulebook import reviews

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path


def review_catalogue(
    folder: Path, *, today: date | None = None, stale_days: int | None = None
) -> CatalogueCheck:
    """Read a folder and say what is wrong with it, and what may be.

    Where there is an error, only errors are told: the rules of the review compare
    whole catalogues.

    Args:
        folder: the folder of the catalogue.
        today: the day from which ages are counted.
        stale_days: facts older than this are told; age is not looked at where absent.

    Raises:
        DataError: there is no such folder, or it cannot be read at all.
    """
    with without_collection():
        files = read_files(folder)
        sink = Sink()
        draft = read_draft(files, sink)
        problems = [*draft.problems]
        if not draft.errors:
            compiled = compile_draft(draft, identity(fingerprint(files)))
            catalogue = Catalogue(compiled)
            reviewed = Reviewed(
                draft, sink, catalogue, files.contents, today, stale_days
            )
            problems += _found(reviewed)
            catalogue.close()
        placed = (
            each._replace(path=str(folder / (each.path or "")))
            for each in sort_problems(problems)
        )
        return CatalogueCheck(counts(draft), tuple(placed))


def _found(reviewed: Reviewed) -> Iterator[Problem]:
    for review in reviews().values():
        for place, message, hint in review.find(reviewed):
            yield Problem(review.severity, review.id, message, *place, hint)
