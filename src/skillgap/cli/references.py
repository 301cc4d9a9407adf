"""What the ids in records stand for: the tables that a view needs to explain itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import current_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue import Catalogue
    from skillgap.cli.options import Person
    from skillgap.model import Basis, CatalogueSource, Field, Match, Occupation


_PLAIN = frozenset("_@%+=:,./-")
"""Signs that no shell of Unix reads as anything else (as ``shlex.quote`` has it)."""

_SPECIAL = frozenset('"\\$`!%')


def bases_of(catalogue: Catalogue) -> dict[str, Basis]:
    """Who rates how important a requirement is, by id."""
    return {basis.id: basis for basis in catalogue.bases()}


def sources_of(catalogue: Catalogue) -> dict[str, CatalogueSource]:
    """The works that facts come from, by id."""
    return {source.id: source for source in catalogue.sources()}


def fields_of(catalogue: Catalogue) -> dict[str, Field]:
    """The fields of work and study, by id."""
    return {field.id: field for field in catalogue.fields()}


def next_command(verb: str, person: Person, *rest: str) -> str:
    """A command worth trying next, with the same phrases, ready to be pasted."""
    parts = ["skillgap", verb, *rest, *_said(person)]
    return " ".join(part if part == "..." else pasteable(part) for part in parts)


def perhaps_meant(matches: Iterable[Match]) -> tuple[str, ...]:
    """The command with the skills that unsure phrases perhaps mean, if any."""
    language = current_language()
    unsure = [each.candidates[0] for each in matches if each.status == "unsure"]
    names = dict.fromkeys(each.skill.label.in_language(language) for each in unsure)
    said = " ".join(f"-s {pasteable(name)}" for name in names)
    return (f"skillgap recommend {said}",) if names else ()


def pasteable(text: str) -> str:
    """A word of a command as every shell reads it.

    Double quotes are read alike by those of Unix and of Windows, as long as nothing in
    them has a meaning of its own.
    """
    if text.isascii() and text and all(one.isalnum() or one in _PLAIN for one in text):
        return text
    if all(one.isprintable() and one not in _SPECIAL for one in text):
        return f'"{text}"'
    import shlex

    return shlex.quote(text)


def aim_at(occupations: Iterable[Occupation], catalogue: Catalogue) -> list[str]:
    """The ``--for`` options that name these occupations shortly, and them alone."""
    language = current_language()
    names = []
    for each in occupations:
        several = len(catalogue.occupations_coded(each.noc)) > 1 if each.noc else False
        code = each.id if several else each.noc
        names.append(code or each.title.in_language(language))
    return [part for name in names for part in ("--for", name)]


def _said(person: Person) -> list[str]:
    parts = [part for each in person.skill or () for part in ("-s", each)]
    if person.skills:
        parts += ["--skills", person.skills]
    if person.skills_file and person.skills_file != "-":
        parts += ["--skills-file", person.skills_file]
    if person.profile:
        parts += ["--profile", str(person.profile)]
    if person.resume:
        parts += ["--resume", str(person.resume)]
    return parts
