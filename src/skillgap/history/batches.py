"""Results of batches: read line by line, and compared client by client.

The layout of the folder is in docs/batch.md.
"""

from __future__ import annotations

import sqlite3
import weakref
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Any, Self

from skillgap.errors import DataError, Problem
from skillgap.history.compare import differences
from skillgap.history.reading import (
    check_contract,
    opened,
    parse_object,
    read_object,
    refusal,
)
from skillgap.history.reasons import of_making
from skillgap.locale import _
from skillgap.model.history import Cause, ClientDifference
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from skillgap.model.history import Difference

RESULTS = "results.jsonl"
SUMMARY = "batch.json"
LONGEST_LINE = 16 * 1024 * 1024
_COUNTED = ("same", "changed", "new", "gone")


class Line(Record):
    """One client of a batch: where the line stands, and the ``data`` in it."""

    number: int
    client: str
    data: Mapping[str, Any]

    @property
    def status(self) -> str:
        """Whether the client could be advised: *ok* or *error*."""
        return str(self.data["status"])


class Compared(Record):
    """What differs between two batches (see ``BatchDiffView``)."""

    counts: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    causes: tuple[Cause, ...]
    clients: tuple[ClientDifference, ...]


def read_about(folder: Path) -> dict[str, Any]:
    """What a folder of results says of itself.

    Raises:
        DataError: it is no folder of whole results, or of another contract, or holds
            only the clients whose advice changed since others.
    """
    path = folder / SUMMARY
    if not path.is_file():
        message = _("This is no folder of whole results: {name} is not in it.")
        hint = _("Run the batch again with the same options: it goes on and ends it.")
        raise refusal(message.format(name=SUMMARY), str(folder), hint=hint)
    about = read_object(path)
    program = about.get("skillgap")
    number = program.get("contract") if isinstance(program, dict) else None
    check_contract(number, str(path))
    data = about.get("data")
    if isinstance(data, dict) and data.get("since") is not None:
        message = _("These results hold only the clients whose advice changed.")
        hint = _("Name the results of a whole batch: one that ran without --since.")
        raise refusal(message, str(folder), hint=hint)
    return about


def read_lines(
    folder: Path, tell: Callable[[float], None] | None = None
) -> Iterator[Line]:
    """The clients of a folder of results, in their order, one at a time.

    ``tell`` is told how far this is, from 0 to 1.

    Raises:
        DataError: a line is cut off, too long, or no client's; it names the line.
    """
    path = folder / RESULTS
    with opened(path) as file:
        number, size, done = 0, max(1, path.stat().st_size), 0
        while content := file.readline(LONGEST_LINE + 1):
            number += 1
            if len(content) > LONGEST_LINE:
                limit = LONGEST_LINE >> 20
                text = _("The line is larger than {limit} MB.").format(limit=limit)
                raise refusal(text, str(path), number)
            yield as_line(content, str(path), number)
            done += len(content)
            if tell is not None:
                tell(done / size)


def as_line(content: bytes, shown: str, number: int) -> Line:
    """The client of a line.

    Raises:
        DataError: it is not one.
    """
    data = parse_object(content, shown, number)
    client = data.get("client")
    if not isinstance(client, str) or data.get("status") not in ("ok", "error"):
        hint = _("Each line is an object with client and status: see docs/batch.md.")
        raise refusal(_("This line is no client's."), shown, number, hint=hint)
    return Line(number, client, data)


def line_differences(old: Line, new: Line, shown: str) -> tuple[Difference, ...]:
    """What differs between two lines of one client.

    Raises:
        DataError: one has not the shape of the contract.
    """
    try:
        return differences(old.data, new.data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = _("The line of client {client} does not have the contract's shape.")
        text = message.format(client=new.client)
        raise refusal(text, shown, new.number) from error


def compare_batches(old: Path, new: Path, most: int) -> Compared:
    """What differs between two folders of results.

    At most so many clients are told one by one; all are counted. The older results
    are found by client through an index on disk, so that memory does not grow.

    Raises:
        DataError: one of them cannot be read.
    """
    causes = _causes(read_about(old), read_about(new))
    counts, kinds = Counter[str](), Counter[str]()
    told: list[ClientDifference] = []
    with Earlier(old) as earlier:
        for line in read_lines(new):
            old_line = earlier.take(line.client, line.status)
            one = _compared(old_line, line, str(new / RESULTS))
            counts[one.state if one else "same"] += 1
            if one is not None:
                kinds.update(list(dict.fromkeys(each.what for each in one.differences)))
                told += [one] if len(told) < most else []
        for client in earlier.left():
            counts["gone"] += 1
            told += [ClientDifference(client, "gone")] if len(told) < most else []
    pairs = tuple((name, counts[name]) for name in _COUNTED)
    return Compared(pairs, tuple(kinds.most_common()), causes, tuple(told))


def _compared(old: Line | None, new: Line, shown: str) -> ClientDifference | None:
    """How a client fares otherwise, None where the advice is the same."""
    if old is None:
        return ClientDifference(new.client, "new")
    found = line_differences(old, new, shown)
    return ClientDifference(new.client, "changed", found) if found else None


def _causes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Cause, ...]:
    then, now = _options(old), _options(new)
    names = sorted(then.keys() | now.keys())
    asked = (Cause("inputs", one) for one in names if then.get(one) != now.get(one))
    return (*of_making(_made(old), _made(new)), *asked)


def _made(about: Mapping[str, Any]) -> tuple[str | None, str | None, str | None]:
    catalogue = about.get("catalogue") or {}
    version = about["skillgap"].get("version")
    return version, catalogue.get("name"), catalogue.get("fingerprint")


def _options(about: Mapping[str, Any]) -> Mapping[str, Any]:
    data = about.get("data")
    options = data.get("options") if isinstance(data, dict) else None
    return options if isinstance(options, dict) else {}


def no_room(error: sqlite3.OperationalError) -> DataError:
    """The error of an index on disk that cannot grow."""
    message = _("There is no room for temporary files: {reason}.").format(reason=error)
    hint = _("Make room on the disk, or set TMPDIR to a folder on another one.")
    return DataError(Problem("error", "output", message, hint=hint))


class Earlier:
    """Earlier results by client: an index on disk says where each line begins."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shown = str(folder / RESULTS)

    def __enter__(self) -> Self:
        """Read the results once, to index them."""
        # An empty name is a database on disk that goes with the connection.
        self._index = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, self._index.close)  # where entering fails, too
        self._index.execute(
            "CREATE TABLE line (client TEXT, number INTEGER, status TEXT,"
            " start INTEGER, taken INTEGER, PRIMARY KEY (client, number)) WITHOUT ROWID"
        )
        self._index.execute("BEGIN")
        insert = "INSERT INTO line VALUES (?, ?, ?, ?, 0)"
        try:
            self._index.executemany(insert, self._places())
        except sqlite3.OperationalError as error:
            raise no_room(error) from error
        self._file = (self._folder / RESULTS).open("rb")
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the results and drop the index."""
        self._index.close()
        self._file.close()

    def take(self, client: str, status: str = "ok") -> Line | None:
        """The line of a client, None where there is none; the client counts as seen.

        An id that stands in several rows has several lines, all but one of them
        errors: one of this status is taken first, and each in its turn.
        """
        select = (
            "SELECT number, start FROM line WHERE client = ?"
            " ORDER BY status <> ?, taken, number LIMIT 1"
        )
        row = self._index.execute(select, (client, status)).fetchone()
        if row is None:
            return None
        number, start = row
        mark = "UPDATE line SET taken = 1 WHERE client = ? AND number = ?"
        self._index.execute(mark, (client, number))
        self._file.seek(start)
        return as_line(self._file.readline(), self._shown, number)

    def left(self) -> Iterator[str]:
        """The clients that were never taken, in the order of their lines."""
        select = (
            "SELECT client FROM line GROUP BY client"
            " HAVING max(taken) = 0 ORDER BY min(number)"
        )
        with closing(self._index.execute(select)) as rows:
            for (client,) in rows:
                yield client

    def _places(self) -> Iterator[tuple[str, int, str, int]]:
        start = 0
        path = self._folder / RESULTS
        for line, length in zip(read_lines(self._folder), _lengths(path), strict=False):
            yield line.client, line.number, line.status, start
            start += length


def _lengths(path: Path) -> Iterator[int]:
    with path.open("rb") as file:
        yield from map(len, file)
