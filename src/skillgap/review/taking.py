"""Offers taken into a catalogue: credentials that it has are updated, new ones added.

Of a credential that is there, hours, weeks, price and the standing with OSAP follow the
source; every value that is replaced is told. Nothing else of it is touched.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from skillgap.locale import _, ngettext
from skillgap.model import (
    CatalogueSource,
    Credential,
    Field,
    Prerequisites,
    Quantity,
    Source,
    Text,
)
from skillgap.model.intake import Conflict, Proposed
from skillgap.record import Record
from skillgap.review.decisions import developed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.catalogue.written import Content
    from skillgap.formats.intake import Tally
    from skillgap.model import Development
    from skillgap.review.decisions import Decisions
    from skillgap.review.placing import Placed, Placing

UNSORTED = Field("unsorted", Text("Not sorted yet", "Pas encore classé"))


class Origin(Record):
    """The source of offers: its record in the catalogue, and what kind it is."""

    source: CatalogueSource
    kind: str


class Taken(Record):
    """A catalogue with the offers in it, and what became of them.

    ``waiting`` are those without an accepted skill, which are not in it.
    """

    content: Content
    tally: Tally
    conflicts: tuple[Conflict, ...]
    proposed: tuple[Proposed, ...]
    notes: tuple[str, ...]
    waiting: int


def take(
    content: Content,
    placing: Placing,
    proposals: Mapping[str, tuple[Proposed, ...]],
    decisions: Decisions,
    origin: Origin,
) -> Taken:
    """Take offers into a catalogue.

    Args:
        content: the catalogue.
        placing: which credential each offer is.
        proposals: the skills proposed for the new ones.
        decisions: what a maintainer said of them.
        origin: where the offers come from.
    """
    taking = _Taking(content, origin)
    shown: list[Proposed] = []
    for placed in placing.placed:
        if placed.credential is not None:
            taking.update(placed, placed.credential, placing.tally)
            continue
        proposed = proposals.get(placed.id, ())
        judged = decisions.get(placed.id, {})
        develops = developed(placed, proposed, judged)
        kept = {each.skill for each in develops}
        shown += [each._replace(accepted=each.skill in kept) for each in proposed]
        taking.add(placed, develops, placing.tally)
    return Taken(
        taking.content(),
        placing.tally,
        tuple(taking.conflicts),
        tuple(shown),
        tuple(_notes(taking, placing)),
        taking.waiting,
    )


class _Taking:
    """The credentials of a catalogue while offers are taken in."""

    def __init__(self, content: Content, origin: Origin) -> None:
        self._content, self._origin = content, origin
        self._credentials = {each.id: each for each in content.credentials}
        self._issuers = {each.id: each for each in content.issuers}
        self._fields = _Fields(content)
        self.conflicts: list[Conflict] = []
        self.new = self.updated = self.waiting = 0

    def update(self, placed: Placed, own: Credential, tally: Tally) -> None:
        """Let hours, weeks, price and OSAP follow the source."""
        changes = dict(_changes(own, placed, self._origin.source.as_of))
        if not changes:
            tally.drop(_("stands there already"), own.id)
            return
        for key, value in changes.items():
            before = getattr(own, key)
            if _is_known(before) and key != "cost_as_of":
                said = (_shown(value), _shown(before), self._origin.source.id)
                self.conflicts.append(Conflict(own.id, key, *said))
        self._credentials[own.id] = own._replace(**changes)
        self.updated += 1
        tally.keep()

    def add(
        self, placed: Placed, develops: tuple[Development, ...], tally: Tally
    ) -> None:
        """Add a credential; one without an accepted skill waits."""
        if not develops:
            self.waiting += 1
            tally.drop(_("new; awaits your review of its skills"), placed.id)
            return
        self._issuers.setdefault(placed.issuer.id, placed.issuer)
        field = self._fields.of(placed.offer.field, develops)
        self._credentials[placed.id] = self._made(placed, field, develops)
        self.new += 1
        tally.keep()

    def _made(
        self, placed: Placed, field: str, develops: tuple[Development, ...]
    ) -> Credential:
        offer, source = placed.offer, self._origin.source
        currency: Any = self._content.about.currency
        note = None if offer.page else offer.place
        has_prose = offer.description or offer.competencies
        return Credential(
            placed.id,
            offer.name,
            placed.issuer,
            offer.kind,
            field,
            develops,
            offer.hours,
            offer.weeks,
            offer.cost or Quantity(None, currency, "unknown"),
            offer.status,
            "low",
            Source(offer.page, self._origin.kind, source.as_of, note),
            offer.osap,
            delivery=offer.delivery,
            languages=offer.languages,
            prerequisites=Prerequisites(text=offer.prerequisites),
            cost_note=offer.cost_note,
            cost_as_of=source.as_of if offer.cost else None,
            validity_years=offer.validity_years,
            skills_basis="page" if has_prose else "title_only",
            other_sources=(source.id,),
        )

    def content(self) -> Content:
        """The catalogue with what was taken; the source is named where any was."""
        if not (self.new or self.updated):
            return self._content
        about = self._content.about
        known = {each.id for each in about.sources}
        source = self._origin.source
        about = about._replace(
            fields=self._fields.all(),
            sources=(*about.sources, *(() if source.id in known else (source,))),
        )
        return self._content._replace(
            about=about,
            issuers=tuple(self._issuers.values()),
            credentials=tuple(self._credentials.values()),
        )


class _Fields:
    """The fields of a catalogue: by name, and by the skills that they are about."""

    def __init__(self, content: Content) -> None:
        self._fields = {each.id: each for each in content.about.fields}
        self._by_name = {
            name.casefold(): each.id
            for each in content.about.fields
            for name in (each.id, *each.label)
            if name
        }
        self._by_skill: dict[str, Counter[str]] = {}
        for credential in content.credentials:
            for each in credential.develops:
                self._by_skill.setdefault(each.skill, Counter())[credential.field] += 1

    def of(self, said: str | None, develops: Iterable[Development]) -> str:
        """The field that the source names, else the one that teaches such skills."""
        if said and said.casefold() in self._by_name:
            return self._by_name[said.casefold()]
        votes: Counter[str] = Counter()
        for each in develops:
            fields = self._by_skill.get(each.skill, Counter())
            for field, count in fields.items():
                votes[field] += count / fields.total()  # type: ignore[assignment]
        if votes:
            return min(votes, key=lambda field: (-votes[field], field))
        self._fields.setdefault(UNSORTED.id, UNSORTED)
        return UNSORTED.id

    def all(self) -> tuple[Field, ...]:
        return tuple(self._fields.values())


def _changes(
    own: Credential, placed: Placed, as_of: str | None
) -> Iterable[tuple[str, Any]]:
    """What the source says otherwise, or that was not known."""
    offer = placed.offer
    for key in ("hours", "weeks", "cost"):
        said: Quantity | None = getattr(offer, key)
        if said is not None and said.basis != "unknown" and said != getattr(own, key):
            yield key, said
            if key == "cost":
                yield "cost_as_of", as_of
    if offer.osap not in {"unknown", own.osap}:
        yield "osap", offer.osap


def _is_known(value: object) -> bool:
    if isinstance(value, Quantity):
        return value.basis != "unknown"
    return value not in {None, "unknown"}


def _shown(value: object) -> str:
    if not isinstance(value, Quantity):
        return str(value)
    if value.basis == "range":
        ends = "-".join("" if end is None else f"{end:g}" for end in value[3:])
        return f"{ends} {value.unit}"
    return f"{value.value:g} {value.unit}"


def _notes(taking: _Taking, placing: Placing) -> Iterable[str]:
    counts = (
        (
            taking.new,
            ngettext("{number} new credential", "{number} new credentials", taking.new),
        ),
        (
            taking.updated,
            ngettext(
                "{number} credential updated",
                "{number} credentials updated",
                taking.updated,
            ),
        ),
        (
            taking.waiting,
            ngettext(
                "{number} credential awaits your review of its skills",
                "{number} credentials await your review of their skills",
                taking.waiting,
            ),
        ),
    )
    for number, text in counts:
        if number:
            yield text.format(number=number)
    for said, known in placing.taken[:20]:
        yield _("{name} was taken for {other}").format(name=said, other=known)
