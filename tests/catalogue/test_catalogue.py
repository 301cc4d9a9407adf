"""What a catalogue answers, on the small invented one."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from skillgap.catalogue import Named, load_catalogue
from skillgap.model import Quantity, Requirement, Text

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue import Catalogue


def test_it_says_what_it_is(small: Catalogue) -> None:
    info = small.info
    assert info[:5] == (
        "small",
        Text("Smallville", "Petiteville"),
        "2026-11-01",
        "CAD",
        "Smallville",
    )
    assert info.fingerprint.startswith("sha256:")
    assert len(info.fingerprint) == len("sha256:") + 64


def test_records_are_found_by_id(small: Catalogue) -> None:
    assert small.skill("c-plus-plus").label == Text("C++", "C++")
    assert small.occupation("pay-clerks").noc == "93002"
    assert small.credential("payroll-law").issuer.name.en == "Example College"
    assert [skill.id for skill in small.skills(["sql", "c"])] == ["sql", "c"]
    for find in (small.skill, small.occupation, small.credential, small.total_points):
        with pytest.raises(KeyError):
            find("none")


def test_all_records_come_by_id(small: Catalogue) -> None:
    occupations = ["gas-pipers", "ledger-keepers", "pay-clerks", "programmers"]
    assert [o.id for o in small.all_occupations()] == occupations
    assert len(small.all_skills()) == 13
    credentials = [credential.id for credential in small.all_credentials()]
    assert credentials == sorted(credentials)
    assert len(credentials) == 8
    assert [issuer.id for issuer in small.issuers()] == [
        "example-college",
        "example-vendor",
    ]
    assert [field.id for field in small.fields()] == [
        "accounting",
        "computing",
        "trades",
    ]
    assert [basis.id for basis in small.bases()] == ["invented_duties", "maintainer"]
    assert [source.licence for source in small.sources()] == ["CC0 1.0"]


def test_broader_skills_are_found_at_any_distance(small: Catalogue) -> None:
    assert small.ancestors("bank-reconciliation") == {
        "account-reconciliation",
        "bookkeeping",
    }
    assert small.ancestors("bookkeeping") == frozenset()
    assert small.descendants("bookkeeping") == {
        "account-reconciliation",
        "accounts-payable",
        "bank-reconciliation",
    }


def test_a_narrower_skill_teaches_its_broader_ones_never_the_reverse(
    small: Catalogue,
) -> None:
    assert [c.id for c in small.teaching(["account-reconciliation"])] == [
        "advanced-bookkeeping",
        "bank-reconciliation-workshop",
    ]
    assert [c.id for c in small.teaching(["bank-reconciliation"])] == [
        "bank-reconciliation-workshop"
    ]
    assert small.teaching(["gas-piping"]) == ()
    assert small.teaching([]) == ()


def test_labels_are_found_by_their_key(small: Catalogue) -> None:
    assert small.labels_named("paying bill") == (
        Named("accounts-payable", "paying bills", "en", preferred=False),
    )
    assert small.labels_named("java") == (
        Named("java", "Java", "en", preferred=True),
        Named("java", "Java", "fr", preferred=True),
    )
    assert small.labels_named("c++")[0].id == "c-plus-plus"
    assert {named.id for named in small.labels_named("c")} == {"c"}
    assert small.labels_named("none") == ()


def test_a_title_may_stand_on_two_occupations(small: Catalogue) -> None:
    assert [named.id for named in small.titles_named("clerk")] == [
        "ledger-keepers",
        "pay-clerks",
    ]
    assert [o.id for o in small.occupations_coded("92004")] == ["gas-pipers"]
    assert [o.id for o in small.occupations_coded("9200")] == [
        "gas-pipers",
        "ledger-keepers",
    ]
    assert small.occupations_coded("00000") == ()
    assert small.occupations_coded("920040") == ()


def test_every_label_is_there_for_spelling(small: Catalogue) -> None:
    labels = list(small.every_label())
    assert len(labels) == small.counts()["labels"]
    assert ("sql", Named("sql", "SQL", "en", preferred=True)) in labels
    titles = [key for key, _ in small.every_title()]
    assert "software developer" in titles


def test_requirements_are_found_by_skill(small: Catalogue) -> None:
    assert small.requirements_of(["payroll-legislation", "sql"]) == (
        (
            "ledger-keepers",
            Requirement("payroll-legislation", "optional", 3, None, "maintainer"),
        ),
        (
            "pay-clerks",
            Requirement("payroll-legislation", "essential", 5, 4, "invented_duties"),
        ),
        ("programmers", Requirement("sql", "essential", 4, None, "invented_duties")),
    )


def test_total_points_are_sixty_for_each_doubled_weight(small: Catalogue) -> None:
    assert small.total_points("gas-pipers") == 60 * (2 * 5 + 2 * 3)
    assert small.total_points("pay-clerks") == 60 * (2 * 5 + 2 * 4 + 2)


def test_quantities_keep_what_was_published(small: Catalogue) -> None:
    assert small.credential("intro-bookkeeping").hours == Quantity(42, "h", "stated")
    assert small.credential("advanced-bookkeeping").hours == Quantity(
        60, "h", "range", 30, 60
    )
    assert small.credential("payroll-law").hours == Quantity(40, "h", "range", 40, None)
    assert small.credential("java-programmer").cost == Quantity(245, "USD", "stated")
    unknown = small.credential("data-queries")
    assert unknown.hours == Quantity(None, "h", "unknown")
    assert unknown.cost == Quantity(None, "CAD", "unknown")
    assert small.credential("bank-reconciliation-workshop").cost.value == 0


def test_absent_stays_unknown(small: Catalogue) -> None:
    assert small.occupation("gas-pipers").in_demand is None
    assert small.occupation("pay-clerks").in_demand is False
    assert small.credential("data-queries").osap == "unknown"
    assert small.credential("bank-reconciliation-workshop").osap == "no"
    assert small.credential("data-queries").status == "unknown"


def test_longer_programs_and_funding(small_folder: Path) -> None:
    catalogue = load_catalogue(small_folder.parent / "everything")
    (program,) = catalogue.longer_programs()
    assert program.credential.id == "office-diploma"
    assert program.credential.develops == ()
    assert program.why_longer == Text("900 hours", "900 heures")
    (grant,) = catalogue.funding()
    assert (grant.rules[0].min, grant.rules[0].max) == (5, 300)
    assert grant.rules[0].disagrees[0].text.en == "at least 6 hours"


def test_texts_that_yaml_would_guess_wrong_stay_as_written(small_folder: Path) -> None:
    catalogue = load_catalogue(small_folder.parent / "everything")
    labels = catalogue.skill("archiving").alternative_labels.en
    assert labels == ("no", "012", "2026-11-23", "A: B")
    assert catalogue.occupation("clerks").noc == "04001"
    assert catalogue.credential("filing-course").source.as_of == "2018"


COMPILED_NEEDS_NO = {"yaml", "hashlib", "rapidfuzz", "skillgap.catalogue.tables"}


def test_opening_what_is_compiled_imports_nothing_that_compiles(
    small_folder: Path, tmp_path: Path
) -> None:
    import os

    for path in small_folder.iterdir():
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        os.utime(copy, ns=(0, 0))
    code = (
        "import sys; from pathlib import Path;"
        "from skillgap.catalogue import load_catalogue;"
        "from skillgap.catalogue import cache; cache._RACY_NS = -10**18;"
        "load_catalogue(Path(sys.argv[1]), cache=Path(sys.argv[2]));"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path), str(tmp_path / "cache")]
    runs = [
        set(
            subprocess.run(
                command, check=True, capture_output=True, text=True
            ).stdout.split()
        )
        for _ in range(2)
    ]
    assert runs[0] >= COMPILED_NEEDS_NO - {"rapidfuzz"}
    assert runs[1] & COMPILED_NEEDS_NO == set()
