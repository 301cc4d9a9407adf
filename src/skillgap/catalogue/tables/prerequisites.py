"""The keys of what a credential asks for first."""

from __future__ import annotations

from typing import Any

from skillgap.document.kinds import Words
from skillgap.document.names import Reference
from skillgap.document.several import ListOf
from skillgap.document.tables import AloneOr, Key, Table
from skillgap.model import Prerequisites
from skillgap.record import Record


class AnyOf(Record):
    """Credentials of which one is enough."""

    any_of: tuple[str, ...]


def _prerequisites(values: dict[str, Any]) -> Prerequisites:
    """What is asked for one by one, and the groups of which one is enough."""
    asked = values.get("credentials", ())
    return Prerequisites(
        tuple(one for one in asked if isinstance(one, str)),
        values.get("text"),
        tuple(one.any_of for one in asked if isinstance(one, AnyOf)),
    )


ANY_OF = Table(
    AnyOf,
    Key(
        "any_of",
        ListOf(Reference("credential"), least=2),
        required=True,
        about="one of these is enough",
    ),
)

PREREQUISITES = Table(
    Prerequisites,
    Key(
        "credentials",
        ListOf(AloneOr(Reference("credential"), ANY_OF)),
        fills=("credentials", "any_of"),
        about="all of these; {any_of: [...]} where one of several is enough",
    ),
    Key("text", Words()),
    make=_prerequisites,
)
