"""A catalogue as one JSON file, and back: the records as its own files say them.

``form`` names the shape of the file and its version; the lists are those of the YAML
files, with the keys that docs/data-format.md explains.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillgap.catalogue.content import FILE_OF, content_from, in_one_file
from skillgap.catalogue.written import about_written
from skillgap.formats.intake import Intake, Tally, refusal
from skillgap.formats.tabular import written_lists
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from skillgap.catalogue.written import Content
    from skillgap.formats.intake import Progress

FORM = "skillgap-catalogue-1"
MOST_BYTES = 256 * 1024 * 1024


def json_pieces(content: Content) -> Iterator[str]:
    """The text of the file, a record at a time."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    yield f'{{\n"form": {encode(FORM)},\n"catalogue": '
    yield encode(about_written(content.about))
    for name, records in written_lists(content):
        if name not in FILE_OF:
            continue
        yield f',\n"{name}": ['
        for number, record in enumerate(records):
            yield f"{',' if number else ''}\n{encode(record)}"
        yield "\n]"
    yield "\n}\n"


def import_json(
    sources: Sequence[Path], today: str, progress: Progress | None = None
) -> Intake:
    """Read a file that ``json_pieces`` wrote, and that people may have edited since.

    Raises:
        DataError: the file cannot be read, or is not a catalogue.
    """
    del today, progress
    path = sources[0]
    found = _read(path)
    lists = {name: found.get(name, []) for name in FILE_OF}
    for name, records in lists.items():
        if not isinstance(records, list):
            message = _("{wanted} is wanted here, not {found}").format(
                wanted=_("a list"), found=name
            )
            raise refusal(message, str(path))
    about = found.get("catalogue", {})
    content = content_from(about, lists, lambda problem: in_one_file(problem, path))
    tallies = []
    for name, records in lists.items():
        tally = Tally(name)
        tally.keep(len(records))
        tallies.append(tally)
    return Intake(content, tuple(tally.counted() for tally in tallies if tally.rows))


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        found = json.loads(data.decode("utf-8-sig")) if len(data) <= MOST_BYTES else {}
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=reason_of(error))
        raise refusal(message, str(path)) from error
    except (ValueError, RecursionError) as error:
        message = _("the file is not JSON")
        line = getattr(error, "lineno", None)
        raise refusal(message, str(path), line=line) from error
    if not isinstance(found, dict) or found.get("form") != FORM:
        message = _("this is not a catalogue that was exported as JSON")
        hint = _('its key "form" says "{form}"').format(form=FORM)
        raise refusal(message, str(path), hint)
    return found
