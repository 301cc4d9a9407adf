"""Names in replays, differences and cohorts that try to be more than text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.render.invented import HOSTILE, PAYROLL_COURSE
from tests.render.invented_cohort import cohort_view

from skillgap.model import Text
from skillgap.model.cohort import Served
from skillgap.model.history import Cause, ClientDifference, Difference
from skillgap.render import (
    BatchDiffView,
    BatchReplayView,
    CohortView,
    DiffView,
    ReplayView,
    Result,
    render,
)

if TYPE_CHECKING:
    from skillgap.render import Format
    from skillgap.render.result import View

OBEYED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")
WHY = (Cause("entry_changed", HOSTILE, HOSTILE, HOSTILE, "skills"),)
WAYS = (
    Difference("match", HOSTILE, HOSTILE, HOSTILE),
    Difference("first", "", HOSTILE, HOSTILE),
    Difference("other", HOSTILE),
    Difference("credential_cost", HOSTILE, 1, 2, HOSTILE),
)
CLIENTS = (ClientDifference(HOSTILE, "changed", WAYS), ClientDifference(HOSTILE, "new"))
COUNTS = (("same", 1), ("changed", 1), ("new", 1), ("gone", 0))


def cohort() -> CohortView:
    credential = PAYROLL_COURSE._replace(name=Text(HOSTILE))
    view = cohort_view(Served(credential, 9, adds=0.1))
    group = view.cohort
    lacked = tuple(one._replace(label=Text(HOSTILE)) for one in group.lacked)
    standings = tuple(one._replace(title=Text(HOSTILE)) for one in group.standings)
    return view._replace(
        cohort=group._replace(lacked=lacked, standings=standings), results=HOSTILE
    )


VIEWS: dict[str, View] = {
    "replay": ReplayView(HOSTILE, HOSTILE, False, WHY, WAYS),
    "diff": DiffView(HOSTILE, HOSTILE, HOSTILE, WHY, WAYS),
    "diff of batches": BatchDiffView(HOSTILE, HOSTILE, COUNTS, (), WHY, CLIENTS),
    "replay of a batch": BatchReplayView(HOSTILE, COUNTS, (), WHY, CLIENTS),
    "cohort": cohort(),
}


@pytest.mark.parametrize("form", ["table", "plain", "csv", "markdown", "html", "json"])
@pytest.mark.parametrize("name", VIEWS)
def test_names_stay_text(name: str, form: Format) -> None:
    command = name.split(" ", maxsplit=1)[0]
    text = render(Result(command, None, VIEWS[name]), format=form, explain=True)
    assert OBEYED.findall(text.replace("\r\n", "\n")) == []
    text.encode("utf-8")
    if form in ("html", "markdown"):
        assert "<b>" not in text.replace("<br>", "")
    if form == "csv":
        assert "\n=cmd" not in text
        assert ",=cmd" not in text
