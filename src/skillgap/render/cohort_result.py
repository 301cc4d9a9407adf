"""What ``cohort`` hands over to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model.cohort import Cohort


class CohortView(Record):
    """A group in numbers; ``top`` is how many skills people are shown."""

    cohort: Cohort
    results: str
    top: int = 20
