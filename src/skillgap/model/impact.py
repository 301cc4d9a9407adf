"""What an edit of a catalogue changes in the advice that people get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model.catalogue import Credential, Occupation
    from skillgap.model.verdict import VerdictKind


class Asked(Record):
    """One generated person: their phrases, each with the level that counts."""

    number: int
    phrases: tuple[tuple[str, int], ...]


class Answer(Record):
    """What a person is told about an occupation; coverage from 0 to 1.

    ``first`` is the first credential recommended, None where none helps; ``verdict``
    how far short credentials lead without limits of time and money.
    """

    coverage: float
    first: Credential | None
    verdict: VerdictKind


class Example(Record):
    """One answer that changed, and whose."""

    person: Asked
    before: Answer
    after: Answer


class Swap(Record):
    """A first recommendation or verdict that gave way to another, for how many."""

    before: str | None
    after: str | None
    people: int


class OccupationImpact(Record):
    """How the answers about one occupation change, over all generated people.

    ``changed`` counts people for whom anything does; ``coverage``, ``first`` and
    ``verdict`` those for whom that does. ``mean`` and ``largest`` are changes of
    coverage: over all people, and the one farthest from 0. The swaps name credentials
    by id and verdicts by kind, the most frequent first.
    """

    occupation: Occupation
    changed: int
    coverage: int
    first: int
    verdict: int
    mean: float
    largest: float
    firsts: tuple[Swap, ...]
    verdicts: tuple[Swap, ...]
    examples: tuple[Example, ...]


class PhraseImpact(Record):
    """A phrase that is understood otherwise: the id of a skill, or None."""

    phrase: str
    before: str | None
    after: str | None


class Impact(Record):
    """All that changes between two catalogues, of the answers to generated people.

    ``people`` were asked about each of ``occupations`` (those that both catalogues
    have); ``answers`` is the product, ``changed`` counts those that differ.
    """

    people: int
    seed: int
    occupations: int
    answers: int
    changed: int
    affected: tuple[OccupationImpact, ...]
    phrases: tuple[PhraseImpact, ...]
    added: tuple[Occupation, ...]
    removed: tuple[Occupation, ...]
    credentials: dict[str, Credential]

    @property
    def share(self) -> float:
        """The share of the answers that change (0 to 1)."""
        return self.changed / self.answers if self.answers else 0.0
