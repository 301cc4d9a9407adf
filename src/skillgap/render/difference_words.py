"""What differs between two answers, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render import words
from skillgap.render.quantities import money, number, percent
from skillgap.render.views.parts import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.model.history import Difference, Value

_SHARES = frozenset({"coverage", "coverage_planned"})


def difference_sentence(one: Difference) -> str:
    """One difference as a sentence."""
    if one.what in _SHARES:
        return _of_coverage(one)
    return _SENTENCES[one.what](one)


def _of_coverage(one: Difference) -> str:
    then, now = _share(one.before), _share(one.after)
    rises = float(one.after or 0) > float(one.before or 0)
    if one.what == "coverage_planned":
        text = (
            _("After the plan, coverage is {now} instead of {then}: more than before.")
            if rises
            else _(
                "After the plan, coverage is {now} instead of {then}: less than before."
            )
        )
        return text.format(now=now, then=then)
    text = (
        _("Coverage of {occupation} rises from {then} to {now}.")
        if rises
        else _("Coverage of {occupation} falls from {then} to {now}.")
    )
    return text.format(occupation=quoted(one.subject), then=then, now=now)


def _share(value: Value) -> str:
    return percent(value) if isinstance(value, float | int) else _("unknown")


def _target(one: Difference) -> str:
    text = (
        _("{occupation} is aimed at now; it was not before.")
        if one.after
        else _("{occupation} is no longer aimed at.")
    )
    return text.format(occupation=quoted(one.subject))


def _skill(one: Difference) -> str:
    names = {
        "covered": _("covered"),
        "below_level": _("below the level asked for"),
        "missing": _("missing"),
        "None": _("not asked for"),
    }
    text = _("{skill} is now {after}; it was {before}.")
    then, now = names.get(str(one.before)), names.get(str(one.after))
    return text.format(skill=quoted(one.subject), after=now, before=then)


def _first(one: Difference) -> str:
    if one.after is None:
        text = _("Nothing is recommended any more; first was {before}.")
    elif one.before is None:
        text = _("The first recommendation is {after}; there was none.")
    else:
        text = _("The first recommendation is {after}; it was {before}.")
    then, now = quoted(str(one.before)), quoted(str(one.after))
    return text.format(after=now, before=then)


def _recommended(one: Difference) -> str:
    gone = _("{credential} is no longer recommended; it was number {place}.")
    come = _("{credential} is now recommended, as number {place}.")
    return _come_or_gone(one, come, gone)


def _come_or_gone(one: Difference, come: str, gone: str) -> str:
    text, place = (gone, one.before) if one.after is None else (come, one.after)
    return text.format(credential=quoted(one.subject), place=place)


def _rank(one: Difference) -> str:
    text = _("{credential} moves from number {before} to number {after}.")
    name = quoted(one.subject)
    return text.format(credential=name, before=one.before, after=one.after)


def _step(one: Difference) -> str:
    gone = _("The plan no longer takes {credential}; it was step {place}.")
    come = _("The plan now takes {credential}, as step {place}.")
    return _come_or_gone(one, come, gone)


def _order(one: Difference) -> str:
    text = _("The plan takes its credentials in another order: {names}.")
    return text.format(names=one.subject)


def _verdict_word(code: Value) -> str:
    names = {
        "reaches": _("short credentials lead there"),
        "partly": _("short credentials lead part of the way"),
        "not_by_short_credentials": _("short credentials alone do not lead there"),
    }
    return names.get(str(code)) or _("none")


def _verdict(one: Difference) -> str:
    text = _("The verdict is now: {after}. It was: {before}.")
    then, now = _verdict_word(one.before), _verdict_word(one.after)
    return text.format(after=now, before=then)


def _outcome(one: Difference) -> str:
    if one.after == "planned":
        return _("There is a plan now; there was none.")
    from skillgap.render.plan_words import outcome_sentence

    text = _("There is no plan now: {reason}")
    return text.format(reason=outcome_sentence(str(one.after)))


def _proof(one: Difference) -> str:
    if one.after == "optimal":
        return _("The plan is now proven to be the best.")
    return _("The plan is no longer proven to be the best.")


def _start(one: Difference) -> str:
    text = _("The first day of the plan is {after}; it was {before}.")
    return text.format(after=_day(one.after), before=_day(one.before))


def _end(one: Difference) -> str:
    text = _("The last day of the plan is {after}; it was {before}.")
    return text.format(after=_day(one.after), before=_day(one.before))


def _day(value: Value) -> str:
    return str(value) if value else _("not set")


def _hours(one: Difference) -> str:
    text = _("The plan takes {after}; it took {before}.")
    return text.format(after=_amount(one.after, "h"), before=_amount(one.before, "h"))


def _cost(one: Difference) -> str:
    text = _("The plan costs {after}; it cost {before}.")
    unit = one.unit or ""
    return text.format(after=_amount(one.after, unit), before=_amount(one.before, unit))


def _credential_amount(one: Difference) -> str:
    text = (
        _("{credential} takes {after}; it took {before}.")
        if one.what == "credential_hours"
        else _("{credential} costs {after}; it cost {before}.")
    )
    unit = one.unit or ""
    then, now = _amount(one.before, unit), _amount(one.after, unit)
    return text.format(credential=quoted(one.subject), after=now, before=then)


def _assumed_amount(one: Difference) -> str:
    text = (
        _(
            "The hours of {credential} are not published: {after} are counted for it "
            "now; it was {before}."
        )
        if one.what == "assumed_hours"
        else _(
            "The price of {credential} is not published: {after} is counted for it "
            "now; it was {before}."
        )
    )
    unit = one.unit or ""
    then, now = _amount(one.before, unit), _amount(one.after, unit)
    return text.format(credential=quoted(one.subject), after=now, before=then)


def _amount(value: Value, unit: str) -> str:
    if not isinstance(value, float | int):
        return _("an unknown amount")
    if unit == "h":
        return _("{hours} h").format(hours=number(value))
    return money(value, unit)


def _match(one: Difference) -> str:
    if one.before is None:
        text = _("{phrase} was not said before; it is understood as {after}.")
    elif one.after is None:
        text = _("{phrase} is not said any more; it was understood as {before}.")
    else:
        text = _("{phrase} is understood as {after}; it was {before}.")
    then, now = _meaning(one.before), _meaning(one.after)
    return text.format(phrase=quoted(one.subject), after=now, before=then)


def _meaning(value: Value) -> str:
    names = {"unsure": _("not sure"), "unmatched": _("not understood")}
    return names.get(str(value)) or quoted(str(value))


def _level(one: Difference) -> str:
    text = _("{phrase} counts at {after} level; it counted at {before} level.")
    then, now = words.level(int(one.before or 0)), words.level(int(one.after or 0))
    return text.format(phrase=quoted(one.subject), after=now, before=then)


def _status(one: Difference) -> str:
    if one.after == "ok":
        return _("The client can be advised now; before there was an error.")
    return _("The client cannot be advised now: see the problems of the line.")


def _problem(one: Difference) -> str:
    text = _("The problems are now: {after}. They were: {before}.")
    then, now = str(one.before or _("none")), str(one.after or _("none"))
    return text.format(after=now.rstrip("."), before=then.rstrip("."))


def _other(one: Difference) -> str:
    text = _("Something else differs: {name}.")
    return text.format(name=other_name(one.subject) or one.subject)


def other_name(key: str) -> str | None:
    """A part of an answer of which is only told that it differs."""
    names = {
        "alternatives": _("the plans of other aims"),
        "also_needed": _("the licence or schooling that is also needed"),
        "chosen_for_person": _("whether the work was chosen or named"),
        "decisive_unknowns": _("the unknown numbers that matter"),
        "fits": _("the occupations that fit best"),
        "funding": _("the funding program"),
        "more": _("what would add most after the plan"),
        "rank_by": _("the order that was asked for"),
        "not_taught": _("the skills that no credential teaches"),
        "set_aside": _("the credentials set aside"),
        "stability": _("how firm the plan is"),
    }
    return names.get(key)


def _wording(one: Difference) -> str:
    del one
    return _("Only words differ: names, reasons, assumptions or sources.")


_SENTENCES: dict[str, Callable[[Difference], str]] = {
    "target": _target,
    "skill": _skill,
    "first": _first,
    "recommended": _recommended,
    "rank": _rank,
    "verdict": _verdict,
    "outcome": _outcome,
    "proof": _proof,
    "step": _step,
    "order": _order,
    "start": _start,
    "end": _end,
    "hours": _hours,
    "cost": _cost,
    "credential_hours": _credential_amount,
    "credential_cost": _credential_amount,
    "assumed_hours": _assumed_amount,
    "assumed_cost": _assumed_amount,
    "match": _match,
    "level": _level,
    "status": _status,
    "problem": _problem,
    "other": _other,
    "wording": _wording,
}
