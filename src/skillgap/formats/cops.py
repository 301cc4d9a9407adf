"""COPS: Canada's projections of shortage and surplus by occupation, as demand.

They are for the whole country. Aggregates (TEER, groups, all occupations) and what the
source leaves open (N/A) are no facts about an occupation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.formats.additions import Additions
from skillgap.formats.esco_labels import tidy
from skillgap.formats.intake import Tally
from skillgap.formats.licences import canadian
from skillgap.formats.noc import five_digits
from skillgap.formats.sheets import column, maybe, rows
from skillgap.locale import _
from skillgap.model import Fact

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.formats.additions import Base
    from skillgap.formats.intake import Intake, Progress

_COLUMNS = (
    column("Code"),
    maybe("Future_Labour_Market_Conditions"),
    maybe("Recent_Labour_Market_Conditions"),
)
_YEARS = re.compile(r"(20[0-9]{2})_(20[0-9]{2})")
_RECENT = "2021-2023"
_KINDS = ("cops_future", "cops_recent")
_NO_FACT = {"", "N/A", "NA"}
_ALL = "00000"


def add_cops(base: Base, path: Path, progress: Progress | None = None) -> Intake:
    """Add the conditions of a summary of COPS; each is a fact and counted for itself.

    Raises:
        DataError: the file cannot be read to its end, or lacks a column.
    """
    added, tally = Additions(base), Tally(path.name)
    years = _YEARS.search(path.name)
    period = f"{years[1]}-{years[2]}" if years else None
    source = f"cops-{period}" if period else "cops"
    for written, *conditions in rows(path, _COLUMNS, tally, progress):
        for kind, condition in zip(_KINDS, conditions, strict=True):
            when = period if kind == "cops_future" else _RECENT
            fact = Fact(kind, tidy(condition), "Canada", when, source)
            _add(added, written.strip(), fact, tally)
    title = f"Canadian Occupational Projection System (COPS) {period or ''}".strip()
    url = "https://occupations.esdc.gc.ca/sppc-cops/"
    work = canadian(source, title, url, period and period[:4])
    return added.intake(work, tally)


def _add(added: Additions, written: str, fact: Fact, tally: Tally) -> None:
    code = five_digits(written)
    occupations = added.coded(code)
    if code in {None, _ALL}:
        tally.drop(_("an aggregate, no occupation"), written)
    elif fact.value in _NO_FACT:
        tally.drop(_("left open by the source"), written)
    elif not occupations:
        tally.drop(_("no occupation of the catalogue has this code"), written)
    else:
        given = [added.add_demand(each, fact) for each in occupations]
        if any(given):
            tally.keep()
        else:
            tally.drop(_("the catalogue says the same, or keeps its own"), written)
