"""What credentials typically take: medians of what the catalogue states.

They stand in for numbers that are not published, so they are stored with the compiled
form: a plan does not read every credential to know them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model.about import Typical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal

    from skillgap.model import Credential

Group = tuple["Literal['hours', 'cost']", str, str | None]


def typical_values(credentials: Iterable[Credential]) -> tuple[Typical, ...]:
    """The medians of hours and prices, by kind of credential and for all kinds.

    What is free says so: a price of 0 does not tell what another credential costs.
    """
    stated: dict[Group, list[float]] = {}
    for credential in credentials:
        for group, value in _stated(credential):
            stated.setdefault(group, []).append(value)
    return tuple(
        Typical(what, unit, kind, median(values), len(values))
        for (what, unit, kind), values in sorted(
            stated.items(), key=lambda one: (*one[0][:2], one[0][2] or "")
        )
    )


def _stated(credential: Credential) -> Iterator[tuple[Group, float]]:
    for what, quantity in (("hours", credential.hours), ("cost", credential.cost)):
        if quantity.basis == "stated" and quantity.value:
            for kind in (credential.kind, None):
                yield (what, quantity.unit, kind), quantity.value  # type: ignore[misc]


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2
