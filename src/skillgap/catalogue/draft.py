"""A folder of YAML read into records; everything wrong is found in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.catalogue.equivalents import equivalents
from skillgap.catalogue.rules import check_all
from skillgap.catalogue.tables import FILES, LINES, REQUIRED_FILES
from skillgap.catalogue.tables.about import About
from skillgap.catalogue.tables.credentials import CredentialsFile, LongerProgramsFile
from skillgap.catalogue.tables.funding import FundingFile
from skillgap.catalogue.tables.occupations import OccupationsFile
from skillgap.catalogue.tables.skills import SkillsFile
from skillgap.document import parse_document
from skillgap.document.lines import read_lines
from skillgap.document.sink import Sink
from skillgap.locale import _
from skillgap.model import Credential, Issuer, Occupation, Skill, Text
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.catalogue.files import Files
    from skillgap.errors import Problem
    from skillgap.model.funding import FundingProgram, LongerProgram


class Draft(Record):
    """The records of a folder as far as they could be read, and all its problems.

    It is a catalogue only where no problem is an error.
    """

    about: About
    skills: tuple[Skill, ...]
    occupations: tuple[Occupation, ...]
    issuers: tuple[Issuer, ...]
    credentials: tuple[Credential, ...]
    longer_programs: tuple[LongerProgram, ...]
    funding: tuple[FundingProgram, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the folder from being a catalogue."""
        return tuple(p for p in self.problems if p.severity == "error")


_EMPTY = About("", Text(None), "", "CAD", "")


def read_draft(files: Files, sink: Sink | None = None) -> Draft:
    """Read the files of a folder and check them, alone and against each other.

    A new ``sink`` that is given keeps the records with their places.
    """
    sink = sink or Sink()
    read = {name: _read_file(name, files, sink) for name in FILES}
    lines = {name: _read_lines(name, files, sink) for name in LINES}
    _report_names(files, sink)
    about: About = read["catalogue.yaml"] or _EMPTY
    skills: SkillsFile = read["skills.yaml"] or SkillsFile(())
    occupations: OccupationsFile = read["occupations.yaml"] or OccupationsFile(())
    taught: CredentialsFile = read["credentials.yaml"] or CredentialsFile()
    longer: LongerProgramsFile = read["longer-programs.yaml"] or LongerProgramsFile()
    funding: FundingFile = read["funding.yaml"] or FundingFile(())
    check_all(sink)
    issuers = (*taught.issuers, *lines["issuers.jsonl"])
    credentials = (*taught.credentials, *lines["credentials.jsonl"])
    filled = _Filling(about, issuers, equivalents(credentials))
    return Draft(
        about,
        (*skills.skills, *lines["skills.jsonl"]),
        (*occupations.occupations, *lines["occupations.jsonl"]),
        issuers,
        tuple(filled.credential(credential) for credential in credentials),
        tuple(
            program._replace(credential=filled.credential(program.credential))
            for program in longer.credentials
        ),
        funding.programs,
        sort_problems(sink.problems),
    )


def sort_problems(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems in the order of their places, each once."""
    return tuple(
        sorted(
            set(problems),
            key=lambda p: (p.path or "", p.line or 0, p.column or 0, p.rule, p.message),
        )
    )


class _Filling:
    """Fills in what a credential takes from other records."""

    def __init__(
        self,
        about: About,
        issuers: tuple[Issuer, ...],
        alike: dict[str, tuple[str, ...]],
    ) -> None:
        self.currency: Any = about.currency
        self.alike = alike
        self.issuers = {issuer.id: issuer for issuer in issuers}

    def credential(self, credential: Credential) -> Credential:
        issuer = self.issuers.get(credential.issuer.id, credential.issuer)
        cost = credential.cost
        if cost.basis == "unknown":
            cost = cost._replace(unit=self.currency)
        alike = self.alike.get(credential.id, ())
        return credential._replace(issuer=issuer, cost=cost, equivalent_to=alike)


def _read_file(name: str, files: Files, sink: Sink) -> Any:  # noqa: ANN401
    sink.path = name
    data = files.contents.get(name)
    if data is None:
        return None
    document = parse_document(data, name)
    sink.problems.extend(document.problems)
    if document.root is None:
        sink.unread.add(name)
        return None
    return FILES[name].read(document.root, sink)


def _read_lines(name: str, files: Files, sink: Sink) -> tuple[Any, ...]:
    data = files.contents.get(name)
    if data is None:
        return ()
    sink.path = name
    records, is_whole = read_lines(data, LINES[name], sink)
    if not is_whole:
        sink.unread.add(name)
    return records


def _report_names(files: Files, sink: Sink) -> None:
    for name in REQUIRED_FILES:
        as_lines = name.replace(".yaml", ".jsonl")
        if name not in files.contents and as_lines not in files.contents:
            sink.path = name
            hint = _(
                "every catalogue needs catalogue.yaml, skills.yaml, occupations.yaml"
            )
            sink.unread.add(name)
            sink.report("SG130", None, _("the file is missing"), hint)
    for name in files.unknown:
        sink.path = name
        hint = _("the names that are read: {names}").format(
            names=", ".join((*FILES, *LINES))
        )
        message = _("the file is not read")
        sink.report("SG131", None, message, hint, "note")
