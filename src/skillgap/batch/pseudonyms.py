"""Pseudonyms: ids that only the holder of a key can bring back to clients."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from typing import TYPE_CHECKING

from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from pathlib import Path

SHORTEST_KEY = 16
_LARGEST_KEY = 4096
_PRIVATE = 0o600


def pseudonym(client: str, key: bytes) -> str:
    """The pseudonym of an id: HMAC-SHA-256, the first 128 bits in hexadecimal."""
    return hmac.new(key, client.encode("utf-8"), hashlib.sha256).hexdigest()[:32]


def read_key(path: Path) -> bytes:
    """The key of a file; where there is no file, a new key is made for its owner alone.

    Raises:
        DataError: the file cannot be read or made, or its key is too short.
    """
    try:
        if not path.exists():
            _make(path)
        with path.open("rb") as file:
            key = file.read(_LARGEST_KEY).strip()
    except OSError as error:
        message = _("The key for pseudonyms cannot be read: {reason}.")
        raise _refused(message.format(reason=reason_of(error)), path) from error
    if len(key) < SHORTEST_KEY:
        message = _("The key for pseudonyms is shorter than {number} characters.")
        raise _refused(message.format(number=SHORTEST_KEY), path)
    return key


def _make(path: Path) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, _PRIVATE), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")


def _refused(message: str, path: Path) -> DataError:
    hint = _("Name a file that does not exist yet to have a key made.")
    return DataError(Problem("error", "pseudonyms", message, str(path), hint=hint))
