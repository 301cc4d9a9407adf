"""Small invented replays and differences: no client or figure here is real."""

from __future__ import annotations

from skillgap.model.history import Cause, ClientDifference, Difference
from skillgap.render import (
    BatchDiffView,
    BatchReplayView,
    DiffView,
    ReplayView,
    Result,
)

CAUSES = (
    Cause("version", before="0.1.0", after="0.2.0"),
    Cause("catalogue_content", "invented", "sha256:00ffeeddccbbaa99", "sha256:1122"),
    Cause("entry_changed", "Payroll Law", entry_kind="credentials"),
    Cause("entry_gone", "Tact", entry_kind="skills"),
    Cause("edited"),
)
DIFFERENCES = (
    Difference("coverage", "Bookkeepers", 0.4, 0.31),
    Difference("first", "", "Payroll Law", None),
    Difference("recommended", "Payroll Law", 1, None),
    Difference("credential_cost", "Ledgers", None, 450.0, "CAD"),
    Difference("level", "excel", 4, 3),
    Difference("end", "", "2027-06-25", None),
)


def replay_result() -> Result:
    view = ReplayView("then.json", "plan", False, CAUSES, DIFFERENCES)
    return Result("replay", None, view)


def diff_result() -> Result:
    view = DiffView("old.json", "new.json", "plan", CAUSES[:1], DIFFERENCES)
    return Result("diff", None, view)


def batch_diff_result() -> Result:
    view = BatchDiffView(
        "last",
        "now",
        (("same", 40), ("changed", 2), ("new", 1), ("gone", 1)),
        (("coverage", 2), ("first", 1)),
        CAUSES[:2],
        (
            ClientDifference("client-7", "changed", DIFFERENCES[:2]),
            ClientDifference("client-8", "new"),
        ),
    )
    return Result("diff", None, view)


def batch_replay_result() -> Result:
    view = BatchReplayView(
        "results",
        (("same", 3), ("changed", 1)),
        (("coverage", 1),),
        CAUSES[2:],
        (ClientDifference("client-7", "changed", DIFFERENCES[:1]),),
    )
    return Result("replay", None, view)


RESULTS = {
    "replay-batch": batch_replay_result,
    "replay": replay_result,
    "diff": diff_result,
    "diff-batches": batch_diff_result,
}
