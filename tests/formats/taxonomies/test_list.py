"""Lists of credentials as colleges and ministries publish them; all is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.formats.taxonomies.published import write
from tests.formats.taxonomies.workbooks import workbook

from skillgap.errors import DataError
from skillgap.formats.credential_list import Choices, read_list
from skillgap.model import Quantity, Text

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.formats.offers import Offer, Offers

NONE = Choices({}, {})
OSAP = """Invented list of micro-credentials approved for OSAP,,,,
,,,,
Institution,Micro-credential Name,Duration (hours),Tuition,OSAP
Tea College,Brewing Tea,42,"$1,250.00",Yes
Tea College,Tasting Tea,30-45 hours,TBD,Yes
Tea College,,10,5,Yes
,Serving Tea,10,5,Yes
Tea College,"=HYPERLINK(""http://x.example"",""Tea"")",10,5,Yes
Leaf University,Growing Tea,two days,3OO,=1+1
,,,,
"""
COURSES = """Titre du cours;Heures;Frais;Mode de prestation;Langue;Description
Préparer le thé;12;"150,00 $";En ligne;Français;Faire infuser
Goûter le thé;6 semaines;Gratuit;En classe;Bilingue;
"""


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "list.csv"
    path.write_bytes(text.encode(encoding))
    return path


def by_name(read: Offers) -> dict[str, Offer]:
    return {each.name.en or "": each for each in read.offers}


def account(read: Offers) -> dict[str, tuple[int, int, dict[str, int]]]:
    return {
        part.name: (part.rows, part.kept, {d.reason: d.rows for d in part.dropped})
        for part in read.counted
    }


def test_the_list_of_a_ministry(tmp_path: Path) -> None:
    read = read_list(table(tmp_path, OSAP), NONE)
    offers = by_name(read)
    brewing = offers["Brewing Tea"]
    assert brewing.issuer == Text("Tea College")
    assert brewing.hours == Quantity(42, "h", "stated")
    assert brewing.cost == Quantity(1250, "CAD", "stated")
    assert brewing.osap == "yes"
    assert brewing.place == "list.csv:4"
    assert offers["Tasting Tea"].hours == Quantity(45, "h", "range", 30, 45)
    assert offers["Tasting Tea"].cost is None
    growing = offers["Growing Tea"]
    assert (growing.hours.value, growing.cost, growing.osap) == (None, None, "unknown")
    assert account(read) == {
        "list.csv": (
            7,
            3,
            {
                "a formula stands for the name": 1,
                "an empty row": 1,
                "no issuer: say it with --set issuer=NAME": 1,
                "no name": 1,
            },
        ),
        "values in list.csv": (
            9,
            5,
            {
                "a formula, which is not read": 1,
                "hours not understood": 1,
                "price not understood": 1,
                "says that it is not known": 1,
            },
        ),
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_an_export_in_french(tmp_path: Path, encoding: str) -> None:
    said = Choices({}, {"issuer": "Collège du Thé", "kind": "cours"})
    offers = by_name(read_list(table(tmp_path, COURSES, encoding), said))
    brewing, tasting = offers["Préparer le thé"], offers["Goûter le thé"]
    assert brewing.kind == "course"
    assert brewing.cost == Quantity(150, "CAD", "stated")
    assert (brewing.delivery, brewing.languages) == ("online", ("fr",))
    assert tasting.weeks == Quantity(6, "week", "stated")
    assert tasting.hours.basis == "unknown"
    assert tasting.cost == Quantity(0, "CAD", "stated")
    assert (tasting.delivery, tasting.languages) == ("in_person", ("en", "fr"))


def test_columns_are_mapped_by_a_person(tmp_path: Path) -> None:
    text = "What;Who;How long\nBrewing;Tea College;10\n"
    mapped = {"name": "what", "issuer": "Who", "hours": "How long"}
    (offer,) = read_list(table(tmp_path, text), Choices(mapped, {})).offers
    assert offer.hours.value == 10
    with pytest.raises(DataError, match="the column Whose is missing"):
        read_list(table(tmp_path, text), Choices(mapped | {"issuer": "Whose"}, {}))
    with pytest.raises(DataError, match="no column has the names") as raised:
        read_list(table(tmp_path, text), NONE)
    assert "What, Who, How long" in (raised.value.problems[0].hint or "")


def test_a_workbook_is_read_as_well(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "list.xlsx",
        [
            ["Invented"],
            ["Program Name", "College", "Hours", "Skills"],
            ["Brewing", "Tea College", "<c><v>12.5</v></c>", "brew tea; listen"],
        ],
    )
    (offer,) = read_list(path, NONE).offers
    assert offer.hours == Quantity(12.5, "h", "stated")
    assert [each.label.en for each in offer.competencies] == ["brew tea", "listen"]


def test_text_that_was_kept_from_being_a_number(tmp_path: Path) -> None:
    text = 'Title,College,Hours\n"=""Tea 101""",Tea College,5\n'
    (offer,) = read_list(table(tmp_path, text), NONE).offers
    assert offer.name.en == "Tea 101"


@pytest.mark.parametrize("cut", [40, 90])
def test_a_truncated_list_is_refused(tmp_path: Path, cut: int) -> None:
    whole = (
        'Title,College,Hours\nBrewing,"Tea, College",10\nTasting,"Tea, College",11\n'
    )
    with pytest.raises(DataError, match="ends in the middle of a row"):
        read_list(table(tmp_path, whole[:-cut] if cut < 60 else whole[:58]), NONE)


def test_two_lists_of_one_college(tmp_path: Path) -> None:
    from skillgap.formats.credential_list import read_lists

    files = {
        "a.csv": "Title,College\nBrewing,Tea College\n",
        "b.csv": "Title,College\nTasting,Tea College\n",
    }
    folder = write(tmp_path, files)
    read = read_lists([folder / "a.csv", folder / "b.csv"], NONE)
    assert [each.name.en for each in read.offers] == ["Brewing", "Tasting"]


def test_a_header_of_two_rows_with_merged_cells(tmp_path: Path) -> None:
    """As a spreadsheet has it that says *Program* above two titles."""
    text = (
        "Approved in the fall,,,,,\n"
        "Institution,Program,,Duration,,OSAP\n"
        ",Title (English),Title (French),Hours,Weeks,\n"
        "Tea College,Brewing tea,Infuser le thé,30,6,Yes\n"
    )
    (offer,) = read_list(table(tmp_path, text), NONE).offers
    assert offer.name == Text("Brewing tea", "Infuser le thé")
    assert offer.issuer == Text("Tea College")
    assert (offer.hours.value, offer.weeks.value, offer.osap) == (30, 6, "yes")
    assert offer.place == "list.csv:4"


def test_a_first_row_that_says_little_is_no_second_header(tmp_path: Path) -> None:
    text = "Title,College,Hours\nCourse,Program,12\nTasting,Tea College,3\n"
    names = by_name(read_list(table(tmp_path, text), NONE))
    assert set(names) == {"Course", "Tasting"}


def test_what_is_empty_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="the file is empty"):
        read_list(table(tmp_path, "\n,,\n"), NONE)
    read = read_list(table(tmp_path, "Title,College\n"), NONE)
    assert read.offers == ()
    assert read.notes == ("list.csv has no row below its header",)


def test_a_column_that_is_not_there_is_told_at_the_header(tmp_path: Path) -> None:
    path = table(tmp_path, "Title,College\nBrewing,Tea College\n")
    with pytest.raises(DataError) as caught:
        read_list(path, Choices({"name": "Wording"}, {}))
    (problem,) = caught.value.problems
    assert (problem.line, problem.message) == (1, "the column Wording is missing")
    assert problem.hint == "its columns are: Title, College"
