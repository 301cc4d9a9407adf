"""The main table of each command as flat rows, taken from the JSON contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from skillgap.render.intake_result import IntakeView
from skillgap.render.profile_result import ProfileChangeView, ProfileView
from skillgap.render.projection import data_of
from skillgap.render.records import problem_record
from skillgap.render.result import (
    CheckView,
    ExploreView,
    GapView,
    ListView,
    MatchesView,
    RecommendView,
)

if TYPE_CHECKING:
    from skillgap.render.result import Result

Record = Mapping[str, Any]
Header = tuple[str, ...]
_PROBLEM: Header = ("severity", "rule", "path", "line", "column", "message", "hint")
_MATCH: Header = (
    "phrase",
    "status",
    "skill.id",
    "skill.label",
    "level",
    "level_basis",
    "rule",
    "confidence",
    "matched_label",
    "evidence",
    "reason",
    "candidates",
)
_COMPARISON: Header = (
    "status",
    "skill.id",
    "skill.label",
    "skill.kind",
    "relation",
    "importance",
    "basis",
    "need",
    "need_basis",
    "have",
    "have_basis",
    "satisfied_by.id",
)
_OCCUPATION: Header = ("occupation.id", "occupation.noc", "occupation.title")
_WAGE: Header = tuple(
    f"wage.{part}" for part in ("low", "median", "high", "unit", "region", "period")
)
_TERMS: Header = (
    *(f"hours.{part}" for part in ("value", "basis", "low", "high")),
    *(f"cost.{part}" for part in ("value", "unit", "basis", "low", "high")),
    "delivery",
    "language",
    "funding.osap",
    "status",
    "confidence",
)
_DIFFERENCE: Header = (
    *("client", "state", "what", "subject", "before", "after", "unit", "text"),
)
_HEADERS: dict[str, Header] = {
    "match": _MATCH,
    "gap": _COMPARISON,
    "explore": (
        "rank",
        *_OCCUPATION,
        "coverage",
        "fit",
        "missing",
        "in_demand",
        *_WAGE,
    ),
    "recommend": (
        "rank",
        *(f"credential.{part}" for part in ("id", "name", "issuer", "kind", "url")),
        "adds",
        "coverage_after",
        "closes",
        *_TERMS,
        "source.url",
        "source.as_of",
    ),
    "plan": (
        "order",
        *(f"credential.{part}" for part in ("id", "name", "issuer", "kind", "url")),
        "start",
        "end",
        "adds",
        "coverage_after",
        "closes",
        *(f"hours.{part}" for part in ("value", "basis")),
        *(f"cost.{part}" for part in ("value", "unit", "basis")),
    ),
    "replay": _DIFFERENCE,
    "diff": _DIFFERENCE,
    "cohort": (
        *("part", "id", "name", "clients", "share", "before", "after"),
        "within",
    ),
    "funding": ("program", "id", "kind", "answer", "text", "source", "as_of"),
    "occupations": ("id", "noc", "title", "teer", "field", "in_demand", *_WAGE),
    "credentials": ("id", "name", "issuer", "kind", "field", "url", *_TERMS),
    "skills": ("id", "label", "kind"),
    "catalogue check": _PROBLEM,
    "impact": (
        *_OCCUPATION,
        *("changed", "coverage", "first", "verdict", "mean", "largest"),
    ),
    "doctor": ("name", "health", "text", "remedy"),
    "intake": ("name", "rows", "kept", "reason", "dropped", "example"),
    "profile show": (*_MATCH[:-2], "last_used", "old", "learnt", "evidence"),
    "profile change": ("action", "what", "text"),
}


def main_rows(result: Result) -> tuple[list[str], list[list[Any]]]:
    """The header and the rows of a result's main table.

    Of one record, and of the statistics, every fact is a row of its own: its key and
    its value.
    """
    if result.data is None:
        problems = [problem_record(problem) for problem in result.problems]
        return _table(_PROBLEM, problems)
    data = data_of(result.data)
    if isinstance(result.data, ListView):
        return _table(_HEADERS[data["kind"]], data["records"])
    if type(result.data) in _RECORDS:
        name, records = _RECORDS[type(result.data)]
        return _table(_HEADERS[name], records(data))
    if result.command in _BY_COMMAND:
        name, part = _BY_COMMAND[result.command]
        return _table(_HEADERS[name], part(data))
    return ["key", "value"], [[key, value] for key, value in _flat(data)]


def _table(
    header: Header, records: Iterable[Record]
) -> tuple[list[str], list[list[Any]]]:
    names = [name.replace(".", "_") for name in header]
    return names, [[_at(record, name) for name in header] for record in records]


def _at(record: Record, path: str) -> object:
    value: Any = record
    for key in path.split("."):
        value = None if value is None else value.get(key)
    return "; ".join(map(_word, value)) if isinstance(value, list) else value


def _word(part: object) -> str:
    """One of several values in a cell."""
    if not isinstance(part, Mapping):
        return str(part)
    if "text" in part:
        return f"{part['kind']}: {part['text']}"
    if "to" in part:
        return f"{part['skill']['label']} {part['from']}>{part['to']}"
    if "confidence" in part:
        return f"{part['skill']['label']} {part['confidence']:.2f}"
    return str(part.get("label", part))


def _comparisons(data: Record) -> list[Record]:
    kinds = ("covered", "below_level", "missing")
    return [{"status": kind, **found} for kind in kinds for found in data[kind]]


def _intake_rows(data: Record) -> list[Record]:
    """A row for each reason, or one for a part of which nothing was dropped."""
    return [
        {**part, "reason": None, "dropped": 0, "example": None} | reason
        for part in data["counted"]
        for reason in (
            [
                {**one, "dropped": one["rows"], "rows": part["rows"]}
                for one in part["dropped"]
            ]
            or [{}]
        )
    ]


def _differences(data: Record) -> list[Record]:
    """A row for each difference; of a batch, for each of each client."""
    nobody = {"client": None, "state": None}
    rows = [nobody | one for one in data["differences"]]
    for client in data.get("clients") or ():
        about = {"client": client["client"], "state": client["state"]}
        rows += [one | about for one in client["differences"] or [{}]]
    return rows


def _of_cohort(data: Record) -> list[Record]:
    """A row for each outcome, credential of the intake, skill and occupation."""
    rows = [
        {"part": "outcome", "id": one["outcome"], "clients": one["clients"]}
        for one in data["outcomes"]
    ]
    rows += [
        {
            "part": "credential",
            "id": one["credential"]["id"],
            "name": one["credential"]["name"],
            "share": one["adds_alone"],
            **one,
        }
        for one in data["intake"]["credentials"]
    ]
    rows += [
        {"part": "skill", "id": skill["id"], "name": skill["label"], **one}
        for one in data["lacked"]
        for skill in (one["skill"],)
    ]
    return rows + [
        {"part": "occupation", "id": one["occupation"], "name": one["title"], **one}
        for one in data["occupations"]
    ]


def _flat(value: object, key: str = "") -> Iterator[tuple[str, object]]:
    parts: Iterable[tuple[object, object]] = ()
    if isinstance(value, Mapping):
        parts = value.items()
    elif isinstance(value, list | tuple):
        parts = enumerate(value, 1)
    else:
        yield key, value
    for name, part in parts:
        yield from _flat(part, f"{key}.{name}" if key else str(name))


_RECORDS: dict[type, tuple[str, Callable[[Record], list[Record]]]] = {
    CheckView: ("catalogue check", lambda data: data["problems"]),
    ExploreView: ("explore", lambda data: data["occupations"]),
    GapView: ("gap", _comparisons),
    IntakeView: ("intake", _intake_rows),
    MatchesView: ("match", lambda data: data["matches"]),
    ProfileChangeView: ("profile change", lambda data: data["changes"]),
    ProfileView: ("profile show", lambda data: data["claims"]),
    RecommendView: ("recommend", lambda data: data["recommendations"]),
}
_BY_COMMAND: dict[str, tuple[str, Callable[[Record], list[Record]]]] = {
    "catalogue impact": ("impact", lambda data: data["occupations"]),
    "doctor": ("doctor", lambda data: data["examined"]),
    "plan": ("plan", lambda data: data["steps"]),
    "replay": ("replay", _differences),
    "diff": ("diff", _differences),
    "cohort": ("cohort", _of_cohort),
    "funding": (
        "funding",
        lambda data: [
            {"program": one["id"], **rule}
            for one in data["programs"]
            for rule in one["rules"]
        ],
    ),
}
"""By command: some records are imported by their own commands alone."""
