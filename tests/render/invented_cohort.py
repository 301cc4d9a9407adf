"""A small invented group: no person or figure here is real."""

from __future__ import annotations

from skillgap.model import Text
from skillgap.model.cohort import Cohort, Intake, Lacked, Served, Standing
from skillgap.render import CohortView, Result


def cohort_view(*credentials: Served) -> CohortView:
    """A group of some forty with something hidden of everything that can be."""
    group = Cohort(
        clients=35,
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
            Lacked("tact", Text("Tact", "Tact"), 35, 0.2, False),
            Lacked("ledger", Text("Ledgers", "Grands livres"), 30, 0.123, True),
        ),
        few_lack=2,
        standings=(
            Standing("o1", Text("Bookkeepers", "Teneurs de livres"), 30, 0.3, 0.9, 20),
            Standing(None, Text(""), 5, 0.2, 0.5, None),
        ),
        joined=3,
        intake=Intake(2, "feasible", 0.3, 0.6, 0.61, None, credentials),
    )
    return CohortView(group, "results")


def cohort_result(*credentials: Served) -> Result:
    return Result("cohort", None, cohort_view(*credentials))
