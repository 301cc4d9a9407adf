"""``profile show``: what a person can do, holds and learnt over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import (
    Bar,
    Bars,
    Block,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
)
from skillgap.render.profile_words import (
    learning_count,
    learning_kind,
    verification,
)
from skillgap.render.quantities import money, number
from skillgap.render.views.parts import bullets, not_counted, quoted, said, to_try
from skillgap.render.words import languages, level_with_basis

if TYPE_CHECKING:
    from skillgap.model import AwardedCredential, Evidence, Learning
    from skillgap.profile.timeline import LearntYear
    from skillgap.render.blocks import Cell
    from skillgap.render.profile_result import (
        ProfileView,
        ShownClaim,
    )
    from skillgap.render.result import Result

MOST_YEARS = 60
"""A longer time is drawn without its empty years."""


def document(result: Result, *, explain: bool) -> Document:
    """A profile, part by part; a part that is empty is left out."""
    del explain
    view = cast("ProfileView", result.data)
    return Document((*_whole(view), *to_try(result.next_commands)))


def _whole(view: ProfileView) -> list[Block]:
    blocks = [
        *_claims(view),
        *_awards(view),
        *_learning(view),
        *_corrections(view),
        *_aims(view),
    ]
    if not (view.claims or view.profile.awards):
        blocks.insert(0, Paragraph(_("This profile claims nothing yet.")))
    return blocks


def _claims(view: ProfileView) -> list[Block]:
    if not view.claims:
        return []
    columns = (
        Column(_("Your words"), least=14, leading=True),
        Column(_("Understood as"), least=18),
        Column(_("Level")),
        Column(_("Last used"), priority=1),
        Column(_("Evidence"), least=24, priority=2),
    )
    blocks: list[Block] = [
        Heading(_("What you can do")),
        Table(columns, tuple(_claim_row(one) for one in view.claims)),
    ]
    if any(one.is_old for one in view.claims):
        text = _("What you last used over 5 years ago counts all the same.")
        blocks.append(Paragraph(text))
    return blocks


def _claim_row(one: ShownClaim) -> Row:
    match = one.match
    if match.status == "matched" and match.skill is not None:
        meant = said(match.skill.label)
        level = level_with_basis(match.level, match.level_basis)
    else:
        meant = not_counted(match)
        level = ""
    used: tuple[str, ...] = (one.claim.last_used or "",)
    if one.is_old:
        used += (_("over 5 years ago"),)
    evidence = tuple(map(evidence_line, one.claim.evidence))
    if one.is_learnt:
        evidence += (_("learnt about, not claimed"),)
    return Row((match.phrase, meant, level, used, evidence))


def evidence_line(one: Evidence) -> str:
    """A piece of evidence as what it is: its kind, its words, when and how long."""
    told = _("{label}: {value}").format(label=learning_kind(one.kind), value=one.text)
    more = ", ".join(part for part in (one.date or "", _hours(one.hours)) if part)
    return f"{told} ({more})" if more else told


def _hours(hours: float | None) -> str:
    return "" if hours is None else _("{hours} h").format(hours=number(hours))


def _awards(view: ProfileView) -> list[Block]:
    if not view.profile.awards:
        return []
    columns = (
        Column(_("Credential"), least=20, leading=True),
        Column(_("Issuer"), least=16, priority=1),
        Column(_("Awarded")),
        Column(_("Expires")),
        Column(_("Signature"), priority=3),
        Column(_("In the catalogue"), least=16, priority=2),
    )
    rows = tuple(_award_row(award, view) for award in view.profile.awards)
    return [Heading(_("What you hold")), Table(columns, rows)]


def _award_row(award: AwardedCredential, view: ProfileView) -> Row:
    expires: tuple[str, ...] = (award.expires or "",)
    if award.is_expired(view.today):
        expires += (_("expired; its skills count all the same"),)
    found = view.credentials.get(award.credential or "")
    counts: tuple[str, ...] = (said(found.name) if found else "",)
    if award.verification == "failed":
        counts += (_("not counted"),)
    return Row(
        (
            award.name,
            award.issuer or "",
            award.awarded or "",
            expires,
            (verification(award.verification), award.verification_reason or ""),
            counts,
        )
    )


def _learning(view: ProfileView) -> list[Block]:
    blocks: list[Block] = []
    if view.profile.learning:
        columns = (
            Column(_("When")),
            Column(_("What you learnt from"), least=24, leading=True),
            Column(_("Hours"), numeric=True),
            Column(_("About"), least=18, priority=1),
        )
        rows = tuple(_learning_row(one) for one in view.profile.learning)
        blocks = [Heading(_("What you learnt on your own")), Table(columns, rows)]
    if years := _years(view):
        blocks += [Heading(_("What you learnt over time")), Bars(years)]
    return blocks


def _learning_row(one: Learning) -> Row:
    return Row(
        (
            one.date or _("no date"),
            (
                _("{label}: {value}").format(
                    label=learning_kind(one.kind), value=one.text
                ),
                one.url or "",
            ),
            _("unknown") if one.hours is None else number(one.hours),
            tuple(skill.phrase for skill in one.skills),
        )
    )


def _years(view: ProfileView) -> tuple[Bar, ...]:
    """Each year from the first to the last, with a mark for each thing."""
    told = {one.year: one for one in view.years}
    dated = [int(year) for year in told if year is not None]
    every = range(min(dated), max(dated) + 1) if dated else range(0)
    years = every if len(every) <= MOST_YEARS else sorted(dated)
    bars = [_bar(str(year), told.get(str(year))) for year in years]
    return (*bars, _bar(_("no date"), told[None])) if None in told else tuple(bars)


def _bar(label: str, one: LearntYear | None) -> Bar:
    if one is None:
        return Bar(label, 0, _("nothing noted"))
    kinds = ", ".join(learning_count(kind, count) for kind, count in one.kinds)
    marks = sum(count for _kind, count in one.kinds)
    return Bar(label, marks, f"{kinds}; {_length(one)}" if one.hours else kinds)


def _length(one: LearntYear) -> str:
    if not one.without_hours:
        return _hours(one.hours)
    return _("{hours}, {number} of unknown length").format(
        hours=_hours(one.hours), number=one.without_hours
    )


def _corrections(view: ProfileView) -> list[Block]:
    lines = []
    for one in view.profile.corrections:
        skill = view.skills.get(one.skill)
        text = (
            _("{phrase} means {skill}")
            if one.verdict == "confirmed"
            else _("{phrase} does not mean {skill}")
        )
        name = quoted(said(skill.label)) if skill else one.skill
        lines.append(text.format(phrase=quoted(one.phrase), skill=name))
    return bullets(_("What your words mean"), lines)


def _aims(view: ProfileView) -> list[Block]:
    profile = view.profile
    hours, budget, language = profile.hours_per_week, profile.budget, profile.language
    pairs: tuple[tuple[str, Cell], ...] = (
        (_("Occupations"), profile.targets),
        (_("Hours a week"), "" if hours is None else number(hours)),
        (_("Budget"), "" if budget is None else money(budget)),
        (_("Language"), languages((language,)) if language else ""),
        (_("Profile"), view.path),
    )
    told = tuple(pair for pair in pairs if pair[1])
    return [Heading(_("What you aim at")), Fields(told)]
