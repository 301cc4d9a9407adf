"""What is exported and read again is the same, for what the format can carry."""

from __future__ import annotations

import csv
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.generated import ODD, contents

from skillgap.catalogue import bundled_folder
from skillgap.catalogue.content import read_content
from skillgap.catalogue.written import Content, yaml_files
from skillgap.errors import DataError
from skillgap.formats.csv_cells import cell, value_of
from skillgap.formats.ctdl_terms import id_in
from skillgap.formats.esco_csv_export import CARRIED
from skillgap.formats.esco_labels import on_one_line
from skillgap.formats.exports import export_catalogue
from skillgap.formats.tabular import tables_of
from skillgap.formats.taxonomies import import_taxonomy
from skillgap.model import Text
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.formats.exports import Export, Exported
    from skillgap.model import Quantity, Texts

SMALL = Path(__file__).parents[1] / "cases" / "valid" / "small"
WHOLE = ("json", "csv", "sqlite")


@contextmanager
def exported(kind: Exported, content: Content) -> Iterator[tuple[Path, Export]]:
    with tempfile.TemporaryDirectory() as made:
        place = Path(made) / "made"
        export = export_catalogue(kind, content)
        if export.write is not None:
            export.write(place)
        else:
            place.mkdir()
            for name, piece in export.files or ():
                assert name in export.names
                with (place / name).open("a", encoding="utf-8", newline="") as file:
                    file.write(piece)
        yield place, export


def through(kind: Exported, content: Content) -> Content:
    with exported(kind, content) as (place, _export):
        name = "esco" if kind == "esco-csv" else kind
        return import_taxonomy(name, [place], "2026-11-24").content  # type: ignore[arg-type]


@cache
def bundled() -> Content:
    return read_content(bundled_folder())


@pytest.mark.parametrize("kind", WHOLE)
def test_the_bundled_catalogue_comes_back_whole(kind: Exported) -> None:
    assert through(kind, bundled()) == bundled()


@pytest.mark.parametrize("kind", WHOLE)
@settings(deadline=None, max_examples=25)
@given(content=contents())
def test_any_catalogue_comes_back_whole(kind: Exported, content: Content) -> None:
    assert through(kind, content) == content


@pytest.mark.parametrize("kind", WHOLE)
def test_everything_is_counted_as_kept(kind: Exported) -> None:
    counted = export_catalogue(kind, bundled()).counted
    rows = {sheet.name: len(list(rows)) for sheet, rows in tables_of(bundled())}
    assert {one.name: one.kept for one in counted} == {
        k: n for k, n in rows.items() if n
    }
    assert all(one.rows == one.kept for one in counted)


@settings(deadline=None, max_examples=25)
@given(contents())
def test_what_is_generated_is_a_catalogue(content: Content) -> None:
    with tempfile.TemporaryDirectory() as made:
        for name, text in yaml_files(content):
            (Path(made) / name).write_text(text, encoding="utf-8")
        assert read_content(Path(made)) == content


@given(st.text(st.sampled_from("='+-@ \n\\na|\u00e9\t"), min_size=1))
def test_a_cell_never_runs_and_comes_back(text: str) -> None:
    written = cell(text)
    assert not written.lstrip(" \n").startswith(("=", "+", "-", "@"))
    assert value_of(written, "text") == text
    several = [text, *ODD]
    assert value_of(cell(several), "texts") == several  # type: ignore[arg-type]


def carried(content: Content) -> tuple[object, ...]:
    """What ESCO can carry, by plain words: records by their labels."""
    skills = {one.id: one for one in content.skills if on_one_line(one.label.en or "")}
    owned: dict[str, str] = {}
    for one in skills.values():
        owned.setdefault(one.uri or one.id, one.id)
    work = []
    own: set[str] = set()
    for one in content.occupations:
        asked = [
            (on_one_line(skills[r.skill].label.en or ""), r.relation)
            for r in one.requirements
            if r.skill in skills
        ]
        if not on_one_line(one.title.en or "") or not asked:
            continue
        uri = one.uris[0] if one.uris and one.uris[0] not in own else None
        own.add(uri or "")
        group = one.field if (one.field or "").startswith("isco-") else None
        names = _names(one.title, one.alternative_titles, folded=False)
        work.append((names, uri, group, sorted(asked, key=lambda pair: pair[1])))
    return (
        [
            (
                _names(one.label, one.alternative_labels, folded=True),
                "technical" if one.kind == "tool" else one.kind,
                {
                    on_one_line(skills[b].label.en or "")
                    for b in one.broader
                    if b in skills
                },
                one.uri if owned[one.uri or one.id] == one.id else None,
            )
            for one in skills.values()
        ],
        work,
    )


def _names(
    preferred: Text, others: Texts, *, folded: bool
) -> tuple[str, str | None, list[str], list[str]]:
    """Names on one line each, without those that say the same again."""
    english, french = on_one_line(preferred.en or ""), on_one_line(preferred.fr or "")
    seen = {label_key(name) for name in (english, french)}
    kept: dict[str, list[str]] = {"en": [], "fr": []}
    for language in ("en", "fr") if french else ("en",):
        titles = list(dict.fromkeys(map(on_one_line, getattr(others, language))))
        for name in titles:
            if folded and label_key(name) not in seen:
                seen.add(label_key(name))
                kept[language].append(name)
            elif not folded and name not in ((english, french)[language == "fr"], ""):
                kept[language].append(name)
    return english, french or None, kept["en"], kept["fr"]


def test_esco_carries_skills_and_what_work_asks_for() -> None:
    assert carried(through("esco-csv", bundled())) == carried(bundled())


@settings(deadline=None, max_examples=25)
@given(contents())
def test_any_catalogue_comes_back_from_esco_as_far_as_it_goes(content: Content) -> None:
    again = through("esco-csv", content)
    assert carried(again) == carried(content)
    assert through("esco-csv", again) == again


def test_what_esco_has_no_place_for_is_counted() -> None:
    with exported("esco-csv", read_content(SMALL)) as (_place, export):
        counted = {one.name: (one.rows, one.kept) for one in export.counted}
    for table in ("credentials", "issuers", "catalogue"):
        assert counted[table][1] == 0
    assert counted["occupations: wage"][1] == 0
    assert not [name for name in counted if name.split(": ")[-1] in CARRIED["fields"]]
    for one in export.counted:
        assert one.rows == one.kept + sum(each.rows for each in one.dropped)


def read_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_fault_in_an_edited_table_has_its_place(tmp_path: Path) -> None:
    with exported("csv", read_content(SMALL)) as (place, _export):
        path = place / "skills.csv"
        rows = read_rows(path)
        rows[2][rows[0].index("kind")] = "craft"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        line = 1 + sum(str(row).count("\\n") + 1 for row in rows[1:3])
        with pytest.raises(DataError) as caught:
            import_taxonomy("csv", [place], "2026-11-24")
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (str(path), line)
    assert problem.message.startswith("craft is none of technical")
    del tmp_path


@pytest.mark.parametrize("kind", ["json", "sqlite"])
def test_another_file_is_refused(kind: Exported, tmp_path: Path) -> None:
    for data in (b"", b"{}", b"[1]", b"\x00" * 4096, b'{"form": "other"}'):
        path = tmp_path / "other"
        path.write_bytes(data)
        with pytest.raises(DataError):
            import_taxonomy(kind, [path], "2026-11-24")  # type: ignore[arg-type]


def test_rows_in_another_order_come_back_by_their_position() -> None:
    content = read_content(SMALL)
    with exported("csv", content) as (place, _export):
        for path in place.iterdir():
            if "_" in path.stem and path.stem != "longer_programs":
                rows = read_rows(path)
                with path.open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file).writerows([rows[0], *reversed(rows[1:])])
        assert import_taxonomy("csv", [place], "2026-11-24").content == content


def offers_of(content: Content) -> list[tuple[object, ...]]:
    """What CTDL carries of each credential, by plain words."""
    labels = {one.id: one.label for one in content.skills}
    return [
        (
            one.id,
            _line(one.name),
            one.issuer.id,
            _line(one.issuer.name),
            "industry_certification" if one.kind == "safety_certificate" else one.kind,
            one.field,
            _closed(one.hours),
            _closed(one.weeks),
            _closed(one.cost),
            one.delivery,
            one.languages,
            one.status if one.status in ("current", "retired") else "unknown",
            on_one_line(one.prerequisites.text or ""),
            one.validity_years,
            one.source.url,
            [(each.skill, _line(labels[each.skill])) for each in one.develops],
        )
        for one in content.credentials
    ]


def _line(text: Text) -> Text:
    english, french = on_one_line(text.en or ""), on_one_line(text.fr or "")
    return Text(english or None, french or None)


def _closed(quantity: Quantity | None) -> tuple[object, ...] | None:
    """A number or both ends; a range with one end is as unknown as none."""
    if quantity is None or quantity.value is None:
        return None
    if quantity.basis != "range" or quantity.low == quantity.high:
        return quantity.value, quantity.unit
    if quantity.low is None or quantity.high is None:
        return None
    return quantity.low, quantity.high, quantity.unit


def offers_read(content: Content) -> list[tuple[object, ...]]:
    from skillgap.formats.ctdl import read_ctdl

    with exported("ctdl", content) as (place, _export):
        offers = read_ctdl([place]).offers
    return [
        (
            one.id,
            one.name,
            one.issuer_id,
            one.issuer,
            one.kind,
            one.field,
            _closed(one.hours),
            _closed(one.weeks),
            _closed(one.cost),
            one.delivery,
            one.languages,
            one.status,
            one.prerequisites or "",
            one.validity_years,
            one.page,
            [
                (id_in(each.address or "", "skill"), each.label)
                for each in one.competencies
            ],
        )
        for one in offers
    ]


def test_ctdl_carries_credentials_and_what_they_teach() -> None:
    assert offers_read(bundled()) == offers_of(bundled())


@settings(deadline=None, max_examples=25)
@given(contents())
def test_any_credential_comes_back_from_ctdl_as_far_as_it_goes(
    content: Content,
) -> None:
    if content.credentials:
        assert offers_read(content) == offers_of(content)


def test_what_ctdl_has_no_place_for_is_counted() -> None:
    for one in export_catalogue("ctdl", bundled()).counted:
        assert one.rows == one.kept + sum(each.rows for each in one.dropped)
