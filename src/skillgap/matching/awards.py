"""The credentials that a person holds, as the catalogue knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue import Catalogue
    from skillgap.model import AwardedCredential, Credential


def linked(
    awards: Iterable[AwardedCredential], catalogue: Catalogue
) -> tuple[AwardedCredential, ...]:
    """The awards, each with the id of the catalogue's credential that it surely is.

    An award that names no id is one of the catalogue's where name and issuer (if the
    award says one) are the same and no other credential bears that name.
    """
    awards = tuple(awards)
    if all(award.credential for award in awards):
        return awards
    named: dict[str, list[Credential]] = {}
    for credential in catalogue.all_credentials():
        for key in {label_key(name) for name in credential.name if name}:
            named.setdefault(key, []).append(credential)
    return tuple(
        award if award.credential else _linked(award, named) for award in awards
    )


def _linked(
    award: AwardedCredential, named: dict[str, list[Credential]]
) -> AwardedCredential:
    found = named.get(label_key(award.name), [])
    if award.issuer:
        issuer = label_key(award.issuer)
        found = [
            one
            for one in found
            if issuer in {label_key(name) for name in one.issuer.name if name}
        ]
    return award._replace(credential=found[0].id) if len(found) == 1 else award


def credentials_held(
    awards: Iterable[AwardedCredential], catalogue: Catalogue
) -> tuple[Credential, ...]:
    """The catalogue's own among the awards that count; others may have other ids."""
    from skillgap.profile.counted import held_credentials

    found = []
    for identifier in held_credentials(linked(awards, catalogue)):
        try:
            found.append(catalogue.credential(identifier))
        except KeyError:
            continue
    return tuple(found)
