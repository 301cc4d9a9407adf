"""Credentials and learning opportunities in CTDL's JSON-LD, as offers.

A record is read on its own; what it refers to (who owns it, what a competency says) is
kept by its address until all files are read. Several prices are alternatives more often
than parts (members and others, exam and seminar): they are a range.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.errors import DataError
from skillgap.formats import ctdl_terms as ctdl
from skillgap.formats.ctdl_nodes import Node, local, unwrapped
from skillgap.formats.ctdl_offer import offer_of
from skillgap.formats.intake import Tally, refusal
from skillgap.formats.json_stream import json_records
from skillgap.formats.offers import Offer, Offers
from skillgap.locale import _
from skillgap.model import Text
from skillgap.model.intake import Unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from skillgap.formats.intake import Progress

_ENDINGS = {".json", ".jsonld", ".ndjson", ".jsonl"}


class Known:
    """What the files say of issuers and competencies, by their addresses."""

    def __init__(self, issuer: str | None = None) -> None:
        self.issuer = issuer
        self.issuers: dict[str, Text] = {}
        self.competencies: dict[str, Text] = {}

    def take(self, node: Node) -> str | None:
        """Keep what others refer to; the reason why it is nothing more."""
        types = set(node.types)
        if types & ctdl.ORGANISATIONS:
            self._keep(self.issuers, node, node.text(ctdl.NAME))
            return _("an organisation: credentials are given its name")
        if local(ctdl.COMPETENCY) in types:
            label = node.text(ctdl.COMPETENCY_LABEL, ctdl.COMPETENCY_TEXT)
            self._keep(self.competencies, node, label)
            return _("a competency: taken where a credential names it")
        return None

    def _keep(self, where: dict[str, Text], node: Node, text: Text | None) -> None:
        for address in node.ids if text else ():
            where.setdefault(address, text or Text(None))


def read_ctdl(
    sources: Iterable[Path], progress: Progress | None = None, issuer: str | None = None
) -> Offers:
    """Read files of CTDL: what stands in folders, or single files.

    A file of a folder that is no JSON is passed over and named; one that is given by
    itself is refused. ``issuer`` is the one of those that name none.

    Raises:
        DataError: there is no such file, one that was given cannot be read, or none of
            them has a credential or learning opportunity.
    """
    reading = _Reading(progress, issuer)
    for source in sources:
        if source.is_dir():
            for path in sorted(each for each in source.rglob("*") if each.is_file()):
                if path.suffix.lower() in _ENDINGS:
                    reading.try_file(path)
        else:
            reading.file(source)
    offers = tuple(reading.offers())
    if not offers and not reading.found:
        raise refusal(_("no credential and no learning opportunity was found"))
    counted = tuple(tally.counted() for tally in reading.tallies if tally.rows)
    notes = (
        _("Several prices of one credential are shown as a range."),
        _("A duration in days, weeks, months or years is given in weeks."),
    )
    return Offers(offers, counted, notes, tuple(reading.unread))


class _Reading:
    """What is gathered while the files are read."""

    def __init__(self, progress: Progress | None, issuer: str | None) -> None:
        self._progress = progress
        self._known = Known(issuer)
        self._seen: set[str] = set()
        self.found: list[tuple[Node, Tally, str]] = []
        self.tallies: list[Tally] = []
        self.unread: list[Unread] = []

    def try_file(self, path: Path) -> None:
        """Read a file of a folder, or say why it is not read."""
        try:
            self.file(path)
        except DataError as error:
            self.unread.append(Unread(path.name, error.problems[0].message))

    def file(self, path: Path) -> None:
        tally = Tally(path.name)
        records = json_records(path, self._progress)
        nodes = (node for record in records for node in unwrapped(record))
        found = [
            (node, tally, path.name) for node in nodes if self._is_offer(node, tally)
        ]
        self.tallies.append(tally)
        self.found += found

    def _is_offer(self, node: Node, tally: Tally) -> bool:
        types = node.types
        reason = self._known.take(node) or _reason(types)
        example = node.word(ctdl.NAME) or (types[0] if types else None)
        if reason:
            tally.drop(reason, example)
            return False
        ids = set(node.ids)
        if ids & self._seen:
            tally.drop(_("stands there twice"), example)
            return False
        self._seen |= ids
        return True

    def offers(self) -> Iterator[Offer]:
        """The offers of all files, once what they refer to is known."""
        cells = Tally(_("values of credentials"))
        self.tallies.append(cells)
        for node, tally, place in self.found:
            made = offer_of(node, self._known, cells, place)
            if isinstance(made, Offer):
                tally.keep()
                yield made
            else:
                tally.drop(made, node.word(ctdl.NAME) or None)


def _reason(types: tuple[str, ...]) -> str | None:
    """Why a node of these types is no short credential."""
    if any(each in ctdl.KINDS for each in types):
        return None
    if any(each in ctdl.LONGER for each in types):
        return _("longer than a short credential")
    if any(each in ctdl.GRANTED for each in types):
        return _("granted by an authority, no course ends with it")
    return _("no credential and no learning opportunity") if types else _("no type")
