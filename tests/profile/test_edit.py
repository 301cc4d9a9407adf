"""Edits of a profile: what is added, and that all else stays as it was written."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.profile.invented import FULL

from skillgap.errors import DataError
from skillgap.model import (
    AwardedCredential,
    Claim,
    Correction,
    Evidence,
    Learning,
    Profile,
)
from skillgap.profile.edit import edit, safe
from skillgap.profile.merge import (
    Change,
    add_awards,
    add_claims,
    add_targets,
    changes,
    correct,
    log_learning,
)
from skillgap.profile.read import parse_profile

WORK = Evidence("work", "3 years at a dental office")
EXCEL = Claim("excel", 4, evidence=(WORK,), last_used="2025")


def edited(text: str, *claims: Claim) -> str:
    change = partial(add_claims, claims=claims)
    return edit(text.encode(), change, "me.yaml").data.decode()


def test_a_claim_is_added_below_the_others_in_their_layout() -> None:
    text = """\
# Mine.
claims:
- phrase: sql   # from school
  level: 2

# What I hold.
awards:
    -   name: First aid     # until spring
        issuer: Red Cross
"""
    assert (
        edited(text, EXCEL)
        == """\
# Mine.
claims:
- phrase: sql   # from school
  level: 2
- phrase: excel
  level: advanced
  last_used: '2025'
  evidence:
    - kind: work
      text: 3 years at a dental office

# What I hold.
awards:
    -   name: First aid     # until spring
        issuer: Red Cross
"""
    )


def test_an_empty_list_is_opened_and_the_next_comment_stays_below() -> None:
    text = "claims: []   # mine\n\n# Awards\nawards: []\n"
    assert edited(text, Claim("sql")) == (
        "claims:   # mine\n  - phrase: sql\n\n# Awards\nawards: []\n"
    )


def test_a_flow_list_is_kept_on_its_line() -> None:
    text = "claims: [sql, {phrase: excel}]  # short\n"
    assert edited(text, Claim("word", 3)) == (
        "claims: [sql, {phrase: excel}, "
        '{"phrase": "word", "level": "working"}]  # short\n'
    )


def test_an_absent_list_is_made_at_the_end() -> None:
    assert edited("language: en\n# the end", Claim("sql")) == (
        "language: en\n# the end\nclaims:\n  - phrase: sql\n"
    )


def test_a_claim_that_is_there_is_filled_in() -> None:
    text = """\
claims:
  - phrase: Excel
    level: basic        # at first
    evidence:
      - {kind: course, text: Night school}   # long ago
  - sql
"""
    assert (
        edited(text, EXCEL)
        == """\
claims:
  - phrase: Excel
    level: advanced        # at first
    evidence:
      - {kind: course, text: Night school}   # long ago
      - kind: work
        text: 3 years at a dental office
    last_used: '2025'
  - sql
"""
    )


def test_a_claim_as_typed_becomes_a_mapping_when_it_grows() -> None:
    text = "claims:\n  - excel:basic  # so so\n  - sql\n"
    assert edited(text, Claim("excel", last_used="2026")) == (
        "claims:\n  - phrase: excel\n    level: basic\n    last_used: '2026'  # so so\n"
        "  - sql\n"
    )


def test_nothing_new_changes_nothing() -> None:
    text = "claims:\n  - {phrase: excel, level: 4}\n"
    assert edited(text, Claim("Excel", 4)) == text


def test_what_a_file_says_fills_in_but_does_not_overrule() -> None:
    before = Profile((Claim("excel", 4, last_used="2024"), Claim("sql")))
    found = (Claim("excel", 2, last_used="2019"), Claim("sql", 2, last_used="2020"))
    after = add_claims(before, found, own_word=False)
    assert after.claims == (
        Claim("excel", 4, last_used="2024"),
        Claim("sql", 2, last_used="2020"),
    )


def test_line_ends_and_mark_of_the_file_are_kept() -> None:
    text = "\ufeffclaims:\r\n  - sql\r\nbudget: 3\r\n"
    assert edited(text, Claim("excel")) == (
        "\ufeffclaims:\r\n  - sql\r\n  - phrase: excel\r\nbudget: 3\r\n"
    )


def test_a_profile_in_json_is_edited_too() -> None:
    text = '{"claims": [{"phrase": "sql"}]}'
    assert parse_profile(edited(text, EXCEL).encode(), "")[0].claims == (
        Claim("sql"),
        EXCEL,
    )


def test_a_layout_that_cannot_be_added_to_is_refused() -> None:
    with pytest.raises(DataError, match="laid out"):
        edited("claims: [phrase: excel]\n", EXCEL)


def test_a_broken_profile_is_not_edited() -> None:
    with pytest.raises(DataError) as raised:
        edited("claims: 3\n", EXCEL)
    assert raised.value.problems[0].place == "me.yaml:1:9"


def test_award_learning_correction_and_target() -> None:
    def change(profile: Profile) -> Profile:
        profile = add_awards(profile, [AwardedCredential("First aid", "Red Cross")])
        learnt = Learning("book", "Ledgers", (Claim("sql", 2),), 12, "2026-10-02")
        profile = log_learning(profile, learnt)
        profile = correct(profile, Correction("sage", "accounting", "confirmed"))
        return add_targets(profile, ["bookkeeper"])

    found = edit(b"language: en\n", change, "me.yaml")
    assert (
        found.data.decode()
        == """\
language: en
awards:
  - name: First aid
    issuer: Red Cross
learning:
  - kind: book
    text: Ledgers
    skills:
      - sql:basic
    hours: 12
    date: '2026-10-02'
corrections:
  - phrase: sage
    skill: accounting
    verdict: confirmed
targets:
  - bookkeeper
"""
    )
    assert changes(found.before, found.after) == (
        Change("added", "awards", "First aid"),
        Change("added", "learning", "Ledgers"),
        Change("added", "corrections", "sage"),
        Change("added", "targets", "bookkeeper"),
    )


def test_the_same_award_is_filled_in_and_another_date_is_another_award() -> None:
    first = AwardedCredential("First aid", "Red Cross", "2022")
    before = Profile(awards=(first,))
    same = first._replace(expires="2025", verification="failed")
    again = first._replace(awarded="2025")
    assert add_awards(before, [same, again]).awards == (
        first._replace(expires="2025", verification="failed"),
        again,
    )


def test_a_correction_takes_the_place_of_the_one_it_contradicts() -> None:
    text = "corrections:\n  - {phrase: Java, skill: javascript, verdict: confirmed}\n"
    change = partial(correct, correction=Correction("java", "javascript", "rejected"))
    assert edit(text.encode(), change, "me.yaml").data.decode() == text.replace(
        "confirmed", "rejected"
    )


def test_a_word_means_one_thing() -> None:
    before = Profile(corrections=(Correction("sage", "herbs", "confirmed"),))
    after = correct(before, Correction("sage", "accounting", "confirmed"))
    assert after.corrections == (Correction("sage", "accounting", "confirmed"),)


def test_text_from_outside_is_made_safe() -> None:
    assert safe("a\x1b[31mb\n c\u202e") == "a [31mb c"


# Laws, over many ways to lay a profile out.

COMMENTS = st.sampled_from(["", "  # a remark", "   # é: - [x] {y}"])
LINES = st.sampled_from(["", "\n", "# between\n", "\n# one\n  # two\n\n"])
PHRASES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")),
    min_size=1,
    max_size=12,
).map(safe)


@st.composite
def profiles(draw: st.DrawFn) -> str:
    """Profiles of several lists, each laid out in its own way, with remarks."""
    parts = []
    for key in draw(st.permutations(["claims", "awards", "learning", "targets"])):
        parts.append(draw(LINES))
        parts.append(f"{key}:{draw(_SHAPES[key])}\n")
    return "".join((*parts, draw(LINES)))


def _shape(*items: str) -> st.SearchStrategy[str]:
    def block(margin: int, remarks: list[str]) -> str:
        pad = " " * margin
        lines = "".join(
            f"\n{pad}- {item}{remark}"
            for item, remark in zip(items, remarks, strict=False)
        )
        return remarks[-1] + lines

    remarks = st.lists(COMMENTS, min_size=len(items) + 1, max_size=len(items) + 1)
    blocks = st.builds(block, st.integers(0, 4), remarks)
    flow = COMMENTS.map(lambda remark: f" [{', '.join(items)}]{remark}")
    empty = COMMENTS.map(lambda remark: f" []{remark}")
    return st.one_of(blocks, flow, empty)


_SHAPES = {
    "claims": _shape("sql", "{phrase: word, level: 2}", '"c++:expert"'),
    "awards": _shape("{name: First aid}", "{name: 'x: y', issuer: Z}"),
    "learning": _shape("{kind: book, text: Ledgers, skills: [sql]}"),
    "targets": _shape("bookkeeper", '"12200"'),
}


def test_a_claim_that_grows_in_two_places_at_its_end() -> None:
    text = """\
claims:
  - phrase: excel
    evidence:
      - {kind: course, text: Night school}
"""
    more = (Claim("excel", 4, evidence=(WORK,), last_used="2025"), Claim("sql"))
    assert (
        edited(text, *more)
        == """\
claims:
  - phrase: excel
    evidence:
      - {kind: course, text: Night school}
      - kind: work
        text: 3 years at a dental office
    level: advanced
    last_used: '2025'
  - phrase: sql
"""
    )


def test_block_texts_and_document_marks_are_kept() -> None:
    text = """\
---
claims:
  - phrase: >-
      paying
      bills

  # between
targets:
  - |
    bookkeeper

# at the end
...
"""
    found = edit(
        text.encode(),
        lambda p: add_targets(add_claims(p, [Claim("sql")]), ["clerk"]),
        "me.yaml",
    )
    assert (
        found.data.decode()
        == """\
---
claims:
  - phrase: >-
      paying
      bills
  - phrase: sql

  # between
targets:
  - |
    bookkeeper
  - clerk

# at the end
...
"""
    )


def test_many_changes_take_one_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    from skillgap.profile import patch

    claims = [Claim(f"skill {number}") for number in range(300)]
    data = edit(b"language: en\n", lambda p: add_claims(p, claims), "me.yaml").data
    composed: list[str] = []
    compose = patch._compose  # noqa: SLF001

    def count(text: str) -> object:
        composed.append(text)
        return compose(text)

    monkeypatch.setattr(patch, "_compose", count)
    higher = [claim._replace(level=5) for claim in claims]
    after = edit(data, lambda p: add_claims(p, higher), "me.yaml").after
    assert len(composed) == 1
    assert all(claim.level == 5 for claim in after.claims)


@given(profiles(), st.lists(PHRASES.filter(bool), min_size=1, max_size=3))
def test_whatever_is_added_every_line_before_stays(
    text: str, phrases: list[str]
) -> None:
    claims = [Claim(phrase, 3, evidence=(WORK,)) for phrase in phrases]
    learnt = Learning("book", phrases[0], (Claim("sql"),), 1.5)

    def change(profile: Profile) -> Profile:
        return log_learning(add_claims(profile, claims), learnt)

    found = edit(text.encode(), change, "me.yaml")
    assert parse_profile(found.data, "") == (change(found.before), ())
    assert remarks(found.data.decode()) == remarks(text)
    untouched = [line for line in text.splitlines() if line.startswith(("#", "  #"))]
    lines = found.data.decode().splitlines()
    assert [line for line in lines if line.startswith(("#", "  #"))] == untouched


def remarks(text: str) -> list[str]:
    """The comments of a text, in order."""
    return [
        line[line.index("# ") :]
        for line in text.splitlines()
        if "# a remark" in line or "# é" in line or line.lstrip().startswith("#")
    ]


PIECES = st.one_of(
    st.sampled_from(list("[]{}:,-#'\"|>&*!%@`\n \t")),
    st.sampled_from(
        ["  ", "\n  - ", "claims:", "null", "~", "\r\n", "---", "...", "? "]
    ),
)


@given(st.integers(0, len(FULL)), st.integers(0, 6), PIECES, st.integers(0, len(FULL)))
def test_a_damaged_profile_is_edited_rightly_or_refused(
    place: int, cut: int, piece: str, other: int
) -> None:
    text = FULL[:place] + piece + FULL[place + cut :]
    text = text[:other] + text[other + 1 :]

    def change(profile: Profile) -> Profile:
        changed = add_claims(profile, [EXCEL, Claim("- new: [x]", 5)])
        return log_learning(changed, Learning("book", "q", (Claim("a, b"),), 1.5))

    try:
        found = edit(text.encode(), change, "me.yaml")
    except DataError:
        return
    assert parse_profile(found.data, "")[0] == change(found.before)
    after = found.data.decode().splitlines()
    notes = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in after if line.startswith("#")] == notes


def test_a_topic_that_typed_would_mean_two_stands_as_a_mapping() -> None:
    learnt = Learning("book", "Ledgers", (Claim("a, b", 2), Claim("sql", 2)))
    found = edit(b"language: en\n", lambda p: log_learning(p, learnt), "me.yaml")
    assert found.data.decode().endswith(
        "    skills:\n      - phrase: a, b\n        level: basic\n      - sql:basic\n"
    )
