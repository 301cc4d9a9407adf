"""A cluster on this machine gives the bytes of a run without one, whatever dies."""

from __future__ import annotations

import os
import signal
import threading
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.batch.made import made_roster
from tests.cli.command import SMALL

from skillgap.batch.advisor import Advisor
from skillgap.batch.named import with_stems
from skillgap.batch.reporter import advisor_for
from skillgap.batch.roster import Roster
from skillgap.batch.run import chunks, unique
from skillgap.batch.settings import Settings
from skillgap.catalogue import load_catalogue
from skillgap.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from skillgap.batch.row import Row

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")

from skillgap.batch.cluster import connect, on_cluster  # noqa: E402 - needs Dask


@pytest.fixture
def cluster() -> Iterator[object]:
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
    ) as found:
        yield found


def test_the_same_bytes_though_workers_are_killed(
    cluster: distributed.LocalCluster, tmp_path: Path
) -> None:
    catalogue = load_catalogue(SMALL)
    path = tmp_path / "clients.csv"
    path.write_text(made_roster(catalogue, 3000, seed=11), "utf-8", newline="")
    asked = Settings("clients.csv", tmp_path)

    def rows() -> Iterator[list[Row]]:
        roster = Roster(path, "clients.csv", tmp_path)
        return chunks(unique(roster.rows(), "clients.csv"), 20)

    expected = list(Advisor(asked, catalogue).each(rows()))
    address = cluster.scheduler_address
    killed: list[int] = []
    stop = threading.Event()

    def kill() -> None:
        with connect(address) as client:
            while not stop.wait(1.0) and len(killed) < 3:
                workers = client.run(os.getpid, on_error="ignore")
                pids = [pid for pid in workers.values() if isinstance(pid, int)]
                if pids:
                    os.kill(pids[0], signal.SIGKILL)
                    killed.append(pids[0])

    killer = threading.Thread(target=kill)
    work = on_cluster(address, "a-job", asked, catalogue)
    found = []
    for number, done in enumerate(work(rows())):
        if number == 2:
            killer.start()
        if number > 2 and not killed:
            time.sleep(0.02)
        found.append(done)
    stop.set()
    killer.join()
    assert killed
    assert found == expected


def test_reports_come_from_a_cluster_too(
    cluster: distributed.LocalCluster, tmp_path: Path
) -> None:
    catalogue = load_catalogue(SMALL)
    path = tmp_path / "clients.csv"
    path.write_text(made_roster(catalogue, 60, seed=12), "utf-8", newline="")
    asked = Settings("clients.csv", tmp_path, report="html", made=date(2026, 11, 27))

    def rows() -> Iterator[list[Row]]:
        roster = Roster(path, "clients.csv", tmp_path)
        return chunks(with_stems(unique(roster.rows(), "clients.csv"), asked), 10)

    expected = list(advisor_for(asked, catalogue).each(rows()))
    assert sum(len(done.pages) for done in expected) > 20
    work = on_cluster(cluster.scheduler_address, "reports", asked, catalogue)
    assert list(work(rows())) == expected


def test_a_scheduler_that_is_not_there_is_told() -> None:
    with pytest.raises(DataError, match="No scheduler answers"):
        connect("tcp://127.0.0.1:1")
