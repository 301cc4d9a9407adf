"""From a name that was typed to the credential or skill that it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.errors import Problem, UnknownNameError
from skillgap.locale import _, current_language
from skillgap.normalise import label_key, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Skill

MOST_CHOICES = 8


def find_credential(name: str, catalogue: Catalogue) -> Credential:
    """The credential of this id or name; its issuer's name may stand beside it.

    Raises:
        UnknownNameError: where there is none, or several; then with their ids.
    """
    try:
        return catalogue.credential(name)
    except KeyError:
        found = _named(name, catalogue.all_credentials())
    if len(found) == 1:
        return found[0]
    raise UnknownNameError(_unclear_credential(name, found))


def _named(name: str, every: Sequence[Credential]) -> list[Credential]:
    key = label_key(name)
    exact = [each for each in every if key in map(label_key, filter(None, each.name))]
    wanted = set(key.split())
    if exact or not wanted:
        return exact
    return [each for each in every if wanted <= _words(each)]


def _words(credential: Credential) -> set[str]:
    names = (*credential.name, *credential.issuer.name, credential.id)
    return set(words(" ".join(filter(None, names))))


def _unclear_credential(name: str, found: list[Credential]) -> Problem:
    if found:
        message = _("“{name}” can mean several credentials.")
        ids = [each.id for each in found[:MOST_CHOICES]]
        hint = "\n".join((_("Choose one by its id:"), *ids))
    else:
        message = _("“{name}” is no credential of this catalogue.")
        hint = _("skillgap list credentials --search WORDS finds them by words.")
    text = message.format(name=name)
    return Problem("error", "unknown_credential", text, hint=hint)


def find_skill(name: str, catalogue: Catalogue) -> Skill:
    """The skill of this id, label or alternative label, typos forgiven.

    Raises:
        UnknownNameError: where there is none, or several; then with the candidates.
    """
    from skillgap.matching import match_skill
    from skillgap.model import Claim

    try:
        return catalogue.skill(name)
    except KeyError:
        match = match_skill(Claim(name), catalogue)
    if match.skill is not None:
        return match.skill
    language = current_language()
    labels = [
        each.skill.label.in_language(language)
        for each in match.candidates[:MOST_CHOICES]
    ]
    message = _("“{name}” is no skill of this catalogue.").format(name=name)
    hint = _("Did you mean {names}?").format(names=", ".join(labels))
    raise UnknownNameError(
        Problem("error", "unknown_skill", message, hint=hint if labels else None)
    )
