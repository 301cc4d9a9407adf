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
    from skillgap.model.history import KeptAnswer
    from skillgap.render.record_result import ReplayView

DIFFERS = 1

RecordFile = Annotated[
    Path,
    typer.Argument(metavar="RECORD", help=_("A record, as --record wrote it.")),
]


def replay(record: RecordFile, output: Output, explain: Explain = False) -> None:
    """Answer a record's question again; leave with 1 where the answer differs."""
    from skillgap.cli.recording import answer_again
    from skillgap.history import read_record

    session = open_session("replay", output)
    kept, edited = read_record(record)
    if session.folder is None and kept.catalogue.folder is not None:
        session = session._replace(folder=Path(kept.catalogue.folder))
    catalogue = session.load_catalogue()
    again = answer_again(kept, catalogue, str(record))
    view = _view(record, kept, again, edited=edited)
    session.show(view, catalogue, explain=explain)
    if not view.identical:
        raise typer.Exit(DIFFERS)


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
