"""``skillgap list``: the occupations, credentials or skills of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from skillgap.cli import suggest
from skillgap.cli.app import make_command
from skillgap.cli.filters import field_ids, issuer_ids
from skillgap.cli.options import Output
from skillgap.cli.references import fields_of
from skillgap.cli.session import open_session
from skillgap.errors import Problem, UsageError
from skillgap.locale import _
from skillgap.normalise import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Occupation, Skill, Text, Texts

    Test = Callable[[Any], bool]

What = Annotated[
    Literal["occupations", "credentials", "skills"],
    typer.Argument(help=_("What to list."), metavar="occupations|credentials|skills"),
]
Field = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="FIELD",
        autocompletion=suggest.fields,
        help=_("Only of this field; may be repeated."),
    ),
]
Issuer = Annotated[
    list[str] | None,
    typer.Option(
        "--issuer",
        metavar="ISSUER",
        autocompletion=suggest.issuers,
        help=_("Only credentials of this issuer; may be repeated."),
    ),
]
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=_("Only this kind of credential or skill; may be repeated."),
    ),
]
Search = Annotated[
    str | None,
    typer.Option(
        "--search",
        metavar="WORDS",
        help=_("Only those whose names hold all these words."),
    ),
]
Most = Annotated[
    int | None,
    typer.Option("--top", min=1, metavar="N", help=_("Show at most this many.")),
]


def list_records(
    what: What,
    output: Output,
    field: Field = None,
    issuer: Issuer = None,
    kind: Kind = None,
    search: Search = None,
    top: Most = None,
) -> None:
    """List the records that pass every filter."""
    from skillgap.render import ListView

    session = open_session("list", output)
    catalogue = session.load_catalogue()
    records = _records(what, catalogue)
    tests = _tests(what, catalogue, field, issuer, kind)
    tests += [_search_test(search)] if search else []
    found: Any = tuple(each for each in records if all(test(each) for test in tests))
    view = ListView(what, found[:top], fields_of(catalogue), len(found))
    session.show(view, catalogue)


def _records(
    what: str, catalogue: Catalogue
) -> tuple[Occupation, ...] | tuple[Credential, ...] | tuple[Skill, ...]:
    if what == "occupations":
        return catalogue.all_occupations()
    if what == "credentials":
        return catalogue.all_credentials()
    return catalogue.all_skills()


def _tests(
    what: str,
    catalogue: Catalogue,
    field: list[str] | None,
    issuer: list[str] | None,
    kind: list[str] | None,
) -> list[Test]:
    tests: list[Test] = []
    if field:
        _refuse(what == "skills", "--field", what)
        fields = field_ids(field, catalogue)
        tests.append(lambda each: each.field in fields)
    if issuer:
        _refuse(what != "credentials", "--issuer", what)
        issuers = issuer_ids(issuer, catalogue)
        tests.append(lambda each: each.issuer.id in issuers)
    if kind:
        _refuse(what == "occupations", "--kind", what)
        tests.append(_kind_test(kind, _records(what, catalogue)))
    return tests


def _kind_test(kinds: list[str], records: tuple[Any, ...]) -> Test:
    known = sorted({each.kind for each in records})
    wanted = [kind.lower().replace("-", "_").replace(" ", "_") for kind in kinds]
    for kind in wanted:
        if kind not in known:
            message = _("There is no kind {name} here.").format(name=kind)
            hint = _("The kinds are {names}.").format(names=", ".join(known))
            raise UsageError(Problem("error", "usage", message, hint=hint))
    return lambda each: each.kind in wanted


def _refuse(wrong: bool, option: str, what: str) -> None:
    if wrong:
        message = _("{option} says nothing about {what}.").format(
            option=option, what=what
        )
        raise UsageError(Problem("error", "usage", message))


def _search_test(search: str) -> Test:
    wanted = set(words(search))
    return lambda each: wanted <= set(words(" ".join(_names(each))))


def _names(record: Any) -> list[str]:
    """Every name that a record goes by: what a search looks into."""
    main: Text = (
        getattr(record, "label", None) or getattr(record, "title", None) or record.name
    )
    others: Texts | None = getattr(record, "alternative_labels", None) or getattr(
        record, "alternative_titles", None
    )
    names = [
        record.id,
        main.en or "",
        main.fr or "",
        getattr(record, "noc", None) or "",
    ]
    if others:
        names += [*others.en, *others.fr]
    return names


def command() -> Any:
    """The command for the command line."""
    return make_command(
        list_records, _("List the occupations, credentials or skills of the catalogue.")
    )
