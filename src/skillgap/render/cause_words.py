"""Why an answer may differ from an earlier one, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.views.parts import quoted

if TYPE_CHECKING:
    from skillgap.model.history import Cause

_DIGITS = 12


def cause_sentence(one: Cause) -> str:
    """Something that may be why an answer differs, as a sentence."""
    before, after = one.before or _("none"), one.after or _("none")
    texts = {
        "version": _("Another version of skillgap: {before} then, {after} now."),
        "catalogue": _("Another catalogue: {before} then, {after} now."),
        "catalogue_content": _(
            "The catalogue {name} has changed: {before} then, {after} now."
        ),
        "entry_changed": _("{kind} {name} has changed in the catalogue."),
        "entry_gone": _("{kind} {name} is no longer in the catalogue."),
        "entry_unused": _("{kind} {name} plays no part now."),
        "entry_new": _("{kind} {name} is new in the catalogue, or newly plays a part."),
        "inputs": _("Something else was asked: {name} differs."),
        "edited": _(
            "The record was changed after it was written: it does not have the "
            "fingerprint that it names."
        ),
    }
    if one.kind == "catalogue_content":
        before, after = _short(before), _short(after)
    name = quoted(one.subject) if one.entry_kind else one.subject
    kind = _entry_kind(one.entry_kind or "")
    return texts[one.kind].format(before=before, after=after, name=name, kind=kind)


def what_name(code: str) -> str:
    """What differs, as the name of a count."""
    names = {
        "target": _("occupation aimed at"),
        "coverage": _("coverage"),
        "coverage_planned": _("coverage after the plan"),
        "skill": _("skills covered or missing"),
        "first": _("first recommendation"),
        "recommended": _("recommendations"),
        "rank": _("order of recommendations"),
        "verdict": _("verdict"),
        "outcome": _("outcome of the plan"),
        "proof": _("proof of the plan"),
        "step": _("steps of the plan"),
        "order": _("order of the plan"),
        "start": _("first day"),
        "end": _("last day"),
        "hours": _("hours in all"),
        "cost": _("cost in all"),
        "credential_hours": _("hours of a credential"),
        "credential_cost": _("price of a credential"),
        "assumed_hours": _("assumed hours of a credential"),
        "assumed_cost": _("assumed price of a credential"),
        "match": _("what a phrase means"),
        "level": _("level of a skill"),
        "status": _("could be advised or not"),
        "problem": _("problems"),
    }
    return names.get(code) or _("something else")


def _entry_kind(code: str) -> str:
    names = {
        "skills": _("The skill"),
        "occupations": _("The occupation"),
        "credentials": _("The credential"),
    }
    return names.get(code, code)


def _short(fingerprint: str) -> str:
    return fingerprint.removeprefix("sha256:")[:_DIGITS]
