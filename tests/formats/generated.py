"""Whole catalogues, generated: every key, odd texts, all of it invented."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from hypothesis import strategies as st

from skillgap.catalogue.tables.about import About
from skillgap.catalogue.written import Content
from skillgap.model import (
    Basis,
    CatalogueSource,
    Credential,
    CredentialKind,
    Development,
    Education,
    Fact,
    Field,
    Issuer,
    Occupation,
    OlderOutlook,
    Prerequisites,
    Quantity,
    Regulation,
    Requirement,
    Skill,
    SkillKind,
    Source,
    Text,
    Texts,
    Wage,
)
from skillgap.model.funding import (
    Disagreement,
    FundingProgram,
    FundingRule,
    LongerProgram,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

ODD = (
    *("=1+1", "'=2", "''-3", "+4", "@x", "-", "a\\nb", "a\nb", "a\n\nb", 'say "x"'),
    *("1,000", "true", "null", "012", "é\U0001f600", "\uff1dfull", "' =5", "a; b | c"),
)
WORDS = st.sampled_from(ODD) | st.text(
    st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=6
)
NUMBERS = st.integers(1, 300) | st.decimals(1, 300, places=2).map(float)
DATES = st.sampled_from(["2024", "2025-02", "2026-02-28"])
ADDRESSES = st.sampled_from(["https://a.example/?q=1&r=2", "http://b.example/#x"])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value or none."""
    return st.none() | strategy


def few(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[Any]:
    """Up to so many different ones."""
    return st.lists(strategy, max_size=most, unique=True).map(tuple)


TEXTS = st.builds(Text, WORDS, maybe(WORDS)) | st.builds(Text, st.none(), WORDS)
AMOUNTS = st.builds(
    lambda low, more: (low, round(low + more, 2)), NUMBERS, st.integers(0, 9)
)


@st.composite
def quantities(draw: st.DrawFn, unit: str) -> Quantity:
    """Unknown, stated, or a range of which one end may be absent."""
    kind = draw(st.sampled_from(["unknown", "stated", "range", "low", "high"]))
    low, high = draw(AMOUNTS)
    if kind == "unknown":
        return Quantity(None, unit, "unknown")
    if kind == "stated":
        return Quantity(low, unit, "stated")
    ends = {"low": (low, None), "high": (None, high)}.get(kind, (low, high))
    value = ends[0] if ends[1] is None else ends[1]
    return Quantity(value, unit, "range", *ends)


FACTS = st.builds(
    Fact,
    st.sampled_from(["cops_future", "vacancies"]),
    WORDS,
    maybe(WORDS),
    maybe(WORDS),
    ADDRESSES,
)
RATED = st.sampled_from(["very_good", "good", "moderate", "limited", "very_limited"])
OUTLOOKS = st.builds(
    Fact, st.just("outlook"), RATED, maybe(WORDS), maybe(WORDS), ADDRESSES
)
WAGES = st.builds(
    Wage,
    maybe(st.just(20)),
    st.just(30.5),
    maybe(st.just(41)),
    *(WORDS, WORDS, maybe(WORDS), ADDRESSES),
)
SOURCES = st.builds(Source, maybe(ADDRESSES), maybe(WORDS), maybe(DATES), maybe(WORDS))
CURRENCIES = st.sampled_from(["CAD", "USD"])


@st.composite
def _skill(draw: st.DrawFn, number: int, ids: Sequence[str]) -> Skill:
    """A skill whose labels nobody else has: its number stands in each."""
    name = f"s{'x' * number}"

    def labels(language: str) -> tuple[str, ...]:
        words = draw(few(WORDS))
        return tuple(f"{w} {name} {language}{i}" for i, w in enumerate(words))

    english, french = draw(st.sampled_from([(1, 1), (1, 1), (1, 0), (0, 1)]))
    return Skill(
        f"skill-{number}",
        Text(
            f"{draw(WORDS)} {name}" if english else None,
            f"{draw(WORDS)} {name} fr" if french else None,
        ),
        draw(st.sampled_from(get_args(SkillKind))),
        Texts(labels("en"), labels("fr")),
        draw(few(st.sampled_from(ids))) if ids else (),
        draw(maybe(ADDRESSES)),
    )


@st.composite
def _occupation(draw: st.DrawFn, number: int, skills: Sequence[str]) -> Occupation:
    asked = draw(st.lists(st.sampled_from(skills), min_size=1, unique=True, max_size=3))
    levels = st.integers(1, 5)
    requirements = tuple(
        Requirement(
            skill,
            draw(st.sampled_from(["essential", "optional"])),
            draw(levels),
            draw(maybe(levels)),
            draw(maybe(st.just("duties"))),
            draw(maybe(WORDS)),
        )
        for skill in asked
    )
    older = st.builds(
        OlderOutlook,
        *(WORDS, WORDS, maybe(WORDS), maybe(WORDS), maybe(st.just("0112")), ADDRESSES),
    )
    regulated = st.builds(
        Regulation,
        st.sampled_from(["regulated", "voluntary"]),
        *(maybe(WORDS), maybe(WORDS), ADDRESSES, few(ADDRESSES)),
    )
    return Occupation(
        f"work-{number}",
        draw(maybe(st.just("00012"))),
        draw(TEXTS),
        Texts(draw(few(WORDS)), draw(few(WORDS))),
        draw(maybe(st.integers(0, 5))),
        draw(maybe(st.sampled_from(["food", "isco-51"]))),
        draw(maybe(WAGES)),
        draw(maybe(OUTLOOKS)),
        draw(few(OUTLOOKS)),
        draw(few(FACTS)),
        draw(maybe(st.booleans())),
        draw(maybe(regulated)),
        draw(maybe(st.builds(Education, few(WORDS), ADDRESSES))),
        draw(few(ADDRESSES)),
        draw(few(st.just("11-1011.00"))),
        requirements,
        draw(maybe(older)),
    )


@st.composite
def _credential(
    draw: st.DrawFn, id_: str, skills: Sequence[str], earlier: Sequence[str], least: int
) -> Credential:
    taught = draw(
        st.lists(st.sampled_from(skills), min_size=least, max_size=2, unique=True)
    )
    cost = draw(quantities(draw(CURRENCIES)))
    known = cost.basis != "unknown"
    return Credential(
        id=id_,
        name=draw(TEXTS),
        issuer=ISSUER,
        kind=draw(st.sampled_from(get_args(CredentialKind))),
        field="food",
        develops=tuple(
            Development(skill, draw(maybe(st.integers(1, 5)))) for skill in taught
        ),
        hours=draw(quantities("h")),
        weeks=draw(quantities("week")),
        cost=cost if known else cost._replace(unit="CAD"),
        status=draw(st.sampled_from(["current", "retired", "unknown"])),
        confidence=draw(st.sampled_from(["high", "low"])),
        source=draw(SOURCES),
        osap=draw(st.sampled_from(["yes", "no", "unknown"])),
        unit=draw(maybe(WORDS)),
        delivery=draw(maybe(st.sampled_from(["online", "in_person", "hybrid"]))),
        self_paced=draw(maybe(st.booleans())),
        languages=draw(few(st.sampled_from(["en", "fr"]))),
        prerequisites=Prerequisites(
            draw(few(st.sampled_from(earlier))) if earlier else (),
            draw(maybe(WORDS)),
            draw(few(st.just(tuple(earlier)))) if len(earlier) > 1 else (),
        ),
        hours_note=draw(maybe(WORDS)),
        cost_note=draw(maybe(WORDS)) if known else None,
        cost_as_of=draw(maybe(DATES)) if known else None,
        stacks_into=draw(maybe(WORDS)),
        assessed=draw(maybe(WORDS)),
        validity_years=draw(maybe(st.sampled_from([1, 2.5]))),
        level=draw(maybe(WORDS)),
        skills_basis=draw(maybe(st.sampled_from(["page", "title_only"]))),
        other_sources=draw(few(ADDRESSES)),
        retrieved=draw(maybe(DATES)),
        note=draw(maybe(WORDS)),
    )


ISSUER = Issuer("school", Text("=School", "École"), "college", "https://s.example/")
PROGRAMS = st.builds(
    FundingProgram,
    st.just("grant"),
    TEXTS,
    few(
        st.builds(
            FundingRule,
            WORDS,
            st.sampled_from(["on_list", "hours_between"]),
            TEXTS,
            ADDRESSES,
            maybe(NUMBERS),
            maybe(NUMBERS),
            maybe(DATES),
            maybe(WORDS),
            few(
                st.builds(
                    Disagreement,
                    *(TEXTS, ADDRESSES, maybe(NUMBERS), maybe(NUMBERS), maybe(DATES)),
                )
            ),
        )
    ),
    maybe(ADDRESSES),
    maybe(WORDS),
)
ABOUT = st.builds(
    About,
    st.just("made"),
    TEXTS,
    DATES,
    CURRENCIES.map(lambda _one: "CAD"),
    WORDS,
    st.just((Field("food", Text("Food")), Field("isco-51", Text("Services", "S")))),
    st.just((Basis("duties", Text("duties"), "a-work"),)),
    st.just((CatalogueSource("a-work", "=A work", note="one\ntwo"),)),
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A catalogue with one to four skills, and up to three of everything else."""
    skills: list[Skill] = []
    for number in range(draw(st.integers(1, 4))):
        skills.append(draw(_skill(number, [one.id for one in skills])))
    ids = [one.id for one in skills]
    credentials: list[Credential] = []
    for number in range(draw(st.integers(0, 3))):
        earlier = [one.id for one in credentials]
        credentials.append(draw(_credential(f"c-{number}", ids, earlier, 1)))
    if len(credentials) > 1 and draw(st.booleans()):
        one, other, *rest = credentials
        credentials = [
            one._replace(equivalent_to=(other.id,), prerequisites=Prerequisites()),
            other._replace(equivalent_to=(one.id,), prerequisites=Prerequisites()),
            *rest,
        ]
    longer = [
        LongerProgram(draw(_credential(f"l-{number}", ids, (), 0)), draw(TEXTS))
        for number in range(draw(st.integers(0, 2)))
    ]
    return Content(
        draw(ABOUT),
        tuple(skills),
        tuple(
            draw(_occupation(number, ids)) for number in range(draw(st.integers(0, 3)))
        ),
        (ISSUER,),
        tuple(credentials),
        tuple(longer),
        tuple(draw(st.lists(PROGRAMS, max_size=1))),
    )
