"""Files of other formats, built by hand for the tests: all invented."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import random
import struct
import zipfile
import zlib
from functools import cache
from pathlib import Path
from typing import Any

from skillgap.errors import DataError, Problem
from skillgap.formats import Imported, read_content

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def outcome(data: bytes, name: str) -> Imported | tuple[Problem, ...]:
    """What reading a file gives: its content, or why it is refused."""
    try:
        return read_content(data, Path(name))
    except DataError as error:
        return error.problems


def zipped(entries: dict[str, str | bytes]) -> bytes:
    """A zip archive of some entries."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(body: str) -> bytes:
    """A Word document with a body of WordprocessingML."""
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": xml})


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of WordprocessingML."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*pages: str) -> bytes:
    """A PDF with a line of text for each line of each page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for page in pages:
        shown = " T* ".join(f"({line}) Tj" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 14 TL 72 700 Td {shown} ET".encode("latin-1")
        length = str(len(stream)).encode()
        objects.append(
            b"<< /Length " + length + b" >> stream\n" + stream + b"\nendstream"
        )
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents "
            + f"{content} 0 R".encode()
            + b" /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = (
        f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    )
    return pdf_file(objects)


def pdf_file(objects: list[bytes]) -> bytes:
    """A PDF of some objects, the first of them its catalogue."""
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj ".encode() + content + b" endobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    data += f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n".encode()
    return data + b"%%EOF"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of one pixel with further chunks."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    every = (
        (b"IHDR", header),
        *chunks,
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in every)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def baked(text: str, keyword: bytes = b"openbadgecredential") -> bytes:
    """A PNG with a badge in an iTXt chunk."""
    return png((b"iTXt", keyword + b"\0\0\0\0\0" + text.encode()))


def badge(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    """An Open Badge 3.0, with changes to its outer members."""
    made: dict[str, Any] = {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "https://example.org/i", "name": "Example Academy"},
        "validFrom": "2024-05-31T09:00:00Z",
        "validUntil": "2027-05-31T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "type": ["Achievement"],
                "name": "Kitchen Basics",
                "alignment": [
                    {
                        "targetName": "preparing meals",
                        "targetFramework": "ESCO",
                        "targetUrl": "https://example.org/esco/meal-preparation",
                        "targetCode": "S1",
                    }
                ],
            },
        },
    }
    return made | changes


def old_badge(**changes: Any) -> dict[str, Any]:  # noqa: ANN401
    """An Open Badge 2.0, with changes to its outer members."""
    made: dict[str, Any] = {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "issuedOn": "2016-12-31T23:59:59Z",
        "expires": "2017-06-30",
        "badge": {
            "type": "BadgeClass",
            "name": "Robotics Badge",
            "issuer": {"type": "Profile", "name": "Example Makers"},
            "tags": ["welding", "2016"],
        },
        "verification": {"type": "hosted"},
    }
    return made | changes


def signed(
    content: dict[str, Any], *, with_key: bool = True, alg: str = "RS256"
) -> str:
    """A credential signed as a JWT with a key made for the tests."""
    header: dict[str, Any] = {"alg": alg, "typ": "JWT"}
    if with_key:
        header["jwk"] = public_key()
    message = (
        f"{part(json.dumps(header).encode())}.{part(json.dumps(content).encode())}"
    )
    modulus, private = _key()
    size = (modulus.bit_length() + 7) // 8
    prefix = bytes.fromhex("3031300d060960864801650304020105000420")
    digest = prefix + hashlib.sha256(message.encode()).digest()
    padded = b"\0\1" + b"\xff" * (size - len(digest) - 3) + b"\0" + digest
    signature = pow(int.from_bytes(padded), private, modulus).to_bytes(size)
    return f"{message}.{part(signature)}"


def public_key() -> dict[str, str]:
    """The public part of the key made for the tests."""
    modulus, _private = _key()
    size = (modulus.bit_length() + 7) // 8
    return {"kty": "RSA", "n": part(modulus.to_bytes(size)), "e": "AQAB"}


def part(data: bytes) -> str:
    """Bytes as base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@cache
def _key() -> tuple[int, int]:
    numbers = random.Random(5)  # noqa: S311 - a key for tests alone
    first, second = _prime(numbers), _prime(numbers)
    return first * second, pow(65537, -1, (first - 1) * (second - 1))


def _prime(numbers: random.Random) -> int:
    while True:
        found = numbers.getrandbits(540) | (3 << 538) | 1
        if found % 65537 != 1 and all(
            pow(base, found - 1, found) == 1 for base in (2, 3, 5)
        ):
            return found
