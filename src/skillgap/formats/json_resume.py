"""JSON Resume 1.0 and its older dialects.

False friend: its skill ``level`` is free text ("Master"), so it is read by the stated
table below; a level that the table does not know is told and left out. The name of a
skill that has keywords is a heading ("Front end"): its keywords are the skills, and
the name is one where the catalogue knows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.formats.dates import iso_date
from skillgap.formats.imported import (
    PRESENT,
    Imported,
    Line,
    Section,
    SpokenLanguage,
    clean,
    cleaned,
    note,
)
from skillgap.formats.json_text import child, name_in, objects, prose_in, texts_in
from skillgap.locale import _
from skillgap.model import AwardedCredential, Claim, Evidence
from skillgap.normalise import label_key
from skillgap.profile.claims import level_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.errors import Problem

SECTIONS = ("basics", "work", "skills", "education", "certificates", "languages")
"""An object with one of these members as an object or list is taken for a résumé."""

LEVELS = {"master": 5, "mastery": 5, "senior": 4, "junior": 2}
"""The levels of the format's own examples that are no level words elsewhere."""

_UNREAD = ("awards", "publications", "interests", "hobbies", "references")


def import_json_resume(content: dict[str, Any], shown: str) -> Imported:
    """The skills, certificates, languages and prose of a résumé."""
    groups = tuple(_groups(content))
    awards = tuple(dict.fromkeys(_certificates(content)))
    texts = [*_prose(content), *((name, "skills", None) for name in _headings(groups))]
    lines = tuple(Line(number, *text) for number, text in enumerate(texts, 1))
    claims = tuple(dict.fromkeys(claim for group in groups for claim in _claims(group)))
    return Imported(
        "json-resume",
        claims,
        awards,
        _languages(content),
        lines,
        (*_unknown_levels(groups, shown), *_unread(content, shown)),
    )


def level_of(text: object) -> int | None:
    """The level (1 to 5) that a free text of the format names, or None."""
    named = clean(text)
    return level_named(named) or LEVELS.get(label_key(named))


def _groups(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The entries of the skills list; older dialects write bare names."""
    found = child(content, "skills")
    if isinstance(found, dict):
        found = [{"name": name, "keywords": of} for name, of in found.items()]
    for item in found if isinstance(found, list) else []:
        if isinstance(item, str):
            yield {"name": item}
        elif isinstance(item, dict):
            yield item


def _claims(group: dict[str, Any]) -> Iterator[Claim]:
    names = _keywords(group) or cleaned([name_in(group, "name", "skill")])
    level = level_of(child(group, "level"))
    for name in names:
        yield Claim(
            name, level, evidence=(Evidence("skills", _("in the skills list")),)
        )


def _keywords(group: dict[str, Any]) -> tuple[str, ...]:
    found = child(group, "keywords")
    if isinstance(found, str):
        return cleaned(found.split(","))
    return texts_in(group, "keywords")


def _headings(groups: tuple[dict[str, Any], ...]) -> Iterator[str]:
    return (name_in(group, "name") for group in groups if _keywords(group))


def _certificates(content: dict[str, Any]) -> Iterator[AwardedCredential]:
    for found in objects(content, "certificates", "certifications"):
        if name := name_in(found, "name", "title"):
            yield AwardedCredential(
                name,
                name_in(found, "issuer", "authority") or None,
                iso_date(child(found, "date", "issueDate")),
                iso_date(child(found, "expirationDate", "endDate")),
                verification_reason=_("it stands in a résumé"),
            )


def _languages(content: dict[str, Any]) -> tuple[SpokenLanguage, ...]:
    found = (
        SpokenLanguage(
            name_in(item, "language", "name"), name_in(item, "fluency") or None
        )
        for item in objects(content, "languages")
    )
    return tuple(dict.fromkeys(language for language in found if language.name))


def _prose(content: dict[str, Any]) -> Iterator[tuple[str, Section, str | None]]:
    """The lines of prose with the part that they stand in and when it ended."""
    basics = child(content, "basics", "bio")
    for text in prose_in(basics, "summary", "label"):
        yield text, "summary", None
    parts: tuple[tuple[str, Section], ...] = (
        ("work", "work"),
        ("volunteer", "volunteering"),
        ("projects", "projects"),
    )
    for name, section in parts:
        for item in objects(content, name):
            until = iso_date(child(item, "endDate"))
            if until is None and child(item, "startDate"):
                until = PRESENT
            for text in prose_in(
                item,
                "position",
                "summary",
                "description",
                "highlights",
                "keywords",
                "roles",
            ):
                yield text, section, until
    for item in objects(content, "education"):
        for text in prose_in(item, "area", "courses"):
            yield text, "education", iso_date(child(item, "endDate"))


def _unknown_levels(
    groups: tuple[dict[str, Any], ...], shown: str
) -> Iterator[Problem]:
    for level in cleaned(child(group, "level") for group in groups):
        if level_of(level) is None:
            message = _('the level "{level}" is not known and was left out')
            hint = _("add it yourself, from 1 (beginner) to 5 (expert)")
            yield note("import-level", message.format(level=level), shown, hint)


def _unread(content: dict[str, Any], shown: str) -> Iterator[Problem]:
    names = [name for name in _UNREAD if child(content, name)]
    if names:
        message = _("not read: {names}").format(names=", ".join(names))
        yield note("import-not-read", message, shown)
