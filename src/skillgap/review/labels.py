"""Rules about names: whether what people type brings them to what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.errors import SkillgapError
from skillgap.locale import _, ngettext
from skillgap.matching import match_claims, match_occupation
from skillgap.model import Claim
from skillgap.normalise import label_key
from skillgap.profile.claims import parse_claims
from skillgap.record import Record
from skillgap.review.alike import alike
from skillgap.review.reviewed import Finding, Reviewed, finds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.document.sink import Place
    from skillgap.model import Occupation, Skill, Text, Texts

LANGUAGES = ("en", "fr")
_NAMED = 5
Way = tuple[str | int, ...]
"""The keys and indexes that lead from a record to a value."""


class _Name(Record):
    """A name of a record, and where it stands."""

    id: str
    text: str
    place: Place


@finds("SG201", "warning")
def near_duplicate_skills(reviewed: Reviewed) -> Iterator[Finding]:
    """Two skills have labels of one language that the matcher takes for the same.

    Other word order, words written together or apart, or a slip in a word that no other
    label uses. What people hold and what is asked for then may not meet.
    """
    for language in LANGUAGES:
        named: dict[str, _Name] = {}
        for skill, kept in reviewed.skills():
            if text := getattr(skill.label, language):
                name = _Name(skill.id, text, kept.place("label", language))
                named.setdefault(label_key(text), name)
        hint = _("make them one, or give one of them a label that tells them apart")
        yield from _pairs(named, _("the skills {one} and {other} look alike"), hint)


@finds("SG202", "warning")
def near_duplicate_credentials(reviewed: Reviewed) -> Iterator[Finding]:
    """Two credentials of one issuer have names of one language that look the same."""
    hint = _("keep one of them, or name what sets them apart")
    message = _("the credentials {one} and {other} of one issuer look alike")
    by_issuer: dict[tuple[str, str], list[_Name]] = {}
    for credential, kept in reviewed.credentials():
        for language in LANGUAGES:
            if text := getattr(credential.name, language):
                name = _Name(credential.id, text, kept.place("name", language))
                group = (credential.issuer.id, language)
                by_issuer.setdefault(group, []).append(name)
    for names in by_issuer.values():
        named: dict[str, _Name] = {}
        for name in names:
            key = label_key(name.text)
            first = named.setdefault(key, name)
            if first.id != name.id:
                yield _pair(first, name, message, hint)
        yield from _pairs(named, message, hint)


def _pairs(named: dict[str, _Name], message: str, hint: str) -> Iterator[Finding]:
    for one, other in alike(named):
        if named[one].id != named[other].id:
            yield _pair(named[one], named[other], message, hint)


def _pair(one: _Name, other: _Name, message: str, hint: str) -> Finding:
    first, second = sorted((one, other), key=lambda name: name.place)
    text = message.format(one=first.id, other=second.id)
    return Finding(second.place, f"{text}: {first.text}; {second.text}", hint)


@finds("SG203", "warning")
def label_twice(reviewed: Reviewed) -> Iterator[Finding]:
    """An alternative label says again, in its language, what its skill has already.

    Case, accents, spaces, hyphens and plurals make no difference between labels.
    ``--fix`` takes the second one out.
    """
    for skill, kept in reviewed.skills():
        for language, index, text in repeated(skill):
            place = kept.place("alternative_labels", language, index)
            message = _("the label {label} stands twice on the skill {skill}")
            yield Finding(
                place,
                message.format(label=text, skill=skill.id),
                _("take one of them out, or run the check with --fix"),
            )


def repeated(skill: Skill) -> Iterator[tuple[str, int, str]]:
    """The alternative labels that say nothing new: language, index and text."""
    for language in LANGUAGES:
        preferred = getattr(skill.label, language)
        seen = {label_key(preferred)} if preferred else set()
        for index, text in enumerate(getattr(skill.alternative_labels, language)):
            if label_key(text) in seen:
                yield language, index, text
            seen.add(label_key(text))


@finds("SG204", "warning")
def label_shadowed(reviewed: Reviewed) -> Iterator[Finding]:
    """A label of a skill, typed as it stands, is understood as something else.

    Another skill's id answers, or a rule of matching takes it for other words.
    """
    for skill, kept in reviewed.skills():
        names = tuple(_texts(skill.label, skill.alternative_labels, "label"))
        claims = [Claim(text) for text, _way in names]
        matches = match_claims(claims, reviewed.catalogue)
        for (text, way), match in zip(names, matches, strict=True):
            if match.skill is None or match.skill.id != skill.id:
                message = _(
                    "the label {label} of the skill {skill}, typed as it stands, is "
                    "understood as {other}"
                ).format(
                    label=text,
                    skill=skill.id,
                    other=match.skill.id if match.skill else _("nothing"),
                )
                yield Finding(kept.place(*way), message, _("word it otherwise"))


@finds("SG205", "warning")
def title_shadowed(reviewed: Reviewed) -> Iterator[Finding]:
    """A title of an occupation, typed as it stands, is understood as another one."""
    for occupation, text, place in _titles(reviewed):
        match = match_occupation(text, reviewed.catalogue)
        others = [each.occupation.id for each in match.candidates]
        if occupation.id not in others:
            message = _(
                "the title {title} of {occupation}, typed as it stands, is understood "
                "as {other}"
            ).format(
                title=text,
                occupation=occupation.id,
                other=", ".join(others) or _("nothing"),
            )
            yield Finding(place, message, _("word it otherwise"))


@finds("SG207", "note")
def title_shared(reviewed: Reviewed) -> Iterator[Finding]:
    """Two occupations share titles: whoever types one is asked which they mean."""
    first: dict[str, tuple[Occupation, str]] = {}
    shared: dict[tuple[str, str], list[tuple[str, Place]]] = {}
    for occupation, text, place in _titles(reviewed):
        before, title = first.setdefault(label_key(text), (occupation, text))
        if before.id != occupation.id:
            pair = (before.id, occupation.id)
            shared.setdefault(pair, []).append((title, place))
    for (one, other), titles in shared.items():
        names = ", ".join(dict.fromkeys(title for title, _place in titles))
        message = _("the occupations {one} and {other} share titles: {titles}")
        text = message.format(one=one, other=other, titles=names)
        yield Finding(titles[0][1], text)


@finds("SG208", "note")
def label_parted(reviewed: Reviewed) -> Iterator[Finding]:
    """Labels hold a comma, semicolon or level, so that a list of skills parts them.

    They are told together, by their number.
    """
    parted: list[tuple[str, Place]] = []
    for skill, kept in reviewed.skills():
        for text, way in _texts(skill.label, skill.alternative_labels, "label"):
            if _is_parted(text):
                parted.append((text, kept.place(*way)))
    if parted:
        count = len(parted)
        message = ngettext(
            "{number} label is read as several skills, or with a level: {names}",
            "{number} labels are read as several skills, or with a level: {names}",
            count,
        )
        names = "; ".join(text for text, _place in parted[:_NAMED])
        names += "; …" if count > _NAMED else ""
        yield Finding(parted[0][1], message.format(number=count, names=names))


def _is_parted(text: str) -> bool:
    if not any(sign in text for sign in ",;:=([{"):
        return False
    try:
        return [claim.phrase for claim in parse_claims(text)] != [text]
    except SkillgapError:
        return True


def _titles(reviewed: Reviewed) -> Iterator[tuple[Occupation, str, Place]]:
    """Every title of every occupation, with its place."""
    for occupation, kept in reviewed.occupations():
        names = _texts(occupation.title, occupation.alternative_titles, "title")
        for text, way in names:
            yield occupation, text, kept.place(*way)


def _texts(preferred: Text, others: Texts, key: str) -> Iterator[tuple[str, Way]]:
    """Every name of a record, with the way to it."""
    several = "alternative_labels" if key == "label" else "alternative_titles"
    for language in LANGUAGES:
        if text := getattr(preferred, language):
            yield text, (key, language)
        for index, text in enumerate(getattr(others, language)):
            yield text, (several, language, index)


@finds("SG206", "warning")
def one_sided_text(reviewed: Reviewed) -> Iterator[Finding]:
    """A label, title or name stands in one language where most others stand in two.

    Names of credentials and issuers are left as their issuers write them, and a list
    that is mostly in one language is taken as meant so.
    """
    for noun, texts in _bilingual(reviewed):
        complete = sum(1 for _id, text, _place in texts if text.en and text.fr)
        if complete * 2 < len(texts):
            continue
        for id_, text, place in texts:
            if not (text.en and text.fr):
                absent = "fr" if text.en else "en"
                message = _("the {list} {id} has no text in the language {language}")
                yield Finding(place, message.format(list=noun, id=id_, language=absent))


def _bilingual(
    reviewed: Reviewed,
) -> Iterator[tuple[str, list[tuple[str, Text, Place]]]]:
    skills = [(s.id, s.label, k.place("label")) for s, k in reviewed.skills()]
    yield _("skill"), skills
    work = [(o.id, o.title, k.place("title")) for o, k in reviewed.occupations()]
    yield _("occupation"), work
    about = reviewed.draft.about
    fields, bases = reviewed.defined("field"), reviewed.defined("basis")
    yield _("field"), [(f.id, f.label, fields[f.id]) for f in about.fields]
    yield _("basis"), [(b.id, b.label, bases[b.id]) for b in about.bases]
