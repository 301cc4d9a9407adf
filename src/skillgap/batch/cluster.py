"""Chunks of a roster worked on by a Dask cluster, given back in order.

A plugin carries the compiled catalogue to each worker once, and to each that comes
later. A chunk is worked on again where its worker dies; its lines are appended by this
process alone, so that no client is lost or doubled.
"""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Any

from skillgap.batch.partitions import advise_partition
from skillgap.batch.reporter import advisor_for
from skillgap.catalogue import unpacked
from skillgap.errors import DataError, Problem
from skillgap.locale import _, use_language
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from skillgap.batch.advisor import Advisor
    from skillgap.batch.partitions import Counted, Partition
    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.batch.work import Done
    from skillgap.catalogue import Catalogue

    Mapped = Callable[..., Iterator[Any]]
    Work = Callable[[Iterable[list[Row]]], Iterator[Done]]

_AHEAD = 4
"""Chunks that wait for each thread of the cluster."""

_CONNECT_S = 10

_one_at_a_time = threading.Lock()
"""The language is the process's own: threads of one worker take turns."""

_advisors: dict[str, Advisor] = {}


class _Equipped:
    """What a worker needs for a job: a plugin of Dask by its methods."""

    def __init__(self, job: str, settings: Settings, catalogue: Catalogue) -> None:
        self.name = f"skillgap-{job}"
        self.job = job
        self.version = __version__
        self.settings = settings
        self.catalogue = catalogue.packed()

    def setup(self, worker: object) -> None:
        """Open the catalogue in a worker that starts or is there."""
        del worker
        if self.version != __version__:
            message = f"a worker has skillgap {__version__}, not {self.version}"
            raise RuntimeError(message)
        with _one_at_a_time:
            catalogue = unpacked(self.catalogue)
            _advisors[self.job] = advisor_for(self.settings, catalogue)

    def teardown(self, worker: object) -> None:
        """Forget the job."""
        del worker
        _advisors.pop(self.job, None)


def on_cluster(
    address: str, job: str, settings: Settings, catalogue: Catalogue
) -> Work:
    """Work done by the workers of a scheduler.

    Raises (when it is run):
        DataError: the cluster is not there, or gives up a chunk.
    """

    def work(chunks: Iterable[list[Row]]) -> Iterator[Done]:
        client = connect(address)
        try:
            client.register_plugin(_plugin(job, settings, catalogue))
            yield from _in_order(client, job, chunks)
        finally:
            client.close()

    return work


def connect(address: str) -> Any:  # noqa: ANN401 - a client of Dask
    """A client of the scheduler at an address.

    Raises:
        DataError: Dask is not installed, or no scheduler answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        message = _("Clusters are used through Dask, which is not installed.")
        raise _refused(message, 'pip install "skillgap[cluster]"') from error
    try:
        return Client(  # type: ignore[no-untyped-call, unused-ignore]
            address, timeout=_CONNECT_S, set_as_default=False
        )
    except (OSError, ValueError) as error:
        message = _("No scheduler answers at {address}.").format(address=address)
        raise _refused(message) from error


def _plugin(job: str, settings: Settings, catalogue: Catalogue) -> Any:  # noqa: ANN401 - a class of Dask
    from distributed import WorkerPlugin

    plugin = type("Equipped", (_Equipped, WorkerPlugin), {"__module__": __name__})
    return plugin(job, settings, catalogue)


def _in_order(client: Any, job: str, chunks: Iterable[list[Row]]) -> Iterator[Done]:  # noqa: ANN401 - of Dask
    """What becomes of each chunk, in order; a bounded number is on its way."""
    waiting: deque[Any] = deque()
    for chunk in chunks:
        waiting.append(client.submit(work_on, job, chunk, pure=False))
        if len(waiting) >= _AHEAD * max(1, sum(client.nthreads().values())):
            yield _result(waiting.popleft())
    while waiting:
        yield _result(waiting.popleft())


def _result(future: Any) -> Any:  # noqa: ANN401 - of Dask
    from distributed import KilledWorker

    try:
        return future.result()
    except (KilledWorker, OSError, RuntimeError) as error:
        message = _("The cluster gave up: {reason}.")
        hint = _("What is done so far is kept: run the same again.")
        raise _refused(message.format(reason=error), hint) from error


def work_on(job: str, rows: Sequence[Row]) -> Done:
    """The lines of a chunk, on a worker."""
    with _one_at_a_time:
        advisor = _advisors[job]
        use_language(advisor.settings.language)
        return advisor.work(rows)


def partitions_on_cluster(
    address: str, job: str, settings: Settings, catalogue: Catalogue
) -> tuple[Mapped, Callable[[], None]]:
    """A function that maps another over partitions on a cluster, and one to leave it.

    Raises:
        DataError: the cluster is not there.
    """
    client = connect(address)
    client.register_plugin(_plugin(job, settings, catalogue))

    def mapped(function: Callable[..., Any], *each: Sequence[Any]) -> Iterator[Any]:
        futures = client.map(function, *each, pure=False)
        try:
            yield from map(_result, futures)
        finally:
            client.cancel(futures)

    return mapped, client.close


def advise_here(partition: Partition, job: str, elsewhere: dict[bytes, str]) -> Counted:
    """Advise a partition, on a worker."""
    with _one_at_a_time:
        advisor = _advisors[job]
        asked = advisor.settings._replace(roster=partition.name)
        use_language(asked.language)
        return advise_partition(partition, job, elsewhere, advisor.under(asked).each)


def _refused(message: str, hint: str | None = None) -> DataError:
    return DataError(Problem("error", "cluster", message, hint=hint))
