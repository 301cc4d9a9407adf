"""What the stages of matching look up, the same for skills and for occupations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from skillgap.catalogue import Beside, Catalogue, Named
    from skillgap.catalogue.spellings import Spellings
    from skillgap.model import Language

MATCHED_FROM = 0.78
"""The confidence from which an answer is given as *matched*."""

UNSURE_FROM = 0.5
"""The confidence from which candidates are shown as *unsure*."""

MEANT_FROM = 0.5
"""The same for an answer by meaning, whose confidence is calibrated: of those given,
the share that is right. How far it leads is part of that confidence already."""

MEANT_UNSURE_FROM = 0.35
"""The confidence from which candidates by meaning are shown as *unsure*."""

MARGIN = 0.05
"""How far the first answer must lead the second to be given as *matched*."""

MOST_CANDIDATES = 5
"""How many candidates a receipt holds."""

Outcome = Literal["matched", "unsure", "unmatched"]
Stage = Literal["exact", "alternative_label", "typo", "meaning"]


class Names(Record):
    """The labels of a catalogue: by key, all of them, and what is known of an id."""

    named: Callable[[str], Sequence[Named]]
    every: Callable[[], Iterable[tuple[str, Named]]]
    broader: Callable[[str], frozenset[str]]
    is_tool: Callable[[str], bool]
    kept_spellings: Callable[[], Spellings] | None = None
    """How the labels are spelled, where the catalogue keeps it: most phrases, whole
    labels, never ask."""

    meanings: Beside | None = None
    """The file in which the meanings of the labels may be kept."""

    labels: Callable[[str, Language], Sequence[str]] | None = None
    """The labels of an id in a language, where the two are told apart."""

    prepare: Callable[[Iterable[str]], None] | None = None
    """Look up many keys at once, before they are asked for one by one."""

    def spellings(self) -> Spellings | None:
        """How the labels are spelled, where that is kept."""
        return self.kept_spellings() if self.kept_spellings else None


class Scored(Record):
    """What a stage answers: an id, the label that matched, how sure, by which rule.

    ``is_bare`` says that the phrase met the label only without its qualifiers.
    """

    id: str
    label: str
    confidence: float
    rule: Stage
    is_bare: bool = False


def best_first(found: Iterable[Scored]) -> tuple[Scored, ...]:
    """The surest answer for each id, in falling order; ties stand in order of id."""
    best: dict[str, Scored] = {}
    for scored in found:
        held = best.get(scored.id)
        if held is None or scored.confidence > held.confidence:
            best[scored.id] = scored
    return tuple(sorted(best.values(), key=lambda one: (-one.confidence, one.id)))


def shown_from(rule: Stage) -> float:
    """The confidence from which an answer by this rule is shown at all."""
    return MEANT_UNSURE_FROM if rule == "meaning" else UNSURE_FROM


def outcome(found: Sequence[Scored]) -> Outcome:
    """What the answers amount to; they are in falling order of confidence."""
    if not found or found[0].confidence < shown_from(found[0].rule):
        return "unmatched"
    if found[0].rule == "meaning":
        return "matched" if found[0].confidence >= MEANT_FROM else "unsure"
    lead = found[0].confidence - (found[1].confidence if found[1:] else 0)
    if found[0].confidence >= MATCHED_FROM and lead >= MARGIN:
        return "matched"
    return "unsure"


def names_of_skills(catalogue: Catalogue) -> Names:
    """The labels of the skills of a catalogue, as the stages look them up."""
    return Names(
        catalogue.labels_named,
        catalogue.every_label,
        catalogue.ancestors,
        cast("Callable[[str], bool]", _IsTool(catalogue)),
        cast("Callable[[], Spellings]", _SpellingsOf(catalogue)),
        catalogue.beside("labels"),
        cast("Callable[[str, Language], Sequence[str]]", _LabelsOf(catalogue)),
        catalogue.prepare_labels,
    )


class _IsTool(Record):
    """Whether a skill is a tool; the same for the same catalogue.

    Names are the key under which an index of labels is kept: a new function a call
    would make each call index the labels anew.
    """

    catalogue: Catalogue

    def __call__(self, skill_id: str) -> bool:
        return self.catalogue.skill(skill_id).kind == "tool"


class _SpellingsOf(Record):
    """How the labels of a catalogue are spelled; the same for the same catalogue."""

    catalogue: Catalogue

    def __call__(self) -> Spellings:
        return self.catalogue.spellings


class _LabelsOf(Record):
    """The labels of a skill in a language; the same for the same catalogue."""

    catalogue: Catalogue

    def __call__(self, skill_id: str, language: Language) -> tuple[str, ...]:
        skill = self.catalogue.skill(skill_id)
        preferred, others = skill.label, skill.alternative_labels
        if language == "fr":
            return (*([preferred.fr] if preferred.fr else []), *others.fr)
        return (*([preferred.en] if preferred.en else []), *others.en)
