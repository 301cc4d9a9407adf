"""Whole outputs, written out in expected/, in both languages and every format.

A name is ``<result>.<language>.<format>``, or ``.<width>.table`` for a table. After a
wanted change, ``pytest tests/render --snapshot-update`` writes them anew: read the
difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.render.invented import RESULTS

from skillgap.locale import use_language
from skillgap.render import render

EXPECTED = Path(__file__).parent / "expected"
LANGUAGES = ("en", "fr")
FORMATS = ("60.table", "120.table", "plain", "json", "csv", "markdown")
EXPLAINED = ("recommend", "match")
WHOLE = ("recommend", "gap", "explore", "match")
NAMES = [
    f"{result}.{language}.{form}"
    for result in RESULTS
    for language in LANGUAGES
    for form in (FORMATS if result in WHOLE else ("60.table", "plain", "csv"))
]


@pytest.mark.parametrize("name", NAMES)
def test_output_is_as_written_out(name: str, request: pytest.FixtureRequest) -> None:
    result, language, *width, form = name.split(".")
    use_language(language)
    text = render(
        RESULTS[result](),
        format=form,  # type: ignore[arg-type]
        width=int(width[0]) if width else 80,
        explain=result in EXPLAINED,
    )
    path = EXPECTED / name
    if request.config.getoption("--snapshot-update"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


def test_nothing_else_is_expected() -> None:
    assert {path.name for path in EXPECTED.iterdir()} == set(NAMES)
