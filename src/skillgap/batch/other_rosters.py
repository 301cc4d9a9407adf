"""Rosters that are no CSV: JSON Lines, workbooks, Parquet, a folder of profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.batch.columns import picker, places_of, require
from skillgap.batch.recoded import as_utf8
from skillgap.batch.row import (
    FIELDS,
    LARGEST_ROW,
    Row,
    as_cell,
    refuse,
    row_problem,
    unreadable,
)
from skillgap.errors import DataError
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from skillgap.batch.columns import Pick
    from skillgap.batch.row import Meter, Rows

_MOST_SHAPES = 1000
_LARGEST_SHEETS = 1 << 29
"""Bytes of the sheets of a workbook, unpacked; they are read as a stream."""
_LARGEST_REST = 1 << 26
"""Bytes of all else in it, such as the texts of cells, which is held in memory."""
_SHEETS = "xl/worksheets/"
_PROFILE_ENDINGS = (".yaml", ".yml")


def read_jsonl(
    path: Path,
    name: str,
    chosen: Mapping[str, str],
    meter: Meter,
    encoding: str | None = None,
) -> Rows:
    """The rows of a file with one JSON object a line."""
    shapes: dict[tuple[str, ...], Pick] = {}
    try:
        size = path.stat().st_size or 1
        with path.open("rb") as file:
            for number, line in enumerate(_lines(as_utf8(file, encoding)), start=1):
                meter.share = min(1.0, file.tell() / size)
                if line.strip():
                    yield _object_row(line, number, name, chosen, shapes)
    except OSError as error:
        raise unreadable(name, error) from error


def _lines(file: Any) -> Iterator[bytes]:  # noqa: ANN401 - a binary file
    """The lines, the overlong ones cut where they are longer than a row may be."""
    while line := file.readline(LARGEST_ROW + 2):
        yield line
        while line and len(line) > LARGEST_ROW and not line.endswith(b"\n"):
            line = file.readline(LARGEST_ROW)


def _object_row(
    line: bytes,
    number: int,
    name: str,
    chosen: Mapping[str, str],
    shapes: dict[tuple[str, ...], Pick],
) -> Row:
    from skillgap.formats.json_text import parse_json

    def bad(message: str, hint: str | None = None) -> Row:
        return Row(number, problem=row_problem(message, name, number, hint))

    if len(line) > LARGEST_ROW:
        return bad(_("The row is too long."))
    try:
        values = parse_json(line, name)
    except DataError:
        example = '{"client": "C-17", "skills": ["excel"], "target": "bookkeeper"}'
        hint = _("Each line is one object, such as {example}.").format(example=example)
        return bad(_("The row is not JSON."), hint)
    if not isinstance(values, dict):
        return bad(_("The row is not a JSON object."))
    keys = tuple(values)
    if keys not in shapes:
        if len(shapes) >= _MOST_SHAPES:
            shapes.clear()
        shapes[keys] = picker(places_of(keys, chosen))
    return _value_row(number, shapes[keys]([*values.values()]), name)


def read_xlsx(path: Path, name: str, chosen: Mapping[str, str], meter: Meter) -> Rows:
    """The rows of the first sheet of an Excel workbook.

    Of a formula the value that the workbook was saved with counts; nothing is run.
    """
    from zipfile import BadZipFile

    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    _refuse_bomb(path, name)
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(values_only=True)
        header = [str(value or "") for value in next(rows, ())]
        yield from _table(header, rows, sheet.max_row or 1, name, chosen, meter)
        book.close()
    except OSError as error:
        raise unreadable(name, error) from error
    except (BadZipFile, InvalidFileException, KeyError, IndexError, SyntaxError) as e:
        raise refuse(_("The roster is not an Excel workbook."), name) from e


def _refuse_bomb(path: Path, name: str) -> None:
    """Refuse a workbook that would unpack to more than a workbook can need."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(path) as archive:
            sizes = [(one.filename, one.file_size) for one in archive.infolist()]
    except OSError as error:
        raise unreadable(name, error) from error
    except BadZipFile as error:
        raise refuse(_("The roster is not an Excel workbook."), name) from error
    sheets = sum(size for part, size in sizes if part.startswith(_SHEETS))
    rest = sum(size for _part, size in sizes) - sheets
    if sheets > _LARGEST_SHEETS or rest > _LARGEST_REST:
        message = _("The workbook is too large: save it as CSV in UTF-8.")
        raise refuse(message, name)


def read_parquet(
    path: Path, name: str, chosen: Mapping[str, str], meter: Meter
) -> Rows:
    """The rows of a Parquet file (needs pyarrow)."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        message = _("Parquet files are read with pyarrow, which is not installed.")
        raise refuse(message, name, 'pip install "skillgap[parquet]"') from error
    try:
        file = parquet.ParquetFile(path)
        header = file.schema_arrow.names
        batches = file.iter_batches(batch_size=1024)
        rows = (row for batch in batches for row in zip(*_columns(batch), strict=True))
        yield from _table(header, rows, file.metadata.num_rows, name, chosen, meter)
    except OSError as error:
        raise unreadable(name, error) from error
    except ArrowException as error:
        raise refuse(_("The roster is not a Parquet file."), name) from error


def _columns(batch: Any) -> list[list[object]]:  # noqa: ANN401 - of pyarrow
    return [column.to_pylist() for column in batch.columns]


def _table(  # noqa: PLR0913, PLR0917 - a table, and what it is read by
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    count: int,
    name: str,
    chosen: Mapping[str, str],
    meter: Meter,
) -> Rows:
    if not header:
        raise refuse(_("The roster is empty."), name)
    places = places_of(header, chosen)
    require(places, header, chosen, name)
    pick = picker(places)
    for number, values in enumerate(rows, start=2):
        meter.share = min(1.0, (number - 1) / max(1, count))
        if any(value is not None for value in values):
            yield _value_row(number, pick(values), name)  # type: ignore[arg-type]


def _value_row(number: int, values: Sequence[object], name: str) -> Row:
    try:
        cells = tuple(as_cell(value) for value in values)
    except (ValueError, OverflowError):
        message = _("The row holds an object where text or a list is expected.")
        return Row(number, problem=row_problem(message, name, number))
    if sum(map(len, cells)) > LARGEST_ROW:
        problem = row_problem(_("The row is too long."), name, number)
        return Row(number, problem=problem)
    return Row(number, cells)


def read_folder(path: Path, meter: Meter) -> Rows:
    """One client for each profile of a folder, named as its file without the ending."""
    files = profiles_in(path)
    at = FIELDS.index("id"), FIELDS.index("profile")
    for number, file in enumerate(files, start=1):
        meter.share = number / len(files)
        cells = [""] * len(FIELDS)
        cells[at[0]], cells[at[1]] = file.stem, file.name
        yield Row(number, tuple(cells))


def profiles_in(path: Path) -> list[Path]:
    """The profiles of a folder, by name.

    Raises:
        DataError: there is none, or the folder cannot be read.
    """
    try:
        found = sorted(
            one
            for one in path.iterdir()
            if one.suffix.lower() in _PROFILE_ENDINGS and one.is_file()
        )
    except OSError as error:
        raise unreadable(str(path), error) from error
    if not found:
        message = _("The folder holds no profile (.yaml).")
        raise refuse(message, str(path))
    return found
