"""ESCO's occupations and the groups of ISCO that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.document.kinds import is_address
from skillgap.formats.esco_labels import several, tidy
from skillgap.formats.intake import Tally
from skillgap.formats.sheets import column, maybe, rows
from skillgap.locale import _
from skillgap.model import Occupation, Text, Texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.formats.esco_files import Part, Parts
    from skillgap.formats.intake import Progress
    from skillgap.model import Relation, Requirement

_OCCUPATION = (
    column("conceptUri", "ORIGINURI"),
    maybe("ID"),
    column("preferredLabel"),
    maybe("altLabels"),
    maybe("iscoGroup", "OCCUPATIONGROUPCODE"),
    maybe("code"),
    maybe("status"),
    maybe("modifiedDate"),
)
_GROUP = (column("code"), column("preferredLabel"))
_GROUP_DIGITS = 2
_DAY = 10


class RoughOccupation:
    """An occupation while its skills and French titles are gathered."""

    __slots__ = ("alternatives", "asked", "code", "english", "french", "group", "uri")

    def __init__(self, uri: str, english: str, group: str, code: str) -> None:
        self.uri = uri
        self.english = english
        self.french: str | None = None
        self.group = group
        self.code = code
        self.alternatives: dict[str, list[str]] = {"en": [], "fr": []}
        self.asked: dict[str, Relation] = {}

    def ask(self, skill: str, relation: Relation | str) -> bool:
        """Ask for a skill; False where it is asked for already.

        Essential stands over optional where the source says both.
        """
        before = self.asked.get(skill)
        if before is None or (before == "optional" and relation == "essential"):
            self.asked[skill] = "essential" if relation == "essential" else "optional"
        return before is None

    def requirements(self, ids: Mapping[str, str]) -> list[tuple[str, Relation]]:
        """The ids of the skills asked for, each once; the essential ones first."""
        found: dict[str, Relation] = {}
        for key, relation in sorted(self.asked.items(), key=lambda item: item[1]):
            found.setdefault(ids[key], relation)
        return list(found.items())

    def occupation(
        self, id_: str, requirements: tuple[Requirement, ...], fields: set[str]
    ) -> Occupation:
        """The record; the field is the group of ISCO where that has a name."""
        field = f"isco-{self.group}"
        return Occupation(
            id=id_,
            noc=None,
            title=Text(self.english, self.french),
            alternative_titles=Texts(
                _others(self.alternatives["en"], self.english),
                _others(self.alternatives["fr"], self.french),
            ),
            field=field if field in fields else None,
            uris=(self.uri,) if is_address(self.uri) else (),
            requirements=requirements,
        )


def read_occupations(
    part: Part, tallies: list[Tally], progress: Progress | None
) -> tuple[dict[str, RoughOccupation], str | None]:
    """The occupations by the key that relations name, and the latest change."""
    tally = Tally(part.path.name)
    tallies.append(tally)
    found: dict[str, RoughOccupation] = {}
    latest = ""
    for cells in rows(part.path, _OCCUPATION, tally, progress):
        uri, own, label, alternatives, group, code, status, modified = cells
        english = tidy(label)
        key = own or uri
        if not english:
            tally.drop(_("no label"), uri or None)
        elif status in {"obsolete", "deprecated"}:
            tally.drop(_("out of use"), english)
        elif key in found:
            tally.drop(_("stands there twice"), english)
        else:
            digits = group.strip()[:_GROUP_DIGITS]
            rough = RoughOccupation(uri.strip(), english, digits, code or key[-8:])
            rough.alternatives["en"] += several(alternatives)
            found[key] = rough
            tally.keep()
            latest = max(latest, modified[:_DAY])
    return found, latest or None


def read_groups(
    parts: Parts, tallies: list[Tally], progress: Progress | None
) -> dict[str, Text]:
    """The names of ISCO's sub-major groups, by code."""
    names: dict[str, dict[str, str]] = {}
    for language in ("en", "fr"):
        part = parts.one("groups", language)
        if part is None:
            continue
        tally = Tally(part.path.name)
        tallies.append(tally)
        for code, label in rows(part.path, _GROUP, tally, progress):
            if len(code.strip()) != _GROUP_DIGITS:
                tally.drop(_("a group of another size than the fields (two digits)"))
            else:
                names.setdefault(code.strip(), {})[language] = tidy(label)
                tally.keep()
    return {
        code: Text(texts.get("en"), texts.get("fr"))
        for code, texts in names.items()
        if texts.get("en")
    }


def _others(labels: list[str], preferred: str | None) -> tuple[str, ...]:
    return tuple(label for label in dict.fromkeys(labels) if label != preferred)
