"""The JSON form of what was imported, exported or enriched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skillgap.render.intake_result import IntakeView


def intake_data(view: IntakeView) -> dict[str, Any]:
    """The account as plain values."""
    return {
        "place": view.place,
        "dry_run": view.dry_run,
        "counts": dict(view.counts),
        "counted": [
            {
                "name": part.name,
                "rows": part.rows,
                "kept": part.kept,
                "dropped": [reason._asdict() for reason in part.dropped],
            }
            for part in view.counted
        ],
        "notes": list(view.notes),
        "unread": [each._asdict() for each in view.unread],
        "conflicts": [each._asdict() for each in view.conflicts],
        "proposed": [each._asdict() for each in view.proposed],
    }
