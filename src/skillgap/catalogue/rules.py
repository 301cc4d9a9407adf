"""The rules that compare records: one function a rule, named by its id.

The docstring of a rule is its documentation (docs/check-rules.md is made from it). The
rules about single values are applied while reading; ``READING`` describes them.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from skillgap.catalogue.equivalents import equivalents
from skillgap.document.kinds import suggestion
from skillgap.locale import _
from skillgap.model import Credential, Occupation, Skill
from skillgap.model.funding import LongerProgram
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from skillgap.document.sink import Kept, Mention, Sink

    Rule = Callable[[Sink], None]

_MOST_HINTS = 50
"""A nearest name is looked for so often at most: in a large catalogue it takes long."""

_HOME = {
    "skill": {"skills.yaml", "skills.jsonl"},
    "occupation": {"occupations.yaml", "occupations.jsonl"},
    "credential": {"credentials.yaml", "credentials.jsonl"},
    "issuer": {"credentials.yaml", "issuers.jsonl"},
    "field": {"catalogue.yaml"},
    "basis": {"catalogue.yaml"},
    "source": {"catalogue.yaml"},
}
"""The files in which the ids of each list are defined."""

RULES: dict[str, Rule] = {}
"""The rules by id, in the order of this file."""


def rule(id_: str) -> Callable[[Rule], Rule]:
    """Register a rule under its id."""

    def register(function: Rule) -> Rule:
        RULES[id_] = function
        return function

    return register


def check_all(sink: Sink) -> None:
    """Apply every rule to what was read."""
    for function in RULES.values():
        function(sink)


@rule("SG120")
def unknown_id(sink: Sink) -> None:
    """An id is referred to that no record of its list has."""
    known: dict[str, set[str]] = {}
    for mention in sink.defined:
        known.setdefault(mention.list, set()).add(mention.id)
    names = {name: sorted(ids) for name, ids in known.items()}
    hints: dict[tuple[str, str], str | None] = {}
    pairs = set(map(itemgetter(0, 1), sink.referred))
    missing = {pair for pair in pairs if pair[1] not in known.get(pair[0], ())}
    for list_, id_, place in sink.referred if missing else ():
        if (list_, id_) not in missing or _HOME[list_] & sink.unread:
            continue
        message = _("unknown {list} {id}").format(list=_list_name(list_), id=id_)
        wanted = (list_, id_)
        if wanted not in hints and len(hints) < _MOST_HINTS:
            hints[wanted] = suggestion(id_, names.get(list_, []))
        sink.report("SG120", place, message, hints.get(wanted))


@rule("SG121")
def duplicate_id(sink: Sink) -> None:
    """Two records of one list have the same id."""
    first: dict[tuple[str, str], Mention] = {}
    for mention in sink.defined:
        before = first.setdefault((mention.list, mention.id), mention)
        if before is not mention:
            message = _(
                "the {list} {id} is defined twice; first in line {line}"
            ).format(
                list=_list_name(mention.list), id=mention.id, line=before.place.line
            )
            sink.report("SG121", mention.place, message, _("give one another id"))


@rule("SG122")
def duplicate_label(sink: Sink) -> None:
    """A label or alternative label, compared as people type it, stands on two skills.

    Case, accents, spaces, hyphens and plurals make no difference between labels.
    """
    first: dict[str, tuple[Kept, tuple[str | int, ...]]] = {}
    for label, kept, path in _labels(sink):
        before, before_path = first.setdefault(label_key(label), (kept, path))
        one, other = _skill_of(before).id, _skill_of(kept).id
        if one != other:
            line = before.place(*before_path).line
            message = _(
                "the label {label} stands on two skills: "
                "{first} (line {line}) and {second}"
            ).format(label=label, first=one, line=line, second=other)
            hint = _("keep it on one of them, or make the two skills one")
            sink.report("SG122", kept.place(*path), message, hint)


@rule("SG123")
def empty_label(sink: Sink) -> None:
    """A label has no letter or digit, so that nothing typed can mean it."""
    for label, kept, path in _labels(sink):
        if not any(map(str.isalnum, label)) and not label_key(label):
            message = _("the label {label} has no letter or digit").format(label=label)
            sink.report("SG123", kept.place(*path), message)


@rule("SG124")
def broader_cycle(sink: Sink) -> None:
    """A skill is broader than itself, by way of the skills in between."""
    kept = _by_id(sink, Skill)
    edges = {id_: _skill_of(kept[id_]).broader for id_ in kept}
    for cycle in _cycles(edges):
        message = _("the skills are broader than themselves: {path}").format(
            path=" > ".join(cycle)
        )
        place = kept[cycle[0]].place("broader")
        sink.report("SG124", place, message, _("take one of the steps out"))


@rule("SG125")
def prerequisite_cycle(sink: Sink) -> None:
    """A credential is its own prerequisite, by way of the credentials in between.

    Alternatives (`any_of`) and equivalents count as ways too: one that leads back is no
    way to a credential.
    """
    kept = _by_id(sink, Credential)
    records = {id_: _credential_of(kept[id_]) for id_ in kept}
    alike = equivalents(records.values())
    edges = {id_: _ways(record, alike) for id_, record in records.items()}
    for cycle in _cycles(edges):
        message = _("the credentials are their own prerequisites: {path}").format(
            path=" > ".join(cycle)
        )
        place = kept[cycle[0]].place("prerequisites", "credentials")
        sink.report("SG125", place, message, _("take one of the steps out"))


def _ways(credential: Credential, alike: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """All credentials that meet a part of what one asks for."""
    named = [one for group in credential.prerequisites.groups for one in group]
    return tuple({way: None for one in named for way in (one, *alike.get(one, ()))})


@rule("SG126")
def skill_twice(sink: Sink) -> None:
    """An occupation requires, or a credential develops, the same skill twice."""
    for kept, key, skills in _skill_lists(sink):
        seen: set[str] = set()
        for index, skill in enumerate(skills):
            if skill in seen:
                message = _("the skill {skill} stands twice in this list").format(
                    skill=skill
                )
                place = kept.place(key, index, "skill")
                sink.report("SG126", place, message, _("keep one of them"))
            seen.add(skill)


@rule("SG127")
def equivalent_to_itself(sink: Sink) -> None:
    """A credential is said to be equivalent to itself."""
    for kept in sink.kept.get("Credential", ()):
        credential = _credential_of(kept)
        for index, other in enumerate(credential.equivalent_to):
            if other == credential.id:
                message = _("the credential {id} is equivalent to itself").format(
                    id=other
                )
                place = kept.place("equivalent_to", index)
                sink.report("SG127", place, message, _("name another one"))


def _skill_lists(sink: Sink) -> Iterator[tuple[Kept, str, list[str]]]:
    for kept in sink.kept.get("Occupation", ()):
        if isinstance(kept.record, Occupation):
            yield kept, "requirements", [r.skill for r in kept.record.requirements]
    for name in ("Credential", "LongerProgram"):
        for kept in sink.kept.get(name, ()):
            yield kept, "develops", [d.skill for d in _credential_of(kept).develops]


def _skill_of(kept: Kept) -> Skill:
    if not isinstance(kept.record, Skill):  # pragma: no cover - kept by its own name
        raise TypeError(kept.record)
    return kept.record


def _credential_of(kept: Kept) -> Credential:
    record = kept.record
    if isinstance(record, LongerProgram):
        record = record.credential
    if not isinstance(record, Credential):  # pragma: no cover - kept by its own name
        raise TypeError(record)
    return record


def _by_id(sink: Sink, record: type[Skill | Credential]) -> dict[str, Kept]:
    found: dict[str, Kept] = {}
    for kept in sink.kept.get(record.__name__, ()):
        if isinstance(kept.record, record):
            found.setdefault(kept.record.id, kept)
    return found


def _labels(sink: Sink) -> Iterator[tuple[str, Kept, tuple[str | int, ...]]]:
    """Every label of every skill and the way to its place; preferred labels first."""
    skills = sink.kept.get("Skill", ())
    for kept in skills:
        skill = _skill_of(kept)
        for language in ("en", "fr"):
            if label := getattr(skill.label, language):
                yield label, kept, ("label", language)
    for kept in skills:
        skill = _skill_of(kept)
        for language in ("en", "fr"):
            labels = getattr(skill.alternative_labels, language)
            for index, label in enumerate(labels):
                yield label, kept, ("alternative_labels", language, index)


def _cycles(edges: dict[str, tuple[str, ...]]) -> list[list[str]]:
    """One cycle of each knot, from its smallest id back to it; without recursion."""
    done: set[str] = set()
    cycles = []
    for start in sorted(edges):
        path: list[str] = []
        on_path: dict[str, int] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            id_, leaving = stack.pop()
            if leaving:
                done.add(path.pop())
                del on_path[id_]
            elif id_ in on_path:
                cycles.append(_from_smallest(path[on_path[id_] :]))
            elif id_ not in done and id_ in edges:
                on_path[id_] = len(path)
                path.append(id_)
                stack.append((id_, True))
                stack.extend((next_, False) for next_ in reversed(edges[id_]))
    return cycles


def _from_smallest(ring: list[str]) -> list[str]:
    first = ring.index(min(ring))
    turned = ring[first:] + ring[:first]
    return [*turned, turned[0]]


def _list_name(name: str) -> str:
    return {
        "skill": _("skill"),
        "occupation": _("occupation"),
        "credential": _("credential"),
        "longer_program": _("longer program"),
        "issuer": _("issuer"),
        "field": _("field"),
        "basis": _("basis"),
        "source": _("source"),
        "funding_program": _("funding program"),
    }[name]
