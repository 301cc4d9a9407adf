"""A person's words for an occupation: a title, an alternative title, a NOC code, an id.

The same three outcomes as for skills: where several occupations may be meant, all are
given and none is chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.matching import exact
from skillgap.matching.names import (
    MOST_CANDIDATES,
    UNSURE_FROM,
    Names,
    Scored,
    best_first,
    outcome,
)
from skillgap.matching.qualifiers import Phrase
from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import MatchStatus, Occupation

OccupationRule = Literal["id", "code", "exact", "alternative_label", "typo", "meaning"]

MOST_CHOICES = 10
"""How many candidates an ambiguous title or a short code gives."""

_CODE_LENGTH = 5
_CODE_PREFIX = "noc "
_LEAST_MEANING = 3
_WITHIN_TITLE = 0.77
"""Times the share of a title that the words are: below what counts as matched."""


class OccupationCandidate(Record):
    """An occupation that a text may mean, with how sure that is (0 to 1)."""

    occupation: Occupation
    confidence: float
    matched_label: str


class OccupationMatch(Record):
    """How a text for an occupation was understood, with its receipt.

    ``candidates`` are in falling order of confidence, the chosen one first.
    """

    text: str
    status: MatchStatus
    occupation: Occupation | None
    rule: OccupationRule | None
    confidence: float
    matched_label: str | None
    candidates: tuple[OccupationCandidate, ...] = ()


_FAR, _FAR_ALONE = 0.7, 0.66
"""Below which confidence a misspelt title gives way to a meaning, and to nothing."""


def match_occupation(text: str, catalogue: Catalogue) -> OccupationMatch:
    """The occupation that a text means, or the choices where it may mean several.

    Asked in order: the id; the NOC code (its first digits give choices); a title or
    alternative title; a title without its note, one of its parts or the other gender;
    a misspelt title; a title that holds all the words (always a choice); the
    occupation whose titles and lead skills are nearest in meaning.
    """
    known = _by_id(text.strip(), catalogue) or _by_code(text, catalogue)
    if known:
        return known
    key = label_key(text)
    phrase = Phrase(text, key, key)
    names = names_of_occupations(catalogue)
    kept: tuple[Scored, ...] = ()
    for stage in (exact.whole, _by_form, _spelled, _within) if key else ():
        found = stage(phrase, names)
        if outcome(found) == "matched":
            return _match(text, found, catalogue)
        if outcome(kept) == "unmatched":
            kept = found
    if len(key) >= _LEAST_MEANING and (outcome(kept) == "unmatched" or _is_far(kept)):
        meant = _by_meaning(text, names, catalogue)
        if meant.status != "unmatched" or _is_far(kept, _FAR_ALONE):
            return meant
    return _match(text, kept, catalogue)


def _is_far(found: Sequence[Scored], sure: float = _FAR) -> bool:
    """Whether titles are only rather like what was typed ("cashier", *cuisinier*)."""
    return bool(found) and found[0].rule == "typo" and found[0].confidence < sure


def names_of_occupations(catalogue: Catalogue) -> Names:
    """The titles of the occupations of a catalogue, as the stages look them up."""
    return Names(
        catalogue.titles_named,
        catalogue.every_title,
        _nothing_broader,
        _no_tool,
        meanings=catalogue.beside("titles"),
    )


def _nothing_broader(_occupation_id: str) -> frozenset[str]:
    return frozenset()


def _no_tool(_occupation_id: str) -> bool:
    return False


def _by_id(text: str, catalogue: Catalogue) -> OccupationMatch | None:
    try:
        occupation = catalogue.occupation(text)
    except KeyError:
        return None
    return _known(text, (occupation,), "id")


def _by_code(text: str, catalogue: Catalogue) -> OccupationMatch | None:
    """The occupation of a NOC code, or those whose code begins so."""
    code = text.strip().lower().removeprefix(_CODE_PREFIX).strip()
    if not (code.isascii() and code.isdigit() and len(code) <= _CODE_LENGTH):
        return None
    meant = catalogue.occupations_coded(code)
    return _known(text, meant, "code", is_whole=len(code) == _CODE_LENGTH)


def _known(
    text: str,
    meant: tuple[Occupation, ...],
    rule: Literal["id", "code"],
    *,
    is_whole: bool = True,
) -> OccupationMatch:
    sure = 1.0 if is_whole else _WITHIN_TITLE
    candidates = tuple(
        OccupationCandidate(one, sure, one.title.in_language("en"))
        for one in sorted(meant, key=lambda one: (one.noc or "", one.id))
    )
    if not candidates:
        return OccupationMatch(text, "unmatched", None, None, 0.0, None)
    if is_whole and len(candidates) == 1:
        label = candidates[0].matched_label
        return OccupationMatch(text, "matched", meant[0], rule, sure, label, candidates)
    return OccupationMatch(
        text, "unsure", None, None, sure, None, candidates[:MOST_CHOICES]
    )


def _by_form(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    from skillgap.matching.titles import titles_of, ungendered

    found = titles_of(names).by_key.get(ungendered(phrase.key), ())
    return best_first(
        Scored(
            named.id,
            named.label,
            share * (exact.PREFERRED if named.preferred else exact.ALTERNATIVE),
            "exact" if named.preferred else "alternative_label",
        )
        for named, share in found
    )


def _spelled(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    from skillgap.matching.spelling import spelled
    from skillgap.matching.titles import names_of_forms, ungendered

    key = ungendered(phrase.key)
    return spelled(Phrase(phrase.text, key, key), names_of_forms(names))


def _within(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    from skillgap.matching.titles import containing, titles_of, ungendered

    words = ungendered(phrase.key).split()
    return best_first(
        Scored(named.id, named.label, _within_confidence(share), "alternative_label")
        for named, share in containing(words, titles_of(names))
    )


def _by_meaning(text: str, names: Names, catalogue: Catalogue) -> OccupationMatch:
    """The occupation nearest in meaning, or the near ones as choices.

    The name of a tool or one word for a skill is no occupation ("Java", "welding"):
    those that it speaks for are choices.
    """
    # Imported here: numpy and the table are needed only when no title answers.
    from skillgap.matching import callings

    found = callings.meant_occupations(text, names, catalogue)
    first = found[0].confidence if found else 0.0
    if first >= callings.MATCHED_FROM and not _names_skill(text, catalogue):
        return _answer(text, "matched", found[:MOST_CANDIDATES], catalogue)
    if first >= callings.CHOICES_FROM:
        near = [one for one in found if one.confidence >= callings.CHOICE_FROM]
        return _answer(text, "unsure", near[:MOST_CHOICES], catalogue)
    return _answer(text, "unmatched", (), catalogue)


def _names_skill(text: str, catalogue: Catalogue) -> bool:
    key = label_key(text)
    named = catalogue.labels_named(key)
    return any(" " not in key or catalogue.skill(n.id).kind == "tool" for n in named)


def _within_confidence(share: float) -> float:
    """How sure a part of a title is: rising with its share, never as *matched*."""
    return UNSURE_FROM + (_WITHIN_TITLE - UNSURE_FROM) * share


def _match(
    text: str, found: tuple[Scored, ...], catalogue: Catalogue
) -> OccupationMatch:
    status = outcome(found)
    most = MOST_CANDIDATES if status == "matched" else MOST_CHOICES
    shown = [one for one in found[:most] if one.confidence >= UNSURE_FROM]
    return _answer(text, status, shown, catalogue)


def _answer(
    text: str, status: MatchStatus, shown: Sequence[Scored], catalogue: Catalogue
) -> OccupationMatch:
    """The receipt of an answer; of one that is matched the first is the chosen one."""
    candidates = tuple(
        OccupationCandidate(
            catalogue.occupation(one.id), round(one.confidence, 3), one.label
        )
        for one in shown
    )
    if status != "matched":
        sure = candidates[0].confidence if candidates else 0.0
        return OccupationMatch(text, status, None, None, sure, None, candidates)
    chosen = candidates[0]
    return OccupationMatch(
        text,
        status,
        chosen.occupation,
        shown[0].rule,
        chosen.confidence,
        chosen.matched_label,
        candidates,
    )
