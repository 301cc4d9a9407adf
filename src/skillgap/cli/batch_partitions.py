"""A batch over many files, by an address or a pattern: each partition by itself."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skillgap.cli.batch_asked import options_of, settings_of
from skillgap.cli.batch_progress import reporting
from skillgap.errors import Problem, UsageError
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from skillgap.batch.partitions import Counted, Partition
    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue
    from skillgap.cli.batch_asked import Asked
    from skillgap.cli.session import Session


def advise_partitions(asked: Asked, session: Session, catalogue: Catalogue) -> int:
    """Advise every client of every partition; 1 where any of them could not be."""
    from skillgap.batch.partitions import make_way, partitions_of
    from skillgap.batch.roster import Roster
    from skillgap.render.batch_result import BatchView

    run = asked.run
    whole = run.since or run.record or run.report or run.summary == "xlsx"
    if run.jobs > 1 or whole:
        message = _(
            "Partitions go with --scheduler, not with --jobs, --since, --report, "
            "--record or --summary xlsx."
        )
        raise UsageError(Problem("error", "usage", message))
    columns = tuple(sorted(asked.columns.chosen().items()))
    encoding = asked.columns.encoding
    parts = partitions_of(asked.roster, run.output, columns, encoding)
    source = Path(parts[0].source)
    roster = Roster(source, asked.roster, Path("none"), columns, encoding)
    settings = settings_of(asked, roster, catalogue)
    options = options_of(settings, roster)
    job = _job(options, settings, catalogue, parts)
    make_way(parts, job, replace=run.replace)
    counts = _counted(asked, job, settings, catalogue, parts)
    view = BatchView(
        clients=sum(one.clients for one in counts),
        failed=sum(one.failed for one in counts),
        roster=asked.roster,
        folder=run.output,
        files=tuple(f"{Path(one.target).name}.jsonl" for one in parts),
        job=job,
        options=options,
        resumed_at=sum(one.clients for one in counts if one.resumed),
    )
    session.show(view, catalogue)
    return 1 if view.failed else 0


def _job(
    options: dict[str, Any],
    settings: Settings,
    catalogue: Catalogue,
    parts: Sequence[Partition],
) -> str:
    """The fingerprint of a job: the partitions by their names, not their content."""
    from skillgap.version import __version__

    key = settings.pseudonyms.hex() if settings.pseudonyms else ""
    sources = [one.source for one in parts]
    what = [options, catalogue.info.fingerprint, __version__, key, sources]
    text = json.dumps(what, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _counted(
    asked: Asked,
    job: str,
    settings: Settings,
    catalogue: Catalogue,
    parts: Sequence[Partition],
) -> list[Counted]:
    from skillgap.batch.partitions import ids_in, recurring

    mapped, advise, leave = _way(asked, job, settings, catalogue)
    try:
        found = recurring(list(mapped(ids_in, parts)))
        elsewhere = [
            {key: parts[first].name for key, first in each.items()} for each in found
        ]
        jobs = [job] * len(parts)
        return _told(mapped(advise, parts, jobs, elsewhere), len(parts))
    finally:
        leave()


def _way(
    asked: Asked, job: str, settings: Settings, catalogue: Catalogue
) -> tuple[Callable[..., Iterator[Any]], Callable[..., Counted], Callable[[], None]]:
    """How partitions are worked on: what maps, what advises one, what ends it."""
    if asked.run.scheduler:
        from skillgap.batch.cluster import advise_here, partitions_on_cluster

        mapped, leave = partitions_on_cluster(
            asked.run.scheduler, job, settings, catalogue
        )
        return mapped, advise_here, leave
    from skillgap.batch.advisor import Advisor
    from skillgap.batch.partitions import advise_partition

    advisor = Advisor(settings, catalogue)

    def advise(part: Partition, job: str, elsewhere: dict[bytes, str]) -> Counted:
        own = advisor.under(settings._replace(roster=part.name))
        return advise_partition(part, job, elsewhere, own.each)

    return map, advise, lambda: None


def _told(counts: Iterator[Counted], total: int) -> list[Counted]:
    from skillgap.batch.run import State

    done: list[Counted] = []
    with reporting() as report:
        for one in counts:
            done.append(one)
            clients = sum(each.clients for each in done)
            failed = sum(each.failed for each in done)
            resumed = sum(each.clients for each in done if each.resumed)
            report(State(clients, failed, len(done) / total, resumed))
    return done
