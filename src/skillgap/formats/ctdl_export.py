"""The credentials of a catalogue as CTDL's JSON-LD, as ``import ctdl`` reads them.

CTDL describes credentials, who owns them, what they cost, take and teach; it knows no
skills by themselves, no occupations and no importance. Records are named by
``urn:skillgap:...``, so that they are known again.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillgap.formats import ctdl_terms as ctdl
from skillgap.formats.esco_labels import on_one_line
from skillgap.formats.exports import Export, no_place, without_place, write_text
from skillgap.formats.intake import Tally
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.catalogue.written import Content
    from skillgap.model import Credential, Issuer, Quantity, Skill, Text

CARRIED = {
    "issuers": frozenset(("id", "name")),
    "credentials": frozenset(
        (
            *("id", "name", "issuer", "kind", "field", "hours", "weeks", "cost"),
            *("delivery", "languages", "prerequisites", "validity_years", "status"),
            "source",
        )
    ),
    "credentials_develops": frozenset(("skill",)),
}
"""The keys that have a place in CTDL, by table; some only in part (see ``_parts``)."""

_LONGEST = 300
_STATUS = {ours: theirs for theirs, ours in ctdl.STATUSES.items()}
_DELIVERY = {ours: theirs for theirs, ours in ctdl.DELIVERIES.items()}


def export(content: Content) -> Export:
    """The file, and the account of what it holds and of what it cannot hold."""
    owned = {one.issuer.id for one in content.credentials}
    issuers, credentials = Tally("issuers"), Tally("credentials")
    developed = Tally("credentials_develops")
    for issuer in content.issuers:
        if issuer.id in owned:
            issuers.keep()
        else:
            issuers.drop(_("owns no credential"), issuer.id)
    parts: dict[str, Tally] = {}
    for credential in content.credentials:
        credentials.keep()
        developed.keep(len(credential.develops))
        _parts(credential, parts)
    tallies = (issuers, credentials, developed, *parts.values())
    counted = tuple(tally.counted() for tally in tallies if tally.rows)
    more = without_place(content, CARRIED, no_place("CTDL"))
    pieces = _pieces(content, owned)
    return Export((*counted, *more), write=lambda path: write_text(path, pieces))


def _parts(credential: Credential, parts: dict[str, Tally]) -> None:
    """Count what of a key that has a place has none all the same."""

    def drop(key: str, reason: str) -> None:
        name = f"credentials: {key}"
        parts.setdefault(name, Tally(name)).drop(reason, credential.id)

    for key in ("hours", "weeks", "cost"):
        if _is_open(getattr(credential, key)):
            drop(key, _("a range of which one end is unknown"))
    source = credential.source
    if any((source.kind, source.as_of, source.note)):
        drop("source", _("only the address of a source has a place"))
    asked = credential.prerequisites
    if asked.groups:
        drop("prerequisites", _("only what is said in words has a place"))
    if credential.kind == "safety_certificate":
        drop("kind", _("CTDL has no safety certificates: they are certifications"))
    if credential.status not in (*_STATUS, "unknown"):
        drop("status", _("CTDL says active or deprecated, nothing in between"))


def _is_open(quantity: Quantity) -> bool:
    return quantity.basis == "range" and None in (quantity.low, quantity.high)


def _pieces(content: Content, owned: set[str]) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False).encode
    skills = {skill.id: skill for skill in content.skills}
    nodes = [_owner(one) for one in content.issuers if one.id in owned]
    yield f'{{\n"@context": {encode(ctdl.CONTEXT)},\n"@graph": ['
    for number, node in enumerate(nodes):
        yield f"{',' if number else ''}\n{encode(node)}"
    for number, credential in enumerate(content.credentials, len(nodes)):
        node = _node(credential, skills)
        yield f"{',' if number else ''}\n{encode(node)}"
    yield "\n]\n}\n"


def _owner(issuer: Issuer) -> dict[str, Any]:
    return {
        "@id": ctdl.urn("issuer", issuer.id),
        "@type": "ceterms:CredentialOrganization",
        ctdl.NAME: _texts(issuer.name),
    }


def _node(credential: Credential, skills: dict[str, Skill]) -> dict[str, Any]:
    asked = on_one_line(credential.prerequisites.text or "")[:_LONGEST]
    years = credential.validity_years
    values = {
        "@id": ctdl.urn("credential", credential.id),
        "@type": ctdl.type_of(credential.kind),
        ctdl.NAME: _texts(credential.name),
        ctdl.OWNED_BY: [ctdl.urn("issuer", credential.issuer.id)],
        ctdl.PAGE: credential.source.url,
        ctdl.SUBJECT: [_aligned(ctdl.urn("field", credential.field))],
        ctdl.DURATION: [*_lasting(credential.hours), *_lasting(credential.weeks)],
        ctdl.COST: list(_costing(credential.cost)),
        ctdl.DELIVERY: _word(ctdl.DELIVERY_PREFIX, _DELIVERY, credential.delivery),
        ctdl.STATUS: _word(ctdl.STATUS_PREFIX, _STATUS, credential.status),
        ctdl.LANGUAGE: list(credential.languages),
        ctdl.RENEWAL: ctdl.period_written(years, "year") if years else None,
        ctdl.REQUIRES: [{"@type": ctdl.CONDITION_PROFILE, ctdl.DESCRIPTION: asked}]
        if asked
        else [],
        ctdl.TEACHES: [
            _aligned(ctdl.urn("skill", one.skill), skills[one.skill].label)
            for one in credential.develops
        ],
    }
    return {name: value for name, value in values.items() if value}


def _texts(text: Text) -> dict[str, str]:
    pairs = (("en", text.en), ("fr", text.fr))
    return {name: on_one_line(said)[:_LONGEST] for name, said in pairs if said}


def _aligned(address: str, label: Text | None = None) -> dict[str, Any]:
    named = {ctdl.NODE_NAME: _texts(label)} if label else {}
    return {"@type": ctdl.ALIGNMENT, ctdl.NODE: address, **named}


def _word(prefix: str, terms: dict[Any, str], ours: str | None) -> list[dict[str, Any]]:
    return [_aligned(f"{prefix}{terms[ours]}")] if ours in terms else []


def _lasting(quantity: Quantity) -> Iterator[dict[str, Any]]:
    """A duration, or both ends of a range of durations."""
    if quantity.value is None or _is_open(quantity):
        return
    said = {ctdl.EXACT: quantity.value}
    if quantity.low is not None and quantity.high is not None:
        said = {ctdl.LEAST: quantity.low, ctdl.MOST: quantity.high}
    periods = {
        term: ctdl.period_written(number, quantity.unit)
        for term, number in said.items()
    }
    yield {"@type": ctdl.DURATION_PROFILE, **periods}


def _costing(quantity: Quantity) -> Iterator[dict[str, Any]]:
    """A price, or both ends of a range of prices."""
    if quantity.value is None or _is_open(quantity):
        return
    ends = (quantity.low, quantity.high) if quantity.basis == "range" else ()
    for price in ends or (quantity.value,):
        yield {
            "@type": ctdl.COST_PROFILE,
            ctdl.PRICE: price,
            ctdl.CURRENCY: quantity.unit,
        }
