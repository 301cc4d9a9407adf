"""Names that try to be more than text, in every format."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.invented import (
    COLLEGE,
    HOSTILE,
    INFO,
    MATCHES,
    PAYROLL_COURSE,
    PROBLEMS,
    RECOMMENDATIONS,
    TACT,
)

from skillgap.model import Text
from skillgap.render import (
    CheckView,
    ListView,
    MatchesView,
    RecommendView,
    Result,
    render,
    render_problems,
)
from skillgap.render.blocks import Column, Document, Paragraph, Row, Table
from skillgap.render.csv import neutral
from skillgap.render.markdown import escaped, render_markdown
from skillgap.render.plain import render_plain
from skillgap.render.safe import json_safe, visible
from skillgap.render.table import render_table

if TYPE_CHECKING:
    from skillgap.render import Format

TEXT_FORMATS: tuple[Format, ...] = ("table", "plain", "csv", "markdown")
OBEYED = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def hostile_result(text: str) -> Result:
    skill = TACT._replace(label=Text(text))
    issuer = COLLEGE._replace(name=Text(text))
    credential = PAYROLL_COURSE._replace(name=Text(text), issuer=issuer, unit=text)
    first = RECOMMENDATIONS.recommendations[0]
    row = first._replace(
        credential=credential, closes=(first.closes[0]._replace(skill=skill),)
    )
    advice = RECOMMENDATIONS._replace(recommendations=(row,), not_taught=(skill,))
    match = MATCHES[1]._replace(phrase=text, matched_label=text, skill=skill)
    view = RecommendView(advice, (match,))
    return Result("recommend", INFO, view, (), (f"skillgap gap -s '{text}'",))


@pytest.mark.parametrize("form", TEXT_FORMATS)
def test_nothing_that_a_terminal_obeys_is_written(form: Format) -> None:
    text = render(hostile_result(HOSTILE), format=form, width=120, explain=True)
    assert OBEYED.findall(text.replace("\r\n", "\n")) == []
    text.encode("utf-8")


def test_json_keeps_the_name_and_escapes_it() -> None:
    text = render(hostile_result(HOSTILE), format="json")
    assert OBEYED.findall(text) == []
    text.encode("utf-8")
    row = json.loads(text)["data"]["recommendations"][0]
    assert row["credential"]["name"] == HOSTILE


def test_coloured_tables_hold_only_their_own_escapes() -> None:
    text = render(hostile_result(HOSTILE), format="table", width=120, color=True)
    assert OBEYED.findall(re.sub(r"\x1b\[[0-9;]+m", "", text)) == []
    assert r"\x1b[31m[bold]" in text


def test_markup_of_rich_is_shown() -> None:
    document = Document((Paragraph("[red]a[/red] :smile: \\[b]"),))
    assert render_table(document, width=80, color=False) == (
        "[red]a[/red] :smile: \\[b]\n"
    )


def test_plain_text_keeps_one_fact_a_line() -> None:
    document = Document((Paragraph("a\nHours: 1\r\nb\u2028c"),))
    assert render_plain(document) == "a Hours: 1 b c\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", r"a\|b"),
        ("<b>x</b>", "&#60;b&#62;x&#60;/b&#62;"),
        ("[x](http://e.org)", r"\[x\](http:&#47;&#47;e.org)"),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
        ("@user #1 &amp;", r"&#64;user \#1 &#38;amp;"),
        ("- a", "&#45; a"),
        ("1. a", "&#49;. a"),
        ("# a", r"\# a"),
        ("www.e.org", "www&#46;e.org"),
        ("  padded ", "padded"),
        ("$1$", r"\$1\$"),
        ("été - 5", "été - 5"),
    ],
)
def test_markdown_escapes(text: str, written: str) -> None:
    assert escaped(text) == written


def test_a_row_of_markdown_stays_a_row() -> None:
    columns = (Column("A"), Column("B"))
    row = Row(("x|y\n| z |", ("1", "2")))
    assert render_markdown(Document((Table(columns, (row,)),))) == (
        "| A | B |\n| --- | --- |\n| x\\|y \\| z \\| | 1<br>2 |\n"
    )


def test_a_fence_is_longer_than_what_it_holds() -> None:
    result = Result("match", INFO, MatchesView(()), (), ("skillgap ````",))
    assert "`````text\nskillgap ````\n`````" in render(result, format="markdown")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ("\uff1d1", "'\uff1d1"),
        ("a=1", "a=1"),
        (-1.5, -1.5),
        (None, ""),
        (True, "true"),
        (0, 0),
    ],
)
def test_formulas_are_neutral_in_csv(value: object, written: object) -> None:
    assert neutral(value) == written


def test_csv_quotes_as_the_rfc_says() -> None:
    skill = TACT._replace(label=Text('say "hi", twice'))
    text = render(Result("list", INFO, ListView("skills", (skill,))), format="csv")
    assert text == 'id,label,kind\r\ntact,"say ""hi"", twice",transferable\r\n'


@given(st.text())
def test_any_name_survives_csv_in_one_row(text: str) -> None:
    skill = TACT._replace(label=Text(text or "x"))
    out = render(Result("list", INFO, ListView("skills", (skill,))), format="csv")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert len(rows) == 2
    shown = visible(text or "x")
    assert rows[1][1] in (shown, f"'{shown}")


@given(st.text(alphabet=st.characters()))
def test_visible_text_is_one_harmless_line(text: str) -> None:
    shown = visible(text)
    assert OBEYED.findall(shown) == []
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown


@given(st.text(alphabet=st.characters()))
def test_json_means_the_same_after_escaping(text: str) -> None:
    safe = json_safe(json.dumps(text, ensure_ascii=False))
    assert OBEYED.findall(safe) == []
    # A pair of surrogates is one character once it is read back.
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(safe) == paired


def test_invisible_tags_are_written_out() -> None:
    assert visible("a\U000e0041b") == "a\\U000e0041b"
    assert json_safe('"a\U000e0041b"') == '"a\\udb40\\udc41b"'
    assert json.loads(json_safe('"\U000e0041"')) == "\U000e0041"


@given(st.text(max_size=40), st.integers(20, 130))
def test_any_name_fits_any_table(text: str, width: int) -> None:
    out = render(hostile_result(text), format="table", width=width)
    assert OBEYED.findall(out) == []


def test_problems_say_place_message_and_hint() -> None:
    assert render_problems(PROBLEMS) == (
        "skills.yaml:12:5: “levle” is no key of a skill\n"
        "hint: did you mean “level”?\n"
        "credentials.yaml:3: warning: read in 2018\n"
        "skillgap: note: there is no funding.yaml\n"
    )


def test_problems_are_harmless_too() -> None:
    problem = PROBLEMS[0]._replace(path="a\x1b[2Jb", message="x\ny", hint="\x9b1m")
    assert render_problems((problem,)) == "a\\x1b[2Jb:12:5: x y\nhint: \\x9b1m\n"


def test_findings_stay_one_a_line_at_any_width() -> None:
    problem = PROBLEMS[0]._replace(message="word " * 60)
    from skillgap.catalogue import CatalogueCheck

    view = CheckView(CatalogueCheck({}, (problem,)))
    text = render(Result("catalogue check", INFO, view), format="table", width=40)
    assert text.splitlines()[0].startswith("skills.yaml:12:5 unknown-key word word")
    assert text.splitlines()[1] == "hint: did you mean “level”?"


def is_written_out(char: str) -> bool:
    """Whether a terminal obeys it, or it hides or turns text: the rule, plainly."""
    if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}:
        return True
    hiding = (*range(0x2060, 0x2070), 0x61C, 0x200B, 0x200E, 0x200F, 0xFEFF)
    turning = (*range(0x202A, 0x202F), *range(0xFFF9, 0xFFFC))
    return ord(char) in {*hiding, *turning} or 0xE0000 <= ord(char) <= 0xE0FFF


def test_each_character_is_left_as_it_is_unless_the_rule_says_otherwise() -> None:
    blocks = (range(0x3000), range(0xD700, 0xE100), range(0xFE00, 0x10000))
    for code in (*itertools.chain(*blocks), *range(0xDFFF0, 0xE1010)):
        assert (visible(chr(code)) != chr(code)) is is_written_out(chr(code)), code
