"""The JSON form of ``replay`` and ``diff``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.render.cause_words import cause_sentence
from skillgap.render.difference_words import difference_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model.history import Cause, Difference
    from skillgap.render.record_result import (
        BatchDiffView,
        BatchReplayView,
        DiffView,
        ReplayView,
    )

    Record = dict[str, Any]


def replay_data(view: ReplayView) -> Record:
    """Whether the answer repeats the one kept, why it may not, and how it differs."""
    return {
        "record": view.record,
        "answered": view.answered,
        "identical": view.identical,
        "causes": _causes(view.causes),
        "differences": difference_records(view.differences),
        "counts": None,
        "kinds": [],
        "clients": [],
    }


def batch_replay_data(view: BatchReplayView) -> Record:
    """How many of a batch's records are answered alike, and how others differ."""
    return {
        "record": view.record,
        "answered": "batch",
        "identical": not dict(view.counts)["changed"],
        "causes": _causes(view.causes),
        "differences": [],
        **_of_clients(view),
    }


def diff_data(view: DiffView) -> Record:
    """What differs between two answers."""
    return {
        "old": view.old,
        "new": view.new,
        "answered": view.answered,
        "causes": _causes(view.causes),
        "differences": difference_records(view.differences),
        "counts": None,
        "kinds": [],
        "clients": [],
    }


def batch_diff_data(view: BatchDiffView) -> Record:
    """What differs between two results of a batch, client by client."""
    return {
        "old": view.old,
        "new": view.new,
        "answered": "batch",
        "causes": _causes(view.causes),
        "differences": [],
        **_of_clients(view),
    }


def _of_clients(view: BatchDiffView | BatchReplayView) -> Record:
    return {
        "counts": dict(view.counts),
        "kinds": [{"what": what, "clients": count} for what, count in view.kinds],
        "clients": [
            {
                "client": one.client,
                "state": one.state,
                "differences": difference_records(one.differences),
            }
            for one in view.clients
        ],
    }


def _causes(causes: Iterable[Cause]) -> list[Record]:
    return [{**one._asdict(), "text": cause_sentence(one)} for one in causes]


def difference_records(found: Iterable[Difference]) -> list[Record]:
    """Differences as values and in words."""
    return [{**one._asdict(), "text": difference_sentence(one)} for one in found]
