"""``skillgap diff``: what one answer says otherwise than another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Explain, Output
from skillgap.cli.session import open_session
from skillgap.errors import Problem, UsageError
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.render.record_result import BatchDiffView, DiffView

DIFFERS = 1

Old = Annotated[
    Path,
    typer.Argument(
        metavar="OLD",
        help=_("A record, an answer in JSON, or the results of a batch."),
    ),
]
New = Annotated[
    Path, typer.Argument(metavar="NEW", help=_("The same kind, of a later day."))
]
Top = Annotated[
    int,
    typer.Option(
        "--top", min=1, metavar="N", help=_("Of a batch, tell of at most this many.")
    ),
]


def diff(
    old: Old, new: New, output: Output, top: Top = 100, explain: Explain = False
) -> None:
    """Say what differs between two answers; leave with 1 where anything does."""
    session = open_session("diff", output)
    view: DiffView | BatchDiffView
    if old.is_dir() and new.is_dir():
        view = _batches(old, new, top)
        differs = any(count for name, count in view.counts if name != "same")
    elif old.is_dir() or new.is_dir():
        message = _("One of these is a folder of results, the other is one answer.")
        hint = _("Compare two folders, or two records or answers in JSON.")
        raise UsageError(Problem("error", "usage", message, hint=hint))
    else:
        view = _answers(old, new)
        differs = bool(view.differences)
    session.show(view, None, explain=explain)
    if differs:
        raise typer.Exit(DIFFERS)


def _answers(old: Path, new: Path) -> DiffView:
    from skillgap.history import answer_causes, differences, read_answer
    from skillgap.history.reading import refusal
    from skillgap.render.record_result import DiffView

    then, now = read_answer(old), read_answer(new)
    if then.command != now.command:
        message = _("These are answers of different commands: {before} and {after}.")
        text = message.format(before=then.command, after=now.command)
        raise UsageError(Problem("error", "usage", text))
    try:
        found = differences(then.data, now.data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = _("An answer here does not have the shape of the contract.")
        raise refusal(message, f"{old}, {new}") from error
    return DiffView(str(old), str(new), now.command, answer_causes(then, now), found)


def _batches(old: Path, new: Path, top: int) -> BatchDiffView:
    from skillgap.history.batches import compare_batches
    from skillgap.render.record_result import BatchDiffView

    found = compare_batches(old, new, top)
    return BatchDiffView(str(old), str(new), *found)


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Say in sentences what differs between two answers: records, answers in JSON, "
        "or the folders of results of two batches."
    )
    return make_command(diff, text)
