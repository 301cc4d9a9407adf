"""Job Bank's wages and outlooks, added to the occupations of a catalogue by NOC code.

Wages are by the hour unless the row says that they are by the year; a cell that is
suppressed is empty, and stays unknown. Outlooks of the province and of its economic
regions are kept apart. *Undetermined* is no outlook.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from skillgap.formats.additions import Additions
from skillgap.formats.esco_labels import tidy
from skillgap.formats.intake import Tally, read_whole, refusal
from skillgap.formats.json_text import parse_json
from skillgap.formats.licences import canadian
from skillgap.formats.noc import five_digits
from skillgap.formats.sheets import column, header_of, maybe, rows
from skillgap.locale import _
from skillgap.model import Fact, Wage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from skillgap.formats.additions import Base
    from skillgap.formats.intake import Intake, Progress
    from skillgap.model import Occupation

    _Said = TypeVar("_Said", Wage, Fact)

ONTARIO = "35"
"""The province in the codes of Job Bank's regions (``ER35``, ``ER3530``)."""

_WAGE = (
    column("NOC_CNP"),
    column("ER_Code_Code_RE"),
    column("ER_Name"),
    column("Low_Wage_Salaire_Minium", "Low_Wage_Salaire_Minimum"),
    column("Median_Wage_Salaire_Median"),
    column("High_Wage_Salaire_Maximal"),
    column("Annual_Wage_Flag_Salaire_annuel"),
    maybe("Reference_Period"),
    maybe("Revision_Date_Date_revision"),
)
_OUTLOOK = (
    column("NOC_Code", "NOC Code", "noc"),
    column("Outlook"),
    column("Economic Region Code", "region_code"),
    column("Economic Region Name", "region"),
    maybe("Release Date", "release_date", "date"),
    maybe("period"),
)
_WAGES, _OUTLOOKS = "jobbank-wages", "jobbank-outlooks"
_YEARS = re.compile(r"(20[0-9]{2})[-_ ]?(20[0-9]{2})")
_WAGES_URL = (
    "https://open.canada.ca/data/en/dataset/adad580f-76b0-4502-bd05-20c125de9116"
)
_OUTLOOKS_URL = (
    "https://open.canada.ca/data/en/dataset/b0e112e9-cf53-4e79-8838-23cd98debe5b"
)
_RATINGS = {"very good", "good", "moderate", "limited", "very limited"}


class _Amounts(NamedTuple):
    low: float | None
    median: float | None
    high: float | None


def add_wages(
    base: Base,
    path: Path,
    *,
    region: str = ONTARIO,
    progress: Progress | None = None,
) -> Intake:
    """Add the wages of one region.

    Args:
        base: the catalogue.
        path: Job Bank's file of wages (CSV).
        region: the digits of the region's code.
        progress: told how far the reading has come.

    Raises:
        DataError: the file cannot be read to its end, or lacks a column.
    """
    added, tally = Additions(base), Tally(path.name)
    latest = ""
    for cells in rows(path, _WAGE, tally, progress):
        code, place, name, low, median, high, yearly, period, revised = cells
        latest = max(latest, revised.strip())
        if place.strip().upper().removeprefix("ER") != region:
            tally.drop(_("another region"), name)
            continue
        amounts = _amounts((low, median, high))
        reason = _fault(amounts)
        if reason or amounts is None:
            tally.drop(reason or _("not a number"), code)
            continue
        unit = "CAD/year" if yearly.strip() == "1" else "CAD/hour"
        when = period.strip() if period.strip() not in {"", "NA"} else None
        wage = Wage(*amounts, unit, tidy(name), when, _WAGES)
        _give((added, code), added.give_wage, wage, tally)
    title = "Job Bank wages by occupation and region"
    work = canadian(_WAGES, title, _WAGES_URL, latest or None)
    return added.intake(work, tally)


def add_outlooks(
    base: Base,
    path: Path,
    *,
    province: str = ONTARIO,
    progress: Progress | None = None,
) -> Intake:
    """Add the outlooks of one province and of its regions.

    Args:
        base: the catalogue.
        path: the file: XLSX, CSV, or JSON with a list ``rows``.
        province: the digits of the province's code.
        progress: told how far the reading has come.

    Raises:
        DataError: the file cannot be read to its end, or lacks a column.
    """
    added, tally = Additions(base), Tally(path.name)
    years = _YEARS.search(path.name)
    period = f"{years[1]}-{years[2]}" if years else None
    latest = ""
    for code, rating, place, region, released, said in _outlooks(path, tally, progress):
        latest = max(latest, released[:10])
        digits = place.strip().upper().removeprefix("ER")
        word = tidy(rating).lower()
        if not digits.startswith(province[:2]):
            tally.drop(_("another region"), region)
        elif word not in _RATINGS:
            tally.drop(_("no outlook"), rating or None)
        else:
            value, when = word.replace(" ", "_"), said or period
            fact = Fact("outlook", value, tidy(region), when, _OUTLOOKS)
            whole = digits.ljust(4, "0") == province.ljust(4, "0")
            give = added.give_outlook if whole else added.add_regional_outlook
            _give((added, code), give, fact, tally)
    title = "Job Bank three-year employment outlooks"
    work = canadian(_OUTLOOKS, title, _OUTLOOKS_URL, latest or None)
    return added.intake(work, tally)


def has_wages(path: Path) -> bool:
    """Whether a file of Job Bank's is the one of wages; else it is one of outlooks."""
    if path.suffix.lower() == ".json":
        return False
    return any(name.casefold().startswith("low_wage") for name in header_of(path))


def _outlooks(
    path: Path, tally: Tally, progress: Progress | None
) -> Iterable[tuple[str, ...]]:
    if path.suffix.lower() != ".json":
        return rows(path, _OUTLOOK, tally, progress)
    found = parse_json(read_whole(path), str(path))
    listed = found.get("rows") if isinstance(found, dict) else found
    if not isinstance(listed, list):
        raise refusal(_("the file has no list of rows"), str(path))
    keys = ("noc", "outlook", "region_code", "region", "date", "period")
    return [
        tuple(str(row.get(key) or "") for key in keys)
        for row in listed
        if isinstance(row, dict)
    ]


def _give(
    coded: tuple[Additions, str],
    give: Callable[[Occupation, _Said], bool],
    said: _Said,
    tally: Tally,
) -> None:
    """Give a fact to the occupations with a code, and count what came of it."""
    added, code = coded
    given = [give(each, said) for each in added.coded(five_digits(code))]
    if any(given):
        tally.keep()
    elif given:
        tally.drop(_("the catalogue says the same, or keeps its own"), code)
    else:
        tally.drop(_("no occupation of the catalogue has this code"), code)


def _amounts(cells: tuple[str, ...]) -> _Amounts | None:
    found = []
    for cell in cells:
        text = cell.replace(",", "").strip()
        try:
            found.append(float(text) if text not in {"", "NA", "N/A", "x"} else None)
        except ValueError:
            return None
    return _Amounts(*found)


def _fault(amounts: _Amounts | None) -> str | None:
    if amounts is None:
        return _("not a number")
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return _("suppressed by the source")
    if known != sorted(known) or known[0] <= 0:
        return _("low, median and high are not in rising order")
    return None
