"""Signed credentials in compact form (JWS, RFC 7515): what they say, how far proven.

Signatures are checked where the file itself carries the key: without a network there
is no other. That a signature fits such a key shows that nothing was changed since it
was signed; whose key it is stays open, unless the issuer's name *is* the key (did:jwk).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING, Any

from skillgap.errors import DataError
from skillgap.formats.imported import refusal
from skillgap.formats.json_text import child, parse_json
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model import Verification

MAX_LENGTH = 8 * 1024 * 1024
MOST_BITS = 8192
LEAST_BITS = 1024
_PARTS = 3
_MOST_EXPONENT = 2**32
_HASHES = {
    # RFC 8017, section 9.2: the DER prefix that names each hash in a signature.
    "RS256": ("sha256", "3031300d060960864801650304020105000420"),
    "RS384": ("sha384", "3041300d060960864801650304020205000430"),
    "RS512": ("sha512", "3051300d060960864801650304020305000440"),
}


class Proof(Record):
    """How far a signature was checked, and why no further."""

    verification: Verification
    reason: str


class Signed(Record):
    """The content of a signed text, and its proof."""

    content: dict[str, Any]
    proof: Proof


def read_jwt(text: str, shown: str) -> Signed:
    """The content of a signed text and how far its signature holds.

    Raises:
        DataError: it is damaged, or not signed JSON.
    """
    parts = text.strip().split(".")
    if len(parts) != _PARTS or len(text) > MAX_LENGTH:
        raise _damaged(shown)
    try:
        header = parse_json(decode_part(parts[0]), shown)
        content = parse_json(decode_part(parts[1]), shown)
        signature = decode_part(parts[2])
    except (DataError, ValueError) as error:
        raise _damaged(shown) from error
    if not isinstance(header, dict) or not isinstance(content, dict):
        raise _damaged(shown)
    message = f"{parts[0]}.{parts[1]}".encode()
    return Signed(content, check_signature(header, message, signature, content))


def decode_part(part: str) -> bytes:
    """The bytes of one part of a signed text (base64url without padding)."""
    try:
        padded = part.encode("ascii") + b"=" * (-len(part) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        message = "not base64url"
        raise ValueError(message) from error


def check_signature(
    header: dict[str, Any], message: bytes, signature: bytes, content: dict[str, Any]
) -> Proof:
    """How far the signature of a message holds, by what the file itself carries."""
    algorithm = child(header, "alg")
    if not isinstance(algorithm, str) or algorithm.lower() == "none":
        return Proof("failed", _("the file says that it is not signed"))
    issuer_key = _key_of_did(_issuer_of(content))
    key = issuer_key or child(header, "jwk")
    if not isinstance(key, dict) or algorithm not in _HASHES:
        return Proof(
            "not_checked", _("the issuer's key is not in the file; nothing is fetched")
        )
    if not _is_rsa_signature(key, algorithm, message, signature):
        return Proof("failed", _("the signature does not fit what the file says"))
    if issuer_key:
        return Proof("checked", _("the signature fits the key that names the issuer"))
    return Proof(
        "not_checked",
        _(
            "the signature fits the key in the file, but whose key that is cannot be "
            "told without a network"
        ),
    )


def _issuer_of(content: dict[str, Any]) -> str:
    inner = child(content, "vc", "vp")
    issuer = child(inner if isinstance(inner, dict) else content, "issuer")
    named = issuer.get("id") if isinstance(issuer, dict) else issuer
    return named if isinstance(named, str) and named else str(content.get("iss", ""))


def _key_of_did(issuer: str) -> dict[str, Any] | None:
    """The key in the issuer's own name, where it is a ``did:jwk``."""
    if not issuer.startswith("did:jwk:"):
        return None
    try:
        key = parse_json(decode_part(issuer[8:].partition("#")[0]), "did:jwk")
    except (DataError, ValueError):
        return None
    return key if isinstance(key, dict) else None


def _is_rsa_signature(
    key: dict[str, Any], algorithm: str, message: bytes, signature: bytes
) -> bool:
    """Whether a signature is the key's (RSASSA-PKCS1-v1_5, RFC 8017, section 8.2.2)."""
    modulus, exponent = _number(key, "n"), _number(key, "e")
    bits = modulus.bit_length()
    if not LEAST_BITS <= bits <= MOST_BITS or not 1 < exponent < _MOST_EXPONENT:
        return False
    size = (bits + 7) // 8
    value = int.from_bytes(signature)
    if len(signature) != size or value >= modulus:
        return False
    name, prefix = _HASHES[algorithm]
    digest = bytes.fromhex(prefix) + hashlib.new(name, message).digest()
    expected = b"\0\1" + b"\xff" * (size - len(digest) - 3) + b"\0" + digest
    return hmac.compare_digest(pow(value, exponent, modulus).to_bytes(size), expected)


def _number(key: dict[str, Any], name: str) -> int:
    part = key.get(name)
    if not isinstance(part, str) or len(part) > MOST_BITS:
        return 0
    try:
        return int.from_bytes(decode_part(part))
    except ValueError:
        return 0


def _damaged(shown: str) -> DataError:
    return refusal(
        "import-damaged", _("the signed credential is damaged or incomplete"), shown
    )
