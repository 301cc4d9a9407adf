"""Lines into sentences of words that remember where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.sections import segments
from skillgap.normalise import words
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.formats.imported import Section
    from skillgap.formats.sections import Placed

_CONTINUING = frozenset(
    (
        *("and", "or", "of", "the", "to", "in", "for", "with", "a", "an", "on", "&"),
        *("et", "ou", "de", "du", "des", "la", "le", "les", "à", "en", "pour", "avec"),
        *("un", "une", "au", "aux", "dans", "sur", "par"),
    )
)
_WRAPPED_FROM = 55


class Token(Record):
    """One word: its key, the piece of text that it came from, and where it stands.

    ``first`` says that it begins its piece of text, ``alone`` that the piece is this
    word and nothing else.
    """

    key: str
    text: str
    line: int
    piece: int
    alone: bool


class Segment(Record):
    """Words between two signs that part ideas, in one part of a résumé.

    ``in_list`` says that it stands among others between commas or as a bullet.
    """

    tokens: tuple[Token, ...]
    text: str
    in_list: bool


class Sentence(Record):
    """What is said in one go: its segments, its part and the date of that part."""

    segments: tuple[Segment, ...]
    section: Section
    last_used: str | None
    is_item: bool


def sentences(lines: Iterable[Placed]) -> Iterator[Sentence]:
    """The lines, those that only wrap joined, as sentences of segments."""
    for group in _joined(lines):
        yield from _sentences(group)


def _joined(lines: Iterable[Placed]) -> Iterator[list[Placed]]:
    group: list[Placed] = []
    for line in lines:
        if group and _continues(group[-1], line):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _continues(before: Placed, line: Placed) -> bool:
    """Whether a line goes on where the one before it was wrapped."""
    if line.is_item or line.follows_gap or before.section != line.section:
        return False
    last, first = before.text.rstrip(), line.text.lstrip()
    if not last or not first or last[-1] in ".;:!?|":
        return False
    if first[0].islower() or last.split()[-1].lower() in _CONTINUING:
        return True
    return last[-1] == "," or (before.is_item and len(last) >= _WRAPPED_FROM)


def _sentences(group: list[Placed]) -> Iterator[Sentence]:
    """The sentences of a group; a full stop or a semicolon ends one."""
    first = group[0]
    pieces: list[tuple[str, int]] = [
        (piece, line.number) for line in group for piece in line.text.split(" ")
    ]
    start = 0
    for end in range(1, len(pieces) + 1):
        last = pieces[end - 1][0]
        if end == len(pieces) or last.endswith((".", ";", "!", "?")):
            part = tuple(_segments(pieces[start:end], start))
            if part:
                yield Sentence(part, first.section, first.last_used, first.is_item)
            start = end


def _segments(pieces: list[tuple[str, int]], offset: int) -> Iterator[Segment]:
    """The segments of a sentence, cut where a sign parts ideas."""
    text = " ".join(piece for piece, _line in pieces)
    numbers = [line for piece, line in pieces for _char in f"{piece} "]
    found = list(segments(text))
    place = 0
    for part in found:
        place = text.index(part, place)
        tokens = tuple(_tokens(part, place, numbers, offset))
        place += len(part)
        if tokens:
            yield Segment(tokens, part.strip(), len(found) > 1)


def _tokens(part: str, place: int, numbers: list[int], offset: int) -> Iterator[Token]:
    pieces = part.split()
    at = 0
    for piece in _signed(pieces):
        at = part.find(piece.split()[0], at)
        line = numbers[min(place + at, len(numbers) - 1)]
        keys = words(piece)
        for key in keys:
            yield Token(key, piece, line, offset * 10_000 + place + at, len(keys) == 1)
        at += 1


def _signed(pieces: list[str]) -> Iterator[str]:
    """The pieces, a sign written apart joined to its letter ("C ++")."""
    held = ""
    for piece in pieces:
        if held and len(held) == 1 and piece in {"++", "#"}:
            held += f" {piece}"
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
