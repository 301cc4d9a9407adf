"""Open Badges and learner records become awards, with what they prove."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from formats.made_files import badge, baked, old_badge, png, signed
from skillgap.errors import DataError
from skillgap.formats import Imported, read_content
from skillgap.formats.aligned import claims_of_awards
from skillgap.formats.found import with_skills
from skillgap.model import Alignment, AwardedCredential, Evidence

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue


def read(content: object, name: str = "badge.json") -> Imported:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return read_content(data, Path(name))


def refused(content: object) -> str:
    with pytest.raises(DataError) as caught:
        read(content)
    return caught.value.problems[0].message


def test_a_badge_of_version_3_is_an_award() -> None:
    assert read(badge()).awards == (
        AwardedCredential(
            name="Kitchen Basics",
            issuer="Example Academy",
            awarded="2024-05-31",
            expires="2027-05-31",
            alignments=(
                Alignment(
                    "preparing meals",
                    "ESCO",
                    "S1",
                    "https://example.org/esco/meal-preparation",
                ),
            ),
            verification="not_checked",
            verification_reason="it is not signed",
        ),
    )


def test_a_badge_of_version_2_is_an_award() -> None:
    (award,) = read(old_badge()).awards
    assert award[:4] == ("Robotics Badge", "Example Makers", "2016-12-31", "2017-06-30")
    assert award.verification_reason == (
        "the issuer keeps the proof online; nothing is fetched"
    )


def test_expiry_is_told_by_the_date_and_unknown_where_there_is_none() -> None:
    (award,) = read(badge()).awards
    assert award.is_expired("2027-05-31") is False
    assert award.is_expired("2027-06-01") is True
    assert award._replace(expires="2027").is_expired("2027-12-31") is False
    assert award._replace(expires=None).is_expired("2027-12-31") is None


def test_an_award_taken_back_is_failed() -> None:
    (award,) = read(old_badge(revoked=True)).awards
    assert award.verification == "failed"
    (award,) = read(signed({"vc": badge(revoked=True)}).encode()).awards
    assert award.verification == "failed"


def test_an_alignment_by_address_is_the_skill_itself(shelf: Catalogue) -> None:
    (claim,) = claims_of_awards(read(badge()).awards, shelf)
    assert claim.skill == "meal-preparation"
    assert claim.phrase == "preparing meals"
    assert claim.evidence == (Evidence("credential", "Kitchen Basics", "2024-05-31"),)


def test_an_alignment_unknown_by_address_is_a_phrase_and_work_is_none(
    shelf: Catalogue,
) -> None:
    alignments = (
        Alignment("Flambé", url="https://example.org/other"),
        Alignment("Cook", url="http://data.europa.eu/esco/occupation/1"),
    )
    (claim,) = claims_of_awards([AwardedCredential("A", alignments=alignments)], shelf)
    assert (claim.phrase, claim.skill) == ("Flambé", None)


def test_tags_that_name_a_skill_are_found(shelf: Catalogue) -> None:
    imported = with_skills(read(old_badge()), shelf)
    assert [claim.skill for claim in imported.claims] == ["welding"]
    assert imported.lines == ()


@pytest.mark.parametrize("keyword", [b"openbadges", b"openbadgecredential"])
def test_a_badge_baked_into_a_png_is_read(keyword: bytes) -> None:
    assert read(baked(json.dumps(badge()), keyword)).awards == read(badge()).awards


def test_a_compressed_and_an_old_chunk_are_read() -> None:
    text = zlib.compress(json.dumps(badge()).encode())
    compressed = png((b"iTXt", b"openbadges\0\1\0\0\0" + text))
    assert read(compressed).awards == read(badge()).awards
    old = png((b"tEXt", b"openbadges\0" + json.dumps(badge()).encode()))
    assert read(old).awards == read(badge()).awards
    packed = png((b"zTXt", b"openbadges\0\0" + text))
    assert read(packed).awards == read(badge()).awards


@pytest.mark.parametrize(
    "element",
    [
        "<o:credential><![CDATA[{json}]]></o:credential>",
        '<o:credential verify="{jwt}"/>',
    ],
)
def test_a_badge_baked_into_an_svg_is_read(element: str) -> None:
    filled = element.replace("{json}", json.dumps(badge())).replace(
        "{jwt}", signed({"vc": badge()})
    )
    svg = f'<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0">{filled}</svg>'
    assert [award.name for award in read(svg.encode()).awards] == ["Kitchen Basics"]


def test_pictures_without_a_badge_are_refused() -> None:
    assert refused(png()) == "no badge is baked into the picture"
    assert refused(b"<svg></svg>") == "no badge is baked into the picture"
    assert refused(b"\x89PNG\r\n\x1a\n") == "no badge is baked into the picture"


def test_a_compressed_bomb_is_refused() -> None:
    bomb = zlib.compress(b" " * (9 * 1024 * 1024))
    picture = png((b"iTXt", b"openbadges\0\1\0\0\0" + bomb))
    assert refused(picture) == "the badge in the picture is larger than 8 MB"
    assert refused(png((b"iTXt", b"openbadges\0\1\0\0\0junk"))) == (
        "the badge in the picture is damaged"
    )


def test_what_is_only_linked_is_not_fetched() -> None:
    assert refused(old_badge(badge="https://example.org/b")) == (
        "the file only names the address of what was awarded: https://example.org/b"
    )
    assert refused(baked("https://example.org/assertion")) == (
        "the picture holds only the address of its badge; nothing is fetched"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            {"@context": "x", "type": "BadgeClass", "name": "A"},
            "the file defines a badge; it is not one awarded to a person",
        ),
        (
            {"@context": "x", "type": "Issuer", "name": "A"},
            "the file is no badge: it does not say what was awarded",
        ),
        (
            badge(credentialSubject={"id": "x"}, name="Degree"),
            "the credential does not say what was achieved",
        ),
        ({"@context": []}, "the file is no badge: it does not say what was awarded"),
    ],
)
def test_what_is_no_award_is_refused(content: object, message: str) -> None:
    assert refused(content) == message


def test_a_learner_record_gives_each_of_its_credentials() -> None:
    record = {
        "@context": [],
        "type": ["VerifiableCredential", "ClrCredential"],
        "credentialSubject": {
            "type": ["ClrSubject"],
            "verifiableCredential": [
                badge(),
                signed({"vc": badge(issuer="Example Two")}),
                badge(credentialSubject={"id": "x"}),
                7,
            ],
        },
        "proof": {"type": "DataIntegrityProof"},
    }
    imported = read(record)
    assert imported.format == "clr"
    assert [award.issuer for award in imported.awards] == [
        "Example Academy",
        "Example Two",
    ]
    assert imported.awards[0].verification_reason == (
        "its embedded proof needs a key that is not in the file"
    )
    (note,) = imported.notes
    assert note.severity == "warning"
    assert note.message == "the credential does not say what was achieved"


def test_records_within_records_end() -> None:
    record: dict[str, Any] = badge()
    for _level in range(9):
        record = {
            "@context": [],
            "type": "VerifiablePresentation",
            "verifiableCredential": [record],
        }
    assert refused(record) == "the file is no badge: it does not say what was awarded"


def test_names_are_kept_as_text() -> None:
    name = "[red]Chef[/red] \x1b[31m<b>=cmd()"
    changed = badge()
    changed["credentialSubject"]["achievement"]["name"] = f"{name}\n{'x' * 500}"
    (award,) = read(changed).awards
    assert award.name.startswith(f"{name} xxx")
    assert len(award.name) == 200
