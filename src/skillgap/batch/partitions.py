"""A roster in many files: partitions in, partitions out, wherever fsspec reaches.

Each partition is advised by itself, on a cluster or here, and its results are moved
into place whole; a mark written last says that it is done. What is done is not done
again. First all ids are gathered, so that one that stands in two partitions is told.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from skillgap.batch.results import writing
from skillgap.batch.roster import Roster
from skillgap.batch.row import refuse, row_problem, said
from skillgap.batch.run import chunks, unique
from skillgap.batch.summary import head
from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from skillgap.batch.row import Row
    from skillgap.batch.work import Done

_SIGNS = ("*", "?", "[", "://")
ID_BYTES = 16


class Partition(Record):
    """One file of a roster: its address, and where its results go, without ending."""

    source: str
    target: str
    columns: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None

    @property
    def name(self) -> str:
        """The file's own name."""
        return PurePosixPath(self.source).name


class Counted(Record):
    """What became of a partition."""

    clients: int
    failed: int
    resumed: bool = False


def is_partitioned(roster: str) -> bool:
    """Whether a roster is named by an address or a pattern."""
    return any(sign in roster for sign in _SIGNS) and not Path(roster).exists()


def partitions_of(
    roster: str,
    output: str,
    columns: tuple[tuple[str, str], ...],
    encoding: str | None = None,
) -> list[Partition]:
    """The partitions that a pattern means, by name.

    Raises:
        DataError: there is none, fsspec is not there, or two have one name.
    """
    files, paths = _system(roster)
    try:
        found = sorted(files.unstrip_protocol(each) for each in files.glob(paths))
    except (OSError, ValueError) as error:
        message = _("The roster cannot be read: {reason}.")
        raise refuse(message.format(reason=error), roster) from error
    if not found:
        raise refuse(_("No file is meant by this."), roster)
    names = [PurePosixPath(each).stem for each in found]
    if len(set(names)) < len(names):
        raise refuse(_("Two of its files have the same name."), roster)
    root = output.rstrip("/")
    return [
        Partition(each, f"{root}/{name}", columns, encoding)
        for each, name in zip(found, names, strict=True)
    ]


def _system(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        message = _("Partitions are read with fsspec, which is not installed.")
        raise refuse(message, address, 'pip install "skillgap[cluster]"') from error
    try:
        files, path = url_to_fs(address)
    except (ImportError, ValueError, OSError) as error:
        raise refuse(str(error), address) from error
    return files, str(path)


def ids_in(partition: Partition) -> bytes:
    """The hashes of the ids of a partition, one after the other."""
    with _fetched(partition) as roster:
        return b"".join(_key(row) for row in roster.rows() if not row.problem)


def _key(row: Row) -> bytes:
    id_ = said(row.cell("id"))
    if not id_:
        return b""
    content = id_.encode("utf-8", "replace")
    return hashlib.blake2b(content, digest_size=ID_BYTES).digest()


def recurring(ids: Sequence[bytes]) -> list[dict[bytes, int]]:
    """For each partition the ids that stand in an earlier one, and in which."""
    import numpy as np

    joined = np.frombuffer(b"".join(ids), dtype=f"V{ID_BYTES}")
    of = np.repeat(np.arange(len(ids)), [len(each) // ID_BYTES for each in ids])
    # Stable: of equal ids the one in the earliest partition comes first.
    order = np.argsort(joined.view([("", "u8"), ("", "u8")]), kind="stable")
    ordered = joined[order]
    found: list[dict[bytes, int]] = [{} for _each in ids]
    first = 0
    same = ordered[1:] == ordered[:-1] if len(ordered) else ordered
    for at in np.flatnonzero(same).tolist():
        if at == 0 or not same[at - 1]:
            first = int(of[order[at]])
        later = int(of[order[at + 1]])
        if later != first:
            found[later].setdefault(ordered[at + 1].tobytes(), first)
    return found


def advise_partition(
    partition: Partition,
    job: str,
    elsewhere: Mapping[bytes, str],
    work: Callable[[Iterable[list[Row]]], Iterator[Done]],
) -> Counted:
    """Advise the clients of a partition into files beside each other.

    ``elsewhere`` are the ids that stand in an earlier partition, with its name.
    """
    files, target = _system(partition.target)
    if (before := _mark(files, target, job)) is not None:
        return before
    clients = failed = 0
    with _fetched(partition) as roster, tempfile.TemporaryDirectory() as name:
        made = [Path(name) / ending for ending in ("jsonl", "csv")]
        with made[0].open("wb") as lines, made[1].open("wb") as table:
            table.write(head(reports=False))
            rows = _told(unique(roster.rows(), partition.name), partition, elsewhere)
            for done in work(chunks(rows)):
                lines.write(done.results)
                table.write(done.summary)
                clients, failed = clients + done.rows, failed + done.failed
        mark = Path(name) / "json"
        counts = {"job": job, "clients": clients, "failed": failed}
        mark.write_text(json.dumps(counts), encoding="utf-8")
        for path in (*made, mark):
            _put(files, path, f"{target}.{path.name}")
    return Counted(clients, failed)


def _told(
    rows: Iterator[Row], partition: Partition, elsewhere: Mapping[bytes, str]
) -> Iterator[Row]:
    for row in rows:
        other = None if row.problem else elsewhere.get(_key(row))
        if other is None:
            yield row
            continue
        message = _("The client id is already in {name}.").format(name=other)
        problem = row_problem(message, partition.name, row.number)
        yield row._replace(problem=problem)


def make_way(partitions: Sequence[Partition], job: str, *, replace: bool) -> None:
    """See that no results of another job are overwritten, unless that is asked for.

    Then those of all jobs count as not done, this one's too.

    Raises:
        DataError: there are some.
    """
    for one in partitions:
        files, target = _system(one.target)
        found = _marked(files, target)
        if found is None:
            continue
        if replace:
            with writing(Path(target)):
                files.rm_file(f"{target}.json")
        elif found.get("job") != job:
            message = _("The folder holds the results of something else.")
            hint = _("Choose another folder, or give --replace.")
            shown = f"{one.target}.json"
            raise DataError(Problem("error", "output", message, shown, hint=hint))


def _marked(files: Any, target: str) -> dict[str, Any] | None:  # noqa: ANN401 - of fsspec
    """What the mark says that is written last; None where there is none."""
    try:
        found = json.loads(files.cat_file(f"{target}.json"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _mark(files: Any, target: str, job: str) -> Counted | None:  # noqa: ANN401 - of fsspec
    found = _marked(files, target)
    if found is None or found.get("job") != job:
        return None
    return Counted(found["clients"], found["failed"], resumed=True)


def _put(files: Any, path: Path, target: str) -> None:  # noqa: ANN401 - of fsspec
    with writing(Path(target)):
        files.makedirs(target.rpartition("/")[0], exist_ok=True)
        files.put_file(str(path), f"{target}.part")
        files.mv(f"{target}.part", target)


class _fetched:  # noqa: N801 - used as a function
    """A partition as a file of this machine, for as long as it is read."""

    def __init__(self, partition: Partition) -> None:
        self.partition = partition

    def __enter__(self) -> Roster:
        files, path = _system(self.partition.source)
        self.folder = tempfile.TemporaryDirectory()
        local = Path(self.folder.name) / self.partition.name
        try:
            files.get_file(path, str(local))
        except OSError as error:
            message = _("The roster cannot be read: {reason}.")
            raise refuse(message.format(reason=error), self.partition.source) from error
        nowhere = Path(self.folder.name) / "none"
        columns = self.partition.columns
        encoding = self.partition.encoding
        return Roster(local, self.partition.name, nowhere, columns, encoding)

    def __exit__(self, *_error: object) -> None:
        self.folder.cleanup()
