"""The list of the reports of a batch, made of the lines that tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.batch.manifest import REPORTS, RESULTS
from skillgap.batch.summary import reason
from skillgap.history.batches import as_line
from skillgap.locale import _, ngettext, use_language
from skillgap.render.quantities import percent
from skillgap.render.report.index import About, Listed, Unadvised, index_html
from skillgap.render.report.section import capital
from skillgap.render.views.parts import said
from skillgap.render.words import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue

INDEX = f"{REPORTS}/index.html"


def write_index(
    path: Path, lines: Path, settings: Settings, catalogue: Catalogue
) -> None:
    """Write the list of all clients, in the language of the run."""
    use_language(settings.language)
    clients = sum(one["report"] is not None for one in _lines(lines))
    about = About(clients, settings.roster, settings.made, catalogue.info)
    advised = (_listed(one, catalogue) for one in _lines(lines) if one["report"])
    failed = (_unadvised(one) for one in _lines(lines) if not one["report"])
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(index_html(advised, failed, about))


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    with path.open("rb") as file:
        for number, content in enumerate(file, start=1):
            yield as_line(content, RESULTS, number).data


def _listed(line: Mapping[str, Any], catalogue: Catalogue) -> Listed:
    report = line["report"]
    occupation = catalogue.occupation(report["occupation"]["id"])
    return Listed(
        client=line["client"],
        file=report["file"].partition("/")[2],
        language=report["languages"][0],
        spoken=capital(languages(tuple(report["languages"]))),
        occupation=_work(said(occupation.title), line),
        before=percent(report["coverage_before"]),
        after=percent(report["coverage_after"]),
    )


def _work(title: str, line: Mapping[str, Any]) -> str:
    """What the report is about, and what else the client aims at."""
    if line["chosen_for_person"]:
        return _("{occupation} (chosen: the client named none)").format(
            occupation=title
        )
    more = len(line["occupations"]) - 1
    if not more:
        return title
    text = ngettext(
        "{occupation} (and {number} other)",
        "{occupation} (and {number} others)",
        more,
    )
    return text.format(occupation=title, number=more)


def _unadvised(line: Mapping[str, Any]) -> Unadvised:
    reasons = " ".join(map(reason, line["problems"]))
    if line["status"] == "ok":
        reasons = _(
            "No work in demand asks for anything that was understood. Name the work "
            "aimed at in the row."
        )
    return Unadvised(line["client"], line["row"], reasons)
