"""What a sound profile says that the catalogue does not know, by place."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Any

from skillgap.cli.targets import find_occupation
from skillgap.errors import Problem, UnknownNameError
from skillgap.locale import _, current_language
from skillgap.matching.counted import matched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from skillgap.catalogue import Catalogue
    from skillgap.model import Match
    from skillgap.profile.read import Read

MOST_CANDIDATES = 3
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def findings(path: Path, read: Read, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Ids that stand for nothing, words that are not understood, an open file."""
    found = [
        *_unknown_ids(read, catalogue),
        *_not_understood(read, catalogue),
        *_no_occupations(read, catalogue),
    ]
    found.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
    return (*found, *_readable(path))


def _unknown_ids(read: Read, catalogue: Catalogue) -> Iterator[Problem]:
    profile = read.profile
    asked: tuple[tuple[str, str, Callable[[str], Any]], ...] = (
        ("claims", "skill", catalogue.skill),
        ("corrections", "skill", catalogue.skill),
        ("awards", "credential", catalogue.credential),
    )
    for part, key, get in asked:
        for index, one in enumerate(getattr(profile, part)):
            identifier = getattr(one, key)
            if identifier and not _is_known(get, identifier):
                yield _unknown(read, (part, index, key), key, identifier)


def _is_known(get: Callable[[str], Any], identifier: str) -> bool:
    try:
        get(identifier)
    except KeyError:
        return False
    return True


def _unknown(
    read: Read, at: tuple[str | int, ...], key: str, identifier: str
) -> Problem:
    if key == "skill":
        message = _("“{name}” is no skill of this catalogue.")
        hint = _("skillgap list skills --search WORDS finds them by words.")
    else:
        message = _("“{name}” is no credential of this catalogue.")
        hint = _("skillgap list credentials --search WORDS finds them by words.")
    rule = "SG141" if key == "skill" else "SG142"
    return read.problem("warning", rule, message.format(name=identifier), at, hint)


def _not_understood(read: Read, catalogue: Catalogue) -> Iterator[Problem]:
    from skillgap.profile.counted import Counted

    profile = read.profile
    places = [(("claims", at), claim) for at, claim in enumerate(profile.claims)]
    places += [
        (("learning", at, "skills", number), skill)  # type: ignore[misc]
        for at, learnt in enumerate(profile.learning)
        for number, skill in enumerate(learnt.skills)
    ]
    claims = [Counted(claim) for _place, claim in places]
    matches = matched(claims, catalogue, profile.corrections)
    for (place, _claim), match in zip(places, matches, strict=True):
        if match.status != "matched":
            yield read.problem("note", "SG143", _told(match), place, _remedy(match))


def _told(match: Match) -> str:
    if match.status == "unsure":
        text = _("“{phrase}” could mean several skills, so it is not counted")
    else:
        text = _("“{phrase}” is not understood, so it is not counted")
    return text.format(phrase=match.phrase)


def _remedy(match: Match) -> str:
    from skillgap.cli.references import pasteable

    near = [each.skill for each in match.candidates[:MOST_CANDIDATES]]
    name = near[0].id if near else "SKILL"
    remedy = _("say what it means: {command}").format(
        command=f"skillgap profile confirm {pasteable(match.phrase)} {name}"
    )
    if len(near) <= 1:
        return remedy
    language = current_language()
    labels = ", ".join(skill.label.in_language(language) for skill in near)
    return _("{remedy} (near: {labels})").format(remedy=remedy, labels=labels)


def _no_occupations(read: Read, catalogue: Catalogue) -> Iterator[Problem]:
    for index, target in enumerate(read.profile.targets):
        try:
            find_occupation(target, catalogue)
        except UnknownNameError as error:
            (told,) = error.problems
            place = ("targets", index)
            yield read.problem("warning", "SG144", told.message, place, told.hint)


def _readable(path: Path) -> Iterator[Problem]:
    if os.name == "posix" and path.stat().st_mode & OTHERS:
        message = _("others on this computer may read or change this file")
        hint = f"chmod 600 {path}"
        yield Problem("note", "SG145", message, str(path), hint=hint)
