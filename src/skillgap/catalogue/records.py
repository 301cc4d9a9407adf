"""The records of a table of the compiled form, read when they are asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from skillgap.catalogue import stored
    from skillgap.catalogue.catalogue import Catalogue

_Record = TypeVar("_Record")
AMONG = "(SELECT value FROM json_each(?))"


class Records(Generic[_Record]):
    """The records of one table, each decoded at most once."""

    def __init__(
        self,
        catalogue: Catalogue,
        table: str,
        decode: Callable[[stored.Array], _Record],
    ) -> None:
        self._catalogue = catalogue
        self._table = table
        self._decode = decode
        self._known: dict[str, _Record] = {}
        self._complete = False

    def one(self, id_: str) -> _Record:
        """The record with an id; KeyError where there is none."""
        if id_ not in self._known:
            select = f"SELECT record FROM {self._table} WHERE id = ?"  # noqa: S608
            rows = self._catalogue.query(select, id_)
            if not rows:
                raise KeyError(id_)
            self._known[id_] = self._decode(json.loads(rows[0][0]))
        return self._known[id_]

    def many(self, ids: Iterable[str]) -> tuple[_Record, ...]:
        """The records with some ids, in their order, read at once."""
        wanted = list(ids)
        missing = [id_ for id_ in wanted if id_ not in self._known]
        if missing:
            select = f"SELECT id, record FROM {self._table} WHERE id IN {AMONG}"  # noqa: S608
            self._keep(self._catalogue.query(select, json.dumps(missing)))
        return tuple(self._known[id_] for id_ in wanted)

    def all(self) -> tuple[_Record, ...]:
        """Every record, by id."""
        if not self._complete:
            select = f"SELECT id, record FROM {self._table}"  # noqa: S608
            self._keep(self._catalogue.query(select))
            self._complete = True
        return tuple(self._known[id_] for id_ in sorted(self._known))

    def _keep(self, rows: list[tuple[Any, ...]]) -> None:
        for id_, text in rows:
            if id_ not in self._known:
                self._known[id_] = self._decode(json.loads(text))
