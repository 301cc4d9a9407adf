"""Findings as SARIF 2.1.0, which code hosts and editors show beside the lines.

The form is that of the OASIS standard (sarif-schema-2.1.0); only what is known is
written, so a finding without a line has no region.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.errors import Problem

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)


def render_sarif(
    problems: Iterable[Problem],
    rules: Mapping[str, str],
    pages: Mapping[str, str] | None = None,
    base: str | None = None,
) -> str:
    """One run of the check with its findings.

    ``rules`` is what each rule means; those that were broken are described, with the
    whole of their pages (Markdown, by file name) where those are given, and with the
    pages' addresses below ``base``, the address of the folder that they are published
    in, where that is known.
    """
    found = tuple(problems)
    broken = sorted({problem.rule for problem in found})
    number = {id_: index for index, id_ in enumerate(broken)}
    driver = {
        "name": "skillgap",
        "semanticVersion": __version__,
        "rules": [
            _rule(id_, rules.get(id_, ""), (pages or {}).get(f"{id_}.md"), base)
            for id_ in broken
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, number[problem.rule]) for problem in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(id_: str, meaning: str, page: str | None, base: str | None) -> dict[str, Any]:
    rule: dict[str, Any] = {"id": id_}
    if text := " ".join(meaning.split()):
        rule["shortDescription"] = {"text": text}
    if page:
        rule["help"] = {"text": text or page, "markdown": page}
    if base:
        rule["helpUri"] = f"{base.rstrip('/')}/{id_}.md"
    return rule


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    text = problem.message
    if problem.hint:
        text = f"{text} ({problem.hint})"
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": text},
    }
    if problem.path:
        place: dict[str, Any] = {"artifactLocation": {"uri": _address(problem.path)}}
        if problem.line:
            region = {"startLine": problem.line, "startColumn": problem.column}
            place["region"] = {name: at for name, at in region.items() if at}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _address(path: str) -> str:
    """A path as an address: relative where it is, so that it fits any checkout."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
