"""Why a credential is recommended, in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.quantities import percent
from skillgap.render.views.parts import basis_name, quoted, said
from skillgap.render.words import level, relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.model import Basis, Reason


def reason_sentence(
    reason: Reason, bases: Mapping[str, Basis], *, named: bool = True
) -> str:
    """What is asked for and by whose rating, where it starts, where it leads.

    ``named`` puts the occupation first; one that is alone goes without saying.
    """
    text = " ".join((_asked(reason, bases), _step(reason), _share(reason)))
    if not named:
        return text
    return _("{label}: {value}").format(label=said(reason.occupation.title), value=text)


def _asked(reason: Reason, bases: Mapping[str, Basis]) -> str:
    comparison = reason.comparison
    requirement = comparison.requirement
    template = _(
        "{skill} is asked for at {level} level; {relation}, importance {importance} of"
        " 5 (rated by: {basis})."
    )
    if comparison.need_basis == "assumed":
        template = _(
            "{skill} is asked for at {level} level (assumed); {relation}, importance"
            " {importance} of 5 (rated by: {basis})."
        )
    return template.format(
        skill=quoted(said(comparison.skill.label)),
        level=level(comparison.need),
        relation=relation(requirement.relation),
        importance=requirement.importance,
        basis=basis_name(requirement, bases),
    )


def _step(reason: Reason) -> str:
    comparison, reached = reason.comparison, level(reason.reached)
    if reason.already > comparison.have:
        return _(
            "The credentials above already take you to {start} level; this one takes"
            " you to {reached} level."
        ).format(start=level(reason.already), reached=reached)
    if reason.already == 0:
        return _("You do not have it yet; this takes you to {reached} level.").format(
            reached=reached
        )
    start = level(reason.already)
    if comparison.satisfied_by is not None:
        return _(
            "You have it at {start} level through {skill}; this takes you to {reached}"
            " level."
        ).format(
            start=start,
            skill=quoted(said(comparison.satisfied_by.label)),
            reached=reached,
        )
    return _("You have it at {start} level; this takes you to {reached} level.").format(
        start=start, reached=reached
    )


def _share(reason: Reason) -> str:
    return _("It adds {share} to your coverage.").format(share=percent(reason.share))
