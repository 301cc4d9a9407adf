"""What an occupation asks for beyond skills: a licence, schooling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.views.parts import bullets, said, source_name
from skillgap.render.words import education, regulation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from skillgap.model import CatalogueSource, Occupation
    from skillgap.render.blocks import Block


def needs(occupation: Occupation) -> Iterator[tuple[str, str, str]]:
    """Each need as its kind (``licence`` or ``education``), its text and its source."""
    rule = occupation.regulated
    if rule is not None and rule.status != "not_regulated":
        parts = (regulation(rule.status), rule.body, rule.note)
        yield "licence", "; ".join(part for part in parts if part), rule.source
    schooling = occupation.education
    if schooling is not None and schooling.mentions:
        kinds = ", ".join(map(education, schooling.mentions))
        text = _("the occupation's description mentions: {kinds}")
        yield "education", text.format(kinds=kinds), schooling.source


def also_needed(
    occupations: Iterable[Occupation], sources: Mapping[str, CatalogueSource]
) -> list[Block]:
    """The licences and schooling of occupations, each with its source."""
    return bullets(
        _("Beyond skills: licences and schooling"),
        (
            _("{occupation}: {need} (source: {source})").format(
                occupation=said(occupation.title),
                need=text,
                source=source_name(source, sources),
            )
            for occupation in occupations
            for _kind, text, source in needs(occupation)
        ),
        label=_("Beyond skills"),
    )
