"""The lines and the run of a batch as plain values, and a line as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillgap.render.projection import data_of
from skillgap.render.records import (
    Record,
    comparison_record,
    occupation_record,
    problem_record,
)
from skillgap.render.safe import json_safe

if TYPE_CHECKING:
    from skillgap.model import Fit, Gap
    from skillgap.render.batch_line import ClientLine
    from skillgap.render.batch_result import BatchView

_encode = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":")
).encode


def compact(value: Any) -> str:  # noqa: ANN401 - as JSON has it
    """A value as JSON on one line, with the bytes that results are made of."""
    text = json_safe(_encode(value))
    if text.isascii():
        return text
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def line_data(line: ClientLine) -> Record:
    """A client's line."""
    record: Record = {
        "client": line.client,
        "row": line.row,
        "status": "error" if line.advised is None else "ok",
        "language": line.language,
        "problems": [problem_record(problem) for problem in line.problems],
    }
    if line.advised is not None:
        record |= data_of(line.advised)
        gaps = line.advised.recommendations.gaps
        record["gaps"] = [whole_gap(gap) for gap in gaps]
        record["fits"] = [fit_record(fit) for fit in line.fits]
    return record


def whole_gap(gap: Gap) -> Record:
    """A gap with its lists, as ``gap`` has them."""
    return {
        "occupation": gap.occupation.id,
        "coverage": gap.coverage,
        "covered": [comparison_record(found) for found in gap.covered],
        "below_level": [comparison_record(found) for found in gap.below_level],
        "missing": [comparison_record(found) for found in gap.missing],
    }


def fit_record(fit: Fit) -> Record:
    """An occupation that fits, in short."""
    return {
        "rank": fit.rank,
        "occupation": occupation_record(fit.occupation),
        "coverage": fit.coverage,
        "fit": fit.fit,
    }


def _report_record(view: BatchView) -> Record | None:
    if view.report is None:
        return None
    made = None if view.made is None else view.made.isoformat()
    return {"kind": view.report, "made": made}


def run_data(view: BatchView) -> Record:
    """The run as a whole."""
    return {
        "clients": view.clients,
        "ok": view.clients - view.failed,
        "error": view.failed,
        "roster": view.roster,
        "folder": view.folder,
        "files": list(view.files),
        "job": view.job,
        "options": view.options,
        "report": _report_record(view),
        "since": view.since,
        "written": view.clients if view.written is None else view.written,
    }
