"""``skillgap profile log``: what a person learnt outside of any credential."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output, ProfileFile
from skillgap.cli.profile_changes import (
    a_date,
    change_profile,
    cleaned,
    show_change,
    today,
)
from skillgap.cli.session import open_session
from skillgap.errors import Problem, UsageError
from skillgap.locale import _
from skillgap.model import LearningKind

Kind = Annotated[
    LearningKind,
    typer.Argument(
        metavar="KIND",
        help=_(
            "book, workshop, conference, podcast, video, article, course or "
            "volunteering."
        ),
    ),
]
Title = Annotated[str, typer.Argument(metavar="TEXT", help=_("What it was."))]
About = Annotated[
    str | None,
    typer.Option(
        "--skills",
        metavar="LIST",
        help=_('What it was about, as "sql:basic, excel"; without a level: beginner.'),
    ),
]
Hours = Annotated[
    float | None,
    typer.Option("--hours", min=0, metavar="HOURS", help=_("How long it took.")),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar="DATE", help=_("When it was (else today).")),
]
Url = Annotated[
    str | None, typer.Option("--url", metavar="ADDRESS", help=_("Where it is found."))
]


def log(
    kind: Kind,
    text: Title,
    file: ProfileFile,
    output: Output,
    skills: About = None,
    hours: Hours = None,
    on: On = None,
    url: Url = None,
) -> None:
    """Note something learnt; it is evidence, and shown as what it is."""
    from skillgap.model import Learning
    from skillgap.profile.claims import parse_claims
    from skillgap.profile.merge import log_learning

    session = open_session("profile log", output)
    learnt = Learning(
        kind=kind,
        text=_title(text),
        skills=cleaned(parse_claims(skills or "")),
        hours=int(hours) if hours is not None and hours.is_integer() else hours,
        date=a_date(on, "--on") or today(),
        url=_address(url),
    )
    changed = change_profile(file.profile, partial(log_learning, learning=learnt))
    show_change(session, changed, learnt=learnt.skills)


def _title(text: str) -> str:
    from skillgap.profile.edit import safe

    if title := safe(text):
        return title
    message = _("Say what it was.")
    raise UsageError(Problem("error", "usage", message))


def _address(url: str | None) -> str | None:
    from skillgap.document.kinds import is_address

    if url is None or is_address(url):
        return url
    message = _("{text} is not a web address.").format(text=url)
    hint = _("begin it with https://")
    raise UsageError(Problem("error", "usage", message, hint=hint))


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Note a book, workshop, conference, podcast, video, article, course or "
        "volunteering that you learnt from."
    )
    return make_command(log, text)
