"""The list of a batch's reports: every client, what they aim at, and the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, current_language, ngettext
from skillgap.record import Record
from skillgap.render.quantities import number
from skillgap.render.report.page import head, template
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from skillgap.model.about import CatalogueInfo


class Listed(Record):
    """A client with a report: its file, beside the list, and what it says in short.

    ``language`` is the report's, ``spoken`` the name of it; ``before`` and ``after``
    are the coverage now and after the plan, in words.
    """

    client: str
    file: str
    language: str
    spoken: str
    occupation: str
    before: str
    after: str


class Unadvised(Record):
    """A client without a report, by the row of the roster, and why."""

    client: str
    row: int
    reason: str


class About(Record):
    """What the reports are of."""

    clients: int
    roster: str
    made: date | None
    info: CatalogueInfo


class _Words(Record):
    title: str
    about: tuple[str, ...]
    lead: str
    nobody: str
    columns: tuple[str, ...]
    failed: str
    faults: tuple[str, ...]
    foot: str


def index_html(
    advised: Iterable[Listed], failed: Iterable[Unadvised], about: About
) -> Iterator[str]:
    """The page, piece by piece, in the language in use; no list is held in memory."""
    words = _words(about)
    return template("index.html").generate(
        words=words,
        advised=advised,
        failed=failed,
        **head(current_language(), words.title),
    )


def _words(about: About) -> _Words:
    title = ngettext(
        "Report for {number} client", "Reports for {number} clients", about.clients
    )
    told = [_("From: {roster}").format(roster=about.roster)]
    if about.made:
        told.append(_("Made on: {date}").format(date=about.made))
    foot = _("Catalogue {name}, facts as of {date}, {fingerprint}; skillgap {version}.")
    info = about.info
    return _Words(
        title=title.format(number=number(about.clients)),
        about=tuple(told),
        lead=_("Each name leads to that client's report."),
        nobody=_("There are no reports."),
        columns=(
            _("Client"),
            _("Work"),
            _("Language"),
            _("Covered now"),
            _("After the plan"),
        ),
        failed=_("Without a report"),
        faults=(_("Client"), _("Row"), _("Why")),
        foot=foot.format(
            name=info.name,
            date=info.as_of,
            fingerprint=info.fingerprint,
            version=__version__,
        ),
    )
