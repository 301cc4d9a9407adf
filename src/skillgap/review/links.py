"""Rules about what is asked for and what is taught: whether the two meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, ngettext
from skillgap.record import Record
from skillgap.review.reviewed import Finding, Reviewed, finds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAMED = 5


class _Ends(Record):
    """The skills that are asked for and those that are taught, by id.

    Whoever holds a skill holds its broader ones, so both count for those as well.
    """

    asked: set[str]
    taught: set[str]


def _ends(reviewed: Reviewed) -> _Ends:
    asked = {
        each.skill for one, _kept in reviewed.occupations() for each in one.requirements
    }
    taught = {
        each.skill for one, _kept in reviewed.credentials() for each in one.develops
    }
    broader = (reviewed.catalogue.ancestors(skill) for skill in sorted(taught))
    return _Ends(asked, taught.union(*broader))


@finds("SG210", "warning")
def idle_skill(reviewed: Reviewed) -> Iterator[Finding]:
    """No occupation asks for a skill and no credential teaches it.

    Nor for any skill that is broader or narrower: whoever has it gains nothing here.
    """
    asked, taught = _ends(reviewed)
    served = asked | taught
    catalogue = reviewed.catalogue
    for skill, kept in reviewed.skills():
        around = catalogue.ancestors(skill.id) | catalogue.descendants(skill.id)
        if served.isdisjoint((skill.id, *around)):
            message = _("nobody asks for the skill {skill}, and nobody teaches it")
            hint = _("take it out, or say which skill is broader")
            yield Finding(kept.place(), message.format(skill=skill.id), hint)


@finds("SG211", "note")
def skills_not_taught(reviewed: Reviewed) -> Iterator[Finding]:
    """Skills are asked for that no credential teaches, not even by a narrower one.

    They are told together, by their number; nothing is said of a catalogue without
    credentials.
    """
    asked, taught = _ends(reviewed)
    if taught:
        yield from _together(
            reviewed,
            asked - taught,
            lambda count: ngettext(
                "{number} skill is asked for and not taught: {names}",
                "{number} skills are asked for and not taught: {names}",
                count,
            ),
        )


@finds("SG212", "note")
def skills_not_asked_for(reviewed: Reviewed) -> Iterator[Finding]:
    """Skills are taught that no occupation asks for, nor for a broader one.

    They are told together, by their number.
    """
    asked, _taught = _ends(reviewed)
    developed = {
        each.skill for one, _kept in reviewed.credentials() for each in one.develops
    }
    catalogue = reviewed.catalogue
    idle = {
        skill
        for skill in developed
        if asked.isdisjoint((skill, *catalogue.ancestors(skill)))
    }
    if asked:
        yield from _together(
            reviewed,
            idle,
            lambda count: ngettext(
                "{number} skill is taught and not asked for: {names}",
                "{number} skills are taught and not asked for: {names}",
                count,
            ),
        )


def _together(
    reviewed: Reviewed, ids: set[str], message: Callable[[int], str]
) -> Iterator[Finding]:
    """One finding for all, at the place of the first."""
    places = reviewed.defined("skill")
    found = sorted(ids & places.keys(), key=lambda id_: places[id_])
    if found:
        names = ", ".join(found[:_NAMED])
        if len(found) > _NAMED:
            names += ", …"
        text = message(len(found)).format(number=len(found), names=names)
        yield Finding(places[found[0]], text)


@finds("SG213", "warning")
def unserved_occupation(reviewed: Reviewed) -> Iterator[Finding]:
    """No credential teaches any of the skills that an occupation asks for.

    Nothing is said of a catalogue without credentials.
    """
    _asked, taught = _ends(reviewed)
    for occupation, kept in reviewed.occupations() if taught else ():
        skills = [each.skill for each in occupation.requirements]
        if skills and taught.isdisjoint(skills):
            message = _("no credential serves any requirement of {occupation}")
            place = kept.place("requirements")
            yield Finding(place, message.format(occupation=occupation.id))
