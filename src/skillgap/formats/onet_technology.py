"""O*NET's technology skills: software and tools by name, without ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.esco_labels import tidy
from skillgap.formats.intake import Tally
from skillgap.formats.settling import Rough
from skillgap.formats.sheets import column, maybe, rows
from skillgap.locale import _

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.formats.graded import Graded
    from skillgap.formats.intake import Progress

_TECHNOLOGY = (
    column("O*NET-SOC Code"),
    column("Example"),
    maybe("Hot Technology"),
    maybe("In Demand"),
)


def read_technology(
    path: Path,
    occupations: dict[str, Graded],
    roughs: dict[str, Rough],
    progress: Progress | None,
) -> Tally:
    """Read the file; the technologies are added to ``roughs`` by their names."""
    tally = Tally(path.name)
    for code, example, hot, wanted in rows(path, _TECHNOLOGY, tally, progress):
        occupation = occupations.get(code)
        name = tidy(example)
        if occupation is None:
            tally.drop(_("names no occupation of the source"), code)
        elif not name:
            tally.drop(_("no label"), code)
        else:
            roughs.setdefault(name, Rough(name, name, "tool"))
            if occupation.ask(name, *_grade(hot, wanted)):
                tally.keep()
            else:
                tally.drop(_("the occupation asks for this skill already"), name)
    return tally


def _grade(hot: str, wanted: str) -> tuple[int, None, str]:
    if wanted == "Y":
        return 4, None, "onet_in_demand"
    return 2, None, "onet_hot" if hot == "Y" else "onet_listed"
