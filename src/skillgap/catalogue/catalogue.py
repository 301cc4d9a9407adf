"""The catalogue as commands see it: a read-only view over its compiled form."""

from __future__ import annotations

import json
import sqlite3
import weakref
from functools import cached_property
from typing import TYPE_CHECKING, Any

from skillgap.catalogue import stored
from skillgap.catalogue.records import AMONG, Records
from skillgap.model.about import CatalogueInfo, Named, Typical
from skillgap.model.catalogue import (
    Basis,
    CatalogueSource,
    Credential,
    Field,
    Issuer,
    Occupation,
    Requirement,
    Skill,
    Text,
)
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from skillgap.catalogue.spellings import Spellings
    from skillgap.model.funding import FundingProgram, LongerProgram

    Reopen = Callable[[], sqlite3.Connection]


_SOME = 1 << 10
_MOST_PREPARED = 1 << 13


class Beside(Record):
    """A file for what is made of a catalogue's content, beside its compiled form."""

    path: str
    fingerprint: str


class Catalogue:
    """Skills, occupations and credentials; records are decoded when asked for.

    Args:
        database: the compiled form.
        reopen: gives a sound database where this one turns out to be damaged.
        place: where the compiled form is kept, without the ending.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        reopen: Reopen | None = None,
        place: str | None = None,
    ) -> None:
        self._place = place
        self._use(database)
        self._reopen = reopen
        self._prepared: dict[str, tuple[Named, ...]] = {}
        self._skills = Records(self, "skill", stored.skill)
        self._occupations = Records(self, "occupation", stored.occupation)
        self._credentials = Records(self, "credential", stored.credential)
        name, title, as_of, currency, region = self._about("info")
        rows = self.query("SELECT value FROM about WHERE name = 'fingerprint'")
        self.info = CatalogueInfo(
            name, Text(*title), as_of, currency, region, rows[0][0]
        )

    def packed(self) -> bytes:
        """The compiled form, to be opened elsewhere (``unpacked``)."""
        return self._database.serialize()

    def close(self) -> None:
        """Close the database; the catalogue cannot be asked after that."""
        self._database.close()

    def _use(self, database: sqlite3.Connection) -> None:
        self._database = database
        # Not __del__: the collector may come to the connection first, which complains.
        weakref.finalize(self, database.close)

    def skill(self, id_: str) -> Skill:
        """The skill with an id; KeyError where there is none."""
        return self._skills.one(id_)

    def skills(self, ids: Iterable[str]) -> tuple[Skill, ...]:
        """The skills with these ids, in their order; KeyError where one is absent."""
        return self._skills.many(ids)

    def all_skills(self) -> tuple[Skill, ...]:
        """Every skill, by id."""
        return self._skills.all()

    def occupation(self, id_: str) -> Occupation:
        """The occupation with an id; KeyError where there is none."""
        return self._occupations.one(id_)

    def occupations_coded(self, noc: str) -> tuple[Occupation, ...]:
        """The occupations whose NOC code is this or begins with it, by id."""
        begins = "noc >= ?1 AND substr(noc, 1, length(?1)) = ?1"
        rows = self.query(f"SELECT id FROM occupation WHERE {begins}", noc)  # noqa: S608
        return self._occupations.many(sorted(id_ for (id_,) in rows))

    def all_occupations(self) -> tuple[Occupation, ...]:
        """Every occupation, by id."""
        return self._occupations.all()

    def credential(self, id_: str) -> Credential:
        """The credential with an id; KeyError where there is none."""
        return self._credentials.one(id_)

    def all_credentials(self) -> tuple[Credential, ...]:
        """Every credential, by id."""
        return self._credentials.all()

    def fields(self) -> tuple[Field, ...]:
        """The fields of work, in the order of the catalogue."""
        return tuple(Field(id_, Text(*label)) for id_, label in self._about("fields"))

    def issuers(self) -> tuple[Issuer, ...]:
        """The issuers, by id."""
        return tuple(stored.issuer(array) for array in self._about("issuers"))

    def sources(self) -> tuple[CatalogueSource, ...]:
        """The works that the facts come from, by id."""
        return tuple(CatalogueSource(*array) for array in self._about("sources"))

    def bases(self) -> tuple[Basis, ...]:
        """Who can say how important a requirement is, by id."""
        rows = self._about("bases")
        return tuple(Basis(id_, Text(*label), source) for id_, label, source in rows)

    def funding(self) -> tuple[FundingProgram, ...]:
        """The funding programs, in the order of the catalogue."""
        return tuple(stored.funding_program(array) for array in self._about("funding"))

    def longer_programs(self) -> tuple[LongerProgram, ...]:
        """Training too long to be a short credential, in the order of the catalogue."""
        rows = self._about("longer_programs")
        return tuple(stored.longer_program(array) for array in rows)

    def typical(self) -> tuple[Typical, ...]:
        """The medians of stated hours and prices, by kind and for all kinds."""
        return tuple(Typical(*array) for array in self._about("typical"))

    def counts(self) -> dict[str, int]:
        """How many records of each list there are."""
        counts: dict[str, int] = self._about("counts")
        return counts

    def ancestors(self, skill_id: str) -> frozenset[str]:
        """All broader skills of a skill, transitively, without itself."""
        rows = self.query("SELECT broad FROM broader WHERE narrow = ?", skill_id)
        return frozenset(id_ for (id_,) in rows)

    def descendants(self, skill_id: str) -> frozenset[str]:
        """All narrower skills of a skill, transitively, without itself."""
        rows = self.query("SELECT narrow FROM broader WHERE broad = ?", skill_id)
        return frozenset(id_ for (id_,) in rows)

    def teaching(self, skill_ids: Iterable[str]) -> tuple[Credential, ...]:
        """The credentials that develop any of these skills or a narrower one, by id."""
        select = f"SELECT DISTINCT credential FROM develops WHERE skill IN {AMONG}"  # noqa: S608
        rows = self.query(select, json.dumps(list(skill_ids)))
        return self._credentials.many(sorted(id_ for (id_,) in rows))

    def labels_named(self, key: str) -> tuple[Named, ...]:
        """The labels of skills that have a key (see ``normalise.label_key``)."""
        if key in self._prepared:
            return self._prepared[key]
        return tuple(named for _, named in self._named("label", key))

    def prepare_labels(self, keys: Iterable[str]) -> None:
        """Look up many keys at once, before they are asked for one by one."""
        found: dict[str, list[Named]] = {key: [] for key in keys}
        if not found:
            return
        for key, named in self._named("label", *found):
            found[key].append(named)
        if len(self._prepared) > _MOST_PREPARED:
            self._prepared.clear()
        self._prepared |= {key: tuple(named) for key, named in found.items()}

    def titles_named(self, key: str) -> tuple[Named, ...]:
        """The titles of occupations that have a key."""
        return tuple(named for _, named in self._named("title", key))

    def beside(self, kind: str) -> Beside | None:
        """The file of a kind beside the compiled form, if that is on a disk."""
        if self._place is None:
            return None
        return Beside(f"{self._place}.{kind}", self.info.fingerprint)

    @cached_property
    def spellings(self) -> Spellings:
        """The words of the labels of skills, to find those that a phrase misspells."""
        from skillgap.catalogue.spellings import Spellings

        return Spellings(self.query)

    def every_label(self) -> Iterator[tuple[str, Named]]:
        """Every label of every skill with its key, by id, one after the other."""
        return self._named("label")

    def every_title(self) -> Iterator[tuple[str, Named]]:
        """Every title of every occupation with its key, by id, one after the other."""
        return self._named("title")

    def requirements_of(
        self, skill_ids: Iterable[str]
    ) -> tuple[tuple[str, Requirement], ...]:
        """The requirements that ask for any of these skills, with their occupation."""
        select = (
            f"SELECT occupation, record FROM requirement WHERE skill IN {AMONG}"  # noqa: S608
            " ORDER BY occupation, skill"
        )
        rows = self.query(select, json.dumps(list(skill_ids)))
        return tuple((id_, stored.requirement(json.loads(r))) for id_, r in rows)

    def total_points(self, occupation_id: str) -> int:
        """The points of full coverage of an occupation; KeyError where it is absent."""
        rows = self.query("SELECT points FROM occupation WHERE id = ?", occupation_id)
        if not rows:
            raise KeyError(occupation_id)
        points: int = rows[0][0]
        return points

    def telling_points(self, occupation_id: str) -> int:
        """The points of full coverage, each times how telling its skill is.

        See ``rarity``; KeyError where the occupation is absent.
        """
        rows = self.query("SELECT telling FROM occupation WHERE id = ?", occupation_id)
        if not rows:
            raise KeyError(occupation_id)
        points: int = rows[0][0]
        return points

    def subject_weights(self, skill_ids: Iterable[str]) -> dict[str, int]:
        """How much skills say of what training is about (``weight_of_subject``)."""
        select = f"SELECT id, subject FROM skill WHERE id IN {AMONG}"  # noqa: S608
        return dict(self.query(select, json.dumps(list(skill_ids))))

    def query(self, select: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query; a damaged database is replaced by a sound one first."""
        try:
            return self._database.execute(select, values).fetchall()
        except sqlite3.DatabaseError:
            if self._reopen is None:
                raise
        self._use(self._reopen())
        self._reopen = None
        return self._database.execute(select, values).fetchall()

    def _rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query that sorts very many: a few at a time."""
        try:
            rows = self._database.execute(select)
            some = rows.fetchmany(_SOME)
        except sqlite3.DatabaseError:
            yield from self.query(select)
            return
        while some:
            yield from some
            some = rows.fetchmany(_SOME)

    def _about(self, name: str) -> Any:  # noqa: ANN401 - decoded JSON
        rows = self.query("SELECT value FROM about WHERE name = ?", name)
        return json.loads(rows[0][0])

    def _named(self, table: str, *keys: str) -> Iterator[tuple[str, Named]]:
        """The labels of some keys, or all of them."""
        columns = "key, id, label, language, preferred"
        where, values = "", keys
        if len(keys) == 1:
            where = "WHERE key = ?"
        elif keys:
            where, values = f"WHERE key IN {AMONG}", (json.dumps(keys),)
        order = "id, preferred DESC, language, label"
        select = f"SELECT {columns} FROM {table} {where} ORDER BY {order}"  # noqa: S608
        rows = self.query(select, *values) if keys else self._rows(select)
        for found, id_, label, language, preferred in rows:
            yield found, Named(id_, label, language, bool(preferred))
