"""Findings are SARIF 2.1.0 to the schema of the standard and to a validator of its own.

``SKILLGAP_SARIF`` names the folder of the npm package @microsoft/sarif-multitool-linux,
which holds both; where it is set, as in the continuous integration, nothing here is
left out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import jsonschema
import pytest
from tests.cli.command import SMALL

if TYPE_CHECKING:
    from tests.cli.command import Run

TOOL = os.environ.get("SKILLGAP_SARIF")
pytestmark = pytest.mark.skipif(
    not TOOL,
    reason="SKILLGAP_SARIF names no folder of @microsoft/sarif-multitool-linux (npm)",
)
CHECK = ("catalogue", "check", "--format", "sarif")
NO_PAGE_OF_ITS_OWN = "SARIF2005"
"""The one wish that the validator has: the address of a page about the program."""


NAME = "à réparer (été) % #1 «œ»"


def whole(folder: Path) -> Path:
    """The small catalogue, under a name of many letters."""
    return Path(shutil.copytree(SMALL, folder / NAME))


def broken(folder: Path) -> Path:
    """The same with an error in each of several files."""
    place = whole(folder)
    changes = {
        "skills.yaml": ("kind: technical", "kind: «sorcellerie»"),
        "occupations.yaml": ("importance: 5", "importance: 50"),
        "credentials.yaml": ("url: ", "url: nowhere "),
    }
    for name, (old, new) in changes.items():
        text = (place / name).read_text(encoding="utf-8")
        assert old in text
        (place / name).write_text(text.replace(old, new), encoding="utf-8")
    (place / "funding.yaml").write_text("funding: [", encoding="utf-8")
    return place


def validated(log: str, folder: Path) -> list[str]:
    """The validator's rules that a log breaks; an error where the schema is broken.

    The standard's schema is held to first, its formats (addresses, dates) included.
    """
    assert TOOL
    schema = json.loads((Path(TOOL) / "sarif-2.1.0.json").read_text("utf-8-sig"))
    of = jsonschema.validators.validator_for(schema)
    of(schema, format_checker=of.FORMAT_CHECKER).validate(json.loads(log))
    return told_by_the_tool(log, folder)


def told_by_the_tool(log: str, folder: Path) -> list[str]:
    """The validator's rules that a log breaks, be it in an error or a warning."""
    asked, told = folder / "asked.sarif", folder / "told.sarif"
    asked.write_text(log, encoding="utf-8")
    subprocess.run(
        [
            *(Path(str(TOOL)) / "Sarif.Multitool", "validate", asked),
            *("--output", told, "--log", "ForceOverwrite"),
        ],
        check=False,
        capture_output=True,
        cwd=folder,
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        timeout=120,
    )
    (run,) = json.loads(told.read_text("utf-8-sig"))["runs"]
    return sorted({each["ruleId"] for each in run.get("results", ())})


@pytest.mark.parametrize(
    ("language", "published"),
    [("en", {}), ("fr", {"SKILLGAP_RULES_URL": "https://example.org/docs/rules"})],
)
def test_the_bundled_catalogue(
    run: Run, tmp_path: Path, language: str, published: dict[str, str]
) -> None:
    done = run(*CHECK, "--lang", language, **published)
    assert done.code == 0
    assert validated(done.out, tmp_path) == [NO_PAGE_OF_ITS_OWN]


@pytest.mark.parametrize("given", ["relative", "absolute"])
def test_warnings_and_notes_of_several_files(
    run: Run, tmp_path: Path, given: str
) -> None:
    place = whole(tmp_path)
    done = run(
        *(*CHECK, str(place) if given == "absolute" else NAME),
        *("--stale", "1", "--today", "2030-01-01"),
    )
    assert done.code == 0
    levels, addresses = seen(done.out)
    assert levels == {"warning", "note"}
    start = place.as_uri() if given == "absolute" else quote(NAME)
    assert addresses == {
        *(f"{start}/catalogue.yaml", f"{start}/credentials.yaml"),
        *(f"{start}/occupations.yaml", f"{start}/skills.yaml"),
    }
    assert validated(done.out, tmp_path) == [NO_PAGE_OF_ITS_OWN]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_errors_of_several_files(run: Run, tmp_path: Path, language: str) -> None:
    broken(tmp_path)
    done = run(*CHECK, NAME, "--lang", language)
    assert done.code == 1
    levels, addresses = seen(done.out)
    assert levels == {"error"}
    start = quote(NAME)
    assert addresses == {
        *(f"{start}/credentials.yaml", f"{start}/funding.yaml"),
        *(f"{start}/occupations.yaml", f"{start}/skills.yaml"),
    }
    assert validated(done.out, tmp_path) == [NO_PAGE_OF_ITS_OWN]


def seen(log: str) -> tuple[set[str], set[str]]:
    """The levels and the addresses of the files of all findings."""
    (run,) = json.loads(log)["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]
    levels = {each["level"] for each in run["results"]}
    return levels, {each["artifactLocation"]["uri"] for each in places}


def test_what_is_no_sarif_is_found(run: Run, tmp_path: Path) -> None:
    """Both judges can say no."""
    log = json.loads(run(*CHECK).out)
    log["runs"][0]["results"][0]["level"] = "catastrophe"
    text = json.dumps(log)
    with pytest.raises(jsonschema.ValidationError):
        validated(text, tmp_path)
    assert told_by_the_tool(text, tmp_path) != [NO_PAGE_OF_ITS_OWN]
