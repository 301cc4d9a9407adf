"""Why a credential is recommended, in plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.quantities import percent
from skillgap.render.views.parts import basis_name, quoted, said
from skillgap.render.words import level, relation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.model import Basis, Comparison, Reason


def reason_sentence(
    reason: Reason, bases: Mapping[str, Basis], *, named: bool = True
) -> str:
    """What is asked for and by whose rating, where it starts, where it leads.

    ``named`` puts the occupation first; one that is alone goes without saying.
    """
    comparison = reason.comparison
    text = " ".join(
        (
            asked_words(comparison, bases),
            step_words(comparison, reason.already, reason.reached),
            share_words(reason.share),
        )
    )
    if not named:
        return text
    return named_words(said(reason.occupation.title), text)


def named_words(title: str, text: str) -> str:
    """A sentence behind the title of the occupation that it is about."""
    return _("{label}: {value}").format(label=title, value=text)


def asked_words(comparison: Comparison, bases: Mapping[str, Basis]) -> str:
    """What is asked for, and by whose rating."""
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


def step_words(comparison: Comparison, before: int, after: int) -> str:
    """From which level to which a credential takes someone who has what they have."""
    reached = level(after)
    if before > comparison.have:
        return _(
            "The credentials above already take you to {start} level; this one takes"
            " you to {reached} level."
        ).format(start=level(before), reached=reached)
    if before == 0:
        return _("You do not have it yet; this takes you to {reached} level.").format(
            reached=reached
        )
    start = level(before)
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


def share_words(share: float) -> str:
    """What that adds to the coverage, as a share from 0 to 1."""
    return _("It adds {share} to your coverage.").format(share=percent(share))
