"""What views say where a result is out of the ordinary."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.render.invented import (
    BASES,
    BOOKKEEPER,
    GAP,
    INFO,
    MATCHES,
    PAYABLES,
    PAYROLL_COURSE,
    RECOMMENDATIONS,
    SOURCES,
    explore_result,
    recommend_result,
)
from tests.render.invented_cohort import cohort_result

from skillgap.catalogue import CatalogueCheck
from skillgap.locale import use_language
from skillgap.model import Fact, Occupation, Reason, Requirement, Text
from skillgap.model.cohort import Served
from skillgap.render import (
    CheckView,
    CohortView,
    ExploreView,
    GapView,
    ListView,
    MatchesView,
    RecommendView,
    Result,
    ShowView,
    render,
    words,
)
from skillgap.render.reasons import reason_sentence
from skillgap.render.views.explore import demand_facts
from skillgap.render.views.parts import old


def plain(result: Result, **options: bool) -> str:
    return render(result, format="plain", **options)


def recommend(**changes: object) -> Result:
    advice = RECOMMENDATIONS._replace(**changes)  # type: ignore[arg-type]
    return Result("recommend", INFO, RecommendView(advice, (), BASES, SOURCES))


def test_occupations_chosen_for_the_person_say_so() -> None:
    text = plain(recommend(chosen_for_person=True))
    assert "You named no occupation." in text


def test_several_occupations_have_a_mean_coverage() -> None:
    text = plain(recommend(gaps=(GAP, GAP), occupations=(BOOKKEEPER,) * 2))
    assert "On average you cover 57% of what they ask for." in text


def test_nothing_to_recommend_is_said() -> None:
    text = plain(recommend(recommendations=(), set_aside=(), not_taught=()))
    assert "No credential here closes any part of this gap." in text
    assert "Set aside" not in text
    assert "Not taught" not in text


@pytest.mark.parametrize(
    ("rank_by", "said"),
    [
        ("added", "Ranked by what each adds to those above it."),
        ("alone", "Ranked by what each would add by itself."),
        ("value", "Ranked by what each adds for its hours."),
        ("hours", "Ranked by hours, the shortest first."),
        ("cost", "Ranked by cost, the cheapest first."),
    ],
)
def test_the_order_is_named(rank_by: str, said: str) -> None:
    view = RecommendView(RECOMMENDATIONS, rank_by=rank_by)
    assert said in plain(Result("recommend", INFO, view))


def test_reasons_only_where_they_are_asked_for() -> None:
    assert "Why:" not in plain(recommend_result())
    assert "Why: “Payroll law”" in plain(recommend_result(), explain=True)


def test_reasons_name_the_occupation_where_there_are_several() -> None:
    result = recommend(occupations=(BOOKKEEPER,) * 2)
    assert "Why: Bookkeepers: “Payroll law”" in plain(result, explain=True)


def test_a_reason_tells_what_was_there_before() -> None:
    comparison = GAP.covered[0]
    own = Reason(BOOKKEEPER, comparison._replace(satisfied_by=None), 3, 4, 0.1)
    through = Reason(BOOKKEEPER, comparison, 3, 4, 0.1)
    earlier = Reason(BOOKKEEPER, comparison._replace(have=1), 3, 4, 0.1)
    assert "You have it at working level; this" in reason_sentence(own, BASES)
    assert "through “Accounts payable”" in reason_sentence(through, BASES)
    assert "The credentials above already take" in reason_sentence(earlier, BASES)


def test_a_rating_without_a_source_says_so() -> None:
    comparison = GAP.missing[1]
    reason = Reason(BOOKKEEPER, comparison, 0, 3, 0.1)
    assert "(rated by: source not stated)" in reason_sentence(reason, BASES)
    asked = Requirement("tact", "optional", 2, None, "other")
    reason = reason._replace(comparison=comparison._replace(requirement=asked))
    assert "(rated by: other)" in reason_sentence(reason, BASES)


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2018", True),
        ("2023", True),
        ("2024", False),
        ("2024-10", True),
        ("2024-11", False),
        ("2026-11-01", False),
        (None, False),
        ("soon", False),
    ],
)
def test_a_source_is_old_after_two_years(as_of: str | None, expected: bool) -> None:
    assert old(as_of, "2026-11-23") is expected


def test_demand_is_never_guessed() -> None:
    bare = BOOKKEEPER._replace(outlook=None, demand=())
    assert demand_facts(bare._replace(in_demand=None)) == ("unknown",)
    assert demand_facts(bare._replace(in_demand=False)) == ("no sign of demand found",)
    rounds = Fact("oinp_rounds", "4 (2026-04-23)", None, None, "x")
    assert demand_facts(bare._replace(demand=(rounds,))) == (
        "OINP invitations: 4 rounds; latest 2026-04-23",
    )


def test_empty_answers_say_that_they_are_empty() -> None:
    assert "No occupation" in plain(Result("explore", INFO, ExploreView(())))
    assert "no phrase" in plain(Result("match", INFO, MatchesView(())))
    assert plain(Result("list", INFO, ListView("skills", ()))) == (
        "Nothing answers this.\n"
    )


def test_sources_of_demand_and_pay_where_they_are_asked_for() -> None:
    result = Result("explore", INFO, ExploreView(explore_result().data.fits, (), {}))
    text = plain(result, explain=True)
    assert "Source: Median wage (source: job-bank)" in text
    known = plain(explore_result(), explain=True)
    assert (
        "Source: COPS outlook: balance (Canada, 2024-2033)"
        " (source: Job Bank wages, 2024)" in known
    )


def test_many_gaps_are_counted_and_none_are_said() -> None:
    fit = explore_result().data.fits[0]
    many = fit._replace(missing=(PAYABLES,) * 5)
    assert "and 2 more" in plain(Result("explore", INFO, ExploreView((many,))))
    whole = fit._replace(missing=())
    assert "Biggest gaps: nothing" in plain(
        Result("explore", INFO, ExploreView((whole,)))
    )


def test_a_clean_check_says_so() -> None:
    check = CheckView(CatalogueCheck({"skills": 6}, ()))
    assert plain(Result("catalogue check", None, check)) == (
        "Nothing is wrong.\n\nSkills: 6\n"
    )


def test_an_occupation_without_a_code_goes_by_its_title() -> None:
    gap = GAP._replace(occupation=BOOKKEEPER._replace(noc=None, regulated=None))
    text = plain(Result("gap", INFO, GapView(gap)))
    assert "Occupation: Bookkeepers\n" in text
    assert "certification" not in text


def test_what_is_not_regulated_asks_for_no_licence() -> None:
    assert BOOKKEEPER.regulated is not None
    rule = BOOKKEEPER.regulated._replace(status="not_regulated")
    gap = GAP._replace(occupation=BOOKKEEPER._replace(regulated=rule))
    assert "Guild" not in plain(Result("gap", INFO, GapView(gap)))


def test_ids_stand_where_no_record_is_given() -> None:
    text = plain(Result("show", INFO, ShowView(PAYROLL_COURSE)))
    assert "Needed before: tact-badge" in text
    assert "Skill: payroll-law" in text
    assert "Field: accounting" in text


def test_facts_of_a_credential_where_they_are_known() -> None:
    credential = PAYROLL_COURSE._replace(
        validity_years=3, self_paced=True, skills_basis="title_only", languages=()
    )
    text = plain(Result("show", INFO, ShowView(credential)))
    assert "Valid for: 3 years" in text
    assert "At one's own pace: yes" in text
    assert "Skills read from: its title alone" in text
    assert "Language: unknown" in text


def test_an_occupation_of_which_little_is_known() -> None:
    bare = Occupation("bare", None, Text("Bare work"))
    assert plain(Result("show", INFO, ShowView(bare))) == (
        "Bare work\n"
        "\n"
        "Id: bare\n"
        "\n"
        "Pay and demand\n"
        "\n"
        "Wage: unknown\n"
        "In demand: unknown\n"
        "Signs of demand: unknown\n"
    )


def test_a_list_counts_what_it_shows() -> None:
    one = Result("list", INFO, ListView("skills", (PAYABLES,)))
    assert plain(one).endswith("\n1 record\n")


def test_a_receipt_names_the_runner_up_and_how_far_it_was_behind() -> None:
    text = plain(Result("match", INFO, MatchesView(MATCHES[1:2])), explain=True)
    assert (
        "Receipt: “payin bills”: best label “paying bills” of “Accounts payable”,"
        " 93% sure; rule: close spelling; next: “Payroll law” by “paying staff”,"
        " 61% sure, 32% behind" in text
    )


def test_words_that_are_not_known_are_shown_as_they_are() -> None:
    assert words.delivery("by_mail") == "by mail"
    assert words.demand_value("Brisk") == "Brisk"
    assert words.demand_kind("new_list") == "new list"
    assert words.rule("new_rule") == "new rule"
    assert words.filter_name("odd") == "odd"


def test_labels_fall_back_to_the_other_language() -> None:
    use_language("fr")
    text = plain(Result("match", INFO, MatchesView(MATCHES[1:2])))
    assert PAYABLES.label.fr is not None
    assert PAYABLES.label.fr in text
    assert "Maple College" in plain(recommend_result())


@pytest.mark.parametrize(
    ("form", "unwanted"),
    [
        ("plain", {"rich", "json", "csv"}),
        ("markdown", {"rich", "json", "csv"}),
        ("json", {"rich", "csv"}),
        ("csv", {"rich", "json"}),
    ],
)
def test_a_format_imports_only_what_it_needs(form: str, unwanted: set[str]) -> None:
    code = (
        "import sys\n"
        "from skillgap.model import Match\n"
        "from skillgap.render import MatchesView, Result, render\n"
        "found = Match('x', 'unmatched', None, 3, 'assumed', None, 0.0, None)\n"
        "view = MatchesView((found,))\n"
        f"render(Result('match', None, view), format={form!r})\n"
        f"print(sorted({unwanted!r} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout == "[]\n"


def test_what_is_not_proven_by_less_than_a_per_cent_says_no_number() -> None:
    """“At most 60%” of what reaches 60% would be no news."""
    result = cohort_result(Served(PAYROLL_COURSE, 10, adds=0.25))
    view = result.data
    assert isinstance(view, CohortView)
    intake = view.cohort.intake._replace(after=0.6, bound=0.6)
    near = view._replace(cohort=view.cohort._replace(intake=intake))
    shown = render(result._replace(data=near), format="plain")
    assert "Not proven, but no others reach a whole per cent more." in shown
    assert "others could reach at most 61%" in render(result, format="plain")
