"""Rosters of every format give the same rows, and broken ones one bad row each."""

from __future__ import annotations

import json
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from skillgap.batch.columns import key_of
from skillgap.batch.csv_records import MOST_LINES
from skillgap.batch.recoded import as_utf8
from skillgap.batch.roster import Roster
from skillgap.batch.row import FIELDS, LARGEST_ROW, Row
from skillgap.batch.run import unique
from skillgap.batch.words import amount, deliveries, languages_taught, spoken
from skillgap.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

    from hypothesis.strategies import DrawFn

HEADER = ["client", "skills", "target", "budget"]
PEOPLE = [
    ["A", "excel, java", "bookkeeper", "500"],
    ["B", "payer les factures", "", ""],
]


def rows(path: Path, **columns: str) -> list[Row]:
    roster = Roster(path, path.name, path.parent, tuple(columns.items()))
    return list(unique(roster.rows(), path.name))


def told(row: Row) -> str:
    assert row.problem is not None
    return row.problem.message


def csv_of(folder: Path, content: bytes) -> Path:
    path = folder / "made.csv"
    path.write_bytes(content)
    return path


def expected() -> list[Row]:
    return [
        Row(
            number,
            (
                *(person[0], person[1], "", person[2], "", person[3]),
                *("",) * (len(FIELDS) - 6),
            ),
        )
        for number, person in enumerate(PEOPLE, start=2)
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_csv_with_any_separator_and_mark(
    tmp_path: Path, separator: str, mark: bytes
) -> None:
    lines = [separator.join(f'"{c}"' for c in line) for line in (HEADER, *PEOPLE)]
    path = csv_of(tmp_path, mark + "\r\n".join(lines).encode())
    assert rows(path) == expected()


ACCENTED = "Numéro de client;Compétences\r\nZoë;soudure à l’arc\r\nÉlie;œuvre\r\n"


def accented(path: Path, encoding: str | None = None) -> list[tuple[object, ...]]:
    roster = Roster(path, path.name, path.parent, (), encoding)
    return [(row.number, *row.cells[:2]) for row in roster.rows()]


@pytest.mark.parametrize("name", ["made.csv", "made.txt", "-"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_text_in_utf_16_tells_itself(tmp_path: Path, name: str, codec: str) -> None:
    """What Excel saves as "Unicode text": tabs, and a mark at the beginning."""
    path = tmp_path / ("made.csv" if name == "-" else name)
    path.write_bytes(("\ufeff" + ACCENTED.replace(";", "\t")).encode(codec))
    roster = Roster(path, name, tmp_path)
    assert [(row.number, *row.cells[:2]) for row in roster.rows()] == [
        (2, "Zoë", "soudure à l’arc"),
        (3, "Élie", "œuvre"),
    ]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_json_lines_in_utf_16(tmp_path: Path, codec: str) -> None:
    """As PowerShell writes what is piped into a file."""
    path = tmp_path / "made.jsonl"
    path.write_bytes('\ufeff{"client":"Zoë","skills":"œuvre"}\n'.encode(codec))
    assert accented(path) == [(1, "Zoë", "œuvre")]
    assert [row.client for row in Roster(path, "-", tmp_path).rows()] == ["Zoë"]


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-8"])
def test_an_encoding_that_is_named(tmp_path: Path, encoding: str) -> None:
    path = csv_of(tmp_path, ACCENTED.encode(encoding))
    assert accented(path, encoding) == [
        (2, "Zoë", "soudure à l’arc"),
        (3, "Élie", "œuvre"),
    ]


def test_an_encoding_that_nobody_named_is_refused_with_the_remedy(
    tmp_path: Path,
) -> None:
    path = csv_of(tmp_path, ACCENTED.encode("windows-1252"))
    with pytest.raises(DataError) as caught:
        accented(path)
    (problem,) = caught.value.problems
    assert "--encoding windows-1252" in str(problem.hint)


def test_what_is_no_text_in_an_encoding_spoils_its_row_alone(tmp_path: Path) -> None:
    """Half of a letter in UTF-16, a byte that Windows-1252 does not have."""
    half = "id,skills\nA,excel\nB,a".encode("utf-16") + b"\x00\xd8"
    path = csv_of(tmp_path, half + "\nC,java\n".encode("utf-16-le"))
    assert [bool(row.problem) for row in rows(path)] == [False, True, False]
    path = csv_of(tmp_path, b"id,skills\nA,\xe9t\xe9\nB,\x81\nC,java\n")
    roster = Roster(path, "made.csv", tmp_path, (), "windows-1252")
    assert [(row.client, bool(row.problem)) for row in roster.rows()] == [
        *(("A", False), ("B", True), ("C", False)),
    ]


@pytest.mark.parametrize("size", [1, 3, 65_535, 65_536, 65_537, 200_000])
def test_recoding_loses_nothing_at_the_edges_of_blocks(size: int) -> None:
    text = "é😀a" * size
    for encoding in ("utf-16-le", "utf-16-be"):
        content = BytesIO(("\ufeff" + text).encode(encoding))
        assert as_utf8(content, None).read() == text.encode()


@pytest.mark.parametrize("line", ["sep=;", "\ufeffsep=;", '"sep=;"', "SEP=;"])
def test_the_separator_that_excel_is_told_of(tmp_path: Path, line: str) -> None:
    """A first line that Excel does not show, so it is not counted either."""
    text = f"{line}\r\nid;skills, as told\r\nA;excel, java\r\n"
    path = csv_of(tmp_path, text.encode())
    (row,) = rows(path, skills="skills, as told")
    assert (row.number, row.client, row.cell("skills")) == (2, "A", "excel, java")


def test_the_columns_that_there_are_leave_out_what_has_no_name(tmp_path: Path) -> None:
    path = csv_of(tmp_path, b"Our clients;;;\nid;skills;;\nA;excel;;\n")
    with pytest.raises(DataError) as caught:
        rows(path)
    (problem,) = caught.value.problems
    assert str(problem.hint).startswith("Its columns are: Our clients. ")


def test_workbook(tmp_path: Path) -> None:
    book = Workbook()
    for line in (HEADER, *PEOPLE):
        book.active.append([int(c) if c.isdigit() else c or None for c in line])
    book.save(tmp_path / "made.xlsx")
    assert rows(tmp_path / "made.xlsx") == expected()


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    columns = dict(zip(HEADER, zip(*PEOPLE, strict=True), strict=True))
    table = arrow.table({name: list(cells) for name, cells in columns.items()})
    parquet.write_table(table, tmp_path / "made.parquet")
    assert rows(tmp_path / "made.parquet") == expected()


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    people = [dict(zip(HEADER, person, strict=True)) for person in PEOPLE]
    people[0]["skills"] = ["excel", "java"]  # type: ignore[assignment]
    people[0]["other"] = {"not": "read"}  # type: ignore[assignment]
    path.write_text("\n".join(map(json.dumps, people)), encoding="utf-8")
    first, second = rows(path)
    assert first.number == 1
    assert first.cell("skills") == ("excel", "java")
    assert second.cells == expected()[1].cells


def test_broken_json_lines_spoil_their_own_row(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    good = b'{"id": "A", "skills": "excel"}'
    deep = b"[" * 100_000
    lines = [good, b"{", b"[1]", b'"x"', deep, b"\xff\xfe", b"", good + b" "]
    lines.append(b'{"id": "L", "skills": "' + b"x" * (LARGEST_ROW + 9) + b'"}')
    lines.append(b'{"id": "D", "skills": {"a": 1}}')
    lines.append(b'{"id": "N", "skills": NaN}')
    path.write_bytes(b"\n".join(lines))
    found = rows(path)
    assert [row.number for row in found if row.problem is None] == [1, 11]
    assert [row.number for row in found] == [1, 2, 3, 4, 5, 6, 8, 9, 10, 11]


def test_columns_by_french_names_accents_and_case(tmp_path: Path) -> None:
    header = "NUMÉRO DE CLIENT;Competences;Profession visée;coût max;Langue"
    path = csv_of(tmp_path, f"{header}\nA;excel;cuisinier;500;fr\n".encode())
    (row,) = rows(path)
    assert row.client == "A"
    assert row.cell("target") == "cuisinier"
    assert row.cell("max_cost") == "500"
    assert row.cell("language") == "fr"


def test_columns_by_option(tmp_path: Path) -> None:
    path = csv_of(tmp_path, b"who,can,target,wants\nA,excel,x,cook\n")
    (row,) = rows(path, id="WHO", skills="can", target="wants")
    assert (row.client, row.cell("target")) == ("A", "cook")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"name,skills\nA,excel\n", "no column of client ids"),
        (b"id,name\nA,excel\n", "no column of skills"),
        ("id,skills\nA,é\n".encode("utf-16-le"), "not UTF-8"),
        (b"id,comp\xe9tences\nA,x\n", "not UTF-8"),
        (b"PK\x03\x04\x14\x00\x08", "is an Excel workbook"),
    ],
)
def test_a_roster_that_cannot_be_read_says_why(
    tmp_path: Path, content: bytes, message: str
) -> None:
    with pytest.raises(DataError, match=message):
        rows(csv_of(tmp_path, content))


def test_a_missing_column_is_named_with_those_there_are(tmp_path: Path) -> None:
    path = csv_of(tmp_path, b"id,skills\nA,excel\n")
    with pytest.raises(DataError) as error:
        rows(path, target="goal")
    (problem,) = error.value.problems
    assert problem.message == "The column “goal” is missing."
    assert problem.hint == "Its columns are: id, skills."


def test_an_open_quotation_mark_spoils_one_row(tmp_path: Path) -> None:
    lines = ["id,skills", 'A,"excel', *(f"B{n},java" for n in range(500)), 'Z,"x"']
    found = rows(csv_of(tmp_path, "\n".join(lines).encode()))
    assert told(found[0]) == "A quotation mark is not closed."
    assert [row.client for row in found] == ["A", *(f"B{n}" for n in range(500)), "Z"]
    assert [row for row in found[1:] if row.problem] == []


def test_a_cell_of_several_lines_and_inches_are_read(tmp_path: Path) -> None:
    content = 'id,skills\nA,"excel\n\njava"\nB,5" pipes\nC,6" pipes\nD,"a ""b"" c"\n'
    found = rows(csv_of(tmp_path, content.encode()))
    assert [row.problem for row in found] == [None] * 4
    assert [row.cell("skills") for row in found] == [
        "excel\n\njava",
        '5" pipes',
        '6" pipes',
        'a "b" c',
    ]
    assert MOST_LINES > 3


def test_broken_bytes_spoil_one_row(tmp_path: Path) -> None:
    found = rows(csv_of(tmp_path, b"id,skills\nA,caf\xe9\nB,excel\n\xff,java\n"))
    assert [row.problem is None for row in found] == [False, True, False]
    assert told(found[0]) == "The row is not UTF-8 text."
    assert found[0].cell("skills") == "caf\ufffd"
    assert found[2].client == "\ufffd"


def test_faults_of_shape(tmp_path: Path) -> None:
    content = b"id,skills\nA,excel,more\nB,excel,,\nC,x\x00y\nD"
    found = rows(csv_of(tmp_path, content))
    assert told(found[0]) == "The row has more cells than there are columns."
    assert found[1].problem is None
    assert told(found[2]) == "The row cannot be read as CSV."
    assert told(found[3]) == "The roster ends in the middle of this row."


def test_a_row_too_long_is_passed_over(tmp_path: Path) -> None:
    long = b"A," + b"x" * (3 * LARGEST_ROW)
    found = rows(csv_of(tmp_path, b"id,skills\n" + long + b"\nB,excel\n"))
    assert told(found[0]) == "The row is too long."
    assert (found[0].client, found[1].client, found[1].problem) == ("A", "B", None)


def test_ids_that_recur_are_told_with_their_first_row(tmp_path: Path) -> None:
    found = rows(csv_of(tmp_path, b"id,skills\nA,x\nB,x\n\n A ,x\n,x\n,x\n"))
    assert [row.number for row in found] == [2, 3, 5, 6, 7]
    assert told(found[2]) == "The client id is already that of row 2."
    assert [row.problem for row in (*found[:2], *found[3:])] == [None] * 4


@pytest.mark.parametrize("name", ["made.xlsx", "made.parquet"])
def test_what_is_no_workbook_or_parquet_is_refused(tmp_path: Path, name: str) -> None:
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 but nothing else")
    with pytest.raises(DataError, match="not a"):
        rows(path)


def test_a_formula_counts_by_the_value_it_was_saved_with(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["id", "skills"])
    book.active.append(["A", "=cmd|' /C calc'!A0"])
    book.save(tmp_path / "made.xlsx")
    (row,) = rows(tmp_path / "made.xlsx")
    assert row.cell("skills") == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", None),
        ("40", 40),
        ("40 h", 40),
        ("$1,500", 1500),
        ("1 500,50 $", 1500.5),
        ("1\u00a0500 $", 1500),
        ("12.5 hours", 12.5),
    ],
)
def test_amounts_as_people_write_them(text: str, number: float | None) -> None:
    assert amount(text) == number


@pytest.mark.parametrize("text", ["many", "-5", "1e9", "=1+1", "٤٠", "9" * 20])
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        amount(text)


def test_words_of_both_languages() -> None:
    assert deliveries(("En ligne", "in-person", "Hybride")) == (
        "online",
        "in_person",
        "hybrid",
    )
    asked = (
        "FR",
        "Français",
        "english",
        " ",
        "both",
        "en/fr",
        "fr-CA",
        "fr et anglais",
    )
    assert [spoken(each, "fr") for each in asked] == [
        *(("fr",), ("fr",), ("en",), ()),
        *(("fr", "en"), ("en", "fr"), ("fr",), ("fr", "en")),
    ]
    assert languages_taught(("Français", "fr")) == ("fr",)
    assert languages_taught(("both",)) == languages_taught(("en", "fr")) == ("en", "fr")
    for words, texts in ((deliveries, ("online", "dove")), (languages_taught, ("xx",))):
        with pytest.raises(ValueError, match=texts[-1]):
            words(texts)
    assert key_of("Coût_MAX ") == "cout max"


@st.composite
def contents(draw: DrawFn) -> bytes:
    pieces = [b"A", b",", b'"', b"\n", b"\r\n", b"\xff", b"\x00", b"excel", b";", b" "]
    return b"".join(draw(st.lists(st.sampled_from(pieces), max_size=60)))


@given(contents())
def test_no_file_stops_the_reading(content: bytes) -> None:
    import tempfile
    from pathlib import Path as Folder

    with tempfile.TemporaryDirectory() as name:
        path = csv_of(Folder(name), b"id,skills\n" + content)
        found = rows(path)
    numbers = [row.number for row in found]
    assert numbers == sorted(set(numbers))


def test_a_day_is_an_id_as_a_spreadsheet_shows_it(tmp_path: Path) -> None:
    book = Workbook()
    for line in (["id", "skills"], [datetime(2026, 1, 2), "excel"]):  # noqa: DTZ001
        book.active.append(line)
    book.active.append([datetime(2026, 1, 2, 9, 30), "excel"])  # noqa: DTZ001
    book.save(tmp_path / "made.xlsx")
    assert [row.client for row in rows(tmp_path / "made.xlsx")] == [
        "2026-01-02",
        "2026-01-02 09:30:00",
    ]


def test_a_line_that_is_no_json_says_what_a_line_is(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    path.write_text('{"client": "A"\n', encoding="utf-8")
    (row,) = rows(path)
    assert row.problem is not None
    assert row.problem.message == "The row is not JSON."
    assert row.problem.hint == (
        'Each line is one object, such as {"client": "C-17", "skills": ["excel"], '
        '"target": "bookkeeper"}.'
    )
