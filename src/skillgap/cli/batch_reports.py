"""The reports of a batch, as the command asks for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from skillgap.errors import Problem, UsageError
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from skillgap.batch.results import Results
    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue
    from skillgap.cli.batch_options import Run

BOTH = "both"
"""Stands in place of a language where a report is to be in all of them."""


def check_reports(run: Run, lang: str | None) -> None:
    """See that reports can be written as they are asked for.

    Raises:
        UsageError: a library is not there, or there are none for ``--today`` or
            ``--lang both`` to be about.
    """
    if run.report is None:
        if run.today is not None:
            message = _("--today is the day on reports: add --report html.")
            raise UsageError(Problem("error", "usage", message))
        if lang == BOTH:
            message = _("--lang both is for reports: add --report html.")
            raise UsageError(Problem("error", "usage", message))
        return
    from skillgap.render.report.kinds import require_kind

    require_kind(run.report)


def made_on(run: Run) -> date | None:
    """The day on the reports: as asked, else the one on which the run began.

    A run that goes on tomorrow writes the same as one that was never stopped.
    """
    if run.report is None:
        return None
    if run.today:
        return run.today.date()
    from skillgap.batch.results import begun

    kept = {} if run.replace else begun(run.folder)
    try:
        return date.fromisoformat(str(kept.get("made")))
    except ValueError:
        return date.today()  # noqa: DTZ011 - the counsellor's own day


def what_reports(run: Run, settings: Settings) -> dict[str, Any]:
    """What the results follow from, as far as reports are asked for."""
    if run.report is None:
        return {}
    today = str(run.today.date()) if run.today else None
    both = {"both": True} if settings.both else {}
    return {"report": {"kind": run.report, "today": today} | both}


def index_of(
    folder: Results, settings: Settings, catalogue: Catalogue
) -> dict[str, Callable[[Path], None]]:
    """What writes the list of the reports, by its name."""
    from skillgap.batch.listed import INDEX, write_index
    from skillgap.batch.manifest import RESULTS

    lines = folder.work / RESULTS
    return {INDEX: lambda path: write_index(path, lines, settings, catalogue)}
