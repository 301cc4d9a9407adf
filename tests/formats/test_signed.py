"""Signatures are checked as far as the file itself allows, and never assumed."""

from __future__ import annotations

import json

import pytest

from formats.made_files import badge, part, public_key, signed
from skillgap.errors import DataError
from skillgap.formats.jwt import read_jwt


def test_a_signature_that_fits_a_key_of_its_own_is_not_proof_of_the_issuer() -> None:
    proof = read_jwt(signed({"vc": badge()}), "a.jwt").proof
    assert proof.verification == "not_checked"
    assert "whose key that is cannot be told" in proof.reason


def test_a_signature_by_the_key_that_names_the_issuer_is_checked() -> None:
    issuer = "did:jwk:" + part(json.dumps(public_key()).encode())
    proof = read_jwt(signed({"vc": badge(issuer={"id": issuer})}), "a.jwt").proof
    assert proof == ("checked", "the signature fits the key that names the issuer")


def test_a_key_in_the_header_does_not_stand_in_for_the_issuers_own() -> None:
    other = dict(public_key(), n=part(b"\xc1" * 129))
    issuer = "did:jwk:" + part(json.dumps(other).encode())
    assert read_jwt(signed({"iss": issuer}), "a").proof.verification == "failed"


def test_a_changed_content_fails() -> None:
    header, _content, signature = signed({"vc": badge()}).split(".")
    changed = part(json.dumps({"vc": badge(name="Doctor")}).encode())
    proof = read_jwt(f"{header}.{changed}.{signature}", "a.jwt").proof
    assert proof == ("failed", "the signature does not fit what the file says")


def test_without_a_key_nothing_is_checked() -> None:
    proof = read_jwt(signed({"vc": badge()}, with_key=False), "a.jwt").proof
    assert proof.verification == "not_checked"


@pytest.mark.parametrize("algorithm", ["none", "NONE", "None"])
def test_an_unsigned_one_that_pretends_fails(algorithm: str) -> None:
    proof = read_jwt(signed({"vc": badge()}, alg=algorithm), "a.jwt").proof
    assert proof == ("failed", "the file says that it is not signed")


@pytest.mark.parametrize(
    "key",
    [
        {},
        {"n": "AQAB", "e": "AQAB"},
        {"n": "=", "e": 3},
        {"n": part(b"\xff" * 4000), "e": "AQAB"},
        {"n": part(b"\xc1" * 129), "e": part(b"\xff" * 99)},
    ],
)
def test_a_strange_key_is_no_key(key: dict[str, object]) -> None:
    header = part(json.dumps({"alg": "RS256", "jwk": key}).encode())
    text = f"{header}.{part(b'{}')}.{part(b'0' * 129)}"
    assert read_jwt(text, "a").proof.verification in {"failed", "not_checked"}


@pytest.mark.parametrize(
    "text", ["", "a.b", "eyJ.eyJ.x", "e30.e30.é", "W10.W10.", "e30.e30.e30.e30"]
)
def test_what_is_no_signed_text_is_refused(text: str) -> None:
    with pytest.raises(DataError, match="damaged or incomplete"):
        read_jwt(text, "a.jwt")
