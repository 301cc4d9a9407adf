"""``skillgap recommend``: the short credentials that close the gap, ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.cli.app import make_command
from skillgap.cli.filters import credential_filters
from skillgap.cli.known import hear, require_known, understand
from skillgap.cli.options import (
    Explain,
    Filters,
    Output,
    Person,
    RankedBy,
    RecordTo,
    Targets,
    Top,
)
from skillgap.cli.references import (
    aim_at,
    bases_of,
    next_command,
    perhaps_meant,
    sources_of,
)
from skillgap.cli.session import open_session
from skillgap.cli.targets import find_occupations
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.cli.known import Known
    from skillgap.model import Recommendations
    from skillgap.model.told import Told
    from skillgap.render import RecommendView


class Asked(Record):
    """What is asked for besides what the person said."""

    targets: Targets
    filters: Filters
    rank_by: RankedBy
    top: Top


def recommend(
    person: Person,
    targets: Targets,
    filters: Filters,
    output: Output,
    record: RecordTo = None,
    rank_by: RankedBy = "added",
    top: Top = 10,
    explain: Explain = False,
) -> None:
    """Recommend credentials for the occupations aimed at, or for those that fit."""
    session = open_session("recommend", output)
    if not targets.occupation:
        require_known(person)
    catalogue = session.load_catalogue()
    asked = Asked(targets, filters, rank_by, top)
    told = hear(person, catalogue, output.lang)
    view = answer(told, asked, catalogue)
    session.record(record, told, asked, view, catalogue)
    aims = aim_at(view.recommendations.occupations, catalogue)
    if aims:
        following = _worth_trying(person, aims, explain=explain)
    else:
        following = (*perhaps_meant(view.matches), "skillgap list occupations")
    session.show(view, catalogue, explain=explain, next_commands=following)


def answer(told: Told, asked: Asked, catalogue: Catalogue) -> RecommendView:
    """What is recommended to the person who said this."""
    from skillgap.render import RecommendView

    known = understand(told, catalogue)
    advised = _advise(known, asked, catalogue)
    bases, sources = bases_of(catalogue), sources_of(catalogue)
    return RecommendView(advised, known.matches, bases, sources, asked.rank_by)


def _worth_trying(person: Person, aims: list[str], *, explain: bool) -> tuple[str, ...]:
    first = aims[:2]
    further = tuple(next_command(each, person, *first) for each in ("gap", "plan"))
    if explain:
        return further
    return (next_command("recommend", person, *aims, "--explain"), *further)


def _advise(known: Known, asked: Asked, catalogue: Catalogue) -> Recommendations:
    from skillgap import advice

    held = known.held(catalogue)
    names = asked.targets.occupation or known.targets
    if names:
        occupations = find_occupations(names, catalogue)
    else:
        occupations = advice.choose_occupations(held, catalogue)
    result = advice.recommend(
        occupations,
        held,
        catalogue,
        rank_by=asked.rank_by,
        filters=credential_filters(asked.filters, catalogue),
        top=asked.top,
        taken=known.taken,
    )
    return result._replace(chosen_for_person=not names)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        recommend,
        _(
            "Recommend short credentials that close the gap, ranked by what each adds "
            "to those above it. Without --for, the in-demand occupations that fit best "
            "are chosen."
        ),
    )
