"""Who may pay: each program for the person and for each step; never a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.blocks import Block, Column, Heading, Paragraph, Row, Table
from skillgap.render.report.section import Section
from skillgap.render.views.funding import answer_word
from skillgap.render.views.parts import said

if TYPE_CHECKING:
    from skillgap.model.eligibility import RuleAnswer
    from skillgap.model.plan import Plan
    from skillgap.render.report.record import ProgramAnswer, Report


def paying(report: Report) -> Section:
    """The estimate of each program, rule by rule."""
    blocks: list[Block] = []
    if report.programs:
        text = _(
            "These public programs may help you pay. We give an estimate only: the "
            "school or the program decides. “Likely” means that what we know fits the "
            "rule. “Ask” means that we do not know enough: ask before you enrol. “To "
            "know” is a rule to check yourself."
        )
        blocks.append(Paragraph(text))
    for program in report.programs:
        blocks += _program(program, report.view.plan)
    return Section("funding", _("Who may pay"), tuple(blocks))


def _program(found: ProgramAnswer, plan: Plan) -> list[Block]:
    program = found.person.program
    blocks: list[Block] = [Heading(said(program.name), 3)]
    yours = _("The rules about you: {answer}.")
    blocks.append(Paragraph(yours.format(answer=answer_word(found.person.answer))))
    blocks += _courses(found, plan)
    columns = (
        Column(_("Rule"), least=28, leading=True),
        Column(_("For you")),
        Column(_("As of")),
    )
    rules = (*found.person.rules, *_of_courses(found))
    return [*blocks, Table(columns, tuple(map(_row, rules)))]


def _courses(found: ProgramAnswer, plan: Plan) -> list[Block]:
    """The answer for each course of the plan; one line where they are all alike."""
    told = [
        (said(step.credential.name), answer_word(answer.answer))
        for step, answer in zip(plan.steps, found.steps, strict=True)
        if answer.rules
    ]
    if not told:
        return []
    if len({answer for _name, answer in told}) == 1:
        text = _("Every course of your plan: {answer}.")
        return [Paragraph(text.format(answer=told[0][1]))]
    columns = (Column(_("Course of your plan"), leading=True), Column(_("Answer")))
    return [Table(columns, tuple(map(Row, told)))]


def _of_courses(found: ProgramAnswer) -> tuple[RuleAnswer, ...]:
    """The rules about courses; their answers stand beside the courses."""
    rules = found.steps[0].rules if found.steps else ()
    told = {one.rule for one in found.person.rules}
    return tuple(one._replace(answer="note") for one in rules if one.rule not in told)


def _row(one: RuleAnswer) -> Row:
    return Row(
        (
            said(one.rule.text),
            answer_word(one.answer),
            one.rule.as_of or _("not dated"),
        )
    )
