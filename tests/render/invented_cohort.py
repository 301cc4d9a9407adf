"""A small invented group: no person or figure here is real."""

from __future__ import annotations

from skillgap.model import Text
from skillgap.model.cohort import Cohort, Intake, Lacked, Served, Standing
from skillgap.render import CohortView, Result


def cohort_view(*credentials: Served) -> CohortView:
    """A group of forty with something hidden of everything that can be."""
    group = Cohort(
        clients=40,
        errors=None,
        smallest=5,
        reach=0.8,
        outcomes=(
            ("there", None),
            ("within_reach", 20),
            ("partly", 15),
            ("not_helped", None),
        ),
        lacked=(
            Lacked("tact", Text("Tact", "Tact"), None, None, True, False),
            Lacked("ledger", Text("Ledgers", "Grands livres"), 30, 0.123, False, True),
        ),
        few_lack=2,
        standings=(
            Standing("o1", Text("Bookkeepers", "Teneurs de livres"), 33, 0.3, 0.9, 20),
            Standing(None, Text(""), 7, 0.2, 0.5, None),
        ),
        joined=3,
        intake=Intake(2, "feasible", 0.3, 0.6, 0.61, None, True, credentials),
    )
    return CohortView(group, "results")


def cohort_result(*credentials: Served) -> Result:
    return Result("cohort", None, cohort_view(*credentials))
