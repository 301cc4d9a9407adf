"""What a person adds, joined with what their profile says already: pure, by records.

Nothing is ever taken away: lists only grow, and an entry that recurs is filled in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model import AwardedCredential, Claim, Correction, Learning, Profile

What = Literal["claims", "awards", "learning", "corrections", "targets", "settings"]
LISTS: tuple[What, ...] = ("claims", "awards", "learning", "corrections", "targets")
SETTINGS = ("language", "hours_per_week", "budget")


class Change(Record):
    """One thing that an edit added to a profile, or filled in there."""

    action: Literal["added", "changed"]
    what: What
    text: str


def add_claims(
    profile: Profile, claims: Iterable[Claim], *, own_word: bool = True
) -> Profile:
    """The profile with claims; one whose phrase is there already is filled in.

    Evidence is added to what stands. A level or date of last use replaces an earlier
    one where it is the person's ``own_word``; what was read from a file fills in what
    is missing, and moves the last use only forward.
    """
    found = list(profile.claims)
    places = {label_key(one.phrase): place for place, one in enumerate(found)}
    for claim in claims:
        place = places.setdefault(label_key(claim.phrase), len(found))
        if place == len(found):
            found.append(claim)
        else:
            found[place] = _filled(found[place], claim, own_word=own_word)
    return profile._replace(claims=tuple(found))


def _filled(old: Claim, new: Claim, *, own_word: bool) -> Claim:
    more = tuple(one for one in new.evidence if one not in old.evidence)
    first, second = (new, old) if own_word else (old, new)
    dates = [date for date in (first.last_used, second.last_used) if date]
    return old._replace(
        level=first.level or second.level,
        skill=first.skill or second.skill,
        last_used=(dates[0] if own_word else max(dates)) if dates else None,
        evidence=old.evidence + more,
    )


def add_awards(profile: Profile, awards: Iterable[AwardedCredential]) -> Profile:
    """The profile with awards; one that is there already is filled in."""
    found = list(profile.awards)
    places = {_identity(one): place for place, one in enumerate(found)}
    for award in awards:
        place = places.setdefault(_identity(award), len(found))
        if place == len(found):
            found.append(award)
        else:
            found[place] = _filled_award(found[place], award)
    return profile._replace(awards=tuple(found))


def _identity(award: AwardedCredential) -> tuple[str, ...]:
    """What tells one award from another: the same course may be taken twice."""
    return (
        label_key(award.name),
        label_key(award.issuer or ""),
        award.awarded or "",
    )


def _filled_award(old: AwardedCredential, new: AwardedCredential) -> AwardedCredential:
    fresher = new if new.verification != "not_checked" else old
    return old._replace(
        credential=old.credential or new.credential,
        expires=new.expires or old.expires,
        alignments=old.alignments or new.alignments,
        verification=fresher.verification,
        verification_reason=fresher.verification_reason,
        evidence=old.evidence or new.evidence,
    )


def log_learning(profile: Profile, learning: Learning) -> Profile:
    """The profile with something learnt, once."""
    if learning in profile.learning:
        return profile
    return profile._replace(learning=(*profile.learning, learning))


def correct(profile: Profile, correction: Correction) -> Profile:
    """The profile with a correction, in the place of one that it contradicts."""
    phrase = label_key(correction.phrase)
    found = list(profile.corrections)
    for place, old in enumerate(found):
        same_phrase = label_key(old.phrase) == phrase
        both_confirm = old.verdict == correction.verdict == "confirmed"
        if same_phrase and (old.skill == correction.skill or both_confirm):
            found[place] = correction._replace(phrase=old.phrase)
            break
    else:
        found.append(correction)
    return profile._replace(corrections=_without_doubles(found))


def _without_doubles(found: list[Correction]) -> tuple[Correction, ...]:
    return tuple(dict.fromkeys(found))


def add_targets(profile: Profile, targets: Iterable[str]) -> Profile:
    """The profile with occupations to aim at, each once."""
    every = {label_key(one): one for one in reversed((*profile.targets, *targets))}
    return profile._replace(targets=tuple(reversed(every.values())))


def changes(before: Profile, after: Profile) -> tuple[Change, ...]:
    """What an edit did, in the order of the file."""
    found = []
    for name in LISTS:
        old, new = getattr(before, name), getattr(after, name)
        for place, one in enumerate(new):
            if place >= len(old):
                found.append(Change("added", name, named(one)))
            elif one != old[place]:
                found.append(Change("changed", name, named(one)))
    settings = (
        Change("changed", "settings", f"{setting}: {getattr(after, setting)}")
        for setting in SETTINGS
        if getattr(before, setting) != getattr(after, setting)
    )
    return (*found, *settings)


def named(one: object) -> str:
    """The words by which an entry of a profile is known."""
    for field in ("phrase", "name", "text"):
        if hasattr(one, field):
            return str(getattr(one, field))
    return str(one)
