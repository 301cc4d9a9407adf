"""Fingerprints of entries: of their content, all of it, and of nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.catalogue.entries import entry_fingerprint, find_entries
from skillgap.history.keeping import entries_used
from skillgap.model import (
    Alignment,
    AwardedCredential,
    Claim,
    Correction,
    Credential,
    Evidence,
    Learning,
    Profile,
)
from skillgap.model.plain import MisshapenError, as_plain, from_plain, schema_of
from skillgap.model.told import Told

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

TEXT = st.text(min_size=1, max_size=4)
MAYBE = st.none() | TEXT
EVIDENCE = st.builds(Evidence, TEXT, TEXT, MAYBE, st.none() | st.floats(1, 9))
CLAIM = st.builds(
    Claim, TEXT, st.none() | st.integers(1, 5), MAYBE, st.tuples(EVIDENCE), MAYBE
)
AWARD = st.builds(
    AwardedCredential, TEXT, MAYBE, alignments=st.tuples(st.builds(Alignment, MAYBE))
)
CORRECTION = st.builds(Correction, TEXT, TEXT, st.sampled_from(["confirmed"]))
LEARNING = st.builds(Learning, st.sampled_from(["book", "video"]), TEXT)
PROFILE = st.builds(
    Profile,
    st.tuples(CLAIM),
    st.tuples(AWARD),
    st.tuples(LEARNING),
    st.tuples(CORRECTION),
    budget=st.none() | st.floats(0, 9),
    language=st.sampled_from([None, "en", "fr"]),
)
TOLD = st.builds(
    Told,
    st.tuples(TEXT, TEXT),
    st.none() | PROFILE,
    st.tuples(CLAIM),
    st.tuples(AWARD),
    st.tuples(CORRECTION),
)


@given(TOLD)
def test_what_was_said_comes_back_as_it_was(told: Told) -> None:
    import jsonschema

    plain = as_plain(told)
    assert from_plain(Told, plain) == told
    jsonschema.validate(plain, schema_of(Told))


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ({"phrases": "x"}, "phrases"),
        ({"phrases": [1]}, "phrases[0]"),
        ({"claims": [{"phrase": "a", "level": "3"}]}, "claims[0].level"),
        ({"claims": [{"phrase": "a", "level": True}]}, "claims[0].level"),
        ({"claims": [{}]}, "claims[0].phrase"),
        ({"profile": {"language": "de"}}, "profile.language"),
        ({"profile": []}, "profile"),
        ({"name": "x"}, "name"),
    ],
)
def test_another_shape_is_refused_at_its_place(value: Any, at: str) -> None:  # noqa: ANN401
    with pytest.raises(MisshapenError) as raised:
        from_plain(Told, value)
    assert raised.value.at == at


def test_a_fingerprint_is_of_all_content(small: Catalogue) -> None:
    one = small.credential("payroll-law")
    known = entry_fingerprint(one)
    assert entry_fingerprint(one._replace()) == known
    changed = [
        one._replace(note="new"),
        one._replace(cost=one.cost._replace(value=7.0)),
        one._replace(develops=one.develops[1:]),
        one._replace(issuer=one.issuer._replace(kind="other")),
    ]
    assert len({known, *map(entry_fingerprint, changed)}) == 1 + len(changed)


def test_a_fact_that_is_not_given_plays_no_part(small: Catalogue) -> None:
    plain = as_plain(small.credential("payroll-law"))
    assert None not in plain.values()
    assert [] not in plain.values()
    assert from_plain(Credential, plain) == small.credential("payroll-law")


def test_absent_entries_are_left_out(small: Catalogue) -> None:
    assert list(find_entries(small, "skills", ["java", "no-such-skill"])) == ["java"]


def test_credentials_that_were_weighed_are_among_the_entries(small: Catalogue) -> None:
    """One that teaches what is missing counts, though the answer does not show it."""
    result = {"missing": [{"skill": {"id": "bookkeeping", "label": "", "kind": ""}}]}
    used = {(one.kind, one.id) for one in entries_used(result, small)}
    assert ("skills", "bookkeeping") in used
    assert ("credentials", "intro-bookkeeping") in used
    assert ("credentials", "data-queries") not in used
