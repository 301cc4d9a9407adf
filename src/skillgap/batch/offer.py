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
    from collections.abc import Mapping, Sequence

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
        subjects = catalogue.subject_weights(sorted({*self._serving, *developed}))
        self._weights = np.array([subjects[one] for one in developed], np.int64)
        self._developed = self._weighed(self._owner, self._weights)
        self._join(subjects)
        groups = [bool(one.prerequisites.groups) for one in self.credentials]
        self.asks_first = np.array(groups, bool)
        self.equals = Kept(self._equals)
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

    def _join(self, subjects: Mapping[str, int]) -> None:
        """What lies under each skill, one skill after the other."""
        np, taught = self.np, self._taught
        self._places = {skill: at for at, skill in enumerate(taught)}
        numbers, levels = ([each[at] for each in taught.values()] for at in (0, 1))
        serving = [self._serving[skill] for skill in taught]
        self._numbers, self._taught_starts = self._in_a_row(numbers)
        self._levels, _starts = self._in_a_row(levels)
        self._served, self._serving_starts = self._in_a_row(serving)
        self._subjects = np.array([subjects[skill] for skill in taught], np.int64)
        self._mark = np.empty(len(self._owner), np.int64)
        self._taught, self._serving = {}, {}

    def _in_a_row(self, lists: Sequence[list[int]]) -> tuple[Any, Any]:
        """Lists as one array, and where each begins in it (and the last ends)."""
        np = self.np
        joined = np.array([each for one in lists for each in one], np.int64)
        return joined, np.concatenate([[0], np.cumsum([len(one) for one in lists])])

    def under(self, skills: Sequence[str]) -> tuple[Any, Any, Any, Any]:
        """What is taught of some skills, credential after credential, as arrays.

        The numbers of credentials, the places of the skills, the levels reached, and
        for each credential, once, the share of what it develops that serves.
        """
        np, known = self.np, self._places
        there = [(known[one], at) for at, one in enumerate(skills) if one in known]
        own, at = np.array(there, np.int64).reshape(-1, 2).T
        places, owners = self._spread(self._taught_starts, own)
        numbers, levels = self._numbers[places], self._levels[places]
        order = np.argsort(numbers, kind="stable")
        numbers = numbers[order]
        first = np.ones(len(numbers), bool)
        np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
        focus = self._focus(own, numbers[first])
        return numbers, at[owners][order], levels[order], focus

    def _spread(self, starts: Any, chosen: Any) -> tuple[Any, Any]:  # noqa: ANN401 - arrays
        """The places of all that lies under what is chosen, and under which of it."""
        np = self.np
        begins = starts[chosen]
        lengths = starts[chosen + 1] - begins
        ends = np.cumsum(lengths)
        owners = np.repeat(np.arange(len(chosen)), lengths)
        return (begins - ends + lengths)[owners] + np.arange(len(owners)), owners

    def _focus(self, own: Any, numbers: Any) -> Any:  # noqa: ANN401 - arrays
        """The shares of what credentials develop that serve (``options.focus``)."""
        np = self.np
        own = own[np.argsort(self._subjects[own], kind="stable")]
        places, owners = self._spread(self._serving_starts, own)
        serving, weights = self._served[places], self._subjects[own][owners]
        # What serves several counts by the heaviest, which comes last.
        turns = np.arange(len(serving))
        self._mark[serving] = turns
        last = self._mark[serving] == turns
        serving, weights = serving[last], weights[last]
        counted = np.minimum(weights, self._weights[serving])
        served = self._weighed(self._owner[serving], counted)
        return served[numbers] / self._developed[numbers]

    def _weighed(self, owners: Any, weights: Any) -> Any:  # noqa: ANN401 - arrays
        """The sums of weights of what credentials develop; whole, so exact."""
        return self.np.bincount(owners, weights, len(self.credentials))

    def _equals(self, number: int) -> tuple[int, ...]:
        """The numbers of what certifies the same as a credential."""
        equals = self.credentials[number].equivalent_to
        return tuple([self.numbers[one] for one in equals if one in self.numbers])

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
