"""What the bundled catalogue's everyday words add to skills that were imported."""

from __future__ import annotations

from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from skillgap.catalogue import bundled_folder, load_catalogue
from skillgap.catalogue.tables.about import About
from skillgap.catalogue.written import Content
from skillgap.formats.everyday import lend_labels
from skillgap.formats.intake import Intake
from skillgap.formats.oasis import SAME
from skillgap.formats.sheets import header_of
from skillgap.model import Skill, Text, Texts
from skillgap.normalise import label_key

OASIS = Path(__file__).parents[4] / "shared" / "taxonomies" / "oasis-2023"
ABOUT = About("made-up", Text("Made up", None), "2026-01-01", "EUR", "Europe")


def taxonomy(*skills: Skill) -> Intake:
    return Intake(Content(ABOUT, skills, ()), ())


def lent(
    imported: tuple[Skill, ...],
    known: tuple[Skill, ...],
    same: dict[str, str] | None = None,
) -> dict[str, Skill]:
    """The skills after the lending, by id."""
    intake = lend_labels(taxonomy(*imported), known, "2026-11-23", same or {})
    return {each.id: each for each in intake.content.skills}


def test_a_skill_with_the_same_address_lends_its_labels() -> None:
    official = Skill(
        "use-spreadsheets-software",
        Text("use spreadsheets software", "utiliser un tableur"),
        "technical",
        Texts(("spreadsheet programs",)),
        uri="http://example.org/1",
    )
    known = Skill(
        "excel",
        Text("Excel", "Excel"),
        "tool",
        Texts(("pivot tables", "Spreadsheet program"), ("tableau croisé",)),
        uri="http://example.org/1",
    )
    (skill,) = lent((official,), (known,)).values()
    assert skill == official._replace(
        alternative_labels=Texts(
            ("spreadsheet programs", "Excel", "pivot tables"), ("tableau croisé",)
        )
    )


def test_one_with_the_same_label_gives_its_french_name_too() -> None:
    official = Skill("critical-thinking", Text("Critical Thinking", None), "technical")
    known = Skill(
        "thinking",
        Text("Critical thinking", "Pensée critique"),
        "transferable",
        Texts(("thinking things through",), ("réfléchir",)),
    )
    (skill,) = lent((official,), (known,)).values()
    assert skill.label == Text("Critical Thinking", "Pensée critique")
    assert skill.alternative_labels == Texts(
        ("thinking things through",), ("réfléchir",)
    )
    assert skill.kind == "technical"


def test_two_addresses_are_two_skills() -> None:
    official = Skill("a", Text("Baking", None), "technical", uri="http://example.org/1")
    known = Skill(
        "b",
        Text("Baking", None),
        "technical",
        Texts(("making bread",)),
        uri="http://example.org/2",
    )
    assert lent((official,), (known,)) == {"a": official}


def test_what_a_taxonomy_calls_otherwise_is_told() -> None:
    official = Skill("clerical", Text("Clerical", None), "knowledge")
    known = Skill("office", Text("Office work", "Bureau"), "technical")
    assert lent((official,), (known,)) == {"clerical": official}
    (skill,) = lent((official,), (known,), {"office": "Clerical"}).values()
    assert skill.alternative_labels == Texts(("Office work",), ("Bureau",))


def test_narrower_skills_come_along_below_the_nearest_that_is_taken() -> None:
    official = Skill("computing", Text("Computing", None), "knowledge")
    known = (
        Skill("pandas", Text("pandas", "pandas"), "tool", broader=("scripting",)),
        Skill("scripting", Text("Scripting", None), "technical", broader=("between",)),
        Skill("between", Text("Computings", None), "technical", broader=("computer",)),
        Skill("computer", Text("Computing", None), "knowledge"),
        Skill("sewing", Text("Sewing", None), "technical"),
    )
    skills = lent((official,), known)
    assert {id_: each.broader for id_, each in skills.items()} == {
        "computing": (),
        "pandas": ("scripting",),
        "scripting": ("computing",),
    }


def test_a_label_that_the_source_has_stays_where_it_is() -> None:
    official = (
        Skill("accounting", Text("accounting", None), "knowledge", Texts(("books",))),
        Skill("ledgers", Text("ledgers", None), "knowledge"),
    )
    known = (
        Skill("accounts", Text("Accounting", None), "knowledge", Texts(("ledger",))),
        Skill(
            *("books", Text("Books", "Livres"), "technical"),
            Texts(("doing the books",)),
            ("accounts",),
        ),
    )
    skills = lent(official, known)
    assert set(skills) == {"accounting", "ledgers"}
    # The source calls the broader skill by the narrower one's name: all its words do.
    assert skills["accounting"].alternative_labels == Texts(
        ("books", "doing the books"), ("Livres",)
    )
    assert skills["ledgers"] == official[1]


def test_it_is_accounted_for_and_attributed() -> None:
    official = Skill("baking", Text("baking", None), "technical")
    known = (
        Skill(
            *("bread", Text("Baking", "Boulangerie"), "technical"),
            Texts(("bakings", "making bread")),
        ),
        Skill("sewing", Text("Sewing", "Couture"), "technical"),
    )
    intake = lend_labels(taxonomy(official), known, "2026-11-23", {})
    skills, labels = intake.counted
    assert (skills.rows, skills.kept) == (2, 1)
    assert [(each.rows, each.example) for each in skills.dropped] == [(1, "Sewing")]
    assert (labels.rows, labels.kept) == (4, 2)
    assert [(each.rows, each.example) for each in labels.dropped] == [(2, "Baking")]
    (source,) = intake.content.about.sources
    assert (source.id, source.licence, source.as_of) == (
        *("skillgap", "CC BY 4.0"),
        "2026-11-23",
    )
    (note,) = intake.notes
    assert "--no-everyday" in note
    nothing = lend_labels(taxonomy(official), known[1:], "2026-11-23", {})
    assert nothing == taxonomy(official)


WORDS = st.sampled_from(["bake", "Bakes", "sew", "drive", "paint", "carve", "knit"])


@st.composite
def catalogues(draw: st.DrawFn, prefix: str) -> tuple[Skill, ...]:
    """Skills of which no two share a label; each is broader than some later ones."""
    taken: set[str] = set()
    made: list[Skill] = []
    for number in range(draw(st.integers(0, 5))):
        labels = [
            label
            for label in draw(st.lists(WORDS, min_size=1, max_size=3))
            if not (label_key(label) in taken or taken.add(label_key(label)))  # type: ignore[func-returns-value]
        ]
        if not labels:
            continue
        broader = draw(st.sets(st.sampled_from([s.id for s in made]))) if made else ()
        uri = draw(st.sampled_from([None, "http://example.org/1"]))
        if any(uri and each.uri == uri for each in made):
            uri = None
        own, *others = labels
        made.append(
            Skill(
                f"{prefix}{number}",
                Text(own, None),
                "technical",
                Texts(tuple(others)),
                tuple(sorted(broader)),
                uri,
            )
        )
    return tuple(made)


@given(catalogues("a"), catalogues("b"))
def test_no_label_stands_on_two_and_none_of_the_source_moves(
    imported: tuple[Skill, ...], known: tuple[Skill, ...]
) -> None:
    skills = lent(imported, known)
    owners: dict[str, str] = {}
    for each in skills.values():
        for label in (*each.label, *each.alternative_labels.en):
            if label:
                assert owners.setdefault(label_key(label), each.id) == each.id
        assert set(each.broader) <= set(skills) - {each.id}
    for each in imported:
        for label in (each.label.en or "", *each.alternative_labels.en):
            assert owners[label_key(label)] == each.id
        assert skills[each.id].broader == each.broader


def test_every_pair_that_was_judged_is_there() -> None:
    known = {each.id: each for each in load_catalogue(bundled_folder()).all_skills()}
    assert SAME.keys() <= known.keys()
    if not OASIS.is_dir():
        pytest.skip("the files as published are not here")
    names = {
        label_key(name)
        for file in ("skills_oasis_2023_v1.0.csv", "knowledges_oasis_2023_v1.0.csv")
        for name in header_of(OASIS / file)
    }
    assert {label_key(name) for name in SAME.values()} <= names
