"""The keys of catalogue.yaml."""

from __future__ import annotations

from typing import Any

from skillgap.catalogue.tables.kinds import ById, Currency
from skillgap.document.kinds import Address, Date, Pattern, Words
from skillgap.document.names import Id, Reference
from skillgap.document.several import ListOf, TextPair
from skillgap.document.tables import Key, Table
from skillgap.locale import _
from skillgap.model import Basis, CatalogueSource, Field, Text
from skillgap.record import Record


class About(Record):
    """The content of catalogue.yaml."""

    name: str
    title: Text
    as_of: str
    currency: str
    region: str
    fields: tuple[Field, ...] = ()
    bases: tuple[Basis, ...] = ()
    sources: tuple[CatalogueSource, ...] = ()


def _basis(values: dict[str, Any]) -> Basis:
    return Basis("", values["label"], values.get("source"))


FIELD = Table(
    Field,
    Key("id", Id("field"), required=True),
    Key("label", TextPair(), required=True),
)

BASIS = Table(
    Basis,
    Key("label", TextPair(), required=True, about="who says how important it is"),
    Key("source", Reference("source")),
    make=_basis,
)

SOURCE = Table(
    CatalogueSource,
    Key("id", Id("source", dots=True), required=True),
    Key("title", Words(), required=True),
    Key("publisher", Words()),
    Key("url", Address()),
    Key("licence", Words()),
    Key("licence_url", Address()),
    Key("attribution", Words(), about="the words that the owner asks for"),
    Key("as_of", Date()),
    Key("note", Words()),
)

ABOUT = Table(
    About,
    Key(
        "name",
        Pattern("[a-z0-9]+(?:-[a-z0-9]+)*", lambda: _("a lower-case word")),
        required=True,
        about="one word, shown in every JSON envelope",
    ),
    Key("title", TextPair(), required=True),
    Key("as_of", Date(), required=True, about="the day the facts were last gathered"),
    Key("currency", Currency(), required=True),
    Key("region", Words(), required=True),
    Key("fields", ListOf(FIELD)),
    Key("bases", ById("basis", BASIS)),
    Key("sources", ListOf(SOURCE)),
    partial=True,
)
