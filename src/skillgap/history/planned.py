"""What one plan says otherwise than another: verdict, steps, dates, hours, cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.model.history import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from skillgap.model.history import What

    Data = Mapping[str, Any]


def plan_differences(old: Data, new: Data) -> Iterator[Difference]:
    """What differs between two plans; nothing where neither answer holds one."""
    proofs: tuple[tuple[What, str], ...] = (("outcome", "outcome"), ("proof", "status"))
    for what, key in proofs:
        if "steps" in old and "steps" in new and old.get(key) != new.get(key):
            yield Difference(what, "", old.get(key), new.get(key))
    yield from _verdict(old, new)
    if "steps" not in old or "steps" not in new:
        return
    then, now = old.get("coverage_after"), new.get("coverage_after")
    if then != now:
        yield Difference("coverage_planned", "", then, now)
    yield from _steps(_by_id(old), _by_id(new))
    days: tuple[What, ...] = ("start", "end")
    for what in days:
        if old.get(what) != new.get(what):
            yield Difference(what, "", old.get(what), new.get(what))
    yield from _totals(old, new)


def _verdict(old: Data, new: Data) -> Iterator[Difference]:
    then = (old.get("verdict") or {}).get("kind")
    now = (new.get("verdict") or {}).get("kind")
    if then != now:
        yield Difference("verdict", "", then, now)


def _by_id(data: Data) -> dict[str, Data]:
    return {str(step["credential"]["id"]): step for step in data["steps"]}


def _steps(old: Mapping[str, Data], new: Mapping[str, Data]) -> Iterator[Difference]:
    for id_ in (one for one in new if one not in old):
        yield Difference("step", _name(new[id_]), None, new[id_]["order"])
    for id_ in (one for one in old if one not in new):
        yield Difference("step", _name(old[id_]), old[id_]["order"], None)
    kept = [id_ for id_ in new if id_ in old]
    if kept != [id_ for id_ in old if id_ in new]:
        yield Difference("order", " > ".join(_name(new[id_]) for id_ in kept))
    for id_ in kept:
        yield from quantity_changes(_name(new[id_]), old[id_], new[id_])


def quantity_changes(name: str, old: Data, new: Data) -> Iterator[Difference]:
    """The hours and the price of a credential, where they are told otherwise.

    What is not published is counted by an assumption, which follows other credentials.
    """
    kinds: tuple[tuple[str, What, What], ...] = (
        ("hours", "credential_hours", "assumed_hours"),
        ("cost", "credential_cost", "assumed_cost"),
    )
    for key, published, assumed in kinds:
        then, now = old[key], new[key]
        if then["value"] != now["value"]:
            what = assumed if now.get("basis") == "assumed" else published
            unit = str(now["unit"])
            yield Difference(what, name, then["value"], now["value"], unit)


def _totals(old: Data, new: Data) -> Iterator[Difference]:
    kinds: tuple[What, ...] = ("hours", "cost")
    for what in kinds:
        then, now = old.get(what) or {}, new.get(what) or {}
        if then.get("value") != now.get("value"):
            unit = str(now.get("unit"))
            yield Difference(what, "", then.get("value"), now.get("value"), unit)


def _name(step: Data) -> str:
    return str(step["credential"]["name"])
