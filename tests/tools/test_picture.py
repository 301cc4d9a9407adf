"""The picture of README shows what the command prints now."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

PIECE = re.compile(r"<text [^>]*>([^<]*)</text>")


def words(drawn: str) -> list[str]:
    """What stands in a picture, piece by piece: places and colours may change."""
    return [html.unescape(piece) for piece in PIECE.findall(drawn)]


def test_the_picture_is_up_to_date(picture: ModuleType) -> None:
    kept = picture.PICTURE.read_text(encoding="utf-8")
    assert words(picture.draw()) == words(kept), "make picture"
    assert "skillgap\xa0recommend" in "".join(words(kept))
