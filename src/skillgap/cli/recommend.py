"""``skillgap recommend``: the short credentials that close the gap, ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.cli.app import make_command
from skillgap.cli.filters import credential_filters
from skillgap.cli.known import know, require_known
from skillgap.cli.options import (
    Explain,
    Filters,
    Output,
    Person,
    RankedBy,
    Targets,
    Top,
)
from skillgap.cli.references import aim_at, bases_of, next_command, sources_of
from skillgap.cli.session import open_session
from skillgap.cli.targets import find_occupations
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.cli.known import Known
    from skillgap.cli.options import RankBy
    from skillgap.model import Occupation, Recommendations


def recommend(
    person: Person,
    targets: Targets,
    filters: Filters,
    output: Output,
    rank_by: RankedBy = "added",
    top: Top = 10,
    explain: Explain = False,
) -> None:
    """Recommend credentials for the occupations aimed at, or for those that fit."""
    from skillgap.render import RecommendView

    session = open_session("recommend", output)
    if not targets.occupation:
        require_known(person)
    catalogue = session.load_catalogue()
    known = know(person, catalogue, output.lang)
    advised = _advise(known, targets, catalogue, filters, rank_by, top)
    view = RecommendView(
        advised, known.matches, bases_of(catalogue), sources_of(catalogue), rank_by
    )
    session.show(
        view,
        catalogue,
        explain=explain,
        next_commands=_worth_trying(person, advised.occupations, explain=explain),
    )


def _worth_trying(
    person: Person, occupations: tuple[Occupation, ...], *, explain: bool
) -> tuple[str, ...]:
    if not occupations:
        return ("skillgap list occupations",)
    aims = aim_at(occupations)
    gap = next_command("gap", person, *aims[:2])
    if explain:
        return (gap,)
    return (next_command("recommend", person, *aims, "--explain"), gap)


def _advise(
    known: Known,
    targets: Targets,
    catalogue: Catalogue,
    filters: Filters,
    rank_by: RankBy,
    top: int,
) -> Recommendations:
    from skillgap import advice

    held = known.held(catalogue)
    names = targets.occupation or known.targets
    if names:
        occupations = find_occupations(names, catalogue)
    else:
        occupations = advice.choose_occupations(held, catalogue)
    result = advice.recommend(
        occupations,
        held,
        catalogue,
        rank_by=rank_by,
        filters=credential_filters(filters, catalogue),
        top=top,
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
