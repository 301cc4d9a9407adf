"""The JSON Schema of a catalogue's files for editors, made from the reader's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.catalogue.tables import FILES

if TYPE_CHECKING:
    from skillgap.document.kinds import Schema

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> Schema:
    """A schema that any file of a catalogue meets; each file's own is in ``$defs``."""
    names = {name: name.removesuffix(".yaml") for name in FILES}
    return {
        "$schema": ADDRESS,
        "title": "A file of a skillgap catalogue",
        "description": "See docs/data-format.md. Checks across files are not here.",
        "anyOf": [{"$ref": f"#/$defs/{short}"} for short in names.values()],
        "$defs": {
            short: {"title": name, **FILES[name].schema()}
            for name, short in names.items()
        },
    }
