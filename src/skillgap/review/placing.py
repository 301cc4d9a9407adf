"""Offers of a list placed in a catalogue: which credential each is, or a new one.

A credential is the same where its issuer and its name are, by label (case, accents,
plurals and punctuation aside) in either language, or so alike that the matcher takes
one for a misspelling of the other; a number that differs always tells two apart.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from skillgap.formats.identifiers import slug, unique_ids
from skillgap.formats.intake import Tally
from skillgap.locale import _
from skillgap.matching.likeness import likeness
from skillgap.model import Issuer, Text
from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap.catalogue.written import Content
    from skillgap.formats.offers import Offer
    from skillgap.model import Credential

LEAST = 0.93
"""The likeness from which two names of one issuer's are taken for the same."""

_NUMBER = re.compile(r"[0-9]+|\b[ivx]+\b")
_LEGAL = re.compile(r"\b(?:of applied arts and technology|inc|ltd|the)\b")


class Placed(Record):
    """An offer with the credential that it is, or the id that it gets."""

    offer: Offer
    id: str
    issuer: Issuer
    credential: Credential | None = None


class Placing(Record):
    """Where the offers belong, the account, and the names taken for one another."""

    placed: tuple[Placed, ...]
    tally: Tally
    taken: tuple[tuple[str, str], ...]


def place_offers(offers: Iterable[Offer], content: Content, name: str) -> Placing:
    """Find the credential of each offer; one that stands in the list twice is dropped.

    Args:
        offers: what the source says.
        content: the catalogue.
        name: what the account calls the source.
    """
    issuers = _Issuers(content.issuers)
    shelves = _Shelves(content.credentials)
    tally = Tally(name)
    found: list[tuple[Offer, Issuer, Credential | None]] = []
    met: set[str] = set()
    for offer in offers:
        issuer = issuers.of(offer)
        credential = shelves.find(issuer, offer)
        if credential is not None and credential.id in met:
            tally.drop(_("stands there twice"), offer.place)
            continue
        if credential is None and not shelves.add(issuer, offer):
            tally.drop(_("stands there twice"), offer.place)
            continue
        met |= {credential.id} if credential else set()
        found.append((offer, issuer, credential))
    ids = _ids(found, [each.id for each in content.credentials])
    placed = (Placed(o, id_, i, c) for (o, i, c), id_ in zip(found, ids, strict=True))
    return Placing(tuple(placed), tally, tuple(shelves.taken))


def _ids(
    found: Sequence[tuple[Offer, Issuer, Credential | None]], taken: list[str]
) -> list[str]:
    """The ids: that of the credential, else of issuer and name, and else numbered."""
    new = [(offer, issuer) for offer, issuer, known in found if known is None]
    names = [
        (f"{issuer.id} {offer.name.en or offer.name.fr}", offer.kind)
        for offer, issuer in new
    ]
    made = iter(unique_ids(names, taken))
    ids = []
    for offer, _issuer, known in found:
        fresh = None if known else next(made)
        own = offer.id if offer.id and offer.id not in taken else None
        ids.append(known.id if known else (own or str(fresh)))
    return ids


class _Issuers:
    """The issuers of a catalogue by their names, and the new ones of a list."""

    def __init__(self, issuers: Iterable[Issuer]) -> None:
        self._by_key: dict[str, Issuer] = {}
        self._by_id: dict[str, Issuer] = {}
        for issuer in issuers:
            self._keep(issuer)

    def of(self, offer: Offer) -> Issuer:
        """The issuer of an offer; a new one where no name is alike."""
        if offer.issuer_id and offer.issuer_id in self._by_id:
            return self._by_id[offer.issuer_id]
        keys = _keys(offer.issuer, _LEGAL)
        for key in keys:
            if key in self._by_key:
                return self._by_key[key]
        alike = _alike(keys, self._by_key)
        if alike is None:
            name = offer.issuer.en or offer.issuer.fr or ""
            (made,) = unique_ids([(name, "issuer")], self._by_id)
            issuer = Issuer(offer.issuer_id or made, offer.issuer, _kind_of(name))
            self._keep(issuer)
            return issuer
        return self._by_key[alike]

    def _keep(self, issuer: Issuer) -> None:
        self._by_id[issuer.id] = issuer
        for key in _keys(issuer.name, _LEGAL):
            self._by_key.setdefault(key, issuer)


class _Shelves:
    """The credentials of each issuer by the keys of their names."""

    def __init__(self, credentials: Iterable[Credential]) -> None:
        self._by_id: dict[str, Credential] = {}
        self._shelves: dict[str, dict[str, Credential | None]] = {}
        self.taken: list[tuple[str, str]] = []
        for each in credentials:
            self._by_id[each.id] = each
            shelf = self._shelves.setdefault(each.issuer.id, {})
            for key in _keys(each.name):
                shelf.setdefault(key, each)

    def find(self, issuer: Issuer, offer: Offer) -> Credential | None:
        if offer.id and offer.id in self._by_id:
            return self._by_id[offer.id]
        shelf = self._shelves.get(issuer.id, {})
        keys = _keys(offer.name)
        for key in keys:
            if key in shelf:
                return shelf[key]
        alike = _alike(keys, shelf)
        found = shelf[alike] if alike else None
        if found is not None:
            self.taken.append((_said(offer.name), _said(found.name)))
        return found

    def add(self, issuer: Issuer, offer: Offer) -> bool:
        """Take a new one in; False where it stands there already."""
        shelf = self._shelves.setdefault(issuer.id, {})
        keys = _keys(offer.name)
        if any(key in shelf for key in keys):
            return False
        shelf.update(dict.fromkeys(keys))
        return True


def _alike(keys: Sequence[str], known: Iterable[str]) -> str | None:
    """The key that is most alike, where it is alike enough and has the same numbers."""
    known = list(known)
    used = Counter(word for key in known for word in set(key.split()))
    common = frozenset(word for word, count in used.items() if count > 1)
    best, nearest = LEAST, None
    for key in keys:
        for other in known:
            if _NUMBER.findall(key) != _NUMBER.findall(other):
                continue
            score = min(likeness(key, other, common), likeness(other, key, common))
            if score >= best:
                best, nearest = score, other
    return nearest


def _keys(text: Text, without: re.Pattern[str] | None = None) -> tuple[str, ...]:
    keys = [label_key(label) for label in text if label]
    if without is not None:
        keys = [" ".join(without.sub(" ", key).split()) or key for key in keys]
    return tuple(dict.fromkeys(keys))


def _said(text: Text) -> str:
    return text.en or text.fr or ""


def _kind_of(name: str) -> str:
    words = slug(name).split("-")
    if {"university", "universite"} & {*words}:
        return "university"
    if {"college", "polytechnic", "institute", "cegep", "cite"} & {*words}:
        return "college"
    if {"association", "council", "society", "conseil"} & {*words}:
        return "association"
    return "other"
