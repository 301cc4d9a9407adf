"""What is known of a person: phrases, profile and résumé, joined and understood."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from skillgap.cli.person import typed_claims, typed_texts
from skillgap.cli.place import own_profile
from skillgap.errors import DataError, Problem, UsageError
from skillgap.locale import _, ngettext, use_language
from skillgap.matching.awards import credentials_held
from skillgap.matching.counted import matched
from skillgap.model.told import Told
from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from skillgap.catalogue import Catalogue
    from skillgap.cli.options import Person
    from skillgap.formats.imported import Imported
    from skillgap.model import (
        AwardedCredential,
        Claim,
        Correction,
        Credential,
        Held,
        Match,
        Profile,
    )
    from skillgap.profile.counted import Counted


class Known(Record):
    """A person as the catalogue understands them.

    ``credentials`` are those of the catalogue that they hold; ``targets`` what their
    profile aims at; ``profile`` is the one that was used, if any.
    """

    matches: tuple[Match, ...]
    credentials: tuple[Credential, ...] = ()
    targets: tuple[str, ...] = ()
    profile: Profile | None = None

    @property
    def taken(self) -> tuple[str, ...]:
        """The ids of the credentials that are not to be recommended again."""
        return tuple(each.id for each in self.credentials)

    def held(self, catalogue: Catalogue) -> dict[str, Held]:
        """The skills held: by what was understood, and by the credentials."""
        from skillgap import advice

        held = advice.hold(self.matches, catalogue)
        return advice.hold_also(held, self.credentials, catalogue)


def know(person: Person, catalogue: Catalogue, lang: str | None = None) -> Known:
    """What the options say of a person, as the catalogue understands it."""
    return understand(hear(person, catalogue, lang), catalogue)


def hear(person: Person, catalogue: Catalogue, lang: str | None = None) -> Told:
    """What the options say of a person.

    The profile is the one named; without any phrase, file or résumé it is the
    person's own, and stderr says so. The corrections of their own profile are
    remembered even beside phrases. The profile's language is spoken from here on
    unless another was asked for.

    Raises:
        DataError: a file cannot be read.
        UsageError: a phrase cannot be meant.
    """
    profile, said = _profile(person)
    if profile and profile.language and not (lang or os.environ.get("SKILLGAP_LANG")):
        use_language(profile.language)
    if said:
        sys.stderr.write(_summary(*said))
    phrases = typed_texts(person)
    claims = typed_claims(phrases)
    awards: tuple[AwardedCredential, ...] = ()
    read: tuple[Claim, ...] = ()
    if person.resume:
        found = read_resume(person.resume, catalogue)
        read, awards = found.claims, found.awards
    corrections = profile.corrections if profile else _remembered((*claims, *read))
    return Told(phrases, profile, read, awards, corrections)


def understand(told: Told, catalogue: Catalogue) -> Known:
    """What a person said, as the catalogue understands it.

    Raises:
        UsageError: a phrase cannot be meant.
    """
    claims = _counted(typed_claims(told.phrases))
    awards: tuple[AwardedCredential, ...] = ()
    profile = told.profile
    if profile:
        from skillgap.profile.counted import counted

        claims += counted(profile)
        awards += profile.awards
    claims += _counted(told.claims)
    awards += told.awards
    return Known(
        matched(claims, catalogue, told.corrections),
        credentials_held(awards, catalogue),
        profile.targets if profile else (),
        profile,
    )


def require_known(person: Person) -> None:
    """Stop where nothing at all was said that a match could start from."""
    if not (_says_something(person) or person.profile or own_profile()):
        message = _("Say what you can do.")
        hint = _(
            'For example: -s "excel" -s "dealing with customers"; or start a profile: '
            "skillgap profile new"
        )
        raise UsageError(Problem("error", "usage", message, hint=hint))


def read_resume(path: Path, catalogue: Catalogue) -> Imported:
    """What a file of the person's says; what was left out of it stands on stderr."""
    from skillgap.formats import import_file
    from skillgap.render import render_problems

    found = import_file(path, catalogue)
    sys.stderr.write(render_problems(found.notes))
    return found


def _says_something(person: Person) -> bool:
    return bool(person.skill or person.skills or person.skills_file or person.resume)


def _profile(person: Person) -> tuple[Profile | None, tuple[Path, Profile] | None]:
    """The profile to use, and the same with its place where nobody named it."""
    if person.profile:
        from skillgap.profile.read import load_profile

        return load_profile(person.profile), None
    path = None if _says_something(person) else own_profile()
    if path is None:
        return None, None
    from skillgap.profile.read import load_profile

    profile = load_profile(path)
    return profile, (path, profile)


def _summary(path: Path, profile: Profile) -> str:
    claims, awards = len(profile.claims), len(profile.awards)
    first = ngettext("{number} claim", "{number} claims", claims)
    second = ngettext("{number} credential", "{number} credentials", awards)
    text = _("Your profile is used ({path}): {claims}, {awards}.").format(
        path=path,
        claims=first.format(number=claims),
        awards=second.format(number=awards),
    )
    return text + "\n"


def _counted(claims: Iterable[Claim]) -> tuple[Counted, ...]:
    from skillgap.profile.counted import Counted

    return tuple(Counted(claim) for claim in claims)


def _remembered(claims: Iterable[Claim]) -> tuple[Correction, ...]:
    """The corrections of the person's own profile that are about these phrases.

    A profile that cannot be read is no reason to stop: nothing of it was asked for.
    """
    path = own_profile()
    if path is None:
        return ()
    from skillgap.profile.read import load_profile
    from skillgap.render import render_problems

    try:
        profile = load_profile(path)
    except DataError:
        message = _("your profile cannot be read, so its corrections are left out")
        hint = _("skillgap profile check says what is wrong")
        problem = Problem("warning", "profile", message, str(path), hint=hint)
        sys.stderr.write(render_problems((problem,)))
        return ()
    keys = {label_key(one.phrase) for one in claims}
    found = tuple(c for c in profile.corrections if label_key(c.phrase) in keys)
    if found:
        told = ngettext(
            "{number} correction of your profile is used ({path}).",
            "{number} corrections of your profile are used ({path}).",
            len(found),
        )
        sys.stderr.write(told.format(number=len(found), path=path) + "\n")
    return found
