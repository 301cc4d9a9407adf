"""Plans and verdicts in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.quantities import money, number, percent
from skillgap.render.views.parts import quoted, said
from skillgap.render.words import credential_kind, level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillgap.model import Gap, Skill
    from skillgap.model.plan import Assumption, Plan
    from skillgap.model.verdict import DecisiveUnknown, Verdict


def verdict_sentences(verdict: Verdict, plan: Plan) -> list[str]:
    """Whether short credentials lead there; the bad news comes first."""
    sentences = []
    if verdict.kind == "not_by_short_credentials":
        text = _("Short credentials alone will not get you to {occupation}: {reasons}.")
        reasons = "; ".join(_obstacle(one, verdict) for one in verdict.obstacles)
        title = quoted(said(plan.occupation.title))
        sentences.append(text.format(occupation=title, reasons=reasons))
    planned = plan.outcome == "planned"
    reach = _reach(verdict, plan) if planned else outcome_sentence(plan.outcome)
    return [*sentences, reach]


def _reach(verdict: Verdict, plan: Plan) -> str:
    text = _(
        "This plan takes you from {before} to {after} of what the work asks for; all "
        "the credentials here together would reach {reachable}."
    )
    if "not_taught" in verdict.obstacles:  # then that share has just been named
        text = _(
            "This plan takes you from {before} to {after} of what the work asks for."
        )
    return text.format(
        before=percent(plan.coverage_before),
        after=percent(verdict.reached),
        reachable=percent(verdict.reachable),
    )


def _obstacle(code: str, verdict: Verdict) -> str:
    if code == "licence":
        body = verdict.licence.body if verdict.licence else None
        if body:
            return _("it needs a licence or registration ({body})").format(body=body)
        return _("it needs a licence or registration")
    if code == "degree":
        return _("it asks for a university degree")
    text = _("all of them together reach {share} of what it asks for")
    return text.format(share=percent(verdict.reachable))


def outcome_sentence(code: str) -> str:
    """Why a plan has no steps."""
    sentences = {
        "covered": _(
            "You already have everything that this occupation asks for: there is "
            "nothing to plan."
        ),
        "nothing_taught": _("No credential here teaches what you are missing."),
        "all_set_aside": _(
            "Credentials would help, but your filters and rules leave none of them."
        ),
        "nothing_fits": _(
            "No credential fits into your hours, dates and money. More time, a larger "
            "budget or other assumptions would let some in."
        ),
        "no_time": _("No hours are left for study: give more hours a week."),
        "deadline_before_start": _(
            "The deadline comes before the first day of study: change one of them."
        ),
    }
    return sentences.get(code, code)


def not_taught(skills: Sequence[Skill], gap: Gap) -> Iterator[str]:
    """The names of skills that nothing raises; of those had in part, from where on."""
    have = {one.skill.id: one.have for one in gap.below_level}
    for skill in skills:
        name = said(skill.label)
        if skill.id in have:
            text = _("{skill} (beyond {level} level)")
            name = text.format(skill=name, level=level(have[skill.id]))
        yield name


def aim_name(code: str) -> str:
    """What a plan aims at."""
    names = {
        "fullest": _("fullest"),
        "fastest": _("fastest"),
        "cheapest": _("cheapest"),
    }
    return names.get(code, code)


def assumption_sentence(one: Assumption, currency: str) -> str:
    """A number that stands for an unknown one, where it is from, how to change it."""
    if one.what == "rate":
        return _rate(one, currency)
    kind, value = credential_kind(one.about), assumed_amount(one)
    name = "--assume-hours" if one.what == "hours" else "--assume-cost"
    option = f"{name} {one.about}="
    text = _("{kind}, {what} unknown: {value} ({basis}); change it with {option}…")
    what = _("hours") if one.what == "hours" else _("price")
    return text.format(
        kind=kind, what=what, value=value, basis=_basis(one), option=option
    )


def assumed_amount(one: Assumption) -> str:
    """The hours or the price that stand for unknown ones."""
    if one.what == "hours":
        return _("{hours} h").format(hours=number(one.value))
    return money(one.value, one.unit)


def decisive_sentence(one: DecisiveUnknown) -> str:
    """What would change in the plan if an unknown number were otherwise."""
    text = (
        _("{name} would come in if its {what} were half of what is assumed.")
        if one.enters
        else _("{name} would drop out if its {what} were twice what is assumed.")
    )
    what = _("hours") if one.what == "hours" else _("price")
    return text.format(name=quoted(said(one.credential.name)), what=what)


def _basis(one: Assumption) -> str:
    if one.basis == "person":
        return _("your own number")
    if one.basis == "kind_median":
        text = _("the median of {count} that are published for this kind")
    else:
        text = _("the median of {count} that are published in this catalogue")
    return text.format(count=one.stated)


def _rate(one: Assumption, currency: str) -> str:
    if one.basis == "par":
        text = _("{code} counted as {currency}, one for one; change it with {option}…")
    else:
        text = _("{code} at {rate} {currency}, as you said; change it with {option}…")
    return text.format(
        code=one.about,
        rate=number(one.value),
        currency=currency,
        option=f"--rate {one.about}=",
    )
