from __future__ import annotations

import pytest

from plain import (
    PlainCatalogue,
    a_credential,
    a_skill,
    an_occupation,
    asks,
    dollars,
)
from skillgap.advice.coverage import make_goal
from skillgap.advice.filters import Filters, failed_filters, within
from skillgap.advice.options import focus
from skillgap.advice.recommendations import recommend
from skillgap.model import Quantity

COURSE = a_credential(
    "course",
    {"a": None},
    h=40,
    c=100,
    delivery="hybrid",
    languages=("en", "fr"),
    osap="yes",
)
SILENT = a_credential("silent", {"a": None})
EVERYTHING = Filters(
    delivery=("online",), languages=("fr",), max_hours=10, max_cost=0, funding="osap"
)


def test_no_filter_fails_nothing() -> None:
    assert failed_filters(SILENT, Filters(strict=True)) == ()


def test_what_is_unknown_passes_unless_strict() -> None:
    assert failed_filters(SILENT, EVERYTHING) == ()
    assert failed_filters(SILENT, EVERYTHING._replace(strict=True)) == (
        "delivery",
        "language",
        "max-hours",
        "max-cost",
        "funding",
    )


@pytest.mark.parametrize(
    ("filters", "failed"),
    [
        (Filters(delivery=("online",)), ("delivery",)),
        (Filters(delivery=("online", "hybrid")), ()),
        (Filters(languages=("fr",)), ()),
        (Filters(languages=("de",)), ("language",)),
        (Filters(max_hours=40), ()),
        (Filters(max_hours=39.5), ("max-hours",)),
        (Filters(max_cost=99), ("max-cost",)),
        (Filters(funding="osap"), ()),
        (Filters(kinds=("certificate",)), ("kind",)),
        (Filters(kinds=("course",)), ()),
        (Filters(fields=("trades",)), ("field",)),
        (Filters(issuers=("example-college",)), ()),
        (Filters(issuers=("other",)), ("issuer",)),
    ],
)
def test_a_filter_names_itself_when_it_fails(
    filters: Filters, failed: tuple[str, ...]
) -> None:
    assert failed_filters(COURSE, filters) == failed
    assert failed_filters(COURSE, filters._replace(strict=True)) == failed


def test_a_credential_off_the_approved_list_is_not_funded() -> None:
    refused = COURSE._replace(osap="no")
    assert failed_filters(refused, Filters(funding="osap")) == ("funding",)


@pytest.mark.parametrize(
    ("low", "high", "answer"),
    [
        (10, 20, "yes"),
        (10, 40, "unknown"),
        (10, None, "unknown"),
        (None, 20, "yes"),
        (31, 40, "no"),
        (31, None, "no"),
    ],
)
def test_a_range_is_within_only_if_all_of_it_is(
    low: float | None, high: float | None, answer: str
) -> None:
    quantity = Quantity(high or low, "h", "range", low, high)
    assert within(quantity, 30, "h") == answer


def test_another_currency_is_not_converted_but_free_is_free() -> None:
    assert within(dollars(10, "USD"), 1000, "CAD") == "unknown"
    assert within(dollars(0, "USD"), 0, "CAD") == "yes"


def test_focus_is_the_share_of_what_is_taught_that_the_goal_asks_for() -> None:
    skills = [a_skill("wide"), a_skill("narrow", "wide"), a_skill("b"), a_skill("c")]
    catalogue = PlainCatalogue(skills, [an_occupation("work", asks("wide"))], [])
    goal = make_goal(catalogue.all_occupations(), catalogue)
    even = dict.fromkeys(("wide", "narrow", "b", "c"), 100)
    one = a_credential("one", {"narrow": None, "b": None, "c": None})
    assert focus(goal, one, even) == 1 / 3
    assert focus(goal, a_credential("two", {"b": None}), even) == 0.0


def test_focus_counts_a_skill_by_what_it_says_of_the_subject() -> None:
    skills = [a_skill("wide"), a_skill("narrow", "wide"), a_skill("b")]
    catalogue = PlainCatalogue(skills, [an_occupation("work", asks("wide"))], [])
    goal = make_goal(catalogue.all_occupations(), catalogue)
    subjects = {"wide": 100, "narrow": 300, "b": 200}
    both = a_credential("one", {"wide": None, "b": None})
    assert focus(goal, both, subjects) == 1 / 3
    # A narrower skill serves by no more than what is asked for of it.
    assert focus(goal, a_credential("two", {"narrow": None}), subjects) == 1 / 3


def test_a_course_on_something_else_is_set_aside_despite_general_skills() -> None:
    general = [a_skill(f"general{n}")._replace(kind="transferable") for n in range(2)]
    trade = [a_skill(f"trade{n}") for n in range(3)]
    work = an_occupation("work", asks("general0"), asks("general1"))
    others = [an_occupation(f"other{n}", asks("trade0")) for n in range(30)]
    course = a_credential(
        "course", {one.id: None for one in (*general, *trade[1:], trade[0])}
    )
    catalogue = PlainCatalogue([*general, *trade], [work, *others], [course])
    told = recommend([work], {}, catalogue, filters=Filters(focus=0.33))
    assert told.recommendations == ()
    assert told.set_aside == (("focus", 1),)
    shown = recommend([work], {}, catalogue, filters=Filters(focus=0))
    assert [row.credential.id for row in shown.recommendations] == ["course"]


def test_what_is_mostly_about_other_things_is_set_aside_by_focus() -> None:
    skills = [a_skill(name) for name in "abcd"]
    work = an_occupation("work", asks("a"), asks("b"))
    near = a_credential("near", {"a": None, "b": None, "c": None})
    far = a_credential("far", {"a": None, "c": None, "d": None})
    catalogue = PlainCatalogue(skills, [work], [near, far])
    told = recommend([work], {}, catalogue, filters=Filters(focus=0.5))
    assert [row.credential.id for row in told.recommendations] == ["near"]
    assert told.set_aside == (("focus", 1),)
