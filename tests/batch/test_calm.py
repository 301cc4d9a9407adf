"""What a chunk of rows leaves behind."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from tests.batch.made import made_roster
from tests.cli.command import SMALL

from skillgap.batch.advisor import Advisor
from skillgap.batch.calm import uncollected
from skillgap.batch.roster import Roster
from skillgap.batch.row import FIELDS, Row
from skillgap.batch.settings import Settings
from skillgap.catalogue import load_catalogue

if TYPE_CHECKING:
    from pathlib import Path

BAD = (
    {},
    {"id": "1"},
    {"id": "2", "skills": "excel: =9, sql=77"},
    {"id": "3", "skills": "excel", "target": "no such work"},
    {"id": "4", "skills": "excel", "max_cost": "much"},
    {"id": "5", "profile": "nowhere.yaml"},
)


def test_a_chunk_leaves_no_circles_of_garbage(tmp_path: Path) -> None:
    catalogue = load_catalogue(SMALL)
    path = tmp_path / "made.csv"
    path.write_text(made_roster(catalogue, 60, seed=4), encoding="utf-8", newline="")
    good = list(Roster(path, "made.csv", tmp_path).rows())
    cells = [dict.fromkeys(FIELDS, "") | each for each in BAD]
    bad = [Row(at, tuple(each.values())) for at, each in enumerate(cells, start=2)]
    advisor = Advisor(Settings("made.csv", tmp_path), catalogue)
    advisor.work(good[:30] + bad)
    gc.unfreeze()
    gc.collect()
    with uncollected():
        done = advisor.work(good + bad)
    assert done.failed >= len(bad)
    gc.unfreeze()
    assert gc.collect() == 0


def test_the_search_for_garbage_is_as_it_was_before() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
