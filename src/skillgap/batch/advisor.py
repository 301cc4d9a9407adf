"""Chunks of rows advised fast: what clients have in common is worked out once."""

from __future__ import annotations

from contextlib import suppress
from copy import copy
from typing import TYPE_CHECKING

from skillgap.batch.advise import advise_row, aimed_at
from skillgap.batch.assemble import OPEN_IN_LINE, assemble, hits_of
from skillgap.batch.calm import one_thread, uncollected
from skillgap.batch.client import read_client
from skillgap.batch.fits import Fits
from skillgap.batch.goals import Aim
from skillgap.batch.holding import Phrases
from skillgap.batch.offer import Offer
from skillgap.batch.pieces import Kept, Template, in_bytes
from skillgap.batch.pseudonyms import pseudonym
from skillgap.batch.remembered import remembered
from skillgap.batch.settings import FITS
from skillgap.batch.summary import field, summary_row
from skillgap.batch.wording import Wording
from skillgap.batch.work import Made, joined, known_as
from skillgap.locale import LANGUAGES, use_language
from skillgap.model import Recommendations
from skillgap.record import Record
from skillgap.render.batch_line import ClientLine
from skillgap.render.batch_records import line_data
from skillgap.render.result import RecommendView
from skillgap.render.views.parts import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.batch.assemble import Advised, Hits
    from skillgap.batch.choice import Choice
    from skillgap.batch.client import Client
    from skillgap.batch.fits import Ranked
    from skillgap.batch.holding import Understood
    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.batch.work import Done
    from skillgap.catalogue import Catalogue
    from skillgap.model import Occupation

CHOSEN = 3
"""How many occupations are chosen for a client who names none (``advice.fit``)."""

_MOST_AIMS = 4096
_MOST_ADVISED = 1024


class _Ready(Record):
    """A client whose words are understood."""

    row: Row
    client: Client
    occupations: tuple[Occupation, ...]
    understood: Understood


class Advisor:
    """Advises chunks of rows, and remembers what one may share with the next.

    ``told_anew`` counts the clients who were the first to be told something of an aim.
    """

    def __init__(self, settings: Settings, catalogue: Catalogue) -> None:
        one_thread()
        self.settings = settings
        self._catalogue = catalogue
        with uncollected():
            self._lay_out(catalogue)
        self._aimed = Kept(self._aim_at)
        self._aims = Kept(self._aim, _MOST_AIMS)
        self._lines = Kept(self._blank)
        self._advice = Kept(self._assembled, _MOST_ADVISED)
        self.told_anew = 0

    def _lay_out(self, catalogue: Catalogue) -> None:
        """What is the same for all clients."""
        quick = remembered(catalogue)
        bases = {basis.id: basis for basis in catalogue.bases()}
        self._phrases = Phrases(quick)
        self._offer = Offer(quick)
        self._words = {one: Wording(quick, bases) for one in LANGUAGES}
        try:
            self._fits: Fits | None = Fits(quick)
        except OverflowError:
            self._fits = None

    def under(self, settings: Settings) -> Advisor:
        """The same with another name of the roster; what it remembers is shared."""
        other = copy(self)
        other.settings = settings
        return other

    def each(self, chunks: Iterable[list[Row]]) -> Iterator[Done]:
        """The lines of one chunk after the other."""
        return map(self.work, chunks)

    def work(self, rows: Sequence[Row]) -> Done:
        """The lines of a chunk, the same as ``work.plainly`` gives."""
        return joined(self.lines(rows))

    def lines(self, rows: Sequence[Row]) -> list[Made]:
        """The same of each row."""
        try:
            if self.settings.report:
                return self._lines_of(rows)
            with uncollected():
                return self._lines_of(rows)
        finally:
            use_language(self.settings.language)

    def share(self) -> None:
        """From now on keep what rows teach until others are told it."""
        self._phrases.share()

    def learnt(self) -> bytes:
        """What the last rows taught that others can use, who ``learn`` it."""
        return self._phrases.learnt()

    def learn(self, learnt: bytes) -> None:
        """Take over what another learnt."""
        self._phrases.learn(learnt)

    def _lines_of(self, rows: Sequence[Row]) -> list[Made]:
        if self._fits is None or self.settings.rank_by != "added":
            return [self._plainly(row) for row in rows]
        done: list[Made | None] = [None] * len(rows)
        ready = {}
        clients = self._clients(rows)
        for place, (row, client) in enumerate(zip(rows, clients, strict=True)):
            found = client and self._ready(row, client)
            if found is None:
                done[place] = self._plainly(row)
            else:
                ready[place] = found
        advised = self._advised(list(ready.values()))
        for place, each in zip(ready, advised, strict=True):
            done[place] = each
        return [each for each in done if each]

    def _plainly(self, row: Row) -> Made:
        line = known_as(
            advise_row(row, self.settings, self._catalogue), row, self.settings
        )
        data = line_data(line)
        summary = summary_row(data).encode()
        return Made(in_bytes(data) + b"\n", summary, line.advised is not None)

    def _clients(self, rows: Sequence[Row]) -> list[Client | None]:
        """The clients of rows; None where the plain way has to say what is wrong.

        So it has for those who hold credentials, which few rosters say.
        """
        use_language(self.settings.language)
        found: list[Client | None] = []
        for row in rows:
            try:
                client = read_client(row, self.settings)
            except Exception:  # noqa: BLE001 - the plain way says it, at this row alone
                client = None
            found.append(None if client is None or client.awards else client)
        # What goes wrong here goes wrong again where each is looked at by itself.
        with suppress(Exception):
            there = [one for one in found if one and not one.corrections]
            self._phrases.prepare([(one.language, one.claims) for one in there])
        return found

    def _ready(self, row: Row, client: Client) -> _Ready | None:
        """What a client says as it is understood; None as above."""
        use_language(self.settings.language)
        try:
            occupations = self._aimed[client.targets]
            use_language(client.language)
            understood = self._phrases.understood(client.claims, client.corrections)
        except Exception:  # noqa: BLE001 - as above
            return None
        return _Ready(row, client, occupations, understood)

    def _aim_at(self, targets: tuple[str, ...]) -> tuple[Occupation, ...]:
        return aimed_at(targets, self._catalogue)

    def _advised(self, ready: Sequence[_Ready]) -> Iterator[Made]:
        clients = [
            [(skill, held.level) for skill, held in one.understood.held.items()]
            for one in ready
        ]
        fits = self._best(clients, FITS, in_demand=False)
        open_ = [at for at, one in enumerate(ready) if not one.client.targets]
        chosen = self._best([clients[at] for at in open_], CHOSEN, in_demand=True)
        for_person = dict(zip(open_, chosen, strict=True))
        for at, one in enumerate(ready):
            use_language(one.client.language)
            occupations = one.occupations
            if at in for_person:
                occupations = self._occupations(for_person[at])
            try:
                yield self._line(one, occupations, fits[at])
            except Exception:  # noqa: BLE001 - as above
                yield self._plainly(one.row)

    def _best(
        self, clients: list[list[tuple[str, int]]], top: int, *, in_demand: bool
    ) -> list[list[Ranked]]:
        if not clients or self._fits is None:
            return []
        return self._fits.best(clients, top, in_demand=in_demand)

    def _occupations(self, ranked: Sequence[Ranked]) -> tuple[Occupation, ...]:
        known = self._fits.occupations if self._fits else ()
        return tuple(known[one.at] for one in ranked)

    def _line(
        self, one: _Ready, occupations: tuple[Occupation, ...], fits: list[Ranked]
    ) -> Made:
        client, settings = one.client, self.settings
        aim: Aim = self._aims(tuple([each.id for each in occupations]), occupations)
        choice = aim.choice[self._offer.allowed[client.filters]]
        hits = hits_of(aim, one.understood.held)
        key = choice, client.language, not client.targets, hits
        told: Advised = self._advice[key]
        name = client.id
        if settings.pseudonyms is not None:
            name = pseudonym(name, settings.pseudonyms)
        row = b"%d" % client.row
        parts = (
            *(told.start, in_bytes(name), told.to_fits),
            *(self._fit_texts(fits, client.language), told.to_matches),
            *(one.understood.text, told.to_row, row, told.end),
        )
        best = ""
        if fits and self._fits:
            occupation = self._fits.occupations[fits[0].at]
            best = self._words[client.language].cell[said(occupation.title)]
        summed = (
            f"{field(name)},{client.row},ok,{client.language},{told.before}"
            f"{one.understood.unclear}{told.after}{best},\r\n"
        )
        return Made(b"".join(parts), summed.encode(), is_advised=True)

    def _assembled(self, key: tuple[Choice, str, bool, Hits]) -> Advised:
        """What is said of an aim, in the language in use."""
        self.told_anew += 1
        choice, language, chosen, hits = key
        template = self._lines[language, chosen]
        wording = self._words[language]
        return assemble(choice, wording, hits, template, self.settings.top)

    def _fit_texts(self, fits: Sequence[Ranked], language: str) -> bytes:
        known = self._fits.occupations if self._fits else ()
        occupation = self._words[language].occupation
        each = [
            b'{"coverage":%b,"fit":%b,"occupation":%b,"rank":%d}'
            % (
                repr(one.coverage).encode(),
                repr(one.fit).encode(),
                occupation[known[one.at].id],
                rank,
            )
            for rank, one in enumerate(fits, start=1)
        ]
        return b"[" + b",".join(each) + b"]"

    def _aim(self, _ids: tuple[str, ...], occupations: tuple[Occupation, ...]) -> Aim:
        return Aim(occupations, self._offer)

    def _blank(self, key: tuple[str, bool]) -> Template:
        """The line of anyone, in a language, with what differs left open."""
        language, chosen = key
        blank = Recommendations((), (), 0.0, (), (), chosen)
        view = RecommendView(blank, (), rank_by=self.settings.rank_by)
        return Template(line_data(ClientLine("", 1, language, (), view)), OPEN_IN_LINE)
