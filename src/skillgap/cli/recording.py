"""Keeping an answer as a record, and giving it again."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

from skillgap.cli.session import write_whole
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.catalogue import Catalogue
    from skillgap.cli.session import Session
    from skillgap.model.history import KeptAnswer
    from skillgap.model.told import Told
    from skillgap.render.result import View

COMMANDS = {
    "gap": "skillgap.cli.gap",
    "plan": "skillgap.cli.plan",
    "recommend": "skillgap.cli.recommend",
}
"""The commands whose answers are kept; each module has ``Asked`` and ``answer``."""


def keep_record(
    path: Path,
    session: Session,
    told: Told,
    asked: Record,
    view: View,
    catalogue: Catalogue,
) -> str:
    """Write the record of an answer, whole or not at all; its fingerprint.

    Raises:
        DataError: the file cannot be written.
    """
    from skillgap.history import make_record, record_text
    from skillgap.model.history import Inputs
    from skillgap.render.json import CONTRACT
    from skillgap.render.projection import data_of
    from skillgap.render.safe import json_safe

    record = make_record(
        session.command,
        Inputs(told, as_typed(asked)),
        data_of(view),
        catalogue,
        folder=None if session.folder is None else str(session.folder),
        contract=CONTRACT,
    )
    write_whole(path, f"{json_safe(record_text(record))}\n".encode(), "--record")
    return record.fingerprint


def answer_again(record: KeptAnswer, catalogue: Catalogue, shown: str) -> KeptAnswer:
    """The record of the answer that is given now to what was asked then.

    Raises:
        DataError: the record asks for what no command knows.
        SkillgapError: what was asked can no longer be answered.
    """
    from skillgap.history import make_record
    from skillgap.history.reading import refusal
    from skillgap.locale import current_language, use_language
    from skillgap.render.json import CONTRACT
    from skillgap.render.projection import data_of

    if record.command not in COMMANDS:
        message = _("“{name}” is no command whose answers are kept.")
        raise refusal(message.format(name=record.command), shown)
    module: Any = import_module(COMMANDS[record.command])
    asked = as_asked(module.Asked, record.inputs.options, shown)
    spoken = current_language()
    use_language(record.language)
    try:
        view = module.answer(record.inputs.told, asked, catalogue)
        return make_record(
            record.command,
            record.inputs,
            data_of(view),
            catalogue,
            folder=record.catalogue.folder,
            contract=CONTRACT,
            client=record.client,
            also=record.entries,
        )
    finally:
        use_language(spoken)


def catalogue_for(record: KeptAnswer, session: Session) -> Catalogue:
    """The catalogue asked for, else the one that the record names, as it is now.

    Raises:
        DataError: it is no longer there.
    """
    if session.folder is None and record.catalogue.folder is not None:
        session = session._replace(folder=Path(record.catalogue.folder))
    return session.load_catalogue()


class _Option(Record):
    """An option: the bundle and the field that it fills, and what it holds."""

    bundle: str | None
    field: str
    shape: Any


def as_typed(asked: Record) -> dict[str, Any]:
    """What was asked for, by the names that options are typed by."""
    from skillgap.model.plain import as_plain

    found = {}
    for name, (bundle, field, _shape) in _options(type(asked)):
        holder = getattr(asked, bundle) if bundle else asked
        found[name] = as_plain(getattr(holder, field))
    return {name: value for name, value in found.items() if value not in (None, [])}


def as_asked(shape: Any, options: Any, shown: str) -> Any:
    """What was asked for, from the names and values of a record.

    Raises:
        DataError: an option is unknown or its value is none.
    """
    from skillgap.history.reading import refusal
    from skillgap.model.plain import MisshapenError, from_plain

    known = dict(_options(shape))
    fields: dict[str | None, dict[str, Any]] = {}
    for name, value in options.items():
        try:
            option = known[name]
            read = from_plain(option.shape, value, name)
        except (KeyError, MisshapenError):
            message = _("The option {name} of this record cannot be read.")
            hint = _("It may be of another version of skillgap, or edited by hand.")
            text = message.format(name=f"{name} {value}")
            raise refusal(text, shown, hint=hint) from None
        fields.setdefault(option.bundle, {})[option.field] = read
    hints = get_type_hints(shape)
    bundles = {
        name: hint(**fields.get(name, {}))
        for name, hint in hints.items()
        if hasattr(hint, "_fields")
    }
    try:
        return shape(**bundles, **fields.get(None, {}))
    except TypeError:
        message = _("An option that the command needs is not in this record.")
        raise refusal(message, shown) from None


def _options(shape: Any) -> Iterator[tuple[str, _Option]]:
    """The options of a tuple of options and bundles, by the names typed."""
    for field, hint in get_type_hints(shape, include_extras=True).items():
        if hasattr(hint, "_fields"):
            inner = get_type_hints(hint, include_extras=True)
            for one in hint._fields:
                yield _typed(one, inner[one]), _Option(field, one, inner[one])
        else:
            yield _typed(field, hint), _Option(None, field, hint)


def _typed(field: str, hint: Any) -> str:
    """The name that an option is typed by: the long one."""
    option = hint.__metadata__[0]
    declared = (option.default, *(option.param_decls or ()))
    long = (name for name in declared if str(name).startswith("--"))
    return next(long, "--" + field.replace("_", "-"))
