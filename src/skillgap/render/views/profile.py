"""``profile show`` and the commands that change a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
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
from skillgap.render.profile_result import ForgetView, ProfileView
from skillgap.render.profile_words import (
    action,
    change_text,
    learning_count,
    learning_kind,
    profile_part,
    verification,
)
from skillgap.render.quantities import money, number
from skillgap.render.views.parts import bullets, quoted, said, to_try, understood
from skillgap.render.words import languages, level_with_basis

if TYPE_CHECKING:
    from skillgap.model import AwardedCredential, Evidence, Learning
    from skillgap.profile.timeline import LearntYear
    from skillgap.render.blocks import Cell
    from skillgap.render.profile_result import (
        ImportedFile,
        ProfileChangeView,
        ShownClaim,
    )
    from skillgap.render.result import Result

MOST_YEARS = 60
"""A longer time is drawn without its empty years."""


def document(result: Result, *, explain: bool) -> Document:
    """A profile, or what was done to one."""
    view = result.data
    if isinstance(view, ProfileView):
        blocks = _whole(view)
    elif isinstance(view, ForgetView):
        blocks = _forgotten(view)
    else:
        blocks = _changed(cast("ProfileChangeView", view), explain=explain)
    return Document((*blocks, *to_try(result.next_commands)))


def _whole(view: ProfileView) -> list[Block]:
    """The whole profile, part by part; a part that is empty is left out."""
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


def _changed(view: ProfileChangeView, *, explain: bool) -> list[Block]:
    """What was added or changed, how it was understood, and where it is kept."""
    lines = tuple(
        _("{action}: {part}, {text}").format(
            action=action(one.action),
            part=profile_part(one.what),
            text=change_text(one),
        )
        for one in view.changes
    )
    blocks: list[Block] = [*_files(view), *bullets(_title(view), lines)]
    if view.is_new:
        blocks.insert(0, Paragraph(_("A new profile was started.")))
    elif not lines:
        blocks.append(Paragraph(_("Nothing new: your profile says all of it.")))
    blocks += understood(view.matches, explain=explain)
    pairs = ((_("Profile"), view.path), (_("The version before"), view.previous or ""))
    return [*blocks, Fields(tuple(pair for pair in pairs if pair[1]))]


def _files(view: ProfileChangeView) -> list[Block]:
    return bullets(_("What was read"), map(_file, view.files))


def _file(one: ImportedFile) -> str:
    claims = ngettext("{number} claim", "{number} claims", one.claims)
    told = _("{path}: {format}, {claims}, {awards}").format(
        path=one.path,
        format=one.format,
        claims=claims.format(number=one.claims),
        awards=learning_count("credential", one.awards),
    )
    if not one.languages:
        return told
    return _("{told}; languages spoken (not kept): {languages}").format(
        told=told, languages=", ".join(one.languages)
    )


def _forgotten(view: ForgetView) -> list[Block]:
    blocks = bullets(_("What was removed"), view.removed)
    lines = (f"{path}: {reason}" for path, reason in view.failed)
    blocks += bullets(_("What could not be removed"), lines)
    if not blocks:
        blocks = [Paragraph(_("There was nothing to remove."))]
    return blocks


def _title(view: ProfileChangeView) -> str:
    if view.is_dry_run:
        return _("What would be written (nothing was)")
    return _("What was written")


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
        meant = (
            _("not sure, not counted")
            if match.status == "unsure"
            else _("not understood, not counted")
        )
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
