"""A catalogue taken as a base, and facts of other sources added to its occupations.

What the catalogue says already stands. Where a source says otherwise, both are shown as
a conflict; only where a person asks for it does the source's value take its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from skillgap.formats.intake import Intake
from skillgap.model.intake import Conflict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue.written import Content
    from skillgap.formats.intake import Tally
    from skillgap.model import Basis, CatalogueSource, Fact, Occupation, Wage


class Base(NamedTuple):
    """The catalogue that facts are added to; ``overwrite`` where they take over."""

    content: Content
    overwrite: bool = False


class Additions:
    """Occupations of a base by their codes, while facts are added to them."""

    def __init__(self, base: Base) -> None:
        self.base = base
        self.conflicts: list[Conflict] = []
        self._occupations = {each.id: each for each in base.content.occupations}
        self._by_noc: dict[str, list[str]] = {}
        for each in base.content.occupations:
            if each.noc:
                self._by_noc.setdefault(each.noc, []).append(each.id)

    def coded(self, noc: str | None) -> tuple[Occupation, ...]:
        """The occupations with a NOC code."""
        ids = self._by_noc.get(noc or "", ())
        return tuple(self._occupations[id_] for id_ in ids)

    def one(self, id_: str) -> Occupation:
        """The occupation with an id as it is by now."""
        return self._occupations[id_]

    def all(self) -> tuple[Occupation, ...]:
        """Every occupation as it is by now."""
        return tuple(self._occupations.values())

    def keep(self, occupation: Occupation) -> None:
        """Take the place of the occupation with the same id."""
        self._occupations[occupation.id] = occupation

    def give_wage(self, occupation: Occupation, wage: Wage) -> bool:
        """Give an occupation a wage; False where it keeps its own."""
        own = occupation.wage
        if own and not self._yields(occupation, "wage", own, wage):
            return False
        self.keep(occupation._replace(wage=wage))
        return True

    def give_outlook(self, occupation: Occupation, outlook: Fact) -> bool:
        """Give an occupation an outlook; False where it keeps its own."""
        own = occupation.outlook
        if own and not self._yields(occupation, "outlook", own, outlook):
            return False
        self.keep(occupation._replace(outlook=outlook))
        return True

    def add_demand(self, occupation: Occupation, fact: Fact) -> bool:
        """Add a sign of demand; False where it is there, or another one stands."""
        demand = self._with(occupation, "demand", occupation.demand, fact)
        if demand is None:
            return False
        self.keep(occupation._replace(demand=demand))
        return True

    def add_regional_outlook(self, occupation: Occupation, outlook: Fact) -> bool:
        """Add an outlook of a region; False where the region has one."""
        facts = occupation.outlook_regional
        regional = self._with(occupation, "outlook_regional", facts, outlook)
        if regional is None:
            return False
        self.keep(occupation._replace(outlook_regional=regional))
        return True

    def _with(
        self, occupation: Occupation, key: str, facts: tuple[Fact, ...], fact: Fact
    ) -> tuple[Fact, ...] | None:
        """The facts with one more: of a kind, region and period there is one."""
        mark = (fact.kind, fact.region, fact.period)
        for own in facts:
            if (own.kind, own.region, own.period) == mark:
                if not self._yields(occupation, key, own, fact):
                    return None
                facts = tuple(each for each in facts if each is not own)
        return (*facts, fact)

    def _yields(
        self, occupation: Occupation, key: str, own: Wage | Fact, other: Wage | Fact
    ) -> bool:
        """Whether a fact gives way to another; two that differ are a conflict."""
        if own._replace(source=other.source) == other:
            return False
        self.conflict(occupation.id, key, own, other, other.source)
        return self.base.overwrite

    def conflict(
        self,
        record: str,
        key: str,
        own: object,
        other: object,
        source: str,
    ) -> None:
        """Record what a source says otherwise."""
        kept, given = (other, own) if self.base.overwrite else (own, other)
        self.conflicts.append(Conflict(record, key, said(kept), said(given), source))

    def intake(self, source: CatalogueSource, tally: Tally) -> Intake:
        """What came of one file."""
        content, conflicts = self.content((source,)), tuple(self.conflicts)
        return Intake(content, (tally.counted(),), conflicts=conflicts)

    def content(
        self, sources: Iterable[CatalogueSource], bases: Iterable[Basis] = ()
    ) -> Content:
        """The base with what was added, and the sources named with their licences."""
        content = self.base.content
        if self.all() == content.occupations:
            return content
        about = content.about
        known = {source.id for source in about.sources}
        named = {basis.id for basis in about.bases}
        about = about._replace(
            sources=(*about.sources, *(s for s in sources if s.id not in known)),
            bases=(*about.bases, *(b for b in bases if b.id not in named)),
        )
        return content._replace(about=about, occupations=self.all())


def said(value: object) -> str:
    """A value of a record in a few words."""
    if isinstance(value, tuple):
        return " ".join(str(part) for part in value if part is not None)
    return str(value)
