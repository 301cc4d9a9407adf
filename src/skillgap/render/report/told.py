"""What the person said, and how it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Paragraph
from skillgap.render.report.section import Section, listed
from skillgap.render.views.parts import issuer_name, said, understood

if TYPE_CHECKING:
    from skillgap.model import Match
    from skillgap.render.report.record import Report


def told(report: Report) -> Section:
    """Each phrase beside the skill that it was read as; what counts besides."""
    matches = report.view.matches
    blocks: list[Block] = []
    if matches:
        lead = _(
            "On the left are your words. Beside them is the skill that we read. If we "
            "read one wrongly, say it in other words and ask for a new report."
        )
        # The table alone: what is handed over names no command.
        blocks += [Paragraph(lead), *understood(matches, explain=False)[1:2]]
        if left := len(unclear(matches)):
            text = ngettext(
                "{number} phrase was not clear to us. It does not count here.",
                "{number} phrases were not clear to us. They do not count here.",
                left,
            )
            blocks.append(Paragraph(text.format(number=left)))
        if any(match.status == "matched" for match in matches):
            blocks.append(Paragraph(_levels()))
    elif not report.credentials:
        blocks.append(Paragraph(_("You named no skills, so we counted none.")))
    held = (
        _("{name}, {issuer}").format(
            name=said(one.name), issuer=issuer_name(one.issuer)
        )
        for one in report.credentials
    )
    blocks += listed(_("Credentials that you have, counted too"), held)
    return Section("told", _("What you told us"), tuple(blocks))


def unclear(matches: tuple[Match, ...]) -> tuple[str, ...]:
    """The phrases that other words might make clear.

    Not those that were understood and count for no skill here: a language that is
    spoken, what the person says that they cannot do.
    """
    return tuple(
        one.phrase for one in matches if one.status != "matched" and not one.reason
    )


def _levels() -> str:
    return _(
        "There are five levels: beginner, basic, working, advanced, expert. Where you "
        "named no level, we assumed one."
    )
