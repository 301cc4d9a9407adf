"""What a person will accept of a credential; what is unknown is neither yes nor no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model import Credential, Quantity

Answer = Literal["yes", "no", "unknown"]


class Filters(Record):
    """The conditions of a person; those left empty ask nothing.

    ``max_hours`` are hours of study, ``max_cost`` is in ``currency``. What a credential
    does not publish passes, unless ``strict``; a range passes where its lower end is
    within the limit, and with ``strict`` only where its upper end is. A price in
    another currency is not converted: it counts as unknown, unless it is 0. ``focus``
    is the least share (0 to 1) of what a credential develops that the occupations aimed
    at ask for (``advice.options.focus``): what spends most of its hours elsewhere is
    not passed off as a way there because of some general skills in it.
    """

    delivery: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    max_hours: float | None = None
    max_cost: float | None = None
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    funding: Literal["osap"] | None = None
    strict: bool = False
    currency: str = "CAD"
    focus: float = 0.0


USUAL_FOCUS = 0.33
"""The focus that commands start from: a third of what is taught serves the aim."""


def failed_filters(credential: Credential, filters: Filters) -> tuple[str, ...]:
    """The names of the filters that a credential does not pass, in a fixed order."""
    refused = ("no", "unknown") if filters.strict else ("no",)
    return tuple(
        name
        for name, answer in _answers(credential, filters).items()
        if answer in refused
    )


def within(quantity: Quantity, limit: float, unit: str) -> Answer:
    """Whether a quantity is at most the limit, as far as what is published tells.

    A range (or a bare lower bound) that the limit falls into is *unknown*.
    """
    if quantity.value is None:
        return "unknown"
    if quantity.unit != unit:
        return "yes" if quantity.value == 0 else "unknown"
    if quantity.basis != "range":
        return "yes" if quantity.value <= limit else "no"
    if quantity.low is not None and quantity.low > limit:
        return "no"
    highest = quantity.high
    return "yes" if highest is not None and highest <= limit else "unknown"


def _answers(credential: Credential, filters: Filters) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    if filters.delivery:
        given = (credential.delivery,) if credential.delivery else ()
        answers["delivery"] = _among(given, filters.delivery)
    if filters.languages:
        answers["language"] = _among(credential.languages, filters.languages)
    if filters.max_hours is not None:
        answers["max-hours"] = within(credential.hours, filters.max_hours, "h")
    if filters.max_cost is not None:
        limit, currency = filters.max_cost, filters.currency
        answers["max-cost"] = within(credential.cost, limit, currency)
    if filters.funding == "osap":
        answers["funding"] = credential.osap
    return answers | _answers_of_names(credential, filters)


def _answers_of_names(credential: Credential, filters: Filters) -> dict[str, Answer]:
    asked = (
        ("kind", credential.kind, filters.kinds),
        ("field", credential.field, filters.fields),
        ("issuer", credential.issuer.id, filters.issuers),
    )
    return {name: _among((one,), wanted) for name, one, wanted in asked if wanted}


def _among(given: tuple[str, ...], wanted: tuple[str, ...]) -> Answer:
    if not given:
        return "unknown"
    return "yes" if any(one in wanted for one in given) else "no"
