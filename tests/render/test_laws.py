"""What holds of every result, format, language and width."""

from __future__ import annotations

import itertools
import json
import re
import unicodedata

import pytest
from tests.render.invented import RESULTS

from skillgap.locale import use_language
from skillgap.render import render

LANGUAGES = ("en", "fr")
FORMATS = ("table", "plain", "json", "csv", "markdown")
WIDTHS = (20, 40, 60, 79, 80, 100, 120, 200)
EVERY = list(itertools.product(RESULTS, LANGUAGES))
WORD = re.compile(r"\w{4,}")
VALUE = re.compile(r"^[^:]+: ")


def show(result: str, language: str, form: str, **options: object) -> str:
    use_language(language)
    return render(RESULTS[result](), format=form, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("result", "language"), EVERY)
def test_a_table_fits_its_width(result: str, language: str) -> None:
    if result in ("check", "failed"):
        pytest.skip("places in files are never broken")
    for width in WIDTHS[1:]:
        text = show(result, language, "table", width=width)
        long = [
            line
            for line in text.splitlines()
            if len(line) > width and not line.startswith("skillgap ")
        ]
        assert long == [], width


@pytest.mark.parametrize(("result", "language"), EVERY)
def test_no_width_loses_a_fact(result: str, language: str) -> None:
    lines = show(result, language, "plain").splitlines()
    facts = {word for line in lines for word in WORD.findall(VALUE.sub("", line))}
    for width in WIDTHS[2:]:
        text = show(result, language, "table", width=width)
        joined = re.sub(r"\s+", "", text)
        assert {word for word in facts if word not in joined} == set(), width


@pytest.mark.parametrize(("result", "language"), EVERY)
def test_colour_only_repeats_what_words_say(result: str, language: str) -> None:
    plain = show(result, language, "table", width=100)
    coloured = show(result, language, "table", width=100, color=True)
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in stripped.splitlines()] == plain.splitlines()
    if result not in ("check", "failed"):
        assert coloured != plain


@pytest.mark.parametrize(("result", "language"), EVERY)
@pytest.mark.parametrize("form", FORMATS)
def test_output_is_stable_and_ends_its_line(
    result: str, language: str, form: str
) -> None:
    first = show(result, language, form)
    assert first == show(result, language, form)
    assert first.endswith("\n")
    assert not first.startswith("\n")


@pytest.mark.parametrize(("result", "language"), EVERY)
def test_plain_text_has_no_boxes_and_no_columns(result: str, language: str) -> None:
    text = show(result, language, "plain")
    assert not [c for c in text if unicodedata.category(c) in ("So", "Sk")]
    assert "  " not in text
    assert "\t" not in text


@pytest.mark.parametrize(("result", "language"), EVERY)
def test_no_emoji_anywhere(result: str, language: str) -> None:
    for form in FORMATS:
        assert not [c for c in show(result, language, form) if ord(c) > 0xFFFF]


@pytest.mark.parametrize("result", RESULTS)
def test_json_is_sorted_and_speaks_both_languages_in_the_same_keys(
    result: str,
) -> None:
    english, french = (json.loads(show(result, each, "json")) for each in LANGUAGES)
    assert list(english) == ["catalogue", "command", "data", "problems", "skillgap"]
    assert shape(english) == shape(french)


@pytest.mark.parametrize("result", RESULTS)
def test_the_header_of_csv_is_the_same_in_french(result: str) -> None:
    english, french = (show(result, each, "csv") for each in LANGUAGES)
    assert english.split("\r\n")[0] == french.split("\r\n")[0]
    assert re.fullmatch(r"[a-z_,]+", english.split("\r\n")[0])


@pytest.mark.parametrize("result", RESULTS)
def test_french_writes_no_break_spaces(result: str) -> None:
    text = show(result, "fr", "plain")
    assert not re.search(r"\w :(\s|$)| %|« | »", text.replace("« - »", ""))


def shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(part) for part in value]
    return type(value).__name__
