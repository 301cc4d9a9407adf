"""``skillgap replay``: an answer kept is given again, and compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Explain, Output
from skillgap.cli.session import open_session
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.cli.session import Session
    from skillgap.model.history import KeptAnswer
    from skillgap.render.record_result import BatchReplayView, ReplayView

DIFFERS = 1

RecordFile = Annotated[
    Path,
    typer.Argument(
        metavar="RECORD",
        help=_("A record, as --record wrote it, or the results of a batch."),
    ),
]
Top = Annotated[
    int,
    typer.Option(
        "--top", min=1, metavar="N", help=_("Of a batch, tell of at most this many.")
    ),
]


def replay(
    record: RecordFile, output: Output, top: Top = 100, explain: Explain = False
) -> None:
    """Answer a record's question again; leave with 1 where the answer differs."""
    session = open_session("replay", output)
    view: ReplayView | BatchReplayView
    if record.is_dir() or record.suffix.lower() == ".jsonl":
        from skillgap.cli.replay_batch import replay_batch

        view, catalogue = replay_batch(record, session, top)
        identical = not dict(view.counts)["changed"]
    else:
        view, catalogue = _replayed(record, session)
        identical = view.identical
    session.show(view, catalogue, explain=explain)
    if not identical:
        raise typer.Exit(DIFFERS)


def _replayed(path: Path, session: Session) -> tuple[ReplayView, Catalogue]:
    from skillgap.cli.recording import answer_again, catalogue_for
    from skillgap.history import read_record

    kept, edited = read_record(path)
    catalogue = catalogue_for(kept, session)
    again = answer_again(kept, catalogue, str(path))
    return _view(path, kept, again, edited=edited), catalogue


def _view(
    path: Path, kept: KeptAnswer, again: KeptAnswer, *, edited: bool
) -> ReplayView:
    from skillgap.history import differences, is_same, replay_causes
    from skillgap.model.history import Difference
    from skillgap.render.record_result import ReplayView

    identical = is_same(kept.result, again.result)
    found = () if identical else differences(kept.result, again.result)
    return ReplayView(
        record=str(path),
        answered=kept.command,
        identical=identical,
        causes=replay_causes(kept, again, edited=edited),
        differences=found or (() if identical else (Difference("wording"),)),
    )


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Answer what a record holds again, with the version and catalogue of now, and "
        "say whether the answer is identical, or what differs and why."
    )
    return make_command(replay, text)
