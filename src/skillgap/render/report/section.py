"""The parts of a report: a title and neutral blocks, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.record import Record
from skillgap.render.blocks import Bullets, Heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.render.blocks import Block


class Section(Record):
    """A part of a report; ``id`` is the same in each language."""

    id: str
    title: str
    blocks: tuple[Block, ...]


class Edition(Record):
    """A report in one language: its title, whom and when it is for, its sections."""

    language: str
    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]


def listed(title: str, items: Iterable[str], *, ordered: bool = False) -> list[Block]:
    """A list under a title of its own, or nothing where it would be empty."""
    several = tuple(items)
    if not several:
        return []
    return [Heading(title, 3), Bullets(several, title, ordered)]


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]
