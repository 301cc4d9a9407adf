"""Reading what was kept: records, and answers printed with ``--format json``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from skillgap.errors import DataError, Problem
from skillgap.history.keeping import FORM, seal
from skillgap.locale import _
from skillgap.locale.reasons import reason_of
from skillgap.model.history import KeptAnswer
from skillgap.model.plain import MisshapenError, from_plain
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LARGEST_FILE = 64 * 1024 * 1024
CONTRACT = 1
"""The version of the JSON contract whose answers are understood here."""


class Answer(Record):
    """An answer read from a file: its ``data``, and what is known of its making.

    ``record`` is there where the file is one; ``edited`` where it was changed after
    it was written.
    """

    path: str
    command: str
    version: str
    catalogue: str | None
    fingerprint: str | None
    data: Mapping[str, Any]
    record: KeptAnswer | None = None
    edited: bool = False


def read_answer(path: Path) -> Answer:
    """The answer in a file: a record, or what ``--format json`` printed.

    Raises:
        DataError: it cannot be read, or is neither.
    """
    value = read_object(path)
    if "record" in value:
        return _of_record(value, str(path))
    _check_envelope(value, str(path))
    about = value.get("catalogue")
    known = about if isinstance(about, dict) else {}
    return Answer(
        str(path),
        str(value["command"]),
        str(value["skillgap"].get("version")),
        known.get("name"),
        known.get("fingerprint"),
        value["data"],
    )


def read_record(path: Path) -> tuple[KeptAnswer, bool]:
    """The record in a file, and whether it was changed after it was written.

    Raises:
        DataError: it cannot be read, or is no record.
    """
    value = read_object(path)
    if "record" not in value:
        hint = _("Write one with --record FILE beside recommend, gap or plan.")
        raise refusal(_("This is no record."), str(path), hint=hint)
    answer = _of_record(value, str(path))
    if answer.record is None:
        raise refusal(_("This is no record."), str(path))
    return answer.record, answer.edited


def read_records(path: Path) -> Iterator[tuple[KeptAnswer, bool]]:
    """The records of a file that has one a line, as ``read_record``, one at a time.

    Raises:
        DataError: it cannot be read, or a line is no record; it names the line.
    """
    with opened(path) as file:
        number = 0
        while content := file.readline(LARGEST_FILE + 1):
            number += 1
            value = parse_object(content, str(path), number)
            if "record" not in value:
                raise refusal(_("This is no record."), str(path), number)
            answer = _of_record(value, f"{path}:{number}")
            if answer.record is not None:
                yield answer.record, answer.edited


def opened(path: Path) -> BinaryIO:
    """A file to read answers from.

    Raises:
        DataError: it cannot be read.
    """
    try:
        return path.open("rb")
    except OSError as error:
        message = _("The file cannot be read: {reason}.")
        text = message.format(reason=reason_of(error))
        raise refusal(text, str(path), rule="file") from error


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object in a file.

    Raises:
        DataError: it cannot be read, is too large or is no JSON object.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        message = _("The file cannot be read: {reason}.")
        raise refusal(
            message.format(reason=reason_of(error)), str(path), rule="file"
        ) from error
    if len(content) > LARGEST_FILE:
        message = _("The file is larger than {limit} MB.")
        limit = LARGEST_FILE >> 20
        raise refusal(message.format(limit=limit), str(path), rule="file")
    return parse_object(content, str(path))


def parse_object(content: bytes, shown: str, line: int | None = None) -> dict[str, Any]:
    """The JSON object in a text; ``line`` where the text is that line of a file.

    Raises:
        DataError: it is no JSON object.
    """
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        message = _("This is not whole JSON: {reason}.").format(reason=error.msg)
        hint = _("It may have been cut off or edited: write it again.")
        place = line or error.lineno
        raise refusal(message, shown, place, error.colno, hint=hint) from error
    except UnicodeDecodeError as error:
        before = content.count(b"\n", 0, error.start) + 1
        message = _("This is not UTF-8 text.")
        raise refusal(message, shown, line or before) from error
    except (ValueError, RecursionError) as error:
        raise refusal(_("This JSON cannot be read."), shown, line) from error
    if not isinstance(value, dict):
        raise refusal(_("A JSON object is wanted here."), shown, line)
    return value


def refusal(  # noqa: PLR0913 - the parts of a problem
    message: str,
    shown: str,
    line: int | None = None,
    column: int | None = None,
    *,
    rule: str = "record",
    hint: str | None = None,
) -> DataError:
    """The error that says why a file is not understood."""
    return DataError(Problem("error", rule, message, shown, line, column, hint))


def _of_record(value: dict[str, Any], shown: str) -> Answer:
    if value["record"] != FORM:
        message = _("This record has form {number}; form {own} is read here.")
        text = message.format(number=value["record"], own=FORM)
        hint = _("Replay it with the version of skillgap that wrote it.")
        raise refusal(text, shown, hint=hint)
    try:
        record: KeptAnswer = from_plain(KeptAnswer, value)
    except MisshapenError as error:
        raise _misshapen(error, shown) from error
    check_contract(record.skillgap.contract, shown)
    return Answer(
        shown,
        record.command,
        record.skillgap.version,
        record.catalogue.name,
        record.catalogue.fingerprint,
        record.result,
        record,
        seal(value) != record.fingerprint,
    )


def _misshapen(error: MisshapenError, shown: str) -> DataError:
    hint = _("Records are not made to be edited: take the file as it was written.")
    if not error.wanted:
        message = _("{place} is no part of a record.").format(place=error.at)
    else:
        message = _("{place} cannot be read ({wanted} is wanted).").format(
            place=error.at, wanted=error.wanted
        )
    return refusal(message, shown, hint=hint)


def _check_envelope(value: Mapping[str, Any], shown: str) -> None:
    about = value.get("skillgap")
    if not isinstance(about, dict) or not isinstance(value.get("command"), str):
        hint = _("Write one with --record FILE, or with --format json --output FILE.")
        raise refusal(_("This is no answer of skillgap."), shown, hint=hint)
    check_contract(about.get("contract"), shown)
    if not isinstance(value.get("data"), dict):
        hint = _("Its problems say why.")
        raise refusal(_("This answer holds no data: it failed."), shown, hint=hint)


def check_contract(number: object, shown: str, line: int | None = None) -> None:
    """Refuse answers of another version of the JSON contract.

    Raises:
        DataError: it is another one.
    """
    if number != CONTRACT:
        message = _("This answer keeps contract {number}; contract {own} is read here.")
        text = message.format(number=number, own=CONTRACT)
        hint = _("Compare answers of one version of the contract.")
        raise refusal(text, shown, line, hint=hint)
