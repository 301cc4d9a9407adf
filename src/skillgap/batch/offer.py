"""What all credentials of a catalogue teach, laid out by skill: the same for every aim.

Credentials are numbered in the order of their ids. What counts for a skill by way of a
narrower one is laid out under it too, so that an aim only puts together what lies under
the skills that it asks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.advice.options import Ways
from skillgap.advice.rank import as_amount
from skillgap.batch.pieces import Kept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.advice.filters import Filters
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential

_MOST_FILTERS = 512


class Offer:
    """The credentials on offer.

    ``most`` is the highest level of each skill that any which is not retired reaches;
    ``asks_first`` tells which ask for others first.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        import numpy as np

        self.np = np
        self.catalogue = catalogue
        self.credentials: tuple[Credential, ...] = catalogue.all_credentials()
        self.numbers = {one.id: at for at, one in enumerate(self.credentials)}
        self.most: dict[str, int] = {}
        self._taught: dict[str, tuple[list[int], list[int]]] = {}
        self._serving: dict[str, list[int]] = {}
        self._owners: list[int] = []
        for number, credential in enumerate(self.credentials):
            self._lay_out(number, credential)
        self._owner = np.array(self._owners, np.int64)
        developed = [one.skill for each in self.credentials for one in each.develops]
        self._subjects = catalogue.subject_weights(
            sorted(self._serving.keys() | set(developed))
        )
        self._weights = np.array([self._subjects[one] for one in developed], np.int64)
        self._developed = self._weighed(self._weights)
        groups = [bool(one.prerequisites.groups) for one in self.credentials]
        self.asks_first = np.array(groups, bool)
        self.taught = Kept(self._as_arrays)
        self.allowed = Kept(self._allowed, _MOST_FILTERS)
        self.ties = Kept(self._ties)

    def _lay_out(self, number: int, credential: Credential) -> None:
        reached: dict[str, int] = {}
        for one in credential.develops:
            for skill in (one.skill, *self.catalogue.ancestors(one.skill)):
                reached[skill] = max(reached.get(skill, 0), one.reached)
                self._serving.setdefault(skill, []).append(len(self._owners))
            self._owners.append(number)
        for skill, level in reached.items():
            numbers, levels = self._taught.setdefault(skill, ([], []))
            numbers.append(number)
            levels.append(level)
            if credential.status != "retired":
                self.most[skill] = max(self.most.get(skill, 0), level)

    def _as_arrays(self, skill: str) -> tuple[Any, Any, Any]:
        """The credentials that teach a skill, their levels, and what serves it."""
        np = self.np
        numbers, levels = self._taught.get(skill, ((), ()))
        serving = self._serving.get(skill, ())
        return (
            np.array(numbers, np.int64),
            np.array(levels, np.int64),
            np.array(serving, np.int64),
        )

    def focus(self, skills: Sequence[str], serving: list[Any], numbers: Any) -> Any:  # noqa: ANN401 - arrays
        """The shares of what credentials develop that serve (``options.focus``)."""
        np = self.np
        serves = np.zeros(len(self._owner), np.int64)
        for skill, each in zip(skills, serving, strict=True):
            if len(each):
                serves[each] = np.maximum(serves[each], self._subjects[skill])
        served = self._weighed(np.minimum(serves, self._weights))
        return served[numbers] / self._developed[numbers]

    def _weighed(self, weights: Any) -> Any:  # noqa: ANN401 - arrays
        """The sums of weights of what credentials develop; whole, so exact."""
        return self.np.bincount(self._owner, weights, len(self.credentials))

    def _allowed(self, filters: Filters) -> Allowed:
        return Allowed(self, filters)

    def _ties(self, currency: str) -> Any:  # noqa: ANN401 - an array
        """The place of each credential in the order of those that add the same."""
        keys = [
            (as_amount(one.hours, "h"), as_amount(one.cost, currency), one.id)
            for one in self.credentials
        ]
        places = self.np.empty(len(keys), self.np.int64)
        places[sorted(range(len(keys)), key=keys.__getitem__)] = range(len(keys))
        return places


class Allowed:
    """What stands in the way of credentials under some filters.

    The reasons of one are a code: its place in ``reasons``; 0 are none.
    """

    def __init__(self, offer: Offer, filters: Filters) -> None:
        self.filters = filters
        self.ways = Ways(offer.catalogue, filters, frozenset(), None)
        self.ties = offer.ties[filters.currency]
        self.reasons: list[frozenset[str]] = [frozenset()]
        self._offer = offer
        self._known: dict[frozenset[str], int] = {frozenset(): 0}
        self._codes = offer.np.full(len(offer.credentials), -1)

    def codes(self, numbers: Any) -> Any:  # noqa: ANN401 - arrays
        """The codes of some credentials."""
        found = self._codes[numbers]
        new = numbers[found < 0].tolist()
        if not new:
            return found
        for number in new:
            reasons = self.ways.refusals(self._offer.credentials[number].id)
            if reasons not in self._known:
                self._known[reasons] = len(self.reasons)
                self.reasons.append(reasons)
            self._codes[number] = self._known[reasons]
        return self._codes[numbers]
