"""Rules about how the files are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.document.sink import Place
from skillgap.locale import _
from skillgap.review.reviewed import Finding, Reviewed, finds

if TYPE_CHECKING:
    from collections.abc import Iterator

TRAILING = re.compile(r"[ \t]+(?=\r?\n|\Z)")


@finds("SG230", "note")
def trailing_blanks(reviewed: Reviewed) -> Iterator[Finding]:
    """A line of YAML ends in spaces or tabs, which differences between versions show.

    ``--fix`` takes them off where the text that is read stays the same.
    """
    for name, data in sorted(reviewed.contents.items()):
        if not name.endswith(".yaml"):
            continue
        lines = data.decode("utf-8-sig").splitlines()
        for number, line in enumerate(lines, 1):
            if found := TRAILING.search(line):
                yield Finding(
                    Place(name, number, found.start() + 1),
                    _("the line ends in blanks"),
                    _("take them off, or run the check with --fix"),
                )
