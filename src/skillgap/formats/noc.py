"""The NOC 2021: titles of unit groups in both languages, as Statistics Canada has them.

Codes are five digits; some copies lost the leading zeros, which are given back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.esco_labels import tidy
from skillgap.formats.intake import Tally
from skillgap.formats.sheets import column, rows
from skillgap.locale import _
from skillgap.model import Field, Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from skillgap.formats.intake import Progress

FILES = {
    "noc_en": r"noc_?2021.*classification_structure\.csv|noc_structure_en\.csv",
    "noc_fr": r"cnp_?2021.*structure_de_la_classification\.csv",
}
"""The files of the structure of the classification, by their published names."""

DIGITS = 5
_STRUCTURE = (
    column("Level", "Niveau"),
    column(
        "Code - NOC 2021 V1.0", "Code dela CNP 2021 v1.0", "Code de la CNP 2021 v1.0"
    ),
    column("Class title", "Titres de classes"),
)
_UNIT_GROUP = "5"
_BROAD = "1"


class Noc:
    """The titles of unit groups (five digits) and broad categories (one digit)."""

    def __init__(self) -> None:
        self._titles: dict[str, dict[str, str]] = {}

    def title(self, code: str) -> Text | None:
        """The title of a class, None where its code is not known."""
        texts = self._titles.get(code)
        return Text(texts.get("en"), texts.get("fr")) if texts else None

    def take(self, code: str, language: str, title: str) -> bool:
        """Take a title in; False where there is one already."""
        texts = self._titles.setdefault(code, {})
        if language in texts:
            return False
        texts[language] = title
        return True

    def fields(self, codes: set[str]) -> tuple[Field, ...]:
        """The broad categories of these codes, as fields of work."""
        digits = sorted({code[0] for code in codes})
        found = ((digit, self.title(digit)) for digit in digits)
        return tuple(Field(field_id(digit), title) for digit, title in found if title)


def field_id(code: str) -> str:
    """The field of an occupation: the broad category of its code."""
    return f"noc-{code[0]}"


def teer_of(code: str) -> int | None:
    """The TEER of a code, by NOC 2021 its second digit; 6 to 9 are none."""
    digit = int(code[1])
    return digit if digit <= DIGITS else None


def five_digits(code: str) -> str | None:
    """A code of a unit group, None where it is none.

    ``NOC_21232`` (Job Bank) and ``10`` (leading zeros lost) are read.
    """
    bare = code.strip().upper().removeprefix("NOC_").removeprefix("NOC ")
    is_code = bare.isascii() and bare.isdigit() and len(bare) <= DIGITS
    return bare.zfill(DIGITS) if is_code else None


def read_noc(
    found: Mapping[str, Path], tallies: list[Tally], progress: Progress | None
) -> Noc:
    """Read the structure in the languages that are there."""
    noc = Noc()
    for role, language in (("noc_en", "en"), ("noc_fr", "fr")):
        if role not in found:
            continue
        path = found[role]
        tally = Tally(path.name)
        tallies.append(tally)
        for level, code, title in rows(path, _STRUCTURE, tally, progress):
            if level.strip() not in {_UNIT_GROUP, _BROAD}:
                tally.drop(_("neither a unit group nor a broad category"))
            elif not tidy(title):
                tally.drop(_("no label"), code)
            elif noc.take(code.strip(), language, tidy(title)):
                tally.keep()
            else:
                tally.drop(_("stands there twice"), code)
    return noc
