"""Crosswalks between classifications: NOC 2021 to O*NET-SOC, and that to ESCO.

A table gives the occupations of a catalogue their codes on the other side. It is read
from the NOC code where it has one, else from the O*NET code, so that a second table
goes on where a first one came to. Groups of ISCO are no occupations of ESCO, and what a
table calls a wrong, narrower or broader match is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.additions import Additions
from skillgap.formats.identifiers import slug
from skillgap.formats.intake import Intake, Tally, refusal
from skillgap.formats.noc import five_digits
from skillgap.formats.sheets import header_of, maybe, rows
from skillgap.locale import _
from skillgap.model import CatalogueSource

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.formats.additions import Base
    from skillgap.formats.intake import Progress
    from skillgap.model import Occupation

_NOC = maybe("noc_2021", "noc2021", "noc", "NOC 2021 V1.0 Code")
_ONET = maybe("onet_soc_code", "onetsoc2019", "onet", "O*NET Id", "O*NET-SOC Code")
_ESCO = maybe("ESCO or ISCO URI", "esco_uri", "occupationUri")
_MATCH = maybe("Type of Match", "match")
_SAME = frozenset(("", "exactmatch", "closematch", "exact", "close"))
_GROUP = "/esco/isco/"


def add_codes(base: Base, path: Path, progress: Progress | None = None) -> Intake:
    """Give occupations the codes of a published crosswalk.

    Raises:
        DataError: the file cannot be read to its end, or lacks a column.
    """
    from_noc = _starts_at_noc(path)
    added, tally = Additions(base), Tally(path.name)
    by_onet = _by_onet(added)
    columns = (_NOC, _ONET, _ESCO, _MATCH)
    for noc, onet, uri, match in rows(path, columns, tally, progress):
        codes = (onet.strip(), uri.strip())
        key = noc if from_noc else onet
        ids = by_onet.get(codes[0], ())
        mine = added.coded(five_digits(noc)) if from_noc else map(added.one, ids)
        reason = _fault(codes if from_noc else ("", codes[1]), match)
        occupations = () if reason else tuple(mine)
        given = [_give(added, each, *codes) for each in occupations]
        if reason:
            tally.drop(reason, key)
        elif not given:
            tally.drop(_("no occupation of the catalogue has this code"), key)
        elif any(given):
            tally.keep()
        else:
            tally.drop(_("stands there already"), key)
    source = CatalogueSource(f"crosswalk-{slug(path.stem) or 'table'}", path.name)
    return Intake(added.content((source,)), (tally.counted(),))


def _starts_at_noc(path: Path) -> bool:
    names = {name.casefold() for name in header_of(path)}

    def has(*known: str) -> bool:
        return any(name.casefold() in names for name in known)

    if has(*_NOC.names) and has(*_ONET.names, *_ESCO.names):
        return True
    if has(*_ONET.names) and has(*_ESCO.names):
        return False
    message = _("the table has no two columns of codes that are known here")
    hint = _("NOC 2021 and O*NET-SOC, NOC 2021 and ESCO, or O*NET-SOC and ESCO")
    raise refusal(message, str(path), hint, 1)


def _by_onet(added: Additions) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for each in added.all():
        for code in each.onet:
            ids.setdefault(code, []).append(each.id)
    return ids


def _fault(codes: tuple[str, str], match: str) -> str | None:
    if not any(codes):
        return _("no code on the other side")
    if _GROUP in codes[1]:
        return _("a group of ISCO, no occupation")
    if match.strip().replace(" ", "").casefold() not in _SAME:
        return _("no match of equals")
    return None


def _give(added: Additions, occupation: Occupation, onet: str, uri: str) -> bool:
    codes = (*occupation.onet, onet) if onet else occupation.onet
    uris = (*occupation.uris, uri) if uri else occupation.uris
    richer = occupation._replace(
        onet=tuple(dict.fromkeys(codes)), uris=tuple(dict.fromkeys(uris))
    )
    if richer == occupation:
        return False
    added.keep(richer)
    return True
