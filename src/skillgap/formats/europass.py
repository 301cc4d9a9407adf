"""Europass CVs: XML of versions 1.2 to 3.4 and the JSON of 3.x.

All versions say the same with other tags, so each is first brought to one shape: keys
in lower case, ``...list`` wrappers left out, every member a list. Language levels are
those of the CEFR (A1 to C2), which is a scale of its own and none of skill levels.
Names, photos, addresses and birth dates are not kept.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from skillgap.formats.dates import date_of
from skillgap.formats.imported import (
    PRESENT,
    Imported,
    Line,
    Section,
    SpokenLanguage,
    clean,
    refusal,
)
from skillgap.formats.xml_text import local_name, parse_xml
from skillgap.locale import _
from skillgap.model import AwardedCredential

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

TEXT = "#text"
_LEFT_OUT = frozenset(("identification", "photo", "attachment", "printingpreferences"))
_SKILLS = ("communication", "organisational", "jobrelated", "computer", "other")
_READ_ACHIEVEMENTS: dict[str, Section] = {
    "courses": "education",
    "certifications": "certificates",
}
Prose = tuple[str, Section, str | None]


def import_europass_xml(data: bytes, shown: str) -> Imported:
    """The skills, languages and prose of a CV in XML.

    Raises:
        DataError: it is no XML, or no Europass CV.
    """
    root = parse_xml(data, shown)
    name = local_name(root).lower()
    if name not in {"skillspassport", "learnerinfo"}:
        message = _("the XML is no Europass CV: its root element is <{name}>")
        raise refusal("import-unknown-format", message.format(name=name), shown)
    shape = _shape_of_element(root)
    return _import(next(_at(shape, "learnerinfo"), shape), shown)


def import_europass_json(content: dict[str, Any], shown: str) -> Imported:
    """The skills, languages and prose of a CV in JSON.

    Raises:
        DataError: it holds no information on a learner.
    """
    shape = _shape_of_json(content)
    for learner in _at(shape, "skillspassport", "learnerinfo"):
        return _import(learner, shown)
    message = _("the Europass file holds no information on a person's skills")
    raise refusal("import-empty", message, shown)


def _import(learner: Any, shown: str) -> Imported:  # noqa: ANN401 - a shape
    lines = tuple(Line(n, *prose) for n, prose in enumerate(_prose(learner), 1))
    languages = tuple(dict.fromkeys(_languages(learner)))
    awards = tuple(dict.fromkeys(_certificates(learner)))
    if not (lines or languages or awards):
        message = _("the Europass file holds no information on a person's skills")
        raise refusal("import-empty", message, shown)
    return Imported("europass", (), awards, languages, lines)


def _prose(learner: Any) -> Iterator[Prose]:  # noqa: ANN401
    for text in _texts(learner, "headline", "description"):
        yield text, "summary", None
    yield from _work(learner)
    yield from _education(learner)
    yield from _stated_skills(learner)
    for achieved in _at(learner, "achievement"):
        section = _READ_ACHIEVEMENTS.get(next(_texts(achieved, "title", "code"), ""))
        for text in _texts(achieved, "description") if section else ():
            yield text, section or "education", None


def _work(learner: Any) -> Iterator[Prose]:  # noqa: ANN401
    for work in _at(learner, "workexperience"):
        until = _until(work)
        for text in (*_texts(work, "position"), *_texts(work, "activities")):
            yield text, "work", until


def _education(learner: Any) -> Iterator[Prose]:  # noqa: ANN401
    for learned in _at(learner, "education"):
        until = _until(learned)
        for name in ("title", "activities", "skills"):
            for text in _texts(learned, name):
                yield text, "education", until


def _stated_skills(learner: Any) -> Iterator[Prose]:  # noqa: ANN401
    for skills in (*_at(learner, "skills"), *_at(learner, "skill")):
        for text in skills.get(TEXT, ()) if isinstance(skills, dict) else ():
            for line in _plain(text):
                yield line, "skills", None
        for name in _SKILLS:
            for text in _texts(skills, name, "description"):
                yield text, "skills", None


def _languages(learner: Any) -> Iterator[SpokenLanguage]:  # noqa: ANN401
    spoken = (
        *_at(learner, "skills", "linguistic", "mothertongue"),
        *_at(learner, "skills", "linguistic", "foreignlanguage"),
        *_at(learner, "language"),
    )
    for language in spoken:
        name = next(_texts(language, "description"), "") or next(
            _texts(language, "label"), ""
        )
        levels = dict.fromkeys(
            text.upper()
            for part in (*_at(language, "proficiencylevel"), *_at(language, "level"))
            for values in (part.values() if isinstance(part, dict) else ())
            for text in _texts_of(values)
        )
        if name:
            yield SpokenLanguage(clean(name), ", ".join(sorted(levels)) or None)


def _certificates(learner: Any) -> Iterator[AwardedCredential]:  # noqa: ANN401
    for language in _at(learner, "skills", "linguistic", "foreignlanguage"):
        proofs = (
            *_at(language, "certificate"),
            *_at(language, "verifiedby", "certificate"),
        )
        for proof in proofs:
            if name := clean(next(_texts(proof, "title"), "")):
                yield AwardedCredential(
                    name,
                    clean(next(_texts(proof, "awardingbody"), "")) or None,
                    next(map(_date, _at(proof, "date")), None),
                    verification_reason=_("it stands in a résumé"),
                )


def _until(part: Any) -> str | None:  # noqa: ANN401
    """When a part of a life ended; PRESENT where it goes on."""
    for period in _at(part, "period"):
        for end in _at(period, "to"):
            if ended := _date(end):
                return ended
        if next(_texts(period, "current"), "").lower() == "true":
            return PRESENT
    return None


def _date(shape: Any) -> str | None:  # noqa: ANN401
    numbers = (next(_texts(shape, part), None) for part in ("year", "month", "day"))
    return date_of(*numbers)


def _at(shape: Any, *path: str) -> Iterator[Any]:  # noqa: ANN401
    """Everything that stands at a path, through lists."""
    if isinstance(shape, list):
        for item in shape:
            yield from _at(item, *path)
    elif not path:
        yield shape
    elif isinstance(shape, dict) and path[0] in shape:
        yield from _at(shape[path[0]], *path[1:])


def _texts(shape: Any, *path: str) -> Iterator[str]:  # noqa: ANN401
    """The lines of text at a path; of a coded value, its label."""
    for found in _at(shape, *path):
        yield from _texts_of(found)


def _texts_of(found: Any) -> Iterator[str]:  # noqa: ANN401
    if isinstance(found, list):
        for item in found:
            yield from _texts_of(item)
    elif isinstance(found, dict):
        yield from _texts_of(found.get("label") or found.get(TEXT) or [])
    elif isinstance(found, str):
        yield from _plain(found)


def _plain(text: str) -> Iterator[str]:
    """The lines of a text without the markup that Europass puts in it."""
    broken = re.sub(r"<(?:br|/p|/li|/div)\b[^<>]*>", "\n", text, flags=re.IGNORECASE)
    for line in html.unescape(re.sub(r"<[^<>]*>", "", broken)).splitlines():
        if stripped := line.strip():
            yield stripped


def _shape_of_element(element: Element) -> dict[str, Any]:
    """An element as an object of lists, with its attributes and its text."""
    shape: dict[str, Any] = {}
    for name, value in element.attrib.items():
        shape.setdefault(name.rpartition("}")[2].lower(), []).append(value)
    if (text := "".join(_own_text(element)).strip()) and text:
        shape.setdefault(TEXT, []).append(text)
    for child in element:
        name = local_name(child).lower()
        if not name or name in _LEFT_OUT:
            continue
        inner = _shape_of_element(child)
        if name.endswith("list"):
            for key, values in inner.items():
                shape.setdefault(key, []).extend(values)
        else:
            shape.setdefault(name, []).append(inner)
    return shape


def _own_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local_name(child).lower() in {"br", "p"}:
            yield f"\n{child.text or ''}"
        yield child.tail or ""


def _shape_of_json(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return {
            key.lower(): _shape_of_json(item)
            for key, item in value.items()
            if key.lower() not in _LEFT_OUT
        }
    if isinstance(value, list):
        return [_shape_of_json(item) for item in value]
    return str(value) if isinstance(value, bool | int) else value
