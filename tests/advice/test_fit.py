from __future__ import annotations

from plain import PlainCatalogue, a_skill, an_occupation, asks, held_as
from skillgap.advice.fit import choose_occupations, rank_occupations
from skillgap.model import Education, Regulation, Wage

SKILLS = [a_skill("a"), a_skill("b"), a_skill("c")]
HALF = an_occupation("half", asks("a"), asks("b"), median=20.0)
PAID = an_occupation("paid", asks("a"), asks("c"), median=30.0, field="trades")
SLACK = an_occupation("slack", asks("a"), in_demand=False)
UNTOLD = an_occupation("untold", asks("a", level=5), in_demand=None)
APART = an_occupation("apart", asks("c"), median=99.0)
CATALOGUE = PlainCatalogue(SKILLS, [HALF, PAID, SLACK, UNTOLD, APART], [])
HELD = held_as({"a": 3})


def test_the_best_fitting_comes_first_and_equals_by_wage() -> None:
    fits = rank_occupations(HELD, CATALOGUE)
    assert [(f.rank, f.occupation.id, f.coverage) for f in fits] == [
        (1, "slack", 1.0),
        (2, "untold", 0.6),
        (3, "paid", 0.5),
        (4, "half", 0.5),
    ]


def test_what_few_occupations_ask_for_tells_more() -> None:
    common = [an_occupation(f"common-{n}", asks("a"), asks("c")) for n in range(8)]
    special = an_occupation("special", asks("a"), asks("b"), asks("c"))
    catalogue = PlainCatalogue(SKILLS, [special, *common], [])
    fits = rank_occupations(held_as({"a": 3, "b": 3}), catalogue, top=2)
    assert [(fit.occupation.id, round(fit.coverage, 3)) for fit in fits] == [
        ("special", 0.667),
        ("common-0", 0.5),
    ]
    # ln(10/9) for a and c, ln(10/1) for b, in hundredths: 11, 11 and 230.
    assert fits[0].fit == (11 + 230) / (11 + 230 + 11)


def test_what_is_still_asked_for_includes_what_is_too_low() -> None:
    fits = rank_occupations(HELD, CATALOGUE)
    assert [[skill.id for skill in fit.missing] for fit in fits] == [
        [],
        ["a"],
        ["c"],
        ["b"],
    ]


def test_only_what_is_asked_for_is_ranked() -> None:
    one = rank_occupations(HELD, CATALOGUE, top=1)
    assert [fit.occupation.id for fit in one] == ["slack"]
    demand = rank_occupations(HELD, CATALOGUE, in_demand=True)
    assert [fit.occupation.id for fit in demand] == ["paid", "half"]
    field = rank_occupations(HELD, CATALOGUE, fields=["trades"])
    assert [(fit.rank, fit.occupation.id) for fit in field] == [(1, "paid")]


def test_yearly_pay_is_ordered_beside_hourly_pay() -> None:
    yearly = Wage(None, 52_000, None, "CAD/year", "Smallville", None, "invented")
    low = an_occupation("a-low", asks("a"))._replace(wage=yearly)
    high = an_occupation("b-high", asks("a"), median=25.5)
    fits = rank_occupations(HELD, PlainCatalogue(SKILLS, [low, high], []))
    assert [fit.occupation.id for fit in fits] == ["b-high", "a-low"]


def test_the_best_fits_in_demand_are_chosen_for_whoever_names_none() -> None:
    assert choose_occupations(HELD, CATALOGUE) == (PAID, HALF)
    assert choose_occupations(HELD, CATALOGUE, count=1) == (PAID,)
    assert choose_occupations({}, CATALOGUE) == ()


def test_nobody_is_sent_to_work_that_needs_a_licence_for_a_little_of_it() -> None:
    rule = Regulation("regulated", None, None, "invented")
    nurse = an_occupation("nurse", asks("a"), *(asks(one) for one in "bc"))
    nurse = nurse._replace(regulated=rule, wage=PAID.wage)
    surgeon = an_occupation("surgeon", asks("a", 1), asks("b"), asks("c"))
    degree = Education(("bachelors_degree", "graduate_degree"), "invented")
    surgeon = surgeon._replace(education=degree)
    clerk = an_occupation("clerk", asks("a", 1), asks("b"), asks("c"))
    held = held_as({"a": 2})
    both = PlainCatalogue(SKILLS, [nurse, surgeon, clerk], [])
    assert [one.id for one in choose_occupations(held, both)] == ["clerk"]
    # Who covers a quarter of it is on the way there.
    further = choose_occupations(held_as({"a": 3}), both)
    assert [one.id for one in further] == ["nurse", "clerk"]
    # Where nothing else is asked for, it stays.
    alone = PlainCatalogue(SKILLS, [nurse, surgeon], [])
    chosen = choose_occupations(held, alone)
    assert [one.id for one in chosen] == ["nurse", "surgeon"]
