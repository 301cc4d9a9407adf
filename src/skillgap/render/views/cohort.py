"""``cohort``: a group's outcomes, an intake, what is lacked, where people stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import (
    Block,
    Chart,
    Column,
    Document,
    Heading,
    Paragraph,
    Portion,
    Row,
    Table,
)
from skillgap.render.quantities import number, percent, quantity
from skillgap.render.views.parts import said, to_try

if TYPE_CHECKING:
    from skillgap.model.cohort import Cell, Cohort, Lacked
    from skillgap.render.cohort_result import CohortView
    from skillgap.render.result import Result

_DRAWN = 12


def document(result: Result, *, explain: bool) -> Document:
    """How the group fares, what would serve it most, what it lacks, where it stands."""
    view = cast("CohortView", result.data)
    cohort = view.cohort
    return Document(
        (
            *_introduction(cohort),
            *_outcomes(cohort),
            *_intake(cohort),
            *_lacked(cohort, None if explain else view.top),
            *_standings(cohort),
            *to_try(result.next_commands),
        )
    )


def _introduction(cohort: Cohort) -> list[Block]:
    told = _("Clients advised: {number}. Not advised, for an error: {errors}.")
    text = told.format(
        number=number(cohort.clients), errors=_cell(cohort.errors, cohort)
    )
    blocks: list[Block] = [Paragraph(text)]
    if cohort.smallest > 1:
        text = _(
            "Numbers of people are rounded down to multiples of {number}, so that "
            "groups of fewer cannot be reckoned from them."
        )
        blocks.append(Paragraph(text.format(number=cohort.smallest)))
    return blocks


def _outcomes(cohort: Cohort) -> list[Block]:
    share = percent(cohort.reach)
    names = {
        "there": _("have {share} of what the work asks for already"),
        "within_reach": _("reach {share} with the credentials advised"),
        "partly": _("are taken further, but not to {share}"),
        "not_helped": _("are not helped by short credentials"),
    }
    pairs = [(names[n].format(share=share), count) for n, count in cohort.outcomes]
    columns = (Column(_("Clients who"), least=24, leading=True), *_people())
    total = cohort.clients
    bars = tuple(_portion(name, count, total, cohort) for name, count in pairs)
    chart = Chart(_("Clients by how far short credentials lead them"), bars)
    rows = tuple(Row((name, _cell(count, cohort))) for name, count in pairs)
    heading = Heading(_("How far short credentials lead them"))
    return [heading, Table(columns, rows, chart=chart)]


def _people() -> tuple[Column, ...]:
    return (Column(_("Clients"), numeric=True),)


def _intake(cohort: Cohort) -> list[Block]:
    intake = cohort.intake
    count = intake.most
    title = ngettext(
        "The {number} credential that serves them most",
        "The {number} credentials that together serve them most",
        count,
    )
    heading = Heading(title.format(number=number(count)))
    if not intake.credentials:
        text = _("No credential here teaches enough of these clients what they lack.")
        return [heading, Paragraph(text)]
    most = max((one.adds or 0 for one in intake.credentials), default=0)
    bars = (
        Portion(
            said(one.credential.name), (one.adds or 0) / (most or 1), _tenths(one.adds)
        )
        for one in intake.credentials
    )
    drawn = _("What each credential adds by itself to mean coverage")
    return [
        heading,
        Paragraph(_worth(cohort)),
        _served(cohort, Chart(drawn, tuple(bars))),
    ]


def _served(cohort: Cohort, chart: Chart) -> Table:
    columns = (
        Column(_("Credential"), least=24, leading=True),
        Column(_("Issuer"), least=12, priority=2),
        Column(_("Serves"), numeric=True),
        Column(_("Adds by itself"), numeric=True),
        Column(_("Hours"), priority=1),
        Column(_("Cost"), priority=1),
    )
    rows = (
        Row(
            (
                said(one.credential.name),
                said(one.credential.issuer.name),
                _cell(one.clients, cohort),
                _tenths(one.adds),
                quantity(one.credential.hours),
                quantity(one.credential.cost),
            )
        )
        for one in cohort.intake.credentials
    )
    return Table(columns, tuple(rows), chart=chart)


def _worth(cohort: Cohort) -> str:
    intake = cohort.intake
    text = _(
        "Together they take the mean coverage from {before} to {after} and teach "
        "{clients} something that they lack. {proof}"
    )
    if intake.status == "optimal":
        proof = _("Proven: no others, as many, add more.")
    elif percent(intake.bound) == percent(intake.after):
        proof = _("Not proven, but no others reach a whole per cent more.")
    else:
        proof = _("Not proven: others could reach at most {bound}.")
    return text.format(
        before=percent(intake.before),
        after=percent(intake.after),
        clients=_clients(intake.clients, cohort),
        proof=proof.format(bound=percent(intake.bound)),
    )


def _clients(count: Cell, cohort: Cohort) -> str:
    if count is None:
        return _("fewer than {number} clients").format(number=number(cohort.smallest))
    text = ngettext("{number} client", "{number} clients", count)
    return text.format(number=number(count))


def _lacked(cohort: Cohort, most: int | None) -> list[Block]:
    listed = cohort.lacked[:most]
    heading = Heading(_("What they lack most"))
    if not listed:
        return [heading, Paragraph(_("No skill is lacked by enough of them to tell."))]
    columns = (
        Column(_("Skill"), least=20, leading=True),
        Column(_("Lacked by"), numeric=True),
        Column(_("Coverage lost to it"), numeric=True),
        Column(_("Taught here"), priority=1),
    )
    rows = tuple(
        Row(
            (
                said(one.label),
                _cell(one.clients, cohort),
                _tenths(one.share),
                _("yes") if one.taught else _("no"),
            )
        )
        for one in listed
    )
    table = Table(columns, rows, chart=_chart_of_lacks(listed))
    blocks: list[Block] = [heading, table]
    left = len(cohort.lacked) - len(listed)
    if left:
        text = _("{number} more: add --explain, or --format json.")
        blocks.append(Paragraph(text.format(number=number(left))))
    if cohort.few_lack:
        text = ngettext(
            "{number} more skill is lacked by too few to tell.",
            "{number} more skills are lacked by too few to tell.",
            cohort.few_lack,
        )
        blocks.append(Paragraph(text.format(number=number(cohort.few_lack))))
    return blocks


def _chart_of_lacks(listed: tuple[Lacked, ...]) -> Chart:
    shown = listed[:_DRAWN]
    most = max((one.share for one in shown), default=0)
    bars = tuple(
        Portion(
            said(one.label),
            one.share / most if most else 0.0,
            _tenths(one.share),
        )
        for one in shown
    )
    return Chart(_("Coverage lost to each skill, the most first"), bars)


def _standings(cohort: Cohort) -> list[Block]:
    reached = _("Reach {share}").format(share=percent(cohort.reach))
    columns = (
        Column(_("Occupation"), least=24, leading=True),
        *_people(),
        Column(_("Coverage now"), numeric=True),
        Column(_("With advice"), numeric=True),
        Column(reached, numeric=True),
    )
    others = ngettext(
        "{number} other occupation", "{number} other occupations", cohort.joined
    ).format(number=number(cohort.joined))
    rows, bars = [], []
    for one in cohort.standings:
        title = said(one.title) if one.occupation else others
        before, after = percent(one.before), percent(one.after)
        within = _cell(one.within, cohort)
        rows.append(Row((title, number(one.clients), before, after, within)))
        told = _("{now} now, {after} with the credentials advised")
        text = told.format(now=before, after=after)
        bars.append(Portion(title, one.before, text, one.after))
    chart = Chart(
        _("Mean coverage by occupation"),
        tuple(bars[:_DRAWN]),
        _("Filled: now. The upright mark: with the credentials advised."),
    )
    heading = Heading(_("Occupations, and how far they are within reach"))
    return [heading, Table(columns, tuple(rows), chart=chart)]


def _portion(label: str, count: Cell, total: int, cohort: Cohort) -> Portion:
    share = (count or 0) / total if total else 0.0
    return Portion(label, share, _cell(count, cohort))


def _cell(count: Cell, cohort: Cohort) -> str:
    if count is None:
        return _("fewer than {number}").format(number=number(cohort.smallest))
    return number(count)


def _tenths(share: float | None) -> str:
    """A share in per cent to a tenth: many skills lose a group about as much."""
    if share is None:
        return _("not shown")
    return _("{number}%").format(number=number(share * 100, decimals=1))
