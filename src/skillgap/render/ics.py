"""A plan as a calendar: an all-day entry for each study period (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.quantities import quantity
from skillgap.render.safe import visible
from skillgap.render.views.parts import issuer_name, said

if TYPE_CHECKING:
    from icalendar import Event

    from skillgap.model.plan import Plan, Step
    from skillgap.render.plan_result import PlanView
    from skillgap.render.result import Result


def render_ics(result: Result) -> str:
    """The dated steps of a plan; a plan without dates gives a calendar without entries.

    The stamp of each entry is the first day of the plan and not the present moment, so
    that the same plan gives the same bytes.
    """
    from icalendar import Calendar

    plan = cast("PlanView", result.data).plan
    calendar = Calendar()
    calendar.add("prodid", "-//skillgap//plan//EN")
    calendar.add("version", "2.0")
    for step in plan.steps:
        if step.start and step.end:
            calendar.add_component(_entry(plan, step))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _entry(plan: Plan, step: Step) -> Event:
    from icalendar import Event

    credential, start = step.credential, step.start
    if start is None or step.end is None:  # pragma: no cover - asked before
        raise ValueError(step)
    stamp = datetime.combine(plan.start or start, time(), UTC)
    occupation = plan.occupation.noc or plan.occupation.id
    event = Event()
    event.add("uid", f"{occupation}-{credential.id}-{start}@skillgap")
    event.add("dtstamp", stamp)
    event.add("dtstart", start)
    # The end of an all-day entry is the day after its last one.
    event.add("dtend", step.end + timedelta(days=1))
    event.add("summary", visible(said(credential.name)))
    event.add("description", _description(step))
    event.add("transp", "TRANSPARENT")
    if credential.source.url:
        event.add("url", credential.source.url)
    return event


def _description(step: Step) -> str:
    credential = step.credential
    lines = [
        issuer_name(credential.issuer, credential.unit),
        _("{label}: {value}").format(label=_("Hours"), value=quantity(step.hours)),
        _("{label}: {value}").format(label=_("Cost"), value=quantity(step.cost)),
        _("When a course begins is the issuer's to say: ask before you count on it."),
    ]
    if step.expires:
        lines.append(_("renew by {date}").format(date=step.expires))
    return "\n".join(visible(line) for line in lines)
