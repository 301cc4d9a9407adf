"""What a report is made from: one person's advice, whole, with what identifies it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from skillgap.record import Record
from skillgap.version import __version__

if TYPE_CHECKING:
    from datetime import date

    from skillgap.model import Credential, Gap, Recommendation
    from skillgap.model.about import CatalogueInfo
    from skillgap.model.eligibility import FundingAnswer
    from skillgap.render.plan_result import PlanView

_SHORT = 12


class ProgramAnswer(Record):
    """A funding program for the person, and for each step of the plan in its order."""

    person: FundingAnswer
    steps: tuple[FundingAnswer, ...] = ()


class Report(Record):
    """All that a report says.

    ``inputs`` is the fingerprint of what was asked (``sha256:...``), ``name`` is whom
    it is for and ``made`` the day, where they are to be shown; ``credentials`` are
    those of the catalogue that the person holds. ``others`` are the gaps to further
    occupations; where ``chosen``, the person named none of them all.
    ``record`` is the fingerprint of the record that was kept of the plan, if any.
    """

    view: PlanView
    info: CatalogueInfo
    inputs: str
    recommended: tuple[Recommendation, ...] = ()
    programs: tuple[ProgramAnswer, ...] = ()
    credentials: tuple[Credential, ...] = ()
    name: str = ""
    made: date | None = None
    others: tuple[Gap, ...] = ()
    chosen: bool = False
    record: str | None = None

    @property
    def number(self) -> str:
        """The report's own fingerprint, short: catalogue, version and inputs in one."""
        whole = f"{self.info.fingerprint}\n{__version__}\n{self.inputs}"
        digest = sha256(whole.encode()).hexdigest()[:_SHORT]
        return "-".join(digest[at : at + 4] for at in range(0, _SHORT, 4))
