"""From the options to claims: the phrases that a person typed, piped or listed."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.errors import DataError, Problem
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.cli.options import Person
    from skillgap.model import Claim

LARGEST_FILE = 1_000_000
"""Bytes of a skills file; a person's skills are a few lines, not a library."""


def typed_texts(person: Person) -> tuple[str, ...]:
    """What was typed, listed in a file or piped in, in this order, as it was.

    Raises:
        DataError: the file cannot be read.
    """
    texts = list(person.skill or ())
    if person.skills:
        texts.append(person.skills)
    if person.skills_file:
        texts += _lines(person.skills_file)
    return tuple(texts)


def typed_claims(texts: Iterable[str]) -> tuple[Claim, ...]:
    """The claims in what was typed.

    Raises:
        UsageError: a level is none.
    """
    from skillgap.profile.claims import parse_claims

    return tuple(claim for text in texts for claim in parse_claims(text))


def _lines(name: str) -> list[str]:
    content = _read(name)
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError as error:
        raise _not_text(name, content.count(b"\n", 0, error.start) + 1) from None
    if "\0" in text:
        raise _not_text(name, text.count("\n", 0, text.index("\0")) + 1)
    return [line for line in text.splitlines() if line.strip()]


def _encoding(content: bytes) -> str:
    """UTF-8, or the UTF-16 that Windows marks where it calls a text "Unicode"."""
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return "utf-16" if marked else "utf-8-sig"


def _not_text(name: str, line: int) -> DataError:
    message = _("This is not UTF-8 text.")
    hint = _("Save the file as UTF-8.")
    return DataError(Problem("error", "encoding", message, name, line, hint=hint))


def _read(name: str) -> bytes:
    try:
        if name == "-":
            # A process that was started without an input has none to read.
            content = sys.stdin.buffer.read(LARGEST_FILE + 1) if sys.stdin else b""
        else:
            with Path(name).open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        from skillgap.locale.reasons import reason_of

        message = _("The skills file cannot be read: {reason}.")
        reason = reason_of(error)
        problem = Problem("error", "file", message.format(reason=reason), name)
        raise DataError(problem) from error
    if len(content) > LARGEST_FILE:
        message = _("The skills file is larger than {size} bytes.")
        problem = Problem("error", "file", message.format(size=LARGEST_FILE), name)
        raise DataError(problem)
    return content
