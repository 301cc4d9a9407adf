"""From filter options to the filters of advice: names checked against the catalogue."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from skillgap.errors import Problem, UnknownNameError, UsageError
from skillgap.locale import _
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap import advice
    from skillgap.catalogue import Catalogue
    from skillgap.cli.options import Filters
    from skillgap.model import Text

    Named = tuple[str, Text]

_MOST = 5


def credential_filters(options: Filters, catalogue: Catalogue) -> advice.Filters:
    """The filters asked for.

    Raises:
        UnknownNameError: where a field or issuer is none of the catalogue's.
        UsageError: a limit is no number (NaN), which nothing would pass or fail.
    """
    from skillgap import advice

    for option in ("max_hours", "max_cost", "focus"):
        refuse_no_number(option, getattr(options, option))
    return advice.Filters(
        delivery=tuple(map(str, options.delivery or ())),
        languages=tuple(map(str, options.language or ())),
        max_hours=options.max_hours,
        max_cost=options.max_cost,
        kinds=tuple(map(str, options.kind or ())),
        fields=field_ids(options.field or (), catalogue),
        issuers=issuer_ids(options.issuer or (), catalogue),
        funding=options.funding,
        focus=options.focus,
        strict=options.strict,
    )


def refuse_no_number(option: str, value: float | None) -> None:
    """Refuse NaN, which is above and below nothing.

    Raises:
        UsageError: it is no number.
    """
    if value is not None and isnan(value):
        name = "--" + option.replace("_", "-")
        message = _("{name} takes a number.").format(name=name)
        raise UsageError(Problem("error", "usage", message))


def field_ids(names: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the fields with these names or ids (a part of a name is enough)."""
    known = [(field.id, field.label) for field in catalogue.fields()]
    return tuple(each for name in names for each in _ids(name, known, "field"))


def issuer_ids(names: Iterable[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The ids of the issuers with these names or ids (a part of a name is enough)."""
    known = [(issuer.id, issuer.name) for issuer in catalogue.issuers()]
    return tuple(each for name in names for each in _ids(name, known, "issuer"))


def _ids(name: str, known: Sequence[Named], kind: str) -> list[str]:
    key = label_key(name)
    exact = [each for each, text in known if key in _keys(each, text)]
    partly = [
        each for each, text in known if any(_starts(key, k) for k in _keys(each, text))
    ]
    if not key or not (exact or partly):
        raise UnknownNameError(_unknown(name, known, kind))
    return exact or partly


def _keys(identifier: str, text: Text) -> list[str]:
    return [label_key(each) for each in (identifier, text.en or "", text.fr or "")]


def _starts(key: str, whole: str) -> bool:
    return f" {whole} ".find(f" {key} ") >= 0


def _unknown(name: str, known: Sequence[Named], kind: str) -> Problem:
    if kind == "field":
        message = _("“{name}” is no field of this catalogue.")
    else:
        message = _("“{name}” is no issuer of this catalogue.")
    nearest = _nearest(name, known)
    if nearest or kind != "field":
        hint = _("Did you mean {names}?").format(names=", ".join(nearest))
    else:
        nearest = [each for each, _text in known]
        hint = _("The fields are {names}.").format(names=", ".join(nearest))
    return Problem(
        "error",
        f"unknown_{kind}",
        message.format(name=name),
        hint=hint if nearest else None,
    )


def _nearest(name: str, known: Sequence[Named]) -> list[str]:
    """The ids of the names that hold words nearest to those that were typed."""
    from difflib import get_close_matches

    said: dict[str, list[str]] = {}
    for each, text in known:
        keys = _keys(each, text)
        for part in {*keys, *(word for key in keys for word in key.split())} - {""}:
            said.setdefault(part, []).append(each)
    parts = get_close_matches(label_key(name), said, n=3, cutoff=0.75)
    return list(dict.fromkeys(each for part in parts for each in said[part]))[:_MOST]
