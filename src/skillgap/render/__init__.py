"""A result of a command as text: pure, by format, in the language in use.

A view turns the records of a result into a document of neutral blocks, and one
renderer for each format turns any document into text; JSON and CSV are written from
the records themselves. Each is imported when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from skillgap.render.result import (
    CheckView,
    ExploreView,
    Format,
    GapView,
    ListView,
    MatchesView,
    RecommendView,
    Result,
    ShowView,
    StatsView,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.errors import Problem
    from skillgap.render.batch_result import BatchView as BatchView
    from skillgap.render.blocks import Document
    from skillgap.render.cohort_result import CohortView as CohortView
    from skillgap.render.intake_result import IntakeView as IntakeView
    from skillgap.render.plan_result import FundingView as FundingView
    from skillgap.render.plan_result import PlanView as PlanView
    from skillgap.render.plan_result import WhatIfView as WhatIfView
    from skillgap.render.plan_result import WhyView as WhyView
    from skillgap.render.profile_result import ForgetView as ForgetView
    from skillgap.render.profile_result import ImportedFile as ImportedFile
    from skillgap.render.profile_result import ProfileChangeView as ProfileChangeView
    from skillgap.render.profile_result import ProfileView as ProfileView
    from skillgap.render.profile_result import ShownClaim as ShownClaim
    from skillgap.render.record_result import BatchDiffView as BatchDiffView
    from skillgap.render.record_result import BatchReplayView as BatchReplayView
    from skillgap.render.record_result import DiffView as DiffView
    from skillgap.render.record_result import ReplayView as ReplayView
    from skillgap.render.upkeep_result import DoctorView as DoctorView
    from skillgap.render.upkeep_result import EntryView as EntryView
    from skillgap.render.upkeep_result import ImpactView as ImpactView

__all__ = [
    "BatchDiffView",
    "BatchReplayView",
    "BatchView",
    "CheckView",
    "CohortView",
    "DiffView",
    "DoctorView",
    "EntryView",
    "ExploreView",
    "ForgetView",
    "Format",
    "FundingView",
    "GapView",
    "ImportedFile",
    "IntakeView",
    "ListView",
    "MatchesView",
    "PlanView",
    "ProfileChangeView",
    "ProfileView",
    "RecommendView",
    "ReplayView",
    "Result",
    "ShowView",
    "ShownClaim",
    "StatsView",
    "WhatIfView",
    "WhyView",
    "json_contract_schema",
    "render",
    "render_problems",
]

_VIEWS = {
    "BatchDiffView": "record",
    "BatchReplayView": "record",
    "BatchView": "batch",
    "CohortView": "cohort",
    "DiffView": "record",
    "ReplayView": "record",
    "CheckView": "check",
    "DoctorView": "doctor",
    "EntryView": "entry",
    "ExploreView": "explore",
    "ForgetView": "profile_change",
    "FundingView": "funding",
    "GapView": "gap",
    "ImpactView": "impact",
    "IntakeView": "intake",
    "ListView": "lists",
    "MatchesView": "match",
    "PlanView": "plan",
    "ProfileChangeView": "profile_change",
    "ProfileView": "profile",
    "RecommendView": "recommend",
    "ShowView": "show",
    "StatsView": "stats",
    "WhatIfView": "whatif",
    "WhyView": "why",
}
"""The view of each result, by name: what a command does not show is not imported."""

_HOMES = {
    "BatchDiffView": "record_result",
    "BatchReplayView": "record_result",
    "BatchView": "batch_result",
    "CohortView": "cohort_result",
    "DiffView": "record_result",
    "ReplayView": "record_result",
    "FundingView": "plan_result",
    "PlanView": "plan_result",
    "WhatIfView": "plan_result",
    "WhyView": "plan_result",
    "ForgetView": "profile_result",
    "ImportedFile": "profile_result",
    "ProfileChangeView": "profile_result",
    "ProfileView": "profile_result",
    "ShownClaim": "profile_result",
    "IntakeView": "intake_result",
    "DoctorView": "upkeep_result",
    "EntryView": "upkeep_result",
    "ImpactView": "upkeep_result",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a record of a result
    """Fetch the record of a result when it is first used."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"skillgap.render.{_HOMES[name]}"), name)


def render(
    result: Result,
    *,
    format: Format,  # noqa: A002 - the word that users know it by
    width: int = 80,
    color: bool = False,
    explain: bool = False,
) -> str:
    """The result as text in one format, ending in a line feed.

    ``width`` (in cells) and ``color`` matter to the table alone; ``explain`` adds the
    reasons and receipts to the formats that people read, JSON always has them.
    """
    if format in ("json", "csv", "ics"):
        return _from_records(result, format)
    document = _document(result, explain=explain)
    if format == "html":
        from skillgap.render.html import render_html
        from skillgap.render.titles import title_of

        title = title_of(result.command)
        return render_html(document, title=title, info=result.info)
    if format == "markdown":
        from skillgap.render.markdown import render_markdown

        return render_markdown(document)
    if format == "plain":
        from skillgap.render.plain import render_plain

        return render_plain(document)
    from skillgap.render.table import render_table

    return render_table(document, width=width, color=color)


def _from_records(result: Result, shape: Format) -> str:
    """The formats that programs read, written from the records themselves."""
    if shape == "json":
        from skillgap.render.json import render_json

        return render_json(result)
    if shape == "csv":
        from skillgap.render.csv import render_csv

        return render_csv(result)
    from skillgap.render.ics import render_ics

    return render_ics(result)


def render_problems(problems: Iterable[Problem]) -> str:
    """Problems as the lines that stderr shows: place, what is wrong, what to do."""
    from skillgap.render.problems import problem_lines

    lines = (line for problem in problems for line in problem_lines(problem))
    return "".join(f"{line}\n" for line in lines)


def json_contract_schema(command: str | None = None) -> dict[str, Any]:
    """The JSON Schema of the envelope, with the data of one command or of any.

    Raises KeyError for a command that has no JSON form.
    """
    from skillgap.render.schema import json_contract_schema as schema

    return schema(command)


def _document(result: Result, *, explain: bool) -> Document:
    if result.data is None:
        from skillgap.render.blocks import Document, Verbatim
        from skillgap.render.problems import problem_lines

        lines = (line for found in result.problems for line in problem_lines(found))
        return Document((Verbatim(tuple(lines)),))
    name = _VIEWS[type(result.data).__name__]
    view = import_module(f"skillgap.render.views.{name}")
    document: Document = view.document(result, explain=explain)
    return document
