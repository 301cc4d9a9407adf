from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.errors import UsageError
from skillgap.model import Claim
from skillgap.profile.claims import level_named, parse_claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("excel", (Claim("excel"),)),
        ("excel:advanced", (Claim("excel", 4),)),
        ("excel=4", (Claim("excel", 4),)),
        ("excel = avancé", (Claim("excel", 4),)),
        ("Excel : AVANCE", (Claim("Excel", 4),)),
        ("tableurs : débutante", (Claim("tableurs", 1),)),
        ("tableurs:de base", (Claim("tableurs", 2),)),
        ("sql:intermédiaire", (Claim("sql", 3),)),
        ("sql:expert", (Claim("sql", 5),)),
        ("excel:", (Claim("excel"),)),
        ("Python (primary)", (Claim("Python (primary)"),)),
        ("java, sql; git\ngo", tuple(Claim(p) for p in ("java", "sql", "git", "go"))),
        (
            "lawn care (mowing, aerating), sql:2",
            (Claim("lawn care (mowing, aerating)"), Claim("sql", 2)),
        ),
        ("C: The Language", (Claim("C: The Language"),)),
        ("https://example.org/a", (Claim("https://example.org/a"),)),
        ("10:30", (Claim("10:30"),)),
        ("C++, intermediate", (Claim("C++", 3),)),
        ("C++=4, intermediate", (Claim("C++", 4), Claim("intermediate"))),
        (
            "meal prep for seniors, 4 years",
            (Claim("meal prep for seniors, 4 years"),),
        ),
        ("soudure, 3,5 ans", (Claim("soudure, 3,5 ans"),)),
        ("- excel\n* sql\n• git", (Claim("excel"), Claim("sql"), Claim("git"))),
        ("unclosed (one, two", (Claim("unclosed (one"), Claim("two"))),
        (" , ;\n ", ()),
        ("", ()),
    ],
)
def test_claims(text: str, claims: tuple[Claim, ...]) -> None:
    assert parse_claims(text) == claims


@pytest.mark.parametrize(
    ("text", "level"),
    [("excel:9", "9"), ("excel=0", "0"), ("excel:superb", "superb"), ("a:44", "44")],
)
def test_a_bad_level_is_told_with_its_remedy(text: str, level: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_claims(text)
    (problem,) = raised.value.problems
    assert problem.message == f'"{level}" in "{text}" is no level'
    assert problem.rule == "claim-level"
    assert problem.hint
    assert "1 to 5" in problem.hint


def test_all_bad_levels_are_told_at_once() -> None:
    with pytest.raises(UsageError) as raised:
        parse_claims("excel:9, sql:2, git:superb")
    assert len(raised.value.problems) == 2


@pytest.mark.parametrize(
    ("word", "level"),
    [
        *(("1", 1), ("5", 5), ("6", None), ("0", None), ("³", None)),
        *(("Beginner", 1), ("basic", 2), ("working", 3), ("Advanced", 4)),
        *(("EXPERT", 5), ("débutant", 1), ("intermediaire", 3), ("avancée", 4)),
        *(("superb", None), ("", None)),
    ],
)
def test_levels(word: str, level: int | None) -> None:
    assert level_named(word) == level


@given(st.text(alphabet=st.characters(exclude_characters=":=")))
def test_text_without_signs_never_fails(text: str) -> None:
    assert all(claim.phrase.strip() for claim in parse_claims(text))


PIECES = st.sampled_from(
    ["excel", "C++", "=4", ":", " ", ",", ";", "\n", "3", "²", "é", "- ", "x"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_line_is_parted_the_same_whether_it_has_brackets_or_not(text: str) -> None:
    def told(line: str) -> tuple[Claim, ...] | str:
        try:
            return parse_claims(line)
        except UsageError as error:
            return str(error.problems)

    plain, bracketed = told(f"{text},q"), told(f"{text},(q)")
    if isinstance(plain, tuple):
        plain = (*plain[:-1], Claim("(q)"))
    assert bracketed == plain
