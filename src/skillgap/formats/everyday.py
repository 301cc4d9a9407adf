"""The everyday words of the bundled catalogue, lent to skills that were imported.

Taxonomies name skills as officials do ("use spreadsheets software"); the bundled
catalogue also knows what people say ("excel"). A skill of it lends its labels to the
imported skill that is the same: by address, else by its label as people type it. One
that is narrower than such a skill comes along under it, as a skill of its own: who
speaks Java is then known to hold "digital literacy", which is asked for. A label that
the source has stays where the source has it, so none stands on two skills.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.intake import Tally
from skillgap.formats.licences import own
from skillgap.locale import _, ngettext
from skillgap.model import Text, Texts
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from skillgap.formats.intake import Intake
    from skillgap.model import Language, Skill


def lend_labels(
    intake: Intake, known: Sequence[Skill], as_of: str, same: Mapping[str, str]
) -> Intake:
    """The intake with the everyday labels of skills that are known elsewhere.

    Args:
        intake: what came of a taxonomy.
        known: the skills of the bundled catalogue, whose broader skills are among them.
        as_of: the day of that catalogue.
        same: by the ids of known skills, the labels under which the taxonomy has them,
            where neither an address nor a label of theirs tells.
    """
    lending = _Lending(intake.content.skills, same)
    lending.lend(known)
    if not lending.labels.kept:
        return intake
    about = intake.content.about
    about = about._replace(sources=(*about.sources, own(as_of)))
    content = intake.content._replace(about=about, skills=lending.all())
    counted = (lending.skills.counted(), lending.labels.counted())
    notes = (_lent(len(lending.same)), *_came_along(lending.narrower))
    return intake._replace(
        content=content,
        counted=(*intake.counted, *counted),
        notes=(*intake.notes, *notes),
    )


def _lent(number: int) -> str:
    return ngettext(
        "{number} skill is also known by the everyday labels of the bundled catalogue "
        "(--no-everyday leaves them out).",
        "{number} skills are also known by the everyday labels of the bundled "
        "catalogue (--no-everyday leaves them out).",
        number,
    ).format(number=number)


def _came_along(number: int) -> tuple[str, ...]:
    if not number:
        return ()
    message = ngettext(
        "{number} skill of the bundled catalogue came along: it is narrower than one "
        "of these.",
        "{number} skills of the bundled catalogue came along: each is narrower than "
        "one of these.",
        number,
    )
    return (message.format(number=number),)


class _Lending:
    """Imported skills, while labels come to them; no label stands on two."""

    def __init__(self, imported: Sequence[Skill], same: Mapping[str, str]) -> None:
        self.skills = Tally(_("skills of the bundled catalogue"))
        self.labels = Tally(_("their labels"))
        self.same: set[str] = set()
        self.narrower = 0
        self._taken = {skill.id: skill for skill in imported}
        self._called = same
        self._by_uri = {skill.uri: skill.id for skill in imported if skill.uri}
        self._named = {
            label_key(label): skill.id
            for skill in imported
            for label in skill.label
            if label
        }
        self._owners = {
            label_key(label): skill.id
            for skill in imported
            for label in (*skill.label, *_alternatives(skill))
            if label
        }

    def all(self) -> tuple[Skill, ...]:
        """Every skill as it is by now, the imported ones first."""
        return tuple(self._taken.values())

    def lend(self, known: Sequence[Skill]) -> None:
        """Let each skill that is known lend its labels, or come along."""
        same = {each.id: self._counterpart(each) for each in known}
        for each in known:
            if id_ := same[each.id]:
                self.same.add(id_)
                self.skills.keep()
                self._give(id_, each)
        above = _Above({each.id: each for each in known}, same)
        for each in above.in_order():
            if not same[each.id]:
                self._take(each, above)

    def _counterpart(self, skill: Skill) -> str | None:
        """The imported skill that is the same, None where there is none."""
        found = self._by_uri.get(skill.uri or "")
        if found is None:
            labels = (self._called.get(skill.id), *skill.label)
            keys = (label_key(label) for label in labels if label)
            found = next((self._named[key] for key in keys if key in self._named), None)
            if found and skill.uri and self._taken[found].uri:
                return None  # each has an address, and they differ
        return found

    def _give(self, id_: str, lender: Skill) -> None:
        """Give an imported skill the labels that no skill has."""
        skill = self._taken[id_]
        english, french = skill.label
        given: dict[Language, list[str]] = {"en": [], "fr": []}
        alike = label_key(english or "") == label_key(lender.label.en or "")
        for language, label in _labels(lender):
            if not self._is_free(label, id_):
                continue
            self._owners[label_key(label)] = id_
            if alike and language == "fr" and not french and label == lender.label.fr:
                french = label
            else:
                given[language].append(label)
        others = skill.alternative_labels
        self._taken[id_] = skill._replace(
            label=Text(english, french),
            alternative_labels=Texts(
                (*others.en, *given["en"]), (*others.fr, *given["fr"])
            ),
        )

    def _take(self, skill: Skill, above: _Above) -> None:
        """Take a narrower skill in, under those that are asked for."""
        broader = above.of(skill)
        owner = self._owners.get(label_key(skill.label.en or ""))
        if not broader:
            reason = _("the source has neither the same skill nor a broader one")
            self.skills.drop(reason, skill.label.en)
        elif owner in broader:  # the source calls the broader one by this name too
            self.skills.keep()
            self._give(owner, skill)
        elif owner or skill.id in self._taken:
            self.skills.drop(_("another skill has this label"), skill.label.en)
        else:
            self.narrower += 1
            self.skills.keep()
            above.include(skill)
            self._taken[skill.id] = skill._replace(
                alternative_labels=Texts(), label=Text(skill.label.en, None)
            )._replace(broader=tuple(sorted(broader)))
            self._owners[label_key(skill.label.en or "")] = skill.id
            self.labels.keep()
            self._give(skill.id, skill)

    def _is_free(self, label: str, id_: str) -> bool:
        """Whether a label can go to a skill; counts it either way."""
        owner = self._owners.get(label_key(label))
        if owner is None:
            self.labels.keep()
        elif owner == id_:
            reason = _("says the same as another label of the skill")
            self.labels.drop(reason, label)
        else:
            self.labels.drop(_("another skill has this label"), label)
        return owner is None


class _Above:
    """What the skills of the bundled catalogue are narrower than, among those taken."""

    def __init__(self, known: dict[str, Skill], same: dict[str, str | None]) -> None:
        self._known = known
        self._goes_to = dict(same)

    def in_order(self) -> Iterator[Skill]:
        """Every skill, the broader ones before those that are narrower."""
        seen: set[str] = set()
        for id_ in self._known:
            yield from self._from(id_, seen)

    def _from(self, id_: str, seen: set[str]) -> Iterator[Skill]:
        if id_ not in seen:
            seen.add(id_)
            for broader in self._known[id_].broader:
                yield from self._from(broader, seen)
            yield self._known[id_]

    def include(self, skill: Skill) -> None:
        """Say that a skill is now among those taken, under its own id."""
        self._goes_to[skill.id] = skill.id

    def of(self, skill: Skill) -> set[str]:
        """The ids of the nearest skills above that are taken."""
        found: set[str] = set()
        for id_ in skill.broader:
            taken = self._goes_to[id_]
            found |= {taken} if taken else self.of(self._known[id_])
        return found


def _alternatives(skill: Skill) -> tuple[str, ...]:
    others = skill.alternative_labels
    return (*others.en, *others.fr)


def _labels(skill: Skill) -> Iterator[tuple[Language, str]]:
    """Every label of a skill with its language, its own before the alternative ones."""
    if skill.label.en:
        yield "en", skill.label.en
    if skill.label.fr:
        yield "fr", skill.label.fr
    for label in skill.alternative_labels.en:
        yield "en", label
    for label in skill.alternative_labels.fr:
        yield "fr", label
