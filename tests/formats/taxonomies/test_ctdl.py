"""CTDL's JSON-LD read as offers, with its quirks; every text is invented."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.formats.taxonomies.published import REAL

from skillgap.errors import DataError
from skillgap.formats.ctdl import read_ctdl
from skillgap.formats.ctdl_terms import urn
from skillgap.formats.offers import Competency
from skillgap.model import Quantity, Text

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.formats.offers import Offer, Offers

CERTIFICATE: dict[str, Any] = {
    "@id": "https://x.example/resources/ce-1",
    "@type": "ceterms:Certificate",
    "ceterms:ctid": "ce-1",
    "ceterms:name": {"en-US": " Tea  brewing ", "fr-CA": "Infusion du thé"},
    "ceterms:description": {"en": "How to brew."},
    "ceterms:ownedBy": ["https://x.example/resources/ce-org"],
    "ceterms:subjectWebpage": "https://tea.example/brewing",
    "ceterms:inLanguage": ["en-US", "French", "Klingon"],
    "ceterms:credentialStatusType": [
        {
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:targetNode": "credentialStat:Active",
        }
    ],
    "ceterms:estimatedCost": [
        {
            "@type": "ceterms:CostProfile",
            "ceterms:price": 200,
            "ceterms:currency": "CAD",
        },
        {"ceterms:price": "300.5", "ceterms:currency": "Canadian Dollars"},
        {"ceterms:price": 9, "ceterms:currency": "dollars"},
        {"ceterms:name": "books", "ceterms:costDetails": "https://tea.example"},
    ],
    "ceterms:estimatedDuration": [
        {"ceterms:exactDuration": "PT40H"},
        {"ceterms:minimumDuration": "P4W", "ceterms:maximumDuration": "P6W"},
        {"ceterms:description": {"en": "about a month"}},
    ],
    "ceterms:requires": [
        {
            "@type": "ceterms:ConditionProfile",
            "ceterms:description": "Be able to boil water.",
            "ceterms:targetCompetency": [{"ceterms:targetNodeName": "Boiling"}],
        }
    ],
    "ceterms:teaches": [
        {"ceterms:targetNode": "https://x.example/resources/ce-c"},
        {"ceterms:targetNodeName": {"en": "Listening"}},
        {"ceterms:targetNodeName": {"en": "listening"}},
    ],
    "ceterms:renewalFrequency": "P3Y",
}
ORGANISATION = {
    "@id": "https://x.example/resources/ce-org",
    "@type": "ceterms:CredentialOrganization",
    "ceterms:name": "Tea College",
}
COMPETENCY = {
    "@id": "https://x.example/resources/ce-c",
    "@type": "ceasn:Competency",
    "ceasn:CompetencyLabel": {"@language": "en-us", "@value": "Brewing"},
    "ceasn:competencyText": {"en": "Brew tea well."},
}


def read(folder: Path, *records: Any, **options: Any) -> Offers:  # noqa: ANN401 - any JSON
    for number, record in enumerate(records):
        text = record if isinstance(record, str) else json.dumps(record)
        (folder / f"{number}.json").write_text(text, "utf-8")
    return read_ctdl([folder], **options)


def one(read: Offers) -> Offer:
    (offer,) = read.offers
    return offer


def dropped(read: Offers) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in read.counted:
        for each in part.dropped:
            found[each.reason] = found.get(each.reason, 0) + each.rows
    return found


def test_a_credential_and_what_it_refers_to(tmp_path: Path) -> None:
    found = read(tmp_path, CERTIFICATE, {"@graph": [ORGANISATION, COMPETENCY]})
    offer = one(found)
    assert offer.name == Text("Tea brewing", "Infusion du thé")
    assert offer.issuer == Text("Tea College")
    assert offer.kind == "certificate"
    assert offer.page == "https://tea.example/brewing"
    assert offer.hours == Quantity(40, "h", "stated")
    assert offer.weeks == Quantity(6, "week", "range", 4, 6)
    assert offer.cost == Quantity(300.5, "CAD", "range", 200, 300.5)
    assert offer.competencies == (
        Competency(Text("Brewing"), "https://x.example/resources/ce-c"),
        Competency(Text("Listening")),
        Competency(Text("Boiling")),
    )
    assert offer.languages == ("en", "fr")
    assert (offer.status, offer.validity_years) == ("current", 3)
    assert offer.prerequisites == "Be able to boil water."
    assert dropped(found) == {
        "a competency: taken where a credential names it": 1,
        "an organisation: credentials are given its name": 1,
        "a cost without a price": 1,
        "a duration in words": 1,
        "another language": 1,
        "no currency": 1,
    }


@pytest.mark.parametrize(
    "wrapped",
    [
        [ORGANISATION, CERTIFICATE],
        {"@graph": [CERTIFICATE, ORGANISATION]},
        {"decoded_resource": {"@graph": [CERTIFICATE, ORGANISATION]}},
        {"resource": json.dumps({"@graph": [CERTIFICATE, ORGANISATION]})},
        f"{json.dumps(CERTIFICATE)}\n{json.dumps(ORGANISATION)}\n",
        f"[\n// by hand\n{json.dumps(CERTIFICATE)},\n{json.dumps(ORGANISATION)},\n]",
    ],
)
def test_records_are_found_however_they_are_wrapped(
    tmp_path: Path, wrapped: object
) -> None:
    assert one(read(tmp_path, wrapped)).issuer == Text("Tea College")


@pytest.mark.parametrize("prefix", ["ceterms:", "https://purl.org/ctdl/terms/", ""])
def test_terms_are_known_by_any_prefix(tmp_path: Path, prefix: str) -> None:
    record = {
        "@type": f"{prefix}MicroCredential",
        f"{prefix}name": "Tea",
        f"{prefix}offeredBy": {f"{prefix}name": "Tea College"},
        f"{prefix}deliveryType": [{f"{prefix}targetNode": "deliveryType:OnlineOnly"}],
    }
    offer = one(read(tmp_path, record))
    assert (offer.kind, offer.delivery) == ("micro_credential", "online")


def test_what_is_no_short_credential_is_counted(tmp_path: Path) -> None:
    types = ("BachelorDegree", "License", "Pathway", "skos:Concept")
    records = [{"@type": f"ceterms:{each}", "ceterms:name": each} for each in types]
    nameless = CERTIFICATE | {
        "ceterms:name": {"en": "*** NAME MISSING ***"},
        "@id": "2",
    }
    nameless |= {"ceterms:ctid": "ce-2"}
    ownerless = CERTIFICATE | {"ceterms:ownedBy": "https://no.example", "@id": "3"}
    ownerless |= {"ceterms:ctid": "ce-3"}
    found = read(
        tmp_path,
        [*records, {"Type": "x"}, nameless, ownerless, ORGANISATION],
        [CERTIFICATE, CERTIFICATE],
    )
    assert len(found.offers) == 1
    lost = dropped(found)
    assert lost["longer than a short credential"] == 1
    assert lost["granted by an authority, no course ends with it"] == 1
    assert lost["no credential and no learning opportunity"] == 3
    assert lost["no name"] == 1
    assert lost["stands there twice"] == 1
    assert (
        lost["no issuer whose name is in the files: --set issuer=NAME gives one"] == 1
    )
    named = read(tmp_path, ownerless, issuer="Leaf Guild")
    assert "Leaf Guild" in {each.issuer.en for each in named.offers}


def test_the_addresses_of_a_catalogue_of_ours_are_its_ids(tmp_path: Path) -> None:
    record = {
        "@id": urn("credential", "tea-brewing"),
        "@type": "ceterms:Course",
        "ceterms:name": "Brewing",
        "ceterms:ownedBy": [{"@id": urn("issuer", "tea-college"), "ceterms:name": "T"}],
        "ceterms:subject": [{"ceterms:targetNode": urn("field", "tea")}],
    }
    offer = one(read(tmp_path, record))
    assert (offer.id, offer.issuer_id, offer.field) == (
        "tea-brewing",
        "tea-college",
        "tea",
    )


def test_a_damaged_file_of_a_folder_is_named(tmp_path: Path) -> None:
    found = read(tmp_path, [CERTIFICATE, ORGANISATION], '{"@graph": [{"a": 1},')
    assert [each.name for each in found.unread] == ["1.json"]
    with pytest.raises(DataError, match="in the middle of a record"):
        read_ctdl([tmp_path / "1.json"])
    with pytest.raises(DataError, match="cannot be read"):
        read_ctdl([tmp_path / "none"])
    (tmp_path / "0.json").write_text("[]", "utf-8")
    with pytest.raises(DataError, match="no credential"):
        read_ctdl([tmp_path / "0.json"])


@pytest.mark.skipif(not REAL.is_dir(), reason="the files as published are not here")
def test_what_the_registry_publishes() -> None:
    found = read_ctdl([REAL / "ctdl"], issuer="not said")
    assert len(found.offers) == 54
    assert len(found.unread) == 3
    finance = next(o for o in found.offers if o.name.en == "Principles of Finance")
    assert finance.issuer.en == "Sophia Learning, LLC"
    assert len(finance.competencies) == 6
