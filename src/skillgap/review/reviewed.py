"""What the rules of a review look at, and how they are registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model import Credential, Occupation, Skill
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from skillgap.catalogue import Catalogue
    from skillgap.catalogue.draft import Draft
    from skillgap.document.sink import Kept, Place, Sink
    from skillgap.errors import Severity


class Finding(Record):
    """Something to look at, where it stands, and what to do about it."""

    place: Place
    message: str
    hint: str | None = None


class Reviewed(Record):
    """A catalogue without errors, with the places that its records were read from.

    ``stale_days`` is the age in days from which a fact is old on the day ``today``;
    None where age is not looked at.
    """

    draft: Draft
    sink: Sink
    catalogue: Catalogue
    contents: dict[str, bytes]
    today: date | None = None
    stale_days: int | None = None

    def skills(self) -> Iterator[tuple[Skill, Kept]]:
        """The skills, each with where it was read."""
        for kept in self.sink.kept.get("Skill", ()):
            if isinstance(kept.record, Skill):
                yield kept.record, kept

    def occupations(self) -> Iterator[tuple[Occupation, Kept]]:
        """The occupations, each with where it was read."""
        for kept in self.sink.kept.get("Occupation", ()):
            if isinstance(kept.record, Occupation):
                yield kept.record, kept

    def credentials(self) -> Iterator[tuple[Credential, Kept]]:
        """The short credentials, each with where it was read."""
        for kept in self.sink.kept.get("Credential", ()):
            if isinstance(kept.record, Credential):
                yield kept.record, kept

    def defined(self, list_: str) -> dict[str, Place]:
        """Where the ids of a list are defined."""
        mentions = self.sink.defined
        return {each.id: each.place for each in mentions if each.list == list_}


class Review(Record):
    """One rule: its id, how grave its findings are, and what finds them."""

    id: str
    severity: Severity
    find: Callable[[Reviewed], Iterator[Finding]]


REVIEWS: dict[str, Review] = {}
"""The rules by id, in the order of their registration."""


def finds(
    id_: str, severity: Severity
) -> Callable[[Callable[[Reviewed], Iterator[Finding]]], Callable[..., object]]:
    """Register a rule; the docstring of its function is its documentation."""

    def register(
        find: Callable[[Reviewed], Iterator[Finding]],
    ) -> Callable[..., object]:
        REVIEWS[id_] = Review(id_, severity, find)
        return find

    return register
