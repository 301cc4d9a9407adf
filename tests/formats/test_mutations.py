"""However a file is damaged, reading it gives a result or a clear refusal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats.made_files import (
    badge,
    baked,
    docx,
    old_badge,
    outcome,
    paragraph,
    signed,
    zipped,
)
from formats.test_resumes import (
    EUROPASS_JSON,
    EUROPASS_OLD,
    EUROPASS_XML,
    LINKEDIN,
    RESUME,
)
from skillgap.formats import Imported
from skillgap.formats.found import with_skills

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

SEEDS = {
    "cv.txt": b"SKILLS\nExcel, R (advanced)\nWORK\nJan 2019 - now\n- No SAP\n",
    "cv.md": b"# Skills\n- **Excel**, [SAP](x)\n",
    "cv.docx": docx(paragraph("Excel", "<w:numPr/>") + paragraph("SAP")),
    "resume.json": json.dumps(RESUME).encode(),
    "badge.json": json.dumps(badge()).encode(),
    "old.json": json.dumps(old_badge()).encode(),
    "badge.png": baked(json.dumps(badge())),
    "badge.jwt": signed({"vc": badge()}).encode(),
    "europass.xml": EUROPASS_XML.encode(),
    "old.xml": EUROPASS_OLD.encode(),
    "europass.json": json.dumps(EUROPASS_JSON).encode(),
    "linkedin.zip": zipped(dict(LINKEDIN)),
    "Skills.csv": b"Name\nExcel\n",
}


@st.composite
def damages(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with a few of them changed, removed, repeated or put in."""
    made = bytearray(data)
    for _time in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, max(0, len(made) - 1)))
        end = min(len(made), place + draw(st.integers(0, 12)))
        made[place:end] = draw(
            st.one_of(
                st.binary(max_size=6),
                st.sampled_from(
                    [b"", b"[]", b"{}", b"null", b'"', b"<", b"\0", b"9" * 30]
                ),
                st.just(bytes(made[place:end]) * 2),
            )
        )
    return bytes(made)


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(
    name: str, data: st.DataObject, shelf: Catalogue
) -> None:
    read = outcome(data.draw(damages(SEEDS[name])), name)
    assert read
    if isinstance(read, Imported):
        with_skills(read, shelf)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("@context", "type", "vc", "badge", "name", "issuer", "alignment"),
                    *(
                        "credentialSubject",
                        "achievement",
                        "verifiableCredential",
                        "skills",
                    ),
                    *(
                        "work",
                        "basics",
                        "keywords",
                        "level",
                        "certificates",
                        "languages",
                    ),
                    *(
                        "SkillsPassport",
                        "LearnerInfo",
                        "Skills",
                        "WorkExperience",
                        "Period",
                    ),
                    *("To", "Year", "employmentHistories", "certifications", "proof"),
                    *(
                        "learnerRecord",
                        "payload",
                        "data",
                        "verifications",
                        "highlights",
                    ),
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@settings(max_examples=300)
@given(value=values)
def test_json_of_any_shape_is_read_or_refused(value: object) -> None:
    assert outcome(json.dumps(value).encode(), "a.json")


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300))
def test_any_text_is_searched(text: str, shelf: Catalogue) -> None:
    read = outcome(f"SKILLS\n{text}".encode("utf-8", "surrogatepass"), "cv.txt")
    assert read
    if isinstance(read, Imported):
        with_skills(read, shelf)
