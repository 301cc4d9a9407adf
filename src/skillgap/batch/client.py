"""A row of a roster read as a client: what they can do, aim at and accept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.filters import Filters
from skillgap.batch.row import row_problem, said
from skillgap.batch.words import amount, deliveries, languages_taught, spoken
from skillgap.errors import DataError, SkillgapError
from skillgap.locale import _, all_languages
from skillgap.profile.claims import parse_claims
from skillgap.profile.counted import Counted, counted
from skillgap.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.batch.row import Cell, Row
    from skillgap.batch.settings import Settings
    from skillgap.model import AwardedCredential, Correction, Profile

MOST_CLAIMS = 500
LONGEST_PHRASE = 300
LONGEST_ID = 200


class Client(Record):
    """A client before anything was looked up; ``targets`` are in their own words."""

    id: str
    row: int
    language: str
    claims: tuple[Counted, ...] = ()
    corrections: tuple[Correction, ...] = ()
    awards: tuple[AwardedCredential, ...] = ()
    targets: tuple[str, ...] = ()
    filters: Filters = Filters()


def read_client(row: Row, settings: Settings) -> Client:
    """The client of a row.

    Raises:
        SkillgapError: the row says something that cannot be meant.
    """
    if row.problem:
        raise DataError(row.problem)
    id_ = said(row.cell("id"))
    if not id_:
        raise _refused(row, settings, _("The row has no client id."))
    if len(id_) > LONGEST_ID:
        message = _("The client id is longer than {number} characters.")
        raise _refused(row, settings, message.format(number=LONGEST_ID))
    profile = profile_of(row, settings)
    claims = _claims(row, settings) + (counted(profile) if profile else ())
    if not claims and not (profile and profile.awards):
        message = _("The row says nothing that the client can do.")
        raise _refused(row, settings, message)
    own = profile.targets if profile else ()
    return Client(
        id=id_,
        row=row.number,
        language=_language(row, settings, profile),
        claims=claims,
        corrections=profile.corrections if profile else (),
        awards=profile.awards if profile else (),
        targets=_listed(row.cell("target")) or settings.targets or own,
        filters=_filters(row, settings),
    )


def languages_of(row: Row, client: Client, settings: Settings) -> tuple[str, ...]:
    """The languages of a client's report: as the row says, else of the client.

    Where all are asked for, the client's own comes first.
    """
    named = spoken(said(row.cell("language")), settings.language)
    if named:
        return named
    return all_languages(client.language) if settings.both else (client.language,)


def _refused(
    row: Row, settings: Settings, message: str, hint: str | None = None
) -> DataError:
    return DataError(row_problem(message, settings.roster, row.number, hint))


def _claims(row: Row, settings: Settings) -> tuple[Counted, ...]:
    cell = row.cell("skills")
    texts = (cell,) if isinstance(cell, str) else cell
    claims = [claim for text in texts for claim in parse_claims(text)]
    if len(claims) > MOST_CLAIMS:
        message = _("The row names more than {number} skills.")
        raise _refused(row, settings, message.format(number=MOST_CLAIMS))
    if any(len(claim.phrase) > LONGEST_PHRASE for claim in claims):
        message = _("A skill of the row is longer than {number} characters.")
        hint = _("Put commas or semicolons between the skills.")
        told = message.format(number=LONGEST_PHRASE)
        raise _refused(row, settings, told, hint)
    return tuple(map(Counted, claims))


def profile_of(row: Row, settings: Settings) -> Profile | None:
    """The profile that the row names, of the folder of the roster and below alone."""
    name = said(row.cell("profile"))
    if not name:
        return None
    from skillgap.profile.read import load_profile

    try:
        path = _within(settings.folder, name)
    except (OSError, ValueError):
        path = None
    if path is None:
        message = _("The profile that the row names is not in the roster's folder.")
        raise _refused(row, settings, message)
    return load_profile(path)


def _within(folder: Path, name: str) -> Path | None:
    root = folder.resolve()
    path = (root / name).resolve()
    return path if path.is_relative_to(root) else None


def _listed(cell: Cell) -> tuple[str, ...]:
    """Several texts of one cell; titles hold commas, so semicolons part them."""
    if isinstance(cell, tuple):
        return tuple(text.strip() for text in cell if text.strip())
    parts = cell.replace("|", ";").replace("\n", ";").split(";")
    return tuple(part.strip() for part in parts if part.strip())


def _language(row: Row, settings: Settings, profile: Profile | None) -> str:
    try:
        named = spoken(said(row.cell("language")), settings.language)
    except ValueError as error:
        raise _refused(row, settings, str(error)) from None
    own = profile.language if profile else None
    return named[0] if named else own or settings.language


def _filters(row: Row, settings: Settings) -> Filters:
    """The filters of all clients, and what the row says instead."""
    cells = row.cells
    if not any(cells[4:8]):
        return settings.filters
    try:
        hours, cost = amount(said(cells[4])), amount(said(cells[5]))
        delivery = deliveries(_listed(cells[6]))
        languages = languages_taught(_listed(cells[7]))
    except ValueError as error:
        raise _refused(row, settings, str(error)) from None
    filters = settings.filters
    return filters._replace(
        max_hours=filters.max_hours if hours is None else hours,
        max_cost=filters.max_cost if cost is None else cost,
        delivery=delivery or filters.delivery,
        languages=languages or filters.languages,
    )


def told(error: SkillgapError, row: Row, settings: Settings) -> SkillgapError:
    """The error with its row, where its problems name no place of their own."""
    problems = (
        one if one.path else one._replace(path=settings.roster, line=row.number)
        for one in error.problems
    )
    return type(error)(*problems)
