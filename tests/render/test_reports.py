"""Findings for code hosts: SARIF and workflow annotations."""

from __future__ import annotations

import json

from skillgap.errors import Problem
from skillgap.render.annotations import render_annotations
from skillgap.render.sarif import render_sarif
from skillgap.version import __version__

FOUND = (
    Problem("error", "SG101", "unknown key a%b\n::x", "da ta/skills.yaml", 4, 5, "b?"),
    Problem("warning", "SG206", "no French", "skills.yaml", 9),
    Problem("note", "SG131", "not read", "/srv/other.yaml"),
)


def test_annotations_escape_what_would_end_them() -> None:
    assert render_annotations(FOUND) == (
        "::error file=da ta/skills.yaml,line=4,col=5,title=SG101"
        "::unknown key a%25b%0A::x%0Ab?\n"
        "::warning file=skills.yaml,line=9,title=SG206::no French\n"
        "::notice file=/srv/other.yaml,title=SG131::not read\n"
    )
    odd = Problem("error", "SG001", "x", "a:b,c%.yaml")
    assert (
        render_annotations([odd]) == "::error file=a%3Ab%2Cc%25.yaml,title=SG001::x\n"
    )


def test_sarif_has_what_the_standard_requires() -> None:
    log = json.loads(render_sarif(FOUND, {"SG101": "A key is\n unknown.", "SG1": "-"}))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    assert run["tool"]["driver"] == {
        "name": "skillgap",
        "semanticVersion": __version__,
        "rules": [
            {"id": "SG101", "shortDescription": {"text": "A key is unknown."}},
            {"id": "SG131"},
            {"id": "SG206"},
        ],
    }
    assert run["results"][0] == {
        "ruleId": "SG101",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "unknown key a%b\n::x (b?)"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "da%20ta/skills.yaml"},
                    "region": {"startLine": 4, "startColumn": 5},
                }
            }
        ],
    }
    assert [each["level"] for each in run["results"]] == ["error", "warning", "note"]
    assert [each["ruleIndex"] for each in run["results"]] == [0, 2, 1]
    (place,) = run["results"][1]["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 9}
    (place,) = run["results"][2]["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "file:///srv/other.yaml"}
    }


def test_a_clean_catalogue_is_a_run_without_results() -> None:
    (run,) = json.loads(render_sarif((), {}))["runs"]
    assert run["results"] == []
    assert render_annotations(()) == ""
