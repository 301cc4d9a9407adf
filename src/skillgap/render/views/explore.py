"""``explore``: which occupations fit what a person can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
)
from skillgap.render.quantities import median_wage, percent
from skillgap.render.views.parts import (
    said,
    skill_names,
    source_name,
    to_try,
    understood,
)
from skillgap.render.words import demand_kind, demand_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.model import CatalogueSource, Fact, Fit, Occupation, Skill
    from skillgap.render.result import ExploreView, Result

_MISSING_SHOWN = 3


def document(result: Result, *, explain: bool) -> Document:
    """The occupations, best first; sources of demand and pay where asked for."""
    view = cast("ExploreView", result.data)
    blocks: list[Block] = [
        *understood(view.matches, explain=explain),
        Heading(_("Occupations that fit")),
        Paragraph(_order()),
        *_ranking(view, explain=explain),
        *_abbreviations(view),
        *to_try(result.next_commands),
    ]
    return Document(tuple(blocks))


def _order() -> str:
    return _(
        "In the order of fit: how much of what the work asks for you have, where "
        "a skill that few occupations ask for tells more."
    )


def _abbreviations(view: ExploreView) -> list[Block]:
    """The programs behind the signs of demand that are shown, by their whole names."""
    shown = {fact.kind for fit in view.fits for fact in fit.occupation.demand}
    shown |= {
        fit.occupation.outlook.kind for fit in view.fits if fit.occupation.outlook
    }
    names = (
        ("cops", _("COPS is the Canadian Occupational Projection System.")),
        ("oinp", _("OINP is the Ontario Immigrant Nominee Program.")),
    )
    said = [text for start, text in names if any(k.startswith(start) for k in shown)]
    return [Paragraph(" ".join(said))] if said else []


def demand_facts(occupation: Occupation) -> tuple[str, ...]:
    """The outlook and each sign of demand, with place and time; unknown if none."""
    told = ((occupation.outlook,) if occupation.outlook else ()) + occupation.demand
    if told:
        return tuple(dict.fromkeys(fact_words(fact) for fact in told))
    if occupation.in_demand is False:
        return (_("no sign of demand found"),)
    return (_("unknown"),)


def fact_words(fact: Fact) -> str:
    """A sourced statement in words: what it is, what it says, where and when."""
    where = ", ".join(part for part in (fact.region, fact.period) if part)
    text = _("{kind}: {value}").format(
        kind=demand_kind(fact.kind), value=demand_value(fact.value)
    )
    return f"{text} ({where})" if where else text


def _ranking(view: ExploreView, *, explain: bool) -> list[Block]:
    if not view.fits:
        return [Paragraph(_("No occupation of the catalogue asks for these skills."))]
    columns = (
        Column(_("Rank"), numeric=True, ranking=True),
        Column(_("Occupation"), least=26, leading=True),
        Column(_("NOC"), priority=6),
        Column(_("Coverage"), numeric=True, priority=1),
        Column(_("Fit"), numeric=True, priority=2),
        Column(_("Biggest gaps"), least=22, priority=3),
        Column(_("Demand"), least=22, priority=5),
        Column(_("Median wage"), least=12, priority=4),
    )
    rows = tuple(_row(fit, view.sources, explain=explain) for fit in view.fits)
    return [Table(columns, rows, _("Source"))]


def _row(fit: Fit, sources: Mapping[str, CatalogueSource], *, explain: bool) -> Row:
    occupation = fit.occupation
    cells = (
        str(fit.rank),
        said(occupation.title),
        occupation.noc or "",
        percent(fit.coverage),
        percent(fit.fit),
        _gaps(fit.missing),
        demand_facts(occupation),
        median_wage(occupation.wage),
    )
    return Row(cells, _where_from(occupation, sources) if explain else ())


def _gaps(missing: tuple[Skill, ...]) -> tuple[str, ...]:
    names = skill_names(missing[:_MISSING_SHOWN])
    left = len(missing) - len(names)
    if not left:
        return names or (_("nothing"),)
    more = ngettext("and {number} more", "and {number} more", left)
    return (*names, more.format(number=left))


def _where_from(
    occupation: Occupation, sources: Mapping[str, CatalogueSource]
) -> tuple[str, ...]:
    facts = ((occupation.outlook,) if occupation.outlook else ()) + occupation.demand
    notes = [
        _("{fact} (source: {source})").format(
            fact=fact_words(fact), source=source_name(fact.source, sources)
        )
        for fact in facts
    ]
    if occupation.wage is not None:
        notes.append(
            _("{fact} (source: {source})").format(
                fact=_("Median wage"),
                source=source_name(occupation.wage.source, sources),
            )
        )
    return tuple(notes)
