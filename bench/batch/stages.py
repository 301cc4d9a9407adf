"""Where the time of a batch goes: a clock around each stage, in one process.

    python bench/batch/stages.py [CLIENTS]      (else 8000)

The clocks themselves take a few microseconds a client. The catalogues and rosters are
those of ``compare.py``.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from made_catalogue import write_catalogue
from made_roster import write_roster

from skillgap.advice.filters import USUAL_FOCUS, Filters
from skillgap.batch import advisor, assemble, choice, goals, holding, wording
from skillgap.batch.calm import one_thread
from skillgap.batch.roster import Roster
from skillgap.batch.run import chunks, unique
from skillgap.batch.settings import Settings
from skillgap.catalogue import bundled_folder, load_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.catalogue import Catalogue

OUT = Path(__file__).parent / "stages.json"
STAGES = (
    ("what is the same for all (records, postings)", advisor.Advisor, "__init__"),
    ("rows read as clients", advisor, "read_client"),
    ("new phrases matched", holding.Phrases, "prepare"),
    ("phrases put into words", holding.Phrases, "understood"),
    ("occupations that fit", advisor.Advisor, "_best"),
    ("new aims laid out", goals.Aim, "__init__"),
    ("what may be taken under the filters", choice.Choice, "__init__"),
    ("what each credential adds", goals.Aim, "added"),
    ("which are chosen", choice.Choice, "rows"),
    ("new aims in words", wording.Wording, "_aim"),
    ("gaps in words", assemble, "_gaps"),
    ("recommendations in words", assemble._Telling, "rows"),  # noqa: SLF001 - a stage
    ("the rest of what follows from an aim", advisor.Advisor, "_assembled"),
    ("the line of a client", advisor.Advisor, "_line"),
)
REST = "the rest: reading CSV, ids, joining chunks"


class Clock:
    """Seconds of a processor by stage; what runs within a stage is taken off it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = dict.fromkeys(
            [*(s[0] for s in STAGES), REST], 0.0
        )
        self._now = [REST]
        self._since = time.process_time()

    def turn(self, *stage: str) -> None:
        """Enter a stage, or leave the one that was entered last."""
        now = time.process_time()
        self.spent[self._now[-1]] += now - self._since
        self._since = now
        if stage:
            self._now.append(*stage)
        else:
            self._now.pop()

    def around(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, timed."""

        @wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as it has them
            self.turn(stage)
            try:
                return function(*arguments, **named)
            finally:
                self.turn()

        return timed


def main(count: int) -> None:
    """Measure both sizes and keep the shares."""
    one_thread()
    before = [(where, name, getattr(where, name)) for _stage, where, name in STAGES]
    found = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bundled = load_catalogue(cache=folder / "cache")
        large = folder / "large"
        sizes = {"occupations": 3000, "skills": 14_000, "credentials": 3000}
        write_catalogue(large, bundled, **sizes)
        for name, place in (
            ("bundled", bundled_folder()),
            ("3,000 occupations x 14,000 skills", large),
        ):
            catalogue = load_catalogue(place, cache=folder / "cache")
            write_roster(folder / "made.csv", catalogue, count)
            clock = Clock()
            for (stage, _where, _name), (where, function, plain) in zip(
                STAGES, before, strict=True
            ):
                setattr(where, function, clock.around(stage, plain))
            found[name] = measure(folder, catalogue, clock)
            print(name, found[name], flush=True)
    OUT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def measure(folder: Path, catalogue: Catalogue, clock: Clock) -> dict[str, float]:
    """The share of each stage, of one run over the roster."""
    asked = Settings("made.csv", folder, filters=Filters(focus=USUAL_FOCUS))
    clock.turn(REST)
    rows = unique(Roster(folder / "made.csv", "made.csv", folder).rows(), "made.csv")
    for _done in advisor.Advisor(asked, catalogue).each(chunks(rows)):
        pass
    clock.turn()
    total = sum(clock.spent.values())
    return {stage: round(spent / total, 3) for stage, spent in clock.spent.items()}


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 8_000)
