"""The keys of a new entry, from what was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.catalogue.tables.credentials import CREDENTIAL
from skillgap.catalogue.tables.occupations import OCCUPATION
from skillgap.catalogue.tables.skills import SKILL
from skillgap.errors import Problem, UnknownNameError, UsageError
from skillgap.formats.csv_cells import value_of
from skillgap.formats.identifiers import unique_ids
from skillgap.formats.tabular import Leaf, sheets
from skillgap.locale import _
from skillgap.matching import match_claims
from skillgap.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.catalogue.written import Written
    from skillgap.review.entry import EntryKind

_TABLES = {"skill": SKILL, "occupation": OCCUPATION, "credential": CREDENTIAL}
_NAMED = {"skill": "label", "occupation": "title", "credential": "name"}
_LISTS = {"skill": "skills", "occupation": "occupations", "credential": "credentials"}
_SKILLS = {"occupation": "requirements", "credential": "develops"}
_IMPORTANCE = 3


def draft_entry(  # noqa: PLR0913, PLR0917 - what may be said of an entry
    kind: EntryKind,
    names: tuple[str, str | None],
    id_: str | None,
    given: Mapping[str, str],
    skills: Iterable[str],
    catalogue: Catalogue,
) -> Written:
    """The keys of an entry in the order of its table.

    Args:
        kind: what it is.
        names: its name in English, and in French if known.
        id_: its id; made of the name where absent.
        given: other values by key, such as ``source.url``; a list is written with
            commas.
        skills: the skills that it teaches or asks for, by id or label, each with the
            level or the importance after ``=`` where that is known.
        catalogue: the catalogue that it is for.

    Raises:
        UsageError: a key is unknown, or one is missing that it needs.
        UnknownNameError: a skill is none of the catalogue's.
    """
    english, french = names
    taken = _taken(kind, catalogue)
    entry: Written = {
        "id": id_ or unique_ids([(english, kind)], taken)[0],
        _NAMED[kind]: {"en": english} | ({"fr": french} if french else {}),
    }
    _fill(kind, entry, given)
    if kind in _SKILLS:
        found = [_skill(kind, said, catalogue) for said in skills]
        if found:
            entry[_SKILLS[kind]] = found
    _refuse_missing(kind, entry)
    order = [key.name for key in _TABLES[kind].keys]
    return {key: entry[key] for key in order if key in entry}


def _fill(kind: EntryKind, entry: Written, given: Mapping[str, str]) -> None:
    """Put the values in that were given by their keys."""
    leaves = {leaf.name: leaf for leaf in _leaves(kind)}
    for key, text in given.items():
        if key not in leaves:
            message = _("unknown key {name}").format(name=key)
            hint = _("known here: {names}").format(names=", ".join(leaves))
            raise UsageError(Problem("error", "usage", message, hint=hint))
        _put(entry, leaves[key], text)


def _taken(kind: EntryKind, catalogue: Catalogue) -> list[str]:
    every: Any = {
        "skill": catalogue.all_skills,
        "occupation": catalogue.all_occupations,
        "credential": catalogue.all_credentials,
    }[kind]()
    return [one.id for one in every]


def _leaves(kind: EntryKind) -> tuple[Leaf, ...]:
    return next(one.leaves for one in sheets() if one.name == _LISTS[kind])


def _put(entry: Written, leaf: Leaf, text: str) -> None:
    """Put a value where its key says, of the type that the key wants."""
    if leaf.kind == "texts":
        value: Any = [one.strip() for one in text.split(",") if one.strip()]
    else:
        value = value_of(text, leaf.kind)
    at = entry
    for key in leaf.path[:-1]:
        at = at.setdefault(key, {})
    at[leaf.path[-1]] = value


def _skill(kind: EntryKind, said: str, catalogue: Catalogue) -> Written:
    """A skill that is taught or asked for, as its list has it."""
    name, _sign, number = said.partition("=")
    (match,) = match_claims([Claim(name.strip())], catalogue)
    if match.skill is None or match.status != "matched":
        message = _("unknown skill {name}").format(name=name.strip())
        near = ", ".join(one.skill.id for one in match.candidates[:3])
        hint = _("did you mean {name}?").format(name=near) if near else None
        raise UnknownNameError(Problem("error", "entry", message, hint=hint))
    level = value_of(number.strip(), "whole")
    if kind == "credential":
        return {"skill": match.skill.id} | ({"level": level} if level else {})
    return {
        "skill": match.skill.id,
        "relation": "essential",
        "importance": level or _IMPORTANCE,
    }


def _refuse_missing(kind: EntryKind, entry: Written) -> None:
    """Stop where a key is missing without which the catalogue would not open."""
    keys = [key.name for key in _TABLES[kind].keys if key.required]
    missing = [key for key in keys if key not in entry]
    if missing:
        message = _("still missing: {names}").format(names=", ".join(missing))
        options = " ".join(
            f"--skill {_('SKILL')}"
            if key in _SKILLS.values()
            else f"--set {key if key != 'source' else 'source.url'}=..."
            for key in missing
        )
        hint = _("add {options}").format(options=options)
        raise UsageError(Problem("error", "usage", message, hint=hint))
