"""A file of a person's into what it says about their skills, whatever its format."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from skillgap.formats.detect import HEAD, Format, detect
from skillgap.formats.imported import Imported, refusal
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from skillgap.catalogue import Catalogue
    from skillgap.model import Claim, Match

    Matcher = Callable[[Sequence[Claim]], Sequence[Match]]

MAX_BYTES = 32 * 1024 * 1024
"""The largest file that is read; each format has its own, lower limit."""


def import_file(
    path: Path,
    catalogue: Catalogue,
    match: Matcher | None = None,
    as_of: str | None = None,
) -> Imported:
    """The claims, awards and languages of a file, the skills in its prose among them.

    Args:
        path: a file of any format that is read.
        catalogue: where skills are looked for.
        match: how a phrase of a list is matched where no label is found in it; the
            matching of the package, most often.
        as_of: the date of today (ISO), for what a person goes on doing.

    Raises:
        DataError: the file is not read, with the reason.
    """
    from skillgap.formats.found import with_skills

    return with_skills(read_file(path), catalogue, match, as_of)


def read_file(path: Path) -> Imported:
    """What a file says, its prose still as lines.

    Raises:
        DataError: the file is not read, with the reason.
    """
    return read_content(file_content(path), path)


def file_content(path: Path) -> bytes:
    """The bytes of a regular file of bearable size.

    Raises:
        DataError: it is none, is too large or cannot be opened.
    """
    shown = str(path)
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            message = _("it is not a file")
            raise refusal("import-unreadable", message, shown)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        message = _("the file cannot be read: {reason}").format(reason=reason)
        raise refusal("import-unreadable", message, shown) from error
    if len(data) > MAX_BYTES:
        message = _("the file is larger than {limit} MB")
        told = message.format(limit=MAX_BYTES >> 20)
        raise refusal("import-too-large", told, shown)
    if not data.strip():
        raise refusal("import-empty", _("the file is empty"), shown)
    return data


def read_content(data: bytes, path: Path) -> Imported:
    """What the bytes of a file say; the path gives its name and ending.

    Raises:
        DataError: they are not read, with the reason.
    """
    return _READERS[detect(path, data[:HEAD])](data, str(path), path.name)


def _pdf(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.documents import import_pdf

    return import_pdf(data, shown)


def _text(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.documents import import_text

    return import_text(data, shown)


def _markdown(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.documents import import_markdown

    return import_markdown(data, shown)


def _zip(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.archives import Archive
    from skillgap.formats.docx import DOCUMENT

    archive = Archive(data, shown)
    if DOCUMENT in archive.names:
        from skillgap.formats.documents import import_docx

        return import_docx(archive, shown)
    from skillgap.formats.linkedin import import_linkedin, is_linkedin

    if is_linkedin(archive.names):
        return import_linkedin(archive, shown)
    message = _("the archive is neither a Word document nor a LinkedIn export")
    hint = _("save other documents (ODT, Pages) as DOCX or PDF")
    raise refusal("import-unknown-format", message, shown, hint)


def _csv(data: bytes, shown: str, name: str) -> Imported:
    from skillgap.formats.linkedin import import_table

    return import_table(data, name, shown)


def _xml(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.europass import import_europass_xml

    return import_europass_xml(data, shown)


def _png(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.baked import unbake_png

    return _badge(unbake_png(data, shown), shown)


def _svg(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.baked import unbake_svg

    return _badge(unbake_svg(data, shown), shown)


def _badge(text: str, shown: str) -> Imported:
    from skillgap.formats.clr import import_credential
    from skillgap.formats.open_badges import read_badge_text

    return import_credential(*read_badge_text(text, shown), shown)


def _jwt(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.text import decode

    return _badge(decode(data, shown).text.lstrip("\ufeff").strip(), shown)


def _json(data: bytes, shown: str, _name: str) -> Imported:
    from skillgap.formats.json_text import parse_json

    content = parse_json(data, shown)
    if isinstance(content, list) and len(content) == 1:
        content = content[0]
    if not isinstance(content, dict):
        raise _no_format(shown)
    return _json_object(content, shown)


def _json_object(content: dict[str, Any], shown: str) -> Imported:
    """What a JSON object says, by the members it has."""
    from skillgap.formats.json_resume import SECTIONS, import_json_resume

    if any(key.lower() == "skillspassport" for key in content):
        from skillgap.formats.europass import import_europass_json

        return import_europass_json(content, shown)
    if content.keys() & {"@context", "credentialSubject", "badge", "vc"}:
        from skillgap.formats.clr import import_credential
        from skillgap.formats.open_badges import proof_of

        return import_credential(content, proof_of(content), shown)
    if "properties" in content and "$schema" in content:
        message = _("the file is a JSON Schema: it describes a format, not a person")
        raise refusal("import-unknown-format", message, shown)
    if content.keys() & {"qualifications", "responsibilities"}:
        message = _("the file describes a job and not a person")
        raise refusal("import-unknown-format", message, shown)
    if any(isinstance(content.get(name), dict | list) for name in SECTIONS):
        return import_json_resume(content, shown)
    raise _no_format(shown)


def _no_format(shown: str) -> Exception:
    message = _("the JSON is of no format that is read")
    hint = _("JSON Resume, Open Badges, CLR and Europass are read")
    return refusal("import-unknown-format", message, shown, hint)


_READERS: dict[Format, Callable[[bytes, str, str], Imported]] = {
    "pdf": _pdf,
    "zip": _zip,
    "png": _png,
    "svg": _svg,
    "xml": _xml,
    "json": _json,
    "jwt": _jwt,
    "csv": _csv,
    "text": _text,
    "markdown": _markdown,
}
