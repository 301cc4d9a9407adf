"""The page: whole, still, the same in both languages, and deaf to markup."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.advice import Wishes
from skillgap.catalogue import bundled_folder, load_catalogue
from skillgap.locale import current_language, use_language
from skillgap.matching import match_claims
from skillgap.model import Claim
from skillgap.model.eligibility import Applicant
from skillgap.model.plan import Means
from skillgap.render.report import report_html, report_markdown
from skillgap.render.safe import visible
from skillgap.report import Case, make_report

if TYPE_CHECKING:
    from tests.render.report.conftest import Make

    from skillgap.catalogue import Catalogue
    from skillgap.render.report import Report

HOSTILE = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> {{ 7 * 7 }} {% include 'x' %}",
    "</style></title></svg> javascript:alert(1)",
    "Wolfeschlegelsteinhausenbergerdorff" * 6,
)
VOID = {"meta", "link", "img", "br", "hr", "input"}


class Page(HTMLParser):
    """A page taken apart: its elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["title"]):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_it_says_each_part_in_order(report: Report) -> None:
    text = report_html(report, ("en",))
    titles = re.findall(r"<h2>(.*?)</h2>", text)
    assert titles == [
        "In short",
        "What to do next",
        "What you told us",
        "Where you stand",
        "Your plan",
        "Is it enough?",
        "Where this comes from",
    ]
    assert Page(text).text.startswith("Your way to: Ledger keepers For: Ada Example")


def test_each_requirement_is_drawn_with_the_same_in_words(report: Report) -> None:
    page = Page(report_html(report, ("en",)))
    gap = report.view.plan.gap
    everything = (*gap.covered, *gap.below_level, *gap.missing)
    for one in everything:
        assert one.skill.label.en is not None
        assert f"{one.skill.label.en} You have: " in page.text
    steps = len(report.view.plan.steps)
    assert len(page.named("svg")) == 1 + len(everything) + steps
    assert all(one["aria-hidden"] == "true" for one in page.named("svg"))


@pytest.mark.parametrize("languages", [("en",), ("fr",), ("en", "fr"), ("fr", "en")])
def test_languages_stand_side_by_side(
    report: Report, languages: tuple[str, ...]
) -> None:
    use_language("fr")
    page = Page(report_html(report, languages))
    assert current_language() == "fr"
    assert page.open == []
    assert page.named("html") == [{"lang": languages[0]}]
    spoken = [one["lang"] for one in page.named("section")]
    assert spoken == list(languages) * (len(spoken) // len(languages))
    assert ("Where you stand" in page.text) == ("en" in languages)
    assert ("Où vous en êtes" in page.text) == ("fr" in languages)


def test_it_runs_and_fetches_nothing(make: Make) -> None:
    text = report_html(make(*HOSTILE, name=HOSTILE[0]), ("en", "fr"))
    page = Page(text)
    assert page.open == []
    tags = {tag for tag, _attributes in page.elements}
    assert tags.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    for _tag, attributes in page.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert attributes.keys().isdisjoint({"src", "style", "srcset", "action"})
    for link in page.named("a"):
        assert (link["href"] or "").startswith(("https://", "http://"))
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    policy = next(one for one in page.named("meta") if "http-equiv" in one)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    for phrase in HOSTILE:
        assert " ".join(phrase.split()) in page.text


@given(st.text(max_size=40))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_is_shown_as_it_is(report: Report, name: str) -> None:
    page = Page(report_html(report._replace(name=f"x{name}"), ("en",)))
    assert page.open == []
    shown = " ".join(f"For: x{visible(name)}".split())
    assert shown in page.text


def test_an_id_is_there_once(report: Report) -> None:
    page = Page(report_html(report, ("en", "fr")))
    ids = [one["id"] for _tag, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))


def test_its_number_follows_from_what_was_asked(make: Make) -> None:
    assert make("excel").number == make("excel").number
    assert make("excel", name="A").number == make("excel", name="B").number
    assert make("excel").number != make("excel:advanced").number
    assert make("excel").number != make("excel", occupation="pay-clerks").number


def test_a_licence_comes_first_among_what_to_do(make: Make) -> None:
    page = Page(report_html(make("excel", occupation="gas-pipers"), ("en",)))
    todo = page.text.partition("Start on Monday morning.")[2]
    assert "license this work" in todo.partition("What you told us")[0]
    assert "Short credentials alone will not get you to" in page.text


def test_who_may_pay_is_told_rule_by_rule(make_real: Make) -> None:
    bookkeepers = "accounting-technicians-and-bookkeepers"
    page = Page(report_html(make_real("excel", occupation=bookkeepers), ("en",)))
    told = page.text.partition("Who may pay")[2].partition("Is it enough?")[0]
    assert "OSAP for micro-credentials The rules about you: ask." in told
    assert "Better Jobs Ontario" in told
    assert "Resident of Ontario, as OSAP defines it ask 2026-11-23" in told


def test_each_rule_of_a_program_is_told_once(make_real: Make) -> None:
    bookkeepers = "accounting-technicians-and-bookkeepers"
    text = report_markdown(make_real("excel", occupation=bookkeepers), ("en",))
    told = text.partition("## Who may pay")[2].partition("## Is it enough?")[0]
    for program in told.split("### ")[1:]:
        rules = [line for line in program.splitlines() if line.startswith("| ")]
        assert len(rules) > 3
        assert len(rules) == len(set(rules))


def test_what_was_understood_but_does_not_count_need_not_be_said_otherwise(
    make_real: Make,
) -> None:
    """A language that is spoken, and what the person says that they cannot do."""
    bookkeepers = "accounting-technicians-and-bookkeepers"
    said = ("basic French", "I can't drive a truck", "xyzzy plugh")
    text = report_markdown(make_real(*said, occupation=bookkeepers), ("en",))
    assert "Say these in other words, and ask for a new report: “xyzzy plugh”." in text
    assert "1 phrase was not clear to us." in text
    calm = report_markdown(make_real(*said[:2], occupation=bookkeepers), ("en",))
    assert "Say these in other words" not in calm
    assert "not clear to us" not in calm
    assert "a language you speak" in calm


def asked(
    catalogue: Catalogue,
    said: tuple[Claim, ...],
    means: Means,
    occupation: str = "ledger-keepers",
) -> str:
    case = Case(
        catalogue.occupation(occupation),
        match_claims(said, catalogue, ()),
        (),
        means,
        Wishes(),
    )
    return report_markdown(make_report(case, catalogue, Applicant()), ("en",))


def test_who_has_everything_is_not_told_who_may_pay(make_real: Make) -> None:
    catalogue = load_catalogue(bundled_folder())
    occupation = catalogue.occupation("accounting-technicians-and-bookkeepers")
    said = tuple(
        Claim(str(catalogue.skill(one.skill).label.en), 5)
        for one in occupation.requirements
    )
    text = asked(catalogue, said, Means(), occupation.id)
    assert "Who may pay" in report_markdown(
        make_real("excel", occupation=occupation.id), ("en",)
    )
    assert "You already have everything that this occupation asks for" in text
    assert "Look at job postings for this work, and apply." in text
    assert "Who may pay" not in text


@pytest.mark.parametrize(
    "means", [Means(budget=0, hours_per_week=0.1, hours=0.1), Means(hours_per_week=0)]
)
def test_where_nothing_fits_the_next_step_says_what_would(
    small: Catalogue, means: Means
) -> None:
    """And nothing that is handed over names an option of a command."""
    text = asked(small, (Claim("xyzzy"),), means)
    assert "See how to find more hours a week or more money" in text
    assert "Where you named no level" not in text
    assert " --" not in text.replace("| --", "")


def test_a_plan_claims_no_limits_that_nobody_named(small: Catalogue) -> None:
    def text(means: Means) -> str:
        return asked(small, (Claim("excel"),), means)

    assert "within the time and money that you named" in text(Means(budget=900))
    assert "within the time and money that you named" not in text(Means())
    assert "You named no hours a week and no budget" in text(Means())


def test_how_firm_a_plan_is_can_be_left_out(small: Catalogue) -> None:
    case = Case(
        small.occupation("ledger-keepers"),
        match_claims((Claim("excel"),), small, ()),
        (),
        Means(),
        Wishes(),
    )
    whole = make_report(case, small, Applicant())
    quick = make_report(case, small, Applicant(), tried=False)
    assert whole.view.stability is not None
    assert quick.view.stability is None
    assert quick.view.plan == whole.view.plan
    assert quick.number == whole.number
    assert "We changed it a little" in report_html(whole, ("en",))
    assert "We changed it a little" not in report_html(quick, ("en",))
