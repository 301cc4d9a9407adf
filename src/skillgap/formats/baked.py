"""Badges baked into pictures: the credential in a text chunk of a PNG or in an SVG.

The places are those of the Open Badges specifications: the ``iTXt`` (once ``tEXt``)
chunk ``openbadges`` or ``openbadgecredential``; the elements ``openbadges:assertion``
and ``openbadges:credential``, as text or in the attribute ``verify``.
"""

from __future__ import annotations

import struct
import zlib

from skillgap.formats.imported import refusal
from skillgap.formats.json_text import check_size
from skillgap.formats.xml_text import local_name, parse_xml
from skillgap.locale import _

MAX_BYTES = 32 * 1024 * 1024
MAX_CHUNKS = 20_000
MAX_TEXT = 8 * 1024 * 1024
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORDS = (b"openbadges", b"openbadgecredential")
_TEXT_CHUNKS = (b"iTXt", b"tEXt", b"zTXt")


def unbake_png(data: bytes, shown: str) -> str:
    """The text that is baked into a PNG.

    Raises:
        DataError: none is, or the picture is damaged.
    """
    check_size(data, MAX_BYTES, shown)
    place = len(_SIGNATURE)
    for _chunk in range(MAX_CHUNKS):
        if place + 8 > len(data):
            break
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind in _TEXT_CHUNKS:
            text = _chunk_text(kind, data[place + 8 : place + 8 + length], shown)
            if text is not None:
                return text
        place += 12 + length
    raise _no_badge(shown)


def unbake_svg(data: bytes, shown: str) -> str:
    """The text that is baked into an SVG.

    Raises:
        DataError: none is, or the picture is no XML.
    """
    for element in parse_xml(data, shown).iter():
        tag = str(element.tag)
        if "openbadge" in tag.lower() or "/ob/" in tag:
            text = (element.text or "").strip() or element.get("verify", "").strip()
            if local_name(element) in {"assertion", "credential"} and text:
                return text
    raise _no_badge(shown)


def _chunk_text(kind: bytes, chunk: bytes, shown: str) -> str | None:
    """The text of a chunk where its keyword is a badge's."""
    keyword, _nul, rest = chunk.partition(b"\0")
    if keyword not in _KEYWORDS:
        return None
    if kind == b"zTXt":
        rest = _inflated(rest[1:], shown)
    elif kind == b"iTXt":
        is_compressed, rest = rest[:1] == b"\1", rest[2:]
        _language, _nul, rest = rest.partition(b"\0")
        _translated, _nul, rest = rest.partition(b"\0")
        rest = _inflated(rest, shown) if is_compressed else rest
    return rest.decode("utf-8", "replace").strip()


def _inflated(data: bytes, shown: str) -> bytes:
    inflater = zlib.decompressobj()
    try:
        text = inflater.decompress(data, MAX_TEXT)
    except zlib.error as error:
        message = _("the badge in the picture is damaged")
        raise refusal("import-damaged", message, shown) from error
    if inflater.unconsumed_tail:
        message = _("the badge in the picture is larger than {limit} MB")
        told = message.format(limit=MAX_TEXT >> 20)
        raise refusal("import-too-large", told, shown)
    return text


def _no_badge(shown: str) -> Exception:
    return refusal(
        "import-no-badge",
        _("no badge is baked into the picture"),
        shown,
        _("download the badge from its issuer again; a screenshot holds none"),
    )
