"""Why a credential is recommended, in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.quantities import percent
from skillgap.render.views.parts import basis_name, quoted, said
from skillgap.render.words import level, level_with_basis, relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.model import Basis, Reason


def reason_sentence(reason: Reason, bases: Mapping[str, Basis]) -> str:
    """What is asked for and by whose rating, where it starts, where it leads."""
    return " ".join((_asked(reason, bases), _step(reason), _share(reason)))


def _asked(reason: Reason, bases: Mapping[str, Basis]) -> str:
    comparison = reason.comparison
    requirement = comparison.requirement
    return _(
        "{occupation} asks for {skill} at level {level}: {relation}, importance"
        " {importance} of 5, as rated by: {basis}."
    ).format(
        occupation=said(reason.occupation.title),
        skill=quoted(said(comparison.skill.label)),
        level=level_with_basis(comparison.need, comparison.need_basis),
        relation=relation(requirement.relation),
        importance=requirement.importance,
        basis=basis_name(requirement, bases),
    )


def _step(reason: Reason) -> str:
    comparison, reached = reason.comparison, level(reason.reached)
    if reason.already > comparison.have:
        return _(
            "The credentials above already take you to {start}; this one takes you to"
            " {reached}."
        ).format(start=level(reason.already), reached=reached)
    if reason.already == 0:
        return _("You do not have it yet; this takes you to {reached}.").format(
            reached=reached
        )
    start = level_with_basis(reason.already, comparison.have_basis)
    if comparison.satisfied_by is not None:
        return _(
            "You have it at {start} through {skill}; this takes you to {reached}."
        ).format(
            start=start,
            skill=quoted(said(comparison.satisfied_by.label)),
            reached=reached,
        )
    return _("You have it at {start}; this takes you to {reached}.").format(
        start=start, reached=reached
    )


def _share(reason: Reason) -> str:
    return _("It adds {share} of the coverage.").format(share=percent(reason.share))
