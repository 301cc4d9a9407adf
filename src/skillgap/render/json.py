"""The envelope of the JSON contract: one line layout, sorted keys, the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillgap.render.records import problem_record
from skillgap.render.safe import json_safe
from skillgap.version import __version__

if TYPE_CHECKING:
    from skillgap.catalogue import CatalogueInfo
    from skillgap.render.result import Result

CONTRACT = 1
"""The version of the contract; it rises when a key is renamed or removed."""


def render_json(result: Result) -> str:
    """The result as one JSON object; ``data`` is null where the command failed."""
    text = json.dumps(
        envelope(result), ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False
    )
    return json_safe(text) + "\n"


def envelope(result: Result) -> dict[str, Any]:
    """The envelope as plain values."""
    from skillgap.render.projection import data_of

    return {
        "skillgap": {"version": __version__, "contract": CONTRACT},
        "command": result.command,
        "catalogue": _catalogue(result.info),
        "data": None if result.data is None else data_of(result.data),
        "problems": [problem_record(problem) for problem in result.problems],
    }


def _catalogue(info: CatalogueInfo | None) -> dict[str, Any] | None:
    if info is None:
        return None
    return {"name": info.name, "as_of": info.as_of, "fingerprint": info.fingerprint}
