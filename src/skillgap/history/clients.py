"""Lines of a batch as clients of a cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.history.batches import RESULTS, read_lines
from skillgap.history.compare import occupation_id
from skillgap.history.reading import refusal
from skillgap.locale import _
from skillgap.model.cohort import Aim, Ask, Client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from skillgap.history.batches import Line

    Data = Mapping[str, Any]

_LISTS = ("covered", "below_level", "missing")
_TOP_LEVEL = 5
_TOP_IMPORTANCE = 5


def read_clients(
    folder: Path, tell: Callable[[float], None] | None = None
) -> Iterator[Client]:
    """The clients of a folder of results, in their order, one at a time.

    ``tell`` is told how far this is, from 0 to 1.

    Raises:
        DataError: a line is cut off, or has not the shape of the contract.
    """
    shown = str(folder / RESULTS)
    for line in read_lines(folder, tell):
        try:
            yield _client(line.data)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise _misshapen(line, shown) from error


def _misshapen(line: Line, shown: str) -> Exception:
    message = _("The line of client {client} does not have the contract's shape.")
    hint = _("Run the batch again with this version of skillgap.")
    text = message.format(client=line.client)
    return refusal(text, shown, line.number, hint=hint)


def _client(data: Data) -> Client:
    if data["status"] == "error":
        return Client()
    raised: dict[str, int] = {}
    for row in data["recommendations"]:
        for closing in row["closes"]:
            skill = str(closing["skill"]["id"])
            raised[skill] = max(raised.get(skill, 0), _level(closing["to"]))
    titles = {str(one["id"]): str(one["title"]) for one in data["occupations"]}
    return Client(tuple(_aim(gap, titles, raised) for gap in data["gaps"]))


def _aim(gap: Data, titles: Mapping[str, str], raised: Mapping[str, int]) -> Aim:
    id_ = occupation_id(gap)
    rows = (row for name in _LISTS for row in gap[name])
    return Aim(id_, titles.get(id_, id_), tuple(_ask(row, raised) for row in rows))


def _ask(row: Data, raised: Mapping[str, int]) -> Ask:
    skill, importance, have = str(row["skill"]["id"]), row["importance"], row["have"]
    if type(importance) is not int or not 1 <= importance <= _TOP_IMPORTANCE:
        raise ValueError(importance)
    return Ask(
        skill=skill,
        label=str(row["skill"]["label"]),
        weight=importance * (2 if row["relation"] == "essential" else 1),
        need=_level(row["need"]),
        have=_level(have) if have else 0,
        reached=max(_level(have) if have else 0, raised.get(skill, 0)),
    )


def _level(value: object) -> int:
    if type(value) is not int or not 1 <= value <= _TOP_LEVEL:
        raise ValueError(value)
    return value
