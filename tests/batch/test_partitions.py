"""A roster in many files: partitions in, partitions out, here and on a cluster."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch.partitions import ID_BYTES, is_partitioned, recurring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.command import Run

pytest.importorskip("fsspec")


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """Three partitions; one id stands in two of them, one twice in one."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3):
        people = [f"P{number}-{each}" for each in range(30)]
        people += [["X", "Y", "X"][number], "Y" if number == 1 else f"Z{number}"]
        rows = "".join(f"{id_},excel,ledger-keepers\n" for id_ in people)
        path = folder / f"part-{number}.csv"
        path.write_text("id,skills,for\n" + rows, encoding="utf-8")
    return folder


def lines(folder: Path) -> list[dict[str, object]]:
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.usefixtures("parts")
def test_each_partition_by_itself_and_ids_once(run_small: Run, tmp_path: Path) -> None:
    done = run_small("batch", "in/part-*.csv", "--output", "out")
    assert done.code == 1, done.err
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == [
        f"part-{number}.{ending}"
        for number in range(3)
        for ending in ("csv", "json", "jsonl")
    ]
    found = lines(tmp_path / "out")
    failed = [one for one in found if one["status"] == "error"]
    assert len(found) == 96
    assert [one["client"] for one in failed] == ["Y", "X"]
    assert [one["problems"][0]["message"] for one in failed] == [  # type: ignore[index]
        "The client id is already that of row 32.",
        "The client id is already in part-0.csv.",
    ]
    assert failed[1]["problems"][0]["path"] == "part-2.csv"  # type: ignore[index]


@pytest.mark.usefixtures("parts")
def test_what_is_done_is_kept(run_small: Run, tmp_path: Path) -> None:
    arguments = ("batch", "in/part-*.csv", "--output", "out")
    run_small(*arguments)
    before = (tmp_path / "out" / "part-0.jsonl").stat()
    (tmp_path / "out" / "part-1.json").unlink()
    again = run_small(*arguments)
    assert "Done by an earlier run: 64" in again.out
    assert (tmp_path / "out" / "part-0.jsonl").stat() == before
    assert len(lines(tmp_path / "out")) == 96


def test_results_of_something_else_are_replaced_only_when_asked(
    run_small: Run, parts: Path, tmp_path: Path
) -> None:
    arguments = ("batch", "in/part-*.csv", "--output", "out")
    run_small(*arguments)
    before = (tmp_path / "out" / "part-0.jsonl").read_bytes()
    refused = run_small(*arguments, "--top", "1")
    assert refused.code == 3
    assert "results of something else" in refused.err
    assert "out/part-0.json" in refused.err
    assert (tmp_path / "out" / "part-0.jsonl").read_bytes() == before
    assert run_small(*arguments, "--top", "1", "--replace").code == 1
    found = lines(tmp_path / "out")
    assert max(len(one.get("recommendations", ())) for one in found) == 1  # type: ignore[arg-type]
    assert "Done by an earlier run" in run_small(*arguments, "--top", "1").out
    more = parts / "part-0.csv"
    more.write_text(more.read_text("utf-8") + "NEW,excel,ledger-keepers\n", "utf-8")
    run_small(*arguments, "--top", "1")
    assert len(lines(tmp_path / "out")) == 96
    run_small(*arguments, "--top", "1", "--replace")
    assert len(lines(tmp_path / "out")) == 97


@pytest.mark.usefixtures("parts")
def test_it_says_what_each_file_is(run_small: Run) -> None:
    done = run_small("batch", "in/part-*.csv", "--output", "out")
    files = [line for line in done.out.splitlines() if line.startswith("out/")]
    assert files
    assert all(
        line.endswith(".jsonl: a line of JSON for each client") for line in files
    )


def test_partitions_in_an_encoding_that_is_named(
    run_small: Run, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        text = f"Numéro de client;Compétences\r\nÉ{name};excel\r\n"
        path = tmp_path / "in" / f"{name}.csv"
        path.write_bytes(text.encode("windows-1252"))
    asked = ("batch", "in/*.csv", "--output", "out", "--encoding", "windows-1252")
    assert run_small(*asked).code == 0
    assert [one["client"] for one in lines(tmp_path / "out")] == ["Éa", "Éb"]


@pytest.mark.usefixtures("parts")
def test_what_partitions_do_not_go_with(run_small: Run) -> None:
    options = (("--report", "html"), ("--jobs", "2"), ("--summary", "xlsx"))
    for option in (*options, ("--record",)):
        done = run_small("batch", "in/part-*.csv", "--output", "out", *option)
        assert done.code == 2
        assert option[0] in done.err


@pytest.mark.usefixtures("parts")
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_gives_the_same_bytes(run_small: Run, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    run_small("batch", "in/part-*.csv", "--output", "one")
    for address in _scheduler(distributed):
        done = run_small(
            *("batch", f"file://{tmp_path}/in/part-*.csv"),
            *("--output", f"file://{tmp_path}/two", "--scheduler", address),
        )
        assert done.code == 1, done.err
    for path in (tmp_path / "one").glob("*.[cj]*"):
        if path.suffix != ".json":
            assert (tmp_path / "two" / path.name).read_bytes() == path.read_bytes()
    assert len(lines(tmp_path / "two")) == 96


def _scheduler(distributed: object) -> Iterator[str]:
    with distributed.LocalCluster(  # type: ignore[attr-defined]
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
    ) as cluster:
        yield cluster.scheduler_address


def test_a_pattern_that_means_nothing_is_told(run_small: Run) -> None:
    done = run_small("batch", "none-*.csv", "--output", "out")
    assert done.code == 3
    assert "No file is meant by this." in done.err
    assert is_partitioned("s3://place/part-*.csv")
    assert not is_partitioned("clients.csv")


@given(st.lists(st.lists(st.integers(0, 6), max_size=6), max_size=5))
def test_ids_that_recur_as_a_plain_search_finds_them(parts: list[list[int]]) -> None:
    def key(number: int) -> bytes:
        return bytes([number]) * ID_BYTES

    expected: list[dict[bytes, int]] = []
    first: dict[int, int] = {}
    for place, part in enumerate(parts):
        expected.append({key(n): first[n] for n in part if n in first})
        for number in part:
            first.setdefault(number, place)
    joined = [b"".join(map(key, part)) for part in parts]
    assert recurring(joined) == expected
