"""Dates as files write them, brought to ISO: ``2024-05-31``, ``2024-05``, ``2024``."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?![\d/])")
_MONTHS = (
    ("jan", "janv", "january", "janvier"),
    ("feb", "fev", "fevr", "february", "fevrier"),
    ("mar", "mars", "march"),
    ("apr", "avr", "april", "avril"),
    ("may", "mai"),
    ("jun", "june", "juin"),
    ("jul", "juil", "july", "juillet"),
    ("aug", "aout", "august"),
    ("sep", "sept", "september", "septembre"),
    ("oct", "october", "octobre"),
    ("nov", "november", "novembre"),
    ("dec", "december", "decembre"),
)
_LAST_MONTH = 12
_LAST_DAY = 31
_EARLIEST, _LATEST = 1900, 2100


def iso_date(value: object) -> str | None:
    """The date at the start of a text, as far as it is given; None where there is none.

    ``2024-05-31T09:00:00Z`` gives ``2024-05-31``; ``May 2024`` gives ``2024-05``.
    """
    if not isinstance(value, str):
        return None
    found = _ISO.match(value)
    if found:
        return date_of(*found.groups())
    return _named_month(value)


def date_of(
    year: str | int | None, month: str | int | None = None, day: str | int | None = None
) -> str | None:
    """The date that some numbers make; a part out of range ends it."""
    number = _number(year)
    if not _EARLIEST <= number <= _LATEST:
        return None
    text = f"{number:04}"
    for part, last in ((month, _LAST_MONTH), (day, _LAST_DAY)):
        number = _number(part)
        if not 1 <= number <= last:
            break
        text += f"-{number:02}"
    return text


def _number(part: str | int | None) -> int:
    """The number in a part of a date ("--08" is XML Schema's August), else 0."""
    digits = str(part or "").strip().lstrip("-")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len("2024")
    return int(digits) if is_number else 0


def _named_month(text: str) -> str | None:
    from skillgap.normalise import fold

    words = re.findall(r"[a-z]+|\d{4}", fold(text[:40]))
    for word, year in pairwise(words):
        if word in months() and year.isdigit():
            return date_of(year, months()[word])
    return next((date_of(word) for word in words if word.isdigit()), None)


@cache
def months() -> dict[str, int]:
    """The names of months in both languages, folded, with their number."""
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
