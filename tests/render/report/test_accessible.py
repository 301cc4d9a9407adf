"""axe-core finds nothing in a real Chromium: light, dark, print, narrow; all languages.

``SKILLGAP_AXE`` names axe-core's ``axe.min.js`` (npm install axe-core); where it is
set, as in the continuous integration, a Chromium has to be there too.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.command import COMMAND, SMALL
from tests.render.invented import RESULTS
from tests.render.report.browser import Browser, chromium

from skillgap.render import render
from skillgap.render.report import report_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.render.report.conftest import Make

AXE = os.environ.get("SKILLGAP_AXE")
pytestmark = pytest.mark.skipif(
    not AXE, reason="SKILLGAP_AXE names no axe.min.js (npm install axe-core)"
)
SHOWN: dict[str, dict[str, Any]] = {
    "light": {"width": 1280},
    "dark": {"width": 1280, "scheme": "dark"},
    "print": {"width": 816, "media": "print"},
    "narrow": {"width": 320},
    "narrow dark": {"width": 320, "scheme": "dark"},
}
PEOPLE = {
    "usual": ("excel:advanced", "dealing with customers", "juggling fire"),
    "nobody": (),
    "hostile": (
        "<script>document.title = 'taken'</script>",
        '"><img src=x onerror=alert(1)>',
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk" * 8,
    ),
}
VIEWS = [
    ("recommend", "-s", "excel", "--for", "bookkeeper", "--explain"),
    ("gap", "-s", "excel", "--for", "bookkeeper"),
    (
        "plan",
        "-s",
        "excel",
        "--for",
        "bookkeeper",
        "--compare",
        "--start",
        "2027-01-11",
    ),
    ("list", "credentials"),
]
NURSES = "registered-nurses-and-registered-psychiatric-nurses"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = (
    "axe.run(document, {'runOnly': RULES}).then(found => found.violations.concat("
    "found.incomplete).map(one => [one.id, one.impact, "
    "one.nodes.map(node => node.html).slice(0, 3)]))"
).replace("RULES", json.dumps(RULES))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all pages."""
    program = chromium()
    assert program, "a Chromium is needed: apt-get install chromium"
    with Browser(program, tmp_path_factory.mktemp("browser")) as started:
        yield started


@pytest.mark.parametrize("languages", [("en",), ("fr",), ("en", "fr")])
@pytest.mark.parametrize("person", PEOPLE)
def test_axe_finds_nothing(
    browser: Browser,
    make: Make,
    tmp_path: Path,
    person: str,
    languages: tuple[str, ...],
) -> None:
    report = make(*PEOPLE[person], name=max(PEOPLE[person], default="", key=len))
    look(browser, report_html(report, languages), tmp_path)
    assert browser.run("document.title").startswith("Y" if "en" in languages else "V")


def test_axe_finds_nothing_where_every_part_is_there(
    browser: Browser, make_real: Make, tmp_path: Path
) -> None:
    """Nurses need a licence; the catalogue knows programs that may pay."""
    report = make_real("excel", "caring for people", occupation=NURSES)
    assert report.programs
    look(browser, report_html(report, ("en", "fr")), tmp_path)


@pytest.mark.parametrize("name", ["cohort", "diff", "diff-batches", "replay"])
def test_axe_finds_nothing_on_cohorts_and_differences(
    browser: Browser, tmp_path: Path, name: str
) -> None:
    look(browser, render(RESULTS[name](), format="html"), tmp_path)


@pytest.mark.parametrize("command", VIEWS)
def test_axe_finds_nothing_on_the_pages_of_other_commands(
    browser: Browser, tmp_path: Path, command: tuple[str, ...]
) -> None:
    options = ("--format", "html", "--catalogue", str(SMALL))
    done = subprocess.run(
        [COMMAND, *command, *options], capture_output=True, check=True, cwd=tmp_path
    )
    look(browser, done.stdout.decode(), tmp_path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_axe_finds_nothing_on_the_reports_of_a_batch(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    """The list of them, and those of people who named no work or several."""
    rows = (
        "client,skills,target,language\n"
        'Ada Example,"excel, dealing with customers",bookkeeper;programmer,en\n'
        "<b>Zoë</b>,excel,,fr\n"
        f"{'Donaudampfschiff' * 12},excel,bookkeeper,fr\n"
        "../../x,excel,astronaut on mars,\n"
    )
    (tmp_path / "clients.csv").write_text(rows, encoding="utf-8")
    options = ("--report", "html", "--catalogue", str(SMALL), "--lang", language)
    command = [COMMAND, "batch", "clients.csv", *options]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    pages = sorted((tmp_path / "results" / "reports").iterdir())
    assert len(pages) == 4
    for page in pages:
        look(browser, page.read_text(encoding="utf-8"), tmp_path)


def look(browser: Browser, text: str, folder: Path) -> None:
    """Nothing is found in any of the ways to show a page, and nothing hangs over."""
    page = folder / "report.html"
    page.write_text(text, encoding="utf-8")
    browser.open(page)
    browser.run(Path(AXE or "").read_text(encoding="utf-8") + ";undefined")
    found = {}
    for name, shown in SHOWN.items():
        browser.show_as(**shown)
        found[name] = browser.run(FOUND)
        assert browser.run("document.documentElement.scrollWidth") <= shown["width"]
    assert found == {name: [] for name in SHOWN}
