"""What is fast gives the bytes of the plain loop, client by client."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batch.made import made_roster
from tests.cli.command import SMALL

from plain import PlainCatalogue, World, worlds
from skillgap.advice.filters import Filters
from skillgap.batch.advisor import Advisor
from skillgap.batch.roster import Roster
from skillgap.batch.row import FIELDS, Row
from skillgap.batch.run import chunks, unique
from skillgap.batch.settings import Settings
from skillgap.batch.work import plainly
from skillgap.catalogue import load_catalogue
from skillgap.catalogue.spellings import spellings_of
from skillgap.model.about import Named
from skillgap.normalise import label_key
from skillgap.render import json_contract_schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue import Catalogue
    from skillgap.catalogue.spellings import Spellings
    from skillgap.model import Basis

LEAST_ADVISED = 20
SECRET = b"a key that is long enough"


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load_catalogue(cache=tmp_path_factory.mktemp("cache"))


def rows_of(text: str, folder: Path) -> list[Row]:
    path = folder / "made.csv"
    path.write_text(text, encoding="utf-8", newline="")
    roster = Roster(path, "made.csv", folder)
    return list(unique(roster.rows(), "made.csv"))


def test_hundreds_of_clients_on_the_bundled_catalogue(
    bundled: Catalogue, tmp_path: Path
) -> None:
    rows = rows_of(made_roster(bundled, 240, seed=3), tmp_path)
    asked = Settings("made.csv", tmp_path, filters=Filters(focus=0.33))
    _compare(rows, asked, bundled, size=50)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_hundreds_of_clients_on_the_small_catalogue(
    tmp_path: Path, language: str
) -> None:
    catalogue = load_catalogue(SMALL)
    rows = rows_of(made_roster(catalogue, 400, seed=7), tmp_path)
    asked = Settings("made.csv", tmp_path, top=3, language=language, pseudonyms=SECRET)
    _compare(rows, asked, catalogue, size=250)


def test_another_order_of_ranking_and_an_aim_for_all(tmp_path: Path) -> None:
    catalogue = load_catalogue(SMALL)
    rows = rows_of(made_roster(catalogue, 60, seed=8), tmp_path)
    aim = catalogue.all_occupations()[0].id
    for rank_by in ("alone", "value", "hours", "cost"):
        asked = Settings("made.csv", tmp_path, targets=(aim,), rank_by=rank_by)  # type: ignore[arg-type]
        _compare(rows, asked, catalogue, size=20)


def test_every_line_follows_the_contract(bundled: Catalogue, tmp_path: Path) -> None:
    rows = rows_of(made_roster(bundled, 60, seed=5), tmp_path)
    asked = Settings("made.csv", tmp_path)
    done = Advisor(asked, bundled).work(rows)
    check = jsonschema.Draft202012Validator(json_contract_schema("batch"))
    for line in done.results.decode().splitlines():
        envelope = {
            "skillgap": {"version": "0", "contract": 1},
            "command": "batch",
            "catalogue": None,
            "problems": [],
            "data": json.loads(line),
        }
        check.validate(envelope)


def _compare(
    rows: Iterable[Row], asked: Settings, catalogue: Catalogue, size: int
) -> None:
    advisor = Advisor(asked, catalogue)
    count = 0
    for chunk in chunks(iter(rows), size):
        slow, fast = plainly(chunk, asked, catalogue), advisor.work(chunk)
        for expected, found in zip(
            slow.results.splitlines(), fast.results.splitlines(), strict=True
        ):
            assert found == expected
        assert fast == slow
        count += slow.rows - slow.failed
    assert count >= LEAST_ADVISED


class Searchable(PlainCatalogue):
    """A random catalogue in which skills and occupations are found by their ids."""

    def labels_named(self, key: str) -> tuple[Named, ...]:
        return tuple(
            Named(one.id, one.id, "en", preferred=True)
            for one in self.all_skills()
            if label_key(one.id) == key
        )

    @property
    def spellings(self) -> Spellings:
        return spellings_of(label_key(one.id) for one in self.all_skills())

    def prepare_labels(self, keys: Iterable[str]) -> None:
        """All labels are at hand here."""

    def beside(self, _kind: str) -> None:
        return None

    def every_label(self) -> tuple[tuple[str, Named], ...]:
        return ()

    titles_named = labels_named
    every_title = every_label

    def bases(self) -> tuple[Basis, ...]:
        return ()


@st.composite
def rosters(draw: st.DrawFn) -> tuple[World, list[Row], Settings]:
    world = draw(worlds(most_credentials=9))
    skills = [one.id for one in world.catalogue.all_skills()]
    aims = [one.id for one in world.catalogue.all_occupations()]
    level = st.sampled_from(["", ":1", ":2", ":4", ":5"])
    said = st.lists(st.tuples(st.sampled_from(skills), level), min_size=1, max_size=5)
    rows = []
    for number in range(draw(st.integers(1, 4))):
        cells = dict.fromkeys(FIELDS, "") | {
            "id": str(number),
            "skills": ",".join(map("".join, draw(said))),
            "target": ";".join(draw(st.lists(st.sampled_from(aims), max_size=2))),
            "delivery": draw(st.sampled_from(["", "online"])),
            "max_hours": draw(st.sampled_from(["", "15"])),
        }
        rows.append(Row(number + 2, tuple(cells.values())))
    return world, rows, draw(_asked(world))


@st.composite
def _asked(draw: st.DrawFn, world: World) -> Settings:
    del world
    filters = Filters(
        strict=draw(st.booleans()), focus=draw(st.sampled_from([0.0, 0.5]))
    )

    return Settings("r", Path(), filters=filters, top=draw(st.integers(1, 5)))


@settings(max_examples=120, deadline=None)
@given(rosters())
def test_any_catalogue_and_any_clients(
    made: tuple[World, list[Row], Settings],
) -> None:
    world, rows, asked = made
    plain = world.catalogue
    catalogue: Catalogue = Searchable(  # type: ignore[assignment]
        plain.all_skills(), plain.all_occupations(), plain.all_credentials()
    )
    slow = plainly(rows, asked, catalogue)
    fast = Advisor(asked, catalogue).work(rows)
    assert fast.results.splitlines() == slow.results.splitlines()
    assert fast == slow
    assert slow.failed == 0, slow.results
