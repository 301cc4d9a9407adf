"""What ``skillgap catalogue import ctdl|list`` does: credentials into a catalogue."""

from __future__ import annotations

import shlex
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.errors import Problem, UsageError
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.formats.intake import Intake, Progress
    from skillgap.formats.offers import Offers
    from skillgap.review.placing import Placing
    from skillgap.review.proposals import Proposals
    from skillgap.review.taking import Origin


class Taking(Record):
    """How credentials are taken into a catalogue."""

    base: Annotated[
        Path | None,
        typer.Option(
            "--base",
            metavar="FOLDER",
            help=_(
                "ctdl, list: the catalogue that credentials are added to (else the "
                "bundled one); it may be the one written."
            ),
        ),
    ] = None
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="ROLE=COLUMN",
            help=_("list: which column has what, as in --map name=Title; repeat."),
        ),
    ] = None
    said: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="ROLE=VALUE",
            help=_(
                "ctdl, list: what holds where a row is silent, as in --set osap=yes."
            ),
        ),
    ] = None
    review: Annotated[
        Path | None,
        typer.Option(
            "--review",
            metavar="FILE",
            help=_("Write the skills proposed there, in YAML, for you to judge."),
        ),
    ] = None
    accept: Annotated[
        Path | None,
        typer.Option(
            "--accept", metavar="FILE", help=_("Take the skills accepted in this file.")
        ),
    ] = None
    sure: Annotated[
        float | None,
        typer.Option(
            "--sure",
            min=0,
            max=1,
            metavar="SHARE",
            help=_("Also take what is proposed with at least this confidence."),
        ),
    ] = None
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help=_("The day on which the source was published or read."),
        ),
    ] = None

    @property
    def names(self) -> Mapping[str, str]:
        """The columns that a person mapped, by role."""
        return _pairs("--map", self.mapped or ())

    @property
    def values(self) -> Mapping[str, str]:
        """What holds for every row, by role."""
        return _pairs("--set", self.said or ())


def take_credentials(
    kind: str, sources: Sequence[Path], output: Path, taking: Taking, run: Run
) -> Intake:
    """Read credentials, propose their skills, and write what is accepted.

    Raises:
        DataError: a source, the base or the file of decisions cannot be read, or the
            catalogue cannot be written; it is then as it was.
    """
    from skillgap.catalogue import bundled_folder
    from skillgap.catalogue.install import check_file
    from skillgap.formats.intake import Intake
    from skillgap.review.decisions import read_decisions
    from skillgap.review.placing import place_offers
    from skillgap.review.revision import Revision
    from skillgap.review.taking import take

    folder = taking.base or bundled_folder()
    if taking.review:
        check_file(taking.review, replace=run.replace)
    offers = _read(kind, sources, taking, run.tell)
    revision = Revision(folder, output, replace=run.replace)
    before = revision.content
    placing = place_offers(offers.offers, before, _("credentials"))
    proposals = _proposals(folder, placing, taking.sure)
    skills = [skill.id for skill in before.skills]
    decisions = read_decisions(taking.accept, skills) if taking.accept else {}
    taken = take(before, placing, proposals, decisions, _origin(kind, sources, taking))
    if not run.dry_run:
        revision.write(before, taken.content)
        _write_review(taking.review, placing, proposals, sources)
    return Intake(
        taken.content,
        (*offers.counted, taken.tally.counted()),
        (*taken.notes, *offers.notes),
        offers.unread,
        taken.conflicts,
        taken.proposed,
        taken.waiting,
    )


def _proposals(folder: Path, placing: Placing, sure: float | None) -> Proposals:
    from skillgap.catalogue import load_catalogue
    from skillgap.cli.session import cache_folder
    from skillgap.review.proposals import propose

    catalogue = load_catalogue(folder, cache=cache_folder())
    proposals = propose(placing.placed, catalogue, sure)
    catalogue.close()
    return proposals


class Run(Record):
    """How the command runs: what it is told, whether it replaces and writes."""

    tell: Progress | None
    replace: bool
    dry_run: bool


def next_steps(output: Path, taking: Taking, intake: Intake) -> tuple[str, ...]:
    """What a maintainer does next, once the catalogue has been written."""
    again = _("(the same command)")
    if taking.base is None or taking.base.resolve() != output.resolve():
        again += " --replace"
    waits = intake.waiting or any(not each.accepted for each in intake.proposed)
    if waits and taking.review is None and taking.accept is None:
        return (f"{again} --review review.yaml",)
    if taking.review:
        return (f"{again} --accept {shlex.quote(str(taking.review))}",)
    return (f"skillgap catalogue check {shlex.quote(str(output))}",)


def _read(
    kind: str, sources: Sequence[Path], taking: Taking, tell: Progress | None
) -> Offers:
    said = taking.values
    if kind == "ctdl":
        from skillgap.formats.ctdl import read_ctdl

        return read_ctdl(sources, tell, said.get("issuer"))
    from skillgap.formats.credential_list import Choices, read_lists

    return read_lists(sources, Choices(taking.names, said), tell)


def _origin(kind: str, sources: Sequence[Path], taking: Taking) -> Origin:
    from skillgap.formats.identifiers import slug
    from skillgap.model import CatalogueSource
    from skillgap.review.taking import Origin

    said = taking.values
    title = said.get("source") or sources[0].resolve().name
    as_of = taking.as_of.date().isoformat() if taking.as_of else None
    id_ = f"{kind}-{slug(title)}".strip("-")
    source = CatalogueSource(id_, title, url=said.get("source_url"), as_of=as_of)
    return Origin(source, "registry" if kind == "ctdl" else "list")


def _write_review(
    path: Path | None, placing: Placing, proposals: Proposals, sources: Sequence[Path]
) -> None:
    if path is None:
        return
    from skillgap.cli.session import put_out
    from skillgap.review.decisions import review_text

    names = ", ".join(each.name for each in sources)
    put_out(review_text(placing.placed, proposals, names), path)


def _pairs(option: str, given: Sequence[str]) -> dict[str, str]:
    from skillgap.formats.list_columns import ROLES

    others = ("source", "source_url", "status") if option == "--set" else ()
    known = (*ROLES, *others)
    pairs: dict[str, str] = {}
    for each in given:
        role, sign, value = each.partition("=")
        if sign and role not in known:
            message = _("{option}: there is no role {role}")
            text = message.format(option=option, role=role)
            hint = _("the roles are: {names}").format(names=", ".join(known))
            raise UsageError(Problem("error", "usage", text, hint=hint))
        if not sign or not value.strip():
            message = _("{option} takes ROLE=VALUE, and {given} is none").format(
                option=option, given=each
            )
            hint = _("the roles are: {names}").format(names=", ".join(known))
            raise UsageError(Problem("error", "usage", message, hint=hint))
        pairs[role] = value.strip()
    return pairs
