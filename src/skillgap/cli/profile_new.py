"""``skillgap profile new``: a guided start, or a file that explains itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.place import is_usual, profile_path
from skillgap.cli.profile_changes import Changed, cleaned, first_text, show_change
from skillgap.cli.questions import ask, ask_several, is_terminal, number_of, say
from skillgap.cli.session import open_session
from skillgap.errors import DataError, Problem, UsageError
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue import Catalogue
    from skillgap.model import AwardedCredential, Claim, Profile

Template = Annotated[
    bool,
    typer.Option(
        "--template", help=_("Ask nothing; write a file with notes on what to fill in.")
    ),
]


class Answers(Record):
    """What a person said at the start; what they skipped is empty."""

    claims: tuple[Claim, ...] = ()
    awards: tuple[AwardedCredential, ...] = ()
    targets: tuple[str, ...] = ()
    hours_per_week: float | None = None
    budget: float | None = None

    def written_into(self, profile: Profile) -> Profile:
        """The profile with the answers."""
        from skillgap.profile.merge import add_awards, add_claims, add_targets

        profile = add_awards(add_claims(profile, self.claims), self.awards)
        return add_targets(profile, self.targets)._replace(
            hours_per_week=self.hours_per_week, budget=self.budget
        )


def new(file: ProfileFile, output: Output, template: Template = False) -> None:
    """Start a profile; the questions are asked before anything is written."""
    from skillgap.profile import store
    from skillgap.profile.edit import edit

    session = open_session("profile new", output)
    path = profile_path(file.profile)
    _refuse_old(path)
    catalogue = session.load_catalogue()
    answers = Answers() if template or not is_terminal() else _asked(catalogue)
    edited = edit(first_text(), answers.written_into, str(path))
    store.create(path, edited.data, make_folder=is_usual(path))
    changed = Changed(path, edited, is_new=True)
    show_change(session, changed, edited.after.claims, catalogue=catalogue)


def _refuse_old(path: Path) -> None:
    if path.exists():
        message = _("there is a profile already")
        hint = _("skillgap profile edit changes it; profile forget removes it")
        raise DataError(Problem("error", "profile", message, str(path), hint=hint))


def _asked(catalogue: Catalogue) -> Answers:
    say(_("A few questions. Press Enter to skip one; Ctrl-C leaves without a trace."))
    claims = ask_several(
        _(
            "What can you do? A thing on each line, in your own words; a level may "
            "follow, as in excel:advanced."
        ),
        _claims,
    )
    awards = ask_several(
        _("Which certificates, micro-credentials or badges do you hold?"), _award
    )
    return Answers(
        claims=tuple(claim for several in claims for claim in several),
        awards=tuple(awards),
        targets=tuple(
            ask_several(
                _("What work do you aim at? A title or a NOC code on each line."),
                lambda text: _target(text, catalogue),
            )
        ),
        hours_per_week=ask(_("How many hours a week can you learn?"), _week),
        budget=ask(_("How many dollars can you spend?"), number_of),
    )


def _claims(text: str) -> tuple[Claim, ...]:
    from skillgap.profile.claims import parse_claims

    return cleaned(parse_claims(text))


def _award(text: str) -> AwardedCredential:
    from skillgap.model import AwardedCredential
    from skillgap.profile.edit import safe

    return AwardedCredential(safe(text))


def _target(text: str, catalogue: Catalogue) -> str:
    from skillgap.cli.targets import find_occupation
    from skillgap.matching import match_occupation
    from skillgap.profile.edit import safe

    find_occupation(text, catalogue)
    return safe(match_occupation(text, catalogue).matched_label or text)


def _week(text: str) -> float:
    from skillgap.profile.tables import HOURS_OF_A_WEEK

    number = number_of(text)
    if number > HOURS_OF_A_WEEK:
        message = _("A week has {hours} hours.").format(hours=HOURS_OF_A_WEEK)
        raise UsageError(Problem("error", "usage", message))
    return number


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Start a profile: with questions on a terminal (each can be skipped), else as "
        "a file with notes on what to fill in."
    )
    return make_command(new, text)
