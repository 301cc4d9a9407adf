"""One client advised, by the plain functions of the flow: the meaning of a batch.

All that is faster in this room gives the same bytes as this (tests/batch).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap import advice
from skillgap.batch.client import read_client, told
from skillgap.batch.settings import FITS
from skillgap.errors import Problem, SkillgapError, UnknownNameError
from skillgap.locale import _, use_language
from skillgap.matching import match_occupation
from skillgap.matching.awards import credentials_held
from skillgap.matching.counted import matched
from skillgap.matching.targets import unclear
from skillgap.render.batch_line import ClientLine
from skillgap.render.result import RecommendView

if TYPE_CHECKING:
    from skillgap.batch.client import Client
    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue
    from skillgap.model import Occupation


def advise_row(row: Row, settings: Settings, catalogue: Catalogue) -> ClientLine:
    """The line of a row: the advice, or the problem that stands in its way.

    The language of the client is spoken from here on; the line is written in it.
    """
    use_language(settings.language)
    try:
        client = read_client(row, settings)
        occupations = aimed_at(client.targets, catalogue)
        return advise(client, occupations, settings, catalogue)
    except SkillgapError as error:
        return failed(row, told(error, row, settings), settings)
    except Exception as error:  # noqa: BLE001 - one bad row never stops the others
        return failed(row, defect(error, row, settings), settings)


def advise(
    client: Client,
    occupations: tuple[Occupation, ...],
    settings: Settings,
    catalogue: Catalogue,
) -> ClientLine:
    """What is advised to one client."""
    matches = matched(client.claims, catalogue, client.corrections)
    credentials = credentials_held(client.awards, catalogue)
    held = advice.hold_also(advice.hold(matches, catalogue), credentials, catalogue)
    fits = advice.rank_occupations(held, catalogue, top=FITS)
    found = advice.recommend(
        occupations,
        held,
        catalogue,
        rank_by=settings.rank_by,
        filters=client.filters,
        top=settings.top,
        taken=tuple(each.id for each in credentials),
    )
    use_language(client.language)
    bases = {basis.id: basis for basis in catalogue.bases()}
    view = RecommendView(found, matches, bases, rank_by=settings.rank_by)
    return ClientLine(client.id, client.row, client.language, (), view, fits)


def aimed_at(targets: tuple[str, ...], catalogue: Catalogue) -> tuple[Occupation, ...]:
    """The occupations that these words mean, each once.

    Raises:
        UnknownNameError: with all that mean none, or several.
    """
    matches = [match_occupation(text, catalogue) for text in targets]
    if problems := [
        unclear(one, in_roster=True) for one in matches if one.status != "matched"
    ]:
        raise UnknownNameError(*problems)
    found = {one.occupation.id: one.occupation for one in matches if one.occupation}
    return tuple(found.values())


def failed(row: Row, error: SkillgapError, settings: Settings) -> ClientLine:
    """The line of a row that cannot be advised on."""
    return ClientLine(row.client, row.number, settings.language, error.problems)


def defect(error: Exception, row: Row, settings: Settings) -> SkillgapError:
    """A fault of skillgap itself, told as the problem of the row it came up at."""
    message = _("Something went wrong inside skillgap ({name}: {detail}).")
    told_ = message.format(name=type(error).__name__, detail=str(error)[:200])
    hint = _("This is a defect: report it, with this row if you can.")
    return SkillgapError(
        Problem("error", "defect", told_, settings.roster, row.number, hint=hint)
    )
