"""Text from outside, made harmless to whatever shows it.

Catalogues, profiles and command lines hold text that nobody vouches for. A terminal
obeys control characters, a reader is misled by bidirectional overrides and invisible
tags, and an output stream fails on lone surrogates: all of them are written out.
"""

from __future__ import annotations

import re
from functools import cache

_LAST_OF_PLANE = 0xFFFF
_TAG = b"\xf3\xa0"


def visible(text: str) -> str:
    r"""The text on one line, with what a terminal would obey written as ``\x1b``."""
    if _is_safe(text):
        return text
    return _unsafe().sub(_written_out, _spaces().sub(" ", text))


def json_safe(text: str) -> str:
    r"""JSON with the same characters as ``\u`` escapes, which mean the same."""
    if _is_safe(text.replace("\n", "")):
        return text
    return _unsafe().sub(_json_escape, text)


def _is_safe(text: str) -> bool:
    """Whether nothing is to be written out, as in nearly every text.

    Python calls no control, mark of direction, surrogate or separator printable. Of
    the invisible tags it does so call some; in UTF-8 all begin with these bytes.
    """
    return text.isprintable() and (text.isascii() or _TAG not in text.encode())


# Compiled when first needed: that takes as long as showing a page.
@cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")


@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile(
        "["
        "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls, escape sequences among them
        "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # direction, hiding
        "\ud800-\udfff\ufeff\ufff9-\ufffb"
        "\U000e0000-\U000e0fff"  # tags: invisible copies of ASCII
        "]"
    )


def _written_out(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "surrogatepass").decode("ascii")


def _json_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code in (0x0A, 0x0D, 0x09):  # the layout of the JSON text itself
        return found[0]
    if code <= _LAST_OF_PLANE:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
