"""A client's line put together from pieces: the bytes that ``work.plainly`` gives.

Whoever aims at the same, under the same filters, in the same language and holds the
same of what is asked for is told the same about it: that part of the line is made once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.batch.pieces import in_bytes, listed
from skillgap.batch.summary import decimals
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.batch.choice import Choice, Taken
    from skillgap.batch.goals import Aim
    from skillgap.batch.pieces import Template
    from skillgap.batch.wording import AimWords, Wording
    from skillgap.model import Held

OPEN_IN_LINE = (
    "also_needed",
    "client",
    "coverage_before",
    "fits",
    "gaps",
    "matches",
    "not_taught",
    "occupations",
    "recommendations",
    "row",
    "set_aside",
)

Hits = tuple[tuple[int, "Held"], ...]
"""What is held of the skills of an aim, by their places."""


class Advised(Record):
    """The parts of a line that follow from the aim and what is held of it.

    Between them stand the client, the fits, the matches and the row. ``before`` and
    ``after`` are those of the row of the summary, around the phrases not understood.
    """

    start: bytes
    to_fits: bytes
    to_matches: bytes
    to_row: bytes
    end: bytes
    before: str
    after: str


class _Gaps(Record):
    """The gaps as JSON, and how many requirements stand in each part of them."""

    text: bytes
    counts: list[int]


class _Rows(Record):
    """The recommendations as JSON, and what the summary says of them."""

    text: bytes
    after: float
    told: str


def hits_of(aim: Aim, held: Mapping[str, Held]) -> Hits:
    """What is held of the skills of an aim, in their order."""
    places = aim.places
    common = places.keys() & held.keys()
    if not common:
        return ()
    return tuple(sorted([(places[skill], held[skill]) for skill in common]))


def assemble(
    choice: Choice, wording: Wording, hits: Hits, template: Template, top: int
) -> Advised:
    """What a line says of an aim to whoever holds this of it."""
    aim = choice.aim
    words: AimWords = wording.aim(tuple([one.id for one in aim.occupations]), aim)
    levels = [0] * len(aim.skills)
    have = [(at, held.level) for at, held in hits]
    points = 0
    for at, level in have:
        levels[at] = level
        points += aim.worth[at][level]
    added = aim.added(have)
    gaps = _gaps(aim, words, wording, hits)
    taken = choice.rows(levels, added, top)
    rows = _Telling(choice, words, wording, hits, levels).rows(taken, points)
    left = [words.skills[at] for at in _not_taught(aim, have)]
    before = points / aim.goal.whole
    p = template.parts
    to_row = (p[6], listed(left), p[7], words.occupations, p[8], rows.text, p[9])
    counts = ",".join(map(str, (*gaps.counts, len(left))))
    return Advised(
        b"".join((p[0], words.needs, p[1])),
        b"".join((p[2], repr(before).encode(), p[3])),
        b"".join((p[4], gaps.text, p[5])),
        b"".join(to_row),
        b"".join((p[10], _set_aside(choice, added), p[11], b"\n")),
        f"{words.titles},{decimals(before)},{decimals(rows.after)},{counts},",
        f",{len(taken)},{rows.told},",
    )


def _not_taught(aim: Aim, have: Sequence[tuple[int, int]]) -> list[int]:
    """The places of skills that nobody teaches further, of what is not met yet."""
    if not have:
        return aim.untaught
    left = {*aim.untaught}
    for at, level in have:
        row = aim.worth[at]
        further = aim.most[at] > level or row[level] >= row[-1]
        (left.discard if further else left.add)(at)
    return sorted(left)


def _gaps(aim: Aim, words: AimWords, wording: Wording, hits: Hits) -> _Gaps:
    texts, counts = [], [0, 0, 0]
    for table, nothing in zip(aim.tables, words.missing, strict=True):
        parts: tuple[list[bytes], list[bytes], list[bytes]] = ([], [], [*nothing])
        there = [
            (table.places[aim.skills[at]], held)
            for at, held in hits
            if aim.skills[at] in table.places
        ]
        there.sort()
        met = 0
        for at, held in there:
            kind = table.kinds[at]
            met += kind.points[held.level]
            text = wording.compared(kind, table.skills[at], held)
            parts[held.level < kind.need].append(text)
        for at, _held in reversed(there):
            del parts[2][at]
        coverage = met / table.total if table.skills else 0.0
        covered, below, missing = (b",".join(part) for part in parts)
        whole = (
            *(b'{"below_level":[', below, b'],"coverage":', repr(coverage).encode()),
            *(b',"covered":[', covered, b'],"missing":[', missing),
            *(b'],"occupation":', in_bytes(table.occupation.id), b"}"),
        )
        texts.append(b"".join(whole))
        for place, part_ in enumerate(parts):
            counts[place] += len(part_)
    return _Gaps(listed(texts), counts)


def _set_aside(choice: Choice, added: Any) -> bytes:  # noqa: ANN401 - an array
    """How many credentials that would help are refused, by reason."""
    counts: dict[str, int] = {}
    for code, count in choice.refusals(added):
        for reason in choice.reasons(code):
            counts[reason] = counts.get(reason, 0) + count
    return listed(
        [
            b'{"count":%d,"filter":%b}' % (counts[reason], in_bytes(reason))
            for reason in sorted(counts)
        ]
    )


class _Telling:
    """The recommendations of someone who holds this, told one after the other."""

    def __init__(
        self,
        choice: Choice,
        words: AimWords,
        wording: Wording,
        hits: Hits,
        levels: list[int],
    ) -> None:
        self.choice, self.words, self.wording = choice, words, wording
        self.held = dict(hits)
        self.reached = levels

    def rows(self, taken: Sequence[Taken], points: int) -> _Rows:
        """The rows as JSON; the levels reached rise with each."""
        wording, whole = self.wording, self.choice.aim.goal.whole
        credentials = self.choice.aim.offer.credentials
        opens = None
        if any(one.asks_first for one in taken):
            opens = self._opens(taken)
        texts, told = [], ",,,"
        now = points
        for rank, one in enumerate(taken, start=1):
            added, closes, reasons = self._steps(one)
            now += added
            number = one.number
            credential = credentials[number]
            p = wording.row(number, credential)
            if rank == 1:
                first = wording.first(number, credential)
                told = f"{first},{decimals(added / whole)}"
            row = (
                *(p[0], repr(added / whole).encode(), p[1], closes),
                *(p[2], repr(now / whole).encode(), p[3]),
                *(opens[rank - 1] if opens else b"[]", p[4], b"%d" % rank),
                *(p[5], reasons, p[6]),
            )
            texts.append(b"".join(row))
        return _Rows(listed(texts), now / whole, told)

    def _steps(self, taken: Taken) -> tuple[int, bytes, bytes]:
        """The points that a row adds, what it closes and why."""
        aim, reached, skills = self.choice.aim, self.reached, self.words.skills
        added, closes, reasons = 0, [], []
        for at, level in taken.pairs:
            before = reached[at]
            if level <= before:
                continue
            row = aim.worth[at]
            added += row[level] - row[before]
            why = self._why(at, before, level)
            if why:
                reasons += why
                closes.append(closing_text(skills[at], before, level))
            reached[at] = level
        if len(reasons) > 1:
            reasons.sort(key=_share)
        texts = [text for _less, text in reasons]
        return added, listed(closes), listed(texts)

    def _why(self, at: int, before: int, after: int) -> list[tuple[float, bytes]]:
        """Why to raise a skill (``reasons.reason_sentence``), and by what share."""
        wording, aim = self.wording, self.choice.aim
        skill, held, found = aim.skills[at], self.held.get(at), []
        for number, kind in aim.asking[at]:
            points = kind.points[after] - kind.points[before]
            if not points:
                continue
            share = points / aim.tables[number].total
            start, end = self.words.named[number]
            head, tail = wording.kind[kind].asked
            step = wording.step(kind, skill, held, before, after)
            told = (b'"', start, head, wording.label[skill], tail, step)
            text = b"".join((*told, wording.share(share), end, b'"'))
            found.append((share, text))
        return found

    def _opens(self, taken: Sequence[Taken]) -> list[bytes]:
        """For each row the rows below that ask for it and for none above it."""
        credentials = self.choice.aim.offer.credentials
        ids = [credentials[one.number].id for one in taken]
        found = []
        for place, own in enumerate(ids):
            above = set(ids[:place])
            opened = [
                self.wording.credential[ids[at]]
                for at, other in enumerate(taken[place + 1 :], start=place + 1)
                if any(own in g and above.isdisjoint(g) for g in other.asks_first)
            ]
            found.append(listed(opened))
        return found


_FROM = [b'{"from":%d,"skill":' % level for level in range(6)]
_TO = [b',"to":%d}' % level for level in range(6)]


def closing_text(skill: bytes, before: int, after: int) -> bytes:
    """A closing (see ``render.projection``) as JSON."""
    return _FROM[before] + skill + _TO[after]


def _share(reason: tuple[float, bytes]) -> float:
    return -reason[0]
