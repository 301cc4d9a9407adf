"""What one answer says otherwise than another, found in the data of the contract.

Entries are compared by their ids, so that answers in two languages can be compared;
what is only wording (labels, names, reasons) makes no difference here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.history.planned import plan_differences, quantity_changes
from skillgap.model.history import Difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from skillgap.model.history import Value, What

    Data = Mapping[str, Any]

WORDING = frozenset(
    {
        *("label", "title", "name", "issuer", "url", "reasons", "text", "why_longer"),
        *("assumptions", "matched_label", "message", "hint"),
    }
)
TOLD = frozenset(
    {
        *("occupation", "occupations", "coverage", "coverage_before", "gaps"),
        *("covered", "below_level", "missing", "recommendations", "matches"),
        *("coverage_after", "verdict", "outcome", "status", "steps", "start", "end"),
        *("hours", "cost", "client", "row", "language", "problems", "bound", "proven"),
        "report",  # a file made of the same advice
    }
)
"""The keys whose differences are told one by one; of others only that they differ."""

_ROUNDING = 1e-9
_LISTS = ("covered", "below_level", "missing")


def differences(old: Data, new: Data) -> tuple[Difference, ...]:
    """All that differs, what matters most first; nothing where the advice is the same.

    Both are ``data`` of one command, or lines of a batch.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: one is neither.
    """
    states = tuple(_states(old, new))
    if any(one.what == "status" for one in states):
        # One of them says nothing else, so that all of the other would be new or gone.
        return states
    return (
        *states,
        *_targets(old, new),
        *_coverage(old, new),
        *_recommendations(old, new),
        *plan_differences(old, new),
        *_skills(old, new),
        *_matches(old, new),
        *_others(old, new),
    )


def is_same(old: Any, new: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether an answer repeats another; keys that a later version adds are free."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(key in new and is_same(old[key], new[key]) for key in old)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(is_same, old, new))
    return bool(old == new) and isinstance(old, bool) == isinstance(new, bool)


def _states(old: Data, new: Data) -> Iterator[Difference]:
    """Of lines of a batch: whether the client could be advised, and the problems."""
    if "client" not in old or "client" not in new:
        return
    then, now = str(old.get("status")), str(new.get("status"))
    yield from changed("status", "", then, now)
    yield from changed("problem", "", _problems(old), _problems(new))


def _problems(data: Data) -> str | None:
    found = [one for one in data.get("problems") or () if one["severity"] != "note"]
    return "; ".join(str(one["message"]) for one in found) or None


def _targets(old: Data, new: Data) -> Iterator[Difference]:
    before, after = _occupations(old), _occupations(new)
    for id_ in after.keys() - before.keys() if before != after else ():
        yield Difference("target", after[id_], None, True)
    for id_ in before.keys() - after.keys():
        yield Difference("target", before[id_], True, None)


def _occupations(data: Data) -> dict[str, str]:
    """The titles of the occupations that an answer is about, by id."""
    several = list(data.get("occupations") or ())
    if isinstance(data.get("occupation"), dict):
        several.append(data["occupation"])
    return {str(one["id"]): str(one["title"]) for one in several}


def _coverage(old: Data, new: Data) -> Iterator[Difference]:
    titles = _occupations(old) | _occupations(new)
    before, after = _coverages(old), _coverages(new)
    for id_ in before.keys() & after.keys():
        yield from changed("coverage", titles.get(id_, id_), before[id_], after[id_])


def _coverages(data: Data) -> dict[str, float]:
    """The coverage of each occupation before any credential, by id."""
    one = data.get("occupation")
    alone = data.get("coverage", data.get("coverage_before"))
    if isinstance(one, dict) and alone is not None:
        return {str(one["id"]): alone}
    return {occupation_id(gap): gap["coverage"] for gap in data.get("gaps") or ()}


def _recommendations(old: Data, new: Data) -> Iterator[Difference]:
    before, after = _ranked(old), _ranked(new)
    if next(iter(before), None) != next(iter(after), None):
        yield Difference("first", "", _first_name(before), _first_name(after))
    for id_, row in after.items():
        if id_ not in before:
            yield Difference("recommended", _name(row), None, row["rank"])
    for id_, row in before.items():
        if id_ not in after:
            yield Difference("recommended", _name(row), row["rank"], None)
    for id_ in (one for one in after if one in before):
        name = _name(after[id_])
        yield from changed("rank", name, before[id_]["rank"], after[id_]["rank"])
        yield from quantity_changes(name, before[id_], after[id_])


def _ranked(data: Data) -> dict[str, Data]:
    rows = data.get("recommendations") or ()
    return {str(row["credential"]["id"]): row for row in rows}


def _name(row: Data) -> str:
    return str(row["credential"]["name"])


def _first_name(rows: Mapping[str, Data]) -> str | None:
    return next((_name(row) for row in rows.values()), None)


def _skills(old: Data, new: Data) -> Iterator[Difference]:
    """Where each skill asked for stands: covered, below its level, or missing."""
    before, after = _gaps(old), _gaps(new)
    for occupation in (one for one in after if one in before):
        then, now = _standing(before[occupation]), _standing(after[occupation])
        for id_ in sorted(then.keys() | now.keys()):
            label = (now.get(id_) or then[id_])[0]
            was, is_ = then.get(id_, ("", None))[1], now.get(id_, ("", None))[1]
            yield from changed("skill", label, was, is_)


def _gaps(data: Data) -> dict[str, Data]:
    """The gaps that an answer lists skill by skill, by the id of the occupation."""
    if isinstance(data.get("missing"), list):
        return {str(data["occupation"]["id"]): data}
    gaps = data.get("gaps") or ()
    whole = (gap for gap in gaps if isinstance(gap["missing"], list))
    return {occupation_id(gap): gap for gap in whole}


def occupation_id(gap: Data) -> str:
    """The id of the occupation of a gap, which names it or holds its record."""
    named = gap["occupation"]
    return str(named["id"] if isinstance(named, dict) else named)


def _standing(gap: Data) -> dict[str, tuple[str, str]]:
    return {
        str(row["skill"]["id"]): (str(row["skill"]["label"]), name)
        for name in _LISTS
        for row in gap[name]
    }


def _matches(old: Data, new: Data) -> Iterator[Difference]:
    before, after = _understood(old), _understood(new)
    for phrase in dict.fromkeys((*before, *after)):
        then, now = before.get(phrase), after.get(phrase)
        if _meaning(then) != _meaning(now):
            yield Difference("match", phrase, _as_word(then), _as_word(now))
        elif then and now and _level(then) != _level(now):
            yield from changed("level", phrase, then["level"], now["level"])


def _understood(data: Data) -> dict[str, Data]:
    return {str(one["phrase"]): one for one in data.get("matches") or ()}


def _level(match: Data) -> Value:
    found: Value = match["level"] if match.get("skill") else None
    return found


def _meaning(match: Data | None) -> tuple[Value, ...]:
    if match is None:
        return ()
    return match.get("status"), (match.get("skill") or {}).get("id")


def _as_word(match: Data | None) -> str | None:
    """The skill that a phrase was taken for, else the word for why there is none."""
    if match is None:
        return None
    skill = match.get("skill")
    return str(skill["label"]) if skill else str(match.get("status"))


def _others(old: Data, new: Data) -> Iterator[Difference]:
    """The keys that differ in more than wording and that nothing above tells of."""
    for key in sorted(old.keys() & new.keys()):
        if key not in TOLD | WORDING and _bare(old[key]) != _bare(new[key]):
            yield Difference("other", key)


def _bare(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A value without its wording."""
    if isinstance(value, dict):
        return {k: _bare(part) for k, part in value.items() if k not in WORDING}
    return [_bare(part) for part in value] if isinstance(value, list) else value


def changed(what: What, subject: str, then: Value, now: Value) -> Iterable[Difference]:
    """A difference where there is one; numbers may differ by rounding."""
    if isinstance(then, float | int) and isinstance(now, float | int):
        same = abs(then - now) <= _ROUNDING
    else:
        same = then == now
    return () if same else (Difference(what, subject, then, now),)
