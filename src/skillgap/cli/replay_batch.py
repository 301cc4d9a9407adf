"""The records of a batch answered again, one after the other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from skillgap.cli.recording import answer_again, catalogue_for
from skillgap.errors import DataError, Problem, SkillgapError
from skillgap.locale import _
from skillgap.model.history import Cause, ClientDifference, Difference

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue import Catalogue
    from skillgap.cli.session import Session
    from skillgap.model.history import KeptAnswer
    from skillgap.render.record_result import BatchReplayView

RECORDS = "records.jsonl"


def replay_batch(
    path: Path, session: Session, most: int
) -> tuple[BatchReplayView, Catalogue]:
    """How many are answered alike; of the others the first so many one by one.

    Raises:
        DataError: there are no records, or one cannot be read.
    """
    from skillgap.history.reading import read_records
    from skillgap.render.record_result import BatchReplayView

    file = path / RECORDS if path.is_dir() else path
    if not file.exists():
        raise DataError(_nothing(file))
    catalogue: Catalogue | None = None
    counts = Counter({"same": 0, "changed": 0})
    kinds: Counter[str] = Counter()
    causes: dict[Cause, None] = {}
    told: list[ClientDifference] = []
    for kept, edited in read_records(file):
        catalogue = catalogue or catalogue_for(kept, session)
        why, found = _replayed(kept, catalogue, str(file), edited=edited)
        causes |= dict.fromkeys(why)
        counts["changed" if found else "same"] += 1
        kinds.update(list(dict.fromkeys(one.what for one in found)))
        if found and len(told) < most:
            told.append(ClientDifference(kept.client or "", "changed", found))
    if catalogue is None:
        raise DataError(_nothing(file))
    ways = tuple(kinds.most_common())
    view = BatchReplayView(
        str(path), tuple(counts.items()), ways, tuple(causes), tuple(told)
    )
    return view, catalogue


def _replayed(
    kept: KeptAnswer, catalogue: Catalogue, shown: str, *, edited: bool
) -> tuple[tuple[Cause, ...], tuple[Difference, ...]]:
    """What may be why, and what differs."""
    from skillgap.history import differences, is_same, replay_causes

    try:
        again = answer_again(kept, catalogue, shown)
    except SkillgapError as error:
        return (), (
            Difference("status", "", "ok", "error"),
            Difference("problem", "", None, str(error)),
        )
    causes = replay_causes(kept, again, edited=edited)
    if is_same(kept.result, again.result):
        return causes, ()
    return causes, differences(kept.result, again.result) or (Difference("wording"),)


def _nothing(file: Path) -> Problem:
    message = _("There are no records here.")
    hint = _("Run the batch with --record.")
    return Problem("error", "record", message, str(file), hint=hint)
