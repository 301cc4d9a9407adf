"""A batch as the command runs it: the roster found, the work done, the run told of."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from skillgap.cli.batch_asked import options_of, roster_of, settings_of
from skillgap.cli.batch_reports import BOTH, check_reports, index_of, what_reports
from skillgap.cli.session import cache_folder, open_session
from skillgap.errors import DataError, Problem, UsageError
from skillgap.locale import _, current_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from skillgap.batch.results import Results
    from skillgap.batch.roster import Roster
    from skillgap.batch.run import State, Work
    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue
    from skillgap.cli.batch_asked import Asked
    from skillgap.cli.session import Session
    from skillgap.render.batch_result import BatchView


def advise_roster(asked: Asked) -> int:
    """Advise every client; 1 where any of them could not be."""
    from skillgap.batch import results
    from skillgap.batch.partitions import is_partitioned

    session = _session(asked)
    check_reports(asked.run, asked.shown.lang)
    catalogue = session.load_catalogue()
    if is_partitioned(asked.roster):
        from skillgap.cli.batch_partitions import advise_partitions

        return advise_partitions(asked, session, catalogue)
    with _stop_told(), results.held(asked.run.folder):
        roster = roster_of(asked)
        settings = settings_of(asked, roster, catalogue)
        view = _view(asked, settings, roster, catalogue)
        view = _done_before(view, asked) or _run(view, asked, settings, roster, session)
    session.show(view, catalogue)
    return 1 if view.failed else 0


@contextmanager
def _stop_told() -> Iterator[None]:
    """Say to whoever interrupts a run that nothing is lost by it."""
    try:
        yield
    except KeyboardInterrupt:
        text = _("Stopped. What is done is kept: run the same again to go on.")
        sys.stderr.write(f"{text}\n")
        raise


def _session(asked: Asked) -> Session:
    from skillgap.cli.options import Output

    shown = asked.shown
    lang = None if shown.lang == BOTH else shown.lang
    return open_session(
        "batch", Output(shown.catalogue, lang, shown.format, shown.plain)
    )


def _view(
    asked: Asked, settings: Settings, roster: Roster, catalogue: Catalogue
) -> BatchView:
    """The run before it has begun."""
    from skillgap.batch import manifest
    from skillgap.batch.run import job_of
    from skillgap.render.batch_result import BatchView
    from skillgap.version import __version__

    options = options_of(settings, roster)
    since = _since(asked)
    key = settings.pseudonyms.hex() if settings.pseudonyms else ""
    what: dict[str, Any] = {
        "options": options,
        "version": __version__,
        "catalogue": catalogue.info.fingerprint,
        "key": key,
        "summary": asked.run.summary,
        **what_reports(asked.run, settings),
    }
    if since:
        what["since"] = since
    if asked.run.record:
        what["record"] = True
    more = ["summary.xlsx"] if asked.run.summary == "xlsx" else []
    more += ["records.jsonl"] if asked.run.record else []
    more += ["reports/index.html"] if settings.report else []
    return BatchView(
        clients=0,
        failed=0,
        roster=asked.roster,
        folder=str(asked.run.folder),
        files=(manifest.RESULTS, manifest.SUMMARY, *more),
        job=job_of(roster, what),
        options=options,
        since=None if asked.run.since is None else str(asked.run.since),
        report=settings.report,
        made=settings.made,
    )


def _since(asked: Asked) -> str | None:
    """The job of the results to compare with, if any are named."""
    if asked.run.since is None:
        return None
    from skillgap.batch.since import job_since

    if asked.run.since.resolve() == asked.run.folder.resolve():
        message = _("--since and --output name the same folder.")
        hint = _("Choose another folder with --output.")
        raise UsageError(Problem("error", "usage", message, hint=hint))
    return job_since(asked.run.since)


def _done_before(view: BatchView, asked: Asked) -> BatchView | None:
    """The run that whole results in the folder are of, where they are of this job."""
    from skillgap.batch import manifest

    before = manifest.manifest_of(asked.run.folder)
    if before is None or asked.run.replace:
        return None
    data = before["data"]
    if data.get("job") == view.job:
        return view._replace(
            clients=data["clients"],
            failed=data["error"],
            resumed_at=data["clients"],
            written=data.get("written"),
        )
    message = _("The folder holds the results of something else.")
    hint = _("Choose another folder, or give --replace.")
    raise DataError(Problem("error", "output", message, view.folder, hint=hint))


def _run(
    view: BatchView, asked: Asked, settings: Settings, roster: Roster, session: Session
) -> BatchView:
    from skillgap.batch import manifest, results
    from skillgap.batch.run import finish, run
    from skillgap.cli.batch_progress import reporting

    catalogue = session.load_catalogue()
    if asked.run.replace:
        results.discard(asked.run.folder)
    folder = results.Results(asked.run.folder, view.job, str(settings.made or ""))
    work = _work(asked, settings, catalogue, view.job)
    try:
        with reporting() as report:
            state = run(roster, folder, work, report, settings)
        view = _after(view, state, folder.work / manifest.RESULTS)
        others = _others(asked, folder)
        if asked.run.record:
            others |= _records(asked, folder, settings, roster, catalogue)
        if settings.report:
            others |= index_of(folder, settings, catalogue)
        finish(folder, _manifest(view, catalogue), others)
    finally:
        folder.close()
    return view


def _after(view: BatchView, state: State, lines: Path) -> BatchView:
    written = None
    if view.since is not None and lines.exists():
        with lines.open("rb") as file:
            written = sum(1 for _line in file)
    return view._replace(
        clients=state.clients,
        failed=state.failed,
        resumed_at=state.resumed_at,
        written=written,
    )


def _work(asked: Asked, settings: Settings, catalogue: Catalogue, job: str) -> Work:
    work = _advising(asked, settings, catalogue, job)
    if asked.run.since is None:
        return work
    from skillgap.batch.since import only_changed, only_changed_reports

    if settings.report is None:
        return only_changed(work, asked.run.since)
    from skillgap.batch.advisor import Advisor

    advisor = Advisor(settings._replace(report=None), catalogue)
    return only_changed_reports(advisor.work, work, asked.run.since)


def _advising(asked: Asked, settings: Settings, catalogue: Catalogue, job: str) -> Work:
    if asked.run.scheduler:
        from skillgap.batch.cluster import on_cluster

        return on_cluster(asked.run.scheduler, job, settings, catalogue)
    if asked.run.jobs == 1:
        from skillgap.batch.reporter import advisor_for

        return advisor_for(settings, catalogue).each
    from skillgap.batch.pool import Place, in_processes

    folder, fingerprint = asked.shown.catalogue, catalogue.info.fingerprint
    place = Place(folder, cache_folder(), fingerprint)
    return in_processes(place, settings, asked.run.jobs)


def _others(asked: Asked, folder: Results) -> dict[str, Any]:
    if asked.run.summary != "xlsx":
        return {}
    from skillgap.batch import manifest
    from skillgap.batch.workbook import write_workbook

    table, language = folder.work / manifest.SUMMARY, current_language()
    return {"summary.xlsx": lambda path: write_workbook(table, path, language)}


def _records(
    asked: Asked,
    folder: Results,
    settings: Settings,
    roster: Roster,
    catalogue: Catalogue,
) -> dict[str, Any]:
    from skillgap.batch import manifest
    from skillgap.batch.records import RECORDS, write_records

    lines, named = folder.work / manifest.RESULTS, asked.shown.catalogue
    place = None if named is None else str(named)

    def write(path: Path) -> None:
        write_records(path, lines, roster, settings, catalogue, place)

    return {RECORDS: write}


def _manifest(view: BatchView, catalogue: Catalogue) -> bytes:
    from skillgap.render import Result, render

    result = Result("batch", catalogue.info, view)
    return render(result, format="json").encode()
