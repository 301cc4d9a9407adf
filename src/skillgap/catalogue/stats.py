"""Figures on a catalogue: how much of what work asks for is taught, and what is old."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.catalogue.catalogue import Catalogue
    from skillgap.model.catalogue import (
        CatalogueSource,
        Field,
        Issuer,
        Occupation,
        SkillKind,
    )

SEED_CODES = (
    "12200",
    "14200",
    "13102",
    "22221",
    "22220",
    "11202",
    "21232",
    "21234",
    "30010",
    "13112",
    "12111",
)
"""NOC codes of the occupations that the first five fields of the catalogue lead to."""

MAX_AGE_DAYS = 730
"""Facts older than this are called stale."""

_DATES = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?(?![0-9])")


class TaughtShare(Record):
    """Of the requirements of some occupations, those whose skill is taught.

    A skill is taught where a credential develops it or a narrower one. ``nocs`` is
    empty for all occupations, ``kinds`` for all kinds of skill.
    """

    name: str
    taught: int
    total: int
    nocs: tuple[str, ...] = ()
    kinds: tuple[SkillKind, ...] = ()

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where there is no requirement."""
        return self.taught / self.total if self.total else None


class FieldCount(Record):
    """How many occupations and credentials a field has."""

    field: Field
    occupations: int
    credentials: int


class IssuerCount(Record):
    """How many credentials an issuer grants."""

    issuer: Issuer
    credentials: int


class StaleFact(Record):
    """A fact that is old: what it is about, and the date that its source gives it."""

    kind: str
    id: str
    as_of: str


class CatalogueStats(Record):
    """The figures of ``catalogue stats``."""

    skills: int
    occupations: int
    credentials: int
    counts: dict[str, int]
    issuers: tuple[IssuerCount, ...]
    fields: tuple[FieldCount, ...]
    taught_share: tuple[TaughtShare, ...]
    stale: tuple[StaleFact, ...]
    sources: tuple[CatalogueSource, ...]


def catalogue_stats(
    catalogue: Catalogue,
    today: date,
    *,
    nocs: tuple[str, ...] = SEED_CODES,
    max_age_days: int = MAX_AGE_DAYS,
) -> CatalogueStats:
    """Count a catalogue.

    Args:
        catalogue: the catalogue.
        today: the day from which ages are counted.
        nocs: the occupations that are also counted apart, by NOC code.
        max_age_days: facts older than this are listed as stale.
    """
    counts = catalogue.counts()
    return CatalogueStats(
        counts["skills"],
        counts["occupations"],
        counts["credentials"],
        counts,
        _issuers(catalogue),
        _fields(catalogue),
        _taught_shares(catalogue, nocs),
        tuple(_stale(catalogue, today, max_age_days)),
        catalogue.sources(),
    )


def _issuers(catalogue: Catalogue) -> tuple[IssuerCount, ...]:
    granted = [credential.issuer.id for credential in catalogue.all_credentials()]
    return tuple(
        IssuerCount(issuer, granted.count(issuer.id)) for issuer in catalogue.issuers()
    )


def _fields(catalogue: Catalogue) -> tuple[FieldCount, ...]:
    work = [occupation.field for occupation in catalogue.all_occupations()]
    study = [credential.field for credential in catalogue.all_credentials()]
    return tuple(
        FieldCount(field, work.count(field.id), study.count(field.id))
        for field in catalogue.fields()
    )


def _taught_shares(
    catalogue: Catalogue, nocs: tuple[str, ...]
) -> tuple[TaughtShare, ...]:
    kinds: tuple[SkillKind, ...] = ("technical", "knowledge")
    everyone = catalogue.all_occupations()
    seeds = [o for o in everyone if o.noc in nocs]
    present = sorted({o.noc for o in seeds if o.noc})
    taught = _taught(catalogue)
    kind_of = {skill.id: skill.kind for skill in catalogue.all_skills()}

    def count(
        name: str,
        occupations: Iterable[Occupation],
        codes: tuple[str, ...] = (),
        only: tuple[SkillKind, ...] = (),
    ) -> TaughtShare:
        asked = [
            requirement.skill in taught
            for occupation in occupations
            for requirement in occupation.requirements
            if not only or kind_of[requirement.skill] in only
        ]
        return TaughtShare(name, sum(asked), len(asked), codes, only)

    return (
        count("all", everyone),
        count("technical_and_knowledge", everyone, (), kinds),
        count("seeds", seeds, nocs),
        count("seeds_technical_and_knowledge", seeds, nocs, kinds),
        *(
            count(noc, [o for o in seeds if o.noc == noc], (noc,), kinds)
            for noc in present
        ),
    )


def _taught(catalogue: Catalogue) -> set[str]:
    """The skills that some credential develops, itself or by a narrower one."""
    taught: set[str] = set()
    for credential in catalogue.all_credentials():
        for development in credential.develops:
            if development.skill not in taught:
                taught.add(development.skill)
                taught |= catalogue.ancestors(development.skill)
    return taught


def _stale(catalogue: Catalogue, today: date, max_age_days: int) -> Iterator[StaleFact]:
    for kind, id_, stated in _dated(catalogue):
        latest = latest_date(stated, today)
        if latest and (today - latest[0]).days > max_age_days:
            yield StaleFact(kind, id_, latest[1])


def _dated(catalogue: Catalogue) -> Iterator[tuple[str, str, str | None]]:
    """Every fact that has a date of its own: its kind, its record's id and the date."""
    for credential in catalogue.all_credentials():
        yield "credential", credential.id, credential.source.as_of
        yield "cost", credential.id, credential.cost_as_of
    for occupation in catalogue.all_occupations():
        if occupation.wage:
            yield "wage", occupation.id, occupation.wage.period
        if occupation.outlook:
            yield "outlook", occupation.id, occupation.outlook.period
        for fact in occupation.demand:
            yield "demand", occupation.id, fact.period
    for program in catalogue.funding():
        for rule in program.rules:
            yield "funding", f"{program.id}/{rule.id}", rule.as_of


def latest_date(stated: str | None, today: date) -> tuple[date, str] | None:
    """The latest date in a text that is not in the future, as the day it ends on.

    A projection for 2024-2033 counts as made in 2024, a wage of 2023-2024 as of 2024.
    """
    found = []
    for match in _DATES.finditer(stated or ""):
        days = _days(*(int(part) if part else None for part in match.groups()))
        if days and days[0] <= today:
            found.append((min(days[1], today), match[0]))
    return max(found, default=None)


def _days(
    year: int | None, month: int | None = None, day: int | None = None
) -> tuple[date, date] | None:
    """The first and the last day of a year, a month or a day; None if it is none."""
    try:
        first = date(year or 0, month or 1, day or 1)
        if day:
            return first, first
        after = date(first.year + (month in {None, 12}), (month or 12) % 12 + 1, 1)
    except ValueError:
        return None
    return first, after - timedelta(days=1)
