"""``funding``: each program, rule by rule, with the source; never a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
)
from skillgap.render.views.parts import said, to_try

if TYPE_CHECKING:
    from skillgap.model.eligibility import FundingAnswer, RuleAnswer
    from skillgap.render.plan_result import FundingView
    from skillgap.render.result import Result


_ORDER = ("unlikely", "ask", "likely", "note")
"""What decides comes first, what is only to know last."""

_OPTIONS = {
    "residence": "--resident",
    "status": "--status",
    "income_limit": "--income, --family-size",
}


def document(result: Result, *, explain: bool) -> Document:
    """The estimate of each program."""
    del explain
    view = cast("FundingView", result.data)
    notice = _(
        "This is an estimate and no decision: the program or your school decides. "
        "Nothing that you said is kept."
    )
    blocks: list[Block] = [Paragraph(notice)]
    if not view.answers:
        blocks.append(Paragraph(_("This catalogue knows no funding program.")))
    for answer in view.answers:
        blocks += _program(answer)
    return Document((*blocks, *to_try(result.next_commands)))


def _program(answer: FundingAnswer) -> list[Block]:
    name = said(answer.program.name)
    title = _("{label}: {value}").format(label=name, value=answer_word(answer.answer))
    columns = (
        Column(_("Rule"), least=28, leading=True),
        Column(_("Answer")),
        Column(_("Source"), least=24, priority=2),
        Column(_("As of"), priority=3),
    )
    ordered = sorted(answer.rules, key=lambda one: _ORDER.index(one.answer))
    rows = tuple(_row(one) for one in ordered)
    return [Heading(title), Table(columns, rows, _("Others say")), *_more(answer)]


def _more(answer: FundingAnswer) -> list[Block]:
    """What a person could still say, so that fewer answers are *ask*."""
    asked = {one.rule.kind for one in answer.rules if one.answer == "ask"}
    options = [option for kind, option in _OPTIONS.items() if kind in asked]
    if not options:
        return []
    text = _("Say more to have more answered: {options}.")
    return [Paragraph(text.format(options=", ".join(options)))]


def _row(one: RuleAnswer) -> Row:
    others = (
        _("{text} (source: {source})").format(
            text=said(other.text), source=other.source
        )
        for other in one.rule.disagrees
    )
    cells = (
        said(one.rule.text),
        answer_word(one.answer),
        one.rule.source,
        one.rule.as_of or _("not dated"),
    )
    return Row(cells, tuple(others))


def answer_word(code: str) -> str:
    """An estimate in a word."""
    words = {
        "likely": _("likely"),
        "unlikely": _("unlikely"),
        "ask": _("ask"),
        "note": _("to know"),
    }
    return words.get(code, code)
