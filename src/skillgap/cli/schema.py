"""``skillgap schema``: the JSON Schemas that scripts and editors rely on."""

from __future__ import annotations

import sys
from typing import Annotated, Any, Literal

import typer

from skillgap.cli.app import make_command
from skillgap.locale import _

Which = Annotated[
    Literal["json", "catalogue", "profile", "record"],
    typer.Argument(
        metavar="json|catalogue|profile|record",
        help=_(
            "json: what --format json prints; catalogue, profile: YAML, for editors; "
            "record: what --record writes."
        ),
    ),
]
Lang = Annotated[str | None, typer.Option("--lang", hidden=True)]


def schema(which: Which = "json", lang: Lang = None) -> None:
    """Print one JSON Schema."""
    import json

    del lang
    if which == "json":
        from skillgap.render import json_contract_schema

        found = json_contract_schema()
    elif which == "profile":
        from skillgap.profile.read import json_schema as profile_schema

        found = profile_schema()
    elif which == "record":
        from skillgap.render.schema_record import record_schema

        found = record_schema()
    else:
        from skillgap.catalogue import json_schema

        found = json_schema()
    sys.stdout.write(json.dumps(found, indent=2, sort_keys=True, ensure_ascii=False))
    sys.stdout.write("\n")


def command() -> Any:
    """The command for the command line."""
    return make_command(
        schema, _("Print the JSON Schema of the answers, the data or a profile.")
    )
