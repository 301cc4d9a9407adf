"""``skillgap profile add``: claims, with what stands behind them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.profile_changes import a_date, change_profile, cleaned, show_change
from skillgap.cli.session import open_session
from skillgap.errors import Problem, UsageError
from skillgap.locale import _
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model import Claim, Evidence

Phrases = Annotated[
    list[str],
    typer.Argument(
        metavar="PHRASE...",
        help=_('What you can do, perhaps with a level: "excel:advanced".'),
    ),
]
EvidenceTexts = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence",
        metavar="TEXT",
        help=_('What stands behind it: "work: 3 years at a shop"; may be repeated.'),
    ),
]
LastUsed = Annotated[
    str | None,
    typer.Option(
        "--last-used", metavar="DATE", help=_("When you last did it, as 2025.")
    ),
]

KINDS = {
    "work": ("work", "job", "travail", "emploi"),
    "course": ("course", "class", "cours", "formation"),
    "project": ("project", "projet"),
    "volunteering": ("volunteering", "volunteer", "bénévolat"),
    "education": ("education", "school", "études", "école"),
    "book": ("book", "livre"),
    "workshop": ("workshop", "atelier"),
    "certificate": ("certificate", "certificat", "attestation"),
}
"""The kinds of evidence by the words that people begin with, in both languages."""


def add(
    phrases: Phrases,
    file: ProfileFile,
    output: Output,
    evidence: EvidenceTexts = None,
    last_used: LastUsed = None,
) -> None:
    """Add claims to the profile; one that is there already is filled in."""
    from skillgap.profile.claims import parse_claims
    from skillgap.profile.merge import add_claims

    session = open_session("profile add", output)
    proofs = tuple(map(as_evidence, evidence or ()))
    used = a_date(last_used, "--last-used")
    said = [claim for phrase in phrases for claim in parse_claims(phrase)]
    claims = [
        claim._replace(evidence=proofs, last_used=used) for claim in cleaned(said)
    ]
    _require(claims)
    changed = change_profile(file.profile, partial(add_claims, claims=claims))
    show_change(session, changed, _now(claims, changed.edited.after.claims))


def as_evidence(text: str) -> Evidence:
    """Evidence as it is typed: a kind before a colon, where it is a known one."""
    from skillgap.model import Evidence
    from skillgap.profile.edit import safe

    before, colon, after = text.partition(":")
    kinds = {label_key(word): kind for kind, words in KINDS.items() for word in words}
    kind = kinds.get(label_key(before)) if colon and after.strip() else None
    told = safe(after if kind else text)
    if not told:
        message = _("The evidence is empty.")
        raise UsageError(Problem("error", "usage", message))
    return Evidence(kind or "other", told)


def _require(claims: Iterable[Claim]) -> None:
    if not list(claims):
        message = _("Say what you can do.")
        hint = _('For example: skillgap profile add "excel:advanced"')
        raise UsageError(Problem("error", "usage", message, hint=hint))


def _now(said: Iterable[Claim], kept: Iterable[Claim]) -> list[Claim]:
    """The claims as they stand in the profile now."""
    keys = {label_key(claim.phrase) for claim in said}
    return [claim for claim in kept if label_key(claim.phrase) in keys]


def command() -> Any:
    """The command for the command line."""
    return make_command(
        add, _("Add what you can do, with what stands behind it, to your profile.")
    )
