"""A report for each client, made of the same row as the line of the results."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillgap.advice import Wishes
from skillgap.advice.funding import program_meant
from skillgap.batch.advise import defect, failed
from skillgap.batch.advisor import Advisor
from skillgap.batch.client import languages_of, profile_of, read_client
from skillgap.batch.limits import means_of
from skillgap.batch.manifest import REPORTS
from skillgap.batch.pseudonyms import pseudonym
from skillgap.batch.summary import summary_row
from skillgap.batch.work import Done, Page, known_as
from skillgap.errors import SkillgapError
from skillgap.locale import speaking, use_language
from skillgap.matching.awards import credentials_held
from skillgap.matching.counted import matched
from skillgap.model.eligibility import Applicant
from skillgap.render.batch_records import compact, line_data
from skillgap.render.records import occupation_record
from skillgap.render.report.kinds import ENDINGS, report_file
from skillgap.report import Case, make_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.batch.client import Client
    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue
    from skillgap.render.report import Report


def advisor_for(settings: Settings, catalogue: Catalogue) -> Advisor:
    """Who works on the rows: where reports are asked for, one who writes them too."""
    return (Reporter if settings.report else Advisor)(settings, catalogue)


class Reporter(Advisor):
    """Advises chunks of rows as an advisor, and writes a report for each client.

    A line says under ``report`` which file that is and what its plan reaches; where a
    report cannot be made, the whole line says why, since a client without one would
    go unnoticed.
    """

    def work(self, rows: Sequence[Row]) -> Done:
        """The lines of a chunk, and the reports of the clients that were advised."""
        if not rows:
            return Done(0, 0, b"", b"")
        done = super().work(rows)
        lines, table, pages = [], [], []
        count = done.failed
        for row, content in zip(rows, done.results.splitlines(), strict=True):
            data = json.loads(content) | {"report": None}
            # Of who named no work, and whose skills none asks for, none can be told.
            if data["status"] == "ok" and data["occupations"]:
                try:
                    data["report"], page = self._written(row, data)
                    pages.append(page)
                except Exception as error:  # noqa: BLE001 - one row never stops others
                    data = self._without(row, error)
                    count += 1
            lines.append(compact(data) + "\n")
            table.append(summary_row(data))
        use_language(self.settings.language)
        results, summary = "".join(lines).encode(), "".join(table).encode()
        return done._replace(
            failed=count, results=results, summary=summary, pages=tuple(pages)
        )

    def _without(self, row: Row, error: Exception) -> dict[str, Any]:
        settings = self.settings
        use_language(settings.language)
        if not isinstance(error, SkillgapError):
            error = defect(error, row, settings)
        line = failed(row, error, settings)
        return line_data(known_as(line, row, settings)) | {"report": None}

    def _written(self, row: Row, data: dict[str, Any]) -> tuple[dict[str, Any], Page]:
        kind = self.settings.report
        if kind is None:
            raise ValueError(kind)
        use_language(self.settings.language)
        client = read_client(row, self.settings)
        report = self._report(row, client, data)
        name = f"{REPORTS}/{row.stem}{ENDINGS[kind]}"
        plan = report.view.plan
        languages = languages_of(row, client, self.settings)
        with speaking(client.language):
            about = {
                "file": name,
                "languages": list(languages),
                "number": report.number,
                "occupation": occupation_record(plan.occupation),
                "coverage_before": plan.coverage_before,
                "coverage_after": plan.coverage_after,
            }
        return about, Page(name, report_file(report, kind, languages))

    def _report(self, row: Row, client: Client, data: dict[str, Any]) -> Report:
        """The report on the first of the occupations; it names the others."""
        settings, catalogue = self.settings, self._catalogue
        profile = profile_of(row, settings)
        first, *others = [
            catalogue.occupation(one["id"]) for one in data["occupations"]
        ]
        credentials = credentials_held(client.awards, catalogue)
        filters = client.filters
        wishes = Wishes(
            # Funding is a rule of the whole plan here, as in ``report``.
            filters=filters._replace(funding=None),
            taken=tuple(one.id for one in credentials),
            funding=program_meant(filters.funding, catalogue.funding()),
        )
        means = means_of(row, profile, settings)
        case = Case(
            first,
            matched(client.claims, catalogue, client.corrections),
            credentials,
            means,
            wishes,
            tuple(others),
            bool(data["chosen_for_person"]),
        )
        key = settings.pseudonyms
        return make_report(
            case,
            catalogue,
            Applicant(),
            name=client.id if key is None else pseudonym(client.id, key),
            made=settings.made,
            tried=False,
        )
