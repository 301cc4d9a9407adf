"""Small invented results: no person, credential or figure here is real."""

from __future__ import annotations

from tests.render.invented_cohort import cohort_result
from tests.render.invented_history import RESULTS as HISTORY

from skillgap.catalogue import CatalogueCheck, CatalogueInfo
from skillgap.catalogue.stats import (
    CatalogueStats,
    FieldCount,
    IssuerCount,
    StaleFact,
    TaughtShare,
)
from skillgap.errors import Problem
from skillgap.model import (
    Basis,
    Candidate,
    CatalogueSource,
    Closing,
    Comparison,
    Credential,
    Development,
    Education,
    Fact,
    Field,
    Fit,
    Gap,
    Issuer,
    Match,
    Occupation,
    OlderOutlook,
    Prerequisites,
    Quantity,
    Reason,
    Recommendation,
    Recommendations,
    Regulation,
    Requirement,
    Skill,
    Source,
    Text,
    Texts,
    Wage,
)
from skillgap.model.cohort import Served
from skillgap.render import (
    CheckView,
    ExploreView,
    GapView,
    ListView,
    MatchesView,
    RecommendView,
    Result,
    ShowView,
    StatsView,
)

INFO = CatalogueInfo(
    "invented",
    Text("Invented", "Inventé"),
    "2026-11-23",
    "CAD",
    "Ontario",
    "sha256:00ff",
)
SPREADSHEETS = Skill("spreadsheets", Text("Spreadsheets", "Tableurs"), "tool")
PAYABLES = Skill(
    "accounts-payable",
    Text("Accounts payable", "Comptes fournisseurs"),
    "technical",
    Texts(("paying bills",), ("paiement des factures",)),
    broader=("bookkeeping",),
)
BOOKKEEPING = Skill(
    "bookkeeping",
    Text("Bookkeeping", "Tenue de livres"),
    "technical",
    uri="http://example.org/skill/1",
)
PAYROLL = Skill("payroll-law", Text("Payroll law", "Droit de la paie"), "knowledge")
TACT = Skill("tact", Text("Tact", "Tact"), "transferable")
SERVICE = Skill(
    "customer-service",
    Text("Customer service", "Service à la clientèle"),
    "transferable",
)

MATCHES = (
    Match(
        "excel",
        "matched",
        SPREADSHEETS,
        4,
        "stated",
        "exact",
        1.0,
        "Excel",
        (Candidate(SPREADSHEETS, 1.0, "Excel"),),
    ),
    Match(
        "payin bills",
        "matched",
        PAYABLES,
        3,
        "assumed",
        "typo",
        0.93,
        "paying bills",
        (
            Candidate(PAYABLES, 0.93, "paying bills"),
            Candidate(PAYROLL, 0.61, "paying staff"),
        ),
        "5 years",
    ),
    Match(
        "angry people",
        "unsure",
        None,
        3,
        "assumed",
        None,
        0.55,
        None,
        (Candidate(TACT, 0.55, "calm people"), Candidate(SERVICE, 0.52, "people")),
    ),
    Match("zzz", "unmatched", None, 3, "assumed", None, 0.0, None),
)

BASES = {
    "noc_duties": Basis(
        "noc_duties", Text("main duties in the NOC", "fonctions principales de la CNP")
    ),
    "onet_importance": Basis("onet_importance", Text("O*NET importance", None)),
}
SOURCES = {
    "job-bank": CatalogueSource("job-bank", "Job Bank wages", "ESDC", as_of="2024"),
}
FIELDS = {"accounting": Field("accounting", Text("Accounting", "Comptabilité"))}

BOOKKEEPER = Occupation(
    "bookkeepers",
    "12200",
    Text("Bookkeepers", "Teneurs/teneuses de livres"),
    Texts(("accounting clerk",), ("commis comptable",)),
    teer=2,
    field="accounting",
    wage=Wage(19.0, 26.44, 40.87, "CAD/hour", "Ontario", "2023-2024", "job-bank"),
    outlook=Fact("outlook", "moderate", "Ontario", "2024-2026", "job-bank"),
    demand=(Fact("cops_future", "Balance", "Canada", "2024-2033", "job-bank"),),
    in_demand=True,
    regulated=Regulation("voluntary", "Guild of Books", None, "https://example.org/r"),
    outlook_older=OlderOutlook(
        "good", "good, fair, limited", "Ontario", "2019-2021", "1311", "job-bank"
    ),
    education=Education(("college", "apprenticeship"), "job-bank"),
    uris=("http://example.org/occupation/1",),
    onet=("43-3031.00",),
    requirements=(
        Requirement("bookkeeping", "essential", 5, None, "noc_duties", "duty 1 of 8"),
        Requirement("payroll-law", "essential", 4, 4, "noc_duties"),
        Requirement("spreadsheets", "essential", 4, None, "onet_importance"),
        Requirement("tact", "optional", 2, None, None),
    ),
)


def _comparison(
    index: int,
    skill: Skill,
    have: int,
    basis: str | None = None,
    by: Skill | None = None,
) -> Comparison:
    requirement = BOOKKEEPER.requirements[index]
    return Comparison(
        requirement, skill, requirement.need, have, requirement.need_basis, basis, by
    )


GAP = Gap(
    BOOKKEEPER,
    0.574,
    covered=(
        _comparison(0, BOOKKEEPING, 3, "assumed", PAYABLES),
        _comparison(2, SPREADSHEETS, 4, "stated"),
    ),
    below_level=(),
    missing=(_comparison(1, PAYROLL, 0), _comparison(3, TACT, 0)),
)

COLLEGE = Issuer("maple-college", Text("Maple College"), "college", "https://m.example")
PAYROLL_COURSE = Credential(
    "payroll-course",
    Text("Payroll Law for Small Firms", "Droit de la paie pour petites entreprises"),
    COLLEGE,
    "micro_credential",
    "accounting",
    (Development("payroll-law", 3), Development("bookkeeping")),
    Quantity(60, "h", "range", 30, 60),
    Quantity(6, "week", "stated"),
    Quantity(1234.5, "CAD", "stated"),
    "unknown",
    "high",
    Source("https://m.example/payroll", "issuer", "2018", "as listed"),
    osap="yes",
    unit="Continuing Studies",
    delivery="online",
    languages=("en", "fr"),
    prerequisites=Prerequisites(
        ("tact-badge",), "a quiet room", (("tact-badge", "quiet-badge"),)
    ),
    equivalent_to=("evening-payroll",),
    cost_note="books included",
    cost_as_of="2024",
    retrieved="2026-11-23",
)
TACT_BADGE = Credential(
    "tact-badge",
    Text("Tact", "Tact"),
    Issuer("pine", Text("Pine Institute", "Institut Pin"), "indigenous_institute"),
    "course",
    "accounting",
    (Development("tact"),),
    Quantity(40, "h", "range", 40, None),
    Quantity(None, "week", "unknown"),
    Quantity(None, "CAD", "unknown"),
    "current",
    "low",
    Source("https://p.example/tact", "news"),
)

RECOMMENDATIONS = Recommendations(
    (BOOKKEEPER,),
    (GAP,),
    0.574,
    (
        Recommendation(
            1,
            PAYROLL_COURSE,
            0.25,
            0.824,
            (Closing(PAYROLL, 0, 3),),
            (Reason(BOOKKEEPER, GAP.missing[0], 0, 3, 0.25),),
            (TACT_BADGE,),
        ),
        Recommendation(
            2,
            TACT_BADGE,
            0.083,
            0.907,
            (Closing(TACT, 1, 3),),
            (Reason(BOOKKEEPER, GAP.missing[1], 1, 3, 0.083),),
        ),
    ),
    (SERVICE,),
    set_aside=(("max-hours", 1), ("delivery", 3), ("retired", 1)),
)

PROBLEMS = (
    Problem(
        "error",
        "unknown-key",
        "“levle” is no key of a skill",
        "skills.yaml",
        12,
        5,
        "did you mean “level”?",
    ),
    Problem("warning", "stale-fact", "read in 2018", "credentials.yaml", 3),
    Problem("note", "no-file", "there is no funding.yaml"),
)

HOSTILE = "\x1b[31m[bold]=cmd|'/c'!A1\u202e*x*\x9b2J\n<b>&`\ud800"
"""What a name may hold: escapes, markup of four kinds, a formula, a lone surrogate."""


def recommend_result() -> Result:
    return Result(
        "recommend",
        INFO,
        RecommendView(RECOMMENDATIONS, MATCHES, BASES, SOURCES),
        (),
        ("skillgap gap --for 12200", "skillgap recommend --explain"),
    )


def gap_result() -> Result:
    return Result("gap", INFO, GapView(GAP, MATCHES[:1], BASES, SOURCES))


def explore_result() -> Result:
    fits = (Fit(1, BOOKKEEPER, 0.574, 0.61, (PAYROLL, TACT)),)
    return Result("explore", INFO, ExploreView(fits, MATCHES[:1], SOURCES))


def match_result() -> Result:
    return Result("match", INFO, MatchesView(MATCHES))


def check_result() -> Result:
    check = CatalogueCheck({"skills": 6, "occupations": 1, "credentials": 2}, PROBLEMS)
    return Result("catalogue check", None, CheckView(check))


def list_result(kind: str) -> Result:
    records = {
        "occupations": (BOOKKEEPER,),
        "credentials": (PAYROLL_COURSE, TACT_BADGE),
        "skills": (BOOKKEEPING, TACT),
    }[kind]
    return Result("list", INFO, ListView(kind, records, FIELDS, 7))


def show_result(kind: str) -> Result:
    skills = {each.id: each for each in (BOOKKEEPING, PAYROLL, SPREADSHEETS, TACT)}
    view = ShowView(BOOKKEEPER, skills, {}, FIELDS, BASES, SOURCES)
    if kind == "credential":
        credentials = {TACT_BADGE.id: TACT_BADGE}
        view = view._replace(record=PAYROLL_COURSE, credentials=credentials)
    if kind == "skill":
        asked = ((BOOKKEEPER, BOOKKEEPER.requirements[0]),)
        view = view._replace(
            record=PAYABLES, required_by=asked, taught_by=(PAYROLL_COURSE,)
        )
    return Result("show", INFO, view)


def stats_result() -> Result:
    stats = CatalogueStats(
        6,
        1,
        2,
        {"skills": 6, "requirements": 1732, "occupations": 1, "credentials": 2},
        (IssuerCount(COLLEGE, 1),),
        (FieldCount(FIELDS["accounting"], 1, 2),),
        (
            TaughtShare("all", 3, 4),
            TaughtShare("12200", 0, 0, ("12200",), ("technical",)),
        ),
        (StaleFact("cost", "payroll-course", "2021"),),
        (
            SOURCES["job-bank"]._replace(
                licence="Open Licence",
                attribution="Contains invented information.",
                url="https://example.org/wages",
            ),
        ),
    )
    return Result("catalogue stats", INFO, StatsView(stats))


def failed_result() -> Result:
    problem = Problem(
        "error", "unknown-occupation", "“bookeper” is no occupation", hint="bookkeeper?"
    )
    return Result("recommend", INFO, None, (problem,))


RESULTS = {
    "recommend": recommend_result,
    "gap": gap_result,
    "explore": explore_result,
    "match": match_result,
    "list-occupations": lambda: list_result("occupations"),
    "list-credentials": lambda: list_result("credentials"),
    "list-skills": lambda: list_result("skills"),
    "show-occupation": lambda: show_result("occupation"),
    "show-credential": lambda: show_result("credential"),
    "show-skill": lambda: show_result("skill"),
    "check": check_result,
    "stats": stats_result,
    "failed": failed_result,
    **HISTORY,
    "cohort": lambda: cohort_result(
        Served(PAYROLL_COURSE, 12, adds=0.25),
        Served(PAYROLL_COURSE, None, adds=None),
    ),
    "cohort-without-intake": cohort_result,
}
